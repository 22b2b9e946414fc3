#include "core/domain/changeset.h"

#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/domain/subteam.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace changeset_test {

class TestChangeSet : public QObject
{
    Q_OBJECT

private slots:
    void mintsTheNextKey();
    void mintsInTheScopeOfTheSubTeam();
    void mintsOneAfterTheOtherWithinOneSet();
    void mintsBelowASubTeamCreatedInTheSameSet();
    void neverGivesTheKeyOfADeletedRecord();
    void countsKeysSetByHandInTheSameSet();
    void forgetsKeysOfEditsTakenOutAgain();
    void kindsWithoutKeysGetNone();
    void keepsTheGivenId();
    void setsByMember();
    void remembersWhatItWasMadeFrom();
    void listsWhatIsToBeDoneInOrder();
};

/// The key a change set gives to a record.
static QString keyOf(const ChangeSet &changes, RecordId record)
{
    QString key;
    for (const Edit &edit : changes.edits) {
        if (edit.what == Edit::Set && edit.record == record && edit.field == "key")
            key = edit.value.toText();
    }
    return key;
}

template<class T>
static QString createOne(ChangeSet &changes, const Review &review, SubTeamId team = {})
{
    return keyOf(changes, RecordId(changes.create<T>(review, team).uuid));
}

template<class T>
static T keyed(const QString &key)
{
    T record;
    record.key = key;
    return record;
}

void TestChangeSet::mintsTheNextKey()
{
    TestReview test;
    ChangeSet empty;
    QCOMPARE(createOne<Milestone>(empty, test.review), u"M-001"_s);
    QCOMPARE(createOne<SubTeam>(empty, test.review), u"S1"_s);
    test.add(keyed<Milestone>(u"M-041"_s));
    test.add(keyed<SubTeam>(u"S9"_s));
    ChangeSet changes;
    QCOMPARE(createOne<Milestone>(changes, test.review), u"M-042"_s);
    QCOMPARE(createOne<SubTeam>(changes, test.review), u"S10"_s);
}

void TestChangeSet::mintsInTheScopeOfTheSubTeam()
{
    TestReview test;
    const auto team = test.add(keyed<SubTeam>(u"S2"_s));
    const auto other = test.add(keyed<SubTeam>(u"S20"_s));
    test.add(keyed<Recommendation>(u"R-S2-03"_s));
    test.add(keyed<Recommendation>(u"R-017"_s));
    ChangeSet changes;
    QCOMPARE(createOne<Recommendation>(changes, test.review, team), u"R-S2-04"_s);
    QCOMPARE(createOne<Recommendation>(changes, test.review, other), u"R-S20-01"_s);
    QCOMPARE(createOne<Recommendation>(changes, test.review), u"R-018"_s);
    QCOMPARE(createOne<Milestone>(changes, test.review, team), u"M-S2-01"_s);
}

void TestChangeSet::mintsOneAfterTheOtherWithinOneSet()
{
    TestReview test;
    const auto team = test.add(keyed<SubTeam>(u"S2"_s));
    ChangeSet changes;
    for (int i = 1; i <= 12; ++i) {
        QCOMPARE(createOne<Milestone>(changes, test.review), u"M-%1"_s.arg(i, 3, 10, QLatin1Char('0')));
        QCOMPARE(createOne<Milestone>(changes, test.review, team),
                 u"M-S2-%1"_s.arg(i, 2, 10, QLatin1Char('0')));
    }
}

void TestChangeSet::mintsBelowASubTeamCreatedInTheSameSet()
{
    TestReview test;
    test.add(keyed<SubTeam>(u"S4"_s));
    ChangeSet changes;
    const auto team = changes.create<SubTeam>(test.review);
    QCOMPARE(keyOf(changes, RecordId(team.uuid)), u"S5"_s);
    QCOMPARE(createOne<Milestone>(changes, test.review, team), u"M-S5-01"_s);
    QCOMPARE(createOne<Milestone>(changes, test.review, team), u"M-S5-02"_s);
}

void TestChangeSet::neverGivesTheKeyOfADeletedRecord()
{
    TestReview test;
    test.remove(test.add(keyed<Milestone>(u"M-001"_s)));
    ChangeSet changes;
    QCOMPARE(createOne<Milestone>(changes, test.review), u"M-002"_s);
}

void TestChangeSet::countsKeysSetByHandInTheSameSet()
{
    TestReview test;
    ChangeSet changes;
    changes.set(Kind::Milestone, test.newId(), "key", Value(u"M-007"_s));
    QCOMPARE(createOne<Milestone>(changes, test.review), u"M-008"_s);
}

void TestChangeSet::forgetsKeysOfEditsTakenOutAgain()
{
    TestReview test;
    ChangeSet changes;
    QCOMPARE(createOne<Milestone>(changes, test.review), u"M-001"_s);
    const qsizetype kept = changes.edits.size();
    QCOMPARE(createOne<Milestone>(changes, test.review), u"M-002"_s);
    changes.edits.resize(kept);
    QCOMPARE(createOne<Milestone>(changes, test.review), u"M-002"_s);
}

void TestChangeSet::kindsWithoutKeysGetNone()
{
    TestReview test;
    ChangeSet changes;
    const RecordId link = changes.create(test.review, Kind::Link);
    QCOMPARE(changes.edits.size(), 1);
    QCOMPARE(changes.edits.first().what, Edit::Create);
    QCOMPARE(changes.edits.first().record, link);
    QVERIFY(!link.isNull());
}

void TestChangeSet::keepsTheGivenId()
{
    TestReview test;
    ChangeSet changes;
    const RecordId id = test.newId();
    QCOMPARE(changes.create(test.review, Kind::Milestone, {}, id), id);
    QVERIFY(changes.create(test.review, Kind::Milestone) != changes.create(test.review, Kind::Milestone));
}

void TestChangeSet::setsByMember()
{
    ChangeSet changes;
    const MilestoneId id(QUuid::createUuid());
    changes.set<&Milestone::target>(id, on("2020-01-24"));
    changes.set<&Milestone::type>(id, MilestoneType::Freeze);
    changes.set<&Milestone::subteam>(id, SubTeamId());
    QCOMPARE(changes.edits.size(), 3);
    QCOMPARE(changes.edits.at(0).field, QByteArray("target"));
    QCOMPARE(changes.edits.at(0).value, Value(u"2020-01-24"_s));
    QCOMPARE(changes.edits.at(1).field, QByteArray("type"));
    QCOMPARE(changes.edits.at(1).value, Value(u"freeze"_s));
    QCOMPARE(changes.edits.at(2).field, QByteArray("subteam"));
    QVERIFY(changes.edits.at(2).value.isNull());
    QCOMPARE(changes.edits.at(2).kind, Kind::Milestone);
}

void TestChangeSet::remembersWhatItWasMadeFrom()
{
    TestReview test;
    test.review.setPosition(4711);
    const ChangeSet changes(test.review, Cause::Import);
    QCOMPARE(changes.readAt, 4711);
    QCOMPARE(changes.cause, Cause::Import);
    QVERIFY(changes.isEmpty());
}

void TestChangeSet::listsWhatIsToBeDoneInOrder()
{
    ChangeSet changes;
    const RecordId id(QUuid::createUuid());
    changes.resolve(Kind::Milestone, id, "title", Value(u"Draft"_s));
    changes.remove(Kind::Milestone, id);
    changes.restore(Kind::Milestone, id);
    QList<Edit::What> what;
    for (const Edit &edit : std::as_const(changes.edits)) {
        QCOMPARE(edit.record, id);
        what += edit.what;
    }
    QCOMPARE(what, QList<Edit::What>({Edit::Resolve, Edit::Delete, Edit::Restore}));
}

PLUMBLINE_TEST(TestChangeSet)
} // namespace changeset_test

#include "tst_changeset.moc"
