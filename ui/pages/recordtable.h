#pragma once

#include "core/session/session.h"

#include <QTableView>

class QAction;

namespace plumbline {

class FilterModel;
class RecordModel;

/// The records of a list as a table: sorted by a click on a head, with the columns one chooses, copied into other programs,
/// and edited for several rows at once.
class RecordTable : public QTableView
{
    Q_OBJECT

public:
    /// @p rows shows @p model, and both outlive the table.
    RecordTable(Session &session, RecordModel *model, FilterModel *rows, QWidget *parent = nullptr);

    /// The records of the selected rows, in the order shown.
    QList<RecordId> selectedRecords() const;
    /// The selected rows with the heads of their columns, parted by tabs.
    QString selectedText() const;
    /// Gives the field of all those records the value of that text in one step. Error of the first that cannot take it; nothing is
    /// changed then.
    Result<Commit> setForAll(const QList<RecordId> &records, const QByteArray &field, const QString &text);
    /// Puts a tag on the records, or takes it off where all of them have it.
    Result<Commit> toggleTag(const QList<RecordId> &records, const QString &name);

public slots:
    void copyRows();
    void editRows();
    void tagRows();
    /// Records what the full team decided on the selected records.
    void decideOnRows();

signals:
    void refused(const QString &sentence);

private:
    void chooseColumns(const QPoint &where);
    QList<int> shownColumns() const;

    Session &m_session; // Not owned.
    RecordModel *m_records;
    FilterModel *m_rows;
};

} // namespace plumbline
