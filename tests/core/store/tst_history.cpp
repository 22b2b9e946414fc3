#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace history_test {

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void historyListsTheChangesOfARecordNewestFirst();
    void historyOfAFieldListsOnlyThatField();
    void aChangeNamesItsAuthorTimeCauseAndTheValuesBeforeAndAfter();
    void creationAndDeletionAreWordsOfLife();
    void historyOfAnUnknownRecordIsEmpty();
    void recentListsTheNewestOfTheWholeReview();
    void importedChangesStandInHistoryUnderTheirAuthor();
    void theNextUndoIsTheWholeActionNewestFirst();
    void aPersonsChangesAreFound();
    void changesOfATimeAreFound();
    void anImportsChangesAreFoundAndNameIt();
    void pagesFollowEachOtherWithoutOverlap_data();
    void pagesFollowEachOtherWithoutOverlap();
    void everyValueThatWasReplacedIsThereWithItsAuthor();
    void timesThatCannotBeAreMarked();
    void noQueryReadsMoreThanItNeeds_data();
    void noQueryReadsMoreThanItNeeds();
    void aMissingStretchOfAStreamIsAGap();
    void aGapClosesWhenTheStretchArrives();
};

void TestHistory::historyListsTheChangesOfARecordNewestFirst()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    ada.set(id, "title", u"two"_s);
    ada.set(id, "source", u"three"_s);
    const QList<HistoryEntry> entries = ada.store->history(id);
    QVERIFY(entries.size() >= 4);
    QCOMPARE(entries.at(0).field, QByteArray("source"));
    QCOMPARE(entries.at(1).field, QByteArray("title"));
    for (qsizetype i = 1; i < entries.size(); ++i)
        QVERIFY(entries.at(i - 1).number > entries.at(i).number);
    for (const HistoryEntry &entry : entries)
        QCOMPARE(entry.record, id);
}

void TestHistory::historyOfAFieldListsOnlyThatField()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    ada.set(id, "source", u"x"_s);
    ada.set(id, "title", u"two"_s);
    const QList<HistoryEntry> entries = ada.store->history(id, "title");
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).after, Value(u"two"_s));
    QCOMPARE(entries.at(1).after, Value(u"one"_s));
}

void TestHistory::aChangeNamesItsAuthorTimeCauseAndTheValuesBeforeAndAfter()
{
    TestStore ada;
    const RecordId person = ada.add(Kind::Person, {{"name", u"Ada"_s}});
    const RecordId id = ada.addMilestone(u"one"_s);
    const QDateTime when(QDate(2020, 3, 4), QTime(23, 59), Qt::UTC);
    ChangeSet changes = ada.edit();
    changes.set(Kind::Milestone, id, "title", Value(u"two"_s));
    const Commit commit = must(ada.store->commit(changes, {person, when}));
    const HistoryEntry entry = ada.store->history(id, "title").first();
    QCOMPARE(entry.person, person);
    QCOMPARE(entry.when, when);
    QCOMPARE(entry.cause, Cause::Edit);
    QCOMPARE(entry.kind, Kind::Milestone);
    QCOMPARE(entry.group, commit.group);
    QCOMPARE(entry.before, Value(u"one"_s));
    QCOMPARE(entry.after, Value(u"two"_s));
}

void TestHistory::creationAndDeletionAreWordsOfLife()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    ada.remove(id);
    const QList<HistoryEntry> lives = ada.store->history(id, "life");
    QCOMPARE(lives.size(), 2);
    QCOMPARE(lives.at(0).after, Value(u"deleted"_s));
    QCOMPARE(lives.at(0).before, Value(u"alive"_s));
    QCOMPARE(lives.at(0).cause, Cause::Delete);
    QCOMPARE(lives.at(1).after, Value(u"alive"_s));
    QVERIFY(lives.at(1).before.isNull());
}

void TestHistory::historyOfAnUnknownRecordIsEmpty()
{
    TestStore ada;
    QVERIFY(ada.store->history(RecordId(QUuid::createUuid())).isEmpty());
}

void TestHistory::recentListsTheNewestOfTheWholeReview()
{
    TestStore ada;
    const RecordId one = ada.addMilestone(u"one"_s);
    const RecordId two = ada.addMilestone(u"two"_s);
    ada.set(one, "source", u"x"_s);
    ada.set(two, "source", u"y"_s);
    const QList<HistoryEntry> entries = ada.store->recent(2);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).record, two);
    QCOMPARE(entries.at(1).record, one);
    QVERIFY(ada.store->recent(0).isEmpty());
}

void TestHistory::importedChangesStandInHistoryUnderTheirAuthor()
{
    TestStore ada;
    const RecordId person = ada.add(Kind::Person, {{"name", u"Ben"_s}});
    const RecordId id = ada.addMilestone(u"one"_s);
    TestStore ben(ada, "Ben");
    ChangeSet changes = ben.edit();
    changes.set(Kind::Milestone, id, "title", Value(u"of Ben"_s));
    must(ben.store->commit(changes, {person, ben.now}));
    ada.takeFrom(ben);
    QCOMPARE(ada.store->history(id, "title").first().person, person);
    QCOMPARE(ada.store->history(id, "title").first().after, Value(u"of Ben"_s));
}

void TestHistory::theNextUndoIsTheWholeActionNewestFirst()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"one"_s);
    ChangeSet changes = ada.edit();
    changes.set(Kind::Milestone, id, "title", Value(u"two"_s));
    changes.set(Kind::Milestone, id, "source", Value(u"x"_s));
    ada.commit(changes);
    const QList<HistoryEntry> next = ada.store->nextUndo();
    QCOMPARE(next.size(), 2);
    QCOMPARE(next.at(0).field, QByteArray("source"));
    QCOMPARE(next.at(1).field, QByteArray("title"));
    QVERIFY(ada.store->nextRedo().isEmpty());
    ada.undo();
    QCOMPARE(ada.store->nextRedo().size(), 2);
}

/// Ada and Ben change a milestone in turn; Ada has it all.
struct TwoAuthors {
    TestStore ada;
    RecordId annie = ada.add(Kind::Person, {{"name", u"Ada"_s}});
    RecordId benny = ada.add(Kind::Person, {{"name", u"Ben"_s}});
    RecordId id = ada.addMilestone(u"one"_s);
    RecordId other = ada.addMilestone(u"other"_s);
    TestStore ben{ada, "Ben"};

    static QDateTime day(int day) { return QDateTime(QDate(2020, 2, day), QTime(9, 0), Qt::UTC); }
    static void write(TestStore &desk, RecordId id, const QString &title, RecordId person, const QDateTime &when)
    {
        ChangeSet changes = desk.edit();
        changes.set(Kind::Milestone, id, "title", Value(title));
        must(desk.store->commit(changes, {person, when}));
    }
    TwoAuthors()
    {
        write(ada, id, u"of Ada"_s, annie, day(1));
        write(ben, id, u"of Ben"_s, benny, day(2));
        write(ben, other, u"other of Ben"_s, benny, day(3));
        ada.now = day(10);
        ada.takeFrom(ben);
        write(ada, other, u"other of Ada"_s, annie, day(11));
    }
    QStringList titles(const HistoryFilter &filter)
    {
        QStringList texts;
        for (const HistoryEntry &entry : ada.store->history(filter))
            texts += entry.after.toText();
        return texts;
    }
};

void TestHistory::aPersonsChangesAreFound()
{
    TwoAuthors two;
    HistoryFilter filter;
    filter.person = two.benny;
    QCOMPARE(two.titles(filter), (QStringList{u"other of Ben"_s, u"of Ben"_s}));
    filter.record = two.other;
    QCOMPARE(two.titles(filter), QStringList{u"other of Ben"_s});
    filter.field = "source";
    QCOMPARE(two.titles(filter), QStringList());
    filter = {};
    filter.person = RecordId(); // Nobody said who they were.
    filter.record = two.id;
    QVERIFY(!two.titles(filter).isEmpty());
    QVERIFY(!two.titles(filter).contains(u"of Ada"_s));
}

void TestHistory::changesOfATimeAreFound()
{
    TwoAuthors two;
    HistoryFilter filter;
    filter.from = TwoAuthors::day(2); // Included.
    filter.to = TwoAuthors::day(11);  // Not included.
    QCOMPARE(two.titles(filter), (QStringList{u"other of Ben"_s, u"of Ben"_s}));
}

void TestHistory::anImportsChangesAreFoundAndNameIt()
{
    TwoAuthors two;
    HistoryFilter filter;
    filter.import = two.ada.store->imports().first().id;
    const QList<HistoryEntry> brought = two.ada.store->history(filter);
    QCOMPARE(brought.size(), 2);
    for (const HistoryEntry &entry : brought) {
        QCOMPARE(entry.import, filter.import);
        QCOMPARE(entry.person, two.benny);
    }
    QCOMPARE(two.ada.store->recent(1).first().import, 0);
}

void TestHistory::pagesFollowEachOtherWithoutOverlap_data()
{
    QTest::addColumn<bool>("ofRecord");
    QTest::addColumn<bool>("ofPerson");
    QTest::newRow("everything") << false << false;
    QTest::newRow("of a record") << true << false;
    QTest::newRow("of a person") << false << true;
}

void TestHistory::pagesFollowEachOtherWithoutOverlap()
{
    QFETCH(bool, ofRecord);
    QFETCH(bool, ofPerson);
    TwoAuthors two;
    HistoryFilter filter;
    if (ofRecord)
        filter.record = two.id;
    if (ofPerson)
        filter.person = two.benny;
    QList<qint64> all;
    for (const HistoryEntry &entry : two.ada.store->history(filter))
        all += entry.number;
    QVERIFY(std::is_sorted(all.begin(), all.end(), std::greater<>()));
    QList<qint64> paged;
    filter.limit = 2;
    for (QList<HistoryEntry> page = two.ada.store->history(filter); !page.isEmpty();
         page = two.ada.store->history(filter)) {
        QVERIFY(page.size() <= 2);
        for (const HistoryEntry &entry : page)
            paged += entry.number;
        filter.before = page.last().number;
    }
    QCOMPARE(paged, all);
}

void TestHistory::everyValueThatWasReplacedIsThereWithItsAuthor()
{
    TwoAuthors two;
    QVERIFY(two.ada.inConflict(two.id, "title"));
    ChangeSet changes = two.ada.edit(Cause::Resolve);
    changes.resolve(Kind::Milestone, two.id, "title", Value(u"agreed"_s));
    must(two.ada.store->commit(changes, {two.annie, TwoAuthors::day(12)}));
    const HistoryEntry entry = two.ada.store->history(two.id, "title").first();
    QSet<QString> texts;
    for (const ConflictValue &value : entry.replaced) {
        texts.insert(value.value.toText());
        const bool isAdas = value.value == Value(u"of Ada"_s);
        QCOMPARE(value.by, isAdas ? two.annie : two.benny);
        QCOMPARE(value.when, TwoAuthors::day(isAdas ? 1 : 2));
    }
    QCOMPARE(entry.replaced.size(), 2);
    QCOMPARE(texts, (QSet<QString>{u"of Ada"_s, u"of Ben"_s}));
    QVERIFY(two.ada.store->history(two.id, "title").last().replaced.isEmpty());
}

void TestHistory::timesThatCannotBeAreMarked()
{
    TwoAuthors two;
    // Ben's clock is a year ahead of the day on which Ada takes it in.
    TwoAuthors::write(two.ben, two.other, u"from the future"_s, two.benny, TwoAuthors::day(1).addYears(1));
    two.ada.takeFrom(two.ben);
    const auto entryOf = [&](const QString &title) {
        HistoryFilter filter;
        filter.record = two.other;
        filter.now = TwoAuthors::day(20);
        for (const HistoryEntry &entry : two.ada.store->history(filter)) {
            if (entry.after == Value(title))
                return entry;
        }
        return HistoryEntry();
    };
    QVERIFY(entryOf(u"from the future"_s).inFuture);
    QVERIFY(!entryOf(u"from the future"_s).beforeReplaced);
    QVERIFY(!entryOf(u"other of Ada"_s).inFuture);
    QVERIFY(!entryOf(u"other of Ada"_s).beforeReplaced);
    // Somebody goes on from it by a clock that is right.
    TwoAuthors::write(two.ben, two.other, u"after it"_s, two.benny, TwoAuthors::day(15));
    two.ada.now = TwoAuthors::day(16);
    two.ada.takeFrom(two.ben);
    QVERIFY(!entryOf(u"after it"_s).inFuture);
    QVERIFY(entryOf(u"after it"_s).beforeReplaced);
    // And what was written here, by the clock of whoever reads.
    TwoAuthors::write(two.ada, two.id, u"tomorrow"_s, two.annie, TwoAuthors::day(21));
    HistoryFilter filter;
    filter.limit = 1;
    filter.now = TwoAuthors::day(20);
    QVERIFY(two.ada.store->history(filter).first().inFuture);
    filter.now = TwoAuthors::day(22);
    QVERIFY(!two.ada.store->history(filter).first().inFuture);
}

void TestHistory::noQueryReadsMoreThanItNeeds_data()
{
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<QByteArray>("index");
    QTest::newRow("an import") << QByteArray("via = 3") << QByteArray("txn_via");
    QTest::newRow("a person") << QByteArray("person = x'00'") << QByteArray("txn_person");
}

void TestHistory::noQueryReadsMoreThanItNeeds()
{
    QFETCH(QByteArray, where);
    QFETCH(QByteArray, index);
    TestStore ada;
    ada.close();
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(ada.path().toUtf8(), &database), SQLITE_OK);
    QByteArray plan;
    {
        sqlite::Statement query(database, ("EXPLAIN QUERY PLAN SELECT o.oid FROM txn t CROSS JOIN op o ON o.tid = "
                                           "t.tid WHERE t." + where + " ORDER BY t.tid DESC, o.idx DESC")
                                              .constData());
        while (query.step())
            plan += query.bytes(3) + '\n';
    }
    sqlite3_close(database);
    QVERIFY2(plan.contains(index), plan);
    QVERIFY2(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN"), plan);
}

/// A copy that lacks Ada's transactions number 3 and 4 of six.
struct Holes {
    TestStore ada;
    RecordId id = ada.addMilestone(u"one"_s);
    QList<Transaction> all;
    TestStore ben{ada, "Ben"};
    Holes()
    {
        for (int i = 3; i <= 6; ++i)
            ada.set(id, "title", u"title %1"_s.arg(i));
        all = ada.transactions();
        ben.take(all.mid(4));
    }
};

void TestHistory::aMissingStretchOfAStreamIsAGap()
{
    Holes holes;
    const QList<Gap> gaps = holes.ben.store->gaps();
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps.first().stream, holes.all.first().stream);
    QCOMPARE(gaps.first().first, quint64(3));
    QCOMPARE(gaps.first().last, quint64(4));
    // What is here shows all the same: it names what it replaces, which is not here yet.
    QVERIFY(holes.ben.inConflict(holes.id, "title"));
}

void TestHistory::aGapClosesWhenTheStretchArrives()
{
    Holes holes;
    holes.ben.take(holes.all.mid(2, 2));
    QVERIFY(holes.ben.store->gaps().isEmpty());
    QCOMPARE(holes.ben.dump(), holes.ada.dump());
}

PLUMBLINE_TEST(TestHistory)
} // namespace history_test

#include "tst_history.moc"
