#pragma once

#include "core/session/formerdates.h"

#include <QWidget>

class QComboBox;
class QStandardItemModel;
class QTableView;

namespace plumbline {

class EmptyState;
class TrendChart;

/// How the dates of milestones moved: for each the first and the present target, a chart of what was said when, and for the
/// current one every former date with who moved it and why.
class MilestoneTrendView : public QWidget
{
    Q_OBJECT

public:
    explicit MilestoneTrendView(Session &session, QWidget *parent = nullptr);

    RecordId currentRecord() const;

signals:
    void currentRecordChanged(plumbline::RecordId record);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// An item and all its targets.
    struct Line {
        MilestoneId milestone;
        QList<FormerDate> dates;
    };

    QTableView *makeTable(const QString &name, QStandardItemModel *model);
    void fillTeams();
    void refill();
    void fillSteps();
    int currentLine() const;

    Session &m_session; // Not owned, outlives the view.
    QComboBox *m_team;
    QStandardItemModel *m_items;
    QStandardItemModel *m_steps;
    QTableView *m_table;
    QTableView *m_former;
    TrendChart *m_chart;
    EmptyState *m_empty;
    QWidget *m_content;
    QList<Line> m_lines;
    bool m_stale = true; ///< Read anew when it is shown next.
};

} // namespace plumbline
