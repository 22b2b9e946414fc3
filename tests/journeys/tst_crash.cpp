// kill -9 at random moments. What was acknowledged on stdout was durable before it was said, so it must be
// there afterwards, and beyond it at most the one line that was at work.
//
// Three rounds of 800 lines; with PLUMBLINE_NIGHTLY=1 fifty rounds of 10,000. The moments come from fixed
// seeds. The files lie in memory where that is possible: kill -9 does not ask the disk, and a busy disk would
// take minutes.

#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace crash_test {

static QByteArray jsonLineOf(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

static QJsonObject createNote(const QString &name, const QString &text)
{
    return {{u"create"_s, u"note"_s}, {u"as"_s, name}, {u"set"_s, QJsonObject{{u"text"_s, text}}}};
}

/// Creates, changes, pairs that belong together, and deletions.
static QList<QJsonValue> scriptEdits(int count, QRandomGenerator &random)
{
    QList<QJsonValue> edits;
    QStringList names;
    for (int i = 0; i < count; ++i) {
        const QString text = u"Line %1"_s.arg(i + 1);
        const QString name = u"n%1"_s.arg(i);
        const int what = int(random.bounded(20));
        if (names.size() < 3 || what < 3) {
            names += name;
            edits += createNote(name, text);
        } else if (what < 5) {
            names << name + u'a' << name + u'b';
            edits +=
                QJsonArray{createNote(name + u'a', text + u" a"_s), createNote(name + u'b', text + u" b"_s)};
        } else if (what < 6) {
            edits += QJsonObject{{u"delete"_s, names.takeAt(random.bounded(names.size()))}};
        } else {
            const QString changed = names.at(random.bounded(names.size()));
            edits += QJsonObject{{u"set"_s, QJsonObject{{changed, QJsonObject{{u"text"_s, text}}}}}};
        }
    }
    return edits;
}

static void play(const QJsonObject &edit, QMap<QString, QString> &state)
{
    if (edit.contains(u"create"_s))
        state.insert(edit[u"as"_s].toString(), edit[u"set"_s][u"text"_s].toString());
    else if (edit.contains(u"delete"_s))
        state.remove(edit[u"delete"_s].toString());
    else
        for (const QString &name : edit[u"set"_s].toObject().keys())
            state.insert(name, edit[u"set"_s][name][u"text"_s].toString());
}

/// The texts of the notes after @p count edits, sorted.
static QStringList textsAfter(const QList<QJsonValue> &edits, int count)
{
    QMap<QString, QString> state;
    for (int i = 0; i < std::min(count, int(edits.size())); ++i) {
        if (edits.at(i).isArray()) {
            for (const QJsonValue &edit : edits.at(i).toArray())
                play(edit.toObject(), state);
        } else {
            play(edits.at(i).toObject(), state);
        }
    }
    QStringList texts = state.values();
    texts.sort();
    return texts;
}

class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void acknowledgedLinesSurviveAKill_data();
    void acknowledgedLinesSurviveAKill();
    void readersRollBackWhatWasHalfWritten();
    void aKilledImportIsCompletedByImportingAgain_data();
    void aKilledImportIsCompletedByImportingAgain();

private:
    QStringList noteTexts(const QString &file) const;
    void checkIsWhole(const QString &file) const;

    qint64 m_importTime = 0; ///< Of an import that is left alone, in milliseconds.
    const bool m_nightly = qEnvironmentVariableIntValue("PLUMBLINE_NIGHTLY") > 0;
    const QString m_memory = QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath();
    Computer m_computer{qEnvironmentVariable("PLUMBLINE_CRASH_DIR", m_memory)};
};

void TestCrash::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"base.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.run({u"whoami"_s, u"base.plumb"_s, u"--set"_s, u"Ann"_s}));
}

QStringList TestCrash::noteTexts(const QString &file) const
{
    QStringList texts;
    for (const QJsonValue &note : m_computer.show(file, u"note"_s))
        texts += note[u"text"_s].toString();
    texts.sort();
    return texts;
}

/// The file verifies, and can be edited and undone as if nothing had happened.
void TestCrash::checkIsWhole(const QString &file) const
{
    EXPECT_CODE(0, m_computer.run({u"verify"_s, file}));
    const QByteArray before = m_computer.dump(file);
    QVERIFY(!before.isEmpty());
    EXPECT_CODE(0, m_computer.apply(file, R"({"create":"note","set":{"text":"Afterwards"}})"));
    QVERIFY(noteTexts(file).contains(u"Afterwards"_s));
    EXPECT_CODE(0, m_computer.run({u"undo"_s, file}));
    QCOMPARE(m_computer.dump(file), before);
    EXPECT_CODE(0, m_computer.run({u"verify"_s, file}));
}

void TestCrash::acknowledgedLinesSurviveAKill_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= (m_nightly ? 50 : 3); ++seed)
        QTest::addRow("round %d", seed) << seed;
}

void TestCrash::acknowledgedLinesSurviveAKill()
{
    QFETCH(int, seed);
    QRandomGenerator random{quint32(seed)};
    const int count = m_nightly ? 10000 : 800;
    const QList<QJsonValue> edits = scriptEdits(count, random);
    QByteArray lines;
    for (const QJsonValue &edit : edits)
        lines += jsonLineOf(edit) + '\n';
    const QString file = u"crash%1.plumb"_s.arg(seed);
    m_computer.write(u"edits.jsonl"_s, lines);
    m_computer.copy(u"base.plumb"_s, file);

    // Every third round is killed while the program starts, the others after a random line and a moment.
    const int killAfter = seed % 3 == 0 ? 0 : int(random.bounded(count * 9 / 10));
    QProcess process;
    m_computer.prepare(process, {u"apply"_s, file, u"edits.jsonl"_s});
    process.start(QIODevice::ReadOnly);
    QVERIFY(process.waitForStarted());
    QByteArray answers;
    while (answers.count('\n') < killAfter && process.waitForReadyRead(60'000))
        answers += process.readAllStandardOutput();
    QThread::usleep(random.bounded(seed % 3 == 0 ? 60'000 : 20'000));
    process.kill();
    process.waitForFinished();
    answers += process.readAllStandardOutput();
    QVERIFY2(process.exitStatus() == QProcess::CrashExit, "the program ended before it was killed");

    int acknowledged = 0;
    for (const QByteArray &answer : answers.left(answers.lastIndexOf('\n') + 1).split('\n')) {
        if (answer.isEmpty())
            continue;
        const QJsonObject said = QJsonDocument::fromJson(answer).object();
        QVERIFY2(said[u"ok"_s].toBool() && said[u"line"_s].toInt() == acknowledged + 1, answer.constData());
        ++acknowledged;
    }
    QVERIFY(acknowledged >= killAfter);

    const QStringList texts = noteTexts(file);
    if (texts != textsAfter(edits, acknowledged))
        QCOMPARE(texts, textsAfter(edits, acknowledged + 1));
    checkIsWhole(file);
    for (const QString &ending : {u""_s, u"-journal"_s, u".lock"_s})
        QFile::remove(m_computer.path(file + ending));
}

void TestCrash::readersRollBackWhatWasHalfWritten()
{
    // Killed again and again until a journal is left: then the very first to open the file is one who only
    // reads.
    QRandomGenerator random{77};
    QByteArray lines;
    for (int i = 0; i < 400; ++i)
        lines += "{\"set\":{\"review\":{\"title\":\"Title " + QByteArray::number(i) + "\"}}}\n";
    m_computer.write(u"titles.jsonl"_s, lines);
    int found = 0;
    const int wanted = m_nightly ? 3 : 1;
    for (int attempt = 0; attempt < 200 && found < wanted; ++attempt) {
        m_computer.copy(u"base.plumb"_s, u"half.plumb"_s);
        QFile::remove(m_computer.path(u"half.plumb-journal"_s));
        QProcess process;
        m_computer.prepare(process, {u"apply"_s, u"half.plumb"_s, u"titles.jsonl"_s});
        process.start(QIODevice::ReadOnly);
        QVERIFY(process.waitForReadyRead(60'000));
        QThread::usleep(random.bounded(8'000));
        process.kill();
        process.waitForFinished();
        if (QFileInfo(m_computer.path(u"half.plumb-journal"_s)).size() == 0)
            continue;
        ++found;
        const int acknowledged = int(process.readAllStandardOutput().count('\n'));
        const Ran dump = m_computer.run({u"dump"_s, u"half.plumb"_s});
        QVERIFY2(dump.code == 0, dump.told());
        const QString title = dump.object()[u"review"_s][u"title"_s].toString();
        QVERIFY2(title == u"Title %1"_s.arg(acknowledged - 1) || title == u"Title %1"_s.arg(acknowledged),
                 qPrintable(title));
        checkIsWhole(u"half.plumb"_s);
    }
    if (found == 0)
        QSKIP("no kill left a journal behind");
}

void TestCrash::aKilledImportIsCompletedByImportingAgain_data()
{
    if (!m_computer.has(u"other.plumbx"_s)) {
        m_computer.copy(u"base.plumb"_s, u"other.plumb"_s);
        QRandomGenerator random{99};
        QByteArray lines;
        for (const QJsonValue &edit : scriptEdits(m_nightly ? 10000 : 800, random))
            lines += jsonLineOf(edit) + '\n';
        m_computer.write(u"edits.jsonl"_s, lines);
        EXPECT_CODE(0, m_computer.run({u"apply"_s, u"other.plumb"_s, u"edits.jsonl"_s}));
        EXPECT_CODE(0, m_computer.run({u"export"_s, u"other.plumb"_s, u"other.plumbx"_s}));
        m_computer.copy(u"base.plumb"_s, u"timed.plumb"_s);
        QElapsedTimer timer;
        timer.start();
        EXPECT_CODE(0, m_computer.run({u"import"_s, u"timed.plumb"_s, u"other.plumbx"_s}));
        m_importTime = timer.elapsed();
    }
    QTest::addColumn<int>("percent");
    for (const int percent : m_nightly ? QList{5, 25, 50, 75, 90} : QList{25, 75})
        QTest::addRow("after %d %% of the time", percent) << percent;
}

void TestCrash::aKilledImportIsCompletedByImportingAgain()
{
    QFETCH(int, percent);
    m_computer.copy(u"base.plumb"_s, u"killed.plumb"_s);
    QProcess process;
    m_computer.prepare(process, {u"import"_s, u"killed.plumb"_s, u"other.plumbx"_s});
    process.start(QIODevice::ReadOnly);
    QVERIFY(process.waitForStarted());
    QThread::msleep(quint64(m_importTime * percent / 100));
    process.kill();
    process.waitForFinished();
    checkIsWhole(u"killed.plumb"_s);
    EXPECT_CODE(0, m_computer.run({u"import"_s, u"killed.plumb"_s, u"other.plumbx"_s}));
    EXPECT_CODE(0, m_computer.run({u"verify"_s, u"killed.plumb"_s}));
    QCOMPARE(m_computer.show(u"killed.plumb"_s, u"note"_s), m_computer.show(u"other.plumb"_s, u"note"_s));
}

PLUMBLINE_TEST(TestCrash)
} // namespace crash_test

#include "tst_crash.moc"
