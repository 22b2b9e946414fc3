#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/calendarevent.h"
#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace planchecks_test {

class TestPlanChecks : public QObject
{
    Q_OBJECT

private slots:
    void everySentenceNamesItsRecord();

    void orderFindsTheOneMisplaced_data();
    void orderFindsTheOneMisplaced();
    void orderAcceptsTheWholeLife();
    void orderSkipsStagesThatAreNotPlanned();
    void orderAcceptsASecondRound();
    void orderAcceptsThatADraftIsPublished();
    void orderIgnoresSubTeamsAndVagueDates();

    void sequenceOfEveryType_data();
    void sequenceOfEveryType();
    void sequenceCountsActivitiesFromTheirStart();
    void sequenceWithoutATypeIsFinishToStart();
    void sequenceSurvivesNonsense();
    void sequenceCountsWorkingDays();

    void commentPeriodShorterThanTheRule();
    void commentPeriodBySsr2sFigures();
    void commentPeriodFollowsTheDayCountRule();
    void commentPeriodWithoutARuleIsNotJudged();
    void commentPeriodThatClosesBeforeItOpens();
    void commentPeriodBeforeTheFreeze();
    void secondCommentPeriodBelongsToTheSecondFreeze();

    void afterDeadline();
    void servesATarget();
    void servesADeadline();
    void freezeBuffer();
    void partialDatesSayUpTo();

    void overdue();
    void overdueSparesClosedSubTeams();
    void noTarget();
    void slip();
    void slipNeedsTheRule();
    void movedWithoutReason();
    void suspended();
    void startAfterTarget();
    void subteamDraftDate();
};

static Milestone milestone(MilestoneType type, const char *target)
{
    Milestone milestone;
    milestone.type = type;
    milestone.title = u"Something dated"_s;
    if (target)
        milestone.target = on(target);
    return milestone;
}

static Milestone dated(const char *target)
{
    return milestone(MilestoneType::Other, target);
}

/// One milestone of the full team for every stage, a month apart, in the future of the test's clock.
static QList<MilestoneId> addWholeLife(TestReview &test)
{
    QList<MilestoneId> ids;
    const QList<MilestoneType> types{MilestoneType::TermsOfReference,
                                     MilestoneType::WorkPlan,
                                     MilestoneType::DataReview,
                                     MilestoneType::Findings,
                                     MilestoneType::DraftRecommendations,
                                     MilestoneType::Freeze,
                                     MilestoneType::CommentOpen,
                                     MilestoneType::CommentClose,
                                     MilestoneType::Analysis,
                                     MilestoneType::FinalAgreed,
                                     MilestoneType::Published,
                                     MilestoneType::FollowUp};
    for (const MilestoneType type : types) {
        Milestone stage = milestone(type, nullptr);
        stage.key = u"M-%1"_s.arg(int(ids.size()) + 1, 3, 10, QLatin1Char('0'));
        stage.target = PartialDate::day(QDate(2021, 1, 15).addMonths(int(ids.size())));
        ids += test.add(stage);
    }
    return ids;
}

void TestPlanChecks::everySentenceNamesItsRecord()
{
    TestReview test;
    test.setRule(u"minCommentDays"_s, u"40"_s);
    SubTeam team;
    team.key = u"S1"_s;
    team.title = u"Abuse %1 and %2"_s; // Looks like a placeholder and must not be taken for one.
    const SubTeamId teamId = test.add(team);
    auto ids = addWholeLife(test);
    test.change(ids.at(0), [](Milestone &tor) { tor.target = on("2021-12-01"); });
    test.change(ids.at(7), [&](Milestone &close) { close.target = on("2021-07-20"); });
    Milestone draft = milestone(MilestoneType::DraftRecommendations, "2020-02-28");
    draft.subteam = teamId;
    draft.key = u"M-S1-01"_s;
    draft.title = u"Draft of %n with %3"_s;
    draft.deadline = on("2020-02-27");
    test.add(draft);
    const auto problems = runChecks(test.review, testClock());
    QVERIFY(problems.size() >= 5);
    for (const Problem &problem : problems) {
        const Record &record = *test.review.find(problem.record);
        QVERIFY2(problem.sentence.startsWith(record.key + u" “"_s), qPrintable(problem.sentence));
        QVERIFY2(problem.sentence.contains(titleOf(*test.review.kindOf(record.id), record)),
                 qPrintable(problem.sentence));
        QVERIFY2(problem.sentence.endsWith(u'.') && problem.next.endsWith(u'.'),
                 qPrintable(problem.sentence));
        QVERIFY(!problem.next.isEmpty() && problem.next.size() < 100);
        QVERIFY(checkNamed(problem.check));
    }
}

void TestPlanChecks::orderFindsTheOneMisplaced_data()
{
    QTest::addColumn<int>("stage");
    for (int stage = 1; stage < 12; ++stage)
        QTest::newRow(qPrintable(QString::number(stage))) << stage;
}

void TestPlanChecks::orderFindsTheOneMisplaced()
{
    QFETCH(int, stage);
    TestReview test;
    const auto ids = addWholeLife(test);
    const QDate before = test.review.find(ids.at(stage - 1))->target->first;
    test.change(ids.at(stage), [&](Milestone &moved) { moved.target = PartialDate::day(before); });
    QCOMPARE(faultyIn(test, "plan.order"), nothing); // The same day is in order.
    test.change(ids.at(stage),
                [&](Milestone &moved) { moved.target = PartialDate::day(before.addDays(-3)); });
    QCOMPARE(faultyIn(test, "plan.order"), only(ids.at(stage)));
    const Problem problem = problemsOf(test, "plan.order").first();
    QCOMPARE(problem.days, 3);
    QCOMPARE(problem.level, ProblemLevel::Error);
    // When it was met counts, not when it was to be met.
    test.change(ids.at(stage), [&](Milestone &moved) { moved.actual = PartialDate::day(before.addDays(1)); });
    QCOMPARE(faultyIn(test, "plan.order"), nothing);
}

void TestPlanChecks::orderAcceptsTheWholeLife()
{
    TestReview test;
    addWholeLife(test);
    QCOMPARE(faultyIn(test, "plan.order"), nothing);
}

void TestPlanChecks::orderSkipsStagesThatAreNotPlanned()
{
    TestReview test;
    const auto tor = test.add(milestone(MilestoneType::TermsOfReference, "2021-05-01"));
    const auto published = test.add(milestone(MilestoneType::Published, "2021-04-01"));
    QCOMPARE(faultyIn(test, "plan.order"), only(published));
    test.remove(tor);
    QCOMPARE(faultyIn(test, "plan.order"), nothing);
}

void TestPlanChecks::orderAcceptsASecondRound()
{
    TestReview test;
    addWholeLife(test);
    test.add(milestone(MilestoneType::Freeze, "2021-12-01"));
    test.add(milestone(MilestoneType::CommentOpen, "2022-01-01"));
    test.add(milestone(MilestoneType::CommentClose, "2022-03-01"));
    QCOMPARE(faultyIn(test, "plan.order"), nothing);
}

void TestPlanChecks::orderAcceptsThatADraftIsPublished()
{
    TestReview test;
    const auto ids = addWholeLife(test);
    test.add(milestone(MilestoneType::Published, "2021-07-15"));
    QCOMPARE(faultyIn(test, "plan.order"), nothing);
    test.change(ids.at(10), [](Milestone &published) { published.target = on("2021-10-01"); });
    QCOMPARE(faultyIn(test, "plan.order"), only(ids.at(10)));
}

void TestPlanChecks::orderIgnoresSubTeamsAndVagueDates()
{
    TestReview test;
    addWholeLife(test);
    Milestone findings = milestone(MilestoneType::Findings, "2020-12-01");
    findings.subteam = test.add(SubTeam());
    test.add(findings);
    test.add(milestone(MilestoneType::Findings, "TBD"));
    test.add(
        milestone(MilestoneType::WorkPlan, "2021-01")); // May be after the Terms of Reference of 15 January.
    test.add(milestone(MilestoneType::Meeting, "2019-01-01"));
    QCOMPARE(faultyIn(test, "plan.order"), nothing);
    const auto vague = test.add(milestone(MilestoneType::WorkPlan, "2020-12"));
    QCOMPARE(faultyIn(test, "plan.order"), only(vague));
}

void TestPlanChecks::sequenceOfEveryType_data()
{
    // The predecessor runs from 1 to 10 June, the successor from 5 to 20 June 2021.
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("slack");
    QTest::newRow("FS") << int(DependencyType::FS) << -5;
    QTest::newRow("SS") << int(DependencyType::SS) << 4;
    QTest::newRow("FF") << int(DependencyType::FF) << 10;
    QTest::newRow("SF") << int(DependencyType::SF) << 19;
}

void TestPlanChecks::sequenceOfEveryType()
{
    QFETCH(int, type);
    QFETCH(int, slack);
    TestReview test;
    Milestone from = dated("2021-06-10");
    from.start = on("2021-06-01");
    Milestone to = dated("2021-06-20");
    to.start = on("2021-06-05");
    Dependency dependency;
    dependency.from = test.add(from);
    dependency.to = test.add(to);
    dependency.type = DependencyType(type);
    dependency.lag = slack;
    const auto id = test.add(dependency);
    QCOMPARE(faultyIn(test, "plan.sequence"), nothing);
    test.change(id, [&](Dependency &changed) { changed.lag = slack + 2; });
    QCOMPARE(faultyIn(test, "plan.sequence"), only(dependency.to));
    QCOMPARE(problemsOf(test, "plan.sequence").first().days, 2);
}

void TestPlanChecks::sequenceCountsActivitiesFromTheirStart()
{
    TestReview test;
    Dependency dependency;
    dependency.from = test.add(dated("2021-06-10"));
    Milestone activity = dated("2021-06-20");
    dependency.to = test.add(activity);
    dependency.type = DependencyType::FS;
    test.add(dependency);
    QCOMPARE(faultyIn(test, "plan.sequence"), nothing); // A point starts when it ends.
    test.change(dependency.to, [](Milestone &changed) { changed.start = on("2021-06-09"); });
    QCOMPARE(faultyIn(test, "plan.sequence"), only(dependency.to));
}

void TestPlanChecks::sequenceWithoutATypeIsFinishToStart()
{
    TestReview test;
    Dependency dependency;
    dependency.from = test.add(dated("2021-06-10"));
    dependency.to = test.add(dated("2021-06-09"));
    const auto id = test.add(dependency);
    QCOMPARE(faultyIn(test, "plan.sequence"), only(dependency.to));
    test.change(id,
                [](Dependency &changed) { changed.type = Choice<DependencyType>::fromWord(u"sometime"_s); });
    QCOMPARE(faultyIn(test, "plan.sequence"), nothing);
}

void TestPlanChecks::sequenceCountsWorkingDays()
{
    TestReview test;
    const auto first = test.add(dated("2020-06-05")); // A Friday.
    const auto second = test.add(dated("2020-06-11")); // The Thursday after.
    Dependency dependency;
    dependency.from = first;
    dependency.to = second;
    dependency.type = DependencyType::FS;
    dependency.lag = 5;
    const auto id = test.add(dependency);
    QCOMPARE(faultyIn(test, "plan.sequence"), nothing); // Six calendar days lie between.
    test.change(id, [](Dependency &changed) { changed.lagunit = DayUnit::Working; });
    QCOMPARE(faultyIn(test, "plan.sequence"), only(second)); // Friday and four days are worked, then comes Friday.
    test.change(second, [](Milestone &changed) { changed.target = on("2020-06-12"); });
    QCOMPARE(faultyIn(test, "plan.sequence"), nothing);
    CalendarEvent holiday;
    holiday.category = CalendarKind::Holidays;
    holiday.first = on("2020-06-08");
    holiday.last = on("2020-06-08");
    test.add(holiday);
    QCOMPARE(faultyIn(test, "plan.sequence"), only(second));
}

void TestPlanChecks::sequenceSurvivesNonsense()
{
    TestReview test;
    Dependency dependency;
    dependency.from = test.add(dated("2021-06-10"));
    dependency.to = dependency.from;
    test.add(dependency);
    dependency.to = MilestoneId(test.newId().uuid);
    test.add(dependency);
    dependency.to = test.add(dated("TBD"));
    const auto id = test.add(dependency);
    QCOMPARE(faultyIn(test, "plan.sequence"), nothing);
    test.change(dependency.to, [](Milestone &changed) { changed.target = on("2021-06-10"); });
    test.change(id, [](Dependency &changed) { changed.lag = std::numeric_limits<qint64>::max(); });
    QCOMPARE(faultyIn(test, "plan.sequence"), only(dependency.to));
    test.change(id, [](Dependency &changed) { changed.lag = std::numeric_limits<qint64>::min(); });
    QCOMPARE(faultyIn(test, "plan.sequence"), nothing);
}

static Milestone commentFrom(const char *start, const char *target)
{
    Milestone activity = milestone(MilestoneType::Comment, target);
    activity.start = on(start);
    return activity;
}

void TestPlanChecks::commentPeriodShorterThanTheRule()
{
    TestReview test;
    test.setRule(u"minCommentDays"_s, u"40"_s);
    const auto id = test.add(commentFrom("2021-06-01", "2021-07-11"));
    test.add(commentFrom("2021-06-01", "2021-08-01"));
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), nothing);
    test.change(id, [](Milestone &shorter) { shorter.target = on("2021-07-10"); });
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), only(id));
    const Problem problem = problemsOf(test, "plan.commentPeriod").first();
    QCOMPARE(problem.level, ProblemLevel::Error);
    QVERIFY2(problem.sentence.contains(u"39 "_s), qPrintable(problem.sentence));
    QVERIFY2(problem.next.contains(u"11 Jul 2021"_s), qPrintable(problem.next));
}

void TestPlanChecks::commentPeriodBySsr2sFigures()
{
    TestReview test;
    test.setRule(u"minCommentDays"_s, u"40"_s);
    test.add(milestone(MilestoneType::CommentOpen, "2020-01-24"));
    const auto closing = test.add(milestone(MilestoneType::CommentClose, "2020-03-04"));
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), nothing);
    test.change(closing, [](Milestone &close) { close.target = on("2020-03-03"); });
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), only(closing));
    test.change(closing, [](Milestone &close) { close.actual = on("2020-03-20"); });
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), nothing);
}

void TestPlanChecks::commentPeriodFollowsTheDayCountRule()
{
    TestReview test;
    test.setRule(u"minCommentDays"_s, u"40"_s);
    test.setRule(u"dayCountRule"_s, u"inclusive"_s);
    const auto id = test.add(commentFrom("2020-01-24", "2020-03-03"));
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), nothing);
    test.setRule(u"dayCountRule"_s, u"full24h"_s);
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), only(id));
}

void TestPlanChecks::commentPeriodWithoutARuleIsNotJudged()
{
    TestReview test;
    test.add(commentFrom("2020-01-24", "2020-01-25"));
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), nothing);
}

void TestPlanChecks::commentPeriodThatClosesBeforeItOpens()
{
    TestReview test;
    test.setRule(u"minCommentDays"_s, u"40"_s);
    test.add(milestone(MilestoneType::CommentOpen, "2020-03-04"));
    const auto closing = test.add(milestone(MilestoneType::CommentClose, "2020-01-24"));
    const auto problems = problemsOf(test, "plan.commentPeriod");
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), only(closing));
    QCOMPARE(problems.first().days, 80);
    QVERIFY(!problems.first().sentence.contains(u'-'));
}

void TestPlanChecks::commentPeriodBeforeTheFreeze()
{
    TestReview test;
    const auto freeze = test.add(milestone(MilestoneType::Freeze, "2020-01-24"));
    const auto id = test.add(commentFrom("2020-01-24", "2020-03-04"));
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), nothing);
    test.change(freeze, [](Milestone &frozen) { frozen.target = on("2020-01-27"); });
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), only(id));
    QCOMPARE(problemsOf(test, "plan.commentPeriod").first().days, 3);
    test.change(freeze, [](Milestone &frozen) { frozen.target = on("2020-01"); });
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), nothing);
}

void TestPlanChecks::secondCommentPeriodBelongsToTheSecondFreeze()
{
    TestReview test;
    test.add(milestone(MilestoneType::Freeze, "2020-01-24"));
    test.add(commentFrom("2020-01-24", "2020-03-04"));
    const auto freeze = test.add(milestone(MilestoneType::Freeze, "2021-01-28"));
    const auto second = test.add(commentFrom("2021-01-28", "2021-03-09"));
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), nothing);
    test.change(freeze, [](Milestone &frozen) { frozen.target = on("2021-02-01"); });
    QCOMPARE(faultyIn(test, "plan.commentPeriod"), only(second));
}

void TestPlanChecks::afterDeadline()
{
    TestReview test;
    Milestone late = dated("2021-06-05");
    late.deadline = on("2021-06-01");
    Milestone inTime = dated("2021-06-01");
    inTime.deadline = on("2021-06-01");
    const auto id = test.add(late);
    test.add(inTime);
    QCOMPARE(faultyIn(test, "plan.afterDeadline"), only(id));
    const Problem problem = problemsOf(test, "plan.afterDeadline").first();
    QCOMPARE(problem.days, 4);
    QVERIFY(problem.sentence.contains(u"4 day"_s));
    QVERIFY(problem.next.contains(u"1 Jun 2021"_s));
}

void TestPlanChecks::servesATarget()
{
    TestReview test;
    const auto full = test.add(dated("2021-06-01"));
    Milestone serving = dated("2021-06-08");
    serving.serves = full;
    serving.subteam = test.add(SubTeam());
    const auto id = test.add(serving);
    serving.target = on("2021-06-01");
    test.add(serving);
    QCOMPARE(faultyIn(test, "plan.serves"), only(id));
    QCOMPARE(problemsOf(test, "plan.serves").first().days, 7);
}

void TestPlanChecks::servesADeadline()
{
    TestReview test;
    Milestone full;
    full.title = u"Draft report"_s;
    full.deadline = on("2021-06-01");
    Milestone serving = dated("2021-06-08");
    serving.serves = test.add(full);
    const auto id = test.add(serving);
    QCOMPARE(faultyIn(test, "plan.serves"), only(id));
    QVERIFY(problemsOf(test, "plan.serves").first().sentence.contains(u"“Draft report”"_s));
    test.change(id, [](Milestone &moved) { moved.target = on("2021-06-01"); });
    QCOMPARE(faultyIn(test, "plan.serves"), nothing);
}

void TestPlanChecks::freezeBuffer()
{
    TestReview test;
    test.setRule(u"considerationBufferDays"_s, u"14"_s);
    test.add(milestone(MilestoneType::Freeze, "2021-06-15"));
    Milestone draft = milestone(MilestoneType::DraftRecommendations, "2021-06-02");
    draft.subteam = test.add(SubTeam());
    const auto late = test.add(draft);
    draft.target = on("2021-06-01");
    test.add(draft);
    QCOMPARE(faultyIn(test, "plan.freezeBuffer"), only(late));
    QCOMPARE(problemsOf(test, "plan.freezeBuffer").first().days, 1);
    test.setRule(u"considerationBufferDays"_s, u"13"_s);
    QCOMPARE(faultyIn(test, "plan.freezeBuffer"), nothing);
}

void TestPlanChecks::partialDatesSayUpTo()
{
    TestReview test;
    Milestone late = dated("2021-06");
    late.deadline = on("2021-06-01");
    test.add(late);
    QVERIFY(problemsOf(test, "plan.afterDeadline").first().sentence.contains(u"up to 29 day"_s));
}

void TestPlanChecks::overdue()
{
    TestReview test; // The day is 1 March 2020.
    const auto past = test.add(dated("2020-02-29"));
    const auto vague = test.add(dated("2020-02"));
    test.add(dated("2020-03-01"));
    test.add(dated("2020-03"));
    test.add(dated("TBD"));
    Milestone met = dated("2020-02-01");
    met.actual = on("2020-02-20");
    test.add(met);
    auto faulty = faultyIn(test, "plan.overdue");
    QCOMPARE(QSet<RecordId>(faulty.cbegin(), faulty.cend()),
             QSet<RecordId>({RecordId(past.uuid), RecordId(vague.uuid)}));
    QCOMPARE(problemsOf(test, "plan.overdue").first().days, 1);
    test.remove(vague);
    test.change(past, [](Milestone &moved) { moved.target = on("2020-04-01"); });
    QCOMPARE(faultyIn(test, "plan.overdue"), nothing);
}

void TestPlanChecks::overdueSparesClosedSubTeams()
{
    TestReview test;
    const auto team = test.add(SubTeam());
    Milestone past = dated("2020-02-01");
    past.subteam = team;
    const auto id = test.add(past);
    QCOMPARE(faultyIn(test, "plan.overdue"), only(id));
    test.change(team, [](SubTeam &closed) { closed.state = SubTeamState::Closed; });
    QCOMPARE(faultyIn(test, "plan.overdue"), nothing);
}

void TestPlanChecks::noTarget()
{
    TestReview test;
    const auto undated = test.add(milestone(MilestoneType::Freeze, nullptr));
    test.add(milestone(MilestoneType::Freeze, "2021-01"));
    test.add(milestone(MilestoneType::Meeting, nullptr));
    Milestone met = milestone(MilestoneType::WorkPlan, nullptr);
    met.actual = on("2019-01-01");
    test.add(met);
    QCOMPARE(faultyIn(test, "plan.noTarget"), only(undated));
    QCOMPARE(problemsOf(test, "plan.noTarget").first().level, ProblemLevel::Hint);
    test.change(undated, [](Milestone &open) { open.target = on("TBD"); });
    QCOMPARE(faultyIn(test, "plan.noTarget"), only(undated));
}

static void hold(TestReview &test, BaselineId baseline, MilestoneId milestone, const char *target)
{
    BaselineItem item;
    item.baseline = baseline;
    item.record = RecordId(milestone.uuid);
    item.target = on(target);
    test.add(item);
}

static BaselineId addBaseline(TestReview &test, const char *taken)
{
    Baseline baseline;
    baseline.name = u"Plan of %1"_s.arg(QLatin1String(taken));
    baseline.taken = on(taken);
    return test.add(baseline);
}

void TestPlanChecks::slip()
{
    TestReview test;
    test.setRule(u"slipWarningDays"_s, u"14"_s);
    const auto first = addBaseline(test, "2019-09-25");
    const auto second = addBaseline(test, "2020-05-27");
    const auto moved = test.add(dated("2021-06-16"));
    const auto little = test.add(dated("2021-06-15"));
    const auto earlier = test.add(dated("2021-01-01"));
    for (const MilestoneId id : {moved, little, earlier})
        hold(test, first, id, "2021-06-01");
    hold(test, second, moved, "2021-06-16"); // Agreed anew, but the first plan was another.
    QCOMPARE(faultyIn(test, "plan.slip"), only(moved));
    const Problem problem = problemsOf(test, "plan.slip").first();
    QCOMPARE(problem.days, 15);
    QCOMPARE(problem.level, ProblemLevel::Warning);
    QVERIFY(problem.sentence.contains(u"Plan of 2019-09-25"_s));
    test.change(moved, [](Milestone &met) { met.actual = on("2021-06-16"); });
    QCOMPARE(faultyIn(test, "plan.slip"), nothing);
}

void TestPlanChecks::slipNeedsTheRule()
{
    TestReview test;
    const auto moved = test.add(dated("2021-06-16"));
    hold(test, addBaseline(test, "2019-09-25"), moved, "2021-06-01");
    QCOMPARE(faultyIn(test, "plan.slip"), nothing);
    test.setRule(u"slipWarningDays"_s, u"0"_s);
    QCOMPARE(faultyIn(test, "plan.slip"), only(moved));
}

void TestPlanChecks::movedWithoutReason()
{
    TestReview test;
    const auto baseline = addBaseline(test, "2019-09-25");
    const auto moved = test.add(dated("2021-06-02"));
    Milestone explained = dated("2021-06-02");
    explained.reason = u"The data came late."_s;
    const auto explainedId = test.add(explained);
    const auto kept = test.add(dated("2021-06-01"));
    for (const MilestoneId id : {moved, explainedId, kept})
        hold(test, baseline, id, "2021-06-01");
    QCOMPARE(faultyIn(test, "plan.movedWithoutReason"), only(moved));
    QCOMPARE(problemsOf(test, "plan.movedWithoutReason").first().days, 1);
    test.change(moved, [](Milestone &lost) { lost.target.reset(); });
    QCOMPARE(faultyIn(test, "plan.movedWithoutReason"), only(moved));
    test.change(moved, [](Milestone &blank) { blank.reason = u"  "_s; });
    QCOMPARE(faultyIn(test, "plan.movedWithoutReason"), only(moved));
}

void TestPlanChecks::suspended()
{
    TestReview test;
    CalendarEvent event;
    event.title = u"Suspension by the Board"_s;
    event.category = CalendarKind::Suspension;
    event.first = on("2021-06-01");
    event.last = on("2021-06-30");
    const auto eventId = test.add(event);
    test.add(event); // A second one over the same days is no second problem.
    const auto inside = test.add(dated("2021-06-30"));
    test.add(dated("2021-05-31"));
    test.add(dated("2021-07-01"));
    QCOMPARE(faultyIn(test, "plan.suspended"), only(inside));
    QVERIFY(problemsOf(test, "plan.suspended").first().sentence.contains(u"Suspension by the Board"_s));
    test.change(inside, [](Milestone &met) { met.actual = on("2021-06-10"); });
    QCOMPARE(faultyIn(test, "plan.suspended"), nothing);
    test.change(eventId, [](CalendarEvent &open) { open.last.reset(); });
    QCOMPARE(problemsOf(test, "plan.suspended").size(), 1); // Without an end it also holds 1 July.
}

void TestPlanChecks::startAfterTarget()
{
    TestReview test;
    Milestone activity = dated("2021-06-10");
    activity.start = on("2021-06-12");
    const auto id = test.add(activity);
    activity.start = on("2021-06-10");
    test.add(activity);
    activity.start = on("2021-06"); // May begin on the 1st.
    test.add(activity);
    QCOMPARE(faultyIn(test, "plan.startAfterTarget"), only(id));
    QCOMPARE(problemsOf(test, "plan.startAfterTarget").first().days, 2);
}

void TestPlanChecks::subteamDraftDate()
{
    TestReview test;
    SubTeam team;
    team.state = SubTeamState::Active;
    const auto without = test.add(team);
    const auto with = test.add(team);
    team.state = SubTeamState::Proposed;
    test.add(team);
    team.state = SubTeamState::Closed;
    test.add(team);
    Milestone draft = milestone(MilestoneType::DraftRecommendations, "2021-06-01");
    draft.subteam = with;
    test.add(draft);
    QCOMPARE(faultyIn(test, "plan.subteamDraftDate"), only(without));
    draft.subteam = without;
    draft.target = on("TBD");
    const auto open = test.add(draft);
    QCOMPARE(faultyIn(test, "plan.subteamDraftDate"), only(without));
    test.change(open, [](Milestone &settled) { settled.target = on("2021-06?"); });
    QCOMPARE(faultyIn(test, "plan.subteamDraftDate"), nothing);
}

PLUMBLINE_TEST(TestPlanChecks)
} // namespace planchecks_test

#include "tst_planchecks.moc"
