#include "ui/dialogs/publishdialog.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowpainting.h"

#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {

namespace {

/// Sentences of as many lines as they need, with a hairline below each.
class SentenceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 9);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        paintHairline(painter, option.rect);
    }
};

} // namespace

PublishDialog::PublishDialog(Session &session, QWidget *parent)
    : DialogFrame(tr("Publish"), parent),
      m_session(session),
      m_hits(new QListWidget(this)),
      m_release(new QCheckBox(tr("&Release it all the same"), this))
{
    m_hits->setAccessibleName(tr("Text that is not published and would be"));
    m_hits->setWordWrap(true);
    useRows(m_hits);
    m_hits->setItemDelegate(new SentenceDelegate(m_hits));
    m_hits->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    body()->addWidget(m_hits, 1);
    body()->addWidget(m_release);
    setButtons(tr("Publish…"), tr("Cancel"));
    connect(m_release, &QCheckBox::toggled, this, &PublishDialog::judge);
    connect(m_hits, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { emit recordRequested(item->data(Qt::UserRole).value<RecordId>()); });
    prepare();
    resize(560, 420);
}

void PublishDialog::prepare()
{
    const auto publication = makePublication(m_session.review(), m_session.clock().now());
    const auto found = publication ? unpublishedSentences(m_session.store(), m_session.review(), *publication)
                                   : Result<QList<UnpublishedHit>>(publication.error());
    if (found) {
        m_publication = *publication;
        m_found = *found;
        m_ready = true;
    } else {
        complain(found.error().sentence);
    }
    setHeading(tr("Publish"), countWords());
    for (const UnpublishedHit &hit : std::as_const(m_found)) {
        auto *item = new QListWidgetItem(icon(hit.former ? "history" : "lock"), describeHit(hit), m_hits);
        item->setData(Qt::UserRole, QVariant::fromValue(hit.record));
    }
    m_hits->setVisible(!m_found.isEmpty());
    m_release->setVisible(!m_found.isEmpty());
    if (m_found.isEmpty())
        body()->addStretch(1);
    judge();
}

QString PublishDialog::countWords() const
{
    if (!m_ready)
        return {};
    const QString what = tr("Readers outside the team get %Ln record(s): what is said now, without history, notes, addresses "
                            "and whatever belongs to a closed group.",
                            nullptr, int(m_publication.records.size()));
    if (m_found.isEmpty())
        return tr("%1 No unpublished text stands in it.").arg(what);
    return tr("%1 These pieces of text also stand in places they do not see. Read whether they may know them:").arg(what);
}

void PublishDialog::judge()
{
    allow(m_ready && (m_found.isEmpty() || m_release->isChecked()),
          m_ready ? tr("Change the text, or say that it is meant.") : QString());
}

Status PublishDialog::write(const QString &path) const
{
    return writePublication(m_publication, path);
}

} // namespace plumbline
