#pragma once

#include "ui/render/ganttscene.h"

#include <QObject>

namespace plumbline {

/// What table, chart and strip share: the plan, the current row, what is folded, a drag under way.
///
/// The parts tell each other nothing; they change this and follow its signals.
class GanttState : public QObject
{
    Q_OBJECT

public:
    explicit GanttState(QObject *parent = nullptr);

    const TimelinePlan &plan() const { return m_plan; }
    /// Shows another plan. The current item stays current; when it is gone, its neighbour becomes so.
    void setPlan(TimelinePlan plan);
    bool hasPlan() const { return m_plan.review != nullptr; }

    int currentRow() const { return m_currentRow; }
    /// The current row's record: a milestone, or a sub-team on the head of its lane. Null without one.
    RecordId currentId() const;
    void setCurrentRow(int row);
    /// The lane a typed title goes to: that of the last current row which had one.
    int newItemLane() const;

    int hoverRow() const { return m_hoverRow; }
    void setHoverRow(int row);

    const QSet<RecordId> &folded() const { return m_folded; }
    void setFolded(RecordId subTeam, bool folded);
    void setAllFolded(bool folded);
    /// Folds or unfolds the lane of @p row.
    void toggleLane(int row);

    const std::optional<GanttPreview> &preview() const { return m_preview; }
    void setPreview(const std::optional<GanttPreview> &preview);

    const GanttFonts &fonts() const { return m_fonts; }
    void setFonts(const QFont &body);
    int rowHeight() const { return m_rowHeight; }
    /// What every painter needs; scale, direction and focus are added by the part that paints.
    GanttScene scene(const QWidget &widget) const;

    /// Whether the item of @p row can be moved: it has a date and is not reached.
    bool isMovable(int row) const;

signals:
    void planChanged();
    /// Another row is current, or another record stands in it.
    void currentChanged(int before, int now);
    void hoverChanged(int before, int now);
    void foldedChanged();
    void previewChanged();
    void fontsChanged();

private:
    void refold(const QSet<RecordId> &folded);
    int sameRow(const TimelineRow &known) const;

    TimelinePlan m_plan;
    QSet<RecordId> m_folded;
    std::optional<GanttPreview> m_preview;
    GanttFonts m_fonts;
    int m_rowHeight = 24;
    int m_currentRow = -1;
    int m_hoverRow = -1;
    RecordId m_newItemLane; // Sub-team of the lane; null: the full team.
};

} // namespace plumbline
