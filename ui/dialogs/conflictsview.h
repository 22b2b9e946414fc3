#pragma once

#include "core/session/session.h"
#include "ui/widgets/severity.h"

#include <QWidget>

class QListView;
class QScrollArea;
class QStandardItem;
class QStandardItemModel;

namespace plumbline {

class ConflictDetail;
class EmptyState;
class QuietLabel;

/// The conflicts of a review: a list, and beside it the one that is current.
///
/// By keyboard: Up and Down in the list; the buttons by the letters underlined in them; F8 goes to the next place to
/// decide. Stands in a dialog or in a page.
class ConflictsView : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictsView(Session &session, QWidget *parent = nullptr);

    /// How many conflicts are open.
    int count() const;
    ConflictDetail *detail() const { return m_detail; }
    /// Makes the conflict of @p field of @p record current, the record's first one for no field; false for none.
    bool showRecord(RecordId record, const QByteArray &field = {});
    /// The record whose conflict is current; null for none.
    RecordId currentRecord() const;

signals:
    void recordRequested(plumbline::RecordId record);
    void currentRecordChanged(plumbline::RecordId record);
    void message(plumbline::Severity severity, const QString &happened, const QString &kept);
    /// Another number of conflicts is open.
    void countChanged();

private:
    void build();
    QStandardItem *rowOf(const Conflict &conflict) const;
    void fill();
    void showCurrent();
    void take(int number);
    void settle(const QString &text);
    void commit(const Result<ChangeSet> &changes);
    void goToNext();

    Session &m_session; // Not owned, outlives the view.
    QList<Conflict> m_conflicts;
    QWidget *m_side;
    QuietLabel *m_head;
    QListView *m_list;
    QStandardItemModel *m_rows;
    QScrollArea *m_scroll;
    ConflictDetail *m_detail;
    EmptyState *m_empty;
    int m_settled = -1; ///< How many were settled in the whole life of the review; -1: not counted yet.
    bool m_filling = false;
};

} // namespace plumbline
