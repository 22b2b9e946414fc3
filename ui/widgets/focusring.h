#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QFocusFrame;
class QWidget;

namespace plumbline {

/// Keeps the focus ring around the field or button that has the keyboard.
///
/// Fields always wear it. Buttons and rows do once a key was pressed in their window, until the mouse is used
/// again. The ring lies outside the control, over its neighbours, so no control needs room for it.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QApplication *application);
    ~FocusRing() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setKeyboardUsed(QWidget *widget, bool used);
    void follow(QWidget *focused);

    QPointer<QFocusFrame> m_frame; // Lives in the window of its field and dies with it.
};

} // namespace plumbline
