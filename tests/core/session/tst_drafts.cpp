#include "core/session/drafts.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QDirIterator>
#include <QProcess>

#include <cstdio>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace drafts_test {

static const QUuid reviewId(u"7ae0a4a1-6b3c-4f5e-9d43-0a1b2c3d4e5f"_s);
static const RecordId recordId(QUuid(u"11111111-6b3c-4f5e-9d43-0a1b2c3d4e5f"_s));

static Draft typed(const QString &text, const QByteArray &field = "title")
{
    return {recordId, field, Value(text), Value(u"before"_s), 42,
            QDateTime(QDate(2018, 11, 8), QTime(14, 2), Qt::UTC)};
}

class TestDrafts : public QObject
{
    Q_OBJECT

private slots:
    void whatWasTypedIsOfferedByTheNextRun();
    void whatIsBeingTypedIsNotOffered();
    void committedTextIsNoDraft();
    void anUnansweredOfferStays();
    void answeredOffersAreGone();
    void anotherCopyOfTheReviewHasDraftsOfItsOwn();
    void textSurvivesAKilledProcess();
    void damagedDraftsArePassedOver();
    void theReviewFileHoldsNoDraft();
    void readersHaveNone();
};

void TestDrafts::whatWasTypedIsOfferedByTheNextRun()
{
    const QTemporaryDir folder;
    {
        Drafts drafts(reviewId, u"/r.plumb"_s, folder.path());
        drafts.keep(typed(u"half a "_s));
        drafts.keep(typed(u"half a thought 安"_s));
        drafts.keep({recordId, "priority", Value(Value::Array{Value(u"high"_s), Value()}), Value(), 7,
                     QDateTime(QDate(2018, 11, 8), QTime(14, 2), Qt::UTC)});
    }
    const Drafts next(reviewId, u"/r.plumb"_s, folder.path());
    QCOMPARE(next.left(recordId, "title"), std::optional(typed(u"half a thought 安"_s)));
    QCOMPARE(next.left(recordId, "priority")->typed, Value(Value::Array{Value(u"high"_s), Value()}));
    QVERIFY(!next.left(recordId, "text"));
}

void TestDrafts::whatIsBeingTypedIsNotOffered()
{
    const QTemporaryDir folder;
    Drafts drafts(reviewId, u"/r.plumb"_s, folder.path());
    drafts.keep(typed(u"half"_s));
    QVERIFY(!drafts.left(recordId, "title"));
    drafts.leaveBehind(typed(u"refused"_s));
    QVERIFY(drafts.left(recordId, "title"));
}

void TestDrafts::committedTextIsNoDraft()
{
    const QTemporaryDir folder;
    {
        Drafts drafts(reviewId, u"/r.plumb"_s, folder.path());
        drafts.keep(typed(u"half"_s));
        drafts.done(recordId, "title");
    }
    QVERIFY(!Drafts(reviewId, u"/r.plumb"_s, folder.path()).left(recordId, "title"));
}

void TestDrafts::anUnansweredOfferStays()
{
    const QTemporaryDir folder;
    {
        Drafts drafts(reviewId, u"/r.plumb"_s, folder.path());
        drafts.keep(typed(u"of the crash"_s));
    }
    {
        Drafts drafts(reviewId, u"/r.plumb"_s, folder.path());
        drafts.keep(typed(u"typed without answering"_s));
        drafts.done(recordId, "title");
    }
    QCOMPARE(Drafts(reviewId, u"/r.plumb"_s, folder.path()).left(recordId, "title"),
             std::optional(typed(u"of the crash"_s)));
}

void TestDrafts::answeredOffersAreGone()
{
    const QTemporaryDir folder;
    {
        Drafts drafts(reviewId, u"/r.plumb"_s, folder.path());
        drafts.keep(typed(u"half"_s));
    }
    {
        Drafts drafts(reviewId, u"/r.plumb"_s, folder.path());
        drafts.forget(recordId, "title");
        QVERIFY(!drafts.left(recordId, "title"));
    }
    QVERIFY(!Drafts(reviewId, u"/r.plumb"_s, folder.path()).left(recordId, "title"));
}

void TestDrafts::anotherCopyOfTheReviewHasDraftsOfItsOwn()
{
    const QTemporaryDir folder;
    {
        Drafts drafts(reviewId, u"/r.plumb"_s, folder.path());
        drafts.keep(typed(u"half"_s));
    }
    QVERIFY(!Drafts(reviewId, u"/copy.plumb"_s, folder.path()).left(recordId, "title"));
    QVERIFY(!Drafts(QUuid::createUuid(), u"/r.plumb"_s, folder.path()).left(recordId, "title"));
}

void TestDrafts::textSurvivesAKilledProcess()
{
    const QTemporaryDir folder;
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--type"_s, folder.path()});
    QVERIFY(process.waitForStarted());
    // It types for as long as it lives; two writes are at least two seconds apart.
    QVERIFY(QTest::qWaitFor(
        [&] { return Drafts(reviewId, u"/r.plumb"_s, folder.path()).left(recordId, "title").has_value(); }, 20'000));
    QTest::qWait(2500);
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    const int lines = int(process.readAllStandardOutput().count('\n'));
    const auto draft = Drafts(reviewId, u"/r.plumb"_s, folder.path()).left(recordId, "title");
    QVERIFY(draft);
    const int words = int(draft->typed.toText().count(u"word "));
    QVERIFY2(words > 0 && words <= lines + 1, QByteArray::number(words));
    QVERIFY2(lines - words < 500, QByteArray::number(lines - words)); // A word each 10 ms: at most some seconds lost.
    QCOMPARE(draft->readAt, 42);
}

void TestDrafts::damagedDraftsArePassedOver()
{
    const QTemporaryDir folder;
    {
        Drafts drafts(reviewId, u"/r.plumb"_s, folder.path());
        drafts.keep(typed(u"half"_s));
        drafts.keep(typed(u"other"_s, "text"));
    }
    QDirIterator files(folder.path(), {u"*.title"_s}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    QFile file(files.next());
    QVERIFY(file.resize(file.size() - 1));
    const Drafts next(reviewId, u"/r.plumb"_s, folder.path());
    QVERIFY(!next.left(recordId, "title"));
    QVERIFY(next.left(recordId, "text"));
}

void TestDrafts::theReviewFileHoldsNoDraft()
{
    Desk ada;
    const QTemporaryDir home;
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    ada.session->drafts()->keep(typed(u"Canary-of-a-draft"_s));
    ada.close();
    qputenv("XDG_DATA_HOME", before);
    QFile file(ada.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Canary"));
    QDirIterator files(home.path(), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
}

void TestDrafts::readersHaveNone()
{
    Desk ada;
    ada.close();
    SessionOptions options = ada.options();
    options.mode = Store::ReadOnly;
    QVERIFY(!must(Session::open(ada.path(), options))->drafts());
}

/// Types a word every ten milliseconds until it is killed, and says so.
static int typeForEver(const QString &folder)
{
    Drafts drafts(reviewId, u"/r.plumb"_s, folder);
    QString text;
    while (true) {
        text += u"word "_s;
        drafts.keep(typed(text));
        std::puts("typed");
        std::fflush(stdout);
        QTest::qSleep(10);
    }
}

static const testprogram::Helper helper{"--type", &typeForEver};
PLUMBLINE_TEST(TestDrafts)
} // namespace drafts_test

#include "tst_drafts.moc"
