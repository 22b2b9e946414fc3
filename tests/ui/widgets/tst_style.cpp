#include "tests/testprogram.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/primarybutton.h"

#include <QApplication>
#include <QFocusFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStyleOptionHeader>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace style_test {

class TestStyle : public QObject
{
    Q_OBJECT

private slots:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }

    void primaryButtonIsAsHighAsAnother();
    void aHeaderHasRoomForItsLetters();
    void fieldWearsTheFocusRing();
    void buttonWearsTheRingOnlyAfterAKey();
};

void TestStyle::primaryButtonIsAsHighAsAnother()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *primary = new QPushButton(u"Answer and next"_s);
    auto *other = new QPushButton(u"Answer"_s);
    auto *field = new QLineEdit;
    makePrimary(primary);
    for (QWidget *widget :
         {static_cast<QWidget *>(primary), static_cast<QWidget *>(other), static_cast<QWidget *>(field)})
        layout->addWidget(widget);
    page.show();
    const int row = rowHeight(page.fontMetrics());
    QCOMPARE(primary->sizeHint().height(), row);
    QCOMPARE(other->sizeHint().height(), row);
    QCOMPARE(field->sizeHint().height(), row);
    const QImage image = primary->grab().toImage();
    QCOMPARE(image.pixelColor(5, image.height() / 2), Theme::light().accent);
}

void TestStyle::aHeaderHasRoomForItsLetters()
{
    QTableView table;
    QStyleOptionHeader section;
    section.initFrom(table.horizontalHeader());
    section.rect = QRect(QPoint(), QSize(120, rowHeight(section.fontMetrics)));
    for (const auto sorted : {QStyleOptionHeader::None, QStyleOptionHeader::SortDown}) {
        section.sortIndicator = sorted;
        const QRect label = qApp->style()->subElementRect(QStyle::SE_HeaderLabel, &section, table.horizontalHeader());
        QVERIFY2(label.height() >= section.fontMetrics.height(), qPrintable(QString::number(label.height())));
        QVERIFY(label.left() >= 8 && label.right() <= section.rect.right() - 8);
    }
}

void TestStyle::fieldWearsTheFocusRing()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *field = new QLineEdit;
    layout->addWidget(field);
    page.resize(200, 80);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    field->setFocus();
    auto *ring = page.findChild<QFocusFrame *>();
    QVERIFY(ring);
    QCOMPARE(ring->geometry(), field->geometry().adjusted(-3, -3, 3, 3));
    const QPoint edge(field->geometry().center().x(), field->geometry().top() - 2);
    QCOMPARE(page.grab().toImage().pixelColor(edge), Theme::light().accent);
}

void TestStyle::buttonWearsTheRingOnlyAfterAKey()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    QList<QPushButton *> buttons{new QPushButton(u"One"_s), new QPushButton(u"Two"_s)};
    for (QPushButton *button : buttons)
        layout->addWidget(button);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    const auto *ring = page.findChild<QFocusFrame *>();
    QVERIFY(!ring || !ring->widget());
    QTest::keyClick(buttons[0], Qt::Key_Tab);
    ring = page.findChild<QFocusFrame *>();
    QVERIFY(ring);
    QCOMPARE(ring->widget(), buttons[1]);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QVERIFY(!ring->widget());
}

PLUMBLINE_TEST(TestStyle)
} // namespace style_test

#include "tst_style.moc"
