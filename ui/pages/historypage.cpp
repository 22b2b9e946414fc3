#include "ui/pages/historypage.h"

#include "ui/pages/historychanges.h"
#include "ui/pages/historycompare.h"
#include "ui/pages/historytrash.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/pageheader.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

static const QStringList &historyViews()
{
    static const QStringList ids{u"changes"_s, u"compare"_s, u"trash"_s};
    return ids;
}

HistoryPage::HistoryPage(Session &session, QWidget *parent)
    : Page(session, parent), m_header(new PageHeader(tr("History"), this)), m_views(new ChoiceBar),
      m_stack(new QStackedWidget), m_changes(new HistoryChanges(session)), m_compare(new HistoryCompare(session)),
      m_trash(new HistoryTrash(session))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_header->setLineVisible(true);
    m_views->addChoice(u"changes"_s, tr("Changes"));
    m_views->addChoice(u"compare"_s, tr("Compare"));
    m_views->addChoice(u"trash"_s, tr("Trash"));
    m_header->addAtEnd(m_views);
    for (QWidget *view : std::initializer_list<QWidget *>{m_changes, m_compare, m_trash})
        m_stack->addWidget(view);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(m_stack, 1);
    connect(m_views, &ChoiceBar::chosen, this, &HistoryPage::showView);
    connect(m_changes, &HistoryChanges::recordRequested, this, &Page::recordRequested);
    connect(m_changes, &HistoryChanges::currentRecordChanged, this, &Page::currentRecordChanged);
    connect(m_changes, &HistoryChanges::message, this, &Page::message);
    connect(m_compare, &HistoryCompare::recordRequested, this, &Page::recordRequested);
    connect(m_compare, &HistoryCompare::currentRecordChanged, this, &Page::currentRecordChanged);
    connect(m_compare, &HistoryCompare::message, this, &Page::message);
    connect(m_trash, &HistoryTrash::message, this, &Page::message);
    connect(m_trash, &HistoryTrash::countChanged, this, &HistoryPage::showCounts);
    showCounts();
}

void HistoryPage::showView(const QString &id)
{
    const qsizetype index = historyViews().indexOf(id);
    if (index < 0)
        return;
    m_views->setCurrent(id);
    m_stack->setCurrentIndex(int(index));
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    emit currentRecordChanged(currentRecord());
}

RecordId HistoryPage::currentRecord() const
{
    return m_stack->currentWidget() == m_changes   ? m_changes->currentRecord()
           : m_stack->currentWidget() == m_compare ? m_compare->currentRecord()
                                                   : RecordId();
}

void HistoryPage::showCounts()
{
    const int deleted = m_trash->count();
    m_header->setCounts({{deleted > 0 ? tr("%n deleted", nullptr, deleted) : tr("nothing deleted")}});
}

} // namespace plumbline
