#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/recommendation.h"
#include "core/domain/subteam.h"
#include "core/edits/functions.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace script_test {

class TestScript : public QObject
{
    Q_OBJECT

private slots:
    void createsARecordWithItsFields();
    void createsARecordWithoutFields();
    void namesGivenByAsHoldForLaterLines();
    void namesGivenByAsHoldWithinTheirLine();
    void namesOfARefusedLineAreNotKept();
    void keysFollowTheSubTeamGivenByName();
    void setsFieldsOfSeveralRecords();
    void recordsAreNamedByKeyOrId();
    void theReviewIsNamedReview();
    void anEmptyTextAndNullMeanNone();
    void partsAreGivenByNameByOrderOrTheFirstAlone();
    void wordsOfNewerVersionsAreKept();
    void aWordNobodyKnowsIsRefused();
    void aKeyOfAnotherKindIsRefused();
    void deletesARecord();
    void runsAnEditFunction();
    void restoresWhatWasDeleted();
    void aListIsOneTransaction();
    void aListIsWholeOrNothing();
    void theSameLinkAgainIsTheSameRecord();
    void whatIsWrongIsRefusedNamingTheField_data();
    void whatIsWrongIsRefusedNamingTheField();
    void aFieldInConflictIsRefusedNamingResolve();
    void equalScriptsGiveEqualTransactions();
    void everyFunctionSaysWhatItNeeds();
};

void TestScript::createsARecordWithItsFields()
{
    Desk desk;
    desk.apply(
        R"({"create":"milestone","set":{"title":"Draft report","target":"2020-01-24","type":"commentopen",
                  "progress":40}})");
    const Milestone &milestone = desk.milestone(u"M-001"_s);
    QCOMPARE(milestone.title, u"Draft report"_s);
    QCOMPARE(milestone.target->toText(), u"2020-01-24"_s);
    QVERIFY(milestone.type.is(MilestoneType::CommentOpen));
    QCOMPARE(milestone.progress, std::optional<qint64>(40));
    QCOMPARE(desk.session->history(milestone.id).last().cause, Cause::Create);
}

void TestScript::createsARecordWithoutFields()
{
    Desk desk;
    desk.apply(R"({"create":"milestone"})");
    QCOMPARE(desk.review().count(Kind::Milestone), 1);
}

void TestScript::namesGivenByAsHoldForLaterLines()
{
    Desk desk;
    desk.apply(R"({"create":"milestone","as":"draft","set":{"title":"Draft report"}})");
    desk.apply(R"({"set":{"draft":{"title":"Final report"}}})");
    QCOMPARE(desk.milestone(u"M-001"_s).title, u"Final report"_s);
    QCOMPARE(desk.script.named(u"draft"_s), desk.byKey(u"M-001"_s));
    QVERIFY(desk.script.named(u"other"_s).isNull());
}

void TestScript::namesGivenByAsHoldWithinTheirLine()
{
    Desk desk;
    desk.apply(R"([{"create":"milestone","as":"a","set":{"title":"one"}},
                   {"create":"milestone","as":"b","set":{"title":"two","serves":"a"}},
                   {"set":{"a":{"source":"the plan"}}}])");
    QCOMPARE(desk.milestone(u"M-002"_s).serves.uuid, desk.byKey(u"M-001"_s).uuid);
    QCOMPARE(desk.milestone(u"M-001"_s).source, u"the plan"_s);
}

void TestScript::namesOfARefusedLineAreNotKept()
{
    Desk desk;
    desk.refusal(R"([{"create":"milestone","as":"a"},{"set":{"a":{"colour":"red"}}}])");
    QVERIFY(desk.script.named(u"a"_s).isNull());
    QCOMPARE(desk.refusal(R"({"set":{"a":{"title":"x"}}})").code, ErrorCode::NotFound);
}

void TestScript::keysFollowTheSubTeamGivenByName()
{
    Desk desk;
    desk.apply(R"([{"create":"subteam","as":"team"},
                   {"create":"recommendation","set":{"title":"Sign","subteam":"team"}}])");
    const auto &recommendations = desk.review().list(Kind::Recommendation);
    QCOMPARE(recommendations.front()->key, u"R-S1-01"_s);
}

void TestScript::setsFieldsOfSeveralRecords()
{
    Desk desk;
    desk.apply(R"([{"create":"milestone"},{"create":"milestone"}])");
    desk.apply(R"({"set":{"M-001":{"title":"one"},"M-002":{"title":"two","source":"x"}}})");
    QCOMPARE(desk.milestone(u"M-001"_s).title, u"one"_s);
    QCOMPARE(desk.milestone(u"M-002"_s).source, u"x"_s);
}

void TestScript::recordsAreNamedByKeyOrId()
{
    Desk desk;
    desk.apply(R"({"create":"milestone"})");
    const QByteArray id = desk.byKey(u"M-001"_s).uuid.toByteArray(QUuid::WithoutBraces);
    desk.apply(R"({"set":{")" + id + R"(":{"title":"by id"}}})");
    QCOMPARE(desk.milestone(u"M-001"_s).title, u"by id"_s);
}

void TestScript::theReviewIsNamedReview()
{
    Desk desk;
    desk.apply(R"({"set":{"review":{"title":"SSR3"}}})");
    QVERIFY(desk.dump().contains("SSR3"));
}

void TestScript::anEmptyTextAndNullMeanNone()
{
    Desk desk;
    desk.apply(R"({"create":"milestone","set":{"title":"one","target":"2020-01-24","source":"x"}})");
    desk.apply(R"({"set":{"M-001":{"target":null,"source":""}}})");
    QVERIFY(!desk.milestone(u"M-001"_s).target);
    QVERIFY(desk.milestone(u"M-001"_s).source.isEmpty());
}

void TestScript::partsAreGivenByNameByOrderOrTheFirstAlone()
{
    Desk desk;
    for (const char *priority : {R"({"level":"high"})", R"(["high"])", R"("high")"})
        desk.apply(QByteArray(R"({"create":"recommendation","set":{"title":"x","priority":)") + priority +
                   "}}");
    const auto all = desk.review().all<Recommendation>();
    QCOMPARE(all.size(), size_t(3));
    const Field *field = describe(Kind::Recommendation).field("priority");
    QVERIFY(!field->get(*all[0]).isNull());
    QCOMPARE(field->get(*all[1]), field->get(*all[0]));
    QCOMPARE(field->get(*all[2]), field->get(*all[0]));
}

void TestScript::wordsOfNewerVersionsAreKept()
{
    Desk desk;
    desk.apply(R"({"create":"milestone"})");
    ChangeSet changes(desk.review(), Cause::Edit); // As a bundle brings it.
    changes.set(Kind::Milestone, desk.byKey(u"M-001"_s), "type", Value(u"hackathon"_s));
    must(desk.session->commit(changes));
    QCOMPARE(desk.milestone(u"M-001"_s).type.word(), u"hackathon"_s);
    desk.reopen();
    QCOMPARE(desk.milestone(u"M-001"_s).type.word(), u"hackathon"_s);
}

void TestScript::aWordNobodyKnowsIsRefused()
{
    Desk desk;
    desk.apply(R"({"create":"recommendation","set":{"category":"Policy","state":"DRAFT"}})");
    QVERIFY(desk.review().all<Recommendation>().front()->category.is(Category::Policy));
    QVERIFY(desk.review().all<Recommendation>().front()->state.is(RecommendationState::Draft));
    const Error refused = desk.refusal(R"({"set":{"R-001":{"category":"both"}}})");
    QVERIFY2(refused.sentence.contains(u"“both” is none of direct, policy"_s), qPrintable(refused.sentence));
    desk.apply(R"({"set":{"R-001":{"category":null}}})");
    QVERIFY(desk.review().all<Recommendation>().front()->category.isNone());
}

void TestScript::aKeyOfAnotherKindIsRefused()
{
    Desk desk;
    desk.apply(R"({"create":"milestone"})");
    const Error refused = desk.refusal(R"({"do":"share","args":{"recommendation":"M-001"}})");
    QCOMPARE(refused.code, ErrorCode::BadInput);
    QVERIFY2(refused.sentence.contains(u"M-001 is one of the kind “milestone”"_s), qPrintable(refused.sentence));
}

void TestScript::deletesARecord()
{
    Desk desk;
    desk.apply(R"({"create":"milestone"})");
    const RecordId id = desk.byKey(u"M-001"_s);
    desk.apply(R"({"delete":"M-001"})");
    QVERIFY(!desk.review().find(id));
    QCOMPARE(desk.session->history(id).first().cause, Cause::Delete);
}

void TestScript::runsAnEditFunction()
{
    Desk desk;
    desk.apply(R"({"create":"milestone","set":{"title":"one","target":"2020-01-24"}})");
    desk.apply(
        R"({"do":"reschedule","args":{"milestone":"M-001","target":"2020-03-04","reason":"more time"}})");
    QCOMPARE(desk.milestone(u"M-001"_s).target->toText(), u"2020-03-04"_s);
    QCOMPARE(desk.milestone(u"M-001"_s).reason, u"more time"_s);
}

void TestScript::restoresWhatWasDeleted()
{
    Desk desk;
    desk.apply(R"({"create":"milestone","set":{"title":"one"}})");
    desk.apply(R"({"delete":"M-001"})");
    desk.apply(R"({"do":"restore","args":{"record":"M-001"}})");
    QCOMPARE(desk.milestone(u"M-001"_s).title, u"one"_s);
    QVERIFY(desk.review().conflicts().isEmpty());
}

void TestScript::aListIsOneTransaction()
{
    Desk desk;
    const qint64 before = desk.session->store().transactionCount();
    desk.apply(R"([{"create":"milestone"},{"create":"milestone"},{"set":{"review":{"title":"x"}}}])");
    QCOMPARE(desk.session->store().transactionCount(), before + 1);
    must(desk.session->undo());
    QCOMPARE(desk.review().count(Kind::Milestone), 0);
}

void TestScript::aListIsWholeOrNothing()
{
    Desk desk;
    const qint64 before = desk.session->store().transactionCount();
    desk.refusal(R"([{"create":"milestone"},{"delete":"M-999"}])");
    QCOMPARE(desk.session->store().transactionCount(), before);
    QCOMPARE(desk.review().count(Kind::Milestone), 0);
}

void TestScript::theSameLinkAgainIsTheSameRecord()
{
    Desk desk;
    desk.apply(R"([{"create":"finding","as":"f","set":{"title":"x"}},{"create":"recommendation","as":"r"}])");
    desk.apply(R"({"create":"link","as":"l","set":{"type":"callsfor","from":"f","to":"r"}})");
    const RecordId link = desk.script.named(u"l"_s);
    const QByteArray id = link.uuid.toByteArray(QUuid::WithoutBraces);
    desk.apply(R"({"delete":")" + id + R"("})");
    desk.apply(R"({"create":"link","as":"again","set":{"type":"callsfor","from":"f","to":"r"}})");
    QCOMPARE(desk.script.named(u"again"_s), link);
    QVERIFY(desk.review().find(link));
    QCOMPARE(desk.review().count(Kind::Link), 1);
}

void TestScript::whatIsWrongIsRefusedNamingTheField_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *line, ErrorCode code, const QString &field = {}) {
        QTest::newRow(name) << QByteArray(line) << int(code) << field;
    };
    row("no JSON", "create milestone", ErrorCode::BadInput);
    row("cut off", R"({"create":"milestone")", ErrorCode::BadInput);
    row("empty", "", ErrorCode::BadInput);
    row("no edit", "{}", ErrorCode::BadInput);
    row("an empty list", "[]", ErrorCode::BadInput);
    row("a list of words", R"(["create"])", ErrorCode::BadInput);
    row("a list in a list", R"([[{"create":"milestone"}]])", ErrorCode::BadInput);
    row("an unknown verb", R"({"destroy":"M-001"})", ErrorCode::BadInput);
    row("an unknown kind", R"({"create":"unicorn"})", ErrorCode::BadInput, u"create"_s);
    row("a kind that is no text", R"({"create":5})", ErrorCode::BadInput, u"create"_s);
    row("a second review", R"({"create":"review"})", ErrorCode::BadInput, u"create"_s);
    row("an unknown key", R"({"create":"milestone","sets":{}})", ErrorCode::BadInput, u"sets"_s);
    row("two verbs", R"({"set":{"M-001":{"title":"x"}},"delete":"M-001"})", ErrorCode::BadInput, u"delete"_s);
    row("fields that are no object", R"({"create":"milestone","set":"x"})", ErrorCode::BadInput, u"set"_s);
    row("a name that is no text", R"({"create":"milestone","as":5})", ErrorCode::BadInput, u"as"_s);
    row("an unknown field", R"({"create":"milestone","set":{"colour":"red"}})", ErrorCode::NotFound,
        u"colour"_s);
    row("life is no field", R"({"set":{"M-001":{"life":"deleted"}}})", ErrorCode::NotFound, u"life"_s);
    row("no date", R"({"create":"milestone","set":{"target":"soon"}})", ErrorCode::BadInput, u"target"_s);
    row("a day that is not", R"({"create":"milestone","set":{"target":"2020-02-30"}})", ErrorCode::BadInput,
        u"target"_s);
    row("no number", R"({"create":"milestone","set":{"progress":"half"}})", ErrorCode::BadInput,
        u"progress"_s);
    row("a fraction", R"({"create":"milestone","set":{"progress":0.5}})", ErrorCode::BadInput, u"progress"_s);
    row("a number for a text", R"({"create":"milestone","set":{"title":5}})", ErrorCode::BadInput,
        u"title"_s);
    row("an object for a text", R"({"create":"milestone","set":{"title":{}}})", ErrorCode::BadInput,
        u"title"_s);
    row("a record that is not", R"({"create":"milestone","set":{"subteam":"S9"}})", ErrorCode::NotFound,
        u"subteam"_s);
    row("a record of another kind", R"({"create":"milestone","set":{"subteam":"M-001"}})",
        ErrorCode::BadInput, u"subteam"_s);
    row("a part that is not", R"({"create":"recommendation","set":{"priority":{"colour":"x"}}})",
        ErrorCode::NotFound, u"priority"_s);
    row("set without a record", R"({"set":{}})", ErrorCode::BadInput, u"set"_s);
    row("set of no object", R"({"set":"M-001"})", ErrorCode::BadInput, u"set"_s);
    row("set of no fields", R"({"set":{"M-001":"x"}})", ErrorCode::BadInput, u"set"_s);
    row("set of nobody", R"({"set":{"M-999":{"title":"x"}}})", ErrorCode::NotFound);
    row("set of what is deleted", R"({"set":{"M-002":{"title":"x"}}})", ErrorCode::BadInput, u"set"_s);
    row("delete nobody", R"({"delete":"M-999"})", ErrorCode::NotFound);
    row("delete twice", R"({"delete":"M-002"})", ErrorCode::BadInput, u"delete"_s);
    row("delete the review", R"({"delete":"review"})", ErrorCode::BadInput, u"delete"_s);
    row("attach what is not there", R"({"attach":"M-001","file":"/nowhere/at all"})", ErrorCode::NotFound, u"file"_s);
    row("attach a folder", R"({"attach":"M-001","file":"/"})", ErrorCode::BadInput, u"file"_s);
    row("attach a device", R"({"attach":"M-001","file":"/dev/zero"})", ErrorCode::BadInput, u"file"_s);
    row("attach nothing", R"({"attach":"M-001"})", ErrorCode::BadInput, u"file"_s);
    row("attach to nobody", R"({"attach":"M-999","file":"/etc/passwd"})", ErrorCode::NotFound);
    row("attach to what is deleted", R"({"attach":"M-002","file":"/etc/passwd"})", ErrorCode::NotFound);
    row("attach a number", R"({"attach":"M-001","file":5})", ErrorCode::BadInput, u"file"_s);
    row("attach with a word too many", R"({"attach":"M-001","file":"x","colour":"y"})", ErrorCode::BadInput, u"colour"_s);
    row("an unknown function", R"({"do":"dance"})", ErrorCode::NotFound, u"do"_s);
    row("an unknown argument", R"({"do":"baseline","args":{"name":"x","colour":"y"}})", ErrorCode::BadInput,
        u"colour"_s);
    row("a missing argument", R"({"do":"baseline","args":{}})", ErrorCode::BadInput, u"name"_s);
    row("an argument that is no text", R"({"do":"baseline","args":{"name":5}})", ErrorCode::BadInput,
        u"name"_s);
    row("arguments that are no object", R"({"do":"baseline","args":"x"})", ErrorCode::BadInput, u"args"_s);
    row("restore what this line creates",
        R"([{"create":"milestone","as":"n"},{"do":"restore","args":{"record":"n"}}])", ErrorCode::NotFound,
        u"record"_s);
    row("reschedule nobody", R"({"do":"reschedule","args":{"milestone":"M-999","target":"2020-01-24"}})",
        ErrorCode::NotFound);
}

void TestScript::whatIsWrongIsRefusedNamingTheField()
{
    QFETCH(QByteArray, line);
    QFETCH(int, code);
    QFETCH(QString, field);
    Desk desk;
    desk.apply(
        R"([{"create":"milestone","set":{"title":"here"}},{"create":"milestone","set":{"title":"gone"}}])");
    desk.apply(R"({"delete":"M-002"})");
    const Error error = desk.refusal(line);
    QCOMPARE(int(error.code), code);
    QVERIFY(!error.sentence.isEmpty());
    if (!field.isEmpty())
        QCOMPARE(error.field, field);
}

void TestScript::aFieldInConflictIsRefusedNamingResolve()
{
    Desk ada;
    ada.apply(R"({"create":"milestone","set":{"title":"one"}})");
    Desk ben(ada, "Ben");
    ada.apply(R"({"set":{"M-001":{"title":"of Ada"}}})");
    ben.apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    QList<Transaction> all;
    must(ben.session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction;
        return {};
    }));
    must(ada.session->importTransactions(
        [&]() -> std::optional<Transaction> {
            return all.isEmpty() ? std::nullopt : std::optional(all.takeFirst());
        },
        u"Ben"_s));
    const Error error = ada.refusal(R"({"set":{"M-001":{"title":"mine after all"}}})");
    QCOMPARE(error.code, ErrorCode::Conflict);
    QCOMPARE(error.field, u"title"_s);
    QVERIFY(error.sentence.contains(u"resolve"));
    QVERIFY(error.sentence.contains(u"M-001.title"));
    ada.apply(R"({"set":{"M-001":{"source":"other fields are free"}}})");
}

void TestScript::equalScriptsGiveEqualTransactions()
{
    // The order in which a script names fields does not matter.
    Desk one;
    Desk two;
    QCOMPARE(one.dump(), two.dump());
    one.apply(R"({"set":{"review":{"title":"x","phase":"drafting"}}})");
    two.apply(R"({"set":{"review":{"phase":"drafting","title":"x"}}})");
    QCOMPARE(one.session->store().tips(), two.session->store().tips());
}

void TestScript::everyFunctionSaysWhatItNeeds()
{
    Desk desk;
    QVERIFY(editFunctions().size() >= 4);
    for (const EditFunction &function : editFunctions()) {
        QVERIFY(*function.explanation);
        for (const EditArgument &argument : function.arguments)
            QVERIFY(*argument.explanation);
        const bool needsNothing = std::none_of(function.arguments.begin(), function.arguments.end(),
                                               [](const EditArgument &argument) { return argument.required; });
        if (needsNothing)
            continue;
        const Error error = desk.refusal(QByteArray(R"({"do":")") + function.name + R"("})");
        QCOMPARE(error.code, ErrorCode::BadInput);
        QVERIFY(!error.field.isEmpty());
    }
}

PLUMBLINE_TEST(TestScript)
} // namespace script_test

#include "tst_script.moc"
