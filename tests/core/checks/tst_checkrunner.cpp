#include "core/domain/meeting.h"
#include "core/domain/link.h"
#include "core/domain/audience.h"
#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/calendarevent.h"
#include "core/domain/decision.h"
#include "core/domain/dependency.h"
#include "core/domain/membership.h"
#include "core/domain/milestone.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"
#include "core/domain/waiver.h"
#include "core/domain/datarequest.h"
#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/materialhash.h"
#include "core/domain/recommendation.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/actionitem.h"
#include "core/domain/closedgroup.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace checkrunner_test {

class TestCheckRunner : public QObject
{
    Q_OBJECT

private slots:
    void idsAreUniqueAndForEver();
    void theFirstUpdateRunsEverything();
    void runsOnlyWhatTheNewsConcern();
    void aNewDayRunsWhatReadsTheDay();
    void aWaiverRunsNoCheckAndIsSeen();
    void aTailOfAKeyIsSeenAcrossKinds();
    void incrementalEqualsFullOnRandomEdits();
};

static Changes changed(Kind kind, RecordId record, const QByteArray &field)
{
    Changes changes;
    changes.records.insert(record, {kind, false, false, {field}});
    return changes;
}

void TestCheckRunner::idsAreUniqueAndForEver()
{
    QSet<QByteArray> ids;
    static const QRegularExpression form(u"^[a-z]+\\.[a-zA-Z]+$"_s);
    for (const Check &check : allChecks()) {
        QVERIFY(!ids.contains(check.id));
        ids += check.id;
        QVERIFY(form.match(QString::fromLatin1(check.id)).hasMatch());
        QVERIFY(check.run && !check.reads.isEmpty());
        QVERIFY(QString::fromUtf8(check.explanation).endsWith(u'.'));
        QCOMPARE(checkNamed(check.id)->id, check.id);
    }
    // Waivers and gates of running reviews name these.
    for (const char *id : {"plan.order",
                           "plan.sequence",
                           "plan.commentPeriod",
                           "plan.afterDeadline",
                           "plan.serves",
                           "plan.freezeBuffer",
                           "plan.overdue",
                           "plan.noTarget",
                           "plan.slip",
                           "plan.movedWithoutReason",
                           "plan.suspended",
                           "plan.startAfterTarget",
                           "plan.subteamDraftDate",
                           "teams.lead",
                           "teams.scope",
                           "teams.formed",
                           "data.duplicateKey",
                           "data.conflict",
                           "data.missingReference",
                           "groups.sameNumber",
                           "groups.members",
                           "groups.unknown"})
        QVERIFY2(ids.contains(id), id);
    QVERIFY(!checkNamed("plan.unheardOf"));
}

void TestCheckRunner::theFirstUpdateRunsEverything()
{
    TestReview test;
    test.add(SubTeam());
    CheckRunner runner;
    QVERIFY(runner.problems().isEmpty());
    QCOMPARE(runner.update(test.review, testClock(), {}), runChecks(test.review, testClock()));
    QCOMPARE(runner.checksRun(), int(allChecks().size()));
    runner.update(test.review, testClock(), {});
    QCOMPARE(runner.checksRun(), 0);
    QCOMPARE(runner.problems(), runChecks(test.review, testClock()));
}

void TestCheckRunner::runsOnlyWhatTheNewsConcern()
{
    TestReview test;
    const auto person = test.add(Person());
    const auto milestone = test.add(Milestone());
    CheckRunner runner;
    runner.run(test.review, testClock());
    runner.update(test.review, testClock(), changed(Kind::Person, RecordId(person.uuid), "email"));
    // teams.lead, tor.acknowledged, meeting.quorum, recommendation.sharedByLead, data.conflict and
    // evidence.closedCited.
    QCOMPARE(runner.checksRun(), 6);
    runner.update(test.review, testClock(), changed(Kind::Milestone, RecordId(milestone.uuid), "target"));
    QVERIFY(runner.checksRun() > 10 && runner.checksRun() < int(allChecks().size()));
}

void TestCheckRunner::aNewDayRunsWhatReadsTheDay()
{
    TestReview test;
    Milestone milestone;
    milestone.target = on("2020-03-01");
    test.add(milestone);
    FixedClock clock = testClock();
    CheckRunner runner;
    QVERIFY(runner.run(test.review, clock).isEmpty());
    clock.set(clock.now().addSecs(13 * 3600));
    QCOMPARE(runner.update(test.review, clock, {}).size(), 1);
    const auto &checks = allChecks();
    QCOMPARE(runner.checksRun(), int(std::count_if(checks.begin(), checks.end(),
                                                   [](const Check &check) { return check.readsToday; })));
}

void TestCheckRunner::aWaiverRunsNoCheckAndIsSeen()
{
    TestReview test;
    const auto team = test.add(SubTeam());
    CheckRunner runner;
    runner.run(test.review, testClock());
    Waiver waiver;
    waiver.check = u"teams.scope"_s;
    waiver.on = RecordId(team.uuid);
    waiver.reason = u"It is written in the minutes."_s;
    const auto id = test.add(waiver);
    runner.update(test.review, testClock(), changed(Kind::Waiver, RecordId(id.uuid), "reason"));
    // data.conflict and evidence.closedCited read all kinds; note.open shows what notes stand on.
    QCOMPARE(runner.checksRun(), 3);
    QCOMPARE(runner.problems(), runChecks(test.review, testClock()));
    QVERIFY(runner.problems() != CheckRunner().run(TestReview().review, testClock()));
}

void TestCheckRunner::aTailOfAKeyIsSeenAcrossKinds()
{
    TestReview test;
    SubTeam team;
    team.key = u"S1"_s;
    test.add(team);
    CheckRunner runner;
    runner.run(test.review, testClock());
    Person person;
    person.key = u"S1"_s; // Somebody's import gave a person the key of a sub-team.
    const auto id = test.add(person);
    Changes changes;
    changes.records.insert(RecordId(id.uuid), {Kind::Person, true, false, {"key"}});
    QCOMPARE(runner.update(test.review, testClock(), changes), runChecks(test.review, testClock()));
    QVERIFY(runner.problems().first().sentence.startsWith(u"S1~"_s));
}

namespace {
/// A review edited at random, with the news each edit gives.
class Shaker
{
public:
    explicit Shaker(quint32 seed) : m_random(seed)
    {
        test.setRule(u"minCommentDays"_s, u"40"_s);
        test.setRule(u"slipWarningDays"_s, u"14"_s);
        test.setRule(u"considerationBufferDays"_s, u"14"_s);
    }

    TestReview test;

    /// One random edit; what it changed.
    Changes shake();
    void addWhatRarelyMeets();
    void addWork();

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    std::optional<PartialDate> date();
    Value valueFor(const Field &field);
    RecordId anyRecord(Kind kind);
    RecordId groupId();
    Changes create(Kind kind);
    Changes edit(Kind kind);
    Changes live(Kind kind);
    Changes dispute(Kind kind);

    QRandomGenerator m_random;
};

std::optional<PartialDate> Shaker::date()
{
    const QDate day = QDate(2020, 1, 1).addDays(below(120));
    switch (below(8)) {
    case 0:
        return std::nullopt;
    case 1:
        return PartialDate{{}, DatePrecision::Open, false};
    case 2:
        return PartialDate{QDate(2020, day.month(), 1), DatePrecision::Month, false};
    default:
        return PartialDate::day(day);
    }
}

RecordId Shaker::anyRecord(Kind kind)
{
    auto records = test.review.everyRecord(kind);
    if (records.empty())
        return {};
    std::sort(records.begin(), records.end(), [](const Record *a, const Record *b) { return a->id < b->id; });
    return records.at(size_t(below(int(records.size()))))->id;
}

Value Shaker::valueFor(const Field &field)
{
    switch (field.type) {
    case FieldType::Date:
        if (field.name == "actual" && below(3) != 0)
            return {}; // Most of a plan is still to be met.
        return toValue(date());
    case FieldType::Number:
        return Value(below(10) - 3);
    case FieldType::Choice:
        if (field.name == "type" &&
            below(2) == 0) // The pairs that rules compare would rarely meet otherwise.
            return Value(below(2) == 0 ? u"freeze"_s : u"draftrecommendations"_s);
        return below(9) == 0
                   ? Value()
                   : Value(QLatin1String(field.choices->at(below(int(field.choices->size()))).word));
    case FieldType::Reference: {
        if (below(field.name == "subteam" ? 2 : 8) == 0) // Half of the plan is the full team's.
            return {};
        const Kind any[] = {Kind::Milestone, Kind::Recommendation, Kind::SubTeam,
                            Kind::Finding,   Kind::DataSource,     Kind::Person};
        return idValue(anyRecord(field.target.value_or(any[below(6)])).uuid);
    }
    case FieldType::Line:
    case FieldType::Text:
        break;
    default:
        return {};
    }
    if (field.name == "key")
        return Value(u"M-%1"_s.arg(below(30)));
    if (field.name == "check")
        return Value(QString::fromLatin1(allChecks().at(below(int(allChecks().size()))).id));
    if (field.name == "value")
        return Value(QString::number(below(60)));
    if (field.name == "name") {
        const QStringList rules{u"minCommentDays"_s,    u"slipWarningDays"_s, u"considerationBufferDays"_s,
                                u"dayCountRule"_s,      u"quorum"_s,          u"reportBackDays"_s,
                                u"minSubTeamMembers"_s, u"knownAcronyms"_s};
        return Value(rules.at(below(int(rules.size()))));
    }
    return below(3) == 0 ? Value() : Value(u"Text %1"_s.arg(below(1000)));
}

/// Ids of groups, of which several have one number.
RecordId Shaker::groupId()
{
    static const QList<RecordId> ids = [] {
        QHash<int, RecordId> numbers;
        QList<RecordId> pairs;
        for (uint i = 1; pairs.size() < 8; ++i) {
            const RecordId id(QUuid(i, 0x6209, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 2));
            const int number = audienceNumber(ClosedGroupId(id.uuid));
            if (numbers.contains(number))
                pairs += {numbers.value(number), id};
            numbers.insert(number, id);
        }
        return pairs;
    }();
    return ids.at(below(int(ids.size())));
}

/// A meeting with a roll, a decision and a rule it may break, and public comment that closes in a week of
/// meetings: by chance these would rarely meet.
void Shaker::addWhatRarelyMeets()
{
    test.setRule(u"quorum"_s, u"2"_s);
    const MeetingId meeting = test.add(Meeting());
    Decision decision;
    decision.meeting = meeting;
    test.add(decision);
    Link link;
    link.type = LinkType::Attended;
    link.from = RecordId(test.add(Person()).uuid);
    link.to = RecordId(meeting.uuid);
    test.add(link);
    ActionItem item;
    item.due = on("2020-01-05");
    test.add(item);
    CalendarEvent week;
    week.category = CalendarKind::Meeting;
    week.first = on("2020-03-07");
    week.last = on("2020-03-12");
    test.add(week);
    Milestone comment;
    comment.type = MilestoneType::Comment;
    comment.start = on("2020-01-24");
    comment.target = on("2020-03-10");
    test.add(comment);
    Dependency waits;
    waits.from = test.add(comment);
    comment.start = on("2020-02-10"); // Before what it waits for ends.
    waits.to = test.add(comment);
    waits.type = DependencyType::FS;
    test.add(waits);
    BaselineItem planned;
    planned.baseline = test.add(Baseline());
    planned.record = RecordId(waits.to.uuid);
    planned.target = on("2020-01-10");
    test.add(planned);
    Milestone freeze;
    freeze.type = MilestoneType::Freeze;
    freeze.target = on("2020-03-10");
    test.add(freeze);
    Milestone drafts;
    drafts.type = MilestoneType::DraftRecommendations;
    drafts.subteam = test.add(SubTeam());
    drafts.target = on("2020-03-05");
    test.add(drafts);
    test.add(ActionItem());
    addWork();
}

/// Work of phases 1 to 3 with one fault of each kind that chance does not make.
void Shaker::addWork()
{
    test.review.setUuid(QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9));
    ReviewRecord record;
    record.id = RecordId(test.review.uuid());
    Decision adopted;
    record.toradopted = test.add(adopted);
    record.tortext = test.add(Baseline());
    test.add(record);
    BaselineItem part;
    part.baseline = record.tortext;
    part.record = record.id;
    part.hash = materialHash(Kind::Review, record);
    test.add(part);
    Membership member;
    member.role = plumbline::Role::Member;
    member.person = test.add(Person());
    test.add(member);
    test.setRule(u"reportBackDays"_s, u"30"_s);
    test.setRule(u"minSubTeamMembers"_s, u"2"_s);
    SubTeam team;
    team.reported = on("2020-01-01");
    test.add(team);
    DataSource closed;
    closed.key = u"DS-G1-01"_s;
    closed.audience = 3;
    test.add(closed);
    DataSource used;
    used.state = SourceState::Used;
    test.add(used);
    used.state = SourceState::Expected;
    used.expected = on("2020-02-01");
    test.add(used);
    DataRequest refused;
    refused.state = RequestState::Refused;
    test.add(refused);
    Finding citing;
    citing.condition = u"See DS-G1-01."_s;
    const FindingId finding = test.add(citing);
    Recommendation shared;
    shared.state = RecommendationState::Shared;
    shared.priority.level = Level::High;
    shared.subteam = test.add(team);
    shared.sharedby = member.person;
    RecommendationId last;
    for (const QString &text :
         {u"The KPI should be published."_s, u"Improve it."_s, u"Word "_s.repeated(120), u"A"_s, u"B"_s}) {
        shared.text = text;
        last = test.add(shared);
    }
    Link link;
    link.type = LinkType::LeadsTo;
    link.from = RecordId(finding.uuid);
    link.to = RecordId(last.uuid);
    link.confirmed = QByteArray(64, 'x');
    test.add(link);
    shared.state = RecommendationState::Idea;
    test.add(shared);
    shared.state = RecommendationState::Withdrawn;
    BaselineItem frozen;
    frozen.baseline = record.tortext;
    frozen.record = RecordId(test.add(shared).uuid);
    frozen.number = u"7.2"_s;
    test.add(frozen);
}

Changes Shaker::create(Kind kind)
{
    const KindDescription &description = describe(kind);
    const auto record = description.create();
    record->id = kind == Kind::ClosedGroup ? groupId() : test.newId();
    if (test.review.findAny(record->id))
        return {}; // No record is created twice.
    if (below(5) == 0)
        record->audience = 1 + below(3); // Groups of these numbers are not in this copy.
    Changes changes;
    Changes::Entry entry{kind, true, false, {}};
    for (const Field &field : description.fields) {
        if (field.type == FieldType::Parts || !field.set(*record, valueFor(field)))
            continue;
        entry.fields += field.name;
    }
    test.review.put(kind, record);
    changes.records.insert(record->id, entry);
    return changes;
}

Changes Shaker::edit(Kind kind)
{
    const RecordId id = anyRecord(kind);
    const Record *old = id.isNull() ? nullptr : test.review.find(id);
    if (!old)
        return create(kind);
    const KindDescription &description = describe(kind);
    const Field &field = description.fields.at(below(int(description.fields.size())));
    const auto record = description.copy(*old);
    if (field.type == FieldType::Parts || !field.set(*record, valueFor(field)))
        return {};
    test.review.put(kind, record);
    return changed(kind, id, field.name);
}

Changes Shaker::live(Kind kind)
{
    const RecordId id = anyRecord(kind);
    if (id.isNull())
        return {};
    const auto record = describe(kind).copy(*test.review.findAny(id));
    const bool wasAlive = record->life != Life::Deleted;
    record->life = wasAlive ? Life::Deleted : Life::Alive;
    test.review.put(kind, record);
    Changes changes;
    changes.records.insert(id, {kind, !wasAlive, wasAlive, {}});
    return changes;
}

Changes Shaker::dispute(Kind kind)
{
    const RecordId id = anyRecord(kind);
    if (id.isNull())
        return {};
    const QByteArray field = describe(kind).title;
    std::optional<Conflict> conflict;
    if (!test.review.conflict(id, field)) {
        conflict.emplace();
        conflict->id = test.review.findAny(id)->key + u'.' + QString::fromLatin1(field);
        conflict->record = id;
        conflict->kind = kind;
        conflict->field = field;
        conflict->values = {{Value(1), {}, {}}, {Value(2), {}, {}}};
    }
    test.review.setConflict(id, field, conflict);
    return changed(kind, id, field);
}

Changes Shaker::shake()
{
    const QList<Kind> kinds{Kind::Milestone,      Kind::Milestone,      Kind::Milestone,
                            Kind::SubTeam,        Kind::Person,         Kind::Membership,
                            Kind::Rule,           Kind::Waiver,         Kind::Dependency,
                            Kind::CalendarEvent,  Kind::Baseline,       Kind::BaselineItem,
                            Kind::BaselineItem,   Kind::Decision,       Kind::ClosedGroup,
                            Kind::Link,           Kind::Meeting,        Kind::ActionItem,
                            Kind::TorSection,     Kind::DataSource,     Kind::DataRequest,
                            Kind::Finding,        Kind::FeedbackPoint,  Kind::Presentation,
                            Kind::Recommendation, Kind::Recommendation, Kind::ImplementabilityInput,
                            Kind::ReportBack,     Kind::Note,           Kind::Review};
    const Kind kind = kinds.at(below(int(kinds.size())));
    switch (below(10)) {
    case 0:
    case 1:
        return create(kind);
    case 2:
        return live(kind);
    case 3:
        return dispute(kind);
    default:
        return edit(kind);
    }
}
} // namespace

/// What is said of a review that has nothing is found and goes, record by record, as a whole run finds it.
static QSet<QByteArray> seenInAnEmptyReview()
{
    TestReview test;
    addReviewRecord(test, Phase::Drafting);
    test.setRule(u"quorum"_s, u"most of us"_s);
    CheckRunner runner;
    QSet<QByteArray> seen;
    for (const Problem &problem : runner.run(test.review, testClock()))
        seen += problem.check;
    const auto follow = [&](Kind kind, RecordId record) {
        Changes changes;
        changes.add(record, {kind, true, false, {"key"}});
        runner.update(test.review, testClock(), changes);
        if (runner.problems() != runChecks(test.review, testClock()))
            qFatal("an update finds something else than a whole run");
    };
    follow(Kind::SubTeam, RecordId(test.add(SubTeam()).uuid));
    follow(Kind::Finding, RecordId(test.add(Finding()).uuid));
    follow(Kind::Recommendation, RecordId(test.add(Recommendation()).uuid));
    return seen;
}

void TestCheckRunner::incrementalEqualsFullOnRandomEdits()
{
    QSet<QByteArray> seen = seenInAnEmptyReview();
    int run = 0;
    int possible = 0;
    for (quint32 seed = 1; seed <= 5; ++seed) {
        Shaker shaker(seed);
        shaker.addWhatRarelyMeets();
        FixedClock clock = testClock();
        CheckRunner runner;
        for (const Problem &problem : runner.run(shaker.test.review, clock))
            seen += problem.check;
        for (int step = 0; step < 200; ++step) {
            Changes changes = shaker.shake();
            if (step % 7 == 0) { // Several edits in one transaction.
                for (const Changes &more : {shaker.shake(), shaker.shake()}) {
                    for (auto entry = more.records.cbegin(); entry != more.records.cend(); ++entry) {
                        if (!changes.records.contains(entry.key()))
                            changes.records.insert(entry.key(), entry.value());
                        else
                            changes.everything = true; // What two edits of one record make together is not
                                                       // this test's subject.
                    }
                }
            }
            if (step % 11 == 0)
                clock.set(clock.now().addDays(1));
            runner.update(shaker.test.review, clock, changes);
            run += runner.checksRun();
            possible += int(allChecks().size());
            const auto full = runChecks(shaker.test.review, clock);
            QStringList differences;
            for (const auto &[some, others] :
                 {std::pair(runner.problems(), full), std::pair(full, runner.problems())}) {
                for (const Problem &problem : some) {
                    if (!others.contains(problem))
                        differences += QLatin1String(problem.check) + u": "_s + problem.sentence;
                }
            }
            QVERIFY2(runner.problems() == full, qPrintable(u"seed %1, step %2: %3"_s.arg(seed).arg(step).arg(
                                                    differences.join(u" | "_s))));
            for (const Problem &problem : full)
                seen += problem.check;
        }
    }
    QStringList unseen;
    for (const Check &check : allChecks()) {
        if (!seen.contains(check.id))
            unseen += QString::fromLatin1(check.id);
    }
    QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u", "_s)));
    QVERIFY(run < possible); // Otherwise nothing was shown.
}

PLUMBLINE_TEST(TestCheckRunner)
} // namespace checkrunner_test

#include "tst_checkrunner.moc"
