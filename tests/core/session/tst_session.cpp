#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QSignalSpy>

#include <sys/file.h>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace session_test {

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void aSecondSessionIsRefusedNamingWhoHasIt();
    void aLockThatNamesNobodyHoldsNobodyUp();
    void aLockBeingMadeIsRespected();
    void readingBesideIsAllowed();
    void theLockEndsWithTheSession();
    void aForeignFileGetsNoLockBesideIt();
    void aCommitTellsExactlyWhatChanged();
    void settingTheSameValueAgainIsNoNews();
    void anEditOfOneFieldIsNoNewsOfAConflictInAnother();
    void aRefusedCommitTellsNothing();
    void anEmptyCommitTellsNothing();
    void undoAndRedoTellWhatChanged();
    void anImportTellsWhatChanged();
    void anErrorOfAnEditFunctionIsPassedOn();
    void undoTextNamesWhatWouldBeTakenBack();
    void undoTextCountsSeveralChanges();
    void meIsWhoSatDown();
    void meIsNobodyWhenThePersonIsDeleted();
    void meIsNotInTheDump();
    void commitsAreSignedByMeAtTheTimeOfTheClock();
    void lastSavedIsTheTimeOfTheLastCommit();
    void problemsFollowTheReview();
};

static RecordId addMilestone(Desk &desk, const QByteArray &title)
{
    desk.apply("{\"create\":\"milestone\",\"as\":\"m\",\"set\":{\"title\":\"" + title + "\"}}");
    return desk.script.named(u"m"_s);
}

/// The news of everything the session told since, in one.
static QHash<RecordId, QSet<QByteArray>> newsOf(const QSignalSpy &spy)
{
    QHash<RecordId, QSet<QByteArray>> news;
    for (const auto &arguments : spy) {
        const auto changes = arguments.first().value<Changes>();
        for (auto record = changes.records.cbegin(); record != changes.records.cend(); ++record)
            news[record.key()].unite(record->fields);
    }
    return news;
}

void TestSession::aSecondSessionIsRefusedNamingWhoHasIt()
{
    Desk desk;
    const auto second = Session::open(desk.path(), desk.options());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Locked);
    QVERIFY(second.error().sentence.contains(u"review.plumb"));
    QVERIFY(second.error().sentence.contains(QSysInfo::machineHostName()));
    QVERIFY(second.error().sentence.contains(QFileInfo(desk.path()).owner()));
    QVERIFY(second.error().sentence.contains(QDate::currentDate().toString(u"yyyy, "_s))); // Since when.
}

/// A process that was killed between making the lock file and writing its name leaves this.
void TestSession::aLockThatNamesNobodyHoldsNobodyUp()
{
    Desk desk;
    desk.session.reset();
    QFile lock(desk.path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::NewOnly));
    lock.close();
    must(Session::open(desk.path(), desk.options()));
}

/// The process that made it lives: it holds the file in the kernel and has not yet written its name.
void TestSession::aLockBeingMadeIsRespected()
{
    Desk desk;
    desk.session.reset();
    QFile lock(desk.path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::NewOnly));
    QCOMPARE(::flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
    const auto refused = Session::open(desk.path(), desk.options());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Locked);
    QVERIFY(lock.exists());
}

void TestSession::readingBesideIsAllowed()
{
    Desk desk;
    addMilestone(desk, "Draft report");
    SessionOptions options = desk.options();
    options.mode = Store::ReadOnly;
    const auto reading = must(Session::open(desk.path(), options));
    QVERIFY(reading->isReadOnly());
    QCOMPARE(dumpReview(reading->review()), desk.dump());
    const auto refused = reading->undo();
    QCOMPARE(refused.error().code, ErrorCode::CannotWrite);
    // The one who writes is not kept from it by those who read.
    addMilestone(desk, "Final report");
}

void TestSession::theLockEndsWithTheSession()
{
    Desk desk;
    desk.close();
    QCOMPARE(QDir(desk.file({})).entryList(QDir::Files), QStringList{u"review.plumb"_s});
    QVERIFY(Session::open(desk.path(), desk.options()));
}

void TestSession::aForeignFileGetsNoLockBesideIt()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"notes.plumb"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("my notes");
    file.close();
    const auto session =
        Session::open(file.fileName(), {Store::ReadWrite, nullptr, StreamRegistry::inMemory(), {}});
    QVERIFY(!session);
    QCOMPARE(session.error().code, ErrorCode::BadInput);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"notes.plumb"_s});
}

void TestSession::aCommitTellsExactlyWhatChanged()
{
    Desk desk;
    const RecordId one = addMilestone(desk, "one");
    addMilestone(desk, "two");
    QSignalSpy spy(desk.session.get(), &Session::changed);
    desk.apply(R"({"set":{"M-001":{"title":"changed","target":"2020-01-24"}}})");
    QCOMPARE(spy.size(), 1);
    const QHash<RecordId, QSet<QByteArray>> expected{{one, {"title", "target"}}};
    QCOMPARE(newsOf(spy), expected);
}

void TestSession::settingTheSameValueAgainIsNoNews()
{
    Desk desk;
    addMilestone(desk, "one");
    QSignalSpy spy(desk.session.get(), &Session::changed);
    desk.apply(R"({"set":{"M-001":{"title":"one"}}})");
    QVERIFY(newsOf(spy).isEmpty());
}

void TestSession::anEditOfOneFieldIsNoNewsOfAConflictInAnother()
{
    Desk ada;
    const RecordId id = addMilestone(ada, "one");
    Desk ben(ada, "Ben");
    ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    ben.apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    QList<Transaction> all;
    must(ben.session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction;
        return {};
    }));
    QSignalSpy spy(ada.session.get(), &Session::changed);
    must(ada.session->importTransactions(
        [&]() -> std::optional<Transaction> {
            return all.isEmpty() ? std::nullopt : std::optional(all.takeFirst());
        },
        u"Ben"_s));
    QCOMPARE(newsOf(spy).value(id), QSet<QByteArray>{"title"});
    spy.clear();
    ada.apply(R"({"set":{"M-001":{"source":"the plan"}}})");
    QCOMPARE(newsOf(spy).value(id), QSet<QByteArray>{"source"});
}

void TestSession::aRefusedCommitTellsNothing()
{
    Desk desk;
    const RecordId id = addMilestone(desk, "one");
    QSignalSpy spy(desk.session.get(), &Session::changed);
    ChangeSet changes(desk.review(), Cause::Edit);
    changes.set(Kind::Milestone, id, "title", Value(u"changed"_s));
    changes.set(Kind::Milestone, id, "target", Value(u"soon"_s));
    QVERIFY(!desk.session->commit(changes));
    QVERIFY(spy.isEmpty());
}

void TestSession::anEmptyCommitTellsNothing()
{
    Desk desk;
    QSignalSpy spy(desk.session.get(), &Session::changed);
    QVERIFY(desk.session->commit(ChangeSet(desk.review(), Cause::Edit)));
    QVERIFY(spy.isEmpty());
}

void TestSession::undoAndRedoTellWhatChanged()
{
    Desk desk;
    const RecordId id = addMilestone(desk, "one");
    desk.apply(R"({"set":{"M-001":{"title":"changed"}}})");
    QSignalSpy spy(desk.session.get(), &Session::changed);
    must(desk.session->undo());
    must(desk.session->redo());
    QCOMPARE(spy.size(), 2);
    const QHash<RecordId, QSet<QByteArray>> expected{{id, {"title"}}};
    QCOMPARE(newsOf(spy), expected);
}

void TestSession::anImportTellsWhatChanged()
{
    Desk ada;
    Desk ben(ada, "Ben");
    const RecordId id = addMilestone(ben, "of Ben");
    QList<Transaction> all;
    must(ben.session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction;
        return {};
    }));
    QSignalSpy spy(ada.session.get(), &Session::changed);
    must(ada.session->importTransactions(
        [&]() -> std::optional<Transaction> {
            return all.isEmpty() ? std::nullopt : std::optional(all.takeFirst());
        },
        u"Ben"_s));
    QCOMPARE(spy.size(), 1);
    const auto changes = spy.first().first().value<Changes>();
    QVERIFY(changes.records.value(id).appeared);
    QCOMPARE(changes.records.size(), 2); // The milestone, and the person who made it.
}

void TestSession::anErrorOfAnEditFunctionIsPassedOn()
{
    Desk desk;
    const Result<ChangeSet> refused = Error{ErrorCode::Refused, u"No."_s, {}, {}};
    const auto done = desk.session->commit(refused);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
}

void TestSession::undoTextNamesWhatWouldBeTakenBack()
{
    Desk desk;
    addMilestone(desk, "one");
    QCOMPARE(desk.session->undoText(), u"creation of M-001"_s);
    desk.apply(R"({"set":{"M-001":{"target":"2020-01-24"}}})");
    QCOMPARE(desk.session->undoText(), u"change of Target of M-001"_s);
    QVERIFY(desk.session->redoText().isEmpty());
    must(desk.session->undo());
    QCOMPARE(desk.session->redoText(), u"change of Target of M-001"_s);
    desk.apply(R"({"delete":"M-001"})");
    QCOMPARE(desk.session->undoText(), u"deletion of M-001"_s);
}

void TestSession::undoTextCountsSeveralChanges()
{
    Desk desk;
    addMilestone(desk, "one");
    desk.apply(R"({"set":{"M-001":{"title":"two","source":"x","reason":"y"}}})");
    QVERIFY(desk.session->undoText().startsWith(u"3 change"));
}

void TestSession::meIsWhoSatDown()
{
    Desk desk;
    QCOMPARE(desk.review().find(PersonId(desk.session->me().uuid))->name, u"Ada"_s);
    QSignalSpy spy(desk.session.get(), &Session::meChanged);
    must(desk.session->setMe({}));
    QCOMPARE(spy.size(), 1);
    QVERIFY(desk.session->me().isNull());
}

void TestSession::meIsNobodyWhenThePersonIsDeleted()
{
    Desk desk;
    ChangeSet changes(desk.review(), Cause::Delete);
    changes.remove(Kind::Person, desk.session->me());
    must(desk.session->commit(changes));
    QVERIFY(desk.session->me().isNull());
}

void TestSession::meIsNotInTheDump()
{
    Desk desk;
    const QByteArray before = desk.dump();
    must(desk.session->setMe({}));
    QCOMPARE(desk.dump(), before);
}

void TestSession::commitsAreSignedByMeAtTheTimeOfTheClock()
{
    Desk desk;
    const RecordId id = addMilestone(desk, "one");
    desk.clock.set(QDateTime(QDate(2020, 3, 4), QTime(23, 59), Qt::UTC));
    desk.apply(R"({"set":{"M-001":{"title":"two"}}})");
    const HistoryEntry entry = desk.session->history(id, "title").first();
    QCOMPARE(entry.person, desk.session->me());
    QCOMPARE(entry.when, desk.clock.now());
    QCOMPARE(desk.session->recent(1).first().record, id);
}

void TestSession::lastSavedIsTheTimeOfTheLastCommit()
{
    Desk desk;
    desk.reopen();
    QVERIFY(!desk.session->lastSaved().isValid());
    desk.clock.set(QDateTime(QDate(2020, 3, 4), QTime(23, 59), Qt::UTC));
    addMilestone(desk, "one");
    QCOMPARE(desk.session->lastSaved(), desk.clock.now());
}

void TestSession::problemsFollowTheReview()
{
    Desk desk;
    const qsizetype before = desk.session->problems().size();
    desk.apply(
        R"({"create":"milestone","set":{"title":"late","target":"2019-01-01","deadline":"2018-01-01"}})");
    QVERIFY(desk.session->problems().size() > before);
    must(desk.session->undo());
    QCOMPARE(desk.session->problems().size(), before);
}

PLUMBLINE_TEST(TestSession)
} // namespace session_test

#include "tst_session.moc"
