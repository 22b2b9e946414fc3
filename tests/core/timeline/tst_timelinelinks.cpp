#include "tests/core/timeline/plansample.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace timelinelinks_test {

class TestTimelineLinks : public QObject
{
    Q_OBJECT

private slots:
    void theIndexFindsWhatASearchOfAllFinds()
    {
        QRandomGenerator random(7);
        const int rows = 5000;
        std::vector<TimelineLink> all;
        for (int i = 0; i < 3000; ++i) {
            const int from = random.bounded(rows);
            const int reach = i % 10 == 0 ? rows : 40;
            all.push_back(
                {from, std::clamp(from + random.bounded(2 * reach) - reach, 0, rows - 1), {}, false});
        }
        const TimelineLinks links(all, rows);
        QCOMPARE(links.count(), 3000);
        for (int first = 0; first < rows; first += 137) {
            const int last = std::min(rows - 1, first + 40);
            std::vector<int> expected;
            for (int i = 0; i < int(all.size()); ++i) {
                if (all[size_t(i)].lower() >= first && all[size_t(i)].upper() <= last)
                    expected.push_back(i);
            }
            QCOMPARE(links.crossing(first, last), expected);
        }
    }

    void noRowsHaveNoLinks()
    {
        QVERIFY(TimelineLinks().crossing(0, 100).empty());
        QVERIFY(TimelineLinks({}, 0).crossing(0, 100).empty());
    }

    void onlyDependenciesBetweenShownAndDatedRowsAreLinks()
    {
        PlanSample sample;
        const RecordId a = sample.item(u"a"_s, {}, u"2018-12-01"_s);
        const RecordId b = sample.item(u"b"_s, u"2018-12-01"_s, u"2018-12-09"_s);
        const RecordId undated = sample.item(u"c"_s, {}, {});
        sample.link(a, b);
        sample.link(a, undated);
        sample.link(b, RecordId(QUuid::createUuid()));
        TimelineOptions options = sample.options();
        options.critical = {a, b};
        const TimelinePlan plan = buildTimeline(sample.review, options);
        QCOMPARE(plan.links.count(), 1);
        QCOMPARE(plan.links.at(0).from, plan.rowOf(a));
        QCOMPARE(plan.links.at(0).to, plan.rowOf(b));
        QVERIFY(plan.links.at(0).critical);
    }
};

PLUMBLINE_TEST(TestTimelineLinks)
} // namespace timelinelinks_test

#include "tst_timelinelinks.moc"
