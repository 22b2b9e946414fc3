#include "ui/widgets/quietlabel.h"

#include <QEvent>
#include <QStyle>

namespace plumbline {

QuietLabel::QuietLabel(QWidget *parent) : QuietLabel(QString(), parent) {}

QuietLabel::QuietLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    // Else the role, and with it the colour, would depend on the ground the label stands on.
    setForegroundRole(QPalette::WindowText);
    applyLook();
}

void QuietLabel::setToken(QColor Theme::*token)
{
    m_token = token;
    applyLook();
}

void QuietLabel::setType(Type type, bool inBold)
{
    m_type = type;
    m_bold = inBold;
    applyLook();
}

void QuietLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    applyLook();
}

void QuietLabel::applyLook()
{
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), m_alignment) | Qt::AlignAbsolute;
    if (QLabel::alignment() != side)
        QLabel::setAlignment(side);
    QPalette colors = palette();
    if (const QColor color = Theme::current().*m_token;
        colors.color(QPalette::Active, QPalette::WindowText) != color) {
        colors.setColor(QPalette::Active, QPalette::WindowText, color);
        colors.setColor(QPalette::Inactive, QPalette::WindowText, color);
        setPalette(colors);
    }
    const QFont wanted = m_bold ? bold(typeFont(m_type)) : typeFont(m_type);
    if (font() != wanted)
        setFont(wanted);
}

bool QuietLabel::event(QEvent *event)
{
    const bool handled = QLabel::event(event);
    if (changesLook(*event) || event->type() == QEvent::LayoutDirectionChange)
        applyLook();
    return handled;
}

} // namespace plumbline
