#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace plumbline {

/// A small bar that asks for a reason after something was done with the mouse: "Why did it move?"
///
/// It never blocks: Enter gives the reason, Esc or leaving it alone gives an empty one.
class ReasonBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonBar(QWidget *parent = nullptr);

    /// Shows the bar with @p question and takes the keyboard. A question still open is answered empty first.
    void ask(const QString &question);
    bool isAsking() const { return m_asking; }

public slots:
    /// Answers with nothing, as Esc does.
    void leaveEmpty();

signals:
    /// The reason, empty when none was given. The bar is hidden by then.
    void answered(const QString &reason);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void finish(const QString &reason);

    QLabel *m_question;
    QLineEdit *m_reason;
    bool m_asking = false;
};

} // namespace plumbline
