#include "tests/testprogram.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dotsdelegate.h"
#include "ui/widgets/rowroles.h"
#include "ui/widgets/severity.h"
#include "ui/widgets/twolinedelegate.h"

#include <QApplication>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace delegates_test {

namespace {

QImage shown(QAbstractItemView *view)
{
    return view->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// Whether @p color is found anywhere in @p rect of @p image.
bool contains(const QImage &image, const QRect &rect, const QColor &color)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            if (image.valid(x, y) && image.pixelColor(x, y).rgb() == color.rgb())
                return true;
        }
    }
    return false;
}

/// How many stretches of darker ink a line through the middle of @p image crosses.
int crossings(const QImage &image, const QColor &ink)
{
    int count = 0;
    bool inside = false;
    for (int x = 0; x < image.width(); ++x) {
        const bool now = image.pixelColor(x, image.height() / 2).rgb() == ink.rgb();
        count += now && !inside;
        inside = now;
    }
    return count;
}

} // namespace

class TestDelegates : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void rowIsAsHighAsTheFontAsks();
    void errorIsRedAndBold();
    void textOfASeverityLessRowIsInk();
    void selectedRowHasEdgeAndGroundButKeepsItsInk();
    void edgeStandsOnlyBeforeTheFirstShownColumn();
    void laneIsPaintedAtTheEdge();
    void hoverCoversTheWholeRow();
    void treeRowsWorkToo();
    void dotsAreFilledForWhatIsThere();
    void twoLinesAreTallerThanOne();
    void twoLinesPaintEverythingTheyAreGiven();
    void twoLinesPaintAnEmptyRow();

private:
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<QTableView> m_table;
};

void TestDelegates::init()
{
    applyTheme(*qApp, ThemeChoice::Light);
    m_model = std::make_unique<QStandardItemModel>(3, 3);
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column)
            m_model->setItem(row, column, new QStandardItem(u"Words"_s));
    }
    m_table = std::make_unique<QTableView>();
    m_table->setModel(m_model.get());
    useRows(m_table.get());
    m_table->resize(400, 200);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
}

void TestDelegates::cleanup()
{
    m_table.reset();
    m_model.reset();
}

void TestDelegates::rowIsAsHighAsTheFontAsks()
{
    QCOMPARE(m_table->rowHeight(0), rowHeight(m_table->fontMetrics()));
    QVERIFY(m_table->sizeHintForIndex(m_model->index(0, 0)).height() <= m_table->rowHeight(0));
}

void TestDelegates::errorIsRedAndBold()
{
    m_model->item(0, 0)->setData(int(Severity::Error), RowRole::Severity);
    const QRect cell = m_table->visualRect(m_model->index(0, 0));
    QVERIFY(contains(shown(m_table.get()), cell, Theme::light().red));
    const QSize plain = m_table->sizeHintForIndex(m_model->index(1, 0));
    QVERIFY(m_table->sizeHintForIndex(m_model->index(0, 0)).width() > plain.width() + 16);
}

void TestDelegates::textOfASeverityLessRowIsInk()
{
    const QRect cell = m_table->visualRect(m_model->index(1, 1));
    QVERIFY(!contains(shown(m_table.get()), cell, Theme::light().red));
}

void TestDelegates::selectedRowHasEdgeAndGroundButKeepsItsInk()
{
    m_model->item(1, 1)->setData(int(Severity::Error), RowRole::Severity);
    m_table->selectRow(1);
    const QImage image = shown(m_table.get());
    const int middle = m_table->visualRect(m_model->index(1, 0)).center().y();
    QCOMPARE(image.pixelColor(1, middle), Theme::light().accent);
    const QRect last = m_table->visualRect(m_model->index(1, 2));
    QCOMPARE(image.pixelColor(last.right() - 2, middle), Theme::light().sel);
    QVERIFY(contains(image, m_table->visualRect(m_model->index(1, 1)), Theme::light().red));
}

void TestDelegates::edgeStandsOnlyBeforeTheFirstShownColumn()
{
    m_table->setColumnHidden(0, true);
    m_table->selectRow(1);
    const QImage image = shown(m_table.get());
    QCOMPARE(image.pixelColor(1, m_table->visualRect(m_model->index(1, 1)).center().y()),
             Theme::light().accent);
    QVERIFY(!contains(image, m_table->visualRect(m_model->index(1, 2)), Theme::light().accent));
}

void TestDelegates::laneIsPaintedAtTheEdge()
{
    m_model->item(2, 0)->setData(3, RowRole::Lane);
    const int middle = m_table->visualRect(m_model->index(2, 0)).center().y();
    QCOMPARE(shown(m_table.get()).pixelColor(1, middle), Theme::light().laneColor(3));
}

void TestDelegates::hoverCoversTheWholeRow()
{
    const QRect first = m_table->visualRect(m_model->index(2, 0));
    QTest::mouseMove(m_table->viewport(), first.center());
    emit m_table->entered(m_model->index(2, 0));
    const QRect last = m_table->visualRect(m_model->index(2, 2));
    QCOMPARE(shown(m_table.get()).pixelColor(last.right() - 2, last.center().y()), Theme::light().hover);
}

void TestDelegates::treeRowsWorkToo()
{
    QTreeView tree;
    tree.setModel(m_model.get());
    m_model->item(0, 0)->appendRow(new QStandardItem(u"Child"_s));
    useRows(&tree);
    tree.expandAll();
    tree.resize(400, 200);
    tree.show();
    QVERIFY(QTest::qWaitForWindowActive(&tree));
    const QModelIndex child = m_model->index(0, 0, m_model->index(0, 0));
    tree.setCurrentIndex(child);
    QCOMPARE(shown(&tree).pixelColor(1, tree.visualRect(child).center().y()), Theme::light().accent);
    QCOMPARE(tree.visualRect(child).height(), rowHeight(tree.fontMetrics()));
}

void TestDelegates::dotsAreFilledForWhatIsThere()
{
    const QSize size = DotsDelegate::sizeOf(8);
    for (const int filled : {0, 3, 8}) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Theme::light().base);
        QPainter painter(&image);
        DotsDelegate::paintDots(&painter, image.rect(), filled, 8, Qt::LeftToRight);
        painter.end();
        QCOMPARE(crossings(image, Theme::light().ink2), filled);
    }
    QCOMPARE(DotsDelegate::total(m_model->index(0, 0)), 8);
}

void TestDelegates::twoLinesAreTallerThanOne()
{
    QListView list;
    list.setModel(m_model.get());
    useTwoLines(&list);
    QVERIFY(list.sizeHintForRow(0) >= 48);
}

void TestDelegates::twoLinesPaintEverythingTheyAreGiven()
{
    QStandardItem *item = m_model->item(0, 0);
    item->setData(u"11.1"_s, RowRole::Number);
    const ChipText chip{u"Objection"_s, ChipText::Tone::Warning};
    item->setData(QVariant::fromValue(chip), RowRole::Chip);
    item->setData(QStringList{u"Direct"_s, u"High"_s}, RowRole::SecondLine);
    item->setData(6, RowRole::DotsFilled);
    item->setData(true, RowRole::Done);
    QListView list;
    list.setModel(m_model.get());
    useTwoLines(&list);
    list.resize(320, 200);
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        list.setLayoutDirection(direction);
        const QImage image = shown(&list);
        const QRect row = list.visualRect(m_model->index(0, 0));
        QVERIFY(contains(image, row, Theme::light().amberBg));
        QVERIFY(contains(image, row, Theme::light().green));
        QVERIFY(contains(image, row, Theme::light().ink2));
        QCOMPARE(image.pixelColor(100, row.bottom()), Theme::light().line);
    }
}

void TestDelegates::twoLinesPaintAnEmptyRow()
{
    m_model->item(0, 0)->setText({});
    QListView list;
    list.setModel(m_model.get());
    useTwoLines(&list);
    list.resize(40, 200); // Narrower than its margins: nothing fits, and nothing breaks.
    QVERIFY(!shown(&list).isNull());
}

PLUMBLINE_TEST(TestDelegates)
} // namespace delegates_test

#include "tst_delegates.moc"
