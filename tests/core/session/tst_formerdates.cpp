#include "core/session/formerdates.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace formerdates_test {

class TestFormerDates : public QObject
{
    Q_OBJECT

private slots:
    void everyTargetIsThereWithItsReason();
    void aDateTakenBackIsOneMore();
    void whatNeverHadADateHasNone();
};

void TestFormerDates::everyTargetIsThereWithItsReason()
{
    Desk desk;
    desk.apply(R"({"create":"milestone","as":"m","set":{"title":"End","target":"2020-09"}})");
    desk.apply(R"({"do":"reschedule","args":{"milestone":"m","target":"2020-10-01","reason":"comments took longer"}})");
    desk.apply(R"({"do":"reschedule","args":{"milestone":"m","target":"2021-01-25"}})");
    desk.apply(R"({"do":"reschedule","args":{"milestone":"m","target":"2021-01-25","reason":"said later"}})");
    const auto dates = formerDates(*desk.session, MilestoneId(desk.script.named(u"m"_s).uuid));
    QCOMPARE(dates.size(), 3);
    QCOMPARE(dates.at(0).target->toText(), u"2020-09"_s);
    QVERIFY(!dates.at(0).moved);
    QCOMPARE(dates.at(1).reason, u"comments took longer"_s);
    QVERIFY(!dates.at(1).moved); // A month has no day to count from.
    QCOMPARE(dates.at(2).moved, std::optional(116)); // 1 October to 25 January.
    QCOMPARE(dates.at(2).reason, u"said later"_s);
    QCOMPARE(dates.at(2).person, desk.session->me());
}

void TestFormerDates::aDateTakenBackIsOneMore()
{
    Desk desk;
    desk.apply(R"({"create":"milestone","as":"m","set":{"title":"End","target":"2020-09-01"}})");
    desk.apply(R"({"do":"reschedule","args":{"milestone":"m","target":"2020-09-11","reason":"why"}})");
    must(desk.session->undo());
    const auto dates = formerDates(*desk.session, MilestoneId(desk.script.named(u"m"_s).uuid));
    QCOMPARE(dates.size(), 3);
    QCOMPARE(dates.last().target->toText(), u"2020-09-01"_s);
    QCOMPARE(dates.last().moved, std::optional(-10));
}

void TestFormerDates::whatNeverHadADateHasNone()
{
    Desk desk;
    desk.apply(R"({"create":"milestone","as":"m","set":{"title":"End"}})");
    QVERIFY(formerDates(*desk.session, MilestoneId(desk.script.named(u"m"_s).uuid)).isEmpty());
    QVERIFY(formerDates(*desk.session, MilestoneId(QUuid::createUuid())).isEmpty());
}

PLUMBLINE_TEST(TestFormerDates)
} // namespace formerdates_test

#include "tst_formerdates.moc"
