#include "core/domain/publishing.h"

#include "core/domain/closedgroup.h"
#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/person.h"
#include "core/domain/waiver.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace publishing_test {

class TestPublishing : public QObject
{
    Q_OBJECT

private slots:
    void everyKindAndFieldHasAnEntry();
    void howToReachPeopleIsWithheld();
    void closedAndDeletedRecordsDoNotAppear();
    void whatSpeaksOfAWithheldRecordIsWithheld();
    void whatSpeaksOfThatIsWithheldAsWell();
    void membershipsOfClosedGroupsAreWithheld();
};

/// Whoever adds a kind or a field decides here whether outsiders may read it.
void TestPublishing::everyKindAndFieldHasAnEntry()
{
    QCOMPARE(publishingRules().size(), kindCount);
    for (const Kind kind : allKinds()) {
        const PublishingRule &rule = publishingRules().at(qsizetype(kind));
        QCOMPARE(rule.kind, kind);
        QVERIFY(*rule.reason != 0);
        QVERIFY2(rule.published || rule.shown.isEmpty(), describe(kind).name);
        QList<QByteArray> listed = rule.shown + rule.withheld;
        QList<QByteArray> described;
        for (const Field &field : describe(kind).fields)
            described += field.name;
        std::sort(listed.begin(), listed.end());
        std::sort(described.begin(), described.end());
        QVERIFY2(listed == described,
                 QByteArray(describe(kind).name) + ": in core/domain/publishing.cpp stand " + listed.join(' ') +
                     ", described are " + described.join(' '));
    }
}

void TestPublishing::howToReachPeopleIsWithheld()
{
    QVERIFY(isPublished(Kind::Person, "name"));
    QVERIFY(!isPublished(Kind::Person, "email"));
    QVERIFY(!isPublished(Kind::Note));
    QVERIFY(!isPublished(Kind::Note, "text"));
    QVERIFY(!isPublished(Kind::Finding, "unheardof"));
}

static Link linkOf(LinkType type, RecordId from, RecordId to)
{
    Link link;
    link.type = type;
    link.from = from;
    link.to = to;
    return link;
}

template<class T>
static RecordId idOf(Id<T> id)
{
    return RecordId(id.uuid);
}

void TestPublishing::closedAndDeletedRecordsDoNotAppear()
{
    TestReview test;
    const auto open = test.add(Finding());
    Finding secret;
    secret.audience = 7;
    test.add(secret);
    const auto gone = test.add(Finding());
    test.remove(gone);
    QCOMPARE(publishableRecords(test.review), (QSet<RecordId>{idOf(open)}));
}

void TestPublishing::whatSpeaksOfAWithheldRecordIsWithheld()
{
    TestReview test;
    const auto open = test.add(Finding());
    const auto other = test.add(Finding());
    const auto gone = test.add(Finding());
    test.remove(gone);
    const auto kept = test.add(linkOf(LinkType::Supports, idOf(open), idOf(other)));
    test.add(linkOf(LinkType::Supports, idOf(open), idOf(gone)));
    test.add(linkOf(LinkType::Supports, idOf(open), RecordId(QUuid::createUuid())));
    QCOMPARE(publishableRecords(test.review), (QSet<RecordId>{idOf(open), idOf(other), idOf(kept)}));
}

void TestPublishing::whatSpeaksOfThatIsWithheldAsWell()
{
    TestReview test;
    const auto open = test.add(Finding());
    Waiver waiver;
    waiver.on = test.newId();
    waiver.id = test.newId();
    Link link = linkOf(LinkType::Supports, idOf(open), test.newId());
    link.id = waiver.on;
    test.add(waiver);
    test.add(link);
    QCOMPARE(publishableRecords(test.review), (QSet<RecordId>{idOf(open)}));
}

void TestPublishing::membershipsOfClosedGroupsAreWithheld()
{
    TestReview test;
    const auto person = test.add(Person());
    const auto group = test.add(ClosedGroup());
    test.add(linkOf(LinkType::MemberOf, idOf(person), idOf(group)));
    QCOMPARE(publishableRecords(test.review), (QSet<RecordId>{idOf(person)}));
}

PLUMBLINE_TEST(TestPublishing)
} // namespace publishing_test

#include "tst_publishing.moc"
