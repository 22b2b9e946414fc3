#include "ui/render/ganttheaderpainter.h"

#include "core/timeline/timelinetexts.h"
#include "ui/render/ganttmarks.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plumbline {

namespace {

/// Bottom edges of the first two lines, as parts of the header.
struct Lines {
    double first;
    double second;
    double third;

    explicit Lines(double height) : first(height * 0.355), second(height * 0.71), third(height) {}
};

/// A deadline in the third line: its flag, and where its name stands.
struct Flag {
    int index = -1;
    double x = 0;
    QRectF name; ///< Empty when it does not fit.
};

QRectF visiblePart(const GanttCanvas &canvas, const GanttScene &scene, const TimeTick &tick)
{
    const double left = std::max(scene.geometry.scale.x(tick.day), canvas.visible().left());
    const double right = std::min(scene.geometry.scale.x(tick.next), canvas.visible().right());
    return {left, 0, right - left, 0};
}

QRectF todayBox(const GanttCanvas &canvas, const GanttScene &scene, const QString &words)
{
    const QRectF seen = canvas.visible();
    const double x = scene.geometry.scale.centre(dayNumber(scene.plan->options.today));
    const double unit = scene.geometry.scaled(1);
    const double width = canvas.width(words, GanttFont::CaptionBold) + 14 * unit;
    const double left =
        std::clamp(x - width / 2, seen.left() + 2, std::max(seen.left() + 2, seen.right() - width - 2));
    return {left, 3 * unit, width, 18 * unit};
}

QString todayWords(const GanttScene &scene)
{
    const QString day = TimelineTexts(*scene.plan, scene.locale).day(dayNumber(scene.plan->options.today));
    return scene.paper ? QCoreApplication::translate("Timeline", "As of %1").arg(day)
                       : QCoreApplication::translate("Timeline", "Today %1").arg(day);
}

bool showsToday(const GanttCanvas &canvas, const GanttScene &scene)
{
    const int today = dayNumber(scene.plan->options.today);
    if (today == noDay)
        return false;
    const double x = scene.geometry.scale.centre(today);
    return x >= canvas.visible().left() && x <= canvas.visible().right();
}

void paintUpperLine(const GanttCanvas &canvas, const GanttScene &scene, const QList<TimeTick> &ticks,
                    const Lines &lines, const QRectF &occupied)
{
    const double inset = scene.geometry.scaled(8);
    for (const TimeTick &tick : ticks) {
        QRectF box = visiblePart(canvas, scene, tick);
        if (scene.geometry.scale.x(tick.day) > canvas.visible().left())
            canvas.vertical(scene.geometry.scale.x(tick.day), scene.geometry.scaled(4), lines.first, 1,
                            scene.theme.line);
        box = QRectF(box.left() + inset, 0, box.width() - inset, lines.first);
        const double width = canvas.width(tick.label, GanttFont::CaptionBold);
        const bool hidden =
            occupied.isValid() && box.left() < occupied.right() && box.left() + width > occupied.left();
        if (width <= box.width() && !hidden)
            canvas.text(box, tick.label, GanttFont::CaptionBold, scene.theme.ink);
    }
}

void paintLowerLine(const GanttCanvas &canvas, const GanttScene &scene, const QList<TimeTick> &ticks,
                    const Lines &lines)
{
    for (const TimeTick &tick : ticks) {
        const QRectF part = visiblePart(canvas, scene, tick);
        canvas.vertical(scene.geometry.scale.x(tick.day), lines.first, lines.second, 1, scene.theme.line);
        if (canvas.width(tick.label, GanttFont::Caption) <= part.width())
            canvas.text({part.left(), lines.first, part.width(), lines.second - lines.first}, tick.label,
                        GanttFont::Caption, scene.theme.ink2, TextSide::Centre);
    }
}

/// Where the names of the deadlines go: after their flag, before it where the next flag or the edge is too
/// near.
std::vector<Flag> placeFlags(const GanttCanvas &canvas, const GanttScene &scene, const Lines &lines)
{
    const QRectF seen = canvas.visible();
    const TimelineTexts texts(*scene.plan, scene.locale);
    const double unit = scene.geometry.scaled(1);
    const auto &deadlines = scene.plan->deadlines;
    std::vector<Flag> flags;
    double taken = seen.left(); // Names and flags so far end here.
    for (size_t i = 0; i < deadlines.size(); ++i) {
        Flag flag{int(i), scene.geometry.scale.centre(deadlines[i].day), {}};
        if (flag.x < seen.left() - 8 * unit || flag.x > seen.right())
            continue;
        const double width = canvas.width(texts.deadline(deadlines[i]), GanttFont::Caption) + 1;
        const double next =
            i + 1 < deadlines.size() ? scene.geometry.scale.centre(deadlines[i + 1].day) : seen.right();
        const double after = flag.x + 14 * unit;
        const double before = flag.x - 5 * unit - width;
        const double height = lines.third - lines.second;
        if (after + width <= std::min(next, seen.right()) - 2 * unit)
            flag.name = QRectF(after, lines.second, width, height);
        else if (before >= taken + 4 * unit)
            flag.name = QRectF(before, lines.second, width, height);
        else if (std::min(next, seen.right()) - after > 48 * unit)
            flag.name = QRectF(after, lines.second, std::min(next, seen.right()) - after - 4 * unit, height);
        else if (flag.x - taken > 60 * unit)
            flag.name = QRectF(taken + 8 * unit, lines.second, flag.x - taken - 13 * unit, height);
        taken = std::max(flag.x + 11 * unit, flag.name.right());
        flags.push_back(flag);
    }
    return flags;
}

void paintDeadlines(const GanttCanvas &canvas, const GanttScene &scene, const Lines &lines)
{
    const TimelineTexts texts(*scene.plan, scene.locale);
    const double unit = scene.geometry.scaled(1);
    for (const Flag &flag : placeFlags(canvas, scene, lines)) {
        const TimelineDeadline &deadline = scene.plan->deadlines[size_t(flag.index)];
        const QColor color = deadline.over ? scene.theme.ink3 : scene.theme.ink;
        canvas.vertical(flag.x, lines.second + 4 * unit, lines.third, 1, color);
        paintPennant(canvas, flag.x, lines.second + 4 * unit, 9 * unit, color);
        if (!flag.name.isEmpty())
            canvas.text(flag.name, texts.deadline(deadline), GanttFont::Caption, color,
                        flag.name.right() < flag.x ? TextSide::Trailing : TextSide::Leading);
    }
}

void paintTodayLabel(const GanttCanvas &canvas, const GanttScene &scene, const QRectF &box,
                     const QString &words)
{
    QPainter &painter = canvas.painter();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.theme.accent);
    const double radius = scene.geometry.scaled(3);
    painter.drawRoundedRect(canvas.map(box), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double x = scene.geometry.scale.centre(dayNumber(scene.plan->options.today));
    const std::array line{QPointF(x, box.bottom()), QPointF(x, canvas.visible().bottom())};
    canvas.polyline(line, QPen(scene.theme.accent, 1.5));
    canvas.text(box, words, GanttFont::CaptionBold, scene.theme.onAccent, TextSide::Centre);
}

} // namespace

void paintGanttHeader(const GanttCanvas &canvas, const GanttScene &scene)
{
    const QRectF seen = canvas.visible();
    const Lines lines(seen.height());
    canvas.fill(seen, scene.theme.base);
    const TimeScale &scale = scene.geometry.scale;
    const TimeTicks ticks =
        timeTicks(scale, scale.wholeDayAt(seen.left()), scale.wholeDayAt(seen.right()), scene.locale);
    const QString words = todayWords(scene);
    const bool today = showsToday(canvas, scene);
    const QRectF label = today ? todayBox(canvas, scene, words) : QRectF();
    paintUpperLine(canvas, scene, ticks.upper, lines, label);
    paintLowerLine(canvas, scene, ticks.lower, lines);
    for (const double y : {lines.first, lines.second})
        canvas.horizontal(seen.left(), seen.right(), y, 1, scene.theme.line);
    canvas.horizontal(seen.left(), seen.right(), seen.bottom() - 1, 1, scene.theme.line2);
    paintDeadlines(canvas, scene, lines);
    if (today)
        paintTodayLabel(canvas, scene, label, words);
}

int deadlineInHeader(const GanttCanvas &canvas, const GanttScene &scene, const QPointF &point)
{
    const Lines lines(canvas.visible().height());
    if (point.y() < lines.second)
        return -1;
    const double reach = scene.geometry.scaled(12);
    for (const Flag &flag : placeFlags(canvas, scene, lines)) {
        if (flag.name.contains(point) || (point.x() >= flag.x - 2 && point.x() <= flag.x + reach))
            return flag.index;
    }
    return -1;
}

} // namespace plumbline
