#include "core/domain/audience.h"
#include "core/domain/audiencerules.h"
#include "core/domain/decision.h"
#include "core/domain/finding.h"
#include "core/domain/identity.h"
#include "core/domain/link.h"
#include "core/domain/note.h"
#include "core/domain/numbers.h"
#include "core/domain/person.h"
#include "core/domain/recommendation.h"
#include "core/domain/recommendationgroup.h"
#include "core/domain/subteam.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace audience_test {

class TestAudience : public QObject
{
    Q_OBJECT

private slots:
    void theNumberFollowsFromTheGroupsId();
    void anAudienceIsNamedByKeyNameOrTeam();
    void closedRecordsAreNumberedByTheirGroup();
    void closedRecommendationsDoNotShiftTheNumbersOthersRead();
    void theSameSourceOfTheTeamAndOfAGroupAreTwoRecords();
    void aLinkBelongsToTheClosedGroupOfItsClosedEnd();
    void aNoteBelongsToTheGroupOfItsRecordAlsoWhenBothAreNew();
    void aLinkBetweenTwoGroupsIsRefused();
    void aRecordOfTheTeamCannotNameAClosedOne();
    void aRecordCannotNameOneOfAnotherGroup();
    void whatEverybodyLeansOnCannotBeClosed();
    void whatIsNotInThisCopyDoesNotCount();

private:
    struct Groups;
};

struct TestAudience::Groups {
    TestReview test;
    int one = 0;
    int two = 0;
    FindingId open;
    FindingId ofOne;
    FindingId ofTwo;

    Groups()
    {
        test.review.setUuid(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        const auto group = [&](const QString &key, const QString &title) {
            ClosedGroup closed;
            closed.key = key;
            closed.title = title;
            return audienceNumber(test.add(closed));
        };
        one = group(u"G1"_s, u"Signers"_s);
        two = group(u"G2"_s, u"Leadership"_s);
        const auto finding = [&](const QString &key, int audience) {
            Finding made;
            made.key = key;
            made.audience = audience;
            return test.add(made);
        };
        open = finding(u"F-001"_s, wholeTeam);
        ofOne = finding(u"F-G1-01"_s, one);
        ofTwo = finding(u"F-G2-01"_s, two);
    }

    ChangeSet edit() const { return ChangeSet(test.review, Cause::Edit); }
    ChangeSet link(FindingId from, FindingId to) const
    {
        ChangeSet changes = edit();
        const LinkId id = changes.create<Link>(test.review);
        changes.set<&Link::type>(id, LinkType::Supports);
        changes.set<&Link::from>(id, RecordId(from.uuid));
        changes.set<&Link::to>(id, RecordId(to.uuid));
        return changes;
    }
};

void TestAudience::theNumberFollowsFromTheGroupsId()
{
    // Computed by another program from docs/file-format.md.
    QCOMPARE(audienceNumber(ClosedGroupId(QUuid::fromString(u"7ae0a4a1-6b3c-4f5e-9d43-0a1b2c3d4e5f"))), 669441);
    QCOMPARE(audienceNumber(ClosedGroupId(QUuid::fromString(u"00000001-7e57-4000-8000-000000000001"))), 229106);
}

void TestAudience::anAudienceIsNamedByKeyNameOrTeam()
{
    const Groups groups;
    const Review &review = groups.test.review;
    QCOMPARE(*audienceNamed(review, u"team"_s), wholeTeam);
    QCOMPARE(*audienceNamed(review, u"G2"_s), groups.two);
    QCOMPARE(*audienceNamed(review, u"signers"_s), groups.one);
    const auto none = audienceNamed(review, u"G3"_s);
    QVERIFY(!none && none.error().sentence.contains(u"G1"_s));
    QCOMPARE(audienceName(review, groups.one), u"Signers"_s);
    QCOMPARE(audiences(review), (QList<int>{wholeTeam, groups.one, groups.two}));
}

void TestAudience::closedRecordsAreNumberedByTheirGroup()
{
    Groups groups;
    SubTeam team;
    team.key = u"S5"_s;
    const auto subTeam = groups.test.add(team);
    const auto keyOf = [&](int audience) {
        ChangeSet changes = groups.edit();
        changes.create(groups.test.review, Kind::Finding, subTeam, {}, audience);
        return changes.edits.last().value.toText();
    };
    QCOMPARE(keyOf(groups.one), u"F-G1-02"_s);
    QCOMPARE(keyOf(wholeTeam), u"F-S5-01"_s);
    ChangeSet changes = groups.edit();
    changes.create<ClosedGroup>(groups.test.review);
    QCOMPARE(changes.edits.last().value.toText(), u"G3"_s);
}

void TestAudience::closedRecommendationsDoNotShiftTheNumbersOthersRead()
{
    Groups groups;
    TestReview &test = groups.test;
    const auto group = [&](int audience, const QString &order) {
        RecommendationGroup made;
        made.audience = audience;
        made.place.order = order;
        return test.add(made);
    };
    const auto recommendation = [&](RecommendationGroupId in, int audience, const QString &order) {
        Recommendation made;
        made.group = in;
        made.audience = audience;
        made.place.order = order;
        return test.add(made);
    };
    group(groups.one, u"a0"_s);
    const auto open = group(wholeTeam, u"a1"_s);
    recommendation(open, groups.one, u"a0"_s);
    const auto first = recommendation(open, wholeTeam, u"a1"_s);
    const auto numbers = recommendationNumbers(test.review);
    QCOMPARE(numbers.size(), 1);
    QCOMPARE(numbers.value(first).toText(), u"1.1"_s);
}

void TestAudience::theSameSourceOfTheTeamAndOfAGroupAreTwoRecords()
{
    const QUuid review(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    const QHash<QByteArray, Value> source{{"url", Value(u"https://example.org/study"_s)}};
    const RecordId open = naturalId(review, Kind::DataSource, source);
    const RecordId closed = naturalId(review, Kind::DataSource, source, 7);
    QVERIFY(open != closed);
    QVERIFY(closed != naturalId(review, Kind::DataSource, source, 8));
    QCOMPARE(closed, naturalId(review, Kind::DataSource, source, 7));
}

void TestAudience::aLinkBelongsToTheClosedGroupOfItsClosedEnd()
{
    const Groups groups;
    for (const auto &[from, to, audience] : {std::tuple(groups.open, groups.ofOne, groups.one),
                                             std::tuple(groups.ofTwo, groups.open, groups.two),
                                             std::tuple(groups.ofOne, groups.ofOne, groups.one),
                                             std::tuple(groups.open, groups.open, wholeTeam)}) {
        ChangeSet changes = groups.link(from, to);
        QVERIFY(settleAudiences(groups.test.review, changes));
        QCOMPARE(changes.edits.first().audience, audience);
    }
}

void TestAudience::aNoteBelongsToTheGroupOfItsRecordAlsoWhenBothAreNew()
{
    const Groups groups;
    ChangeSet changes = groups.edit();
    const RecordId finding = changes.create(groups.test.review, Kind::Finding, {}, {}, groups.one);
    const NoteId note = changes.create<Note>(groups.test.review);
    changes.set<&Note::on>(note, finding);
    QVERIFY(settleAudiences(groups.test.review, changes));
    for (const Edit &edit : std::as_const(changes.edits)) {
        if (edit.what == Edit::Create)
            QCOMPARE(edit.audience, groups.one);
    }
}

void TestAudience::aLinkBetweenTwoGroupsIsRefused()
{
    const Groups groups;
    ChangeSet changes = groups.link(groups.ofOne, groups.ofTwo);
    const Status status = settleAudiences(groups.test.review, changes);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Refused);
    for (const QString &word : {u"F-G1-01"_s, u"F-G2-01"_s, u"Signers"_s, u"Leadership"_s})
        QVERIFY2(status.error().sentence.contains(word), qPrintable(status.error().sentence));
    // Not even when the one who makes it says whom it is for.
    ChangeSet forced = groups.link(groups.open, groups.ofTwo);
    forced.edits.first().audience = groups.one;
    QVERIFY(!settleAudiences(groups.test.review, forced));
}

void TestAudience::aRecordOfTheTeamCannotNameAClosedOne()
{
    Groups groups;
    Decision decision;
    decision.audience = groups.one;
    const auto closed = groups.test.add(decision);
    const auto subTeam = groups.test.add(SubTeam());
    ChangeSet changes = groups.edit();
    changes.set<&SubTeam::formed>(subTeam, closed);
    const Status status = settleAudiences(groups.test.review, changes);
    QVERIFY(!status);
    QCOMPARE(status.error().field, u"formed"_s);
    // Nor by the place it stands at.
    ChangeSet below = groups.edit();
    below.set(Kind::Finding, RecordId(groups.open.uuid), "~place",
              toValue(Place{RecordId(groups.ofOne.uuid), u"a0"_s}));
    QVERIFY(!settleAudiences(groups.test.review, below));
    // The other way round nothing is given away.
    ChangeSet inside = groups.edit();
    inside.set<&Finding::subteam>(groups.ofOne, subTeam);
    QVERIFY(settleAudiences(groups.test.review, inside));
}

void TestAudience::aRecordCannotNameOneOfAnotherGroup()
{
    Groups groups;
    SubTeam team;
    team.audience = groups.two;
    const auto closed = groups.test.add(team);
    ChangeSet changes = groups.edit();
    changes.set<&Finding::subteam>(groups.ofOne, closed);
    QVERIFY(!settleAudiences(groups.test.review, changes));
    ChangeSet same = groups.edit();
    same.set<&Finding::subteam>(groups.ofTwo, closed);
    QVERIFY(settleAudiences(groups.test.review, same));
}

void TestAudience::whatEverybodyLeansOnCannotBeClosed()
{
    const Groups groups;
    for (const Kind kind : {Kind::Person, Kind::ClosedGroup, Kind::Rule}) {
        ChangeSet changes = groups.edit();
        changes.create(groups.test.review, kind, {}, {}, groups.one);
        QVERIFY(!settleAudiences(groups.test.review, changes));
    }
}

void TestAudience::whatIsNotInThisCopyDoesNotCount()
{
    const Groups groups;
    ChangeSet changes = groups.link(groups.ofOne, FindingId(QUuid::createUuid()));
    QVERIFY(settleAudiences(groups.test.review, changes));
    QCOMPARE(changes.edits.first().audience, groups.one);
}

PLUMBLINE_TEST(TestAudience)
} // namespace audience_test

#include "tst_audience.moc"
