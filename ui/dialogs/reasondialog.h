#pragma once

#include "ui/dialogs/dialogframe.h"

class QPlainTextEdit;

namespace plumbline {

/// Asks for a written reason: to accept a problem, to pass a gate, to leave a text as it is.
///
/// It only asks; whoever shows it commits. Ctrl+Enter accepts, as Enter starts a new line.
class ReasonDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// @p sentence says what is to be accepted; @p accept is the text of the button, "Accept" unless given.
    ReasonDialog(const QString &title, const QString &sentence, const QString &accept = {}, QWidget *parent = nullptr);

    /// What was typed, without blanks at its ends.
    QString reason() const;

private:
    void judge();

    QPlainTextEdit *m_reason;
};

} // namespace plumbline
