// What always holds: m_rows names the records the views were told of, in the order they were told. It changes only
// between a begin and an end of a row signal, so a view never asks for a row that is not there.

#include "ui/models/recordmodel.h"

#include "ui/models/fieldwords.h"
#include "ui/widgets/rowroles.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

RecordModel::RecordModel(Session &session, Kind kind, const QList<QByteArray> &columns, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_kind(kind)
{
    const KindDescription &description = describe(kind);
    for (const Field &field : description.fields) {
        if (columns.isEmpty() && field.name != "~place")
            m_fields += &field;
    }
    for (const QByteArray &name : columns) {
        if (const Field *field = description.field(name))
            m_fields += field;
    }
    readReview();
    // Not wantedRows(): a subclass that orders its records is not there yet, and asks for its rows itself.
    for (const Record *record : session.review().list(kind))
        m_rows += record->id;
    connect(&session, &Session::changed, this, &RecordModel::follow);
}

int RecordModel::columnOf(const QByteArray &field) const
{
    for (qsizetype column = 0; column < m_fields.size(); ++column) {
        if (m_fields.at(column)->name == field)
            return int(column);
    }
    return -1;
}

void RecordModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    updateRows(wantedRows());
}

void RecordModel::setSummary(const Summary &summary)
{
    m_summary = summary;
    announceRows({m_rows.cbegin(), m_rows.cend()});
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

// --- Following the news -----------------------------------------------------------------------------------------

void RecordModel::readReview()
{
    m_problems = ProblemIndex(m_session.problems());
    m_conflicted.clear();
    for (const Conflict &conflict : m_session.review().conflicts()) {
        if (conflict.kind == m_kind)
            m_conflicted += conflict.record;
    }
}

void RecordModel::follow(const Changes &changes)
{
    forget(changes);
    const ProblemIndex problems = m_problems;
    const QSet<RecordId> conflicted = m_conflicted;
    readReview();
    updateRows(wantedRows());

    const bool everyRow = changes.everything || concernsEveryRow(changes);
    QSet<RecordId> changed;
    for (const RecordId row : std::as_const(m_rows)) {
        if (everyRow || changes.records.contains(row) || problems.of(row) != m_problems.of(row) ||
            conflicted.contains(row) != m_conflicted.contains(row))
            changed += row;
    }
    announceRows(changed);
}

std::vector<const Record *> RecordModel::records() const
{
    return m_session.review().list(m_kind);
}

void RecordModel::forget(const Changes &) {}

bool RecordModel::concernsEveryRow(const Changes &changes) const
{
    // A cell shows the key and title of the record it refers to, which may be one of any kind.
    return std::any_of(m_fields.cbegin(), m_fields.cend(), [&](const Field *field) {
        return field->type == FieldType::Reference && (!field->target || changes.concerns(*field->target));
    });
}

QList<RecordId> RecordModel::wantedRows() const
{
    QList<RecordId> wanted;
    for (const Record *record : records()) {
        if (!m_filter || m_filter(*record))
            wanted += record->id;
    }
    return wanted;
}

void RecordModel::removeMissingRows(const QSet<RecordId> &wanted)
{
    for (qsizetype last = m_rows.size() - 1; last >= 0; --last) {
        if (wanted.contains(m_rows.at(last)))
            continue;
        qsizetype first = last;
        while (first > 0 && !wanted.contains(m_rows.at(first - 1)))
            --first;
        beginRemoveRows({}, int(first), int(last));
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

/// Moves the record at @p row, which belongs further down, behind the record it follows in @p wanted.
void RecordModel::takeOutOfPlace(qsizetype row, const QList<RecordId> &wanted)
{
    const qsizetype place = std::min(wanted.indexOf(m_rows.at(row)), m_rows.size() - 1);
    beginMoveRows({}, int(row), int(row), {}, int(place) + 1);
    m_rows.move(row, place);
    endMoveRows();
}

void RecordModel::updateRows(const QList<RecordId> &wanted)
{
    removeMissingRows({wanted.cbegin(), wanted.cend()});
    QSet<RecordId> here(m_rows.cbegin(), m_rows.cend());
    for (qsizetype row = 0; row < wanted.size(); ++row) {
        const RecordId record = wanted.at(row);
        if (!here.contains(record)) {
            beginInsertRows({}, int(row), int(row));
            m_rows.insert(row, record);
            endInsertRows();
            here += record;
            continue;
        }
        // One record that moved down is one move, not a move up of each record it passed.
        if (m_rows.at(row) != record && m_rows.value(row + 1) == record)
            takeOutOfPlace(row, wanted);
        if (m_rows.at(row) == record)
            continue;
        const qsizetype from = m_rows.indexOf(record, row);
        beginMoveRows({}, int(from), int(from), {}, int(row));
        m_rows.move(from, row);
        endMoveRows();
    }
}

void RecordModel::announceRows(const QSet<RecordId> &changed)
{
    const int columns = columnCount();
    for (qsizetype first = 0; first < m_rows.size() && columns > 0; ++first) {
        if (!changed.contains(m_rows.at(first)))
            continue;
        qsizetype last = first;
        while (last + 1 < m_rows.size() && changed.contains(m_rows.at(last + 1)))
            ++last;
        emit dataChanged(index(int(first), 0), index(int(last), columns - 1));
        first = last;
    }
}

// --- What a cell says -------------------------------------------------------------------------------------------

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return QVariant::fromValue(idAt(index.row()));
    const Record *record = recordAt(index.row());
    if (!record)
        return {};
    if (role >= RowRole::Severity)
        return summaryData(*record, role);
    if (role == SearchRole)
        return searchText(*record);
    if (role == Qt::ToolTipRole)
        return toolTip(*record);
    return cell(*record, fieldAt(index.column()), role);
}

QVariant RecordModel::cell(const Record &record, const Field &field, int role) const
{
    const bool isTitle = field.name == describe(m_kind).title;
    switch (role) {
    case Qt::DisplayRole:
        if (isTitle)
            return titleOf(m_kind, record);
        if (field.name == "key")
            return m_session.review().shownKey(record);
        return fieldWords(m_session.review(), field, field.get(record), m_session.clock().today()).simplified();
    case Qt::EditRole:
        if (field.type == FieldType::Choice || field.type == FieldType::Text)
            return field.get(record).toText();
        return fieldWords(m_session.review(), field, field.get(record));
    case SortRole:
        return sortValue(record, field);
    case Qt::AccessibleTextRole: {
        QStringList sentences{cell(record, field, Qt::DisplayRole).toString()};
        if (isTitle)
            sentences += toolTip(record);
        sentences.removeAll(QString());
        return sentences.join(u". "_s);
    }
    case Qt::TextAlignmentRole:
        return field.type == FieldType::Number ? int(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole: {
        if (record.life != Life::DeletedWhileEdited)
            return {};
        QFont struck;
        struck.setStrikeOut(true);
        return struck;
    }
    default:
        return {};
    }
}

QVariant RecordModel::sortValue(const Record &record, const Field &field) const
{
    const Value value = field.get(record);
    if (field.type == FieldType::Number)
        return value.isNull() ? QVariant() : QVariant(value.number());
    if (field.type == FieldType::Date && !value.isNull()) {
        const Result<PartialDate> date = PartialDate::fromText(value.toText());
        // TBD comes after every date.
        return date ? QVariant(date->isOpen() ? QDate(9999, 12, 31) : date->last()) : QVariant();
    }
    return cell(record, field, Qt::DisplayRole);
}

RowSummary RecordModel::summaryOf(const Record &record) const
{
    return m_summary ? m_summary(record) : RowSummary();
}

QVariant RecordModel::summaryData(const Record &record, int role) const
{
    if (role == RowRole::Severity)
        return int(m_problems.of(record.id).worst);
    const RowSummary summary = summaryOf(record);
    switch (role) {
    case RowRole::Number:
        return summary.number.isNull() ? QVariant() : summary.number;
    case RowRole::Chip:
        if (hasConflict(record))
            return QVariant::fromValue(ChipText{tr("Conflict"), ChipText::Tone::Warning, u"conflict"_s});
        return summary.chip.text.isEmpty() ? QVariant() : QVariant::fromValue(summary.chip);
    case RowRole::SecondLine:
        return summary.secondLine;
    case RowRole::Corner:
        return summary.corner.isEmpty() ? QVariant() : summary.corner;
    case RowRole::DotsFilled:
        return summary.dots < 0 ? QVariant() : summary.dots;
    default:
        return {};
    }
}

QString RecordModel::toolTip(const Record &record) const
{
    const RowSummary summary = summaryOf(record);
    QStringList lines;
    if (hasConflict(record))
        lines += tr("Two people wrote different values, and nobody has chosen yet.");
    if (!summary.toolTip.isEmpty())
        lines += summary.toolTip;
    lines += m_problems.of(record.id).sentences;
    return lines.join(u'\n');
}

QString RecordModel::searchText(const Record &record) const
{
    QStringList texts;
    for (const Field *field : m_fields)
        texts += cell(record, *field, Qt::DisplayRole).toString();
    texts += summaryOf(record).secondLine;
    return texts.join(u' ');
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        const Record *record = role == Qt::DisplayRole ? recordAt(section) : nullptr;
        return record ? m_session.review().shownKey(*record) : QVariant();
    }
    if (section < 0 || section >= m_fields.size())
        return {};
    if (role == Qt::DisplayRole)
        return fieldLabel(fieldAt(section));
    return role == Qt::ToolTipRole ? fieldHelp(fieldAt(section)) : QVariant();
}

// --- Editing in place -------------------------------------------------------------------------------------------

static bool isSimple(FieldType type)
{
    return type == FieldType::Line || type == FieldType::Text || type == FieldType::Date ||
           type == FieldType::Choice || type == FieldType::Number;
}

Qt::ItemFlags RecordModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || m_session.isReadOnly())
        return flags;
    const Field &field = fieldAt(index.column());
    const bool isFree = !m_session.review().conflict(idAt(index.row()), field.name);
    return isSimple(field.type) && isFree ? flags | Qt::ItemIsEditable : flags;
}

Result<Value> RecordModel::typedValue(const Field &field, const QVariant &value) const
{
    const QString text = cleanText(value.toString());
    if (text.isEmpty())
        return Value();
    if (field.type == FieldType::Date) {
        const auto date = parseTypedDate(text, m_session.clock().today(), QLocale());
        return date ? Result<Value>(Value(date->toText())) : date.error();
    }
    if (field.type == FieldType::Number) {
        bool isNumber = false;
        const qint64 number = QLocale().toLongLong(text, &isNumber);
        return isNumber ? Result<Value>(Value(number))
                        : Error{ErrorCode::BadInput, tr("“%1” is not a whole number.").arg(text), {}, {}};
    }
    return Value(text);
}

bool RecordModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const Field &field = fieldAt(index.column());
    const Record *record = recordAt(index.row());
    const Result<Value> typed = typedValue(field, value);
    if (!record || !typed) {
        if (!typed)
            emit refused(typed.error().sentence);
        return false;
    }
    if (*typed == field.get(*record))
        return true;
    // The row is not touched here: it changes when the session reports what was stored.
    ChangeSet changes(m_session.review(), Cause::Edit);
    changes.set(m_kind, record->id, field.name, *typed);
    const Result<Commit> done = m_session.commit(changes);
    if (!done)
        emit refused(done.error().sentence);
    return bool(done);
}

} // namespace plumbline
