#include "ui/editors/inputs.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/controlpainting.h"
#include "ui/widgets/icons.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int iconSize = 16;

} // namespace

void paintWrongFrame(QPainter *painter, const QRect &rect)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::current().red, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75), fieldRadius, fieldRadius);
    painter->restore();
}

LineField::LineField(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, qOverload<>(&LineField::update));
}

void LineField::setWrong(bool wrong)
{
    m_wrong = wrong;
    update();
}

void LineField::setNeeded(bool needed)
{
    m_needed = needed;
    // The word stands where the placeholder would.
    setPlaceholderText(needed ? QString() : u"—"_s);
    setAccessibleDescription(needed ? tr("needed") : QString());
    update();
}

bool LineField::showsNeed() const
{
    return m_needed && text().isEmpty() && !hasFocus();
}

QSize LineField::minimumSizeHint() const
{
    const int sign = hasFrame() ? 0 : iconSize + fontMetrics().horizontalAdvance(tr("needed")) + 16;
    return {std::max(48, sign), rowHeight(fontMetrics())};
}

void LineField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_wrong && !showsNeed())
        return;
    QPainter painter(this);
    if (showsNeed()) {
        const Theme &theme = Theme::current();
        QRect place = rect().adjusted(6, 0, -4, 0);
        const QRect sign = QStyle::alignedRect(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter,
                                               {iconSize, iconSize}, place);
        painter.drawPixmap(sign, iconPixmap(u"error"_s, iconSize, theme.red, devicePixelRatioF()));
        layoutDirection() == Qt::LeftToRight ? place.setLeft(sign.right() + 5)
                                             : place.setRight(sign.left() - 5);
        painter.setPen(theme.red);
        painter.drawText(place, int(Qt::AlignLeading | Qt::AlignVCenter), tr("needed"));
    }
    paintWrongFrame(&painter, rect());
}

ComboField::ComboField(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    setMaxVisibleItems(16);
}

void ComboField::showData(const QVariant &data)
{
    const QSignalBlocker quiet(this);
    const int found = findData(data);
    setCurrentIndex(found < 0 ? 0 : found);
}

RecordPicker::RecordPicker(const QString &invitation, QWidget *parent)
    : ComboField(parent), m_invitation(invitation)
{
    setAccessibleName(invitation);
    addItem(invitation, QUuid());
    connect(this, &QComboBox::activated, this, [this] {
        const QUuid record = currentData().toUuid();
        setCurrentIndex(0);
        if (!record.isNull())
            emit picked(record);
    });
}

void RecordPicker::fill()
{
    const QSignalBlocker quiet(this);
    clear();
    addItem(m_invitation, QUuid());
    if (!m_fill)
        return;
    for (const auto &[words, record] : m_fill())
        addItem(words, record);
}

void RecordPicker::showPopup()
{
    fill();
    ComboField::showPopup();
}

void RecordPicker::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        fill();
    ComboField::focusInEvent(event);
}

void ComboField::wheelEvent(QWheelEvent *event)
{
    // Scrolling through a form must not change what the pointer happens to pass.
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace plumbline
