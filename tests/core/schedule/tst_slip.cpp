#include "core/schedule/slip.h"

#include "core/domain/baseline.h"
#include "core/domain/calendarevent.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace slip_test {

class TestSlip : public QObject
{
    Q_OBJECT

private slots:
    void countsDaysAgainstTheBaseline();
    void claimsNoDaysForPartialDates();
    void knowsWhatMoved_data();
    void knowsWhatMoved();
    void takesTheFirstBaselineThatHoldsTheRecord();
    void boardClocksOfFourReviews_data();
    void boardClocksOfFourReviews();
    void boardClockFallsOnTheLastDayOfAShortMonth();
    void boardClockOverEveryDay();
    void ssr2WasSuspendedFor222Days();
    void overlappingSuspensionsCountOnce();
    void suspendedDaysEqualACountByHand();
};

static Milestone planned(const char *target)
{
    Milestone milestone;
    milestone.target = on(target);
    return milestone;
}

static BaselineItem item(const char *target)
{
    BaselineItem item;
    item.target = on(target);
    return item;
}

void TestSlip::countsDaysAgainstTheBaseline()
{
    QCOMPARE(slipInDays(planned("2020-10-31"), item("2020-09-30")), 31);
    QCOMPARE(slipInDays(planned("2020-09-30"), item("2020-10-31")), -31);
    Milestone met = planned("2020-10-31");
    met.actual = on("2021-01-25");
    QCOMPARE(slipInDays(met, item("2020-10-31")), 86);
}

void TestSlip::claimsNoDaysForPartialDates()
{
    QCOMPARE(slipInDays(planned("2020-10"), item("2020-09-30")), std::nullopt);
    QCOMPARE(slipInDays(planned("2020-10-31"), item("2020-09")), std::nullopt);
    QCOMPARE(slipInDays(planned("TBD"), item("2020-09-30")), std::nullopt);
    QCOMPARE(slipInDays(planned("2020-10-31"), BaselineItem()), std::nullopt);
    QCOMPARE(slipInDays(Milestone(), item("2020-09-30")), std::nullopt);
}

void TestSlip::knowsWhatMoved_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<bool>("moved");
    QTest::newRow("same") << QByteArray("2020-01-24") << QByteArray("2020-01-24") << false;
    QTest::newRow("later") << QByteArray("2020-01-24") << QByteArray("2020-01-25") << true;
    QTest::newRow("earlier") << QByteArray("2020-01-24") << QByteArray("2020-01-23") << true;
    QTest::newRow("more exact") << QByteArray("2017-06") << QByteArray("2017-06-15") << false;
    QTest::newRow("less exact") << QByteArray("2017-06-15") << QByteArray("2017-06") << true;
    QTest::newRow("tentative") << QByteArray("2017-06?") << QByteArray("2017-06") << false;
    QTest::newRow("was open") << QByteArray("TBD") << QByteArray("2017-06-15") << false;
    QTest::newRow("now open") << QByteArray("2017-06-15") << QByteArray("TBD") << true;
    QTest::newRow("next month") << QByteArray("2017-06") << QByteArray("2017-07-01") << true;
}

void TestSlip::knowsWhatMoved()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, now);
    QTEST(targetMoved(planned(now), item(before)), "moved");
    QVERIFY(targetMoved(Milestone(), item("2017-06-15")));
    QVERIFY(!targetMoved(planned(now), BaselineItem()));
}

void TestSlip::takesTheFirstBaselineThatHoldsTheRecord()
{
    TestReview test;
    const auto baseline = [&](const char *taken) {
        Baseline record;
        if (taken)
            record.taken = on(taken);
        return test.add(record);
    };
    const BaselineId undated = baseline(nullptr);
    const BaselineId second = baseline("2020-05-27");
    const BaselineId first = baseline("2019-09-25");
    const RecordId early = test.newId();
    const RecordId late = test.newId();
    const auto hold = [&](BaselineId in, RecordId record, const char *target) {
        BaselineItem held = item(target);
        held.baseline = in;
        held.record = record;
        test.add(held);
    };
    hold(undated, early, "2020-01-01");
    hold(second, early, "2020-02-02");
    hold(first, early, "2020-03-03");
    hold(undated, late, "2020-04-04");
    hold(second, late, "2020-05-05");
    auto items = firstBaselineItems(test.review);
    QCOMPARE(items.value(early)->target, on("2020-03-03"));
    QCOMPARE(items.value(late)->target, on("2020-05-05"));
    QVERIFY(!items.value(test.newId()));
    test.remove(first); // A deleted baseline is no plan to be held to.
    items = firstBaselineItems(test.review);
    QCOMPARE(items.value(early)->target, on("2020-02-02"));
}

void TestSlip::boardClocksOfFourReviews_data()
{
    QTest::addColumn<QDate>("received");
    QTest::addColumn<QDate>("due");
    QTest::addColumn<QDate>("acted");
    QTest::addColumn<int>("taken");
    QTest::addColumn<int>("spare");
    QTest::newRow("SSR2") << QDate(2021, 1, 25) << QDate(2021, 7, 25) << QDate(2021, 7, 22) << 178 << 3;
    QTest::newRow("CCT") << QDate(2018, 9, 8) << QDate(2019, 3, 8) << QDate(2019, 3, 1) << 174 << 7;
    QTest::newRow("RDS-WHOIS2") << QDate(2019, 9, 3) << QDate(2020, 3, 3) << QDate(2020, 2, 25) << 175 << 7;
    QTest::newRow("ATRT3") << QDate(2020, 6, 1) << QDate(2020, 12, 1) << QDate(2020, 11, 30) << 182 << 1;
}

void TestSlip::boardClocksOfFourReviews()
{
    QFETCH(QDate, received);
    QFETCH(QDate, acted);
    QTEST(boardActionDue(received, 6), "due");
    QTEST(int(received.daysTo(acted)), "taken");
    QTEST(int(acted.daysTo(boardActionDue(received, 6))), "spare");
}

void TestSlip::boardClockFallsOnTheLastDayOfAShortMonth()
{
    QCOMPARE(boardActionDue(QDate(2019, 8, 31), 6), QDate(2020, 2, 29));
    QCOMPARE(boardActionDue(QDate(2020, 8, 31), 6), QDate(2021, 2, 28));
    QCOMPARE(boardActionDue(QDate(2020, 8, 29), 6), QDate(2021, 2, 28));
    QCOMPARE(boardActionDue(QDate(2020, 3, 31), 6), QDate(2020, 9, 30));
    QCOMPARE(boardActionDue(QDate(2020, 12, 31), 6), QDate(2021, 6, 30));
}

void TestSlip::boardClockOverEveryDay()
{
    for (QDate received(2016, 1, 1); received.year() < 2028; received = received.addDays(1)) {
        const QDate due = boardActionDue(received, 6);
        const int month = (received.month() + 5) % 12 + 1;
        QCOMPARE(due.month(), month);
        QCOMPARE(due.day(), std::min(received.day(), due.daysInMonth()));
        QVERIFY(received.daysTo(due) >= 181 && received.daysTo(due) <= 184);
    }
}

static CalendarEvent suspension(const char *first, const char *last)
{
    CalendarEvent event;
    event.category = CalendarKind::Suspension;
    if (first)
        event.first = on(first);
    if (last)
        event.last = on(last);
    return event;
}

void TestSlip::ssr2WasSuspendedFor222Days()
{
    TestReview test;
    const auto id = test.add(suspension("2017-10-28", "2018-06-06"));
    CalendarEvent holidays = suspension("2018-12-24", "2019-01-01");
    holidays.category = CalendarKind::Holidays;
    test.add(holidays);
    QCOMPARE(suspendedDays(test.review, QDate(2017, 2, 14), QDate(2021, 1, 25)), 222);
    QCOMPARE(QDate(2017, 2, 14).daysTo(QDate(2021, 1, 25)), 1441);
    QCOMPARE(suspendedDays(test.review, QDate(2018, 6, 6), QDate(2018, 6, 6)), 1);
    QCOMPARE(suspendedDays(test.review, QDate(2018, 6, 7), QDate(2018, 12, 31)), 0);
    QCOMPARE(suspendedDays(test.review, QDate(2018, 1, 31), QDate(2018, 1, 1)), 0);
    test.change(id, [](CalendarEvent &event) { event.last.reset(); });
    QCOMPARE(suspendedDays(test.review, QDate(2017, 2, 14), QDate(2017, 10, 31)), 4);
}

void TestSlip::overlappingSuspensionsCountOnce()
{
    TestReview test;
    test.add(suspension("2018-01-01", "2018-01-31"));
    test.add(suspension("2018-01-10", "2018-01-20"));
    test.add(suspension("2018-01-25", "2018-02-05"));
    test.add(suspension("2018-02-06", "2018-02-06"));
    test.add(suspension(nullptr, "2018-03-01"));
    test.add(suspension("2018-04-05", "2018-04-01"));
    QCOMPARE(suspendedDays(test.review, QDate(2017, 1, 1), QDate(2019, 1, 1)), 37);
}

void TestSlip::suspendedDaysEqualACountByHand()
{
    quint32 seed = 1;
    const auto random = [&seed](int below) {
        seed = seed * 1664525u + 1013904223u;
        return int((seed >> 16) % uint(below));
    };
    const QDate origin(2020, 1, 1);
    for (int round = 0; round < 200; ++round) {
        TestReview test;
        QSet<int> suspended;
        for (int i = 0; i < 5; ++i) {
            const int first = random(100);
            const int last = first + random(20);
            test.add(suspension(origin.addDays(first).toString(Qt::ISODate).toLatin1(),
                                origin.addDays(last).toString(Qt::ISODate).toLatin1()));
            for (int day = first; day <= last; ++day)
                suspended += day;
        }
        const int from = random(60);
        const int to = from + random(60);
        int expected = 0;
        for (int day = from; day <= to; ++day)
            expected += suspended.contains(day) ? 1 : 0;
        QCOMPARE(suspendedDays(test.review, origin.addDays(from), origin.addDays(to)), expected);
    }
}

PLUMBLINE_TEST(TestSlip)
} // namespace slip_test

#include "tst_slip.moc"
