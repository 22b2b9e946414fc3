// The early dates beside those of TaskJuggler 3, which counts in hours and places tasks slot by slot.
//
// tests/data/plans holds twelve plans, tj3-01.xml to tj3-12.xml, with the dates it gave; they are compared
// every day. With PLUMBLINE_NIGHTLY=1 plans of 10 to 200 tasks are handed to it anew until two hundred agree,
// ten in a project, where it is installed; all in one take it more than half an hour.
// PLUMBLINE_TJ3_FACTS=FOLDER writes the twelve.
//
// It works from midnight to midnight here, so that its times are our bounds; a milestone of it is the moment
// at which ours ends. Its dependencies know the end and the start of what comes first (FS and SS), not that
// two ends meet. Some plans it gives up, because it moves a start from a weekend to Monday after it has
// placed what waits for that start.

#include "core/planfiles/mspdi.h"
#include "core/schedule/network.h"
#include "tests/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace tj3_test {

namespace {

const QDate begin(2020, 1, 6); // A Monday.
const QList<QPair<QDate, QDate>> holidays{{QDate(2020, 1, 20), QDate(2020, 1, 20)},
                                          {QDate(2020, 4, 10), QDate(2020, 4, 13)},
                                          {QDate(2020, 12, 24), QDate(2021, 1, 3)}};

struct Plan {
    std::vector<NetworkItem> items;
    std::vector<NetworkLink> links;
};

/// The dates of one task as the other program gives them, as bounds.
struct Given {
    int start = 0;
    int finish = 0;
    bool operator==(const Given &) const = default;
};

Plan madePlan(quint32 seed)
{
    QRandomGenerator random(seed);
    Plan plan;
    const int count = 10 + int(random.bounded(seed % 10 == 0 ? 191 : 51));
    for (int i = 0; i < count; ++i) {
        NetworkItem item;
        item.unit = DayUnit::Working;
        item.duration = 1 + random.bounded(12);
        item.point = i > 0 && random.bounded(6) == 0;
        const int links = i == 0 ? 0 : item.point ? 1 + random.bounded(2) : random.bounded(3);
        for (int link = 0; link < links; ++link) {
            const int from = random.bounded(i);
            const bool tasks = !item.point && !plan.items[size_t(from)].point;
            const bool known =
                std::any_of(plan.links.begin(), plan.links.end(),
                            [&](const NetworkLink &other) { return other.from == from && other.to == i; });
            if (known)
                continue;
            plan.links.push_back({from, i,
                                  tasks && random.bounded(3) == 0 ? DependencyType::SS : DependencyType::FS,
                                  random.bounded(3) == 0 ? 1 + random.bounded(6) : 0,
                                  random.bounded(2) ? DayUnit::Working : DayUnit::Calendar});
        }
        plan.items.push_back(item);
    }
    return plan;
}

QString project(const QList<Plan> &plans)
{
    QString text =
        u"project p \"P\" 2020-01-06 +6y {\n  timezone \"UTC\"\n  timingresolution 60min\n"
        "  workinghours mon - fri 0:00 - 24:00\n  workinghours sat, sun off\n  dailyworkinghours 24\n"
        "  yearlyworkingdays 260\n}\n"_s;
    for (const auto &[first, last] : holidays)
        text += u"leaves holiday \"h\" %1 - %2\n"_s.arg(first.toString(Qt::ISODate),
                                                        last.addDays(1).toString(Qt::ISODate));
    // Somebody of her own for each task: only work done by a person begins in a working hour there, work of a
    // length at once.
    qsizetype people = 0;
    for (const Plan &plan : plans)
        people += qsizetype(plan.items.size());
    for (qsizetype person = 0; person < people; ++person)
        text += u"resource r%1 \"R\" {}\n"_s.arg(person);
    qsizetype person = 0;
    for (qsizetype p = 0; p < plans.size(); ++p) {
        text += u"task p%1 \"P\" {\n"_s.arg(p);
        const Plan &plan = plans.at(p);
        for (size_t i = 0; i < plan.items.size(); ++i) {
            QStringList depends;
            for (const NetworkLink &link : plan.links) {
                if (link.to != int(i))
                    continue;
                QString inner = link.type == DependencyType::SS ? u" onstart"_s : u" onend"_s;
                if (link.lag > 0)
                    inner +=
                        u" %1 %2d"_s.arg(link.unit == DayUnit::Working ? u"gaplength"_s : u"gapduration"_s)
                            .arg(link.lag);
                depends += u"!t%1 {%2 }"_s.arg(link.from).arg(inner);
            }
            text += u"  task t%1 \"T\" { "_s.arg(i);
            text += plan.items[i].point
                        ? u"milestone "_s
                        : u"effort %1d allocate r%2 "_s.arg(plan.items[i].duration).arg(person++);
            text += depends.isEmpty() ? u"start 2020-01-06 }\n"_s
                                      : u"depends %1 }\n"_s.arg(depends.join(u", "_s));
        }
        text += u"}\n"_s;
    }
    return text +
           u"taskreport \"dates\" {\n  formats csv\n  columns id, start, end\n  timeformat \"%Y-%m-%d-%H\"\n"
           "  hidetask ~isleaf()\n}\n"_s;
}

int boundOfTime(const QString &text)
{
    // Whole days only; anything else is not one of our bounds and so never equal.
    return text.endsWith(u"-00"_s) ? boundOf(QDate::fromString(text.left(10), Qt::ISODate)) : -1;
}

/// What TaskJuggler says of every task of every plan.
QList<QList<Given>> scheduled(const QList<Plan> &plans)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"p.tjp"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(project(plans).toUtf8()) < 0)
        return {};
    file.close();
    QProcess tj3;
    tj3.setWorkingDirectory(folder.path());
    tj3.setProcessChannelMode(QProcess::MergedChannels);
    tj3.start(u"tj3"_s, {u"--silent"_s, u"p.tjp"_s});
    tj3.waitForFinished(-1);
    QFile csv(folder.filePath(u"dates.csv"_s));
    if (!csv.open(QIODevice::ReadOnly)) {
        qWarning("%s", tj3.readAll().left(2000).constData());
        return {};
    }
    QList<QList<Given>> all(plans.size());
    for (qsizetype p = 0; p < plans.size(); ++p)
        all[p].resize(qsizetype(plans.at(p).items.size()));
    csv.readLine();
    while (!csv.atEnd()) {
        const QStringList cells = QString::fromUtf8(csv.readLine()).trimmed().remove(u'"').split(u';');
        const QStringList id = cells.value(0).split(u'.');
        if (id.size() == 2)
            all[id.at(0).mid(1).toInt()][id.at(1).mid(1).toInt()] = {boundOfTime(cells.value(1)),
                                                                     boundOfTime(cells.value(2))};
    }
    return all;
}

QByteArray difference(const Plan &plan, const QList<Given> &given)
{
    const WorkCalendar calendar({6, 7}, holidays);
    const Network network(plan.items, plan.links, calendar, boundOf(begin));
    for (size_t i = 0; i < plan.items.size(); ++i) {
        const NetworkDates &ours = network.dates(int(i));
        const Given &theirs = given.at(qsizetype(i));
        const bool same = plan.items[i].point ? ours.earlyFinish == theirs.finish
                                              : ours.earlyStart == calendar.onOrAfter(theirs.start) &&
                                                    ours.earlyFinish == theirs.finish;
        if (!same)
            return QByteArray("task ") + QByteArray::number(qulonglong(i)) + ": ours " +
                   QDate::fromJulianDay(ours.earlyStart).toString(Qt::ISODate).toUtf8() + " to " +
                   QDate::fromJulianDay(ours.earlyFinish).toString(Qt::ISODate).toUtf8() + ", theirs " +
                   QDate::fromJulianDay(theirs.start).toString(Qt::ISODate).toUtf8() + " to " +
                   QDate::fromJulianDay(theirs.finish).toString(Qt::ISODate).toUtf8();
    }
    return {};
}

QString factsFile(const QString &folder, qsizetype plan)
{
    return folder + u"/tj3-%1.xml"_s.arg(int(plan) + 1, 2, 10, QLatin1Char('0'));
}

/// A plan with the dates it was given, as a file of a planner has them.
PlanFile planFile(const Plan &plan, const QList<Given> &given)
{
    const WorkCalendar calendar({6, 7}, holidays);
    PlanFile file;
    file.title = u"Dates TaskJuggler 3.7.2 gave"_s;
    for (const auto &[first, last] : holidays)
        file.calendar.off += PlanDaysOff{first, last, u"Holiday"_s};
    for (size_t i = 0; i < plan.items.size(); ++i) {
        const NetworkItem &item = plan.items[i];
        const Given &dates = given.at(qsizetype(i));
        PlanTask task;
        task.id = QString::number(i + 1);
        task.name = u"T"_s;
        task.milestone = item.point;
        task.finish = QDate::fromJulianDay(dates.finish - 1);
        task.start = item.point ? *task.finish : QDate::fromJulianDay(calendar.onOrAfter(dates.start));
        if (!item.point)
            task.duration = item.duration;
        file.tasks += task;
    }
    for (const NetworkLink &link : plan.links)
        file.links += PlanLink{link.from, link.to, link.type, link.lag, link.unit};
    return file;
}

} // namespace

class TestTj3 : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theTwelvePlansAgree();
    void twoHundredPlansAgree();
};

/// Writes the facts, when asked for.
void TestTj3::initTestCase()
{
    const QString folder = qEnvironmentVariable("PLUMBLINE_TJ3_FACTS");
    if (folder.isEmpty())
        return;
    QList<Plan> plans;
    for (quint32 seed = 1; seed <= 12; ++seed)
        plans += madePlan(seed);
    const auto given = scheduled(plans);
    QVERIFY(!given.isEmpty());
    for (qsizetype p = 0; p < plans.size(); ++p) {
        QFile file(factsFile(folder, p));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeMspdi(planFile(plans.at(p), given.at(p))));
    }
}

void TestTj3::theTwelvePlansAgree()
{
    qsizetype tasks = 0;
    for (qsizetype p = 0; p < 12; ++p) {
        QFile file(factsFile(QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/plans"), p));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<PlanFile> facts = readMspdi(file.readAll());
        QVERIFY(bool(facts));
        Plan plan;
        QList<Given> given;
        for (const PlanTask &task : facts->tasks) {
            NetworkItem item;
            item.unit = DayUnit::Working;
            item.duration = task.milestone ? 0 : task.duration.value_or(-1);
            item.point = task.milestone;
            plan.items.push_back(item);
            given += Given{boundOf(*task.start), boundOf(*task.finish) + 1};
        }
        for (const PlanLink &link : facts->links)
            plan.links.push_back({link.from, link.to, link.type, link.lag, link.unit});
        const QByteArray wrong = difference(plan, given);
        QVERIFY2(wrong.isEmpty(), "plan " + QByteArray::number(p + 1) + ", " + wrong);
        tasks += facts->tasks.size();
    }
    QCOMPARE(tasks, 367);
}

void TestTj3::twoHundredPlansAgree()
{
    if (qEnvironmentVariableIntValue("PLUMBLINE_NIGHTLY") == 0)
        QSKIP("two hundred plans are compared at night");
    if (QStandardPaths::findExecutable(u"tj3"_s).isEmpty())
        QSKIP("TaskJuggler is not installed");
    qsizetype tasks = 0;
    int agreed = 0;
    int refused = 0;
    for (quint32 first = 1; agreed < 200 && refused <= 20; first += 10) {
        QList<Plan> plans;
        for (quint32 seed = first; seed < first + 10; ++seed)
            plans += madePlan(seed);
        auto given = scheduled(plans);
        if (given.isEmpty()) { // One of them stops it; which one?
            for (const Plan &plan : std::as_const(plans))
                given += scheduled({plan}).value(0);
        }
        for (qsizetype p = 0; p < plans.size(); ++p) {
            if (given.at(p).isEmpty()) {
                ++refused;
                continue;
            }
            const QByteArray wrong = difference(plans.at(p), given.at(p));
            QVERIFY2(wrong.isEmpty(), "plan " + QByteArray::number(qulonglong(first) + p) + ", " + wrong);
            tasks += qsizetype(plans.at(p).items.size());
            ++agreed;
        }
    }
    qInfo("%d plans agree, with %lld tasks; %d more it gave up", agreed, qint64(tasks), refused);
    QVERIFY2(refused <= 20, "TaskJuggler gave up too many plans to say that two hundred agree");
    QVERIFY(agreed >= 200);
}

PLUMBLINE_TEST(TestTj3)
} // namespace tj3_test

#include "tst_tj3.moc"
