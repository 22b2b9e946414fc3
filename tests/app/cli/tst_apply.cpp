#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace apply_test {

class TestApply : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void createsSetsAndDeletes();
    void answersEachLineAsItIsDone();
    void aLineThatArrivesInPiecesIsOneLine();
    void namesHoldForTheRestOfTheInput();
    void aListIsOneTransaction();
    void editFunctionsRun();
    void badLineKeepsNothingOfIt_data();
    void badLineKeepsNothingOfIt();
    void emptyLinesAreNothing();
    void textSurvivesAsTyped();
    void valuesOfEveryShape();
    void noneIsNullOrEmpty();
    void ambiguousKeyIsRefused();
    void editsFromAFile();
    void examplesOfTheManualWork();
    void editsThatAreNotThere();

private:
    QJsonObject milestone(const QString &key = u"M-001"_s) const
    {
        return m_computer.record(m_file, u"milestone"_s, key);
    }
    Computer m_computer;
    QByteArray m_history; ///< All there is in kept.plumb, and must stay.
    QString m_file;
    int m_number = 0;
};

void TestApply::initTestCase()
{
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"kept.plumb"_s, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(u"kept.plumb"_s,
                                    R"({"create":"milestone","set":{"title":"Draft","target":"2020-01-24"}}
{"create":"note","set":{"text":"kept"}})"));
    m_history = m_computer.run({u"dump"_s, u"kept.plumb"_s, u"--history"_s}).out;
}

void TestApply::init()
{
    if (QTest::currentDataTag()) // What is refused changes nothing, so one file does for all of it.
        return;
    m_file = u"a%1.plumb"_s.arg(++m_number);
    EXPECT_CODE(0, m_computer.run({u"new"_s, m_file, u"--template"_s, u"blank"_s}));
    EXPECT_CODE(0, m_computer.apply(
                       m_file, R"({"create":"milestone","set":{"title":"Draft","target":"2020-01-24"}})"));
}

void TestApply::createsSetsAndDeletes()
{
    const Ran ran = m_computer.apply(m_file, R"({"create":"milestone","as":"m2","set":{"title":"Final"}}
{"set":{"M-001":{"title":"Draft report","target":"2020-02"},"m2":{"target":"2020-Q4?"}}}
{"delete":"M-001"})");
    QVERIFY2(ran.code == 0 && ran.err.isEmpty(), ran.told());
    const QList<QJsonObject> answers = ran.answers();
    QCOMPARE(answers.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(answers.at(i)[u"ok"_s], QJsonValue(true));
        QCOMPARE(answers.at(i)[u"line"_s].toInt(), i + 1);
        QCOMPARE(answers.at(i)[u"txn"_s].toString().size(), 32);
    }
    QCOMPARE(answers.at(0)[u"keys"_s].toObject(), QJsonObject({{u"m2"_s, u"M-002"_s}}));
    QCOMPARE(answers.at(0)[u"made"_s].toArray(), QJsonArray{u"M-002"_s});
    QVERIFY(answers.at(1)[u"made"_s].toArray().isEmpty() && answers.at(2)[u"made"_s].toArray().isEmpty());
    QCOMPARE(milestone(u"M-002"_s)[u"target"_s].toString(), u"2020-Q4?"_s);
    QCOMPARE(milestone()[u"title"_s].toString(), u"Draft report"_s);
    QCOMPARE(milestone()[u"deleted"_s], QJsonValue(true));
}

void TestApply::answersEachLineAsItIsDone()
{
    QProcess process;
    m_computer.prepare(process, {u"apply"_s, m_file, u"-"_s});
    process.start();
    for (int i = 1; i <= 3; ++i) {
        process.write("{\"set\":{\"M-001\":{\"title\":\"Title " + QByteArray::number(i) + "\"}}}\n");
        QVERIFY(process.waitForReadyRead(20'000)); // Without an end of the input.
        QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput())[u"line"_s].toInt(), i);
        QCOMPARE(milestone()[u"title"_s].toString(),
                 u"Title %1"_s.arg(i)); // Durable, and others can read it.
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestApply::aLineThatArrivesInPiecesIsOneLine()
{
    QProcess process;
    m_computer.prepare(process, {u"apply"_s, m_file, u"-"_s});
    process.start();
    for (const char *piece : {"{\"set\":{\"M-0", "01\":{\"title\":\"In pie", "ces\"}}}\n"}) {
        process.write(piece);
        process.waitForBytesWritten();
        QTest::qWait(150);
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(milestone()[u"title"_s].toString(), u"In pieces"_s);
}

void TestApply::namesHoldForTheRestOfTheInput()
{
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"create":"subteam","as":"abuse","set":{"title":"DNS abuse"}}
{"create":"finding","as":"f","set":{"title":"Reports stay unanswered","subteam":"abuse"}}
{"create":"recommendation","as":"r","set":{"title":"Answer them","subteam":"abuse"}}
{"create":"link","set":{"type":"addresses","from":"r","to":"f"}}
{"set":{"f":{"state":"draft"},"review":{"title":"Named"}}})"));
    QCOMPARE(m_computer.record(m_file, u"finding"_s, u"F-S1-01"_s)[u"state"_s].toString(), u"draft"_s);
    QCOMPARE(m_computer.show(m_file, u"link"_s).size(), 1);
    // They end with the input.
    EXPECT_REFUSED(3, m_computer.apply(m_file, R"({"set":{"f":{"state":"agreed"}}})"));
}

void TestApply::aListIsOneTransaction()
{
    const QByteArray before = m_computer.dump(m_file);
    const Ran ran =
        m_computer.apply(m_file, R"([{"create":"milestone","as":"x","set":{"title":"X"}},)"
                                 R"({"create":"dependency","set":{"from":"M-001","to":"x","type":"FS"}}])");
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.answers().size(), 1);
    QCOMPARE(ran.answers().at(0)[u"keys"_s][u"x"_s].toString(), u"M-002"_s);
    EXPECT_CODE(0, m_computer.run({u"undo"_s, m_file}));
    QCOMPARE(m_computer.dump(m_file), before);
}

void TestApply::editFunctionsRun()
{
    EXPECT_CODE(
        0, m_computer.apply(
               m_file,
               R"({"do":"reschedule","args":{"milestone":"M-001","target":"2020-03-01","reason":"More data"}}
{"do":"baseline","args":{"name":"Plan"}}
{"do":"waive","args":{"check":"plan.overdue","on":"M-001","reason":"Known"}}
{"delete":"M-001"}
{"do":"restore","args":{"record":"M-001"}})"));
    QCOMPARE(milestone()[u"target"_s].toString(), u"2020-03-01"_s);
    QCOMPARE(milestone()[u"reason"_s].toString(), u"More data"_s);
    QCOMPARE(milestone()[u"deleted"_s], QJsonValue(false));
    QCOMPARE(m_computer.show(m_file, u"baseline"_s).size(), 1);
    QCOMPARE(m_computer.show(m_file, u"waiver"_s).size(), 1);
}

void TestApply::badLineKeepsNothingOfIt_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *line, const QString &field = {}) {
        QTest::newRow(name) << QByteArray(line) << field;
    };
    row("not JSON", "set M-001");
    row("a number", "5");
    row("cut off", R"({"set":{"M-001":{"title":"x"})");
    row("empty list", "[]");
    row("list of numbers", "[1]");
    row("no verb", R"({"title":"x"})");
    row("unknown key", R"({"set":{"M-001":{"title":"x"}},"why":"y"})", u"why"_s);
    row("unknown kind", R"({"create":"milstone","set":{"title":"x"}})", u"create"_s);
    row("the review itself", R"({"create":"review"})", u"create"_s);
    row("fields that are none", R"({"create":"milestone","set":5})", u"set"_s);
    row("name that is none", R"({"create":"milestone","as":5,"set":{"title":"x"}})", u"as"_s);
    row("unknown field", R"({"set":{"M-001":{"titel":"x"}}})", u"titel"_s);
    row("unknown record", R"({"set":{"M-999":{"title":"x"}}})");
    row("unknown reference", R"({"set":{"M-001":{"subteam":"S9"}}})", u"subteam"_s);
    row("reference to another kind", R"({"set":{"M-001":{"subteam":"M-001"}}})", u"subteam"_s);
    row("day that is not there", R"({"set":{"M-001":{"target":"2020-02-30"}}})", u"target"_s);
    row("month that is not there", R"({"set":{"M-001":{"target":"2020-13"}}})", u"target"_s);
    row("date in words", R"({"set":{"M-001":{"target":"next week"}}})", u"target"_s);
    row("date the other way round", R"({"set":{"M-001":{"target":"24.01.2020"}}})", u"target"_s);
    row("number for text", R"({"set":{"M-001":{"title":5}}})", u"title"_s);
    row("text for a number", R"({"set":{"M-001":{"progress":"half"}}})", u"progress"_s);
    row("fraction", R"({"set":{"M-001":{"progress":0.5}}})", u"progress"_s);
    row("delete nothing", R"({"delete":"M-999"})");
    row("delete the review", R"({"delete":"review"})", u"delete"_s);
    row("unknown function", R"({"do":"fly"})", u"do"_s);
    row("unknown argument", R"({"do":"reschedule","args":{"milestone":"M-001","target":"2020","when":"x"}})",
        u"when"_s);
    row("missing argument", R"({"do":"reschedule","args":{"milestone":"M-001"}})", u"target"_s);
    row("arguments that are none", R"({"do":"baseline","args":"Plan"})", u"args"_s);
    row("refused by a rule", R"([{"set":{"M-001":{"type":"comment","start":"2020-01-24"}}},)"
                             R"({"do":"reschedule","args":{"milestone":"M-009","target":"2020-01-25"}}])");
    row("ends before it starts",
        R"({"do":"reschedule","args":{"milestone":"M-001","start":"2020-05","target":"2020-04"}})");
    row("restore what is created here",
        R"([{"create":"milestone","as":"x","set":{"title":"x"}},)"
        R"({"do":"restore","args":{"record":"x"}}])",
        u"record"_s);
    row("attachment", R"({"attach":"M-001","file":"x.txt"})", u"file"_s);
    row("good and bad in one list",
        R"([{"set":{"M-001":{"title":"x"}}},{"create":"milestone","set":{"title":"y"}},)"
        R"({"set":{"M-001":{"target":"soon"}}}])",
        u"target"_s);
}

void TestApply::badLineKeepsNothingOfIt()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, field);
    // What comes before stays, nothing of the line is kept, nothing after it is done.
    const Ran ran = m_computer.apply(u"kept.plumb"_s, "{\"set\":{\"review\":{}}}\n" + line +
                                                 "\n{\"create\":\"note\",\"set\":{\"text\":\"never\"}}");
    QVERIFY2(ran.code == 3 && ran.saysOneSentence() && ran.err.startsWith("Line 2: "), ran.told());
    const QList<QJsonObject> answers = ran.answers();
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers.at(0)[u"ok"_s], QJsonValue(true));
    QCOMPARE(answers.at(1)[u"ok"_s], QJsonValue(false));
    QCOMPARE(answers.at(1)[u"line"_s].toInt(), 2);
    QCOMPARE(answers.at(1)[u"field"_s].toString(), field);
    QVERIFY(!answers.at(1)[u"error"_s].toString().isEmpty());
    QCOMPARE(m_computer.run({u"dump"_s, u"kept.plumb"_s, u"--history"_s}).out, m_history);
}

void TestApply::emptyLinesAreNothing()
{
    const Ran ran = m_computer.apply(m_file, "\n\r\n  \n{\"set\":{\"M-001\":{\"title\":\"x\"}}}\r\n\n");
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.answers().size(), 1);
    QCOMPARE(ran.answers().at(0)[u"line"_s].toInt(), 4); // Counted as an editor counts.
    EXPECT_CODE(0, m_computer.apply(m_file, ""));
}

void TestApply::textSurvivesAsTyped()
{
    const QString text = u"Zeile 1\nZeile 2\t\"quoted\" \\ 安全 \U0001F512 <b>&amp;</b> cafe\u0301"_s;
    EXPECT_CODE(0, m_computer.apply(
                       m_file, QJsonDocument(QJsonObject{{u"create"_s, u"finding"_s},
                                                         {u"set"_s, QJsonObject{{u"statement"_s, text}}}})
                                   .toJson(QJsonDocument::Compact)));
    QCOMPARE(m_computer.record(m_file, u"finding"_s, u"F-001"_s)[u"statement"_s].toString(), text);
    // Line ends become one, what cannot be shown goes.
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"set":{"F-001":{"statement":"\uFEFFa\r\nb\u0007"}}})"));
    QCOMPARE(m_computer.record(m_file, u"finding"_s, u"F-001"_s)[u"statement"_s].toString(), u"a\nb"_s);
    const QByteArray large(100'000, 'x');
    EXPECT_CODE(0, m_computer.apply(m_file, "{\"set\":{\"F-001\":{\"statement\":\"" + large + "\"}}}"));
    QCOMPARE(m_computer.record(m_file, u"finding"_s, u"F-001"_s)[u"statement"_s].toString().size(),
             large.size());
    const QByteArray tooLarge(1'100'000, 'x');
    EXPECT_REFUSED(3, m_computer.apply(m_file, "{\"set\":{\"F-001\":{\"statement\":\"" + tooLarge + "\"}}}"));
}

void TestApply::valuesOfEveryShape()
{
    for (const char *date : {"2020-01-24", "2017-06", "2017-Q3", "2017", "2020-01-24?", "2017?", "TBD"}) {
        EXPECT_CODE(
            0, m_computer.apply(m_file, "{\"set\":{\"M-001\":{\"target\":\"" + QByteArray(date) + "\"}}}"));
        QCOMPARE(milestone()[u"target"_s].toString(), QLatin1String(date));
    }
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"set":{"M-001":{"progress":40}}})"));
    QCOMPARE(milestone()[u"progress"_s].toInt(), 40);
    // Values of several parts: an object, a list, or the first part alone.
    for (const char *priority : {R"({"level":"high","reason":"Harm"})", R"(["high","Harm"])"}) {
        EXPECT_CODE(0,
                    m_computer.apply(m_file, R"({"create":"recommendation","set":{"title":"R","priority":)" +
                                                 QByteArray(priority) + "}}"));
    }
    for (const QJsonValue &recommendation : m_computer.show(m_file, u"recommendation"_s))
        QCOMPARE(recommendation[u"priority"_s].toObject(),
                 QJsonObject({{u"level"_s, u"high"_s}, {u"reason"_s, u"Harm"_s}}));
}

void TestApply::noneIsNullOrEmpty()
{
    EXPECT_CODE(0, m_computer.apply(m_file, R"({"set":{"M-001":{"target":null,"title":""}}})"));
    QVERIFY(!milestone().contains(u"target"_s) && !milestone().contains(u"title"_s));
}

void TestApply::ambiguousKeyIsRefused()
{
    EXPECT_CODE(0,
                m_computer.apply(m_file, R"({"create":"milestone","set":{"key":"M-001","title":"Twin"}})"));
    const QByteArray before = m_computer.dump(m_file);
    const Ran ran = m_computer.apply(m_file, R"({"set":{"M-001":{"title":"Which"}}})");
    QVERIFY2(ran.code == 3 && ran.saysOneSentence() && ran.err.contains("M-001~"), ran.told());
    QCOMPARE(m_computer.dump(m_file), before);
    const QByteArray one = ran.err.mid(ran.err.indexOf("M-001~"), 8);
    EXPECT_CODE(0, m_computer.apply(m_file, "{\"set\":{\"" + one + "\":{\"title\":\"This one\"}}}"));
}

void TestApply::editsFromAFile()
{
    m_computer.write(u"edits.jsonl"_s, R"({"set":{"M-001":{"title":"From a file"}}})"); // No line end.
    EXPECT_CODE(0, m_computer.run({u"apply"_s, m_file, u"edits.jsonl"_s}));
    QCOMPARE(milestone()[u"title"_s].toString(), u"From a file"_s);
}

void TestApply::examplesOfTheManualWork()
{
    QFile manual(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/command-line.md"));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    const QByteArray text = manual.readAll();
    const qsizetype begin = text.indexOf("\n### `apply");
    QByteArray lines;
    for (const QByteArray &line : text.mid(begin, text.indexOf("\n### `undo") - begin).split('\n')) {
        const bool isEdit = line.startsWith("    {") || line.startsWith("    [");
        if (isEdit && !line.contains("\"ok\":")) // The others are answers.
            lines += line.trimmed() + '\n';
    }
    QVERIFY(lines.count('\n') >= 8);
    m_computer.write(u"minutes.pdf"_s, "what is attached there");
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"manual.plumb"_s}));
    EXPECT_CODE(0, m_computer.apply(u"manual.plumb"_s, lines));
}

void TestApply::editsThatAreNotThere()
{
    EXPECT_REFUSED(3, m_computer.run({u"apply"_s, m_file, u"missing.jsonl"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"apply"_s, m_file, u"."_s}));
    EXPECT_REFUSED(2, m_computer.run({u"apply"_s, m_file, u"a"_s, u"b"_s}));
}

PLUMBLINE_TEST(TestApply)
} // namespace apply_test

#include "tst_apply.moc"
