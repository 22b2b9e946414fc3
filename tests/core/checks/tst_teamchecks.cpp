#include "core/checks/teamstate.h"
#include "core/domain/decision.h"
#include "core/domain/membership.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace teamchecks_test {

class TestTeamChecks : public QObject
{
    Q_OBJECT

private slots:
    void leadIsExactlyOne();
    void leadMustBeCurrent_data();
    void leadMustBeCurrent();
    void leadOfTheFullTeamOrAnotherSubTeamDoesNotCount();
    void leadTwiceOnRecordIsOnePerson();
    void leadWhoseRecordIsGoneDoesNotCount();
    void leadIsAskedOfActiveSubTeamsOnly_data();
    void leadIsAskedOfActiveSubTeamsOnly();
    void scope();
    void formed();
};

static SubTeam subTeam(SubTeamState state = SubTeamState::Active)
{
    SubTeam team;
    team.state = state;
    team.scope = u"Abuse of the DNS."_s;
    return team;
}

static Membership leading(TestReview &test, SubTeamId team)
{
    Membership membership;
    membership.person = test.add(Person());
    membership.role = Role::Lead;
    membership.subteam = team;
    return membership;
}

void TestTeamChecks::leadIsExactlyOne()
{
    TestReview test;
    const auto none = test.add(subTeam());
    const auto one = test.add(subTeam());
    const auto two = test.add(subTeam());
    test.add(leading(test, one));
    test.add(leading(test, two));
    const auto second = test.add(leading(test, two));
    Membership member = leading(test, one);
    member.role = Role::Member;
    test.add(member);
    const auto faulty = faultyIn(test, "teams.lead");
    QCOMPARE(QSet<RecordId>(faulty.cbegin(), faulty.cend()),
             QSet<RecordId>({RecordId(none.uuid), RecordId(two.uuid)}));
    test.remove(second);
    test.add(leading(test, none));
    QCOMPARE(faultyIn(test, "teams.lead"), nothing);
}

void TestTeamChecks::leadMustBeCurrent_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("current");
    const QByteArray none;
    QTest::newRow("always") << none << none << true;
    QTest::newRow("begins today") << QByteArray("2020-03-01") << none << true;
    QTest::newRow("begins tomorrow") << QByteArray("2020-03-02") << none << false;
    QTest::newRow("begins this month") << QByteArray("2020-03") << none << true;
    QTest::newRow("begins some day") << QByteArray("TBD") << none << false;
    QTest::newRow("ends today") << none << QByteArray("2020-03-01") << true;
    QTest::newRow("ended yesterday") << none << QByteArray("2020-02-29") << false;
    QTest::newRow("ended last month") << none << QByteArray("2020-02") << false;
    QTest::newRow("ends some day") << none << QByteArray("TBD") << true;
}

void TestTeamChecks::leadMustBeCurrent()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, current);
    TestReview test;
    const auto team = test.add(subTeam());
    Membership membership = leading(test, team);
    if (!from.isEmpty())
        membership.from = on(from);
    if (!to.isEmpty())
        membership.to = on(to);
    test.add(membership);
    QCOMPARE(isCurrent(membership, testClock().today()), current);
    QCOMPARE(faultyIn(test, "teams.lead"), current ? nothing : only(team));
}

void TestTeamChecks::leadOfTheFullTeamOrAnotherSubTeamDoesNotCount()
{
    TestReview test;
    const auto team = test.add(subTeam());
    test.add(leading(test, {}));
    test.add(leading(test, test.add(subTeam(SubTeamState::Closed))));
    QCOMPARE(faultyIn(test, "teams.lead"), only(team));
}

void TestTeamChecks::leadTwiceOnRecordIsOnePerson()
{
    TestReview test;
    Membership membership = leading(test, test.add(subTeam()));
    test.add(membership);
    test.add(membership);
    QCOMPARE(faultyIn(test, "teams.lead"), nothing);
}

void TestTeamChecks::leadWhoseRecordIsGoneDoesNotCount()
{
    TestReview test;
    const auto team = test.add(subTeam());
    const Membership membership = leading(test, team);
    test.add(membership);
    test.remove(membership.person);
    QCOMPARE(faultyIn(test, "teams.lead"), only(team));
}

void TestTeamChecks::leadIsAskedOfActiveSubTeamsOnly_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("asked");
    QTest::newRow("active") << u"active"_s << true;
    QTest::newRow("none") << QString() << true;
    QTest::newRow("of a newer version") << u"hibernating"_s << true;
    QTest::newRow("proposed") << u"proposed"_s << false;
    QTest::newRow("reported") << u"reported"_s << false;
    QTest::newRow("closed") << u"closed"_s << false;
}

void TestTeamChecks::leadIsAskedOfActiveSubTeamsOnly()
{
    QFETCH(QString, state);
    QFETCH(bool, asked);
    TestReview test;
    SubTeam team;
    team.state = state.isEmpty() ? Choice<SubTeamState>() : Choice<SubTeamState>::fromWord(state);
    const auto id = test.add(team);
    QCOMPARE(isAtWork(team), asked);
    QCOMPARE(faultyIn(test, "teams.lead"), asked ? only(id) : nothing);
}

void TestTeamChecks::scope()
{
    TestReview test;
    SubTeam team = subTeam();
    test.add(team);
    team.scope = u" \n"_s;
    const auto without = test.add(team);
    team.state = SubTeamState::Closed;
    test.add(team);
    QCOMPARE(faultyIn(test, "teams.scope"), only(without));
}

void TestTeamChecks::formed()
{
    TestReview test;
    SubTeam team = subTeam();
    const auto without = test.add(team);
    const auto decision = test.add(Decision());
    team.formed = decision;
    const auto with = test.add(team);
    test.add(subTeam(SubTeamState::Proposed));
    QCOMPARE(faultyIn(test, "teams.formed"), only(without));
    test.remove(without);
    test.remove(decision);
    QCOMPARE(faultyIn(test, "teams.formed"), only(with));
    test.change(with, [&](SubTeam &elsewhere) { elsewhere.formed = DecisionId(test.newId().uuid); });
    QCOMPARE(faultyIn(test, "teams.formed"), nothing);
}

PLUMBLINE_TEST(TestTeamChecks)
} // namespace teamchecks_test

#include "tst_teamchecks.moc"
