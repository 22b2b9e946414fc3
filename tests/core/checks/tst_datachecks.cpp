#include "core/domain/baselineitem.h"
#include "core/domain/link.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "core/domain/waiver.h"
#include "tests/core/checks/problemsof.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace datachecks_test {

class TestDataChecks : public QObject
{
    Q_OBJECT

private slots:
    void duplicateKey();
    void conflictOfAField();
    void conflictOfALife();
    void missingReferenceToADeletedRecord();
    void missingReferenceToARecordOutsideThisCopy();
    void missingReferenceToAnotherKind();
    void missingReferenceSparesWhatRecordsThePast();
    void linksAreNamedByTheirType();
};

static Milestone keyed(const QString &key)
{
    Milestone milestone;
    milestone.key = key;
    milestone.title = u"Draft report"_s;
    return milestone;
}

void TestDataChecks::duplicateKey()
{
    TestReview test;
    const auto first = test.add(keyed(u"M-001"_s));
    const auto second = test.add(keyed(u"M-001"_s));
    test.add(keyed(u"M-002"_s));
    const auto faulty = faultyIn(test, "data.duplicateKey");
    QCOMPARE(QSet<RecordId>(faulty.cbegin(), faulty.cend()),
             QSet<RecordId>({RecordId(first.uuid), RecordId(second.uuid)}));
    const QString sentence = problemsOf(test, "data.duplicateKey").first().sentence;
    QVERIFY2(sentence.startsWith(u"M-001~"_s), qPrintable(sentence));
    test.remove(second);
    QCOMPARE(faultyIn(test, "data.duplicateKey"), nothing);
}

static Conflict conflictOn(RecordId record, const QByteArray &field)
{
    Conflict conflict;
    conflict.record = record;
    conflict.kind = Kind::Milestone;
    conflict.field = field;
    conflict.values = {{Value(u"a"_s), {}, {}}, {Value(u"b"_s), {}, {}}, {Value(u"c"_s), {}, {}}};
    return conflict;
}

void TestDataChecks::conflictOfAField()
{
    TestReview test;
    const RecordId id(test.add(keyed(u"M-001"_s)).uuid);
    test.add(keyed(u"M-002"_s));
    test.review.setConflict(id, "title", conflictOn(id, "title"));
    const auto problems = problemsOf(test, "data.conflict");
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().record, id);
    QCOMPARE(problems.first().level, ProblemLevel::Warning);
    QVERIFY2(problems.first().sentence.contains(u"3 different values in “Title”"_s),
             qPrintable(problems.first().sentence));
    test.review.setConflict(id, "title", std::nullopt);
    QVERIFY(problemsOf(test, "data.conflict").isEmpty());
}

void TestDataChecks::conflictOfALife()
{
    TestReview test;
    const RecordId id(test.add(keyed(u"M-001"_s)).uuid);
    test.review.setConflict(id, "life", conflictOn(id, "life"));
    QVERIFY(problemsOf(test, "data.conflict").value(0).sentence.contains(u"deleted"_s));
}

void TestDataChecks::missingReferenceToADeletedRecord()
{
    TestReview test;
    Milestone milestone = keyed(u"M-001"_s);
    SubTeam team;
    team.key = u"S1"_s;
    milestone.subteam = test.add(team);
    const auto id = test.add(milestone);
    QCOMPARE(faultyIn(test, "data.missingReference"), nothing);
    test.remove(milestone.subteam);
    QCOMPARE(faultyIn(test, "data.missingReference"), only(id));
    const QString sentence = problemsOf(test, "data.missingReference").first().sentence;
    QVERIFY2(sentence.contains(u"“Sub-team”"_s) && sentence.endsWith(u"deleted: S1."_s),
             qPrintable(sentence));
}

void TestDataChecks::missingReferenceToARecordOutsideThisCopy()
{
    TestReview test;
    Milestone milestone = keyed(u"M-001"_s);
    milestone.serves = MilestoneId(test.newId().uuid);
    const auto id = test.add(milestone);
    QCOMPARE(faultyIn(test, "data.missingReference"), only(id));
    QVERIFY(problemsOf(test, "data.missingReference").first().sentence.contains(u"not in this copy"_s));
}

void TestDataChecks::missingReferenceToAnotherKind()
{
    TestReview test;
    Milestone milestone = keyed(u"M-001"_s);
    milestone.serves = MilestoneId(test.add(SubTeam()).uuid);
    const auto id = test.add(milestone);
    QCOMPARE(faultyIn(test, "data.missingReference"), only(id));
}

void TestDataChecks::missingReferenceSparesWhatRecordsThePast()
{
    TestReview test;
    const auto milestone = test.add(keyed(u"M-001"_s));
    BaselineItem item;
    item.record = RecordId(milestone.uuid);
    test.add(item);
    Waiver waiver;
    waiver.on = RecordId(milestone.uuid);
    test.add(waiver);
    test.remove(milestone);
    QCOMPARE(faultyIn(test, "data.missingReference"), nothing);
}

void TestDataChecks::linksAreNamedByTheirType()
{
    TestReview test;
    Link link;
    link.type = LinkType::Supports;
    link.from = test.newId();
    const auto id = test.add(link);
    QCOMPARE(faultyIn(test, "data.missingReference"), only(id));
    const QString sentence = problemsOf(test, "data.missingReference").first().sentence;
    QVERIFY2(sentence.startsWith(u"Link “Supports” "_s), qPrintable(sentence));
}

PLUMBLINE_TEST(TestDataChecks)
} // namespace datachecks_test

#include "tst_datachecks.moc"
