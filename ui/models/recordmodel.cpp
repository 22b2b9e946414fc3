// What always holds: m_rows names the records the views were told of, in the order they were told. It changes
// only between a begin and an end of a row signal, so a view never asks for a row that is not there.

#include "core/edits/tags.h"
#include "ui/models/recordmodel.h"

#include <algorithm>

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

void RecordModel::readReview()
{
    m_problems = ProblemIndex(m_session.problems());
    m_tags = tagsByRecord(m_session.review());
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

} // namespace plumbline
