#include "ui/widgets/navigationlist.h"

#include "ui/widgets/navigationdelegate.h"

#include <QScopedValueRollback>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

NavigationList::NavigationList(QWidget *parent) : QListView(parent), m_pages(new QStandardItemModel(this))
{
    setModel(m_pages);
    setItemDelegate(new NavigationDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setViewportMargins(0, 8, 0, 8);
    setMouseTracking(true);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setAccessibleName(tr("Pages"));
}

void NavigationList::addPage(const QString &id, const QString &iconName, const QString &text,
                             bool groupBreakBefore)
{
    auto *item = new QStandardItem(text);
    item->setData(id, IdRole);
    item->setData(iconName, IconNameRole);
    item->setData(groupBreakBefore, GroupBreakRole);
    m_pages->appendRow(item);
    setAccessibleText(item);
}

void NavigationList::setPageText(const QString &id, const QString &text)
{
    if (QStandardItem *item = find(id)) {
        item->setText(text);
        setAccessibleText(item);
    }
}

void NavigationList::setAttention(const QString &id, Severity severity, int count)
{
    if (QStandardItem *item = find(id)) {
        item->setData(int(severity), SeverityRole);
        item->setData(count, CountRole);
        setAccessibleText(item);
    }
}

QString NavigationList::currentPage() const
{
    return currentIndex().data(IdRole).toString();
}

void NavigationList::setCurrentPage(const QString &id)
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (const QStandardItem *item = find(id))
        setCurrentIndex(item->index());
}

QSize NavigationList::sizeHint() const
{
    const int widest = std::max(208, sizeHintForColumn(0));
    return {widest, QListView::sizeHint().height()};
}

void NavigationList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_quiet && current.isValid())
        emit pageChosen(current.data(IdRole).toString());
}

QStandardItem *NavigationList::find(const QString &id) const
{
    for (int row = 0; row < m_pages->rowCount(); ++row) {
        if (QStandardItem *item = m_pages->item(row); item->data(IdRole).toString() == id)
            return item;
    }
    return nullptr;
}

void NavigationList::setAccessibleText(QStandardItem *item)
{
    const int count = item->data(CountRole).toInt();
    const auto severity = Severity(item->data(SeverityRole).toInt());
    item->setAccessibleText(count ? tr("%1, %2", "page, what needs attention on it")
                                        .arg(item->text(), severityCount(severity, count))
                                  : item->text());
}

} // namespace plumbline
