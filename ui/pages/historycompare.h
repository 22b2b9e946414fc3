#pragma once

#include "core/report/redline.h"
#include "core/session/job.h"
#include "core/session/session.h"
#include "ui/widgets/severity.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QStandardItemModel;
class QVBoxLayout;

namespace plumbline {

class EmptyState;
class QuietLabel;

/// What changed between two baselines, or a baseline and now: the changed records, and of the current one every field
/// word by word with its authors. The comparison is made by a worker with a connection of its own.
class HistoryCompare : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryCompare(Session &session, QWidget *parent = nullptr);
    ~HistoryCompare() override;

    /// The record that is current in the list; null for none.
    RecordId currentRecord() const;

signals:
    void recordRequested(plumbline::RecordId record);
    void currentRecordChanged(plumbline::RecordId record);
    void message(plumbline::Severity severity, const QString &happened, const QString &kept);
    /// A comparison is done and shown.
    void compared();

protected:
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void build();
    void fillBaselines();
    void compareSoon();
    void compare();
    void takeResult();
    void fillList();
    void showCurrent();
    void addField(const report::RedlineField &field);

    Session &m_session; // Not owned, outlives this.
    QComboBox *m_from;
    QComboBox *m_to;
    QuietLabel *m_state;
    QStandardItemModel *m_rows;
    QListView *m_list;
    QWidget *m_detail;
    QVBoxLayout *m_column;
    EmptyState *m_empty;
    QWidget *m_content;
    QTimer m_soon;
    bool m_stale = true; ///< What is shown is no longer what would be computed.
    report::Redline m_redline;
    std::shared_ptr<std::optional<Result<report::Redline>>> m_result;
    std::unique_ptr<Job> m_job; ///< Null unless it runs.
};

} // namespace plumbline
