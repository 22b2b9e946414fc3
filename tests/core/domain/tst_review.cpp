#include "core/domain/keys.h"
#include "core/domain/milestone.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace review_test {

class TestReviewClass : public QObject
{
    Q_OBJECT

private slots:
    void findsByTypedId();
    void keepsDeletedRecordsApart();
    void listsInTheOrderPeopleSee();
    void listsFollowEveryChange();
    void listsKeptAreListsSortedAnew();
    void aRecordOfAnotherKindIsOneOnly();
    void aCopyIsIndependent();
    void findsByKey();
    void duplicateKeysAreLivingOnes();
    void shownKeysHaveTailsWhileShared();
    void tailsGrowUntilTheyTell();
    void byKeySaysWhenItIsAmbiguous();
    void byKeyPrefersTheLiving();
    void rekeyingKeepsTheHighestNumber();
    void readsRules();
    void conflictsAreListedInOrder();
};

static Milestone keyed(const QString &key, const QString &order = {})
{
    Milestone milestone;
    milestone.key = key;
    milestone.place.order = order;
    return milestone;
}

void TestReviewClass::findsByTypedId()
{
    TestReview test;
    const auto milestone = test.add(keyed(u"M-001"_s));
    const auto person = test.add(Person());
    QCOMPARE(test.review.find(milestone)->key, u"M-001"_s);
    QVERIFY(test.review.find(person));
    QVERIFY(!test.review.find(MilestoneId(person.uuid))); // An id of another kind finds nothing.
    QVERIFY(test.review.find(RecordId(person.uuid)));
    QVERIFY(!test.review.find(MilestoneId()));
    QVERIFY(!test.review.find(MilestoneId(test.newId().uuid)));
    QCOMPARE(test.review.kindOf(RecordId(person.uuid)), Kind::Person);
    QCOMPARE(test.review.kindOf(test.newId()), std::nullopt);
}

void TestReviewClass::keepsDeletedRecordsApart()
{
    TestReview test;
    const auto id = test.add(keyed(u"M-001"_s));
    test.remove(id);
    QVERIFY(!test.review.find(id));
    QVERIFY(test.review.findAny(RecordId(id.uuid)));
    QVERIFY(test.review.all<Milestone>().empty());
    QCOMPARE(test.review.count(Kind::Milestone), 0);
    QCOMPARE(test.review.everyRecord(Kind::Milestone).size(), size_t(1));
    test.change(id, [](Milestone &milestone) { milestone.life = Life::DeletedWhileEdited; });
    QVERIFY(test.review.find(id)); // In dispute: shown until somebody decides.
    QCOMPARE(test.review.count(Kind::Milestone), 1);
}

void TestReviewClass::listsInTheOrderPeopleSee()
{
    TestReview test;
    test.add(keyed(u"M-010"_s));
    test.add(keyed(u"M-9"_s));
    test.add(keyed(u"M-001"_s, u"a1"_s));
    test.add(keyed(u"M-002"_s, u"a0"_s));
    test.add(keyed(u"M-003"_s, u"Zz"_s)); // Byte by byte: capitals before small letters.
    test.add(keyed({}, u"a2"_s));
    test.add(keyed({}, u"a2"_s));
    QStringList keys;
    std::vector<RecordId> ids;
    for (const Milestone *milestone : test.review.all<Milestone>()) {
        keys += milestone->key;
        ids.push_back(milestone->id);
    }
    QCOMPARE(keys,
             QStringList({u"M-9"_s, u"M-010"_s, u"M-003"_s, u"M-002"_s, u"M-001"_s, QString(), QString()}));
    QVERIFY(ids.at(5) < ids.at(6));
}

void TestReviewClass::listsFollowEveryChange()
{
    TestReview test;
    const auto first = test.add(keyed(u"M-001"_s, u"a0"_s));
    test.add(keyed(u"M-002"_s, u"a1"_s));
    QCOMPARE(test.review.all<Milestone>().front()->key, u"M-001"_s);
    test.change(first, [](Milestone &milestone) { milestone.place.order = u"a2"_s; });
    QCOMPARE(test.review.all<Milestone>().front()->key, u"M-002"_s);
    test.add(keyed(u"M-003"_s, u"Zz"_s));
    QCOMPARE(test.review.all<Milestone>().front()->key, u"M-003"_s);
}

void TestReviewClass::aCopyIsIndependent()
{
    TestReview test;
    const auto id = test.add(keyed(u"M-001"_s));
    QCOMPARE(test.review.count(Kind::Milestone), 1);
    const Review copy = test.review;
    test.change(id, [](Milestone &milestone) { milestone.title = u"Changed"_s; });
    test.add(keyed(u"M-002"_s));
    QCOMPARE(copy.count(Kind::Milestone), 1);
    QCOMPARE(copy.find(id)->title, QString());
    QVERIFY(!copy.byKey(u"M-002"_s));
}

void TestReviewClass::findsByKey()
{
    TestReview test;
    const auto id = test.add(keyed(u"M-001"_s));
    QCOMPARE(*test.review.byKey(u"M-001"_s), RecordId(id.uuid));
    QCOMPARE(*test.review.byKey(id.uuid.toString()), RecordId(id.uuid));
    QCOMPARE(*test.review.byKey(id.uuid.toString(QUuid::WithoutBraces)), RecordId(id.uuid));
    QCOMPARE(*test.review.byKey(u"M-001~"_s + idTail(id.uuid).left(2)), RecordId(id.uuid));
    for (const QString &key : {u"M-002"_s, QString(), u"m-001"_s, u"M-001~zzzz"_s, u"~"_s,
                               QUuid::createUuid().toString(QUuid::WithoutBraces)}) {
        const auto found = test.review.byKey(key);
        QVERIFY2(!found, qPrintable(key));
        QCOMPARE(found.error().code, ErrorCode::NotFound);
        QVERIFY(!found.error().sentence.isEmpty());
    }
    test.remove(id); // Keys are never reused, so the old one still names the deleted record.
    QCOMPARE(*test.review.byKey(u"M-001"_s), RecordId(id.uuid));
}

void TestReviewClass::duplicateKeysAreLivingOnes()
{
    TestReview test;
    const RecordId first(test.add(keyed(u"M-001"_s)).uuid);
    const auto second = test.add(keyed(u"M-001"_s));
    test.add(keyed(u"M-002"_s));
    test.add(keyed({}));
    test.add(keyed({})); // Records without a key share nothing.
    QList<RecordId> expected{first, RecordId(second.uuid)};
    std::sort(expected.begin(), expected.end());
    QCOMPARE(test.review.duplicateKeys(), expected);
    test.remove(second);
    QVERIFY(test.review.duplicateKeys().isEmpty());
}

void TestReviewClass::shownKeysHaveTailsWhileShared()
{
    TestReview test;
    const auto first = test.add(keyed(u"M-001"_s));
    QCOMPARE(test.review.shownKey(*test.review.find(first)), u"M-001"_s);
    Milestone other = keyed(u"M-001"_s);
    other.id = RecordId(QUuid(u"{ffffffff-0000-4000-8000-000000000001}"_s));
    const auto second = test.add(other);
    QCOMPARE(test.review.shownKey(*test.review.find(first)), u"M-001~00"_s);
    QCOMPARE(test.review.shownKey(*test.review.find(second)), u"M-001~zz"_s);
    QCOMPARE(*test.review.byKey(u"M-001~zz"_s), RecordId(second.uuid));
    QCOMPARE(*test.review.byKey(u"M-001~00"_s), RecordId(first.uuid));
    test.change(second, [](Milestone &milestone) { milestone.key = u"M-002"_s; });
    QCOMPARE(test.review.shownKey(*test.review.find(first)), u"M-001"_s);
    QCOMPARE(test.review.shownKey(*test.review.find(second)), u"M-002"_s);
}

void TestReviewClass::tailsGrowUntilTheyTell()
{
    TestReview test;
    QList<MilestoneId> ids;
    for (uchar last = 0; last < 8; ++last) { // Ids that differ in their last three bits only.
        Milestone milestone = keyed(u"M-001"_s);
        milestone.id = RecordId(QUuid(1, 2, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, last));
        ids += test.add(milestone);
    }
    QSet<QString> shown;
    for (const MilestoneId id : ids) {
        const QString key = test.review.shownKey(*test.review.find(id));
        QVERIFY2(!shown.contains(key), qPrintable(key));
        shown += key;
        const auto found = test.review.byKey(key);
        QVERIFY2(bool(found), qPrintable(key));
        QCOMPARE(*found, RecordId(id.uuid));
    }
}

void TestReviewClass::byKeySaysWhenItIsAmbiguous()
{
    TestReview test;
    const auto first = test.add(keyed(u"M-001"_s));
    test.add(keyed(u"M-001"_s));
    const auto found = test.review.byKey(u"M-001"_s);
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::BadInput);
    QVERIFY(found.error().sentence.contains(test.review.shownKey(*test.review.find(first))));
}

void TestReviewClass::byKeyPrefersTheLiving()
{
    TestReview test;
    const auto first = test.add(keyed(u"M-001"_s));
    const auto second = test.add(keyed(u"M-001"_s));
    test.remove(first);
    QCOMPARE(*test.review.byKey(u"M-001"_s), RecordId(second.uuid));
    test.remove(second);
    QVERIFY(!test.review.byKey(u"M-001"_s));
}

void TestReviewClass::rekeyingKeepsTheHighestNumber()
{
    TestReview test;
    QCOMPARE(test.review.highestKeyNumber(u"M-"_s), 0);
    const auto id = test.add(keyed(u"M-041"_s));
    test.add(keyed(u"M-S5-07"_s));
    QCOMPARE(test.review.highestKeyNumber(u"M-"_s), 41);
    QCOMPARE(test.review.highestKeyNumber(u"M-S5-"_s), 7);
    test.change(id, [](Milestone &milestone) { milestone.key = u"M-002"_s; });
    test.remove(id);
    QCOMPARE(test.review.highestKeyNumber(u"M-"_s), 41); // Numbers are never given twice.
    QVERIFY(!test.review.byKey(u"M-041"_s));
}

void TestReviewClass::readsRules()
{
    TestReview test;
    QCOMPARE(test.review.rule(u"minCommentDays"_s), QString());
    QCOMPARE(test.review.ruleNumber(u"minCommentDays"_s, 7), 7);
    test.setRule(u"minCommentDays"_s, u"40"_s);
    QCOMPARE(test.review.ruleNumber(u"minCommentDays"_s, 7), 40);
    test.setRule(u"minCommentDays"_s, u"forty"_s);
    QCOMPARE(test.review.rule(u"minCommentDays"_s), u"forty"_s);
    QCOMPARE(test.review.ruleNumber(u"minCommentDays"_s, 7), 7);
}

void TestReviewClass::conflictsAreListedInOrder()
{
    TestReview test;
    const auto conflict = [](const RecordId &record, Kind kind, const QString &id, const QByteArray &field) {
        Conflict open;
        open.id = id;
        open.record = record;
        open.kind = kind;
        open.field = field;
        return open;
    };
    const RecordId milestone(test.add(keyed(u"M-010"_s)).uuid);
    const RecordId other(test.add(keyed(u"M-9"_s)).uuid);
    const RecordId team(test.add(SubTeam()).uuid);
    for (const Conflict &open : {conflict(milestone, Kind::Milestone, u"M-010.title"_s, "title"),
                                 conflict(milestone, Kind::Milestone, u"M-010.target"_s, "target"),
                                 conflict(other, Kind::Milestone, u"M-9.title"_s, "title"),
                                 conflict(team, Kind::SubTeam, u"S1.scope"_s, "scope")})
        test.review.setConflict(open.record, open.field, open);
    QStringList ids;
    for (const Conflict &open : test.review.conflicts())
        ids += open.id;
    QCOMPARE(ids, QStringList({u"S1.scope"_s, u"M-9.title"_s, u"M-010.target"_s, u"M-010.title"_s}));
    QVERIFY(test.review.conflict(milestone, "title"));
    test.review.setConflict(milestone, "title", std::nullopt);
    test.review.setConflict(milestone, "unheard", std::nullopt);
    QVERIFY(!test.review.conflict(milestone, "title"));
    QVERIFY(test.review.conflict(milestone, "target"));
    QCOMPARE(test.review.conflicts().size(), 3);
}

/// Whatever is put in, in whatever order and number between two looks, the list is what sorting all of it would give.
void TestReviewClass::listsKeptAreListsSortedAnew()
{
    QRandomGenerator random(11);
    TestReview test;
    QList<MilestoneId> ids;
    const auto some = [&](std::initializer_list<const char *> words) {
        return QString::fromLatin1(*(words.begin() + random.bounded(int(words.size()))));
    };
    for (int round = 0; round < 300; ++round) {
        const int puts = random.bounded(10) == 0 ? 90 : random.bounded(4);
        for (int put = 0; put < puts; ++put) {
            if (ids.isEmpty() || random.bounded(5) == 0) {
                ids += test.add(keyed(u"M-%1"_s.arg(random.bounded(40)), some({"", "a0", "a1", "Zz", "b00"})));
                continue;
            }
            test.change(ids.at(random.bounded(ids.size())), [&](Milestone &m) {
                switch (random.bounded(4)) {
                case 0:
                    m.place.order = some({"", "a0", "a1", "Zz", "b00"});
                    break;
                case 1:
                    m.key = u"M-%1"_s.arg(random.bounded(40));
                    break;
                case 2:
                    m.life = m.life == Life::Deleted ? Life::Alive : Life::Deleted;
                    break;
                default:
                    m.title += u'x';
                }
            });
        }
        Review anew;
        for (const MilestoneId id : std::as_const(ids))
            anew.put(Kind::Milestone, test.review.share(RecordId(id.uuid)));
        QCOMPARE(test.review.list(Kind::Milestone), anew.list(Kind::Milestone));
    }
    QVERIFY(ids.size() > 100);
}

void TestReviewClass::aRecordOfAnotherKindIsOneOnly()
{
    TestReview test;
    const RecordId id(test.add(keyed(u"M-1"_s)).uuid);
    SubTeam team;
    team.id = id;
    test.add(team);
    QVERIFY(!test.review.find(MilestoneId(id.uuid)));
    QVERIFY(test.review.find(SubTeamId(id.uuid)));
    QVERIFY(test.review.list(Kind::Milestone).empty());
}

PLUMBLINE_TEST(TestReviewClass)
} // namespace review_test

#include "tst_review.moc"
