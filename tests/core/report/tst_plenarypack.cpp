#include "core/domain/milestone.h"
#include "core/domain/presentation.h"
#include "core/domain/feedbackpoint.h"
#include "core/domain/finding.h"
#include "core/report/plenarypack.h"

#include "core/domain/actionitem.h"
#include "core/domain/meeting.h"
#include "core/domain/recommendation.h"
#include "core/domain/reportback.h"
#include "core/domain/subteam.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace plenarypack_test {

class TestPlenaryPack : public QObject
{
    Q_OBJECT

private slots:
    void sayWhatTheTeamNeeds();
    void whatWaitsIsToldInOrder();
    void anEmptyReviewSaysWhatIsMissing();
    void whatAClosedGroupKeepsIsNotInIt();
};

static const FixedClock clockOfMarch(QDateTime(QDate(2020, 3, 1), QTime(12, 0), Qt::UTC));

void TestPlenaryPack::sayWhatTheTeamNeeds()
{
    TestReview test;
    Meeting meeting;
    meeting.title = u"Plenary 102"_s;
    meeting.held = PartialDate::day({2020, 2, 27});
    meeting.agenda = u"Past."_s;
    test.add(meeting);
    meeting.title = u"Plenary 103"_s;
    meeting.held = PartialDate::day({2020, 3, 6});
    meeting.agenda = u"The comments."_s;
    test.add(meeting);
    SubTeam team;
    team.title = u"Abuse"_s;
    team.state = SubTeamState::Active;
    const SubTeamId abuse = test.add(team);
    ReportBack report;
    report.subteam = abuse;
    report.text = u"Two sources came."_s;
    report.date = PartialDate::day({2020, 2, 20});
    test.add(report);
    Recommendation shared;
    shared.title = u"Answer within five days"_s;
    shared.subteam = abuse;
    shared.state = RecommendationState::Shared;
    test.add(shared);
    ActionItem late;
    late.text = u"Send the letter"_s;
    late.owner = u"Staff"_s;
    late.due = PartialDate::day({2020, 2, 28});
    test.add(late);
    const QString words = report::allWords(report::plenaryPack(test.review, clockOfMarch, nullptr));
    for (const QString &wanted :
         {u"Plenary 103"_s, u"The comments."_s, u"Two sources came."_s, u"Answer within five days"_s,
          u"Send the letter"_s, u"overdue"_s, u"Adopt the Terms of Reference"_s})
        QVERIFY2(words.contains(wanted), qPrintable(wanted + u" is missing in: "_s + words));
    QVERIFY(!words.contains(u"Past."_s));
}

void TestPlenaryPack::whatWaitsIsToldInOrder()
{
    TestReview test;
    SubTeam team;
    team.title = u"Abuse"_s;
    team.state = SubTeamState::Active;
    const SubTeamId abuse = test.add(team);
    Presentation presentation;
    presentation.subteam = abuse;
    FeedbackPoint point;
    point.text = u"Feedback on the whole presentation"_s;
    point.presentation = test.add(presentation);
    test.add(point);
    Finding finding;
    finding.title = u"Finding of the full team"_s;
    test.add(finding);
    Meeting meeting;
    meeting.held = PartialDate::day({2020, 2, 1});
    finding.title = u"Presented as it stands"_s;
    finding.presented = test.add(meeting);
    test.add(finding);
    Milestone milestone;
    milestone.title = u"Long overdue"_s;
    milestone.subteam = abuse;
    milestone.target = PartialDate::day({2019, 1, 1});
    test.add(milestone);
    milestone.title = u"Soon"_s;
    milestone.target = PartialDate::day({2020, 3, 20});
    test.add(milestone);
    ActionItem item;
    for (const auto &[text, due] : {std::pair(u"Third"_s, on("2020-02-28")), std::pair(u"First"_s, on("2019-05-18")),
                                    std::pair(u"Second"_s, on("2019-05-26"))}) {
        item.text = text;
        item.due = due;
        test.add(item);
    }
    const QString words = report::allWords(report::plenaryPack(test.review, clockOfMarch, nullptr));
    for (const QString &wanted : {u"Feedback on the whole presentation"_s, u"Full team"_s, u"Finding of the full team"_s})
        QVERIFY2(words.contains(wanted), qPrintable(wanted + u" is missing in: "_s + words));
    QVERIFY(!words.contains(u"Presented as it stands"_s));
    const auto inOrder = [&](const QStringList &wanted) {
        qsizetype at = -1;
        for (const QString &word : wanted) {
            const qsizetype next = words.indexOf(word, at + 1);
            if (next < 0)
                return false;
            at = next;
        }
        return true;
    };
    QVERIFY2(inOrder({u"Overdue"_s, u"Long overdue"_s, u"Within 30"_s, u"Soon"_s}), qPrintable(words));
    QVERIFY2(inOrder({u"First"_s, u"Second"_s, u"Third"_s}), qPrintable(words));
}

void TestPlenaryPack::anEmptyReviewSaysWhatIsMissing()
{
    const QString words = report::allWords(report::plenaryPack(TestReview().review, clockOfMarch, nullptr));
    for (const QString &wanted : {u"No meeting of the full team is planned"_s, u"No sub-team is at work"_s,
                                  u"No action item is open"_s, u"No baseline has been taken yet"_s})
        QVERIFY2(words.contains(wanted), qPrintable(wanted));
}

void TestPlenaryPack::whatAClosedGroupKeepsIsNotInIt()
{
    TestReview test;
    SubTeam team;
    team.title = u"Abuse"_s;
    team.state = SubTeamState::Active;
    Recommendation closed;
    closed.subteam = test.add(team);
    closed.title = u"Canary"_s;
    closed.state = RecommendationState::Shared;
    closed.audience = 7;
    test.add(closed);
    ActionItem item;
    item.text = u"Canary"_s;
    item.audience = 7;
    test.add(item);
    QVERIFY(!report::allWords(report::plenaryPack(test.review, clockOfMarch, nullptr)).contains(u"Canary"_s));
}

PLUMBLINE_TEST(TestPlenaryPack)
} // namespace plenarypack_test

#include "tst_plenarypack.moc"
