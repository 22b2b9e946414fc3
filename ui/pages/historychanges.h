#pragma once

#include "core/session/session.h"
#include "ui/widgets/severity.h"

#include <QWidget>

class QListView;

namespace plumbline {

class HistoryDetail;
class HistoryFilterBar;
class HistoryModel;

/// Every change of the review, newest first: what is shown of it, the list, and beside it the current change.
class HistoryChanges : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryChanges(Session &session, QWidget *parent = nullptr);

    RecordId currentRecord() const;

signals:
    void recordRequested(plumbline::RecordId record);
    void currentRecordChanged(plumbline::RecordId record);
    void message(plumbline::Severity severity, const QString &happened, const QString &kept);

private:
    void build();
    void showCurrent();
    void restore(RecordId record, const QByteArray &field, const Value &value);
    void bringBack(RecordId record);
    void setAside(qint64 import);
    bool say(const Result<Commit> &done);

    Session &m_session; // Not owned, outlives this.
    HistoryFilterBar *m_filter;
    HistoryModel *m_model;
    QListView *m_list;
    HistoryDetail *m_detail;
};

} // namespace plumbline
