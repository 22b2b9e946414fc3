#pragma once

#include "ui/gantt/ganttdrag.h"

#include <QWidget>

class QSplitter;

namespace plumbline {

class GanttState;
class GanttTable;
class GanttView;
class OverviewStrip;

/// The timeline: table, chart and overview strip, with all that the tool row and the keyboard can do.
///
/// It shows the plan it is given and keeps selection, folding, zoom and scroll over a new one. It never
/// edits: what the user wants leaves as moveRequested() and addRequested(), and what is seen follows the next
/// setPlan().
class GanttWidget : public QWidget
{
    Q_OBJECT

public:
    explicit GanttWidget(QWidget *parent = nullptr);

    /// The records the plan was built from must live until the next plan. Building it with folded() among its
    /// options saves building it twice.
    void setPlan(TimelinePlan plan);
    const TimelinePlan &plan() const;

    /// The current milestone, or the sub-team of the current lane head; null for none and for the full team's
    /// head.
    RecordId currentId() const;
    /// Makes the row of @p record current and brings it into sight, unfolding its lane if need be. False when
    /// the plan does not show it.
    bool setCurrentId(RecordId record);

    const QSet<RecordId> &folded() const;
    TimeUnit unit() const;
    /// Asked while an item is dragged: what would turn red.
    void setConflictForecast(const ConflictForecast &forecast);

    QByteArray saveSplit() const;
    void restoreSplit(const QByteArray &state);

    GanttView *view() const { return m_view; }
    GanttTable *table() const { return m_table; }
    OverviewStrip *strip() const { return m_strip; }

public slots:
    void zoomIn();
    void zoomOut();
    void setUnit(plumbline::TimeUnit unit);
    void fit();
    void goToToday();
    void setFolded(plumbline::RecordId subTeam, bool folded);
    void foldAll();
    void unfoldAll();
    /// Opens the field for a new item of the current lane.
    void beginTyping();
    /// Opens a cell of the current item to be typed in, or links it with the item chosen next.
    void editCurrent(plumbline::TimelineColumn column, const QString &text = {});
    void linkCurrent();

signals:
    void currentChanged(plumbline::RecordId record);
    void activated(plumbline::RecordId record);
    void moveRequested(plumbline::RecordId record, std::optional<plumbline::PartialDate> newStart,
                       plumbline::PartialDate newTarget);
    void addRequested(plumbline::RecordId subTeam, const QString &title);
    void foldedChanged();
    void linkRequested(plumbline::RecordId from, plumbline::RecordId to);
    void menuRequested(plumbline::RecordId record, const QPoint &place);
    void levelRequested(plumbline::RecordId record, int levels);
    void orderRequested(plumbline::RecordId record, int places);
    void deleteRequested(plumbline::RecordId record);
    void valueTyped(plumbline::RecordId record, plumbline::TimelineColumn column, const QString &text);
    void sortRequested(plumbline::TimelineColumn column);
    void columnsRequested(const QPoint &place);
    void columnNeeded(plumbline::TimelineColumn column);
    void hint(const QString &words);
    /// Another unit of the columns, for the button that shows it.
    void unitChanged(plumbline::TimeUnit unit);

private:
    GanttState *m_state;
    GanttView *m_view;
    GanttTable *m_table;
    OverviewStrip *m_strip;
    QSplitter *m_split;
    RecordId m_announced; // The record last told by currentChanged().
    TimeUnit m_unit = TimeUnit::Month;
};

} // namespace plumbline
