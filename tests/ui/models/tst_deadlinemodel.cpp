#include "tests/ui/models/samplereview.h"

#include "core/domain/changeset.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "tests/testprogram.h"
#include "ui/models/deadlinemodel.h"
#include "ui/widgets/rowroles.h"
#include "ui/widgets/severity.h"

#include <QAbstractItemModelTester>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace deadlinemodel_test {

class TestDeadlineModel : public QObject
{
    Q_OBJECT

private slots:
    void theScarcestComesFirstAndTheMetLast();
    void aMovedItemIsLateAtOnce();
    void oneTeamAlone();
    void whatNobodyLooksAtWaits();
};

void TestDeadlineModel::theScarcestComesFirstAndTheMetLast()
{
    const SampleReview sample;
    DeadlineModel model(sample.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.rowCount() > 0);
    for (int row = 1; row < model.rowCount(); ++row) {
        const DeadlineRow &before = model.row(row - 1);
        const DeadlineRow &here = model.row(row);
        QVERIFY(!before.met || here.met);
        if (before.met == here.met && before.spare && here.spare)
            QVERIFY(*before.spare <= *here.spare);
    }
    QCOMPARE(model.headerData(DeadlineModel::SpareColumn, Qt::Horizontal).toString(), u"To spare"_s);
}

void TestDeadlineModel::aMovedItemIsLateAtOnce()
{
    const SampleReview sample;
    Session &session = sample.session();
    DeadlineModel model(session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int late = model.lateCount();
    // Whatever is not met and is in time is planned ten days after what binds it.
    for (int row = 0; row < model.rowCount(); ++row) {
        const DeadlineRow moved = model.row(row);
        if (moved.met || moved.spare.value_or(-1) < 0 || moved.limit.against == moved.milestone)
            continue;
        ChangeSet changes(session.review(), Cause::Edit);
        changes.set<&Milestone::target>(moved.milestone, PartialDate::day(moved.limit.last.addDays(10)));
        QVERIFY(session.commit(changes));
        QVERIFY(model.lateCount() > late);
        QCOMPARE(model.index(0, DeadlineModel::SpareColumn).data(RowRole::Severity).toInt(), int(Severity::Error));
        return;
    }
    QSKIP("Everything in the example is met or late.");
}

void TestDeadlineModel::whatNobodyLooksAtWaits()
{
    SampleReview sample;
    DeadlineModel model(sample.session());
    model.setWatched(false);
    int resets = 0;
    connect(&model, &QAbstractItemModel::modelReset, &model, [&resets] { ++resets; });
    const MilestoneId item = model.row(0).milestone;
    ChangeSet changes(sample.session().review(), Cause::Edit);
    changes.set<&Milestone::deadline>(item, PartialDate::day(QDate(2031, 1, 1)));
    QVERIFY(sample.session().commit(changes));
    QCOMPARE(resets, 0);
    model.setWatched(true);
    QCOMPARE(resets, 1);
    model.setWatched(true);
    QCOMPARE(resets, 1);
}

void TestDeadlineModel::oneTeamAlone()
{
    const SampleReview sample;
    DeadlineModel model(sample.session());
    const int all = model.rowCount();
    int sum = 0;
    for (const SubTeam *team : sample.review().all<SubTeam>()) {
        model.setTeam(team->id);
        sum += model.rowCount();
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(sample.review().find(model.row(row).milestone)->subteam.uuid, team->id.uuid);
    }
    QVERIFY(sum > 0 && sum <= all);
}

PLUMBLINE_TEST(TestDeadlineModel)

} // namespace deadlinemodel_test

#include "tst_deadlinemodel.moc"
