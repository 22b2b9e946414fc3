#pragma once

#include "ui/dialogs/dialogframe.h"

class QPlainTextEdit;

namespace plumbline {

/// Shows the words somebody added to her dictionary, one a line, to be changed.
class OwnWordsDialog : public DialogFrame
{
    Q_OBJECT

public:
    explicit OwnWordsDialog(const QStringList &words, QWidget *parent = nullptr);

    /// What stands there now, as it was typed.
    QStringList words() const;

private:
    QPlainTextEdit *m_words;
};

} // namespace plumbline
