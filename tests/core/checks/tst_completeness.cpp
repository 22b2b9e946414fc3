// One thing is taken away from a review in which nothing is missing, five hundred times: the checks name
// exactly that.

#include "tests/core/checks/completereview.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace completeness_test {

class TestCompleteness : public QObject
{
    Q_OBJECT

private slots:
    void aWholeReviewLacksNothing();
    void whatIsTakenAwayIsNamed();
};

namespace {

/// What checks complain of: "check of record", sorted.
QStringList complaints(const Review &review)
{
    QStringList found;
    for (const Problem &problem : runChecks(review, testClock())) {
        // Dates of sub-teams are another subject; this review has no plan.
        if (!problem.check.startsWith("plan."))
            found += QString::fromLatin1(problem.check) + u' ' + problem.record.uuid.toString();
    }
    found.sort();
    return found;
}

template<class T>
QString expected(const char *check, Id<T> record)
{
    return QLatin1String(check) + u' ' + record.uuid.toString();
}

/// Takes one thing away and says what must be complained of.
class Thief
{
public:
    Thief(CompleteReview &review, QRandomGenerator &random) : m_review(review), m_random(random) {}

    void take(QStringList &complaint)
    {
        const CompleteReview::Team team = any(m_review.teams);
        const RecommendationId recommendation = any(team.recommendations);
        switch (m_random.bounded(24)) {
        case 0:
            return edit(
                recommendation, [](Recommendation &r) { r.text.clear(); }, complaint, "recommendation.text");
        case 1:
            return edit(
                recommendation, [](Recommendation &r) { r.rationale = u"  "_s; }, complaint,
                "recommendation.rationale");
        case 2:
            return edit(
                recommendation, [](Recommendation &r) { r.category = {}; }, complaint,
                "recommendation.category");
        case 3:
            return edit(
                recommendation, [](Recommendation &r) { r.addressee = u"The community"_s; }, complaint,
                "recommendation.addressee");
        case 4:
            return edit(
                recommendation, [](Recommendation &r) { r.priority.reason.clear(); }, complaint,
                "recommendation.priority");
        case 5:
            return edit(
                recommendation, [this](Recommendation &r) { breakMetric(r.metric); }, complaint,
                "recommendation.metric");
        case 6:
            return edit(
                recommendation, [](Recommendation &r) { r.state = RecommendationState::Idea; }, complaint,
                "recommendation.idea");
        case 7: {
            const PersonId other = m_review.add(Person());
            return edit(
                recommendation, [&](Recommendation &r) { r.sharedby = other; }, complaint,
                "recommendation.sharedByLead");
        }
        case 8: {
            complaint += expected("recommendation.finding", target(any(team.leadsTo)));
            return;
        }
        case 9:
            complaint += expected("consensus.level", target(any(team.decides)));
            return;
        case 10: {
            const ImplementabilityInputId input = any(team.inputs);
            complaint +=
                expected("recommendation.implementability", m_review.review.find(input)->recommendation);
            m_review.change(input, [](ImplementabilityInput &i) { i.answer.clear(); });
            return;
        }
        case 11:
            complaint += expected("finding.source", target(team.supports));
            return;
        case 12:
            return edit(
                team.finding, [](Finding &f) { f.methodology.clear(); }, complaint, "finding.methodology");
        case 13:
            return edit(
                team.finding, [](Finding &f) { f.presented = {}; }, complaint, "finding.presented");
        case 14:
            return edit(
                team.feedback, [](FeedbackPoint &p) { p.outcome = {}; }, complaint, "finding.feedback");
        case 15:
            return edit(
                team.feedback, [](FeedbackPoint &p) { p.how.clear(); }, complaint, "finding.feedback");
        case 16:
            return edit(
                team.source, [](DataSource &s) { s.obtained = {}; }, complaint, "evidence.neverObtained");
        case 17:
            return edit(
                team.source, [](DataSource &s) { s.appraisal.clear(); }, complaint, "evidence.appraised");
        case 18:
            return edit(
                team.request, [](DataRequest &r) { r.discussed = {}; }, complaint, "request.discussed");
        case 19:
            complaint += expected("teams.lead", team.subTeam);
            // Nobody leads, so nobody who led has shared anything.
            for (const RecommendationId shared : team.recommendations)
                complaint += expected("recommendation.sharedByLead", shared);
            m_review.remove(team.lead);
            return;
        case 20:
            return edit(
                team.subTeam, [](SubTeam &s) { s.scope.clear(); }, complaint, "teams.scope");
        case 21:
            return edit(
                team.subTeam, [](SubTeam &s) { s.formed = {}; }, complaint, "teams.formed");
        case 22: {
            const LinkId acknowledgement = any(m_review.acknowledgements);
            complaint +=
                expected("tor.acknowledged", PersonId(m_review.review.find(acknowledgement)->from.uuid));
            m_review.remove(acknowledgement);
            return;
        }
        default:
            return edit(
                m_review.record, [](ReviewRecord &r) { r.toradopted = {}; }, complaint, "tor.adopted");
        }
    }

private:
    template<class T>
    T any(const QList<T> &list)
    {
        return list.at(m_random.bounded(int(list.size())));
    }
    template<class T, class Edit>
    void edit(Id<T> id, Edit change, QStringList &complaint, const char *check)
    {
        m_review.change(id, change);
        complaint += expected(check, id);
    }
    /// Removes the link and gives its end.
    Id<Record> target(LinkId link)
    {
        const RecordId to = m_review.review.find(link)->to;
        m_review.remove(link);
        return to;
    }
    void breakMetric(Metric &metric)
    {
        QString *const parts[]{&metric.what, &metric.unit, &metric.baseline, &metric.target,
                               &metric.verification};
        const int part = m_random.bounded(6);
        if (part == 5)
            metric.by.reset();
        else
            parts[part]->clear();
    }

    CompleteReview &m_review;   // Not owned.
    QRandomGenerator &m_random; // Not owned.
};

} // namespace

void TestCompleteness::aWholeReviewLacksNothing()
{
    QCOMPARE(complaints(CompleteReview().review), QStringList());
}

void TestCompleteness::whatIsTakenAwayIsNamed()
{
    const CompleteReview whole;
    for (quint32 seed = 1; seed <= 500; ++seed) {
        QRandomGenerator random(seed);
        CompleteReview review = whole; // Records are shared; only what is taken is copied.
        QStringList complaint;
        Thief(review, random).take(complaint);
        complaint.sort();
        QVERIFY2(complaints(review.review) == complaint,
                 qPrintable(u"seed %1: %2 instead of %3"_s.arg(seed).arg(
                     complaints(review.review).join(u", "_s), complaint.join(u", "_s))));
    }
}

PLUMBLINE_TEST(TestCompleteness)
} // namespace completeness_test

#include "tst_completeness.moc"
