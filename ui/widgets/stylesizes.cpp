// How large things are and where their parts lie. How they are painted is in style.cpp.

#include "ui/widgets/style.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/controlpainting.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

namespace plumbline {

namespace {

constexpr int fieldPadding = 7; // Between the frame of a field and its text, besides what Qt leaves.

/// A checked tool button is set in Bold, so one that can be checked needs the room beforehand.
int toolButtonWidth(const QStyleOptionToolButton &option, int contents, const QWidget *widget)
{
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty())
        return contents + 12;
    const auto *button = qobject_cast<const QToolButton *>(widget);
    const int plain = option.fontMetrics.horizontalAdvance(option.text);
    const int wide = button && button->isCheckable()
                         ? QFontMetrics(bold(option.font)).horizontalAdvance(option.text)
                         : plain;
    const int chevron = option.features & QStyleOptionToolButton::HasMenu ? chevronWidth : 0;
    return contents + wide - plain + chevron + 20;
}

} // namespace

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return 12;
    case PM_DefaultFrameWidth:
        return isTextField(widget) ? 5 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        // Views take the same measure for the margin of their texts.
        return qobject_cast<const QAbstractItemView *>(widget)
                   ? QProxyStyle::pixelMetric(metric, option, widget)
                   : focusRingMargin;
    case PM_HeaderMargin:
        return 8;
    case PM_MenuBarVMargin:
        return 4;
    case PM_MenuBarHMargin:
        return 10;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
        return 16;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    const QSize fusion = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int row = option ? rowHeight(option->fontMetrics) : fusion.height();
    switch (type) {
    case CT_PushButton:
        return {contents.width() + 28, std::max(row, contents.height() + 8)};
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return {toolButtonWidth(*button, contents.width(), widget), std::max(row, contents.height() + 8)};
        return fusion;
    case CT_LineEdit:
        return {fusion.width() + 16, std::max(row, fusion.height())};
    case CT_ComboBox:
        return {fusion.width() + fieldPadding + chevronWidth, row};
    case CT_SpinBox:
        return {fusion.width() + fieldPadding + 8, row};
    case CT_HeaderSection:
        return {fusion.width(), row};
    case CT_ItemViewItem:
    case CT_MenuBarItem:
        return {fusion.width(), std::max(row, fusion.height())};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            return {fusion.width() + 16, row + 8};
        return fusion;
    default:
        return fusion;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(fieldPadding, 0, -fieldPadding, 0);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return rect;
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    // Over the whole height: the margin is for the sides, and would cut off what hangs below the line.
    if (element == SE_HeaderLabel)
        return visualRect(option->direction, option->rect,
                          option->rect.adjusted(8, 0, sorted ? -chevronWidth : -8, 0));
    if (!sorted)
        return rect;
    const QRect arrow(option->rect.right() - chevronWidth, option->rect.y(), chevronWidth,
                      option->rect.height());
    if (element == SE_HeaderArrow)
        return visualRect(option->direction, option->rect, arrow);
    return rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return scrollBarPart(*option, part, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const int inward = option->direction == Qt::LeftToRight ? 1 : -1;
    if (control == CC_ComboBox && part == SC_ComboBoxArrow && qobject_cast<const QComboBox *>(widget))
        return rect.translated(-4 * inward, 0);
    if ((control == CC_ComboBox && part == SC_ComboBoxEditField) ||
        (control == CC_SpinBox && part == SC_SpinBoxEditField))
        return inward > 0 ? rect.adjusted(fieldPadding, 0, 0, 0) : rect.adjusted(0, 0, -fieldPadding, 0);
    return rect;
}

} // namespace plumbline
