#include "core/checks/gates.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "core/domain/waiver.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace gates_test {

class TestGates : public QObject
{
    Q_OBJECT

private slots:
    void listsOnlyWhatTheGateAsksFor();
    void aGateWithoutARuleAsksForNothing();
    void readsListsAsPeopleTypeThem();
    void aCheckOfANewerVersionIsAProblem();
    void aWaiverMarksItsProblemOnly();
    void aWaiverWithoutAReasonDoesNotCount();
    void aWaiverOfTheGateMarksEverything();
    void sortsByUrgency();
};

static Waiver waiver(const QString &check, RecordId on, const QString &reason)
{
    Waiver waiver;
    waiver.check = check;
    waiver.on = on;
    waiver.reason = reason;
    return waiver;
}

static QList<QByteArray> checksIn(const QList<Problem> &problems)
{
    QList<QByteArray> checks;
    for (const Problem &problem : problems)
        checks += problem.check;
    return checks;
}

void TestGates::listsOnlyWhatTheGateAsksFor()
{
    TestReview test;
    test.add(SubTeam()); // Without lead, scope, decision and date.
    test.setRule(u"gate.G1"_s, u"teams.lead,teams.scope"_s);
    QCOMPARE(checksIn(gateProblems(test.review, testClock(), u"G1"_s)),
             QList<QByteArray>({"teams.lead", "teams.scope"}));
}

void TestGates::aGateWithoutARuleAsksForNothing()
{
    TestReview test;
    test.add(SubTeam());
    QVERIFY(gateProblems(test.review, testClock(), u"G1"_s).isEmpty());
}

void TestGates::readsListsAsPeopleTypeThem()
{
    TestReview test;
    test.setRule(u"gate.G1"_s, u" teams.scope , ,teams.lead,\n teams.scope,"_s);
    QCOMPARE(gateChecks(test.review, u"G1"_s), QList<QByteArray>({"teams.scope", "teams.lead"}));
}

void TestGates::aCheckOfANewerVersionIsAProblem()
{
    TestReview test;
    test.setRule(u"gate.G3"_s, u"plan.order,consensus.telepathy"_s);
    const auto problems = gateProblems(test.review, testClock(), u"G3"_s);
    QCOMPARE(checksIn(problems), QList<QByteArray>({"consensus.telepathy"}));
    QVERIFY(problems.first().sentence.contains(u"G3"_s));
    QCOMPARE(test.review.kindOf(problems.first().record), Kind::Rule);
}

void TestGates::aWaiverMarksItsProblemOnly()
{
    TestReview test;
    const RecordId first(test.add(SubTeam()).uuid);
    const RecordId second(test.add(SubTeam()).uuid);
    test.setRule(u"gate.G1"_s, u"teams.lead,teams.scope"_s);
    test.add(waiver(u"teams.lead"_s, first, u"The lead starts on Monday."_s));
    const auto problems = gateProblems(test.review, testClock(), u"G1"_s);
    QCOMPARE(problems.size(), 4);
    for (const Problem &problem : problems) {
        const bool expected = problem.check == "teams.lead" && problem.record == first;
        QCOMPARE(problem.waived, expected);
        QCOMPARE(problem.waiverReason, expected ? u"The lead starts on Monday."_s : QString());
    }
    QVERIFY(first != second);
    QCOMPARE(runChecks(test.review, testClock()).size(), 8); // They stay listed.
}

void TestGates::aWaiverWithoutAReasonDoesNotCount()
{
    TestReview test;
    const RecordId team(test.add(SubTeam()).uuid);
    test.add(waiver(u"teams.lead"_s, team, u" "_s));
    QVERIFY(!problemsOf(test, "teams.lead").first().waived);
    test.add(waiver(u"teams.lead"_s, team, u"Agreed in Kobe."_s));
    QVERIFY(problemsOf(test, "teams.lead").first().waived);
}

void TestGates::aWaiverOfTheGateMarksEverything()
{
    for (const QString &name : {u"G1"_s, u"gate.G1"_s}) {
        TestReview test;
        const RecordId team(test.add(SubTeam()).uuid);
        test.setRule(u"gate.G1"_s, u"teams.lead,teams.scope"_s);
        test.add(waiver(u"teams.scope"_s, team, u"Own reason."_s));
        test.add(waiver(name, {}, u"The Board asked us to start."_s));
        for (const Problem &problem : gateProblems(test.review, testClock(), u"G1"_s)) {
            QVERIFY(problem.waived);
            QCOMPARE(problem.waiverReason,
                     problem.check == "teams.scope" ? u"Own reason."_s : u"The Board asked us to start."_s);
        }
        QVERIFY(!problemsOf(test, "teams.lead").first().waived); // Only the gate was passed.
    }
}

void TestGates::sortsByUrgency()
{
    TestReview test;
    const auto add = [&](const QString &key, const char *target, const char *deadline) {
        Milestone milestone;
        milestone.key = key;
        milestone.target = on(target);
        if (deadline)
            milestone.deadline = on(deadline);
        test.add(milestone);
    };
    add(u"M-010"_s, "2021-06-03", "2021-06-01"); // 2 days late.
    add(u"M-9"_s, "2021-06-03", "2021-06-01");   // 2 days late.
    add(u"M-001"_s, "2021-06-11", "2021-06-01"); // 10 days late.
    add(u"M-002"_s, "2020-01-01", nullptr);      // Overdue by 60 days, a warning only.
    QStringList order;
    for (const Problem &problem : runChecks(test.review, testClock()))
        order += test.review.find(problem.record)->key;
    QCOMPARE(order, QStringList({u"M-001"_s, u"M-9"_s, u"M-010"_s, u"M-002"_s}));
}

PLUMBLINE_TEST(TestGates)
} // namespace gates_test

#include "tst_gates.moc"
