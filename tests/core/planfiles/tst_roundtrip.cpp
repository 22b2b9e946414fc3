// What is written reads back the same: plans with everything a plan may have, made at random.

#include "core/planfiles/icalendar.h"
#include "core/planfiles/mspdi.h"
#include "core/planfiles/plancsv.h"
#include "core/planfiles/planreader.h"

#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QTest>
#include <QXmlStreamReader>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace roundtrip_test {

class TestRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void mspdiKeepsEverythingButFiguresOfOthers();
    void csvKeepsTasksAndLinks();
    void idsThatAreNoNumbersSurviveMspdi();
    void elementsStandInTheOrderOfTheSchema();
    void textThatXmlHasNoWordForIsLeftOut();
    void aMilestoneStandsAtTheEndOfItsDayUnlessWorkBeginsThen();
    void writtenFilesAreRecognised();
};

static PlanTask named(const char *id, const QString &name)
{
    PlanTask task;
    task.id = QString::fromLatin1(id);
    task.name = name;
    return task;
}

static QDate anyDay(QRandomGenerator &random)
{
    return QDate(2020, 1, 1).addDays(random.bounded(800));
}

static std::optional<QDate> perhapsADay(QRandomGenerator &random)
{
    return random.bounded(3) ? std::nullopt : std::optional(anyDay(random));
}

static PlanTask anyTask(QRandomGenerator &random, int index, bool numbers)
{
    PlanTask task;
    task.id = numbers ? QString::number(index * 3 + 5) : u"key-%1/FS"_s.arg(index);
    task.name = u"Task %1 \u201C<&>\u201D \u00E4\U0001F600, \"x\"; y"_s.arg(index);
    if (random.bounded(2))
        task.notes = u"One,\ntwo\t; \"three\""_s;
    if (index && random.bounded(3))
        task.parent = random.bounded(2) ? index - 1 : -1;
    task.milestone = random.bounded(4) == 0;
    if (random.bounded(8)) {
        task.start = anyDay(random);
        task.finish = task.milestone ? *task.start : task.start->addDays(random.bounded(60));
    }
    task.unit = !task.milestone && random.bounded(3) == 0 ? DayUnit::Calendar : DayUnit::Working;
    task.duration = task.milestone ? 0 : random.bounded(1, 80);
    if (random.bounded(2))
        task.percent = random.bounded(101);
    task.deadline = perhapsADay(random);
    task.actualFinish = perhapsADay(random);
    task.constraintDate = perhapsADay(random);
    if (task.constraintDate)
        task.constraint = DateConstraint(random.bounded(6));
    if (random.bounded(4) == 0)
        task.resources = {u"Lead, of a team"_s, u"Chair"_s};
    return task;
}

/// A plan without circles: links only run forward.
static PlanFile anyPlan(quint32 seed, bool numbers)
{
    QRandomGenerator random(seed);
    PlanFile plan;
    plan.title = u"A plan & more"_s;
    plan.calendar.weekend = random.bounded(2) ? QList<int>{6, 7} : QList<int>{5};
    plan.calendar.off = {{QDate(2020, 4, 10), QDate(2020, 4, 13), u"Easter"_s},
                         {QDate(2021, 1, 1), QDate(2021, 1, 1), {}}};
    QList<bool> heading;
    for (int i = 0; i < 40; ++i) {
        PlanTask task = anyTask(random, i, numbers);
        if (task.parent >= 0)
            heading[task.parent] = true;
        plan.tasks += task;
        heading += false;
    }
    for (int i = 0; i < 40; ++i) {
        PlanTask &task = plan.tasks[i];
        if (heading[i]) { // A heading has no duration of its own.
            task.milestone = false;
            task.unit = DayUnit::Working;
        }
    }
    const auto isBelow = [&](int task, int other) {
        for (; task >= 0; task = plan.tasks[task].parent) {
            if (task == other)
                return true;
        }
        return false;
    };
    QSet<QPair<int, int>> pairs;
    for (int i = 0; i < 60; ++i) {
        const int from = random.bounded(39);
        const int to = random.bounded(from + 1, 40);
        if (heading[from] || heading[to] || isBelow(to, from) || pairs.contains({from, to}))
            continue;
        pairs += {from, to};
        plan.links += {from, to, DependencyType(random.bounded(4)), random.bounded(-20, 40),
                       random.bounded(2) ? DayUnit::Working : DayUnit::Calendar};
    }
    std::stable_sort(plan.links.begin(), plan.links.end(),
                     [](const PlanLink &a, const PlanLink &b) { return a.to < b.to; });
    return plan;
}

/// A lag of no days has no unit in writing.
static void forgetUnits(PlanFile &plan, bool ofDurations)
{
    for (PlanLink &link : plan.links)
        link.unit = link.lag == 0 ? DayUnit::Working : link.unit;
    for (int i = 0; i < plan.tasks.size(); ++i) {
        if (ofDurations && i + 1 < plan.tasks.size() && plan.tasks[i + 1].parent == i)
            plan.tasks[i].duration.reset();
    }
}

void TestRoundTrip::mspdiKeepsEverythingButFiguresOfOthers()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        PlanFile plan = anyPlan(seed, seed % 2);
        for (PlanTask &task : plan.tasks) {
            if (task.start && seed % 3 == 0)
                task.baselines = {{0, task.start->addDays(-9), task.finish->addDays(-9)}, {2, {}, task.finish}};
        }
        auto again = readMspdi(writeMspdi(plan));
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
        again->notes.clear(); // Of hours of people.
        forgetUnits(plan, true);
        forgetUnits(*again, true);
        QCOMPARE(again->calendar, plan.calendar);
        for (int i = 0; i < plan.tasks.size(); ++i)
            QVERIFY2(again->tasks[i] == plan.tasks[i], qPrintable(u"seed %1, task %2"_s.arg(seed).arg(i)));
        QVERIFY(*again == plan);
    }
}

void TestRoundTrip::csvKeepsTasksAndLinks()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        PlanFile plan = anyPlan(seed, seed % 2);
        plan.calendar = {};
        plan.title.clear();
        forgetUnits(plan, false);
        for (PlanTask &task : plan.tasks)
            task.name = task.name.simplified();
        auto again = readCsv(writeCsv(plan));
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
        for (int i = 0; i < plan.tasks.size(); ++i)
            QVERIFY2(again->tasks[i] == plan.tasks[i], qPrintable(u"seed %1, task %2"_s.arg(seed).arg(i)));
        QVERIFY(*again == plan);
    }
}

void TestRoundTrip::idsThatAreNoNumbersSurviveMspdi()
{
    PlanFile plan;
    plan.tasks = {named("7", u"A"_s), named("seven", u"B"_s)};
    plan.links += PlanLink{.from = 1, .to = 0};
    const auto again = readMspdi(writeMspdi(plan));
    QVERIFY(again);
    QCOMPARE(again->tasks[0].id, u"7"_s);
    QCOMPARE(again->tasks[1].id, u"seven"_s);
    QCOMPARE(again->links, plan.links);
    plan.tasks[1].id = u"8"_s;
    QVERIFY(!writeMspdi(plan).contains("ExtendedAttribute"));
    QVERIFY(writeMspdi(plan).contains("<UID>8</UID>"));
}

/// The names of the elements within each of these, in their order.
static QList<QStringList> childrenOf(const QByteArray &data, const QString &name)
{
    QXmlStreamReader xml(data);
    QList<QStringList> all;
    QStringList path;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            if (!path.isEmpty() && path.last() == name)
                all.last() += xml.name().toString();
            path += xml.name().toString();
            if (path.last() == name)
                all += QStringList();
        } else if (xml.isEndElement()) {
            path.removeLast();
        }
    }
    return all;
}

void TestRoundTrip::elementsStandInTheOrderOfTheSchema()
{
    const QHash<QString, QString> orders{
        {u"Project"_s, u"SaveVersion Name Title ScheduleFromStart StartDate FinishDate CalendarUID DefaultStartTime "
                       u"DefaultFinishTime "
                       "MinutesPerDay MinutesPerWeek DaysPerMonth DurationFormat NewTasksAreManual ExtendedAttributes "
                       "Calendars Tasks "
                       "Resources Assignments"_s},
        {u"Task"_s,
         u"UID ID Name Active Manual Type IsNull OutlineLevel Priority Start Finish Duration ManualStart ManualFinish "
         "ManualDuration DurationFormat EffortDriven Estimated Milestone Summary PercentComplete ActualStart "
         "ActualFinish "
         "ConstraintType CalendarUID ConstraintDate Deadline Notes PredecessorLink ExtendedAttribute Baseline"_s},
        {u"PredecessorLink"_s, u"PredecessorUID Type CrossProject LinkLag LagFormat"_s},
        {u"Calendar"_s, u"UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions"_s},
        {u"WeekDay"_s, u"DayType DayWorking WorkingTimes"_s},
        {u"Exception"_s, u"EnteredByOccurrences TimePeriod Occurrences Name Type DayWorking"_s},
        {u"Baseline"_s, u"Number Start Finish"_s},
    };
    const QByteArray data = writeMspdi(anyPlan(5, false));
    for (auto order = orders.cbegin(); order != orders.cend(); ++order) {
        const QStringList words = order.value().split(u' ');
        for (const QStringList &children : childrenOf(data, order.key())) {
            qsizetype at = 0;
            for (const QString &child : children) {
                const qsizetype place = words.indexOf(child);
                QVERIFY2(place >= at, qPrintable(order.key() + u'/' + child));
                at = place;
            }
        }
    }
}

void TestRoundTrip::textThatXmlHasNoWordForIsLeftOut()
{
    PlanFile plan;
    plan.tasks += named("1", u"a\u0001b\uFFFEc"_s + QChar(0xD800) + u'd');
    const auto again = readMspdi(writeMspdi(plan));
    QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
    QCOMPARE(again->tasks[0].name, u"abc\uFFFDd"_s);
}

void TestRoundTrip::aMilestoneStandsAtTheEndOfItsDayUnlessWorkBeginsThen()
{
    PlanFile plan;
    plan.tasks = {named("1", u"Kick-off"_s), named("2", u"Work"_s), named("3", u"Sent"_s)};
    plan.tasks[0].milestone = plan.tasks[2].milestone = true;
    plan.tasks[0].finish = plan.tasks[1].start = QDate(2020, 3, 2);
    plan.tasks[1].finish = plan.tasks[2].finish = QDate(2020, 3, 6);
    plan.links = {{.from = 0, .to = 1}, {.from = 1, .to = 2}};
    const QByteArray data = writeMspdi(plan);
    QVERIFY(data.contains("<Finish>2020-03-02T08:00:00</Finish>"));
    QVERIFY(data.contains("<Start>2020-03-06T17:00:00</Start>"));
}

void TestRoundTrip::writtenFilesAreRecognised()
{
    const PlanFile plan = anyPlan(3, true);
    QCOMPARE(planFormatOf(writeMspdi(plan), u"x"_s), PlanFormat::Mspdi);
    QCOMPARE(planFormatOf(writeICalendar(plan, QDateTime({2020, 1, 1}, {12, 0}, Qt::UTC)), u"x"_s),
             PlanFormat::ICalendar);
    QCOMPARE(planFormatOf(writeCsv(plan), u"x.CSV"_s), PlanFormat::Csv);
}

PLUMBLINE_TEST(TestRoundTrip)

} // namespace roundtrip_test

#include "tst_roundtrip.moc"
