#include "ui/pages/conflictspage.h"

#include "ui/dialogs/conflictsview.h"
#include "ui/widgets/pageheader.h"

#include <QVBoxLayout>

namespace plumbline {

ConflictsPage::ConflictsPage(Session &session, QWidget *parent)
    : Page(session, parent), m_header(new PageHeader(tr("Conflicts"), this)), m_view(new ConflictsView(session, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_header->setLineVisible(true);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(m_view, 1);
    connect(m_view, &ConflictsView::recordRequested, this, &Page::recordRequested);
    connect(m_view, &ConflictsView::currentRecordChanged, this, &Page::currentRecordChanged);
    connect(m_view, &ConflictsView::message, this, &Page::message);
    connect(m_view, &ConflictsView::countChanged, this, &ConflictsPage::showCounts);
    showCounts();
}

bool ConflictsPage::showRecord(RecordId record)
{
    // Records are shown where they are edited; here only when somebody is on this page already.
    return isVisible() && m_view->showRecord(record);
}

RecordId ConflictsPage::currentRecord() const
{
    return m_view->currentRecord();
}

QPair<Severity, int> ConflictsPage::attention() const
{
    return {m_view->count() > 0 ? Severity::Warning : Severity::None, m_view->count()};
}

void ConflictsPage::showCounts()
{
    const int count = m_view->count();
    m_header->setCounts({{count > 0 ? tr("%n open", nullptr, count) : tr("all settled"),
                          count > 0 ? Severity::Warning : Severity::None}});
    emit attentionChanged();
}

} // namespace plumbline
