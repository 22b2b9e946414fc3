#include "ui/pages/listspage.h"

#include "ui/widgets/choicebar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {

ListsPage::ListsPage(Session &session, QWidget *parent) : Page(session, parent), m_stack(new QStackedWidget)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(&session, &Session::changed, this, [this] { emit attentionChanged(); });
}

void ListsPage::addView(const QString &id, const QString &title, Kind kind,
                        const std::function<RecordPage *()> &make)
{
    m_views += View{id, title, kind, [make] {
                        RecordPage *page = make();
                        return Made{page, page->header()};
                    }};
}

void ListsPage::addView(const QString &id, const QString &title, const std::function<Made()> &make)
{
    m_views += View{id, title, std::nullopt, make};
}

void ListsPage::finish()
{
    m_current = m_views.first().id;
}

void ListsPage::showEvent(QShowEvent *event)
{
    if (m_stack->count() == 0)
        showView(m_current);
    Page::showEvent(event);
}

ListsPage::View *ListsPage::find(const QString &id)
{
    const auto view =
        std::find_if(m_views.begin(), m_views.end(), [&](const View &one) { return one.id == id; });
    return view == m_views.end() ? nullptr : &*view;
}

void ListsPage::make(View &view)
{
    const Made made = view.make();
    view.page = made.page;
    view.bar = new ChoiceBar;
    for (const View &choice : std::as_const(m_views))
        view.bar->addChoice(choice.id, choice.title);
    made.header->addAtEnd(view.bar);
    m_stack->addWidget(view.page);
    connect(view.bar, &ChoiceBar::chosen, this, &ListsPage::showView);
    connect(view.page, &Page::currentRecordChanged, this, [this, page = view.page](RecordId record) {
        if (page == current())
            emit currentRecordChanged(record);
    });
    connect(view.page, &Page::recordRequested, this, &Page::recordRequested);
    connect(view.page, &Page::message, this, &Page::message);
    connect(view.page, &Page::pageRequested, this, &Page::pageRequested);
    if (auto *records = qobject_cast<RecordPage *>(view.page))
        connect(records, &RecordPage::conflictRequested, this, &ListsPage::conflictRequested);
}

Page *ListsPage::page(const QString &id)
{
    View *view = find(id);
    if (view && !view->page)
        make(*view);
    return view ? view->page : nullptr;
}

Page *ListsPage::current() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

void ListsPage::showView(const QString &id)
{
    Page *const wanted = page(id);
    if (!wanted)
        return;
    m_current = id;
    m_stack->setCurrentWidget(wanted);
    find(id)->bar->setCurrent(id);
    setFocusProxy(wanted);
    emit currentRecordChanged(currentRecord());
}

bool ListsPage::showRecord(RecordId record)
{
    const auto kind = session().review().kindOf(record);
    for (const View &view : std::as_const(m_views)) {
        if (!kind || view.kind != kind)
            continue;
        const QString id = view.id; // Making the list may move what the reference names.
        if (!page(id)->showRecord(record))
            return false;
        showView(id);
        return true;
    }
    return false;
}

RecordId ListsPage::currentRecord() const
{
    return current() ? current()->currentRecord() : RecordId();
}

bool ListsPage::wantsInspector() const
{
    if (current())
        return current()->wantsInspector();
    const auto &kind = m_views.first().kind;
    return kind && session().review().count(*kind) > 0;
}

QPair<Severity, int> ListsPage::attention() const
{
    Severity worst = Severity::None;
    int count = 0;
    for (const Problem &problem : session().problems()) {
        const auto kind = session().review().kindOf(problem.record);
        const bool mine = kind && std::any_of(m_views.begin(), m_views.end(),
                                              [&](const View &view) { return view.kind == kind; });
        if (problem.waived || !mine)
            continue;
        worst = std::max(worst, problemSeverity(problem.level));
        ++count;
    }
    if (count > 0)
        return {worst, count};
    const auto &kind = m_views.first().kind;
    return {Severity::None, kind ? session().review().count(*kind) : 0};
}

} // namespace plumbline
