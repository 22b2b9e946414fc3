#pragma once

#include "core/timeline/timelinegeometry.h"
#include "ui/render/ganttfonts.h"
#include "ui/render/theme.h"

#include <QList>
#include <QLocale>

#include <optional>

namespace plumbline {

/// An item on its way to another place, while it is dragged.
struct GanttPreview {
    RecordId item;
    int row = -1;
    int start = noDay; ///< Where it would go; equal for a milestone.
    int end = noDay;
    QList<TimelineConflict> conflicts; ///< What would be red then.
    QList<int> conflictRows;           ///< Their rows, -1 for those not shown; as many as conflicts.
};

/// All that the painters of table, header and rows need to know, whatever they paint on.
struct GanttScene {
    const TimelinePlan *plan = nullptr; ///< Not owned.
    TimelineGeometry geometry;
    Theme theme = Theme::light();
    QLocale locale;
    GanttFonts fonts;
    bool rightToLeft = false;
    int currentRow = -1; ///< Painted on the ground of a selection; -1: none.
    int hoverRow = -1;
    int newItemLane = -1; ///< Index of the lane a typed title goes to; named in the last row. -1: not said.
    bool focused = false; ///< The keyboard is here: the current row wears the ring.
    bool active = true;   ///< The window is active: the selection has its colour.
    bool paper = false;   ///< "As of" instead of "Today", and no row to type in.
    std::optional<GanttPreview> preview;

    /// Height of the three lines of the header in pixels.
    double headerHeight() const { return geometry.scaled(64); }
};

} // namespace plumbline
