#pragma once

#include "core/session/session.h"

#include <QWidget>

class QComboBox;
class QTableView;

namespace plumbline {

class DeadlineModel;
class EmptyState;
class FilterModel;
class QuietLabel;

/// The chair's board: every date that binds somebody, with the days to spare, and for the current row why it cannot be done
/// earlier.
class DeadlineBoardView : public QWidget
{
    Q_OBJECT

public:
    explicit DeadlineBoardView(Session &session, QWidget *parent = nullptr);

    RecordId currentRecord() const;
    bool setCurrentRecord(RecordId record);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

signals:
    void currentRecordChanged(RecordId record);
    void recordRequested(RecordId record);

private:
    void fillTeams();
    void showCurrent();

    Session &m_session; // Not owned, outlives the view.
    DeadlineModel *m_model;
    FilterModel *m_filtered;
    QTableView *m_table;
    QComboBox *m_team;
    QuietLabel *m_why;
    EmptyState *m_empty;
};

} // namespace plumbline
