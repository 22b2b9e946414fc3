#include "ui/pages/evidenceboard.h"

#include "ui/models/fieldwords.h"
#include "ui/models/recordmodel.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/twolinedelegate.h"

#include <QDrag>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int columnWidth = 232;
constexpr int emptyWidth = 120; // Wide enough to drop a card on.
const QString mimeType = QStringLiteral("application/x-plumbline-record");

RecordId recordIn(const QMimeData *data)
{
    return RecordId(QUuid::fromString(QString::fromLatin1(data->data(mimeType))));
}

} // namespace

BoardColumn::BoardColumn(Session &session, SourceState state, QWidget *parent)
    : QListView(parent), m_state(state), m_records(new RecordModel(session, Kind::DataSource, {}, this))
{
    useTwoLines(this);
    m_records->setFilter([state](const Record &record) {
        const auto &source = static_cast<const DataSource &>(record);
        return source.state.is(state) || (source.state.isNone() && state == SourceState::Identified);
    });
    m_records->setSummary([&session](const Record &record) {
        const auto &source = static_cast<const DataSource &>(record);
        const QDate today = session.clock().today();
        RowSummary row;
        row.secondLine += source.need.isNone() ? session.review().shownKey(record) : choiceLabel(source.need);
        row.corner = source.obtained ? dateText(source.obtained, today) : dateText(source.expected, today);
        return row;
    });
    setModel(m_records);
    setModelColumn(m_records->columnOf("title"));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setDragEnabled(!session.isReadOnly());
    setAcceptDrops(!session.isReadOnly());
    setAccessibleName(choiceLabel(Choice<SourceState>(state)));
}

RecordId BoardColumn::current() const
{
    return currentIndex().isValid() ? m_records->idAt(currentIndex().row()) : RecordId();
}

void BoardColumn::startDrag(Qt::DropActions)
{
    if (current().isNull())
        return;
    auto *data = new QMimeData;
    data->setData(mimeType, current().uuid.toString().toLatin1());
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    drag->exec(Qt::MoveAction);
}

void BoardColumn::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(mimeType))
        event->acceptProposedAction();
}

void BoardColumn::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->mimeData()->hasFormat(mimeType))
        event->acceptProposedAction();
}

void BoardColumn::dropEvent(QDropEvent *event)
{
    const RecordId source = recordIn(event->mimeData());
    if (source.isNull())
        return;
    event->acceptProposedAction();
    emit dropped(source);
}

void BoardColumn::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (event->modifiers() == Qt::AltModifier &&
        (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        emit stepped((event->key() == Qt::Key_Right) != mirrored ? 1 : -1);
        return;
    }
    QListView::keyPressEvent(event);
}

EvidenceBoard::EvidenceBoard(Session &session, QWidget *parent)
    : Page(session, parent), m_header(new PageHeader(tr("Evidence"), this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *inside = new QWidget;
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(24, 8, 24, 16);
    row->setSpacing(16);
    for (int state = 0; state <= int(SourceState::Withdrawn); ++state)
        row->addWidget(makeColumn(SourceState(state)));
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(scroll, 1);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::DataSource))
            updateCounts();
    });
    updateCounts();
}

QWidget *EvidenceBoard::makeColumn(SourceState state)
{
    auto *box = new QWidget;
    auto *head = new SectionHeader(choiceLabel(Choice<SourceState>(state)), box);
    auto *cards = new BoardColumn(session(), state, box);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(head);
    column->addWidget(cards, 1);
    m_columns += cards;
    m_heads += head;
    connect(cards, &BoardColumn::dropped, this, [this, state](RecordId source) { move(source, state); });
    connect(cards, &BoardColumn::stepped, this, [this, cards](int step) {
        const int to = int(m_columns.indexOf(cards)) + step;
        if (to >= 0 && to < m_columns.size() && !cards->current().isNull())
            move(cards->current(), m_columns.at(to)->state());
    });
    connect(cards, &QListView::activated, this, [this, cards] { emit recordRequested(cards->current()); });
    connect(cards->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, cards] { setCurrent(cards->current()); });
    return box;
}

void EvidenceBoard::setCurrent(RecordId source)
{
    if (source.isNull() || source == m_current)
        return;
    m_current = source;
    emit currentRecordChanged(source);
}

void EvidenceBoard::updateCounts()
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const int count = m_columns.at(i)->records()->rowCount();
        m_heads.at(i)->setCount(count == 0 ? QString() : QLocale().toString(count));
        m_heads.at(i)->parentWidget()->setFixedWidth(count == 0 ? emptyWidth : columnWidth);
    }
    const int total = session().review().count(Kind::DataSource);
    m_header->setCounts({{total == 0 ? tr("none yet") : QLocale().toString(total)}});
}

bool EvidenceBoard::move(RecordId source, SourceState state)
{
    const DataSource *record = session().review().find(DataSourceId(source.uuid));
    if (!record || record->state.is(state))
        return false;
    ChangeSet changes(session().review(), Cause::Edit);
    changes.set<&DataSource::state>(DataSourceId(source.uuid), Choice<SourceState>(state));
    if (!commit(changes))
        return false;
    for (BoardColumn *column : std::as_const(m_columns)) {
        if (column->state() != state)
            continue;
        const int row = column->records()->rowOf(source);
        column->setCurrentIndex(column->records()->index(row, column->modelColumn()));
        column->setFocus();
    }
    return true;
}

} // namespace plumbline
