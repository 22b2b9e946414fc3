#pragma once

#include <QBrush>
#include <QStyle>
#include <QStyleOptionButton>

class QPainter;

/// How Style draws each control. Colours come from the option's palette where it has a role for them, because
/// a widget may change its palette, and from the current theme otherwise. All sizes are logical pixels.
namespace plumbline {

constexpr int fieldRadius = 4;
constexpr int focusRingMargin = 3; ///< A gap of 1 and a ring of 2 outside the frame.
constexpr int chevronWidth = 18;   ///< Room for the chevron of a button with a menu.

/// Whether @p widget is a text field of several lines, which has the frame of a field around a scroll area.
bool isTextField(const QWidget *widget);

void paintFocusInside(QPainter *painter, const QRect &rect);  ///< For rows and check boxes.
void paintFocusOutside(QPainter *painter, const QRect &rect); ///< @p rect is the whole ring.

void paintField(QPainter *painter, const QStyleOption &option, const QBrush &ground);
void paintLineEditPanel(QPainter *painter, const QStyleOption &option);
void paintPlainFrame(QPainter *painter, const QStyleOption &option);
void paintButtonPanel(QPainter *painter, const QStyleOption &option);
void paintCheckBox(QPainter *painter, const QStyleOption &option);
void paintRadioButton(QPainter *painter, const QStyleOption &option);
void paintChevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, QStyle::State state);
void paintSortArrow(QPainter *painter, const QStyleOption &option);
void paintItemGround(QPainter *painter, const QStyleOption &option);
void paintBranch(QPainter *painter, const QStyleOption &option);
void paintDropPlace(QPainter *painter, const QStyleOption &option);
void paintSplitter(QPainter *painter, const QStyleOption &option);
void paintHeaderSection(QPainter *painter, const QStyleOption &option);
void paintStatusBar(QPainter *painter, const QStyleOption &option);
void paintMenuBar(QPainter *painter, const QStyleOption &option);
void paintMenuBarItem(QPainter *painter, const QStyleOption &option, const QStyle &style);
void paintProgressGroove(QPainter *painter, const QStyleOption &option);
void paintProgress(QPainter *painter, const QStyleOption &option);

/// Icon and text of a push button, together in its middle.
void paintButtonLabel(QPainter *painter, const QStyleOptionButton &button, const QStyle &style, const QWidget *widget);

/// @p option with second text if it is that of a flat push button, which stands for a lesser choice.
QStyleOptionButton quietIfFlat(const QStyleOption &option);

// These ask @p style for the places of their parts.
void paintComboBox(QPainter *painter, const QStyleOptionComplex &option, const QStyle &style,
                   const QWidget *widget);
void paintSpinBox(QPainter *painter, const QStyleOptionComplex &option, const QStyle &style,
                  const QWidget *widget);
void paintToolButton(QPainter *painter, const QStyleOptionComplex &option, const QStyle &style,
                     const QWidget *widget);
void paintScrollBar(QPainter *painter, const QStyleOptionComplex &option, const QStyle &style,
                    const QWidget *widget);

/// Where a part of a scroll bar lies: the groove is the whole bar, there are no arrow buttons.
///
/// @p minimum is the least length of the slider in pixels.
QRect scrollBarPart(const QStyleOptionComplex &option, QStyle::SubControl part, int minimum);

} // namespace plumbline
