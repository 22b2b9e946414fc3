#include "core/edits/planimport.h"

#include "core/domain/baselineitem.h"
#include "core/domain/dependency.h"
#include "core/domain/keys.h"
#include "core/planfiles/planofreview.h"
#include "core/schedule/planschedule.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace planimport_test {

/// A heading with two activities, a milestone after them, a baseline, a day off and an appointment.
static PlanFile smallPlan()
{
    PlanFile plan;
    plan.title = u"Somebody's plan"_s;
    const auto add = [&](const char *name, int parent, const char *start, const char *finish) {
        PlanTask task;
        task.id = QString::number(plan.tasks.size() + 1);
        task.name = QLatin1String(name);
        task.parent = parent;
        task.start = QDate::fromString(QLatin1String(start), Qt::ISODate);
        task.finish = QDate::fromString(QLatin1String(finish), Qt::ISODate);
        plan.tasks += task;
        return int(plan.tasks.size()) - 1;
    };
    add("Evidence", -1, "2020-01-06", "2020-01-17");
    const int read = add("Read", 0, "2020-01-06", "2020-01-10");
    const int ask = add("Ask", 0, "2020-01-13", "2020-01-17");
    const int done = add("Evidence is there", -1, "2020-01-17", "2020-01-17");
    plan.tasks[read].duration = 5;
    plan.tasks[ask].duration = 5;
    plan.tasks[ask].percent = 40;
    plan.tasks[ask].baselines = {{0, QDate(2020, 1, 8), QDate(2020, 1, 14)}};
    plan.tasks[done].milestone = true;
    plan.tasks[done].deadline = QDate(2020, 1, 24);
    plan.links = {{read, ask, DependencyType::FS, 0, DayUnit::Working},
                  {ask, done, DependencyType::FS, -2, DayUnit::Calendar}};
    plan.calendar.off = {{QDate(2020, 1, 1), QDate(2020, 1, 1), u"New Year"_s}};
    plan.events = {{u"1"_s, u"Plenary"_s, QDate(2020, 1, 9), QDate(2020, 1, 9), true}};
    plan.notes = {u"Something was left out."_s};
    return plan;
}

class TestPlanImport : public QObject
{
    Q_OBJECT

private slots:
    void everythingBecomesARecordInOneStep();
    void noDateIsMoved();
    void theWeekendWrittenIsTheOneCountedWith();
    void aSubTeamGetsItsOwn();
    void theSameCalendarIsNotTakenTwice();
    void anEmptyPlanIsRefused();
    void aLoopIsTold();
    void thousandsComeInAtOnce();
};

static PlanImport take(Desk &desk, const PlanFile &plan, const PlanImportOptions &options = {u"plan.xml"_s, {}, CalendarKind::Other})
{
    PlanImport import = must(importPlan(desk.session->context(), plan, options));
    must(desk.session->commit(import.changes));
    return import;
}

static const Milestone *named(const Desk &desk, const QString &title)
{
    for (const Milestone *milestone : desk.review().all<Milestone>()) {
        if (milestone->title == title)
            return milestone;
    }
    return nullptr;
}

void TestPlanImport::everythingBecomesARecordInOneStep()
{
    Desk desk;
    const QByteArray before = desk.dump();
    const PlanImport import = take(desk, smallPlan());
    QCOMPARE(import.tasks, 4);
    QCOMPARE(import.links, 2);
    QCOMPARE(import.events, 2);
    QCOMPARE(import.baselines, 1);
    QVERIFY(import.notes.contains(u"Something was left out."_s));
    const Milestone *ask = named(desk, u"Ask"_s);
    QVERIFY(ask);
    QCOMPARE(ask->start, PartialDate::day({2020, 1, 13}));
    QCOMPARE(ask->target, PartialDate::day({2020, 1, 17}));
    QCOMPARE(ask->duration, std::optional<qint64>(5));
    QVERIFY(ask->dayunit.is(DayUnit::Working));
    QCOMPARE(ask->progress, std::optional<qint64>(40));
    QCOMPARE(ask->source, u"plan.xml"_s);
    QCOMPARE(ask->place.parent, named(desk, u"Evidence"_s)->id);
    const Milestone *done = named(desk, u"Evidence is there"_s);
    QVERIFY(!done->start && !done->duration); // A point.
    QCOMPARE(done->deadline, PartialDate::day({2020, 1, 24}));
    const auto links = desk.review().all<Dependency>();
    QCOMPARE(links.size(), size_t(2));
    QCOMPARE(desk.review().all<BaselineItem>().front()->target, PartialDate::day({2020, 1, 14}));
    // In the order of the file.
    QVERIFY(keyLess(named(desk, u"Read"_s)->key, ask->key));
    desk.reopen();
    QVERIFY(named(desk, u"Ask"_s));
    must(desk.session->undo());
    QCOMPARE(desk.dump(), before);
}

void TestPlanImport::noDateIsMoved()
{
    Desk desk;
    take(desk, smallPlan());
    // The link lets "Evidence is there" stand two days before "Ask" ends; it stays where the file has it.
    const PlanFile again = planOfReview(desk.review());
    const PlanFile plan = smallPlan();
    QCOMPARE(again.tasks.size(), plan.tasks.size());
    for (qsizetype i = 0; i < plan.tasks.size(); ++i) {
        QCOMPARE(again.tasks.at(i).name, plan.tasks.at(i).name);
        QCOMPARE(again.tasks.at(i).finish, plan.tasks.at(i).finish);
        QCOMPARE(again.tasks.at(i).parent, plan.tasks.at(i).parent);
    }
    QCOMPARE(again.links.size(), plan.links.size());
    for (PlanLink link : plan.links) {
        if (link.lag == 0)
            link.unit = DayUnit::Calendar; // Days of no lag are not kept.
        QVERIFY(again.links.contains(link));
    }
    QCOMPARE(again.calendar.off, plan.calendar.off);
    QVERIFY(again.notes.isEmpty());
}

void TestPlanImport::theWeekendWrittenIsTheOneCountedWith()
{
    Desk desk;
    desk.apply(R"({"create":"rule","as":"weekend","set":{"name":"weekend","value":"6,5"}})");
    QCOMPARE(planOfReview(desk.review()).calendar.weekend, (QList<int>{5, 6}));
    // A week of seven free days is none at all, or the other planner would find no day to work on.
    desk.apply(R"({"set":{"weekend":{"value":"1,2,3,4,5,6,7"}}})");
    QCOMPARE(planOfReview(desk.review()).calendar.weekend, QList<int>());
}

void TestPlanImport::aSubTeamGetsItsOwn()
{
    Desk desk;
    desk.apply(R"({"create":"subteam","as":"abuse","set":{"title":"DNS abuse"}})");
    const auto team = Id<SubTeam>(desk.byKey(u"S1"_s).uuid);
    take(desk, smallPlan(), {u"plan.xml"_s, team, CalendarKind::Meeting});
    QVERIFY(named(desk, u"Ask"_s)->key.startsWith(u"M-S1-"_s));
    QCOMPARE(named(desk, u"Ask"_s)->subteam, team);
    QCOMPARE(planOfReview(desk.review(), RecordId(team.uuid)).tasks.size(), 4);
}

void TestPlanImport::theSameCalendarIsNotTakenTwice()
{
    Desk desk;
    take(desk, smallPlan());
    QCOMPARE(take(desk, smallPlan()).events, 0);
}

void TestPlanImport::anEmptyPlanIsRefused()
{
    Desk desk;
    const auto import = importPlan(desk.session->context(), {}, {});
    QVERIFY(!import);
    QCOMPARE(import.error().code, ErrorCode::BadInput);
}

void TestPlanImport::aLoopIsTold()
{
    PlanFile plan = smallPlan();
    plan.loops = {{u"Read"_s, u"Ask"_s}};
    Desk desk;
    const QStringList notes = take(desk, plan).notes;
    QVERIFY(notes.last().contains(u"Read \u2192 Ask"_s));
}

void TestPlanImport::thousandsComeInAtOnce()
{
    PlanFile plan;
    for (int i = 0; i < 2000; ++i) {
        PlanTask task;
        task.id = QString::number(i);
        task.name = u"Task %1"_s.arg(i);
        task.start = QDate(2020, 1, 6).addDays(i);
        task.finish = task.start->addDays(2);
        plan.tasks += task;
        if (i > 0)
            plan.links += {i - 1, i, DependencyType::FS, 0, DayUnit::Working};
    }
    Desk desk;
    QCOMPARE(take(desk, plan).tasks, 2000);
    QCOMPARE(PlanSchedule(desk.review(), {}).items().size(), 2000);
}

PLUMBLINE_TEST(TestPlanImport)

} // namespace planimport_test

#include "tst_planimport.moc"
