// A small review from its making to its report, as a team would run it: what is checked, corrected, moved and
// undone.

#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace firstreview_test {

class TestFirstReview : public QObject
{
    Q_OBJECT

private slots:
    void makeTheReview();
    void formASubTeam();
    void planTheMilestones();
    void checksNameDraftRecommendationsAfterTheFreeze();
    void correctedTheyAreSilent();
    void checksNameACommentPeriodThatIsTooShort();
    void closingLateEnoughTheyAreSilent();
    void writeAFindingAndARecommendation();
    void takeABaseline();
    void aSlipIsShown();
    void undoAndRedoTheSlip();
    void writeTheReports();
    void theFileIsWhole();

private:
    QJsonArray problems(const QString &check)
    {
        const Ran ran = m_computer.runProgram({u"check"_s, u"r.plumb"_s, u"--on"_s, u"2026-01-15"_s, u"--json"_s});
        QJsonArray found;
        for (const QJsonObject &problem : recordsWith(ran.array(), u"id"_s, check))
            found += problem;
        return found;
    }
    /// Key of the template's milestone of that type.
    QByteArray milestone(const QString &type)
    {
        const QJsonArray all = m_computer.show(u"r.plumb"_s, u"milestone"_s);
        for (const QJsonObject &one : recordsWith(all, u"type"_s, type)) {
            if (!one.contains(u"subteam"_s))
                return one[u"key"_s].toString().toUtf8();
        }
        return "none";
    }
    Computer m_computer;
};

void TestFirstReview::makeTheReview()
{
    EXPECT_CODE(0, m_computer.runProgram({u"new"_s, u"r.plumb"_s, u"--title"_s, u"Third review"_s}));
    EXPECT_CODE(0, m_computer.runProgram({u"whoami"_s, u"r.plumb"_s, u"--set"_s, u"Eva Ruiz"_s}));
    QVERIFY(!problems(u"plan.noTarget"_s).isEmpty());
}

void TestFirstReview::formASubTeam()
{
    EXPECT_CODE(
        0,
        m_computer.apply(
            u"r.plumb"_s,
            R"({"create":"decision","as":"formed","set":{"text":"A sub-team on abuse is formed.","date":"2025-12-01"}}
{"create":"subteam","as":"abuse","set":{"title":"DNS abuse","state":"active","formed":"formed"}}
{"create":"person","as":"lead","set":{"name":"Bo Berg"}})"));
    QCOMPARE(problems(u"teams.lead"_s).size(), 1);
    QCOMPARE(problems(u"teams.scope"_s).size(), 1);
    EXPECT_CODE(
        0,
        m_computer.apply(
            u"r.plumb"_s,
            R"({"create":"membership","set":{"person":"P-002","subteam":"S1","role":"lead","from":"2025-12-01"}}
{"set":{"S1":{"scope":"Abuse of domain names, and what is done about it."}}})"));
    QVERIFY(problems(u"teams.lead"_s).isEmpty() && problems(u"teams.scope"_s).isEmpty());
    QVERIFY(problems(u"teams.formed"_s).isEmpty());
}

void TestFirstReview::planTheMilestones()
{
    QByteArray lines;
    const QList<QPair<QString, QByteArray>> dates{{u"tor"_s, "2026-02-02"},
                                                  {u"workplan"_s, "2026-02-16"},
                                                  {u"datareview"_s, "2026-04-30"},
                                                  {u"findings"_s, "2026-06-30"},
                                                  {u"draftrecommendations"_s, "2026-08-03"},
                                                  {u"freeze"_s, "2026-09-01"},
                                                  {u"commentopen"_s, "2026-09-10"}};
    for (const auto &[type, date] : dates)
        lines += "{\"set\":{\"" + milestone(type) + "\":{\"target\":\"" + date + "\"}}}\n";
    lines +=
        "{\"create\":\"milestone\",\"set\":{\"title\":\"Draft recommendations on abuse\",\"subteam\":\"S1\","
        "\"type\":\"draftrecommendations\",\"target\":\"2026-09-20\",\"serves\":\"" +
        milestone(u"freeze"_s) + "\"}}";
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, lines));
    QVERIFY(problems(u"plan.order"_s).isEmpty());
}

void TestFirstReview::checksNameDraftRecommendationsAfterTheFreeze()
{
    const QJsonArray found = problems(u"plan.serves"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0)[u"record"_s].toString(), u"M-S1-01"_s);
    QCOMPARE(found.at(0)[u"level"_s].toString(), u"error"_s);
    QVERIFY2(found.at(0)[u"sentence"_s].toString().contains(u"19 day"_s),
             qPrintable(found.at(0)[u"sentence"_s].toString()));
}

void TestFirstReview::correctedTheyAreSilent()
{
    EXPECT_CODE(
        0,
        m_computer.apply(
            u"r.plumb"_s,
            R"({"do":"reschedule","args":{"milestone":"M-S1-01","target":"2026-08-01","reason":"To leave time before the freeze"}})"));
    QVERIFY(problems(u"plan.serves"_s).isEmpty() && problems(u"plan.freezeBuffer"_s).isEmpty());
}

void TestFirstReview::checksNameACommentPeriodThatIsTooShort()
{
    const QByteArray comment = milestone(u"comment"_s);
    EXPECT_CODE(
        0, m_computer.apply(u"r.plumb"_s, "{\"set\":{\"" + comment +
                                              "\":{\"start\":\"2026-09-10\",\"target\":\"2026-10-10\"}}}"));
    const QJsonArray found = problems(u"plan.commentPeriod"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0)[u"record"_s].toString().toUtf8(), comment);
    QVERIFY2(found.at(0)[u"sentence"_s].toString().contains(u"30 day"_s),
             qPrintable(found.at(0)[u"sentence"_s].toString()));
    // The function that moves dates refuses what the check would name, and says the earliest day.
    const Ran ran = m_computer.apply(u"r.plumb"_s, "{\"do\":\"reschedule\",\"args\":{\"milestone\":\"" +
                                                       comment + "\",\"target\":\"2026-10-11\"}}");
    QVERIFY2(ran.code == 3 && ran.saysOneSentence() && ran.err.contains("2026-10-20"), ran.told());
}

void TestFirstReview::closingLateEnoughTheyAreSilent()
{
    EXPECT_CODE(0,
                m_computer.apply(u"r.plumb"_s, "{\"do\":\"reschedule\",\"args\":{\"milestone\":\"" +
                                                   milestone(u"comment"_s) +
                                                   "\",\"target\":\"2026-10-20\",\"reason\":\"40 days\"}}"));
    QVERIFY(problems(u"plan.commentPeriod"_s).isEmpty());
}

void TestFirstReview::writeAFindingAndARecommendation()
{
    const Ran ran = m_computer.apply(
        u"r.plumb"_s,
        R"({"create":"finding","as":"f","set":{"title":"Reports stay unanswered","statement":"Four of ten reports got no answer.","subteam":"S1","state":"draft"}}
{"create":"recommendation","as":"r","set":{"title":"Answer reports of abuse","text":"ICANN should answer every report within five days.","subteam":"S1","state":"draft","priority":{"level":"high","reason":"Harm goes on"}}}
{"create":"link","set":{"type":"addresses","from":"r","to":"f"}})");
    QVERIFY2(ran.code == 0, ran.told());
    QCOMPARE(ran.answers().at(0)[u"keys"_s][u"f"_s].toString(), u"F-S1-01"_s);
    QCOMPARE(ran.answers().at(1)[u"keys"_s][u"r"_s].toString(), u"R-S1-01"_s);
    QVERIFY(problems(u"data.missingReference"_s).isEmpty());
}

void TestFirstReview::takeABaseline()
{
    EXPECT_CODE(0, m_computer.runProgram({u"baseline"_s, u"r.plumb"_s, u"Work plan"_s}));
    QVERIFY(problems(u"plan.slip"_s).isEmpty());
}

void TestFirstReview::aSlipIsShown()
{
    EXPECT_CODE(0, m_computer.apply(u"r.plumb"_s, R"({"do":"reschedule","args":{"milestone":")" +
                                                      milestone(u"findings"_s) +
                                                      R"(","target":"2026-07-30"}})"));
    const QJsonArray slip = problems(u"plan.slip"_s);
    QCOMPARE(slip.size(), 1);
    QVERIFY2(slip.at(0)[u"sentence"_s].toString().contains(u"30 day"_s),
             qPrintable(slip.at(0)[u"sentence"_s].toString()));
    QCOMPARE(problems(u"plan.movedWithoutReason"_s).size(), 1);
}

void TestFirstReview::undoAndRedoTheSlip()
{
    const QByteArray slipped = m_computer.dump(u"r.plumb"_s);
    EXPECT_CODE(0, m_computer.runProgram({u"undo"_s, u"r.plumb"_s}));
    QVERIFY(problems(u"plan.slip"_s).isEmpty());
    EXPECT_CODE(0, m_computer.runProgram({u"redo"_s, u"r.plumb"_s}));
    QCOMPARE(m_computer.dump(u"r.plumb"_s), slipped);
    QCOMPARE(problems(u"plan.slip"_s).size(), 1);
}

void TestFirstReview::writeTheReports()
{
    for (const QString &kind : {u"draft"_s, u"timeline"_s}) {
        const Ran ran = m_computer.runProgram({u"report"_s, u"r.plumb"_s, kind + u".pdf"_s, u"--kind"_s, kind});
        QVERIFY2(ran.code == 0 && ran.err.isEmpty(), ran.told());
        QVERIFY(m_computer.bytes(kind + u".pdf"_s).startsWith("%PDF-"));
    }
    EXPECT_CODE(0, m_computer.runProgram({u"timeline"_s, u"r.plumb"_s, u"plan.svg"_s}));
}

void TestFirstReview::theFileIsWhole()
{
    EXPECT_CODE(0, m_computer.runProgram({u"verify"_s, u"r.plumb"_s}));
    const QJsonArray log = m_computer.runProgram({u"log"_s, u"r.plumb"_s, u"M-S1-01"_s, u"--json"_s}).array();
    QCOMPARE(recordsWith(log, u"person"_s, u"Eva Ruiz"_s).size(), log.size());
}

PLUMBLINE_TEST(TestFirstReview)
} // namespace firstreview_test

#include "tst_firstreview.moc"
