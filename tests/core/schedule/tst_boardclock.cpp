#include "core/schedule/boardclock.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace boardclock_test {

class TestBoardClock : public QObject
{
    Q_OBJECT

private slots:
    void ssr2TookTheBoard178Of181Days();
    void itRunsFromTheStartOfTheItem();
    void aDraftPublishedBeforeIsNotTheReport();
    void thereIsNoneWithoutRuleReceiptOrType();
};

/// The report and what the Board did about it.
struct Acted {
    TestReview test;
    MilestoneId published;
    MilestoneId action;

    Acted()
    {
        test.setRule(u"boardResponseMonths"_s, u"6"_s);
        Milestone report;
        report.type = MilestoneType::Published;
        report.target = on("2021-01");
        report.actual = on("2021-01-25");
        published = test.add(report);
        Milestone board;
        board.type = MilestoneType::BoardAction;
        board.target = on("2021-07-25");
        board.actual = on("2021-07-22");
        action = test.add(board);
    }
    std::optional<BoardClock> clock() const { return boardClock(test.review, *test.review.find(action)); }
};

void TestBoardClock::ssr2TookTheBoard178Of181Days()
{
    Acted acted;
    QCOMPARE(acted.clock()->received, QDate(2021, 1, 25));
    QCOMPARE(acted.clock()->due, QDate(2021, 7, 25));
    QCOMPARE(acted.clock()->taken({}), 178);
    QCOMPARE(acted.clock()->allowed(), 181);
    acted.test.change(acted.action, [](Milestone &board) { board.actual = {}; });
    QCOMPARE(acted.clock()->taken(QDate(2021, 2, 4)), 10);
}

void TestBoardClock::itRunsFromTheStartOfTheItem()
{
    Acted acted;
    acted.test.change(acted.action, [](Milestone &board) { board.start = on("2021-02-01"); });
    QCOMPARE(acted.clock()->received, QDate(2021, 2, 1));
    QCOMPARE(acted.clock()->due, QDate(2021, 8, 1));
}

void TestBoardClock::aDraftPublishedBeforeIsNotTheReport()
{
    Acted acted;
    Milestone draft;
    draft.type = MilestoneType::Published;
    draft.actual = on("2020-01-24");
    acted.test.add(draft);
    Milestone later;
    later.type = MilestoneType::Published;
    later.target = on("2023-01-01");
    acted.test.add(later);
    QCOMPARE(acted.clock()->received, QDate(2021, 1, 25));
}

void TestBoardClock::thereIsNoneWithoutRuleReceiptOrType()
{
    Acted acted;
    QVERIFY(!boardClock(acted.test.review, *acted.test.review.find(acted.published)));
    acted.test.change(acted.published, [](Milestone &report) { report.actual = on("2021-01"); });
    QVERIFY(!acted.clock()); // A month has no day to count from.
    Acted without;
    without.test.setRule(u"boardResponseMonths"_s, u"none"_s);
    QVERIFY(!without.clock());
}

PLUMBLINE_TEST(TestBoardClock)
} // namespace boardclock_test

#include "tst_boardclock.moc"
