#include "core/edits/conflicts.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace conflicts_test {

class TestConflicts : public QObject
{
    Q_OBJECT

private slots:
    void takesTheValueOfThatNumber_data();
    void takesTheValueOfThatNumber();
    void takesAnotherValueWrittenAsInFiles();
    void takesAnotherNumberOrReference();
    void aConflictIsNamedByKeyOrById();
    void whatIsNotInConflictIsNotFound();
    void aNumberThatIsNotOfferedIsNotFound();
    void aValueThatDoesNotFitIsRefused();
    void aDisputedRecordIsDeletedByTakingOne();
    void aDisputedRecordIsKeptByTakingTwo();
    void aDisputedRecordTakesNoText();
    void aResolutionIsRecordedAsOne();
};

/// Two people who edited one milestone apart; the first has the work of both.
struct Dispute {
    Desk ada;
    std::unique_ptr<Desk> ben;

    Dispute(const QByteArray &ofAda, const QByteArray &ofBen)
    {
        ada.apply(R"([{"create":"subteam"},{"create":"subteam"},
                      {"create":"milestone","set":{"title":"Draft","target":"2020-01"}}])");
        ben = std::make_unique<Desk>(ada, "Ben");
        ada.apply(ofAda);
        ben->apply(ofBen);
        ada.takeFrom(*ben);
    }
    const Milestone &milestone() const { return ada.milestone(u"M-001"_s); }
    Status commit(const Result<ChangeSet> &changes)
    {
        const auto done = ada.session->commit(changes);
        return done ? Status() : Status(done.error());
    }
};

static Dispute titles()
{
    return {R"({"set":{"M-001":{"title":"of Ada"}}})", R"({"set":{"M-001":{"title":"of Ben"}}})"};
}

void TestConflicts::takesTheValueOfThatNumber_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("first") << 1;
    QTest::newRow("second") << 2;
}

void TestConflicts::takesTheValueOfThatNumber()
{
    QFETCH(int, number);
    Dispute dispute = titles();
    const QString wanted =
        must(conflictNamed(dispute.ada.review(), u"M-001.title"_s)).values.at(number - 1).value.toText();
    must(dispute.commit(takeConflictValue(dispute.ada.session->context(), u"M-001.title"_s, number)));
    QCOMPARE(dispute.milestone().title, wanted);
    QVERIFY(dispute.ada.review().conflicts().isEmpty());
    dispute.ben->takeFrom(dispute.ada);
    QVERIFY(dispute.ben->review().conflicts().isEmpty());
    QCOMPARE(dispute.ben->dump(), dispute.ada.dump());
}

void TestConflicts::takesAnotherValueWrittenAsInFiles()
{
    Dispute dispute(R"({"set":{"M-001":{"target":"2020-02"}}})", R"({"set":{"M-001":{"target":"2020-03"}}})");
    must(dispute.commit(settleConflict(dispute.ada.session->context(), u"M-001.target"_s, u"2020-Q2"_s)));
    QCOMPARE(dispute.milestone().target->toText(), u"2020-Q2"_s);
    QVERIFY(dispute.ada.review().conflicts().isEmpty());
}

void TestConflicts::takesAnotherNumberOrReference()
{
    Dispute numbers(R"({"set":{"M-001":{"progress":10}}})", R"({"set":{"M-001":{"progress":20}}})");
    must(numbers.commit(settleConflict(numbers.ada.session->context(), u"M-001.progress"_s, u"15"_s)));
    QCOMPARE(numbers.milestone().progress, std::optional<qint64>(15));
    Dispute references(R"({"set":{"M-001":{"subteam":"S1"}}})", R"({"set":{"M-001":{"subteam":"S2"}}})");
    must(references.commit(settleConflict(references.ada.session->context(), u"M-001.subteam"_s, u"S2"_s)));
    QCOMPARE(references.milestone().subteam.uuid, references.ada.byKey(u"S2"_s).uuid);
}

void TestConflicts::aConflictIsNamedByKeyOrById()
{
    const Dispute dispute = titles();
    const QString id = dispute.milestone().id.uuid.toString(QUuid::WithoutBraces);
    QVERIFY(conflictNamed(dispute.ada.review(), u"M-001.title"_s));
    QVERIFY(conflictNamed(dispute.ada.review(), id + u".title"_s));
}

void TestConflicts::whatIsNotInConflictIsNotFound()
{
    const Dispute dispute = titles();
    for (const QString &name : {u"M-001.target"_s, u"M-002.title"_s, u"M-001"_s, QString()})
        QCOMPARE(takeConflictValue(dispute.ada.session->context(), name, 1).error().code,
                 ErrorCode::NotFound);
    QCOMPARE(settleConflict(dispute.ada.session->context(), u"M-001.source"_s, u"x"_s).error().code,
             ErrorCode::NotFound);
}

void TestConflicts::aNumberThatIsNotOfferedIsNotFound()
{
    const Dispute dispute = titles();
    for (const int number : {-1, 0, 3})
        QCOMPARE(takeConflictValue(dispute.ada.session->context(), u"M-001.title"_s, number).error().code,
                 ErrorCode::NotFound);
}

void TestConflicts::aValueThatDoesNotFitIsRefused()
{
    Dispute dispute(R"({"set":{"M-001":{"target":"2020-02"}}})", R"({"set":{"M-001":{"target":"2020-03"}}})");
    const Status status =
        dispute.commit(settleConflict(dispute.ada.session->context(), u"M-001.target"_s, u"soon"_s));
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::BadInput);
    QCOMPARE(dispute.ada.review().conflicts().size(), 1);
}

static Dispute deletion()
{
    return {R"({"delete":"M-001"})", R"({"set":{"M-001":{"title":"of Ben"}}})"};
}

void TestConflicts::aDisputedRecordIsDeletedByTakingOne()
{
    Dispute dispute = deletion();
    QCOMPARE(dispute.ada.review().conflicts().size(), 1);
    must(dispute.commit(takeConflictValue(dispute.ada.session->context(), u"M-001.life"_s, 1)));
    QCOMPARE(dispute.ada.review().count(Kind::Milestone), 0);
    dispute.ben->takeFrom(dispute.ada);
    QCOMPARE(dispute.ben->dump(), dispute.ada.dump());
}

void TestConflicts::aDisputedRecordIsKeptByTakingTwo()
{
    Dispute dispute = deletion();
    must(dispute.commit(takeConflictValue(dispute.ada.session->context(), u"M-001.life"_s, 2)));
    QCOMPARE(dispute.milestone().life, Life::Alive);
    QCOMPARE(dispute.milestone().title, u"of Ben"_s);
    QVERIFY(dispute.ada.review().conflicts().isEmpty());
}

void TestConflicts::aDisputedRecordTakesNoText()
{
    const Dispute dispute = deletion();
    QCOMPARE(settleConflict(dispute.ada.session->context(), u"M-001.life"_s, u"deleted"_s).error().code,
             ErrorCode::BadInput);
    QCOMPARE(takeConflictValue(dispute.ada.session->context(), u"M-001.life"_s, 3).error().code,
             ErrorCode::NotFound);
}

void TestConflicts::aResolutionIsRecordedAsOne()
{
    Dispute dispute = titles();
    must(dispute.commit(takeConflictValue(dispute.ada.session->context(), u"M-001.title"_s, 1)));
    QCOMPARE(dispute.ada.session->recent(1).first().cause, Cause::Resolve);
}

PLUMBLINE_TEST(TestConflicts)
} // namespace conflicts_test

#include "tst_conflicts.moc"
