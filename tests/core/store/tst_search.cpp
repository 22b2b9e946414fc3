#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

#include <sqlite3.h>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace search_test {

/// Runs SQL on the file behind the store's back.
static void tamper(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &database), SQLITE_OK);
    char *message = nullptr;
    const int code = sqlite3_exec(database, sql, nullptr, nullptr, &message);
    sqlite3_close(database);
    QVERIFY2(code == SQLITE_OK, message ? message : "");
}

/// What the excerpts of the hits mark.
static QStringList marked(const QList<SearchHit> &hits)
{
    QStringList words;
    for (const SearchHit &hit : hits) {
        for (const SearchHit::Mark &mark : hit.marks)
            words += hit.excerpt.mid(mark.from, mark.length);
    }
    return words;
}

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void wordsOfAnyTextFieldAreFound();
    void titlesComeBeforeTexts();
    void theLastWordMayBeABeginning();
    void chineseIsFound();
    void whatIsTypedIsNoLanguage_data();
    void whatIsTypedIsNoLanguage();
    void phrasesDoNotRunFromOneTextIntoTheNext();
    void excerptsShowTheFirstWordsFoundInOneLine();
    void changesAndUndoAreSeenAtOnce();
    void deletedRecordsAreNotFoundUntilRestored();
    void importedRecordsAreFound();
    void readersFindWhatNobodyHasIndexed();
    void indexingInPiecesFindsEverything();
    void anIndexThatLiesIsNotBelievedOfAStranger();
    void aDamagedIndexIsMadeAnew();
    void verifyComparesTheIndexWithTheRecords();

private:
    static QList<RecordId> found(TestStore &store, const QString &text, int limit = 50)
    {
        QList<RecordId> records;
        for (const SearchHit &hit : must(store.store->search(text, limit)))
            records += hit.record;
        return records;
    }
};

void TestSearch::wordsOfAnyTextFieldAreFound()
{
    TestStore ada;
    const RecordId milestone = ada.add(Kind::Milestone, {{"title", u"Publish the draft"_s}});
    const RecordId recommendation =
        ada.add(Kind::Recommendation, {{"title", u"Roll the key"_s}, {"text", u"Once a **year**, in public."_s}});
    ada.set(recommendation, "priority", Value(Value::Array{Value(u"high"_s), Value(u"asked by registries"_s)}));
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
    QCOMPARE(found(ada, u"year"_s), QList{recommendation});
    QCOMPARE(found(ada, u"REGISTRIES"_s), QList{recommendation});
    QCOMPARE(found(ada, u"key year"_s), QList{recommendation});
    QCOMPARE(found(ada, u"draft year"_s), QList<RecordId>());
    QCOMPARE(found(ada, u""_s), QList<RecordId>());
}

void TestSearch::titlesComeBeforeTexts()
{
    TestStore ada;
    const RecordId text = ada.add(Kind::Recommendation, {{"title", u"One"_s}, {"text", u"escrow escrow escrow"_s}});
    const RecordId title = ada.add(Kind::Recommendation, {{"title", u"On data escrow agreements"_s}});
    QCOMPARE(found(ada, u"escrow"_s), (QList{title, text}));
    QCOMPARE(found(ada, u"escrow"_s, 1), QList{title});
}

void TestSearch::theLastWordMayBeABeginning()
{
    TestStore ada;
    const RecordId milestone = ada.addMilestone(u"Consultation with registries"_s);
    QCOMPARE(found(ada, u"regis"_s), QList{milestone});
    QCOMPARE(found(ada, u"consul regis"_s), QList<RecordId>());
    QCOMPARE(found(ada, u"regis "_s), QList<RecordId>());
}

void TestSearch::chineseIsFound()
{
    TestStore ada;
    const RecordId chinese = ada.add(Kind::Finding, {{"title", u"域名系统安全审查"_s}});
    ada.add(Kind::Finding, {{"title", u"安心完全"_s}});
    const auto hits = must(ada.store->search(u"安全"_s));
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().record, chinese);
    QCOMPARE(hits.first().marks, (QList<SearchHit::Mark>{{4, 1}, {5, 1}}));
    QCOMPARE(found(ada, u"查"_s), QList{chinese});
}

void TestSearch::whatIsTypedIsNoLanguage_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("finds");
    QTest::newRow("an unbalanced quote") << u"\"root"_s << true;
    QTest::newRow("quotes inside") << u"ro\"ot"_s << false;
    QTest::newRow("AND is a word") << u"root AND zone"_s << false;
    QTest::newRow("OR is a word") << u"missing OR root"_s << false;
    QTest::newRow("NOT is a word") << u"root NOT missing"_s << false;
    QTest::newRow("a column") << u"words:root"_s << false;
    QTest::newRow("a column's name in braces") << u"{kind}: milestone"_s << false;
    QTest::newRow("a star") << u"roo* zone"_s << false;
    QTest::newRow("marks around words") << u"(root) ^zone -- ;"_s << true;
    QTest::newRow("NUL") << u"root"_s + QChar(0) + u" zone"_s << true;
    QTest::newRow("half a surrogate pair") << u"root "_s + QChar(0xd800) << true;
    QTest::newRow("very long") << u"root "_s + u"missing "_s.repeated(20'000) << false;
}

void TestSearch::whatIsTypedIsNoLanguage()
{
    TestStore ada;
    const RecordId milestone = ada.addMilestone(u"Root zone rollover"_s);
    QFETCH(QString, typed);
    QFETCH(bool, finds);
    const auto hits = ada.store->search(typed);
    QVERIFY2(hits, hits ? "" : qPrintable(hits.error().detail));
    QCOMPARE(hits->size(), finds ? 1 : 0);
    QVERIFY(!finds || hits->first().record == milestone);
}

void TestSearch::phrasesDoNotRunFromOneTextIntoTheNext()
{
    TestStore ada;
    ada.add(Kind::Recommendation, {{"title", u"Roll the key"_s}, {"text", u"signing once"_s}});
    QCOMPARE(found(ada, u"key-signing"_s), QList<RecordId>());
    QCOMPARE(found(ada, u"key signing"_s).size(), 1);
}

void TestSearch::excerptsShowTheFirstWordsFoundInOneLine()
{
    TestStore ada;
    const QString text = u"Nothing of interest. "_s.repeated(30) + u"The escrow\nagent reports."_s
                         + u" And so on.\n"_s.repeated(30);
    ada.add(Kind::Recommendation, {{"title", u"One"_s}, {"text", text}});
    const auto hits = must(ada.store->search(u"escrow report"_s));
    QCOMPARE(hits.size(), 1);
    const SearchHit &hit = hits.first();
    QCOMPARE(hit.field, QByteArray("text"));
    QVERIFY(hit.excerpt.contains(u"The escrow agent reports. And"));
    QVERIFY(hit.excerpt.startsWith(u'…') && hit.excerpt.endsWith(u'…') && !hit.excerpt.contains(u'\n'));
    QVERIFY(hit.excerpt.size() <= 170);
    QCOMPARE(marked(hits), (QStringList{u"escrow"_s, u"reports"_s}));
}

void TestSearch::changesAndUndoAreSeenAtOnce()
{
    TestStore ada;
    const RecordId milestone = ada.addMilestone(u"Draft"_s);
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
    ada.set(milestone, "title", u"Final"_s);
    QCOMPARE(found(ada, u"draft"_s), QList<RecordId>());
    QCOMPARE(found(ada, u"final"_s), QList{milestone});
    ada.undo();
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
    ada.reopen();
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
    QCOMPARE(found(ada, u"final"_s), QList<RecordId>());
}

void TestSearch::deletedRecordsAreNotFoundUntilRestored()
{
    TestStore ada;
    const RecordId milestone = ada.addMilestone(u"Draft"_s);
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
    ada.remove(milestone);
    QCOMPARE(found(ada, u"draft"_s), QList<RecordId>());
    ada.undo();
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
}

void TestSearch::importedRecordsAreFound()
{
    TestStore ada;
    TestStore bob(ada, "Bob");
    const RecordId milestone = bob.addMilestone(u"Bob's plan"_s);
    QCOMPARE(found(ada, u"plan"_s), QList<RecordId>());
    ada.takeFrom(bob);
    QCOMPARE(found(ada, u"plan"_s), QList{milestone});
}

void TestSearch::readersFindWhatNobodyHasIndexed()
{
    TestStore ada;
    const RecordId indexed = ada.addMilestone(u"First draft"_s);
    QCOMPARE(found(ada, u"draft"_s), QList{indexed});
    const RecordId stale = ada.addMilestone(u"Second draft"_s);
    ada.set(indexed, "title", u"First final"_s);
    ada.close();
    QFile file(ada.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    ada.open(Store::ReadOnly);
    QCOMPARE(found(ada, u"draft"_s), QList{stale});
    QCOMPARE(found(ada, u"final"_s), QList{indexed});
    ada.close();
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void TestSearch::indexingInPiecesFindsEverything()
{
    TestStore ada;
    for (int i = 0; i < 7; ++i)
        ada.addMilestone(u"Draft %1"_s.arg(i));
    qint64 left = must(ada.store->prepareSearch(3));
    QCOMPARE(left, 5); // The review's own record is the eighth.
    QCOMPARE(must(ada.store->prepareSearch(3)), 2);
    QCOMPARE(must(ada.store->prepareSearch(3)), 0);
    QCOMPARE(found(ada, u"draft"_s).size(), 7);
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
}

void TestSearch::anIndexThatLiesIsNotBelievedOfAStranger()
{
    TestStore ada;
    const RecordId milestone = ada.addMilestone(u"Draft"_s);
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
    ada.close();
    tamper(ada.path(), "DELETE FROM fts; UPDATE fts_data SET block = x'ffffffffffff' WHERE id > 9");
    TestStore bob(ada, "Bob");
    bob.close();
    bob.open(Store::ReadOnly);
    QCOMPARE(found(bob, u"draft"_s), QList{milestone});
    bob.close();
    bob.open();
    const RecordId own = bob.addMilestone(u"Own draft"_s);
    bob.reopen(); // Now Bob's computer knows the file.
    QCOMPARE(QSet<RecordId>(), (QSet<RecordId>{milestone, own}.subtract(
                                   [&] { const auto all = found(bob, u"draft"_s);
                                         return QSet<RecordId>(all.begin(), all.end()); }())));
    QVERIFY(must(bob.store->verify()).problems.isEmpty());
}

void TestSearch::aDamagedIndexIsMadeAnew()
{
    TestStore ada;
    const RecordId milestone = ada.addMilestone(u"Draft"_s);
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
    ada.close();
    tamper(ada.path(), "UPDATE fts_data SET block = x'ffffffffffffffff'");
    ada.open();
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
    QCOMPARE(found(ada, u"draft"_s), QList{milestone});
    QVERIFY(must(ada.store->verify()).problems.isEmpty());
}

void TestSearch::verifyComparesTheIndexWithTheRecords()
{
    TestStore ada;
    ada.addMilestone(u"Draft"_s);
    QCOMPARE(found(ada, u"draft"_s).size(), 1);
    ada.close();
    tamper(ada.path(), "UPDATE fts SET words = 'final' WHERE words LIKE '%draft%'");
    ada.open();
    QCOMPARE(must(ada.store->verify()).problems, QStringList{u"The index of words for searching is damaged."_s});
}

PLUMBLINE_TEST(TestSearch)
} // namespace search_test

#include "tst_search.moc"
