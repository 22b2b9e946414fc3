#pragma once

#include "core/exchange/whohaswhat.h"
#include "core/session/session.h"

#include <QWidget>

class QAction;
class QStandardItem;
class QStandardItemModel;
class QTableView;

namespace plumbline {

/// Who works on the review and what they have of it: a row for each person, several for somebody with several files.
///
/// Enter or a double click sends to the current person; the context menu offers both ways.
class SharingPeople : public QWidget
{
    Q_OBJECT

public:
    explicit SharingPeople(Session &session, QWidget *parent = nullptr);

    void show(const QList<SharingState> &states);
    QTableView *table() const { return m_table; }
    /// The person of the current row; null for none.
    RecordId currentPerson() const;

signals:
    /// Something is to be written for @p person.
    void sendRequested(plumbline::RecordId person);
    void receiveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void makeActions();
    QList<QStandardItem *> rowOf(const SharingState &state, bool isSecondFile) const;
    QStandardItem *lacking(const SharingState &state) const;
    void fit();

    Session &m_session; // Not owned, outlives the widget.
    QTableView *m_table;
    QStandardItemModel *m_rows;
    QAction *m_send = nullptr;
};

} // namespace plumbline
