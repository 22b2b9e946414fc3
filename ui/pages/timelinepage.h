#pragma once

#include "core/timeline/timelineplan.h"
#include "ui/pages/page.h"

class QAction;
class QComboBox;
class QLineEdit;
class QStackedWidget;
class QTimer;

namespace plumbline {

class ChoiceBar;
class DeadlineBoardView;
class GanttWidget;
class PageHeader;
class ReasonBar;

/// The plan as table and Gantt chart: lanes for the full team and each sub-team, deadlines, baselines, conflicts. Its other
/// view is the board of deadlines.
class TimelinePage : public Page
{
    Q_OBJECT

public:
    explicit TimelinePage(Session &session, QWidget *parent = nullptr);

    bool showRecord(RecordId record) override;
    RecordId currentRecord() const override;
    QPair<Severity, int> attention() const override;

    GanttWidget *gantt() const { return m_gantt; }
    DeadlineBoardView *board() const { return m_board; }
    /// Shows the view of that id: `chart` or `deadlines`. Unknown ids are passed over.
    void showView(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeToolRow();
    TimelineOptions options() const;
    void rebuild();
    void follow(const Changes &changes);
    void fillBaselines();
    void showCounts();
    void showNow();
    void move(RecordId record, std::optional<PartialDate> start, const PartialDate &target);
    void askWhy(RecordId record);
    void add(RecordId subTeam, const QString &title);

    PageHeader *m_header;
    ReasonBar *m_reason;
    GanttWidget *m_gantt;
    ChoiceBar *m_views;
    QStackedWidget *m_stack;
    DeadlineBoardView *m_board;
    RecordId m_moved; ///< What the reason being asked for belongs to.
    QLineEdit *m_filter;
    QComboBox *m_show;
    QComboBox *m_baseline;
    QComboBox *m_unit;
    QAction *m_critical;
    QAction *m_forecast;
    QTimer *m_typing; ///< Waits until the typist of the filter pauses.
    bool m_fitted = false;
};

} // namespace plumbline
