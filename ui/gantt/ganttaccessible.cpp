#include "ui/gantt/ganttaccessible.h"

#include "core/timeline/timelinetexts.h"
#include "ui/gantt/ganttview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace plumbline {

namespace {

/// One row, by its number: it reads the plan of the moment and keeps nothing, so a new plan needs no news
/// here.
class RowAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    RowAccessible(GanttView *view, int row) : m_view(view), m_row(row) {}

    bool isValid() const override { return m_view && m_row < m_view->state().plan().rowCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text which) const override
    {
        if (!isValid())
            return {};
        if (which == QAccessible::Description)
            return m_view->description(m_row);
        if (which != QAccessible::Name)
            return {};
        const TimelineTexts texts(m_view->state().plan(), m_view->locale());
        return item().kind == TimelineRow::Kind::LaneHead
                   ? texts.laneName(m_view->state().plan().laneOf(item()))
                   : texts.title(item());
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_view->rowRect(m_row);
        return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = state.focusable = true;
        const bool current = m_view->state().currentRow() == m_row;
        state.selected = state.active = current;
        state.focused = current && m_view->hasFocus();
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->rowRect(m_row));
        if (item().kind == TimelineRow::Kind::LaneHead) {
            const bool folded = m_view->state().plan().laneOf(item()).folded;
            state.expandable = true;
            state.expanded = !folded;
            state.collapsed = folded;
        }
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }

    QStringList actionNames() const override
    {
        if (!isValid())
            return {};
        QStringList names{setFocusAction(), pressAction()};
        if (item().kind == TimelineRow::Kind::Item)
            names << showMenuAction();
        if (m_view->state().isMovable(m_row))
            names << increaseAction() << decreaseAction();
        return names;
    }

    QString localizedActionDescription(const QString &action) const override
    {
        if (action == increaseAction())
            return GanttView::tr("Moves the item a day later");
        if (action == decreaseAction())
            return GanttView::tr("Moves the item a day earlier");
        if (action == showMenuAction())
            return GanttView::tr("Shows what can be done with the item");
        return QAccessibleActionInterface::localizedActionDescription(action);
    }

    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        if (action == setFocusAction())
            m_view->setFocus();
        m_view->state().setCurrentRow(m_row);
        if (action == pressAction())
            m_view->activateRow(m_row);
        else if (action == increaseAction())
            m_view->moveItem(m_row, 1);
        else if (action == decreaseAction())
            m_view->moveItem(m_row, -1);
        else if (action == showMenuAction())
            emit m_view->menuRequested(item().id, m_view->viewport()->mapToGlobal(m_view->markRect(m_row).bottomLeft()));
    }

    QStringList keyBindingsForAction(const QString &action) const override
    {
        if (action == pressAction())
            return {QKeySequence(Qt::Key_Return).toString()};
        if (action == increaseAction())
            return {QKeySequence(Qt::CTRL | Qt::Key_Right).toString()};
        if (action == decreaseAction())
            return {QKeySequence(Qt::CTRL | Qt::Key_Left).toString()};
        return {};
    }

private:
    const TimelineRow &item() const { return m_view->state().plan().rows[size_t(m_row)]; }

    QPointer<GanttView> m_view;
    int m_row;
};

class GanttAccessible : public QAccessibleWidget
{
public:
    explicit GanttAccessible(GanttView *view) : QAccessibleWidget(view, QAccessible::List)
    {
        m_plan = QObject::connect(&view->state(), &GanttState::planChanged, view, [this] { forgetRows(); });
    }

    ~GanttAccessible() override
    {
        QObject::disconnect(m_plan);
        forgetRows();
    }

    int childCount() const override { return view()->state().plan().rowCount(); }

    QAccessibleInterface *child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        if (const auto known = m_rows.constFind(row); known != m_rows.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *made = new RowAccessible(view(), row);
        m_rows.insert(row, QAccessible::registerAccessibleInterface(made));
        m_numbers.insert(made, row);
        return made;
    }

    int indexOfChild(const QAccessibleInterface *child) const override { return m_numbers.value(child, -1); }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(view()->rowAt(view()->viewport()->mapFromGlobal(QPoint(x, y))));
    }

    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->state().currentRow()) : nullptr;
    }

private:
    GanttView *view() const { return static_cast<GanttView *>(widget()); }

    void forgetRows()
    {
        for (const QAccessible::Id id : std::as_const(m_rows))
            QAccessible::deleteAccessibleInterface(id);
        m_rows.clear();
        m_numbers.clear();
    }

    QMetaObject::Connection m_plan;
    mutable QHash<int, QAccessible::Id> m_rows;
    mutable QHash<const QAccessibleInterface *, int> m_numbers;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<GanttView *>(object);
    return view ? new GanttAccessible(view) : nullptr;
}

} // namespace

void installGanttAccessibility()
{
    static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(installed);
}

} // namespace plumbline
