#include "ui/gantt/ganttdrag.h"

#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/timeline/timelinetexts.h"
#include "ui/render/ganttglyphs.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int tipWidth = 224;
constexpr int tipInset = 12;
constexpr int signSize = 16;
constexpr int signRoom = 24;

PartialDate exactDay(int day)
{
    return PartialDate::day(dateOfDay(day));
}

bool isKnown(const TimelinePlan &plan, const TimelineConflict &conflict)
{
    return std::any_of(plan.options.conflicts.begin(), plan.options.conflicts.end(),
                       [&](const TimelineConflict &known) {
                           return known.milestone == conflict.milestone &&
                                  known.against == conflict.against && known.days >= conflict.days;
                       });
}

} // namespace

TimelineRow draggedRow(const TimelineRow &item, TimelinePart part, int days, int minCommentDays)
{
    TimelineRow moved = item;
    const int least = item.comment ? minCommentDays : 0;
    switch (part) {
    case TimelinePart::StartEdge:
        moved.start = std::min(item.start + days, item.end - least);
        break;
    case TimelinePart::EndEdge:
        moved.end = std::max(item.end + days, item.start + least);
        break;
    default:
        moved.start = item.start + days;
        moved.end = item.end + days;
        break;
    }
    // An interval that stood for "June 2017" is a day once somebody chose it.
    if (moved.milestone)
        moved.start = moved.end;
    return moved;
}

std::optional<GanttMove> moveFrom(const TimelineRow &item, const TimelineRow &moved)
{
    const bool startMoves = !item.milestone && moved.start != item.start;
    if (!startMoves && moved.end == item.end)
        return std::nullopt;
    GanttMove move{item.id, std::nullopt, exactDay(moved.end)};
    if (startMoves)
        move.start = exactDay(moved.start);
    return move;
}

GanttPreview previewOf(const TimelinePlan &plan, int row, const TimelineRow &moved,
                       const ConflictForecast &forecast)
{
    GanttPreview preview{moved.id, row, moved.start, moved.end, {}, {}};
    if (!forecast)
        return preview;
    const PartialDate none{{}, DatePrecision::Open, false};
    const auto conflicts =
        forecast(moved.id, moved.milestone ? none : exactDay(moved.start), exactDay(moved.end));
    for (const TimelineConflict &conflict : conflicts) {
        if (isKnown(plan, conflict))
            continue;
        preview.conflicts.append(conflict);
        preview.conflictRows.append(plan.rowOf(conflict.milestone));
    }
    return preview;
}

GanttTip::GanttTip(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void GanttTip::show(const TimelinePlan &plan, const GanttPreview &preview, const QPoint &pointer)
{
    const TimelineRow &item = plan.rows[size_t(preview.row)];
    const TimelineTexts texts(plan, locale());
    const bool startOnly = preview.end == item.end && preview.start != item.start;
    const int days = startOnly ? preview.start - item.start : preview.end - item.end;
    const QString date = texts.day(startOnly ? preview.start : preview.end);
    m_head = startOnly ? tr("Start %1").arg(date) : item.milestone ? date : tr("Finish %1").arg(date);
    m_moved = days < 0 ? tr("−%n day(s)", nullptr, -days) : tr("+%n day(s)", nullptr, days);
    QStringList red;
    for (const TimelineConflict &conflict : preview.conflicts) {
        const auto *milestone = plan.review->find(MilestoneId(conflict.milestone.uuid));
        if (milestone)
            red += tr("%1, %2", "a milestone, how late it would be").arg(milestone->title, conflict.words);
    }
    m_warning = red.isEmpty() ? QString() : tr("Would turn red: %1").arg(red.join(u"; "_s));

    const int inner = tipWidth - 2 * tipInset - signRoom;
    const int line = fontMetrics().lineSpacing();
    int height = line + 2 * tipInset - 4;
    if (!m_warning.isEmpty())
        height +=
            fontMetrics().boundingRect(QRect(0, 0, inner, 1000), Qt::TextWordWrap, m_warning).height() + 6;
    const int width = m_warning.isEmpty()
                          ? fontMetrics().horizontalAdvance(m_head + u"  "_s + m_moved) + 2 * tipInset + 12
                          : tipWidth;
    QPoint corner = pointer + QPoint(isRightToLeft() ? -16 - width : 16, 20);
    if (corner.y() + height > parentWidget()->height())
        corner.setY(pointer.y() - 20 - height);
    corner.setX(std::clamp(corner.x(), 4, std::max(4, parentWidget()->width() - width - 4)));
    setGeometry(QRect(corner, QSize(width, height)));
    setVisible(true);
    raise();
    update();
}

void GanttTip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);

    const QRect inner = rect().adjusted(tipInset, tipInset - 2, -tipInset, -tipInset + 2);
    const int start =
        Qt::AlignTop | int(isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft);
    QFont strong = font();
    strong.setBold(true);
    painter.setFont(strong);
    painter.setPen(theme.ink);
    painter.drawText(inner, start, m_head);
    const int used = QFontMetrics(strong).horizontalAdvance(m_head) + 6;
    painter.setFont(font());
    painter.setPen(theme.ink2);
    painter.drawText(isRightToLeft() ? inner.adjusted(0, 0, -used, 0) : inner.adjusted(used, 0, 0, 0), start,
                     m_moved);
    if (m_warning.isEmpty())
        return;
    const QRect below = inner.adjusted(0, fontMetrics().lineSpacing() + 6, 0, 0);
    const QRectF sign(isRightToLeft() ? below.right() - signSize + 1 : below.left(), below.top() + 2,
                      signSize, signSize);
    paintGlyph(painter, GanttGlyph::Error, sign, theme.red, isRightToLeft());
    painter.setPen(theme.red);
    painter.drawText(isRightToLeft() ? below.adjusted(0, 0, -signRoom, 0) : below.adjusted(signRoom, 0, 0, 0),
                     start | Qt::TextWordWrap, m_warning);
}

} // namespace plumbline
