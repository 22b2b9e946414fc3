// Files that are broken, cut off, monstrous or made to do harm: each is refused with one sentence, and nothing is read.

#include "core/planfiles/planreader.h"

#include "tests/testprogram.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace hostile_test {

class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void badFilesAreRefusedWithTheirLine_data();
    void badFilesAreRefusedWithTheirLine();
    void monstersAreRefusedSoon_data();
    void monstersAreRefusedSoon();
    void goodFilesInOddClothesAreRead_data();
    void goodFilesInOddClothesAreRead();
    void everyCutIsRefused_data();
    void everyCutIsRefused();
    void flippedBytesDoNoHarm_data();
    void flippedBytesDoNoHarm();
    void filesThatAreNotThereAreNotFound();
    void thousandsOfTasksAreReadSoon();
};

static QByteArray mspdi(const QByteArray &task)
{
    return "<?xml version=\"1.0\"?>\n<Project "
           "xmlns=\"http://schemas.microsoft.com/project\">\n<Tasks><Task><UID>1</UID>\n" +
           task + "</Task></Tasks></Project>\n";
}

static QByteArray gantt(const QByteArray &tasks)
{
    return "<?xml version=\"1.0\"?>\n<project name=\"x\" version=\"2.8\">\n<tasks>\n" + tasks + "</tasks></project>\n";
}

static QByteArray planner(const QByteArray &tasks)
{
    return "<?xml version=\"1.0\"?>\n<project name=\"x\" mrproject-version=\"2\">\n<tasks>\n" + tasks +
           "</tasks></project>\n";
}

void TestHostile::badFilesAreRefusedWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("begin");
    const auto row = [](const char *name, const QByteArray &data, const QString &begin) {
        QTest::newRow(name) << data << begin;
    };
    row("empty", {}, u"The file is empty"_s);
    row("blank", " \n\n", u"The file is empty"_s);
    row("another kind", "Dear all,", u"This is no plan"_s);
    row("another XML", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", u"This is no plan"_s);
    row("mpp", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8), u"Files of Microsoft Project (.mpp)"_s);
    row("spreadsheet", QByteArray("PK\x03\x04xl", 6), u"This is a spreadsheet"_s);
    row("broken XML", mspdi("<Name>A</Nam>"), u"Line 4: The file is damaged here"_s);
    row("two roots", mspdi({}) + "<Project/>", u"Line 5: The file is damaged here"_s);
    row("wrong encoding",
        QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Project><Title>\xFC</Title></Project>"),
        u"Line 2: The file is not in UTF-8"_s);
    row("unknown encoding", "<?xml version=\"1.0\" encoding=\"EBCDIC-9\"?>\n<Project></Project>",
        u"Line 1: The file is damaged"_s);
    row("entities",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE p [<!ENTITY a \"aa\"><!ENTITY b "
        "\"&a;&a;\">]>\n<Project><Title>&b;</Title></Project>",
        u"Line 2: The file declares entities"_s);
    row("file of an entity",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<Project/>",
        u"Line 2: The file declares entities"_s);
    row("year 0", mspdi("<Start>0000-01-01T00:00:00</Start>"), u"Line 4: “0000-01-01T00:00:00” is not a date"_s);
    row("year 99999", mspdi("<Start>99999-01-01T00:00:00</Start>"), u"Line 4: “99999-01-01T00:00:00” is not a date"_s);
    row("30 February", mspdi("<Finish>2020-02-30T00:00:00</Finish>"), u"Line 4: “2020-02-30T00:00:00” is not a date"_s);
    row("25 o'clock", mspdi("<Finish>2020-02-20T25:00:00</Finish>"), u"Line 4: “2020-02-20T25:00:00” is not a date"_s);
    row("text for a number", mspdi("<PercentComplete>half</PercentComplete>"), u"Line 4: “half” is not a number"_s);
    row("NaN", mspdi("<PercentComplete>nan</PercentComplete>"), u"Line 4: “nan” is not a number"_s);
    row("infinite slack", mspdi("<TotalSlack>inf</TotalSlack>"), u"Line 4: “inf” is not a number"_s);
    row("percentage", mspdi("<PercentComplete>400</PercentComplete>"), u"Line 4: 400 is out of range"_s);
    row("text for a flag", mspdi("<Milestone>perhaps</Milestone>"), u"Line 4: “perhaps” is neither yes nor no"_s);
    row("duration", mspdi("<Duration>PT99999999999H</Duration>"), u"Line 4: “PT99999999999H” is not a duration"_s);
    row("negative duration", mspdi("<Duration>-PT8H</Duration>"), u"Line 4: “-PT8H” is not a duration"_s);
    row("lag", mspdi("<PredecessorLink><LinkLag>99999999999999</LinkLag></PredecessorLink>"),
        u"Line 4: 99999999999999 is out"_s);
    row("link type", mspdi("<PredecessorLink><Type>4</Type></PredecessorLink>"), u"Line 4: 4 is out of range"_s);
    row("no id", mspdi("</Task><Task><Name>A</Name>"), u"Line 4: The task “A” has no id"_s);
    row("same id", mspdi("</Task><Task><UID>1</UID>"), u"Line 4: Two tasks have the id “1”"_s);
    row("no id in GanttProject", gantt("<task name=\"A\" start=\"2020-01-01\"/>"), u"Line 4: The task “A” has no id"_s);
    row("date in GanttProject", gantt("<task id=\"1\" start=\"tomorrow\"/>"), u"Line 4: “tomorrow” is not a date"_s);
    row("duration in GanttProject", gantt("<task id=\"1\" start=\"2020-01-01\" duration=\"2147483648\"/>"),
        u"Line 4: 2147483648 is out"_s);
    row("link in GanttProject", gantt("<task id=\"1\"><depend id=\"1\" type=\"7\"/></task>"),
        u"Line 4: 7 is out of range"_s);
    row("date in Planner", planner("<task id=\"1\" end=\"20201340T000000Z\"/>"),
        u"Line 4: “20201340T000000Z” is not a date"_s);
    row("no id in Planner", planner("<task name=\"A\"/>"), u"Line 4: The task “A” has no id"_s);
    row("lag in Planner",
        planner("<task id=\"1\"><predecessors><predecessor predecessor-id=\"1\" lag=\"1e300\"/></predecessors></task>"),
        u"Line 4: 1e300 is out of range"_s);
}

void TestHostile::badFilesAreRefusedWithTheirLine()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, begin);
    const auto plan = readPlan(data, u"plan.xml"_s);
    QVERIFY(!plan);
    QVERIFY2(plan.error().sentence.startsWith(begin), qPrintable(plan.error().sentence));
    QVERIFY(plan.error().sentence.endsWith(u'.'));
}

void TestHostile::monstersAreRefusedSoon_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("65 MB") << QByteArray(maxPlanBytes + 1, ' ');
    QTest::newRow("deep tasks") << gantt(QByteArray("<task id=\"1\">").repeated(1000000));
    QByteArray different;
    for (int i = 0; i < 150; ++i)
        different += "<task id=\"" + QByteArray::number(i) + "\">";
    QTest::newRow("deep headings") << gantt(different);
    QTest::newRow("deep nonsense") << mspdi(QByteArray("<x>").repeated(3000000));
    QByteArray attributes = "<Project";
    for (int i = 0; i < 200000; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"\"";
    QTest::newRow("attributes") << QByteArray(attributes + "/>");
    QByteArray tasks;
    for (int i = 1; i <= maxPlanTasks + 1; ++i)
        tasks += "<task id=\"" + QByteArray::number(i) + "\"/>\n";
    QTest::newRow("tasks") << gantt(tasks);
    QByteArray circle; // Everything waits for everything.
    for (int i = 0; i < 300; ++i) {
        circle += "<task id=\"" + QByteArray::number(i) + "\">";
        for (int other = 0; other < 300; ++other)
            circle += "<depend id=\"" + QByteArray::number(other) + "\" type=\"2\"/>";
        circle += "</task>\n";
    }
    QTest::newRow("circles") << gantt(circle);
    QTest::newRow("endless lines") << "BEGIN:VCALENDAR\r\n" + QByteArray("BEGIN:VEVENT\r\n").repeated(500000);
    QTest::newRow("columns") << "Name" + QByteArray(1000000, ',');
}

void TestHostile::monstersAreRefusedSoon()
{
    QFETCH(QByteArray, data);
    QElapsedTimer timer;
    timer.start();
    const auto plan = readPlan(data, u"plan.csv"_s);
    QVERIFY(!plan);
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed()))); // Under sanitizers.
}

void TestHostile::goodFilesInOddClothesAreRead_data()
{
    QTest::addColumn<QByteArray>("data");
    const QString text = QString::fromLatin1(mspdi("<Name>\xC4</Name>")).remove(u"<?xml version=\"1.0\"?>\n"_s);
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8();
    QTest::newRow("Latin-1") << "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + text.toLatin1();
    const QString wide = u'\uFEFF' + text;
    QTest::newRow("UTF-16") << QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
    QTest::newRow("a prefix") << QByteArray(
        "<p:Project xmlns:p=\"http://schemas.microsoft.com/project\"><p:Tasks><p:Task><p:UID>1</p:UID>"
        "<p:Name>\xC3\x84</p:Name></p:Task></p:Tasks></p:Project>");
    QTest::newRow("a document type") << "<!DOCTYPE Project SYSTEM \"project.dtd\">" + text.toUtf8();
    QTest::newRow("written as entities") << QByteArray(text.toUtf8()).replace("\xC3\x84", "&#xC4;");
}

void TestHostile::goodFilesInOddClothesAreRead()
{
    QFETCH(QByteArray, data);
    const auto plan = readPlan(data, u"plan"_s);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
    QCOMPARE(plan->tasks[0].name, u"\u00C4"_s);
}

static void addGoodFiles()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("MSPDI") << mspdi(
        "<Name>A</Name><Start>2020-01-06T08:00:00</Start><Finish>2020-01-10T17:00:00</Finish></Task><Task>"
        "<UID>2</UID><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink>");
    QTest::newRow("GanttProject") << gantt(
        "<task id=\"1\" name=\"A\" start=\"2020-01-06\" duration=\"5\"><depend id=\"2\" type=\"2\"/>"
        "</task><task id=\"2\" name=\"B\" start=\"2020-01-13\" duration=\"5\"/>");
    QTest::newRow("Planner") << planner(
        "<task id=\"1\" name=\"A\" start=\"20200106T080000Z\" end=\"20200110T170000Z\"/>");
    QTest::newRow("iCalendar") << QByteArray(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200106\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=4\r\nSUMMARY:A\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

void TestHostile::everyCutIsRefused_data()
{
    addGoodFiles();
}

void TestHostile::everyCutIsRefused()
{
    QFETCH(QByteArray, data);
    QVERIFY(readPlan(data, u"plan"_s));
    const qsizetype whole = data.trimmed().size();
    for (qsizetype size = 0; size < whole; ++size)
        QVERIFY2(!readPlan(data.left(size), u"plan"_s), qPrintable(QString::number(size)));
}

void TestHostile::flippedBytesDoNoHarm_data()
{
    addGoodFiles();
    QTest::newRow("CSV") << QByteArray("ID,Name,Start,Finish,Duration,Predecessors\n1,A,2020-01-06,2020-01-10,5 days,\n"
                                       "2,B,13 Jan 2020,,3 edays,1FS+2 days\n");
}

void TestHostile::flippedBytesDoNoHarm()
{
    QFETCH(QByteArray, data);
    QRandomGenerator random(11);
    for (int i = 0; i < 600; ++i) {
        QByteArray changed = data;
        for (int k = random.bounded(1, 4); k > 0; --k)
            changed[random.bounded(int(changed.size()))] = char(random.bounded(256));
        const auto plan = readPlan(changed, u"plan.csv"_s); // Either is right, as long as it holds together.
        if (!plan) {
            QVERIFY(!plan.error().sentence.isEmpty());
            continue;
        }
        for (int task = 0; task < plan->tasks.size(); ++task)
            QVERIFY(plan->tasks[task].parent < task);
        for (const PlanLink &link : plan->links)
            QVERIFY(link.from >= 0 && link.from < plan->tasks.size() && link.to >= 0 && link.to < plan->tasks.size());
    }
}

void TestHostile::filesThatAreNotThereAreNotFound()
{
    const auto plan = readPlanFile(u"/nonexistent/plan.xml"_s);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::NotFound);
    QTemporaryDir folder;
    QVERIFY(!readPlanFile(folder.path()));
}

void TestHostile::thousandsOfTasksAreReadSoon()
{
    QByteArray tasks;
    for (int i = 1; i <= 20000; ++i) {
        tasks += "<task id=\"" + QByteArray::number(i) + "\" name=\"Task\" start=\"2020-01-06\" duration=\"5\">";
        if (i < 20000)
            tasks += "<depend id=\"" + QByteArray::number(i + 1) + "\" type=\"2\"/>";
        tasks += "</task>\n";
    }
    QElapsedTimer timer;
    timer.start();
    const auto plan = readPlan(gantt(tasks), u"plan"_s);
    QVERIFY(plan);
    QCOMPARE(plan->links.size(), 19999);
    QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
}

PLUMBLINE_TEST(TestHostile)

} // namespace hostile_test

#include "tst_hostile.moc"
