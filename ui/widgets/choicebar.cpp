#include "ui/widgets/choicebar.h"

#include "ui/widgets/controlpainting.h"
#include "ui/widgets/icons.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace plumbline {

ChoiceBar::ChoiceBar(QWidget *parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](const QAbstractButton *button) { emit chosen(button->objectName()); });
    // The ground of the pressed choice is painted here, so that the frame can run around all of them.
    connect(m_group, &QButtonGroup::buttonToggled, this, qOverload<>(&ChoiceBar::update));
}

void ChoiceBar::addChoice(const QString &id, const QString &text, const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(id);
    button->setText(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(iconName.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    m_group->addButton(button);
    m_layout->addWidget(button);
    if (m_group->buttons().size() == 1)
        button->setChecked(true);
}

QString ChoiceBar::current() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? button->objectName() : QString();
}

void ChoiceBar::setCurrent(const QString &id)
{
    if (auto *button = findChild<QToolButton *>(id))
        button->setChecked(true);
}

void ChoiceBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), fieldRadius, fieldRadius);
    painter.fillPath(frame, theme.raised);
    painter.save();
    painter.setClipPath(frame);
    for (const QAbstractButton *button : m_group->buttons()) {
        const QRect place = button->geometry();
        if (button->isChecked())
            painter.fillRect(place, theme.sel);
        if (place.left() > 0)
            painter.fillRect(place.left(), 0, 1, height(), theme.line);
    }
    painter.restore();
    painter.setPen(theme.line2);
    painter.drawPath(frame);
}

} // namespace plumbline
