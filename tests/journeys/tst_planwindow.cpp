// The plan in the window, once by keyboard alone, once by mouse, and as a screen reader is told of it.

#include "ui/window/mainwindow.h"

#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "core/session/create.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"
#include "ui/dialogs/reasonbar.h"
#include "ui/gantt/gantttable.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/pages/timelinepage.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/reviewview.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPrinter>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <cmath>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace planwindow_test {

class TestPlanWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aPlanIsMadeByKeyboardAlone();
    void aPlanIsChangedByMouse();
    void theTimelineIsPrinted();
    void aScreenReaderIsToldEverything();
    void everythingFitsAtThreeTimesTheSize();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    FixedClock m_clock{QDateTime(QDate(2019, 11, 8), QTime(12, 0), Qt::UTC)};
};

namespace {

/// The window with a review of its own, on the page of the timeline.
struct Opened {
    MainWindow window;

    Opened(const Clock &clock, const QString &file) : window(&clock)
    {
        window.resize(1440, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        if (!window.openReview(file))
            qFatal("the review cannot be opened");
        QCoreApplication::processEvents();
    }
    const Review &review() { return window.session()->review(); }
    TimelinePage &page() { return *static_cast<TimelinePage *>(window.view()->currentPage()); }
    GanttWidget &gantt() { return *page().gantt(); }
    GanttView &view() { return *gantt().view(); }
    /// Presses keys where the keyboard is, as a person does.
    void keys(std::initializer_list<Qt::Key> all, Qt::KeyboardModifiers modifiers = {})
    {
        for (const Qt::Key key : all) {
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
            QCoreApplication::processEvents();
        }
    }
    void type(const QString &text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        keys({Qt::Key_Return});
    }
    const Milestone *called(const QString &title)
    {
        for (const Milestone *milestone : review().all<Milestone>()) {
            if (milestone->title == title)
                return milestone;
        }
        return nullptr;
    }
    int rowOf(const QString &title) { return gantt().plan().rowOf(called(title)->id); }
};

} // namespace

void TestPlanWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(u"plumbline-tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QSettings().clear();
    applyTheme(*qApp, ThemeChoice::Light);
    QVERIFY(putSample(path(u"sample.plumb"_s)));
}

void TestPlanWindow::aPlanIsMadeByKeyboardAlone()
{
    QVERIFY(createReview(path(u"new.plumb"_s), u"blank"_s, u"A review"_s));
    {
        Opened open(m_clock, path(u"new.plumb"_s));
        open.keys({Qt::Key_2}, Qt::ControlModifier); // The second page is the timeline.
        QCOMPARE(open.window.view()->currentPageId(), u"timeline"_s);
        open.view().setFocus(Qt::TabFocusReason);
        // The last row takes new items, one after the other.
        open.keys({Qt::Key_End, Qt::Key_Return});
        open.type(u"Interviews"_s);
        open.type(u"Draft"_s);
        open.keys({Qt::Key_Return}); // Enter on nothing ends it.
        QVERIFY(open.view().hasFocus());
        QCOMPARE(open.review().count(Kind::Milestone), 2);
        // From the first item: its date in the next cell, typed in words.
        open.gantt().setCurrentId(open.called(u"Interviews"_s)->id);
        open.keys({Qt::Key_F2, Qt::Key_Tab});
        open.type(u"15 Jan 2020"_s);
        QCOMPARE(open.called(u"Interviews"_s)->target->toText(), u"2020-01-15"_s);
        open.keys({Qt::Key_Escape}); // No reason: it had only just been made.
        open.view().setFocus();
        // Linked with the next, a deadline for that, and a day later.
        open.keys({Qt::Key_L, Qt::Key_Down, Qt::Key_Return});
        QCOMPARE(open.review().count(Kind::Dependency), 1);
        open.keys({Qt::Key_D});
        open.type(u"1 Dec 2019"_s);
        QCOMPARE(open.called(u"Draft"_s)->deadline->toText(), u"2019-12-01"_s);
        open.view().setFocus();
        open.keys({Qt::Key_Right}, Qt::ControlModifier);
        QCOMPARE(open.called(u"Draft"_s)->target->toText(), u"2019-11-09"_s);
        open.type(u"One more interview"_s); // The bar asks why.
        QCOMPARE(open.called(u"Draft"_s)->reason, u"One more interview"_s);
        // It now waits for what ends after its deadline: red, in words.
        const TimelineRow &row = open.gantt().plan().rows[size_t(open.rowOf(u"Draft"_s))];
        QVERIFY(row.conflict >= 0);
        QVERIFY(open.view().description(open.rowOf(u"Draft"_s)).contains(u"after its deadline"_s));
        // Below the first, and back.
        open.gantt().setCurrentId(open.called(u"Draft"_s)->id);
        open.keys({Qt::Key_Right}, Qt::AltModifier);
        QVERIFY(!open.review().parentOf(*open.called(u"Draft"_s)).isNull());
        open.window.undo();
        QVERIFY(open.review().parentOf(*open.called(u"Draft"_s)).isNull());
    }
    Opened again(m_clock, path(u"new.plumb"_s));
    QCOMPARE(again.called(u"Draft"_s)->reason, u"One more interview"_s);
    QCOMPARE(again.review().count(Kind::Dependency), 1);
}

void TestPlanWindow::aPlanIsChangedByMouse()
{
    QFile::copy(path(u"sample.plumb"_s), path(u"mouse.plumb"_s));
    Opened open(m_clock, path(u"mouse.plumb"_s));
    open.window.view()->showPage(u"timeline"_s);
    QCoreApplication::processEvents();
    GanttView &view = open.view();
    // A diamond is dragged two weeks on; the bar asks why.
    const RecordId item = *open.review().byKey(u"M-022"_s);
    QVERIFY(open.gantt().setCurrentId(item));
    view.showDays(dayNumber(QDate(2020, 1, 1)), dayNumber(QDate(2020, 12, 31)));
    QCoreApplication::processEvents();
    const auto target = [&] { return open.review().find(MilestoneId(item.uuid))->target->first; };
    const QDate before = target();
    const QPoint from = view.markRect(open.gantt().plan().rowOf(item)).center();
    const QPoint to = from + QPoint(int(std::lround(14 * view.scale().pixelsPerDay())), 0);
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view.viewport(), (from + to) / 2);
    QTest::mouseMove(view.viewport(), to);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
    QCOMPARE(before.daysTo(target()), 14);
    QVERIFY(open.page().findChild<ReasonBar *>()->isAsking());
    open.type(u"The staff report takes longer."_s);
    QCOMPARE(open.review().find(MilestoneId(item.uuid))->reason, u"The staff report takes longer."_s);
    // A link is drawn from its ring to another row.
    const int links = open.review().count(Kind::Dependency);
    const int row = open.gantt().plan().rowOf(item);
    const QPoint ring = view.handleRect(row).center();
    const int other = open.gantt().plan().rowOf(*open.review().byKey(u"M-025"_s));
    QVERIFY(other > 0);
    view.ensureRowVisible(other);
    view.ensureRowVisible(row);
    const QPoint begin = view.handleRect(row).center();
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, begin);
    QTest::mouseMove(view.viewport(), view.rowRect(other).center());
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, view.rowRect(other).center());
    QCOMPARE(open.review().count(Kind::Dependency), links + 1);
    Q_UNUSED(ring);
    // A head of the table sorts; the menu of the item deletes it, and undo brings it back.
    GanttTable *table = open.gantt().table();
    QTest::mouseClick(table, Qt::LeftButton, {}, QPoint(60, 40));
    QCOMPARE(open.gantt().plan().options.sortBy, std::optional(TimelineColumn::Title));
    QTest::mouseClick(table, Qt::LeftButton, {}, QPoint(60, 40));
    QTest::mouseClick(table, Qt::LeftButton, {}, QPoint(60, 40));
    QVERIFY(!open.gantt().plan().options.sortBy);
    const std::unique_ptr<QMenu> menu(open.page().makeItemMenu(item));
    menu->actions().last()->trigger();
    QVERIFY(!open.review().find(item));
    open.window.undo();
    QVERIFY(open.review().find(item));
}

void TestPlanWindow::theTimelineIsPrinted()
{
    QFile::copy(path(u"sample.plumb"_s), path(u"printed.plumb"_s));
    Opened open(m_clock, path(u"printed.plumb"_s));
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFileName(path(u"paper.pdf"_s));
    open.window.print(std::move(printer));
    const auto *bar = open.window.view()->findChild<MessageBar *>(); // Not that of the start page.
    QTRY_VERIFY_WITH_TIMEOUT(bar->severity() == Severity::Good, 20000);
    QFile file(path(u"paper.pdf"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF"));
    QVERIFY(bytes.count("/Type /Page\n") >= 2);
}

/// Whoever is in the tree has a name; a row says its dates and state, and what can be done with it.
void TestPlanWindow::aScreenReaderIsToldEverything()
{
    QFile::copy(path(u"sample.plumb"_s), path(u"spoken.plumb"_s));
    Opened open(m_clock, path(u"spoken.plumb"_s));
    open.window.view()->showPage(u"timeline"_s);
    QCoreApplication::processEvents();
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&open.view());
    QCOMPARE(chart->childCount(), open.gantt().plan().rowCount());
    int movable = 0;
    for (int row = 0; row < chart->childCount(); ++row) {
        QAccessibleInterface *child = chart->child(row);
        QVERIFY2(!child->text(QAccessible::Name).isEmpty(), qPrintable(QString::number(row)));
        if (open.gantt().plan().rows[size_t(row)].kind == TimelineRow::Kind::NewItem)
            continue;
        QVERIFY2(!child->text(QAccessible::Description).isEmpty(), qPrintable(child->text(QAccessible::Name)));
        const QStringList actions = child->actionInterface()->actionNames();
        QVERIFY(actions.contains(QAccessibleActionInterface::pressAction()));
        if (!open.view().state().isMovable(row))
            continue;
        ++movable;
        for (const QString &action :
             {QAccessibleActionInterface::increaseAction(), QAccessibleActionInterface::showMenuAction()}) {
            QVERIFY2(actions.contains(action), qPrintable(action));
            QVERIFY(!child->actionInterface()->localizedActionDescription(action).isEmpty());
        }
    }
    QVERIFY(movable > 0);
    // Every tool of the row above has a name, and so has every field.
    for (const QToolButton *button : open.page().findChildren<QToolButton *>()) {
        const bool ofField = qobject_cast<const QLineEdit *>(button->parentWidget()); // Its icon and its cross are its own.
        if (button->isVisible() && !ofField)
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), qPrintable(button->toolTip()));
    }
    for (const QLineEdit *field : open.page().findChildren<QLineEdit *>()) {
        if (field->isVisible() && !qobject_cast<const QWidget *>(field->parent())->inherits("QComboBox"))
            QVERIFY(!field->accessibleName().isEmpty());
    }
    // What is done through the tree is done.
    const RecordId item = *open.review().byKey(u"M-022"_s);
    const QDate before = open.review().find(MilestoneId(item.uuid))->target->first;
    QAccessibleInterface *row = chart->child(open.gantt().plan().rowOf(item));
    QVERIFY2(row->text(QAccessible::Description).contains(u"milestone on"_s), qPrintable(row->text(QAccessible::Description)));
    row->actionInterface()->doAction(QAccessibleActionInterface::increaseAction());
    QCOMPARE(open.review().find(MilestoneId(item.uuid))->target->first, before.addDays(1));
}

/// A person who needs letters of three times the size sees fewer rows, and nothing cut off.
void TestPlanWindow::everythingFitsAtThreeTimesTheSize()
{
    QFile::copy(path(u"sample.plumb"_s), path(u"large.plumb"_s));
    Opened open(m_clock, path(u"large.plumb"_s));
    open.window.view()->showPage(u"timeline"_s);
    const int small = open.view().rowRect(1).height();
    QFont font = open.view().font();
    font.setPointSizeF(font.pointSizeF() * 3);
    open.view().setFont(font);
    QCoreApplication::processEvents();
    const int large = open.view().rowRect(1).height();
    QVERIFY2(large >= 2.5 * small, qPrintable(u"%1 %2"_s.arg(small).arg(large)));
    QVERIFY(large >= QFontMetrics(font).lineSpacing());
    QVERIFY(!open.window.grab().isNull());
    // What is seen is what is hit.
    const RecordId item = *open.review().byKey(u"M-022"_s);
    QVERIFY(open.gantt().setCurrentId(item));
    QCOMPARE(open.view().rowAt(open.view().markRect(open.gantt().plan().rowOf(item)).center()), open.gantt().plan().rowOf(item));
}

PLUMBLINE_TEST(TestPlanWindow)
} // namespace planwindow_test

#include "tst_planwindow.moc"
