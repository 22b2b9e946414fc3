// The controls of several parts: combo box, spin box, tool button, scroll bar, progress bar, menu bar.

#include "ui/widgets/controlpainting.h"

#include "ui/render/theme.h"
#include "ui/widgets/apptheme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace plumbline {

namespace {

/// Splits the chevron of a button with a menu from @p rect, at the end a reader reaches last.
QRect takeChevron(QRect &rect, Qt::LayoutDirection direction)
{
    QRect chevron = rect;
    if (direction == Qt::RightToLeft) {
        chevron.setWidth(chevronWidth + 4);
        rect.setLeft(chevron.right() - 4);
    } else {
        chevron.setLeft(rect.right() - chevronWidth - 3);
        rect.setRight(chevron.left() + 4);
    }
    return chevron;
}

QStyleOptionToolButton labelOf(const QStyleOptionToolButton &option)
{
    QStyleOptionToolButton label = option;
    if (option.state & QStyle::State_On)
        label.font = bold(option.font);
    else if (option.state & QStyle::State_AutoRaise && option.state & QStyle::State_Enabled)
        label.palette.setColor(QPalette::ButtonText, Theme::current().ink2);
    return label;
}

} // namespace

void paintComboBox(QPainter *painter, const QStyleOptionComplex &option, const QStyle &style,
                   const QWidget *widget)
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(&option);
    if (!box)
        return;
    if (box->frame) {
        const bool hovered = !box->editable && option.state & QStyle::State_MouseOver;
        const QPalette::ColorRole role = box->editable ? QPalette::Base : QPalette::Button;
        paintField(painter, option, hovered ? QBrush(Theme::current().hover) : option.palette.brush(role));
    }
    const QRect arrow = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    paintChevron(painter, arrow, Qt::DownArrow, option.state);
}

void paintSpinBox(QPainter *painter, const QStyleOptionComplex &option, const QStyle &style,
                  const QWidget *widget)
{
    const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(&option);
    if (!box)
        return;
    if (box->frame)
        paintField(painter, option, option.palette.brush(QPalette::Base));
    if (box->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto paintStep = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step,
                               Qt::ArrowType arrow) {
        const bool enabled = box->stepEnabled & step && option.state & QStyle::State_Enabled;
        const QRect rect = style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        paintChevron(painter, rect.adjusted(2, 1, -2, -1), arrow,
                     enabled ? QStyle::State_Enabled : QStyle::State_None);
    };
    paintStep(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
    paintStep(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
}

void paintToolButton(QPainter *painter, const QStyleOptionComplex &option, const QStyle &style,
                     const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(&option);
    if (!button)
        return;
    style.drawPrimitive(QStyle::PE_PanelButtonTool, &option, painter, widget);
    QStyleOptionToolButton label = labelOf(*button);
    const bool worded = button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
    if (button->features & QStyleOptionToolButton::HasMenu && worded)
        paintChevron(painter, takeChevron(label.rect, option.direction), Qt::DownArrow, option.state);
    if (worded && !button->icon.isNull()) // Qt puts the two at the edge; words alone stand in the middle.
        label.rect.adjust(6, 0, -6, 0);
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, painter, widget);
}

void paintScrollBar(QPainter *painter, const QStyleOptionComplex &option, const QStyle &style,
                    const QWidget *widget)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (!bar)
        return;
    const Theme &theme = Theme::current();
    painter->fillRect(option.rect, option.palette.brush(QPalette::Window));
    if (bar->maximum == bar->minimum)
        return;
    const QRect slider =
        style.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const bool touched = option.activeSubControls & QStyle::SC_ScrollBarSlider;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(touched ? theme.ink2 : theme.line2);
    painter->drawRoundedRect(slider.adjusted(3, 3, -3, -3), 3, 3);
    painter->restore();
}

QRect scrollBarPart(const QStyleOptionComplex &option, QStyle::SubControl part, int minimum)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (!bar)
        return {};
    const bool lying = bar->orientation == Qt::Horizontal;
    const int length = lying ? option.rect.width() : option.rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const qint64 ideal = range > 0 ? qint64(bar->pageStep) * length / (range + bar->pageStep) : length;
    const int slider = std::min<int>(length, std::max<int>(minimum, int(ideal)));
    const int start = QStyle::sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                      length - slider, bar->upsideDown);
    const auto along = [&](int from, int size) {
        const QRect rect =
            lying ? QRect(from, 0, size, option.rect.height()) : QRect(0, from, option.rect.width(), size);
        return QStyle::visualRect(lying ? option.direction : Qt::LeftToRight, option.rect,
                                  rect.translated(option.rect.topLeft()));
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, slider);
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + slider, length - start - slider);
    default:
        return {};
    }
}

void paintMenuBar(QPainter *painter, const QStyleOption &option)
{
    const QRect &rect = option.rect;
    painter->fillRect(rect, option.palette.brush(QPalette::Window));
    painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, Theme::current().line);
}

void paintMenuBarItem(QPainter *painter, const QStyleOption &option, const QStyle &style)
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
    if (!item)
        return;
    const bool touched = option.state & (QStyle::State_Selected | QStyle::State_Sunken);
    painter->fillRect(option.rect,
                      touched ? QBrush(Theme::current().sel) : option.palette.brush(QPalette::Window));
    style.drawItemText(painter, option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                       option.palette, option.state & QStyle::State_Enabled, item->text,
                       QPalette::WindowText);
}

void paintProgress(QPainter *painter, const QStyleOption &option)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (!bar)
        return;
    const Theme &theme = Theme::current();
    QRect done = option.rect.adjusted(2, 2, -2, -2);
    if (bar->maximum > bar->minimum) {
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        done.setWidth(int((qint64(bar->progress) - bar->minimum) * done.width() / range));
        done = QStyle::visualRect(option.direction, option.rect, done);
        painter->fillRect(done, theme.sel); // Light enough for the words that lie across it.
        painter->fillRect(done.x(), done.bottom() - 1, done.width(), 2, theme.accent);
    } else {
        // The end is not known: hatched, since nothing in the window moves by itself.
        painter->fillRect(done, QBrush(theme.line2, Qt::BDiagPattern));
    }
}

} // namespace plumbline
