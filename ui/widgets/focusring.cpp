#include "ui/widgets/focusring.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

namespace plumbline {

namespace {

template<typename... Kinds>
bool isOneOf(const QWidget *widget)
{
    return (qobject_cast<const Kinds *>(widget) || ...);
}

/// Whether @p widget is a field with a frame of its own; an editor inside a row has none.
bool isField(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->hasFrame();
    if (const auto *area = qobject_cast<const QFrame *>(widget);
        area && isOneOf<QTextEdit, QPlainTextEdit>(widget))
        return area->frameShape() != QFrame::NoFrame;
    return isOneOf<QAbstractSpinBox, QComboBox>(widget);
}

bool wearsRing(const QWidget *widget)
{
    if (!widget || widget->isWindow())
        return false;
    const bool keyboard = widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    return isField(widget) || (keyboard && isOneOf<QPushButton, QToolButton>(widget));
}

} // namespace

FocusRing::FocusRing(QApplication *application) : QObject(application)
{
    application->installEventFilter(this);
    connect(application, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched->isWidgetType())
        setKeyboardUsed(static_cast<QWidget *>(watched), true);
    else if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType())
        setKeyboardUsed(static_cast<QWidget *>(watched), false);
    return false;
}

void FocusRing::setKeyboardUsed(QWidget *widget, bool used)
{
    QWidget *window = widget->window();
    if (window->testAttribute(Qt::WA_KeyboardFocusChange) == used)
        return;
    window->setAttribute(Qt::WA_KeyboardFocusChange, used);
    QWidget *focused = QApplication::focusWidget();
    follow(focused);
    if (auto *view = qobject_cast<QAbstractItemView *>(focused))
        view->viewport()->update();
    else if (focused)
        focused->update();
}

void FocusRing::follow(QWidget *focused)
{
    if (!wearsRing(focused)) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame;
    m_frame->setWidget(focused);
}

} // namespace plumbline
