#include "core/mail/mbox.h"

#include "tests/core/base/must.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace mbox_test {

class TestMbox : public QObject
{
    Q_OBJECT

private slots:
    void messagesAreParted_data();
    void messagesAreParted();
    void marksBeforeFromGo();
    void aSingleMessageNeedsNoFrame();
    void whatIsNoMailIsRefused_data();
    void whatIsNoMailIsRefused();
    void whatIsNotAsItWasIsSaid();
    void filesAreReadLikeBytes();
    void progressIsToldAndCancelHeard();
};

static QStringList subjects(const MailFile &file)
{
    QStringList all;
    for (const MailMessage &message : file.messages)
        all += message.subject;
    return all;
}

static const QByteArray first = "From ada@example.org Fri Nov  8 13:02:00 2019\n";
static const QByteArray second = "From bob@example.org Sat Nov  9 09:00:00 2019\n";

void TestMbox::messagesAreParted_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &data, const QStringList &expected) {
        QTest::newRow(name) << data << expected;
    };
    const QStringList both{u"one"_s, u"two"_s};
    row("as it should be", first + "Subject: one\n\nA\n\n" + second + "Subject: two\n\nB\n", both);
    row("Windows",
        QByteArray(first + "Subject: one\n\nA\n\n" + second + "Subject: two\n\nB\n").replace("\n", "\r\n"),
        both);
    row("byte order mark", "\xEF\xBB\xBF" + first + "Subject: one\n\nA\n\n" + second + "Subject: two\n\nB",
        both);
    row("blank lines before", "\n\n" + first + "Subject: one\n\nA\n\n" + second + "Subject: two\n\nB\n",
        both);
    row("no blank line between", first + "Subject: one\n\nA\n" + second + "Subject: two\n\nB\n", both);
    row("Mailman's archive",
        "From ada at example.org  Fri Nov  8 13:02:00 2019\nFrom: ada at example.org (Ada)\nSubject: "
        "one\n\nA\n\n"
        "From bob at example.org  Sat Nov  9 09:00:00 2019\nFrom: bob at example.org (Bob)\nSubject: "
        "two\n\nB\n",
        both);
    row("Thunderbird",
        "From - Fri Nov 08 13:02:00 2019\nX-Mozilla-Status: 0001\nSubject: one\n\nA\n\nFrom \nSubject: "
        "two\n\nB\n",
        both);
    row("a sentence",
        first + "Subject: one\n\nA\n\nFrom here on it is easy: no date, no header.\nFrom 1 to 9.\n\n" +
            second + "Subject: two\n\nB\n",
        both);
    row("only the first framed", "Subject: one\nFrom: a@b\n\nA\n\n" + second + "Subject: two\n\nB\n", both);
    row("empty ones between",
        first + "\n" + first + "Subject: one\n\nA\n\n" + first + "\n\n" + second + "Subject: two\n", both);
}

void TestMbox::messagesAreParted()
{
    QFETCH(QByteArray, data);
    QFETCH(QStringList, expected);
    const MailFile file = must(readMbox(data));
    QCOMPARE(subjects(file), expected);
    QVERIFY(file.messages.first().text.startsWith(u'A'));
}

void TestMbox::marksBeforeFromGo()
{
    const MailFile file =
        must(readMbox(first + "Subject: one\n\n>From me\n>>From you\n> From them, quoted\n>Fromage\n\n" +
                      second + "Subject: two\n\nB\n"));
    QCOMPARE(file.messages.first().text, u"From me\n>From you\n> From them, quoted\n>Fromage"_s);
}

void TestMbox::aSingleMessageNeedsNoFrame()
{
    const MailFile file = must(
        readMbox("Received: by x\nFrom: a@b\nDate: Fri, 8 Nov 2019 13:02:00 +0000\nSubject: one\n\nA\n"));
    QCOMPARE(subjects(file), QStringList{u"one"_s});
}

void TestMbox::whatIsNoMailIsRefused_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("begin");
    const QString none = u"This is no mailing list that can be read."_s;
    QTest::newRow("empty") << QByteArray() << u"The file is empty."_s;
    QTest::newRow("blank") << QByteArray("\n \r\n\n") << u"The file is empty."_s;
    QTest::newRow("a letter") << QByteArray("Dear all,\n\nFrom: nobody\nSubject: nothing\n") << none;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << none;
    QTest::newRow("zeros") << QByteArray(100000, '\0') << none;
    QTest::newRow("a list of words") << QByteArray("note: buy milk\n\nand bread\n") << none;
    QTest::newRow("a frame only") << first << none;
    QTest::newRow("a sentence") << QByteArray("From here to there it is far.\nAnd back.\n") << none;
    QTest::newRow("HTML") << QByteArray("<html><body>From: a\n</body></html>") << none;
    QTest::newRow("a review") << QByteArray("SQLite format 3\0\x10\0", 18) << none;
}

void TestMbox::whatIsNoMailIsRefused()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, begin);
    const auto file = readMbox(data);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::BadInput);
    QVERIFY2(file.error().sentence.startsWith(begin), qPrintable(file.error().sentence));
    QVERIFY(file.error().sentence.endsWith(u'.'));
}

void TestMbox::whatIsNotAsItWasIsSaid()
{
    const MailFile file = must(readMbox(first + "Subject: one\nMessage-ID: <1@b>\nDate: some day\n\nA\n\n" +
                                        second + "X-Nothing: here\n\nB\n\n" + first +
                                        "Subject: three\nDate: Fri, 8 Nov 2019 13:02:00 +0000\n\n" +
                                        QByteArray("word ").repeated(maxMailBody / 4)));
    QCOMPARE(subjects(file), (QStringList{u"one"_s, u"three"_s}));
    const QString notes = file.notes.join(u'\n');
    QCOMPARE(file.notes.size(), 4);
    QVERIFY2(notes.contains(u"left out: they have no headers"_s) && notes.contains(u"no date"_s) &&
                 notes.contains(u"no id"_s) && notes.contains(u"1 MB"_s),
             qPrintable(notes));
}

void TestMbox::filesAreReadLikeBytes()
{
    QTemporaryDir folder;
    const QByteArray data = first + "Subject: one\n\nA\n\n" + second + "Subject: two\n\nB\n";
    QFile file(folder.filePath(u"list.mbox"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(data) == data.size());
    file.close();
    QVERIFY(must(readMboxFile(file.fileName())) == must(readMbox(data)));
    for (const QString &path : {folder.filePath(u"none.mbox"_s), folder.path()}) {
        const auto missing = readMboxFile(path);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
    }
}

void TestMbox::progressIsToldAndCancelHeard()
{
    const QByteArray data =
        (first + "Subject: one\n\n" + QByteArray(QByteArray(70, 'w') + "\n").repeated(150) + "\n")
            .repeated(300);
    QList<qint64> told;
    const Progress progress([&](qint64 done, qint64 total) {
        QCOMPARE(total, data.size());
        told += done;
    });
    QCOMPARE(must(readMbox(data, progress)).messages.size(), 300);
    QVERIFY(told.size() >= 3 && std::is_sorted(told.begin(), told.end()));
    progress.cancel();
    const auto stopped = readMbox(data, progress);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

PLUMBLINE_TEST(TestMbox)

} // namespace mbox_test

#include "tst_mbox.moc"
