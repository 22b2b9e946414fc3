#include "ui/window/reviewview.h"

#include "ui/pages/decisionspage.h"
#include "ui/pages/evidencepage.h"
#include "ui/pages/findingspage.h"
#include "ui/pages/historypage.h"
#include "ui/pages/listspage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/preparationpage.h"
#include "ui/pages/recommendationspage.h"
#include "ui/pages/recordpage.h"
#include "ui/pages/sharingpage.h"
#include "ui/pages/subteamspage.h"
#include "ui/pages/timelinepage.h"
#include "ui/pages/tracepage.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/navigationlist.h"
#include "ui/window/inspector.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace plumbline {

using namespace Qt::StringLiterals;

static constexpr int navigationWidth = 208;
static constexpr int inspectorWidth = 280;

ReviewView::ReviewView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_navigation(new NavigationList), m_message(new MessageBar),
      m_pages(new QStackedWidget), m_sharing(new SharingPage(session)), m_inspector(new Inspector(session)), m_splitter(new QSplitter)
{
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_pages, 1);
    centre->setAutoFillBackground(true);
    centre->setBackgroundRole(QPalette::Base);
    m_message->hide();

    m_navigation->setFixedWidth(navigationWidth);
    setFocusProxy(m_navigation);
    m_splitter->addWidget(centre);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({1440 - navigationWidth - inspectorWidth, inspectorWidth});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_splitter, 1);

    addPage(new OverviewPage(session), u"overview"_s, u"overview"_s, tr("Overview"), false);
    addPage(new TimelinePage(session), u"timeline"_s, u"timeline"_s, tr("Timeline"), false);
    addPage(new PreparationPage(session), u"preparation"_s, u"report"_s, tr("Preparation"), false);
    addPage(new SubTeamsPage(session), u"subteams"_s, u"sub-teams"_s, tr("Sub-teams"), false);
    addPage(new EvidencePage(session), u"evidence"_s, u"evidence"_s, tr("Evidence"), true);
    addPage(new FindingsPage(session), u"findings"_s, u"findings"_s, tr("Findings"), false);
    addPage(new RecommendationsPage(session), u"recommendations"_s, u"recommendations"_s, tr("Recommendations"), false);
    addPage(new TracePage(session), u"trace"_s, u"link"_s, tr("Trace"), false);
    addPage(new DecisionsPage(session), u"decisions"_s, u"decisions"_s, tr("Decisions"), false);
    if (session.isPublication()) {
        m_sharing->setParent(this); // Nothing of it is to be shared, and it has no history.
        m_sharing->hide();
    } else {
        addPage(m_sharing, u"sharing"_s, u"sharing"_s, tr("Sharing"), true);
        addPage(new HistoryPage(session), u"history"_s, u"history"_s, tr("History"), false);
    }

    connect(m_navigation, &NavigationList::pageChosen, this, &ReviewView::showPage);
    connect(m_message, &MessageBar::actionTriggered, this, [this] {
        // Taken out first: what it does may show another message.
        if (const auto act = std::exchange(m_offer, {}))
            act();
    });
    connect(m_inspector, &Inspector::recordRequested, this, &ReviewView::showRecord);
    connect(m_inspector, &Inspector::message, this, &ReviewView::showMessage);
    connect(&session, &Session::changed, this, &ReviewView::updateAttention);
    showPage(u"overview"_s);
    updateAttention();
}

void ReviewView::addPage(Page *page, const QString &id, const QString &iconName, const QString &title, bool breakBefore)
{
    m_navigation->addPage(id, iconName, title, breakBefore);
    m_ids += id;
    m_titles += title;
    m_pages->addWidget(page);
    follow(page, id);
}

void ReviewView::follow(Page *page, const QString &id)
{
    connect(page, &Page::currentRecordChanged, this, &ReviewView::updateInspector);
    connect(page, &Page::recordRequested, this, &ReviewView::showRecord);
    connect(page, &Page::pageRequested, this, &ReviewView::showPage);
    connect(page, &Page::message, this, &ReviewView::showMessage);
    const auto choose = [this](RecordId record, const QByteArray &field) {
        showPage(u"sharing"_s);
        m_sharing->showConflict(record, field);
    };
    if (auto *records = qobject_cast<RecordPage *>(page))
        connect(records, &RecordPage::conflictRequested, this, choose);
    if (auto *lists = qobject_cast<ListsPage *>(page))
        connect(lists, &ListsPage::conflictRequested, this, choose);
    connect(page, &Page::attentionChanged, this, [this, page, id] {
        const auto [severity, count] = page->attention();
        m_navigation->setAttention(id, severity, count);
    });
}

void ReviewView::updateAttention()
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto [severity, count] = static_cast<Page *>(m_pages->widget(i))->attention();
        m_navigation->setAttention(m_ids.at(i), severity, count);
    }
}

Page *ReviewView::currentPage() const
{
    return static_cast<Page *>(m_pages->currentWidget());
}

QString ReviewView::currentPageId() const
{
    return m_ids.value(m_pages->currentIndex());
}

QList<QPair<QString, QString>> ReviewView::pageTitles() const
{
    QList<QPair<QString, QString>> pages;
    for (qsizetype i = 0; i < m_ids.size(); ++i)
        pages += {m_ids.at(i), m_titles.at(i)};
    return pages;
}

void ReviewView::showPage(const QString &id)
{
    const qsizetype index = m_ids.indexOf(id);
    if (index < 0)
        return;
    m_pages->setCurrentIndex(int(index));
    m_navigation->setCurrentPage(id);
    updateInspector();
    emit pageChanged(id);
}

void ReviewView::showRecord(RecordId record)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        auto *page = static_cast<Page *>(m_pages->widget(i));
        if (page->showRecord(record)) {
            showPage(m_ids.at(i));
            return;
        }
    }
    // No page shows such records yet; the inspector shows any.
    m_inspector->setRecord(record);
    m_inspector->setVisible(m_inspectorWanted);
}

void ReviewView::updateInspector()
{
    Page *page = currentPage();
    m_inspector->setVisible(m_inspectorWanted && page->wantsInspector());
    m_inspector->setRecord(page->currentRecord());
}

void ReviewView::setInspectorVisible(bool visible)
{
    m_inspectorWanted = visible;
    updateInspector();
}

void ReviewView::offer(Severity severity, const QString &happened, const QString &kept, const QString &action,
                       const std::function<void()> &act)
{
    showMessage(severity, happened, kept);
    offer(action, act);
}

void ReviewView::showMessage(Severity severity, const QString &happened, const QString &kept)
{
    m_offer = {};
    m_message->showMessage(severity, happened, kept);
}

void ReviewView::offer(const QString &text, std::function<void()> act)
{
    m_offer = std::move(act);
    m_message->setAction(text);
}

} // namespace plumbline
