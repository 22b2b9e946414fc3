#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace backups_test {

class TestBackups : public QObject
{
    Q_OBJECT

private slots:
    void theFirstWritingOfADayIsBackedUp();
    void readingMakesNone();
    void aDayIsCopiedToANewName();
    void aDamagedReviewStillHasThem();
    void wrongWordsAreRefused();
    void nowhereToKeepThemIsNoFailure();

private:
    /// A review with one finding, of which the backup does not know.
    static void makeReview(const Computer &computer)
    {
        EXPECT_CODE(0, computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
        EXPECT_CODE(0, computer.apply(u"r.plumb"_s, R"({"create":"finding","set":{"title":"One"}})"));
    }
    static QJsonArray listed(const Computer &computer)
    {
        return computer.run({u"backups"_s, u"r.plumb"_s, u"--json"_s}).array();
    }
};

void TestBackups::theFirstWritingOfADayIsBackedUp()
{
    const Computer computer;
    makeReview(computer);
    const QJsonArray first = listed(computer);
    QCOMPARE(first.size(), 1);
    QVERIFY(QDate::fromString(first.at(0).toObject().value(u"day"_s).toString(), Qt::ISODate).isValid());
    QVERIFY(first.at(0).toObject().value(u"size"_s).toInteger() > 4096);
    EXPECT_CODE(0, computer.apply(u"r.plumb"_s, R"({"create":"finding","set":{"title":"Two"}})"));
    QCOMPARE(listed(computer), first);
    const Ran lines = computer.run({u"backups"_s, u"r.plumb"_s});
    QCOMPARE(lines.out.count('\n'), 1);
}

void TestBackups::readingMakesNone()
{
    const Computer computer;
    EXPECT_CODE(0, computer.run({u"new"_s, u"r.plumb"_s}));
    EXPECT_CODE(0, computer.run({u"show"_s, u"r.plumb"_s, u"milestone"_s}));
    EXPECT_CODE(0, computer.run({u"verify"_s, u"r.plumb"_s}));
    QVERIFY(listed(computer).isEmpty());
}

void TestBackups::aDayIsCopiedToANewName()
{
    const Computer computer;
    makeReview(computer);
    const QString day = listed(computer).at(0).toObject().value(u"day"_s).toString();
    EXPECT_CODE(0, computer.run({u"backups"_s, u"r.plumb"_s, u"--restore"_s, day, u"old.plumb"_s}));
    EXPECT_CODE(0, computer.run({u"verify"_s, u"old.plumb"_s}));
    QCOMPARE(computer.show(u"old.plumb"_s, u"finding"_s).size(), 0); // As it was before that day's work.
    const QByteArray before = computer.bytes(u"r.plumb"_s);
    EXPECT_REFUSED(3, computer.run({u"backups"_s, u"r.plumb"_s, u"--restore"_s, day, u"r.plumb"_s}));
    QCOMPARE(computer.bytes(u"r.plumb"_s), before);
    // Work in the copy and in the original comes together again.
    EXPECT_CODE(0, computer.apply(u"old.plumb"_s, R"({"create":"finding","set":{"title":"In the copy"}})"));
    EXPECT_CODE(0, computer.run({u"export"_s, u"old.plumb"_s, u"old.plumbx"_s}));
    EXPECT_CODE(0, computer.run({u"import"_s, u"r.plumb"_s, u"old.plumbx"_s}));
    QCOMPARE(computer.show(u"r.plumb"_s, u"finding"_s).size(), 2);
}

void TestBackups::aDamagedReviewStillHasThem()
{
    const Computer computer;
    makeReview(computer);
    QByteArray bytes = computer.bytes(u"r.plumb"_s);
    bytes.replace(100, 3000, QByteArray(3000, '\0'));
    computer.write(u"r.plumb"_s, bytes);
    QCOMPARE(listed(computer).size(), 1);
}

void TestBackups::wrongWordsAreRefused()
{
    const Computer computer;
    makeReview(computer);
    EXPECT_REFUSED(2, computer.run({u"backups"_s, u"r.plumb"_s, u"--restore"_s, u"yesterday"_s, u"n.plumb"_s}));
    EXPECT_REFUSED(2, computer.run({u"backups"_s, u"r.plumb"_s, u"--restore"_s, u"2020-01-24"_s}));
    EXPECT_REFUSED(2, computer.run({u"backups"_s, u"r.plumb"_s, u"n.plumb"_s}));
    EXPECT_REFUSED(3, computer.run({u"backups"_s, u"r.plumb"_s, u"--restore"_s, u"2020-01-24"_s, u"n.plumb"_s}));
    EXPECT_REFUSED(3, computer.run({u"backups"_s, u"none.plumb"_s}));
    QVERIFY(!computer.has(u"n.plumb"_s));
}

void TestBackups::nowhereToKeepThemIsNoFailure()
{
    const Computer computer;
    EXPECT_CODE(0, computer.run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    // A file stands where the folder would be made.
    QVERIFY(QDir().mkpath(computer.path(u"home/plumbline"_s)));
    computer.write(u"home/plumbline/backups"_s, "in the way");
    const auto applied = [&](const QByteArray &edit) {
        return computer.runProgram({u"apply"_s, u"r.plumb"_s}, edit + '\n'); // What it logs is the program's.
    };
    const Ran quiet = applied(R"({"create":"finding","set":{"title":"One"}})");
    QVERIFY2(quiet.code == 0 && quiet.err.isEmpty(), quiet.told());
    qputenv("PLUMBLINE_DEBUG", "1");
    const Ran telling = applied(R"({"create":"finding","set":{"title":"Two"}})");
    qunsetenv("PLUMBLINE_DEBUG");
    QVERIFY2(telling.code == 0 && telling.err.contains("No backup of the review was made"), telling.told());
}

PLUMBLINE_TEST(TestBackups)
} // namespace backups_test

#include "tst_backups.moc"
