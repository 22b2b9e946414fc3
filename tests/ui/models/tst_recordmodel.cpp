#include "tests/ui/models/samplereview.h"

#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/subteam.h"
#include "tests/testprogram.h"
#include "ui/models/filtermodel.h"
#include "ui/models/recordmodel.h"
#include "ui/widgets/rowroles.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace recordmodel_test {

using Mode = QAbstractItemModelTester::FailureReportingMode;

class TestRecordModel : public QObject
{
    Q_OBJECT

private slots:
    void showsOneRowPerRecord();
    void showsReferencesByKeyAndTitleAndChoicesByLabel();
    void editChangesOnlyItsRow();
    void insertsAndRemovesExactRows();
    void undoBringsTheRowBack();
    void movedRecordIsOneMove();
    void manyChangesAtOnceKeepTheOrder();
    void selectionSurvivesAnEdit();
    void filterTakesRowsInAndOut();
    void typedFilterFindsEveryWord();
    void setDataCommitsALine();
    void setDataReadsTypedDates();
    void setDataRefusesWhatIsNoDate();
    void conflictWearsAChip();
    void renamedSubTeamIsShownInItsCells();
};

static FindingId firstFinding(const Review &review)
{
    return FindingId(review.list(Kind::Finding).front()->id.uuid);
}

static FindingId addFinding(const SampleReview &sample, const QString &title)
{
    ChangeSet changes(sample.review(), Cause::Create);
    const auto id = changes.create<Finding>(sample.review());
    changes.set<&Finding::title>(id, title);
    return sample.session().commit(changes) ? id : FindingId();
}

void TestRecordModel::showsOneRowPerRecord()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(model.rowCount(), sample.review().count(Kind::Finding));
    QCOMPARE(model.columnOf("~place"), -1);
    QVERIFY(model.columnOf("statement") > 0);
    QCOMPARE(model.headerData(model.columnOf("cause"), Qt::Horizontal).toString(), u"Cause"_s);
    QCOMPARE(model.index(0, 0).data(RecordModel::IdRole).value<RecordId>(), model.idAt(0));
}

void TestRecordModel::showsReferencesByKeyAndTitleAndChoicesByLabel()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::DataSource, {"title", "subteam", "state", "obtained"});
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto *source = static_cast<const DataSource *>(model.recordAt(row));
        if (const SubTeam *subTeam = sample.review().find(source->subteam))
            QCOMPARE(model.index(row, 1).data().toString(), subTeam->key + u' ' + subTeam->title);
        if (source->state.is(SourceState::NotUsed))
            QCOMPARE(model.index(row, 2).data().toString(), u"Not used"_s);
        if (source->obtained && source->obtained->isExact())
            QCOMPARE(model.index(row, 3).data(RecordModel::SortRole).toDate(), source->obtained->first);
    }
}

void TestRecordModel::editChangesOnlyItsRow()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding, {"key", "title"});
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    const QSignalSpy changed(&model, &RecordModel::dataChanged);
    const QSignalSpy reset(&model, &RecordModel::modelReset);
    QVERIFY(sample.set<&Finding::title>(firstFinding(sample.review()), u"Renewals take 60 days"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 0);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.index(0, 1).data().toString(), u"Renewals take 60 days"_s);
}

void TestRecordModel::insertsAndRemovesExactRows()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    const QSignalSpy inserted(&model, &RecordModel::rowsInserted);
    const QSignalSpy removed(&model, &RecordModel::rowsRemoved);
    const int before = model.rowCount();
    const FindingId added = addFinding(sample, u"Access lapses"_s);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), before + 1);
    const int row = model.rowOf(RecordId(added.uuid));
    QCOMPARE(inserted.at(0).at(1).toInt(), row);

    ChangeSet changes(sample.review(), Cause::Delete);
    changes.remove(Kind::Finding, RecordId(added.uuid));
    QVERIFY(sample.session().commit(changes));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), row);
    QCOMPARE(model.rowCount(), before);
}

void TestRecordModel::undoBringsTheRowBack()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    const RecordId first = model.idAt(0);
    ChangeSet changes(sample.review(), Cause::Delete);
    changes.remove(Kind::Finding, first);
    QVERIFY(sample.session().commit(changes));
    QCOMPARE(model.rowOf(first), -1);
    QVERIFY(sample.session().undo());
    QCOMPARE(model.rowOf(first), 0);
    QVERIFY(sample.session().redo());
    QCOMPARE(model.rowOf(first), -1);
}

void TestRecordModel::movedRecordIsOneMove()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    const QSignalSpy moved(&model, &RecordModel::rowsMoved);
    const RecordId first = model.idAt(0);
    ChangeSet changes(sample.review(), Cause::Edit);
    changes.set(Kind::Finding, first, "~place", toValue(Place{{}, u"zzzz"_s}));
    QVERIFY(sample.session().commit(changes));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(model.rowOf(first), model.rowCount() - 1);
    QCOMPARE(sample.review().list(Kind::Finding).back()->id, first);
}

void TestRecordModel::manyChangesAtOnceKeepTheOrder()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    ChangeSet changes(sample.review(), Cause::Import);
    for (int row = 0; row < model.rowCount(); row += 3)
        changes.remove(Kind::Finding, model.idAt(row));
    for (int row = 1; row < model.rowCount(); row += 3) {
        const QString order = u"a%1"_s.arg(model.rowCount() - row, 3, 10, QLatin1Char('0'));
        changes.set(Kind::Finding, model.idAt(row), "~place", toValue(Place{{}, order}));
    }
    for (int i = 0; i < 5; ++i)
        changes.set<&Finding::title>(changes.create<Finding>(sample.review()), u"New %1"_s.arg(i));
    QVERIFY(sample.session().commit(changes));
    const auto &list = sample.review().list(Kind::Finding);
    QCOMPARE(model.rowCount(), int(list.size()));
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.idAt(row), list.at(size_t(row))->id);
}

void TestRecordModel::selectionSurvivesAnEdit()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding);
    QItemSelectionModel selection(&model);
    selection.setCurrentIndex(model.index(2, 0), QItemSelectionModel::SelectCurrent);
    const RecordId current = model.idAt(2);
    ChangeSet changes(sample.review(), Cause::Delete);
    changes.remove(Kind::Finding, model.idAt(0));
    QVERIFY(sample.session().commit(changes));
    QCOMPARE(selection.currentIndex().row(), 1);
    QCOMPARE(model.idAt(selection.currentIndex().row()), current);
    QVERIFY(selection.isSelected(model.index(1, 0)));
}

void TestRecordModel::filterTakesRowsInAndOut()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    const FindingId first = firstFinding(sample.review());
    model.setFilter([](const Record &record) {
        return static_cast<const Finding &>(record).state.is(FindingState::Dropped);
    });
    const int before = model.rowCount();
    QVERIFY(sample.set<&Finding::state>(first, Choice<FindingState>(FindingState::Dropped)));
    QCOMPARE(model.rowCount(), before + 1);
    QVERIFY(sample.session().undo());
    QCOMPARE(model.rowCount(), before);
    model.setFilter({});
    QCOMPARE(model.rowCount(), sample.review().count(Kind::Finding));
}

void TestRecordModel::typedFilterFindsEveryWord()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding);
    FilterModel filtered;
    filtered.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filtered, Mode::QtTest);
    addFinding(sample, u"Zebra crossings lapse quietly"_s);
    filtered.setTyped(u"  QUIETLY zebra "_s);
    QCOMPARE(filtered.rowCount(), 1);
    filtered.setTyped(u"zebra giraffe"_s);
    QCOMPARE(filtered.rowCount(), 0);
    filtered.setTyped({});
    QCOMPARE(filtered.rowCount(), model.rowCount());
}

void TestRecordModel::setDataCommitsALine()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding, {"title", "state"});
    QVERIFY(model.flags(model.index(0, 0)) & Qt::ItemIsEditable);
    QVERIFY(model.setData(model.index(0, 0), u"Shorter"_s));
    QCOMPARE(model.index(0, 0).data().toString(), u"Shorter"_s);
    QVERIFY(model.setData(model.index(0, 1), u"tomorrowsword"_s));
    QCOMPARE(model.index(0, 1).data().toString(), u"tomorrowsword"_s);
    QVERIFY(sample.session().undo());
    QVERIFY(sample.session().undo());
    QVERIFY(model.index(0, 0).data().toString() != u"Shorter"_s);
}

void TestRecordModel::setDataReadsTypedDates()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::DataSource, {"expected"});
    QVERIFY(model.setData(model.index(0, 0), u"June 2019"_s));
    const auto *source = static_cast<const DataSource *>(model.recordAt(0));
    QCOMPARE(source->expected->toText(), u"2019-06"_s);
}

void TestRecordModel::setDataRefusesWhatIsNoDate()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::DataSource, {"expected"});
    const QSignalSpy refused(&model, &RecordModel::refused);
    const qint64 position = sample.review().position();
    QVERIFY(!model.setData(model.index(0, 0), u"when it rains"_s));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(sample.review().position(), position);
}

void TestRecordModel::conflictWearsAChip()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::Finding, {"title"});
    const FindingId first = firstFinding(sample.review());
    ChangeSet mine(sample.review(), Cause::Edit);
    mine.set<&Finding::title>(first, u"Mine"_s);
    QVERIFY(sample.set<&Finding::title>(first, u"Theirs"_s));
    QVERIFY(sample.session().commit(mine));
    QVERIFY(sample.review().conflict(RecordId(first.uuid), "title"));
    const QVariant chip = model.index(0, 0).data(RowRole::Chip);
    QCOMPARE(chip.value<ChipText>().tone, ChipText::Tone::Warning);
    QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsEditable));
    QCOMPARE(model.index(0, 0).data(RowRole::Severity).toInt(), int(Severity::Warning));
}

void TestRecordModel::renamedSubTeamIsShownInItsCells()
{
    const SampleReview sample;
    RecordModel model(sample.session(), Kind::DataSource, {"subteam"});
    const auto sources = sample.review().all<DataSource>();
    const auto inTeam = std::find_if(sources.cbegin(), sources.cend(),
                                     [](const DataSource *source) { return !source->subteam.isNull(); });
    QVERIFY(inTeam != sources.cend());
    const int row = int(inTeam - sources.cbegin());
    const QSignalSpy changed(&model, &RecordModel::dataChanged);
    QVERIFY(sample.set<&SubTeam::title>((*inTeam)->subteam, u"Renamed"_s));
    QVERIFY(!changed.isEmpty());
    QVERIFY(model.index(row, 0).data().toString().endsWith(u"Renamed"_s));
}

PLUMBLINE_TEST(TestRecordModel)
} // namespace recordmodel_test

#include "tst_recordmodel.moc"
