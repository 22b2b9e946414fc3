#include "core/domain/dependency.h"
#include "core/edits/order.h"
#include "core/edits/plan.h"
#include "core/edits/whatif.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace whatif_test {

class TestWhatIf : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTriedIsNotWritten();
    void whatIsKeptIsWhatWasShown();
    void aMoveThereAndBackKeepsNothingOfTheWay();
    void itIsTriedAnewOnWhatOthersChanged();
    void anEditThatDoesNotFitIsNotTried();
};

static EditContext contextOf(const WhatIf &trial, Desk &desk)
{
    return EditContext{trial.review(), desk.clock.now(), desk.session->me()};
}

struct Plan {
    Desk desk;
    MilestoneId first;
    MilestoneId second;

    Plan()
    {
        desk.apply(R"({"create":"milestone","as":"a","set":{"title":"A","target":"2020-03-01"}})");
        desk.apply(R"({"create":"milestone","as":"b","set":{"title":"B","target":"2020-03-05"}})");
        first = MilestoneId(desk.script.named(u"a"_s).uuid);
        second = MilestoneId(desk.script.named(u"b"_s).uuid);
    }
    void move(WhatIf &trial, MilestoneId id, const char *day)
    {
        const auto moved = reschedule(contextOf(trial, desk), id, {}, *PartialDate::fromText(QLatin1String(day)), {});
        QVERIFY(moved && trial.apply(*moved));
    }
};

void TestWhatIf::whatIsTriedIsNotWritten()
{
    Plan plan;
    const QByteArray before = plan.desk.dump();
    WhatIf trial(plan.desk.review());
    plan.move(trial, plan.first, "2020-04-01");
    QCOMPARE(trial.count(), 1);
    QCOMPARE(trial.review().find(plan.first)->target->toText(), u"2020-04-01"_s);
    QCOMPARE(plan.desk.dump(), before);
}

void TestWhatIf::whatIsKeptIsWhatWasShown()
{
    Plan plan;
    WhatIf trial(plan.desk.review());
    plan.move(trial, plan.first, "2020-04-01");
    const auto added = addMilestone(contextOf(trial, plan.desk), {}, u"C"_s, PartialDate::day(QDate(2020, 5, 1)));
    QVERIFY(added && trial.apply(*added));
    const MilestoneId third(added->edits.first().record.uuid);
    const auto linked = linkItems(contextOf(trial, plan.desk), plan.first, third);
    QVERIFY(linked && trial.apply(*linked));
    const auto below = arrange(contextOf(trial, plan.desk), RecordId(third.uuid), RecordId(plan.second.uuid), Side::Below);
    QVERIFY(below && trial.apply(*below));
    ChangeSet gone(trial.review(), Cause::Delete);
    gone.remove(Kind::Milestone, RecordId(plan.second.uuid));
    QVERIFY(trial.apply(gone));
    QVERIFY(!trial.review().find(plan.second));
    must(plan.desk.session->commit(trial.kept()));
    QCOMPARE(plan.desk.dump(), dumpReview(trial.review()));
    must(plan.desk.session->undo());
    QCOMPARE(plan.desk.review().count(Kind::Milestone), 2);
    QCOMPARE(plan.desk.review().count(Kind::Dependency), 0);
}

void TestWhatIf::aMoveThereAndBackKeepsNothingOfTheWay()
{
    Plan plan;
    WhatIf trial(plan.desk.review());
    plan.move(trial, plan.first, "2020-04-01");
    plan.move(trial, plan.first, "2020-04-02");
    plan.move(trial, plan.first, "2020-04-03");
    qsizetype targets = 0;
    for (const Edit &edit : trial.kept().edits)
        targets += edit.field == "target";
    QCOMPARE(targets, 1);
    QCOMPARE(trial.count(), 3);
}

void TestWhatIf::itIsTriedAnewOnWhatOthersChanged()
{
    Plan plan;
    WhatIf trial(plan.desk.review());
    plan.move(trial, plan.first, "2020-04-01");
    plan.desk.apply(R"({"set":{"b":{"title":"B, renamed"}}})");
    QVERIFY(trial.rebase(plan.desk.review()));
    QCOMPARE(trial.count(), 1);
    QCOMPARE(trial.review().find(plan.second)->title, u"B, renamed"_s);
    QCOMPARE(trial.review().find(plan.first)->target->toText(), u"2020-04-01"_s);
    must(plan.desk.session->commit(trial.kept()));
    QVERIFY(plan.desk.review().conflicts().isEmpty());
}

void TestWhatIf::anEditThatDoesNotFitIsNotTried()
{
    Plan plan;
    WhatIf trial(plan.desk.review());
    ChangeSet wrong(trial.review(), Cause::Edit);
    wrong.set(Kind::Milestone, RecordId(plan.first.uuid), "target", Value(QStringLiteral("soon")));
    QVERIFY(!trial.apply(wrong));
    QCOMPARE(trial.count(), 0);
    QVERIFY(trial.kept().isEmpty());
    QCOMPARE(trial.review().find(plan.first)->target->toText(), u"2020-03-01"_s);
}

PLUMBLINE_TEST(TestWhatIf)
} // namespace whatif_test

#include "tst_whatif.moc"
