#include "ui/gantt/ganttstate.h"

#include "core/timeline/timelinerows.h"

#include <QWidget>

#include <algorithm>

namespace plumbline {

GanttState::GanttState(QObject *parent) : QObject(parent)
{
    setFonts({});
}

void GanttState::setPlan(TimelinePlan plan)
{
    const int before = m_currentRow;
    const std::optional<TimelineRow> current =
        before >= 0 ? std::optional(m_plan.rows[size_t(before)]) : std::nullopt;
    // Lanes stay folded although whoever built the plan did not know of it.
    if (plan.review && plan.options.folded != m_folded) {
        TimelineOptions options = plan.options;
        options.folded = m_folded;
        plan = buildTimeline(*plan.review, options);
    }
    setPreview({});
    m_plan = std::move(plan);
    m_hoverRow = -1;
    m_currentRow = current ? sameRow(*current) : -1;
    if (current && m_currentRow < 0)
        m_currentRow = std::min(before, m_plan.rowCount() - 1);
    emit planChanged();
    const bool same = m_currentRow >= 0 && current && m_plan.rows[size_t(m_currentRow)].id == current->id;
    if (before != m_currentRow || !same)
        emit currentChanged(before, m_currentRow);
}

int GanttState::sameRow(const TimelineRow &known) const
{
    if (known.kind == TimelineRow::Kind::NewItem) {
        const bool there = !m_plan.rows.empty() && m_plan.rows.back().kind == TimelineRow::Kind::NewItem;
        return there ? m_plan.rowCount() - 1 : -1;
    }
    if (known.kind == TimelineRow::Kind::LaneHead)
        return m_plan.headOf(known.id);
    if (const int row = m_plan.rowOf(known.id); row >= 0)
        return row;
    // Its lane was folded over it.
    for (const TimelineRow &item : m_plan.foldedItems) {
        if (item.id == known.id)
            return m_plan.laneOf(item).head;
    }
    return -1;
}

RecordId GanttState::currentId() const
{
    return m_currentRow < 0 ? RecordId() : m_plan.rows[size_t(m_currentRow)].id;
}

void GanttState::setCurrentRow(int row)
{
    row = std::clamp(row, -1, m_plan.rowCount() - 1);
    if (row == m_currentRow)
        return;
    const int before = m_currentRow;
    m_currentRow = row;
    if (row >= 0 && m_plan.rows[size_t(row)].kind != TimelineRow::Kind::NewItem)
        m_newItemLane = m_plan.laneOf(m_plan.rows[size_t(row)]).subTeam;
    emit currentChanged(before, row);
}

int GanttState::newItemLane() const
{
    const int head = m_plan.headOf(m_newItemLane);
    return head < 0 ? int(m_plan.lanes.size()) - 1 : m_plan.rows[size_t(head)].lane;
}

void GanttState::setHoverRow(int row)
{
    if (row == m_hoverRow)
        return;
    const int before = std::exchange(m_hoverRow, row);
    emit hoverChanged(before, row);
}

void GanttState::refold(const QSet<RecordId> &folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    if (hasPlan()) {
        TimelineOptions options = m_plan.options;
        options.folded = m_folded;
        setPlan(buildTimeline(*m_plan.review, options));
    }
    emit foldedChanged();
}

void GanttState::setFolded(RecordId subTeam, bool folded)
{
    QSet<RecordId> wanted = m_folded;
    if (folded)
        wanted.insert(subTeam);
    else
        wanted.remove(subTeam);
    refold(wanted);
}

void GanttState::setAllFolded(bool folded)
{
    QSet<RecordId> wanted;
    for (const TimelineLane &lane : m_plan.lanes) {
        // The full team's lane holds the phases and deadlines everybody looks for.
        if (folded && lane.hue >= 0)
            wanted.insert(lane.subTeam);
    }
    refold(wanted);
}

void GanttState::toggleLane(int row)
{
    if (row < 0 || row >= m_plan.rowCount())
        return;
    const TimelineLane &lane = m_plan.laneOf(m_plan.rows[size_t(row)]);
    setFolded(lane.subTeam, !lane.folded);
}

void GanttState::setPreview(const std::optional<GanttPreview> &preview)
{
    if (!preview && !m_preview)
        return;
    m_preview = preview;
    emit previewChanged();
}

void GanttState::setFonts(const QFont &body)
{
    m_fonts = GanttFonts(body);
    m_rowHeight = int(m_fonts.rowHeight());
    emit fontsChanged();
}

GanttScene GanttState::scene(const QWidget &widget) const
{
    GanttScene scene;
    scene.plan = &m_plan;
    scene.geometry.rowHeight = m_rowHeight;
    scene.theme = Theme::current();
    scene.locale = widget.locale();
    scene.fonts = m_fonts;
    scene.rightToLeft = widget.isRightToLeft();
    scene.currentRow = m_currentRow;
    scene.hoverRow = m_hoverRow;
    scene.newItemLane = newItemLane();
    scene.active = widget.isActiveWindow();
    scene.preview = m_preview;
    return scene;
}

bool GanttState::isMovable(int row) const
{
    if (row < 0 || row >= m_plan.rowCount())
        return false;
    const TimelineRow &item = m_plan.rows[size_t(row)];
    return item.kind == TimelineRow::Kind::Item && item.isDated() && !item.reached;
}

} // namespace plumbline
