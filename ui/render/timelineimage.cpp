#include "ui/render/timelineimage.h"

#include "ui/render/ganttpainter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace plumbline {

static constexpr double tableWidth = 412;
static constexpr double pixelsPerDay = 2.0;
static constexpr double widestChart = 6000; ///< Pixels; longer plans are drawn closer.

static GanttScene paperScene(const TimelinePlan &plan)
{
    GanttScene scene;
    scene.plan = &plan;
    scene.theme = Theme::light();
    scene.locale = QLocale(QLocale::English);
    scene.paper = true;
    return scene;
}

/// Draws the sheet on whatever @p device is.
static bool draw(QPaintDevice &device, const GanttScene &scene, const QSizeF &size, int firstDay)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.fillRect(QRectF(QPointF(), size), scene.theme.base);
    paintGanttSheet(painter, scene, QRectF(QPointF(), size), tableWidth, firstDay, {0, scene.plan->rowCount()});
    return painter.end();
}

static bool drawPdf(QBuffer &buffer, const GanttScene &scene, const QSizeF &size, int firstDay)
{
    QPdfWriter writer(&buffer);
    writer.setTitle(QCoreApplication::translate("Timeline", "Timeline"));
    writer.setResolution(96);
    writer.setPageSize(QPageSize(size * 72.0 / 96.0, QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    return draw(writer, scene, size, firstDay);
}

static bool drawSvg(QBuffer &buffer, const GanttScene &scene, const QSizeF &size, int firstDay)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(QCoreApplication::translate("Timeline", "Timeline"));
    return draw(generator, scene, size, firstDay);
}

static bool drawPng(QBuffer &buffer, const GanttScene &scene, const QSizeF &size, int firstDay)
{
    QImage image(size.toSize(), QImage::Format_RGB32);
    return draw(image, scene, size, firstDay) && image.save(&buffer, "PNG");
}

Status writeTimelineImage(const TimelinePlan &plan, const QString &path, const QDate &from, const QDate &to)
{
    const auto say = [](const char *sentence) { return QCoreApplication::translate("Timeline", sentence); };
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != u"png" && ending != u"svg" && ending != u"pdf")
        return Error{ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Timeline", "A timeline is written as .png, .svg or .pdf; nothing was written.")), {}, {}};
    const int firstDay = from.isValid() ? dayNumber(from) : plan.firstDay;
    const int lastDay = to.isValid() ? dayNumber(to) : plan.lastDay;
    if (firstDay == noDay || lastDay < firstDay)
        return Error{ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Timeline", "There is nothing to draw between these days; nothing was written.")), {}, {}};
    GanttScene scene = paperScene(plan);
    const double days = lastDay - firstDay + 30; // Room for the words after the last mark.
    scene.geometry.scale.setPixelsPerDay(std::min(pixelsPerDay, widestChart / days));
    const QSizeF size(std::ceil(tableWidth + days * scene.geometry.scale.pixelsPerDay()),
                      std::ceil(scene.headerHeight() + scene.geometry.top(plan.rowCount() + 1)));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const bool drawn = ending == u"png" ? drawPng(buffer, scene, size, firstDay)
        : ending == u"svg"              ? drawSvg(buffer, scene, size, firstDay)
                                        : drawPdf(buffer, scene, size, firstDay);
    QSaveFile file(path);
    if (!drawn || !file.open(QIODevice::WriteOnly) || file.write(buffer.data()) != buffer.size() || !file.commit())
        return Error{ErrorCode::CannotWrite,
                     say(QT_TRANSLATE_NOOP("Timeline", "“%1” could not be written; a file of that name is as it was before.")).arg(path),
                     file.errorString(), {}};
    return {};
}

} // namespace plumbline
