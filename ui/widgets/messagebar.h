#pragma once

#include "ui/widgets/severity.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QShortcut;
class QToolButton;

namespace plumbline {

class QuietLabel;

/// What happened, what was kept and what to do, said within the page instead of in a box over it.
///
/// A bar that is only news has a close button and closes with Esc pressed anywhere in its page (its parent).
/// One that needs an answer stays until whoever showed it hides it.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);
    ~MessageBar() override;

    Severity severity() const { return m_severity; }

    /// Shows the bar with the sentence @p happened in Bold and @p kept below it, which may be empty.
    ///
    /// Both are plain text. A screen reader is told at once. The action of an earlier message is taken away.
    void showMessage(Severity severity, const QString &happened, const QString &kept = {});

    /// Text of the one button, which emits actionTriggered(); empty hides it. Call it after showMessage().
    void setAction(const QString &text);

    /// Whether the bar is only news, which anybody may close; yes unless set.
    void setNews(bool news);
    bool isNews() const { return m_news; }

public slots:
    /// Hides the bar and emits dismissed(), as the close button does.
    void dismiss();

signals:
    void actionTriggered();
    void dismissed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void listenForEscape();
    void setIcon();

    Severity m_severity = Severity::Hint;
    bool m_news = true;
    QLabel *m_icon;
    QuietLabel *m_happened;
    QuietLabel *m_kept;
    QPushButton *m_action;
    QToolButton *m_close;
    QPointer<QShortcut> m_escape; // Lives in the page, so that Esc works wherever in it the focus is.
};

} // namespace plumbline
