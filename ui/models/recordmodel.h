#pragma once

#include "core/session/session.h"
#include "ui/models/problemindex.h"
#include "ui/widgets/chip.h"

#include <QAbstractTableModel>

#include <functional>

namespace plumbline {

/// What the row of a list beside an editor shows besides its title.
struct RowSummary {
    QString number;         ///< Empty for none.
    ChipText chip;          ///< No chip when its text is empty.
    QStringList secondLine; ///< Words after the chip.
    QString corner;         ///< Words at the far end of the second line.
    int dots = -1;          ///< How many of the eight demands are met; -1 shows no dots.
    QString toolTip;        ///< Empty: what is wrong with the record.
    friend bool operator==(const RowSummary &, const RowSummary &) = default;
};

/// The records of one kind as a table: a row per record, a column per field, shown in the locale.
///
/// Follows the news of the session with exact row signals, so that selection and scrolling survive an edit.
/// Dates are shown as people write them, references by key and title, choices by their label. A record that
/// holds several values nobody has chosen between wears an amber chip.
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< RecordId.
        SortRole,              ///< What the column sorts by: text, number or QDate.
        SearchRole,            ///< QString, all text of the record that a filter looks into.
    };
    using Filter = std::function<bool(const Record &)>;
    using Summary = std::function<RowSummary(const Record &)>;

    /// @p columns are names of fields; all but the place when empty. @p session is not owned and outlives the
    /// model.
    RecordModel(Session &session, Kind kind, const QList<QByteArray> &columns = {},
                QObject *parent = nullptr);

    Kind kind() const { return m_kind; }
    Session &session() const { return m_session; }
    const Field &fieldAt(int column) const { return *m_fields.at(column); }
    /// The column of that field; -1 when the model does not show it.
    int columnOf(const QByteArray &field) const;
    RecordId idAt(int row) const { return m_rows.value(row); }
    /// The row of the record; -1 when it is not here.
    int rowOf(RecordId record) const { return int(m_rows.indexOf(record)); }
    /// The record of the row; null when it is gone, which only happens between a change and its news.
    const Record *recordAt(int row) const { return m_session.review().find(idAt(row)); }

    /// Shows only records that @p filter accepts; all of them for a null function.
    void setFilter(const Filter &filter);
    /// What a list shows of a record besides its title; see TwoLineDelegate.
    void setSummary(const Summary &summary);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Takes a line, a date as people type it, the word of a choice or a whole number, and commits it.
    ///
    /// False when the field is of another type or in conflict, the text cannot be understood or the edit was
    /// refused.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// What a person typed or chose for a field, as it is stored: dates as people write them, the word of a choice, a whole number,
    /// a line. Error BadInput when it cannot be understood, or the field is of another type.
    Result<Value> typedValue(const Field &field, const QVariant &value) const;

signals:
    /// An edit in a cell was refused; the sentence is fit to be shown.
    void refused(const QString &sentence);

protected:
    /// The records in the order of the rows, before the filter.
    virtual std::vector<const Record *> records() const;
    /// What the row of @p record shows besides its title.
    virtual RowSummary summaryOf(const Record &record) const;
    /// Whether the summaries of all rows may be different after @p changes, not only those of changed
    /// records.
    virtual bool concernsEveryRow(const Changes &changes) const;
    /// Called with the news before any row is brought up to date, to drop what was computed from the old
    /// state.
    virtual void forget(const Changes &changes);
    virtual QString searchText(const Record &record) const;

private:
    void follow(const Changes &changes);
    QList<RecordId> wantedRows() const;
    void updateRows(const QList<RecordId> &wanted);
    void removeMissingRows(const QSet<RecordId> &wanted);
    void takeOutOfPlace(qsizetype row, const QList<RecordId> &wanted);
    void announceRows(const QSet<RecordId> &changed);
    QVariant cell(const Record &record, const Field &field, int role) const;
    QVariant sortValue(const Record &record, const Field &field) const;
    QVariant summaryData(const Record &record, int role) const;
    QString toolTip(const Record &record) const;
    bool hasConflict(const Record &record) const { return m_conflicted.contains(record.id); }
    void readReview();

    Session &m_session; // Not owned, outlives the model.
    Kind m_kind;
    QList<const Field *> m_fields; // Of the description, which lives for ever.
    QList<RecordId> m_rows;
    Filter m_filter;
    Summary m_summary;
    ProblemIndex m_problems;
    QHash<RecordId, QStringList> m_tags; ///< A filter finds records by their tags.
    QSet<RecordId> m_conflicted;
};

} // namespace plumbline
