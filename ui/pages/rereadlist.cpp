#include "ui/pages/rereadlist.h"

#include "ui/dialogs/linerow.h"
#include "ui/dialogs/recordwords.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QVBoxLayout>

namespace plumbline {

static constexpr int mostToReread = 20; // Rows shown; the rest is counted and comes up as these are read.

RereadList::RereadList(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_header(new SectionHeader(tr("To be read again"), this)), m_rows(new QVBoxLayout)
{
    auto *note = new QuietLabel(tr("Changed here and by somebody else: each change fits, but nobody has read the whole."),
                                this);
    note->setType(Type::Caption);
    note->setWordWrap(true);
    note->setContentsMargins(0, 4, 0, 4);
    m_rows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 24, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(note);
    column->addLayout(m_rows);
    connect(m_header, &SectionHeader::actionTriggered, this, [this] { markRead(m_records); });
    hide();
}

void RereadList::refresh()
{
    const QList<RecordId> records = m_session.store().toReread();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->deleteLater(); // Later, because its button may be what was pressed.
        }
        delete item;
    }
    const bool news = records.size() != m_records.size();
    m_records = records;
    for (const RecordId record : m_records.mid(0, mostToReread))
        addRow(record);
    if (const int more = count() - mostToReread; more > 0)
        m_rows->addWidget(new QuietLabel(tr("and %n more", nullptr, more), this));
    m_header->setCount(tr("%n record(s)", nullptr, count()));
    m_header->setAction(m_session.isReadOnly() || m_records.isEmpty() ? QString() : tr("All read"));
    setVisible(!m_records.isEmpty());
    if (news)
        emit countChanged();
}

void RereadList::addRow(RecordId record)
{
    const Review &review = m_session.review();
    const QString name = shortName(review, record);
    const QString title = titleWords(review, record);
    auto *row = new LineRow(this);
    const auto kind = review.kindOf(record);
    row->addIcon(kind ? kindIcon(*kind) : QStringLiteral("eye"));
    LinkButton *open = row->addLink(name);
    row->addText(title == name ? QString() : title);
    connect(open, &LinkButton::clicked, this, [this, record] { emit recordRequested(record); });
    if (!m_session.isReadOnly()) {
        LinkButton *read = row->addLink(tr("Read"));
        read->setAccessibleName(tr("%1 is read").arg(name));
        connect(read, &LinkButton::clicked, this, [this, record] { markRead({record}); });
    }
    m_rows->addWidget(row);
}

void RereadList::markRead(const QList<RecordId> &records)
{
    if (const Status marked = m_session.store().markReread(records); !marked)
        emit failed(marked.error().sentence);
    refresh();
}

} // namespace plumbline
