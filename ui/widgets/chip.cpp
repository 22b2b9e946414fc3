#include "ui/widgets/chip.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/icons.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int padding = 6; // Between the frame and what is in it.
constexpr int iconSize = 13;
constexpr int iconGap = 4;
constexpr qreal radius = 3;

struct ChipColors {
    QColor ground;
    QColor frame;
    QColor text;
};

ChipColors colorsOf(ChipText::Tone tone)
{
    const Theme &theme = Theme::current();
    switch (tone) {
    case ChipText::Tone::Plain:
        break;
    case ChipText::Tone::Accent:
        return {theme.sel, theme.accent, theme.accent};
    case ChipText::Tone::Good:
        return {theme.greenBg, theme.green, theme.green};
    case ChipText::Tone::Warning:
        return {theme.amberBg, theme.amberMark, theme.amber};
    case ChipText::Tone::Error:
        return {theme.redBg, theme.red, theme.red};
    }
    return {theme.base, theme.line2, theme.ink2};
}

QString iconOf(const ChipText &text)
{
    if (!text.icon.isEmpty())
        return text.icon;
    switch (text.tone) {
    case ChipText::Tone::Good:
        return u"check"_s;
    case ChipText::Tone::Warning:
        return u"warning"_s;
    case ChipText::Tone::Error:
        return u"error"_s;
    case ChipText::Tone::Plain:
    case ChipText::Tone::Accent:
        break;
    }
    return {};
}

} // namespace

Chip::Chip(const ChipText &text, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Chip::setText(const ChipText &text)
{
    m_text = text;
    setAccessibleName(text.text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return sizeOf(m_text);
}

QSize Chip::sizeOf(const ChipText &text)
{
    const QFontMetrics metrics(typeFont(Type::Caption));
    const int icon = iconOf(text).isEmpty() ? 0 : iconSize + iconGap;
    return {2 * padding + icon + metrics.horizontalAdvance(text.text) + 1, metrics.lineSpacing() + 3};
}

int Chip::paint(QPainter *painter, const QRect &rect, const ChipText &text, Qt::LayoutDirection direction)
{
    const QSize wanted = sizeOf(text);
    const QSize size(std::min(wanted.width(), rect.width()), wanted.height());
    const QRect chip = QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, size, rect);
    const ChipColors colors = colorsOf(text.tone);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colors.frame);
    painter->setBrush(colors.ground);
    painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);

    QRect inside = chip.adjusted(padding, 0, -padding, 0);
    if (const QString icon = iconOf(text); !icon.isEmpty()) {
        const QSize place(iconSize, iconSize);
        painter->drawPixmap(
            QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, place, inside),
            iconPixmap(icon, iconSize, colors.text, painter->device()->devicePixelRatio()));
        const int taken = iconSize + iconGap;
        inside.adjust(direction == Qt::LeftToRight ? taken : 0, 0, direction == Qt::LeftToRight ? 0 : -taken,
                      0);
    }
    painter->setFont(typeFont(Type::Caption));
    painter->setPen(colors.text);
    const QString words = painter->fontMetrics().elidedText(text.text, Qt::ElideRight, inside.width() + 1);
    painter->drawText(inside.adjusted(0, 0, 1, 0),
                      int(QStyle::visualAlignment(direction, Qt::AlignLeading | Qt::AlignVCenter)), words);
    painter->restore();
    return size.width();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_text, layoutDirection());
}

} // namespace plumbline
