#include "ui/dialogs/iconlabel.h"

#include "ui/widgets/icons.h"

#include <QPainter>

namespace plumbline {

namespace {

constexpr int iconSize = 16;
constexpr int room = 20; ///< As high as a line of body text, so that both stand on one line.

} // namespace

IconLabel::IconLabel(const QString &name, QWidget *parent) : IconLabel(name, {}, parent) {}

IconLabel::IconLabel(const QString &name, std::function<QColor()> color, QWidget *parent)
    : QWidget(parent), m_name(name), m_color(std::move(color))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize IconLabel::sizeHint() const
{
    return {iconSize, room};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = m_color ? m_color() : iconColor(m_name);
    painter.drawPixmap((width() - iconSize) / 2, (height() - iconSize) / 2,
                       iconPixmap(m_name, iconSize, color, devicePixelRatioF()));
}

} // namespace plumbline
