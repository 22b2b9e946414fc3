#include "core/domain/audience.h"
#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/person.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace groupchecks_test {

class TestGroupChecks : public QObject
{
    Q_OBJECT

private slots:
    void twoGroupsOfOneNumberAreNamed();
    void aGroupWithoutMembersIsNamed();
    void aMemberWhoseRecordIsGoneDoesNotCount();
    void recordsOfAGroupThatIsNotHereAreNamedOnce();
};

static ClosedGroup group(const QString &title)
{
    ClosedGroup group;
    group.title = title;
    return group;
}

static Link membership(PersonId person, ClosedGroupId group)
{
    Link link;
    link.type = LinkType::MemberOf;
    link.from = RecordId(person.uuid);
    link.to = RecordId(group.uuid);
    return link;
}

void TestGroupChecks::twoGroupsOfOneNumberAreNamed()
{
    // By chance the second of a thousand or so shares a number with one before it.
    QHash<int, QUuid> numbers;
    QList<QUuid> pair;
    for (uint i = 1; pair.isEmpty(); ++i) {
        const QUuid uuid(i, 1, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 3);
        const int number = audienceNumber(ClosedGroupId(uuid));
        if (numbers.contains(number))
            pair = {numbers.value(number), uuid};
        numbers.insert(number, uuid);
    }
    TestReview test;
    ClosedGroup first = group(u"Signers"_s);
    first.id = RecordId(pair.first());
    ClosedGroup second = group(u"Leadership"_s);
    second.id = RecordId(pair.last());
    test.add(first);
    QCOMPARE(faultyIn(test, "groups.sameNumber"), nothing);
    test.add(second);
    test.add(group(u"Third"_s));
    const auto problems = problemsOf(test, "groups.sameNumber");
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().sentence.contains(u"Signers"_s) && problems.first().sentence.contains(u"Leadership"_s));
}

void TestGroupChecks::aGroupWithoutMembersIsNamed()
{
    TestReview test;
    const auto person = test.add(Person());
    const auto empty = test.add(group(u"Signers"_s));
    const auto other = test.add(group(u"Leadership"_s));
    test.add(membership(person, other));
    QCOMPARE(faultyIn(test, "groups.members"), only(empty));
}

void TestGroupChecks::aMemberWhoseRecordIsGoneDoesNotCount()
{
    TestReview test;
    const auto person = test.add(Person());
    const auto signers = test.add(group(u"Signers"_s));
    test.add(membership(person, signers));
    QCOMPARE(faultyIn(test, "groups.members"), nothing);
    test.remove(person);
    QCOMPARE(faultyIn(test, "groups.members"), only(signers));
}

void TestGroupChecks::recordsOfAGroupThatIsNotHereAreNamedOnce()
{
    TestReview test;
    const auto signers = test.add(group(u"Signers"_s));
    Finding known;
    known.audience = audienceNumber(signers);
    test.add(known);
    QCOMPARE(faultyIn(test, "groups.unknown"), nothing);
    Finding lost;
    lost.audience = known.audience == 7 ? 8 : 7;
    test.add(lost);
    test.add(lost = Finding(lost));
    const auto problems = problemsOf(test, "groups.unknown");
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().level, ProblemLevel::Hint);
    QVERIFY(problems.first().sentence.contains(u"2 record"_s));
}

PLUMBLINE_TEST(TestGroupChecks)
} // namespace groupchecks_test

#include "tst_groupchecks.moc"
