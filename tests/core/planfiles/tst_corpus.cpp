// Files that other programs and people made. They are not ours, so they are not here: PLUMBLINE_CORPUS names their
// folder, and without it the test skips. What is counted here are facts about them, found without this program.

#include "core/planfiles/mspdi.h"
#include "core/planfiles/plancalendar.h"
#include "core/planfiles/planreader.h"

#include "tests/testprogram.h"

#include <QDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace corpus_test {

class TestCorpus : public QObject
{
    Q_OBJECT

private slots:
    void everyFileIsReadWhole_data();
    void everyFileIsReadWhole();
    void figuresOfMicrosoftProjectAreKept();
    void whatWaitsBeginsWhereTheFinishIsRead();
    void theMeetingRepeatsUntilItsEnd();
    void whatIsReadIsWrittenAndReadAgain();
    void thereIsNoFileNobodyCounted();
};

static QDir corpus()
{
    return QDir(qEnvironmentVariable("PLUMBLINE_CORPUS"));
}

#define NEEDS_CORPUS                                                                                                   \
    if (qEnvironmentVariableIsEmpty("PLUMBLINE_CORPUS"))                                                               \
    QSKIP("PLUMBLINE_CORPUS names no folder of plans.")

static PlanFile read(const QString &name)
{
    const auto plan = readPlanFile(corpus().filePath(name));
    if (!plan)
        qFatal("%s: %s", qPrintable(name), qPrintable(plan.error().sentence));
    return *plan;
}

void TestCorpus::everyFileIsReadWhole_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("links");
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("daysOff"); ///< Stretches, touching ones joined.
    const auto row = [](const char *name, int tasks, int links, int events, int daysOff) {
        QTest::newRow(name) << tasks << links << events << daysOff;
    };
    // MSPDI counts the summary of the project and empty rows as tasks: 20, 2, 9 with 3 empty ones, and 17.
    row("mpxj__sample.xml", 19, 6, 0, 0);
    row("mpxj__baselines.xml", 1, 0, 0, 0);
    row("mpxj__mspdinulltasks.xml", 5, 0, 0, 0);
    row("mpxj__task-links-project2019-mspdi.xml", 16, 8, 0, 0);
    row("calligraplan__ganttproject.gan", 8, 2, 0, 0);
    row("robot-software__planning.gan", 18, 9, 0, 12);
    row("UBA_MSE-6Co2021_GTI_Plan__gantt.gan", 37, 30, 0, 0);
    row("calligraplan__projectlibre.pod", 7, 1, 0, 0);
    row("mpxj__project1.planner", 30, 5, 0, 1);
    row("ipm_vortrag__gantt.planner", 25, 16, 0, 0);
    row("holidays-kr__holidays.ics", 0, 0, 81, 0);
    row("credweb__meetings.ics", 0, 0, 31, 0);
}

void TestCorpus::everyFileIsReadWhole()
{
    NEEDS_CORPUS;
    const PlanFile plan = read(QString::fromLatin1(QTest::currentDataTag()));
    QTEST(int(plan.tasks.size()), "tasks");
    QTEST(int(plan.links.size()), "links");
    QTEST(int(plan.events.size()), "events");
    QTEST(int(plan.calendar.off.size()), "daysOff");
    QVERIFY(plan.loops.isEmpty());
}

void TestCorpus::figuresOfMicrosoftProjectAreKept()
{
    NEEDS_CORPUS;
    const PlanFile links = read(u"mpxj__task-links-project2019-mspdi.xml"_s);
    QSet<DependencyType> types;
    for (const PlanLink &link : links.links)
        types += link.type;
    QCOMPARE(types.size(), 4);
    int critical = 0;
    for (const PlanTask &task : links.tasks)
        critical += task.critical.value_or(false);
    QCOMPARE(critical, 2); // And the summary of the project.
    QCOMPARE(links.tasks[0].totalSlack, 10.0);
    critical = 0;
    for (const PlanTask &task : read(u"mpxj__mspdinulltasks.xml"_s).tasks)
        critical += task.critical.value_or(false);
    QCOMPARE(critical, 5); // The same.
    QCOMPARE(read(u"mpxj__baselines.xml"_s).tasks[0].baselines.size(), 10);
}

/// The programs have scheduled these plans, so what waits begins on the first worked day after what it waits for, or
/// later where it has a date of its own. A finish read a day too late would be after it.
void TestCorpus::whatWaitsBeginsWhereTheFinishIsRead()
{
    NEEDS_CORPUS;
    int exact = 0;
    int all = 0;
    for (const QString &name : corpus().entryList(QDir::Files)) {
        const PlanFile plan = read(name);
        const WorkCalendar calendar = workCalendarOf(plan.calendar);
        for (const PlanLink &link : plan.links) {
            const PlanTask &from = plan.tasks[link.from];
            const PlanTask &to = plan.tasks[link.to];
            if (link.type != DependencyType::FS || from.milestone || to.milestone)
                continue;
            const int first = calendar.onOrAfter(calendar.after(boundOf(*from.finish) + 1, link.lag, link.unit));
            QVERIFY2(first <= boundOf(*to.start), qPrintable(name + u' ' + from.name + u" - "_s + to.name));
            exact += first == boundOf(*to.start);
            ++all;
        }
    }
    qInfo() << exact << "of" << all << "links are exact";
    QVERIFY(exact * 10 >= all * 7);
}

void TestCorpus::theMeetingRepeatsUntilItsEnd()
{
    NEEDS_CORPUS;
    const PlanFile plan = read(u"credweb__meetings.ics"_s);
    QCOMPARE(plan.events.first().first, QDate(2018, 5, 23));
    QCOMPARE(plan.events.last().first, QDate(2018, 12, 19));
    QVERIFY(plan.notes.isEmpty());
}

void TestCorpus::whatIsReadIsWrittenAndReadAgain()
{
    NEEDS_CORPUS;
    for (const QString &name : corpus().entryList(QDir::Files)) {
        const PlanFile plan = read(name);
        const auto again = readMspdi(writeMspdi(plan));
        QVERIFY2(again, qPrintable(name));
        QCOMPARE(again->links.size(), plan.links.size());
        QCOMPARE(again->tasks.size(), plan.tasks.size());
        for (int i = 0; i < plan.tasks.size(); ++i) {
            QCOMPARE(again->tasks[i].id, plan.tasks[i].id);
            QCOMPARE(again->tasks[i].parent, plan.tasks[i].parent);
            QCOMPARE(again->tasks[i].start, plan.tasks[i].start);
            QCOMPARE(again->tasks[i].finish, plan.tasks[i].finish);
        }
    }
}

void TestCorpus::thereIsNoFileNobodyCounted()
{
    NEEDS_CORPUS;
    QCOMPARE(corpus().entryList(QDir::Files).size(), 12);
}

PLUMBLINE_TEST(TestCorpus)

} // namespace corpus_test

#include "tst_corpus.moc"
