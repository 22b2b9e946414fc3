#include "core/planfiles/plancsv.h"

#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace csv_test {

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void separatorsAreFoundOut_data();
    void separatorsAreFoundOut();
    void quotesHoldSeparatorsQuotesAndLines();
    void columnsAreKnownByCommonNames();
    void datesAreReadAsPeopleWriteThem_data();
    void datesAreReadAsPeopleWriteThem();
    void whichNumberIsTheMonthIsLearntFromTheWholeFile();
    void predecessorsAreThoseOfMicrosoftProject_data();
    void predecessorsAreThoseOfMicrosoftProject();
    void predecessorsNameIdsKeysOrRows();
    void durationsHaveUnits_data();
    void durationsHaveUnits();
    void aFinishThatIsMissingIsCounted();
    void anAmbiguousOrImpossibleRowNamesItsLine_data();
    void anAmbiguousOrImpossibleRowNamesItsLine();
    void formulasAreMasked();
};

static PlanFile read(const QByteArray &data)
{
    const auto plan = readCsv(data);
    if (!plan)
        qFatal("%s", qPrintable(plan.error().sentence));
    return *plan;
}

void TestCsv::separatorsAreFoundOut_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("comma") << QByteArray("Name,Start,Finish\nA,2020-03-02,2020-03-06\n");
    QTest::newRow("semicolon and BOM") << QByteArray("\xEF\xBB\xBFName;Start;Finish\r\nA;2020-03-02;2020-03-06");
    QTest::newRow("tab") << QByteArray("Name\tStart\tFinish\nA\t2020-03-02\t2020-03-06\n");
    QTest::newRow("said") << QByteArray("sep=;\r\n\"Name\";\"Start\";\"Finish\"\r\nA;2020-03-02;2020-03-06\r\n");
    const QString text = u"\uFEFFName\tStart\tFinish\r\nA\t2020-03-02\t2020-03-06\r\n"_s;
    QTest::newRow("UTF-16") << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

void TestCsv::separatorsAreFoundOut()
{
    QFETCH(QByteArray, table);
    const PlanFile plan = read(table);
    QCOMPARE(plan.tasks.size(), 1);
    QCOMPARE(plan.tasks[0].name, u"A"_s);
    QCOMPARE(plan.tasks[0].finish, QDate(2020, 3, 6));
}

void TestCsv::quotesHoldSeparatorsQuotesAndLines()
{
    const PlanFile plan = read("Name,Notes\n\"One, \"\"two\"\"\" ,\"a\nb\"\n\n,\nThree,\n");
    QCOMPARE(plan.tasks.size(), 2);
    QCOMPARE(plan.tasks[0].name, u"One, \"two\""_s);
    QCOMPARE(plan.tasks[0].notes, u"a\nb"_s);
}

void TestCsv::columnsAreKnownByCommonNames()
{
    const PlanFile plan =
        read("Task_Name;Outline Level;Due date;% Complete;Deadline;Constraint Type;Constraint Date;Actual Finish;"
             "Responsible;Colour\n"
             "Work;1;;;;;;;;red\nDraft;2;6 Mar 2020;50%;2020-03-09;Finish No Later Than;2020-03-10;NA;Lead, "
             "Chair;\n");
    const PlanTask &task = plan.tasks[1];
    QCOMPARE(task.parent, 0);
    QCOMPARE(task.finish, QDate(2020, 3, 6));
    QVERIFY(task.milestone);
    QCOMPARE(task.percent, 50);
    QCOMPARE(task.deadline, QDate(2020, 3, 9));
    QCOMPARE(task.constraint, DateConstraint::FinishNotLater);
    QCOMPARE(task.constraintDate, QDate(2020, 3, 10));
    QVERIFY(!task.actualFinish);
    QCOMPARE(task.resources, (QStringList{u"Lead"_s, u"Chair"_s}));
    QCOMPARE(plan.notes.size(), 1);
    QVERIFY(plan.notes[0].contains(u"Colour"));
    QVERIFY(!plan.tasks[0].milestone);
}

void TestCsv::datesAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QByteArray>("date");
    for (const char *date : {"2020-03-04", "2020-03-04T08:00:00", "2020-03-04 17:00", "20200304", "4 March 2020",
                             "4 Mar 2020", "March 4, 2020", "Mar 4 2020", "4-Mar-2020", "4.3.2020", "04.03.2020",
                             "2020/03/04", "Wed 2020-03-04", "Wednesday, 4 March 2020", "4.3.2020 8:00"})
        QTest::newRow(date) << QByteArray(date);
}

void TestCsv::datesAreReadAsPeopleWriteThem()
{
    QFETCH(QByteArray, date);
    QCOMPARE(read("Name;Finish\nA;\"" + date + "\"\n").tasks[0].finish, QDate(2020, 3, 4));
}

void TestCsv::whichNumberIsTheMonthIsLearntFromTheWholeFile()
{
    QCOMPARE(read("Name,Start,Finish\nA,3/4/2020,\nB,,13/4/2020\n").tasks[0].start, QDate(2020, 4, 3));
    QCOMPARE(read("Name,Start,Finish\nA,3/4/20,\nB,,4/13/2020\n").tasks[0].start, QDate(2020, 3, 4));
    QCOMPARE(read("Name,Start\nA,4/4/2020\n").tasks[0].start, QDate(2020, 4, 4));
    QVERIFY(!readCsv("Name,Start,Finish\nA,3/4/2020,\nB,13/4/2020,4/13/2020\n"));
}

void TestCsv::predecessorsAreThoseOfMicrosoftProject_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<PlanLink>>("links");
    const auto link = [](int from, DependencyType type = DependencyType::FS, int lag = 0,
                         DayUnit unit = DayUnit::Working) {
        return PlanLink{from, 2, type, lag, unit};
    };
    QTest::newRow("one") << QByteArray("1") << QList<PlanLink>{link(0)};
    QTest::newRow("two") << QByteArray("1FS+2 days;2SS")
                         << QList<PlanLink>{link(0, DependencyType::FS, 2), link(1, DependencyType::SS)};
    QTest::newRow("commas") << QByteArray("1, 2FF-1d") << QList<PlanLink>{link(0), link(1, DependencyType::FF, -1)};
    QTest::newRow("weeks") << QByteArray("1SF+1 wk") << QList<PlanLink>{link(0, DependencyType::SF, 5)};
    QTest::newRow("elapsed") << QByteArray("2ss+3 edays")
                             << QList<PlanLink>{link(1, DependencyType::SS, 3, DayUnit::Calendar)};
    QTest::newRow("percent") << QByteArray("1FS+50%") << QList<PlanLink>{link(0)};
    QTest::newRow("none") << QByteArray() << QList<PlanLink>{};
    QTest::newRow("not there") << QByteArray("9") << QList<PlanLink>{};
}

void TestCsv::predecessorsAreThoseOfMicrosoftProject()
{
    QFETCH(QByteArray, text);
    const PlanFile plan = read("ID,Name,Predecessors\n1,A,\n2,B,\n3,C,\"" + text + "\"\n");
    QTEST(plan.links, "links");
    QCOMPARE(plan.notes.size(), text.contains('%') || text == "9" ? 1 : 0);
}

void TestCsv::predecessorsNameIdsKeysOrRows()
{
    QCOMPARE(read("Name,Predecessors\nA,\nB,1\n").links.size(), 1);
    QCOMPARE(read("ID,Name,Predecessors\n10,A,\n20,B,10FS\n").links.size(), 1);
    const PlanFile keys = read("Unique ID,ID,Name,Predecessors\nM-1,7,A,\nM-FF,8,B,7;M-1SS\nM-3,9,C,M-FF\n");
    QCOMPARE(keys.tasks[0].id, u"M-1"_s);
    QCOMPARE(keys.links.size(), 3);
    QCOMPARE(keys.links[2], (PlanLink{.from = 1, .to = 2}));
}

void TestCsv::durationsHaveUnits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("days");
    QTest::addColumn<DayUnit>("unit");
    QTest::newRow("number") << QByteArray("5") << 5 << DayUnit::Working;
    QTest::newRow("days") << QByteArray("5 days?") << 5 << DayUnit::Working;
    QTest::newRow("weeks") << QByteArray("2w") << 10 << DayUnit::Working;
    QTest::newRow("half a month") << QByteArray("0.5 mons") << 10 << DayUnit::Working;
    QTest::newRow("hours") << QByteArray("12 hrs") << 2 << DayUnit::Working;
    QTest::newRow("elapsed") << QByteArray("40 edays") << 40 << DayUnit::Calendar;
    QTest::newRow("elapsed weeks") << QByteArray("6 ewks") << 42 << DayUnit::Calendar;
}

void TestCsv::durationsHaveUnits()
{
    QFETCH(QByteArray, text);
    const PlanFile plan = read("Name,Duration\nA," + text + "\n");
    QTEST(plan.tasks[0].duration.value_or(-1), "days");
    QTEST(plan.tasks[0].unit, "unit");
}

void TestCsv::aFinishThatIsMissingIsCounted()
{
    const PlanFile plan = read(
        "Name,Start,Duration,Milestone\nA,2020-03-05,3,\nB,2020-03-05,3 edays,\nC,2020-03-05,,yes\nD,2020-03-05,,no\n");
    QCOMPARE(plan.tasks[0].finish, QDate(2020, 3, 9));
    QCOMPARE(plan.tasks[1].finish, QDate(2020, 3, 7));
    QCOMPARE(plan.tasks[2].finish, QDate(2020, 3, 5));
    QVERIFY(plan.tasks[2].milestone);
    QVERIFY(!plan.tasks[3].finish);
    QVERIFY(!plan.tasks[3].milestone);
}

void TestCsv::anAmbiguousOrImpossibleRowNamesItsLine_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("ambiguous") << QByteArray("A,3/4/2020,,,");
    QTest::newRow("no such day") << QByteArray("A,2020-02-30,,,");
    QTest::newRow("year 0") << QByteArray("A,0000-01-01,,,");
    QTest::newRow("year 99999") << QByteArray("A,99999-01-01,,,");
    QTest::newRow("word for a date") << QByteArray("A,soon,,,");
    QTest::newRow("word for a duration") << QByteArray("A,,long,,");
    QTest::newRow("minus") << QByteArray("A,,-5 days,,");
    QTest::newRow("too long") << QByteArray("A,,999999999,,");
    QTest::newRow("percent") << QByteArray("A,,,101,");
    QTest::newRow("not a number") << QByteArray("A,,,nan,");
    QTest::newRow("lag") << QByteArray("A,,,,1FS+x");
    QTest::newRow("no name") << QByteArray(",2020-03-02,,,");
    QTest::newRow("open quote") << QByteArray("\"A,,,,\n");
    QTest::newRow("text after a quote") << QByteArray("\"A\"b,,,,\n");
    QTest::newRow("not UTF-8") << QByteArray("\xC4nderung,,,,");
    QTest::newRow("NUL") << QByteArray("A\0,,,,", 6);
}

void TestCsv::anAmbiguousOrImpossibleRowNamesItsLine()
{
    QFETCH(QByteArray, row);
    const auto plan = readCsv("Name,Start,Duration,Percent,Predecessors\nFirst,,,,\n" + row);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::BadInput);
    QVERIFY2(plan.error().sentence.startsWith(u"Line 3:"), qPrintable(plan.error().sentence));
}

void TestCsv::formulasAreMasked()
{
    PlanFile plan;
    plan.tasks += PlanTask();
    plan.tasks[0].id = u"1"_s;
    plan.tasks[0].name = u"=HYPERLINK(1)"_s;
    plan.tasks[0].notes = u"-5"_s;
    const QByteArray table = writeCsv(plan);
    QVERIFY(table.contains("'=HYPERLINK"));
    QCOMPARE(read(table).tasks[0].name, u"=HYPERLINK(1)"_s);
    QCOMPARE(read(table).tasks[0].notes, u"-5"_s);
}

PLUMBLINE_TEST(TestCsv)

} // namespace csv_test

#include "tst_csv.moc"
