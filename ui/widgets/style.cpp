#include "ui/widgets/style.h"

#include "ui/widgets/choicebar.h"
#include "ui/widgets/controlpainting.h"
#include "ui/widgets/focusring.h"

#include <QApplication>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

bool isButton(const QWidget *widget)
{
    return qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget);
}

/// Buttons get the ring of FocusRing; rows show theirs only once a key was pressed.
bool drawsOwnFocus(const QWidget *widget)
{
    if (isButton(widget))
        return false;
    return !widget || widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
    setObjectName(u"plumbline"_s);
}

void Style::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    if (!application->findChild<FocusRing *>())
        new FocusRing(application);
}

void Style::unpolish(QApplication *application)
{
    delete application->findChild<FocusRing *>();
    QProxyStyle::unpolish(application);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        if (drawsOwnFocus(widget))
            paintFocusInside(painter, option->rect);
        return;
    case PE_PanelButtonCommand:
        return paintButtonPanel(painter, *option);
    case PE_FrameDefaultButton:
        return;
    case PE_PanelButtonTool:
        if (widget && qobject_cast<const ChoiceBar *>(widget->parentWidget()))
            return; // The bar paints one frame around all of its choices.
        return paintButtonPanel(painter, *option);
    case PE_PanelLineEdit:
        return paintLineEditPanel(painter, *option);
    case PE_FrameLineEdit:
        return paintField(painter, *option, Qt::NoBrush);
    case PE_Frame:
        if (isTextField(widget))
            return paintField(painter, *option, option->palette.brush(QPalette::Base));
        return paintPlainFrame(painter, *option);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckBox(painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadioButton(painter, *option);
    case PE_IndicatorArrowDown:
        return paintChevron(painter, option->rect, Qt::DownArrow, option->state);
    case PE_IndicatorArrowUp:
        return paintChevron(painter, option->rect, Qt::UpArrow, option->state);
    case PE_IndicatorArrowLeft:
        return paintChevron(painter, option->rect, Qt::LeftArrow, option->state);
    case PE_IndicatorArrowRight:
        return paintChevron(painter, option->rect, Qt::RightArrow, option->state);
    case PE_IndicatorHeaderArrow:
        return paintSortArrow(painter, *option);
    case PE_IndicatorBranch:
        return paintBranch(painter, *option);
    case PE_PanelStatusBar:
        return paintStatusBar(painter, *option);
    case PE_IndicatorItemViewItemDrop:
        return paintDropPlace(painter, *option);
    case PE_PanelItemViewItem:
        return paintItemGround(painter, *option);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_FocusFrame:
        return paintFocusOutside(painter, option->rect);
    case CE_Splitter:
        return paintSplitter(painter, *option);
    case CE_HeaderSection:
        return paintHeaderSection(painter, *option);
    case CE_HeaderEmptyArea:
        return paintHeaderSection(painter, *option);
    case CE_ToolBar:
        return;
    case CE_MenuBarItem:
        return paintMenuBarItem(painter, *option, *this);
    case CE_MenuBarEmptyArea:
        return paintMenuBar(painter, *option);
    case CE_ProgressBarGroove:
        return paintProgressGroove(painter, *option);
    case CE_ProgressBarContents:
        return paintProgress(painter, *option);
    case CE_PushButtonLabel:
        return paintButtonLabel(painter, quietIfFlat(*option), *this, widget);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        return paintComboBox(painter, *option, *this, widget);
    case CC_SpinBox:
        return paintSpinBox(painter, *option, *this, widget);
    case CC_ToolButton:
        return paintToolButton(painter, *option, *this, widget);
    case CC_ScrollBar:
        return paintScrollBar(painter, *option, *this, widget);
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace plumbline
