#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/models/historymodel.h"
#include "ui/widgets/rowroles.h"

#include <QAbstractItemModelTester>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace historymodel_test {

class TestHistoryModel : public QObject
{
    Q_OBJECT

private slots:
    void readsAPageAtATimeToTheEnd();
    void newChangesComeInOnTop();
    void aFilterRestrictsAndKeepsOutNews();

private:
    static HistoryModel *make(Session &session, QObject *parent)
    {
        return new HistoryModel(
            session, [](const HistoryEntry &entry) { return QString::fromLatin1(entry.field); },
            [](const HistoryEntry &entry) { return entry.after.toText(); }, parent);
    }
};

static void setTitle(SampleSession &sample, RecordId id, const QString &title)
{
    ChangeSet changes(sample->review(), Cause::Edit);
    changes.set(*sample->review().kindOf(id), id, "title", Value(title));
    if (!sample->commit(changes))
        qFatal("the title was not set");
}

void TestHistoryModel::readsAPageAtATimeToTheEnd()
{
    SampleSession sample;
    QObject parent;
    HistoryModel *model = make(*sample, &parent);
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model->rowCount() > 0 && model->rowCount() <= 200);
    QVERIFY(model->canFetchMore({}));
    int pages = 0;
    while (model->canFetchMore({}) && ++pages < 1000)
        model->fetchMore({});
    // Everything that is told, counted without the model.
    int told = 0;
    for (const HistoryEntry &entry : sample->recent(-1))
        told += entry.field == "life" ||
                (entry.cause != Cause::Create && entry.field != "key" && !entry.field.startsWith('~'));
    QCOMPARE(model->rowCount(), told);
    for (int row = 1; row < model->rowCount(); ++row)
        QVERIFY(model->entry(row - 1)->number > model->entry(row)->number);
}

void TestHistoryModel::newChangesComeInOnTop()
{
    SampleSession sample;
    QObject parent;
    HistoryModel *model = make(*sample, &parent);
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    while (model->canFetchMore({})) // The tester fetches more whenever it hears of anything.
        model->fetchMore({});
    const int before = model->rowCount();
    setTitle(sample, sample->review().list(Kind::Milestone).front()->id, u"Anew"_s);
    QCOMPARE(model->rowCount(), before + 1);
    QCOMPARE(model->index(0).data().toString(), u"title"_s);
    QCOMPARE(model->index(0).data(RowRole::SecondLine).toStringList(), QStringList{u"Anew"_s});
}

void TestHistoryModel::aFilterRestrictsAndKeepsOutNews()
{
    SampleSession sample;
    QObject parent;
    HistoryModel *model = make(*sample, &parent);
    const RecordId one = sample->review().list(Kind::Milestone).at(0)->id;
    const RecordId two = sample->review().list(Kind::Milestone).at(1)->id;
    HistoryFilter filter;
    filter.record = one;
    model->setFilter(filter);
    const int before = model->rowCount();
    QVERIFY(before > 0);
    for (int row = 0; row < before; ++row)
        QCOMPARE(model->entry(row)->record, one);
    setTitle(sample, two, u"Other"_s);
    QCOMPARE(model->rowCount(), before);
    setTitle(sample, one, u"This"_s);
    QCOMPARE(model->rowCount(), before + 1);
}

PLUMBLINE_TEST(TestHistoryModel)
} // namespace historymodel_test

#include "tst_historymodel.moc"
