#pragma once

#include "core/timeline/hittest.h"
#include "ui/render/ganttscene.h"

#include <QWidget>

#include <functional>

namespace plumbline {

/// What would be late if the item got those dates; the start is TBD for a milestone.
using ConflictForecast =
    std::function<QList<TimelineConflict>(RecordId, PartialDate start, PartialDate target)>;

/// New dates for an item: what a drag or a key asks for. The view never makes the change itself.
struct GanttMove {
    RecordId item;
    std::optional<PartialDate> start; ///< Only when it changes.
    PartialDate target;
    friend bool operator==(const GanttMove &, const GanttMove &) = default;
};

/// Where the item of a row goes when it is dragged by @p part over @p days; start and end are kept in order.
///
/// A public comment period is not made shorter than its floor of @p minCommentDays.
TimelineRow draggedRow(const TimelineRow &item, TimelinePart part, int days, int minCommentDays);

/// The request that brings @p item to where @p moved stands; empty when nothing changes.
///
/// A date that does not move keeps its precision; one that moves is exact to the day.
std::optional<GanttMove> moveFrom(const TimelineRow &item, const TimelineRow &moved);

/// The preview of a move, with what would be late and in which rows.
GanttPreview previewOf(const TimelinePlan &plan, int row, const TimelineRow &moved,
                       const ConflictForecast &forecast);

/// The note beside the pointer during a drag: the new date, days moved, what would turn red.
class GanttTip : public QWidget
{
    Q_OBJECT

public:
    explicit GanttTip(QWidget *parent);

    void show(const TimelinePlan &plan, const GanttPreview &preview, const QPoint &pointer);
    QString text() const { return m_head + u' ' + m_moved + u' ' + m_warning; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_head;    // "Finish 6 Dec"
    QString m_moved;   // "+14 days"
    QString m_warning; // "Would turn red: ..."
};

} // namespace plumbline
