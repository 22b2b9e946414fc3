#include "ui/dialogs/backupsdialog.h"

#include "ui/widgets/rowroles.h"
#include "ui/widgets/twolinedelegate.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QListWidget>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

BackupsDialog::BackupsDialog(const Backups &backups, const QString &near, QWidget *parent)
    : DialogFrame(tr("Backups"), parent), m_backups(backups), m_near(near), m_days(new QListWidget(this))
{
    setHeading(tr("Backups"), tr("A copy of the review is kept from before the first change of each day, for the last "
                                 "ten days of work. Opening one as a copy leaves your review as it is."));
    m_days->setAccessibleName(tr("Backups, the newest first"));
    useTwoLines(m_days);
    body()->addWidget(m_days, 1);
    setButtons(tr("Open a copy…"), tr("Close"));
    fill();
    connect(m_days, &QListWidget::itemDoubleClicked, this, &BackupsDialog::accept);
    m_days->setFocus();
    resize(520, 460);
}

void BackupsDialog::fill()
{
    for (const Backup &backup : m_backups.list()) {
        auto *item = new QListWidgetItem(locale().toString(backup.day, u"dddd, d MMMM yyyy"_s), m_days);
        const QString size = locale().formattedDataSize(backup.size);
        const QString changes = backup.changes < 0 ? tr("cannot be read")
                                                   : tr("%n change(s)", nullptr, int(backup.changes));
        item->setData(Qt::UserRole, backup.day);
        item->setData(RowRole::SecondLine, QStringList{changes, size});
        item->setData(Qt::AccessibleTextRole, tr("%1: %2, %3").arg(item->text(), changes, size));
    }
    m_days->setCurrentRow(0);
    allow(m_days->count() > 0, tr("There is no backup yet. The first is made when the review is opened tomorrow."));
}

QDate BackupsDialog::day() const
{
    const QListWidgetItem *item = m_days->currentItem();
    return item ? item->data(Qt::UserRole).toDate() : QDate();
}

QString BackupsDialog::proposedPath() const
{
    const QFileInfo file(m_near);
    return u"%1/%2 %3.plumb"_s.arg(file.path(), file.completeBaseName(), day().toString(Qt::ISODate));
}

void BackupsDialog::accept()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Open a copy of the backup"), proposedPath(),
                                                      tr("Reviews (*.plumb)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        copyTo(path);
}

void BackupsDialog::copyTo(const QString &path)
{
    const Status copied = m_backups.restore(day(), path);
    if (!copied)
        return complain(copied.error().sentence);
    m_copy = path;
    DialogFrame::accept();
}

} // namespace plumbline
