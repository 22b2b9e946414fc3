// What the cells of a RecordModel say, and editing in them. How its rows follow the news is in
// recordmodel.cpp.

#include "core/domain/audience.h"
#include "ui/models/fieldwords.h"
#include "ui/models/recordmodel.h"
#include "ui/models/statechip.h"
#include "ui/widgets/rowroles.h"

#include <QFont>

using namespace Qt::StringLiterals;

namespace plumbline {

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
        return fieldWords(m_session.review(), field, field.get(record), m_session.clock().today())
            .simplified();
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
        if (const ChipText closed = audienceChip(m_session.review(), record); !closed.text.isEmpty())
            return QVariant::fromValue(closed);
        return summary.chip.text.isEmpty() ? QVariant() : QVariant::fromValue(summary.chip);
    case RowRole::SecondLine:
        // The chip of a closed record says whose it is, so its state moves among the words.
        return record.audience == wholeTeam || summary.chip.text.isEmpty() ? summary.secondLine
                                                                           : QStringList(summary.chip.text) + summary.secondLine;
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
    if (const ChipText closed = audienceChip(m_session.review(), record); !closed.text.isEmpty())
        lines += tr("Kept among the closed group “%1”.").arg(closed.text);
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
    texts += m_tags.value(record.id);
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
