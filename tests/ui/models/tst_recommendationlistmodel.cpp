#include "tests/ui/models/samplereview.h"

#include "core/domain/link.h"
#include "core/domain/numbers.h"
#include "tests/testprogram.h"
#include "ui/models/recommendationlistmodel.h"
#include "ui/widgets/rowroles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace recommendationlistmodel_test {

class TestRecommendationListModel : public QObject
{
    Q_OBJECT

private slots:
    void standsInTheOrderOfNumbers();
    void saysWhatIsMissing();
    void withdrawingRenumbersTheGroup();
    void takingALinkAwayEmptiesADot();
    void conflictComesBeforeTheState();
};

static RecommendationId idAt(const RecommendationListModel &model, int row)
{
    return RecommendationId(model.idAt(row).uuid);
}

void TestRecommendationListModel::standsInTheOrderOfNumbers()
{
    const SampleReview sample;
    RecommendationListModel model(sample.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 63);
    QCOMPARE(model.index(0, 0).data(RowRole::Number).toString(), u"1.1"_s);
    const auto ordered = recommendationsInOrder(sample.review());
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.idAt(row), ordered.at(size_t(row))->id);
    QVERIFY(model.index(0, 0).data(RowRole::Chip).canConvert<ChipText>());
    QCOMPARE(model.index(0, 0).data(RowRole::SecondLine).toStringList().size(), 2);
}

void TestRecommendationListModel::saysWhatIsMissing()
{
    const SampleReview sample;
    RecommendationListModel model(sample.session());
    ChangeSet changes(sample.review(), Cause::Create);
    const auto id = changes.create<Recommendation>(sample.review());
    changes.set<&Recommendation::title>(id, u"Bare"_s);
    changes.set<&Recommendation::text>(id, u"Somebody should do something."_s);
    QVERIFY(sample.session().commit(changes));
    const int row = model.rowOf(RecordId(id.uuid));
    QCOMPARE(row, model.rowCount() - 1);
    const QModelIndex index = model.index(row, model.columnOf("title"));
    QCOMPARE(index.data(RowRole::DotsFilled).toInt(), 1);
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(u"addressee"_s));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"addressee"_s));
    QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"text,"_s));
}

void TestRecommendationListModel::withdrawingRenumbersTheGroup()
{
    const SampleReview sample;
    RecommendationListModel model(sample.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int row = 0;
    while (model.index(row, 0).data(RowRole::Number).toString() != u"3.1"_s)
        ++row;
    const RecordId second = model.idAt(row + 1);
    QCOMPARE(model.numberOf(second), u"3.2"_s);
    QVERIFY(sample.set<&Recommendation::state>(idAt(model, row),
                                               Choice<RecommendationState>(RecommendationState::Withdrawn)));
    QCOMPARE(model.numberOf(second), u"3.1"_s);
    QVERIFY(sample.session().undo());
    QCOMPARE(model.numberOf(second), u"3.2"_s);
}

void TestRecommendationListModel::takingALinkAwayEmptiesADot()
{
    const SampleReview sample;
    RecommendationListModel model(sample.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int row = 0;
    while (model.links().to(model.idAt(row), LinkType::LeadsTo).isEmpty())
        ++row;
    const int before = model.index(row, 0).data(RowRole::DotsFilled).toInt();
    ChangeSet changes(sample.review(), Cause::Delete);
    for (const RecordLinks::Entry &entry : model.links().to(model.idAt(row), LinkType::LeadsTo))
        changes.remove(Kind::Link, RecordId(entry.link.uuid));
    QVERIFY(sample.session().commit(changes));
    QCOMPARE(model.index(row, 0).data(RowRole::DotsFilled).toInt(), before - 1);
}

void TestRecommendationListModel::conflictComesBeforeTheState()
{
    const SampleReview sample;
    RecommendationListModel model(sample.session());
    const RecommendationId first = idAt(model, 0);
    ChangeSet mine(sample.review(), Cause::Edit);
    mine.set<&Recommendation::addressee>(first, u"Mine"_s);
    QVERIFY(sample.set<&Recommendation::addressee>(first, u"Theirs"_s));
    QVERIFY(sample.session().commit(mine));
    const auto chip = model.index(0, 0).data(RowRole::Chip).value<ChipText>();
    QCOMPARE(chip.tone, ChipText::Tone::Warning);
    QCOMPARE(chip.icon, u"conflict"_s);
}

PLUMBLINE_TEST(TestRecommendationListModel)
} // namespace recommendationlistmodel_test

#include "tst_recommendationlistmodel.moc"
