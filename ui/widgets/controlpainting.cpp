#include "ui/widgets/controlpainting.h"

#include "ui/render/theme.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>

namespace plumbline {

namespace {

/// Restores the painter, which Qt lends to several drawing functions in turn.
class Saved
{
public:
    explicit Saved(QPainter *painter) : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter *m_painter;
};

/// The middle of the pixels along the edge of @p rect, where a line of one pixel is sharp.
QRectF edge(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

QPen linePen(const QColor &color, qreal width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QColor frameColor(const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    return option.state & QStyle::State_Enabled ? theme.line2 : theme.line;
}

QColor markColor(QStyle::State state)
{
    const Theme &theme = Theme::current();
    return state & QStyle::State_Enabled ? theme.ink2 : theme.ink3;
}

void paintBox(QPainter *painter, const QRect &rect, const QBrush &ground, const QPen &frame, qreal radius)
{
    const Saved saved(painter);
    painter->setBrush(ground);
    painter->setPen(frame);
    painter->drawRoundedRect(edge(rect), radius, radius);
}

/// The largest square in the middle of @p rect.
QRect square(const QRect &rect)
{
    const int side = std::min(rect.width(), rect.height());
    return QRect(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
}

} // namespace

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

void paintFocusInside(QPainter *painter, const QRect &rect)
{
    painter->save();
    painter->setPen(QPen(Theme::current().accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(rect.adjusted(1, 1, -1, -1));
    painter->restore();
}

void paintFocusOutside(QPainter *painter, const QRect &rect)
{
    const Saved saved(painter);
    painter->setPen(QPen(Theme::current().accent, 2));
    painter->setBrush(Qt::NoBrush);
    const qreal radius = fieldRadius + focusRingMargin - 1;
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
}

void paintField(QPainter *painter, const QStyleOption &option, const QBrush &ground)
{
    paintBox(painter, option.rect, ground, QPen(frameColor(option)), fieldRadius);
}

void paintLineEditPanel(QPainter *painter, const QStyleOption &option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    const bool readOnly = option.state & QStyle::State_ReadOnly;
    const QBrush ground = option.palette.brush(readOnly ? QPalette::AlternateBase : QPalette::Base);
    if (frame && frame->lineWidth > 0)
        paintField(painter, option, ground);
    else
        painter->fillRect(option.rect, ground);
}

void paintPlainFrame(QPainter *painter, const QStyleOption &option)
{
    painter->save();
    painter->setPen(frameColor(option));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void paintButtonPanel(QPainter *painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool flat = button ? bool(button->features & QStyleOptionButton::Flat)
                             : bool(option.state & QStyle::State_AutoRaise);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool pressed = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    if (flat && !pressed && !hovered)
        return;
    QBrush ground = option.palette.brush(QPalette::Button);
    if (pressed)
        ground = theme.sel;
    else if (hovered)
        ground = theme.hover;
    const QPen frame = flat ? QPen(Qt::NoPen) : QPen(pressed ? theme.accent : frameColor(option));
    paintBox(painter, option.rect, ground, frame, fieldRadius);
}

void paintCheckBox(QPainter *painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const QRect box = square(option.rect).adjusted(1, 1, -1, -1);
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor ground = enabled ? (marked ? theme.accent : theme.base) : theme.window;
    paintBox(painter, box, ground, QPen(marked && enabled ? theme.accent : frameColor(option)), 3);
    if (!marked)
        return;
    const Saved saved(painter);
    painter->setPen(linePen(enabled ? theme.onAccent : theme.ink3, 1.75));
    const QRectF inside = edge(box);
    const auto at = [&](qreal x, qreal y) {
        return QPointF(inside.x() + x * inside.width(), inside.y() + y * inside.height());
    };
    if (option.state & QStyle::State_NoChange)
        painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
    else
        painter->drawPolyline(QPolygonF{at(0.22, 0.53), at(0.43, 0.74), at(0.79, 0.3)});
}

void paintRadioButton(QPainter *painter, const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const QRectF circle = edge(square(option.rect).adjusted(1, 1, -1, -1));
    const bool on = option.state & QStyle::State_On;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor mark = enabled ? theme.accent : theme.ink3;
    const Saved saved(painter);
    painter->setBrush(enabled ? theme.base : theme.window);
    painter->setPen(QPen(on ? mark : frameColor(option), on ? 1.5 : 1));
    painter->drawEllipse(circle);
    if (!on)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(mark);
    painter->drawEllipse(circle.center(), circle.width() / 4 + 0.25, circle.width() / 4 + 0.25);
}

void paintChevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, QStyle::State state)
{
    const Saved saved(painter);
    painter->setPen(linePen(markColor(state), 1.5));
    const qreal reach = std::min({4.0, rect.width() / 2.0 - 1, rect.height() / 2.0 - 1});
    painter->translate(QRectF(rect).center());
    switch (direction) {
    case Qt::UpArrow:
        painter->rotate(180);
        break;
    case Qt::LeftArrow:
        painter->rotate(90);
        break;
    case Qt::RightArrow:
        painter->rotate(-90);
        break;
    default:
        break;
    }
    painter->drawPolyline(QPolygonF{{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}});
}

void paintSplitter(QPainter *painter, const QStyleOption &option)
{
    painter->fillRect(option.rect, Theme::current().line);
}

void paintStatusBar(QPainter *painter, const QStyleOption &option)
{
    painter->fillRect(option.rect.x(), option.rect.y(), option.rect.width(), 1, Theme::current().line);
}

void paintProgressGroove(QPainter *painter, const QStyleOption &option)
{
    paintField(painter, option, option.palette.brush(QPalette::Base));
}

void paintButtonLabel(QPainter *painter, const QStyleOptionButton &button, const QStyle &style, const QWidget *widget)
{
    constexpr int gap = 6; // Between icon and text.
    const bool enabled = button.state & QStyle::State_Enabled;
    const QSize iconSize = button.icon.isNull() ? QSize() : button.iconSize;
    const int flags = Qt::AlignCenter | Qt::TextSingleLine
        | (style.styleHint(QStyle::SH_UnderlineShortcut, &button, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int words = button.text.isEmpty() ? 0 : button.fontMetrics.size(flags, button.text).width();
    const int iconRoom = iconSize.isValid() ? iconSize.width() + (words > 0 ? gap : 0) : 0;
    const QRect inside = button.rect.adjusted(2, 0, -2, 0);
    const int width = std::min(iconRoom + words, inside.width());
    const QRect label(inside.x() + (inside.width() - width) / 2, inside.y(), width, inside.height());
    if (iconSize.isValid()) {
        const QRect place(QPoint(label.x(), label.y() + (label.height() - iconSize.height()) / 2), iconSize);
        const QIcon::Mode mode = !enabled                               ? QIcon::Disabled
            : button.state & QStyle::State_HasFocus ? QIcon::Active
                                                    : QIcon::Normal;
        button.icon.paint(painter, QStyle::visualRect(button.direction, label, place), Qt::AlignCenter, mode,
                          button.state & QStyle::State_On ? QIcon::On : QIcon::Off);
    }
    painter->save();
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // What it names may be of another language than the window.
    const QRect place(label.x() + iconRoom, label.y(), label.width() - iconRoom, label.height());
    style.drawItemText(painter, QStyle::visualRect(button.direction, label, place), flags, button.palette, enabled,
                       button.text, QPalette::ButtonText);
    painter->restore();
}

QStyleOptionButton quietIfFlat(const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    QStyleOptionButton result = button ? *button : QStyleOptionButton();
    if (result.features & QStyleOptionButton::Flat && result.state & QStyle::State_Enabled)
        result.palette.setColor(QPalette::ButtonText, Theme::current().ink2);
    return result;
}

} // namespace plumbline
