#pragma once

#include "core/session/session.h"

#include <QWidget>

class QVBoxLayout;

namespace plumbline {

/// The last things that were done to the review, one action a row: when, who did what, and why.
class OverviewChanges : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewChanges(Session &session, QWidget *parent = nullptr);

    /// Shows the last @p count actions.
    void show(int count);
    /// Whether there are more than are shown.
    bool hasMore() const { return m_hasMore; }

signals:
    void recordRequested(plumbline::RecordId record);

protected:
    bool event(QEvent *event) override;

private:
    void addRow(const QList<HistoryEntry> &action);

    Session &m_session; // Not owned, outlives the widget.
    QVBoxLayout *m_layout;
    int m_count = 0;
    bool m_hasMore = false;
};

} // namespace plumbline
