#pragma once

#include "core/edits/whatif.h"
#include "core/timeline/timelineplan.h"
#include "ui/pages/page.h"

#include <functional>
#include <memory>

class QMenu;
class QStackedWidget;

namespace plumbline {

class ChoiceBar;
class DeadlineBoardView;
class GanttWidget;
class MilestoneTrendView;
class PageHeader;
class QuietLabel;
class ReasonBar;
class TimelineTools;
class WhatIfBar;

/// The plan as table and Gantt chart: lanes for the full team and each sub-team, deadlines, baselines, conflicts. Its other
/// views are the board of deadlines and how the dates moved.
///
/// While changes are only tried ("what if"), every edit made here goes to a copy of the review, which the chart then shows.
class TimelinePage : public Page
{
    Q_OBJECT

public:
    explicit TimelinePage(Session &session, QWidget *parent = nullptr);
    ~TimelinePage() override;

    bool showRecord(RecordId record) override;
    RecordId currentRecord() const override;
    QPair<Severity, int> attention() const override;

    GanttWidget *gantt() const { return m_gantt; }
    DeadlineBoardView *board() const { return m_board; }
    TimelineTools *tools() const { return m_tools; }
    /// Shows the view of that id: `chart`, `deadlines` or `trend`. Unknown ids are passed over.
    void showView(const QString &id);
    /// What can be done with an item of the plan; the caller owns the menu.
    QMenu *makeItemMenu(RecordId record);

protected:
    void showEvent(QShowEvent *event) override;

private:
    using EditFunction = std::function<Result<ChangeSet>(const EditContext &)>;

    // timelineedits.cpp: what is done to the plan.
    bool change(const EditFunction &edit);
    const Review &shownReview() const;
    EditContext shownContext();
    void move(RecordId record, std::optional<PartialDate> start, const PartialDate &target);
    void askWhy(RecordId record);
    void add(RecordId subTeam, const QString &title);
    void link(RecordId from, RecordId to);
    void changeLevel(RecordId record, int levels);
    void changeOrder(RecordId record, int places);
    void remove(RecordId record);
    void takeTyped(RecordId record, TimelineColumn column, const QString &text);
    bool isInPlanOrder();
    RecordId siblingOf(RecordId record, int step) const;
    void setTrying(bool trying);
    void keepTried();
    void connectEdits();

    TimelineOptions options() const;
    void rebuild();
    void follow(const Changes &changes);
    void showCounts();
    void showTried();
    void showNow();
    QWidget *currentView() const;

    PageHeader *m_header;
    WhatIfBar *m_whatIfBar;
    ReasonBar *m_reason;
    QuietLabel *m_hint;
    GanttWidget *m_gantt;
    TimelineTools *m_tools;
    ChoiceBar *m_views;
    QStackedWidget *m_stack;
    DeadlineBoardView *m_board;
    MilestoneTrendView *m_trend;
    RecordId m_moved; ///< What the reason being asked for belongs to.
    std::unique_ptr<WhatIf> m_whatIf; ///< Null while changes are committed.
    bool m_fitted = false;
};

} // namespace plumbline
