#include "core/domain/baseline.h"
#include "core/report/redlinereport.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace plumbline::report;
using namespace Qt::StringLiterals;

namespace redline_test {

class TestRedline : public QObject
{
    Q_OBJECT

private slots:
    void newGoneAndChangedRecordsAreTold();
    void textsAreComparedWordByWord();
    void authorsAreThoseBetweenTheStates();
    void aRecordThatChangedBackIsNotTold();
    void numbersAreThoseTheBaselinesFroze();
    void twoBaselinesAreCompared();
    void closedRecordsAreNotInTheTeamsRedline();
    void withoutABaselineThereIsNone();
    void theReportMarksWordsAndNamesAuthors();
};

/// A review with a baseline "then", and what happened afterwards.
struct Rewritten {
    Desk desk;
    RecordId baseline;
    RecordId first;
    RecordId second;
    Rewritten()
    {
        desk.apply(R"([{"create":"recommendationgroup","as":"g","set":{"title":"Risk"}},
                       {"create":"recommendation","as":"a","set":{"title":"Sign","group":"g","text":"The Board shall sign the zone."}},
                       {"create":"recommendation","as":"b","set":{"title":"Read","group":"g","text":"The team reads."}}])");
        desk.apply(R"({"create":"milestone","set":{"title":"Draft","target":"2020-01-24"}})");
        first = desk.review().list(Kind::Recommendation).at(0)->id;
        second = desk.review().list(Kind::Recommendation).at(1)->id;
        must(desk.session->takeBaseline(u"then"_s));
        baseline = desk.review().all<Baseline>().front()->id;
    }
    void set(RecordId id, const QByteArray &field, const QString &text, RecordId person, int day)
    {
        ChangeSet changes(desk.review(), Cause::Edit);
        changes.set(*desk.review().kindOf(id), id, field, Value(text));
        must(desk.session->store().commit(changes, {person, QDateTime(QDate(2020, 3, day), QTime(9, 0), Qt::UTC)}));
    }
    Redline compare(RecordId to = {})
    {
        return must(redline(desk.session->store(), baseline, to, QLocale(QLocale::English)));
    }
};

static const RedlineRecord *recordOf(const Redline &redline, RecordId id)
{
    for (const RedlineRecord &record : redline.records) {
        if (record.record == id)
            return &record;
    }
    return nullptr;
}

void TestRedline::newGoneAndChangedRecordsAreTold()
{
    Rewritten it;
    QVERIFY(it.compare().records.isEmpty());
    it.desk.apply(R"({"create":"finding","set":{"title":"New one"}})");
    it.desk.apply(R"({"delete":"M-001"})");
    it.set(it.first, "title", u"Sign it"_s, {}, 1);
    const Redline redline = it.compare();
    QCOMPARE(redline.from, u"then"_s);
    QCOMPARE(redline.to, u"now"_s);
    QCOMPARE(redline.records.size(), 3);
    const RedlineRecord *gone = recordOf(redline, it.desk.byKey(u"M-001"_s));
    QVERIFY(gone);
    QCOMPARE(gone->what, RedlineRecord::Gone);
    QCOMPARE(gone->key, u"M-001"_s);
    QCOMPARE(gone->title, u"Draft"_s);
    const RedlineRecord *changed = recordOf(redline, it.first);
    QCOMPARE(changed->what, RedlineRecord::Changed);
    QCOMPARE(changed->fields.size(), 1);
    QCOMPARE(changed->fields.first().field, QByteArray("title"));
    const RedlineRecord *fresh = recordOf(redline, it.desk.review().list(Kind::Finding).front()->id);
    QCOMPARE(fresh->what, RedlineRecord::New);
    QCOMPARE(fresh->title, u"New one"_s);
}

void TestRedline::textsAreComparedWordByWord()
{
    Rewritten it;
    it.set(it.first, "text", u"The Board shall sign the root zone."_s, {}, 1);
    const Redline redline = it.compare();
    const RedlineField field = redline.records.first().fields.first();
    QList<DiffPiece> marked;
    QString before;
    QString after;
    for (const DiffPiece &piece : field.diff) {
        if (piece.kind != DiffPiece::Same)
            marked += piece;
        if (piece.kind != DiffPiece::Inserted)
            before += piece.text;
        if (piece.kind != DiffPiece::Deleted)
            after += piece.text;
    }
    QCOMPARE(marked, (QList<DiffPiece>{{DiffPiece::Inserted, u"root "_s}}));
    QCOMPARE(before, u"The Board shall sign the zone."_s);
    QCOMPARE(after, u"The Board shall sign the root zone."_s);
}

void TestRedline::authorsAreThoseBetweenTheStates()
{
    Rewritten it;
    must(it.desk.session->commit(addPerson(it.desk.session->context(), u"Ben"_s)));
    const RecordId ben = personNamed(it.desk.review(), u"Ben"_s);
    const RecordId ada = personNamed(it.desk.review(), u"Ada"_s);
    it.set(it.first, "text", u"One."_s, ben, 1);
    it.set(it.first, "text", u"Two."_s, ben, 3);
    it.set(it.first, "title", u"Sign it"_s, ada, 2);
    const Redline redline = it.compare();
    const RedlineRecord record = *recordOf(redline, it.first);
    QCOMPARE(record.authors.size(), 2);
    for (const RedlineField &field : record.fields) {
        QCOMPARE(field.authors.size(), 1);
        QCOMPARE(field.authors.first().person, field.field == "text" ? ben : ada);
        QCOMPARE(field.authors.first().name, field.field == "text" ? u"Ben"_s : u"Ada"_s);
        QCOMPARE(field.authors.first().changes, field.field == "text" ? 2 : 1);
    }
    const RedlineAuthor author = record.authors.first();
    QCOMPARE(author.first.date(), QDate(2020, 3, 1));
    QCOMPARE(author.last.date(), QDate(2020, 3, 3));
}

void TestRedline::aRecordThatChangedBackIsNotTold()
{
    Rewritten it;
    it.set(it.first, "title", u"Other"_s, {}, 1);
    it.set(it.first, "title", u"Sign"_s, {}, 2);
    QVERIFY(it.compare().records.isEmpty());
}

void TestRedline::numbersAreThoseTheBaselinesFroze()
{
    Rewritten it;
    ChangeSet changes(it.desk.review(), Cause::Delete);
    changes.remove(Kind::Recommendation, it.first);
    must(it.desk.session->commit(changes));
    const Redline redline = it.compare();
    QCOMPARE(recordOf(redline, it.first)->numberBefore, u"1.1"_s);
    QVERIFY(recordOf(redline, it.first)->numberAfter.isEmpty());
    const RedlineRecord *moved = recordOf(redline, it.second);
    QVERIFY(moved); // Nothing of it changed but its number.
    QCOMPARE(moved->numberBefore, u"1.2"_s);
    QCOMPARE(moved->numberAfter, u"1.1"_s);
    QVERIFY(moved->fields.isEmpty());
}

void TestRedline::twoBaselinesAreCompared()
{
    Rewritten it;
    it.set(it.first, "title", u"Between"_s, {}, 1);
    must(it.desk.session->takeBaseline(u"later"_s));
    it.set(it.first, "text", u"After both."_s, {}, 2);
    RecordId later;
    for (const Baseline *baseline : it.desk.review().all<Baseline>()) {
        if (baseline->name == u"later")
            later = baseline->id;
    }
    const Redline redline = it.compare(later);
    QCOMPARE(redline.to, u"later"_s);
    QCOMPARE(redline.records.size(), 1);
    QCOMPARE(redline.records.first().fields.size(), 1);
    QCOMPARE(redline.records.first().fields.first().after, u"Between"_s);
    QCOMPARE(redline.records.first().authors.first().changes, 1);
}

void TestRedline::closedRecordsAreNotInTheTeamsRedline()
{
    Rewritten it;
    ChangeSet changes(it.desk.review(), Cause::Create);
    const RecordId closed = changes.create(it.desk.review(), Kind::Finding, {}, {}, 7);
    changes.set(Kind::Finding, closed, "title", Value(u"confidential"_s));
    must(it.desk.session->commit(changes));
    QVERIFY(it.compare().records.isEmpty());
}

void TestRedline::withoutABaselineThereIsNone()
{
    Rewritten it;
    QCOMPARE(redline(it.desk.session->store(), {}, it.baseline).error().code, ErrorCode::Refused);
    QCOMPARE(redline(it.desk.session->store(), it.first, {}).error().code, ErrorCode::NotFound);
}

void TestRedline::theReportMarksWordsAndNamesAuthors()
{
    Rewritten it;
    must(it.desk.session->commit(addPerson(it.desk.session->context(), u"Ben"_s)));
    it.set(it.first, "text", u"The Board shall sign the root zone."_s, personNamed(it.desk.review(), u"Ben"_s), 1);
    const Redline redline = it.compare();
    const Document document = redlineReport(redline, it.desk.review(), it.desk.clock);
    const QString words = allWords(document);
    QVERIFY2(words.contains(u"then") && words.contains(u"Ben, 1 change"), qPrintable(words));
    bool inserted = false;
    for (const Section &section : document.sections) {
        for (const Block &block : section.blocks) {
            const auto *record = std::get_if<FindingBlock>(&block);
            if (!record)
                continue;
            for (const RecordPart &part : record->parts) {
                for (const Run &run : std::get<LabelledField>(part).text.runs)
                    inserted |= run.tone == Tone::Inserted && run.text == u"root ";
            }
        }
    }
    QVERIFY(inserted);
}

PLUMBLINE_TEST(TestRedline)
} // namespace redline_test

#include "tst_redline.moc"
