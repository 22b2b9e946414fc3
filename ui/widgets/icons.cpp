#include "ui/widgets/icons.h"

#include "ui/widgets/severity.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

// The pictures are compiled into a static library, whose resources are found only once somebody asks for
// them. The macro must stand outside every namespace.
static void registerPictures()
{
    Q_INIT_RESOURCE(icons);
}

namespace plumbline {

namespace {

Q_LOGGING_CATEGORY(logIcons, "plumbline.icons")

QString pathOf(const QString &name)
{
    static const bool registered = (registerPictures(), true);
    Q_UNUSED(registered);
    return u":/icons/%1.svg"_s.arg(name);
}

/// The drawing with its black strokes in @p color; empty when there is none of that name.
///
/// A @p large one has finer strokes, which would be clumsy if they grew as the drawing does.
QByteArray tintedDrawing(const QString &name, const QColor &color, bool large)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(logIcons) << "There is no icon of the name" << name;
        return {};
    }
    QByteArray drawing = file.readAll().replace("\"#000\"", '"' + color.name().toLatin1() + '"');
    return large ? drawing.replace("stroke-width=\"1.5\"", "stroke-width=\"1\"") : drawing;
}

/// @p size is in logical pixels of @p ratio device pixels.
QPixmap rendered(const QString &name, int size, qreal ratio, const QColor &color, bool mirrored)
{
    const int pixels = qRound(size * ratio);
    QPixmap picture(pixels, pixels);
    picture.fill(Qt::transparent);
    QSvgRenderer renderer(tintedDrawing(name, color, size > 24));
    if (!renderer.isValid())
        return picture;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (mirrored) {
        painter.translate(pixels, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    return picture;
}

/// The picture without a ratio set, drawn once per name, size, colour and direction.
QPixmap cachedPicture(const QString &name, int size, qreal ratio, const QColor &color)
{
    const bool mirrored = QGuiApplication::isRightToLeft() && iconIsMirrored(name);
    const QString key =
        u"plumbline-icon/%1/%2/%3/%4/%5"_s.arg(name).arg(size).arg(ratio).arg(color.rgba()).arg(mirrored);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = rendered(name, size, ratio, color, mirrored);
        QPixmapCache::insert(key, picture);
    }
    return picture;
}

/// Draws an icon in the colours of the theme of the moment, so that a QIcon made once stays right.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const QString &name, QColor Theme::*token) : m_name(name), m_token(token) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        const int side = std::min(rect.width(), rect.height());
        QPixmap picture = cachedPicture(m_name, side, ratio, color(mode, state));
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2,
                            picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// @p size is in device pixels here.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const int side = qRound(std::min(size.width(), size.height()) / scale);
        return cachedPicture(m_name, side, scale, color(mode, state));
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(m_name, m_token); }
    QString key() const override { return u"plumbline"_s; }
    QString iconName() override { return m_name; }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const Theme &theme = Theme::current();
        if (mode == QIcon::Disabled)
            return theme.ink3;
        if (m_token)
            return theme.*m_token;
        const QColor plain = iconColor(m_name, theme);
        const bool emphasised = mode == QIcon::Selected || state == QIcon::On;
        return emphasised && plain == theme.ink2 ? theme.ink : plain;
    }

    QString m_name;
    QColor Theme::*m_token; // Null: the usual colour of that icon.
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new ThemedIconEngine(name, nullptr));
}

QIcon icon(const char *name)
{
    return icon(QString::fromLatin1(name));
}

QIcon icon(const QString &name, QColor Theme::*token)
{
    return QIcon(new ThemedIconEngine(name, token));
}

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    QPixmap picture = cachedPicture(name, size, devicePixelRatio, color);
    picture.setDevicePixelRatio(devicePixelRatio);
    return picture;
}

QColor iconColor(const QString &name, const Theme &theme)
{
    for (const Severity severity : {Severity::Warning, Severity::Error, Severity::Good}) {
        if (name == severityIcon(severity))
            return severityMark(severity, theme);
    }
    return theme.ink2;
}

bool iconIsMirrored(const QString &name)
{
    static constexpr std::array mirrored{"timeline"_L1, "trend"_L1, "left"_L1, "right"_L1,   "after"_L1,
                                         "deadline"_L1, "undo"_L1,  "redo"_L1, "history"_L1, "send"_L1};
    return std::find(mirrored.begin(), mirrored.end(), name) != mirrored.end();
}

QStringList iconNames()
{
    QStringList names;
    const QStringList files =
        QFileInfo(pathOf(u"check"_s)).dir().entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        names.append(file.chopped(4));
    return names;
}

} // namespace plumbline
