#pragma once

#include "core/session/session.h"
#include "core/timeline/timelineplan.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QComboBox;
class QLineEdit;
class QMenu;
class QTimer;
class QToolButton;

namespace plumbline {

class GanttWidget;

/// The row of tools above the chart: which items are shown, compared with what, grouped, coloured, in which columns.
///
/// Columns, grouping and colours are remembered for every review on this computer; filters are not.
class TimelineTools : public QWidget
{
    Q_OBJECT

public:
    TimelineTools(Session &session, GanttWidget *gantt, QWidget *parent = nullptr);

    /// What is chosen; what the arithmetic adds is left to the caller.
    TimelineOptions options() const;
    bool marksCritical() const;
    bool marksForecast() const;
    /// True while changes are tried and not committed.
    bool isTrying() const;
    void setTrying(bool trying);

    /// Fills in anew what depends on the records: baselines and sub-teams.
    void refill();
    /// Takes every filter away, so that a record asked for is shown.
    void showEverything();
    /// Sorts by @p column, the other way round when it is sorted so already, and at the third time not at all.
    void sortBy(TimelineColumn column);
    /// Shows a column that is not shown.
    void addColumn(TimelineColumn column);
    void askForColumns(const QPoint &place);

signals:
    /// Something else is chosen.
    void changed();
    void tryingChanged(bool trying);

private:
    QWidget *makeFilters();
    QToolButton *makeViewMenu();
    QToolButton *makeTool(const char *iconName, const QString &name, void (GanttWidget::*slot)());
    void fillBaselines();
    void fillShow();
    void chooseShown(TimelineOptions &options) const;
    void setColumns(const QList<TimelineColumn> &columns);

    Session &m_session; // Not owned, outlives the tools.
    GanttWidget *m_gantt; // Not owned.
    QLineEdit *m_filter;
    QComboBox *m_show;
    QComboBox *m_baseline;
    QComboBox *m_unit;
    QTimer *m_typing; ///< Waits until the typist of the filter pauses.
    QToolButton *m_try;
    QAction *m_critical = nullptr;
    QAction *m_forecast = nullptr;
    QActionGroup *m_grouping = nullptr;
    QActionGroup *m_colour = nullptr;
    QActionGroup *m_sort = nullptr;
    QMenu *m_columnMenu = nullptr;
    QList<TimelineColumn> m_columns;
    std::optional<TimelineColumn> m_sortBy;
    bool m_descending = false;
};

} // namespace plumbline
