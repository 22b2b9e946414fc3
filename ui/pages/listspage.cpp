#include "ui/pages/listspage.h"

#include "ui/widgets/choicebar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {

ListsPage::ListsPage(Session &session, QWidget *parent) : Page(session, parent), m_stack(new QStackedWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

void ListsPage::addView(const QString &id, const QString &title, RecordPage *page)
{
    addView(id, title, page, page->header());
}

void ListsPage::addView(const QString &id, const QString &title, Page *page, PageHeader *header)
{
    m_views += View{id, title, page, header};
    m_stack->addWidget(page);
    connect(page, &Page::currentRecordChanged, this, [this, page](RecordId record) {
        if (page == m_stack->currentWidget())
            emit currentRecordChanged(record);
    });
    connect(page, &Page::recordRequested, this, &Page::recordRequested);
    connect(page, &Page::message, this, &Page::message);
    connect(page, &Page::pageRequested, this, &Page::pageRequested);
    connect(page, &Page::attentionChanged, this, &Page::attentionChanged);
}

void ListsPage::finish()
{
    for (const View &view : std::as_const(m_views)) {
        auto *bar = new ChoiceBar;
        for (const View &choice : std::as_const(m_views))
            bar->addChoice(choice.id, choice.title);
        view.header->addAtEnd(bar);
        connect(bar, &ChoiceBar::chosen, this, &ListsPage::showView);
        m_bars += bar;
    }
    showView(m_views.first().id);
}

Page *ListsPage::page(const QString &id) const
{
    const auto view =
        std::find_if(m_views.begin(), m_views.end(), [&](const View &one) { return one.id == id; });
    return view == m_views.end() ? nullptr : view->page;
}

QString ListsPage::currentView() const
{
    return m_views.at(m_stack->currentIndex()).id;
}

void ListsPage::showView(const QString &id)
{
    Page *const wanted = page(id);
    if (!wanted)
        return;
    m_stack->setCurrentWidget(wanted);
    for (ChoiceBar *bar : std::as_const(m_bars))
        bar->setCurrent(id);
    setFocusProxy(wanted);
    emit currentRecordChanged(currentRecord());
}

bool ListsPage::showRecord(RecordId record)
{
    for (const View &view : std::as_const(m_views)) {
        if (!view.page->showRecord(record))
            continue;
        showView(view.id);
        return true;
    }
    return false;
}

RecordId ListsPage::currentRecord() const
{
    return static_cast<Page *>(m_stack->currentWidget())->currentRecord();
}

bool ListsPage::wantsInspector() const
{
    return static_cast<Page *>(m_stack->currentWidget())->wantsInspector();
}

QPair<Severity, int> ListsPage::attention() const
{
    // None, Hint, Warning, Error: the greater is the worse; Good says nothing.
    QPair<Severity, int> worst{Severity::None, 0};
    for (const View &view : std::as_const(m_views)) {
        const auto said = view.page->attention();
        if (said.first == worst.first)
            worst.second += said.second;
        else if (said.first != Severity::Good && said.first > worst.first)
            worst = said;
    }
    return worst;
}

} // namespace plumbline
