#include "core/timeline/timelinetexts.h"
#include "tests/core/timeline/plansample.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace timelinetexts_test {

class TestTimelineTexts : public QObject
{
    Q_OBJECT

private slots:
    void aRowSaysItsDateSlipAndOwner()
    {
        PlanSample sample;
        const RecordId s5 = sample.subTeam(u"S5"_s, u"DNS abuse"_s);
        const RecordId freeze = sample.item(u"Draft freeze"_s, {}, u"2018-12-07"_s);
        const RecordId draft = sample.item(u"Draft recommendations"_s, {}, u"2018-12-16"_s, s5);
        sample.change(draft, [](Milestone &m) { m.responsible = u"Lead"_s; });
        TimelineOptions options = sample.options();
        options.baseline = sample.baseline({{draft, u"2018-11-30"_s}});
        options.conflicts = {{draft, freeze, 9, u"9 days after Draft freeze"_s}};
        const TimelinePlan plan = buildTimeline(sample.review, options);
        const TimelineTexts texts(plan, QLocale::c());
        const TimelineRow &row = plan.rows[size_t(plan.rowOf(draft))];
        QCOMPARE(texts.title(row), u"Draft recommendations"_s);
        QCOMPARE(texts.date(row), u"16 Dec"_s);
        QVERIFY(texts.slip(row).contains(u"+16"_s));
        QCOMPARE(texts.owner(row), u"Lead"_s);
        QCOMPARE(texts.words(row), u"9 days after Draft freeze"_s);
        QCOMPARE(texts.laneName(plan.lanes[1]), u"S5 DNS abuse"_s);
        const QString said = texts.description(row);
        for (const QString &part :
             {u"S5 DNS abuse"_s, u"16 Dec"_s, u"9 days after Draft freeze"_s, u"16 day"_s, u"Lead"_s})
            QVERIFY2(said.contains(part), qPrintable(said));
    }

    void aCommentPeriodSaysItsLengthAndFloor()
    {
        PlanSample sample;
        Rule rule;
        rule.name = u"minCommentDays"_s;
        rule.value = u"40"_s;
        sample.put(rule);
        const RecordId id = sample.item(u"Public comment"_s, u"2019-01-14"_s, u"2019-03-11"_s);
        sample.change(id, [](Milestone &m) { m.type = MilestoneType::Comment; });
        const TimelinePlan plan = buildTimeline(sample.review, sample.options());
        QCOMPARE(TimelineTexts(plan, QLocale::c()).words(plan.rows[1]), u"56 of min. 40 days"_s);
    }

    void aSuspensionSaysWhenWorkGoesOn()
    {
        PlanSample sample;
        CalendarEvent pause;
        pause.category = CalendarKind::Suspension;
        pause.first = PlanSample::date(u"2017-10-28"_s);
        pause.last = PlanSample::date(u"2018-06-06"_s);
        sample.put(pause);
        pause.last = PlanSample::date(u"TBD"_s);
        pause.first = PlanSample::date(u"2018-10-01"_s);
        sample.put(pause);
        const TimelinePlan plan = buildTimeline(sample.review, sample.options());
        const TimelineTexts texts(plan, QLocale::c());
        QCOMPARE(texts.event(plan.events[0]), u"Suspended until 7 Jun"_s);
        QVERIFY(texts.suspensionLength(plan.events[0]).contains(u"222"_s));
        QCOMPARE(texts.event(plan.events[1]), u"Suspended since 1 Oct"_s);
        QCOMPARE(plan.events[1].last, PlanSample::day(2018, 11, 8));
    }

    void aRecordThatIsGoneHasNoWords()
    {
        PlanSample sample;
        const RecordId id = sample.item(u"a"_s, {}, u"2018-12-01"_s);
        const TimelinePlan plan = buildTimeline(sample.review, sample.options());
        sample.change(id, [](Milestone &m) { m.life = Life::Deleted; });
        const TimelineTexts texts(plan, QLocale::c());
        QVERIFY(texts.title(plan.rows[1]).isEmpty());
        QVERIFY(texts.date(plan.rows[1]).isEmpty());
        QVERIFY(!texts.description(plan.rows[1]).isEmpty());
    }
};

PLUMBLINE_TEST(TestTimelineTexts)
} // namespace timelinetexts_test

#include "tst_timelinetexts.moc"
