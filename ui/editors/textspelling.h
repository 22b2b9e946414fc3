#pragma once

#include <QObject>
#include <QTextCursor>
#include <QTimer>

class QMenu;
class QPlainTextEdit;

namespace plumbline {

/// Marks misspelt words of a text field with a red wave, a moment after typing, and offers better ones in its
/// context menu. The word being typed is left alone until the cursor has left it, and so is a text that
/// cannot be edited.
class TextSpelling : public QObject
{
    Q_OBJECT

public:
    /// Of @p edit, and gone with it.
    explicit TextSpelling(QPlainTextEdit *edit);

    /// The marked words, in order.
    QStringList markedWords() const;
    /// The menu of the field, with what there is to say about the word at @p cursor. The caller shows and
    /// deletes it.
    QMenu *makeMenu(const QTextCursor &cursor);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void mark();
    QTextCursor markedAt(int position) const;
    void offer(QMenu *menu, const QTextCursor &word);

    QPlainTextEdit *m_edit; // Not owned: the parent.
    QTimer m_soon;
    int m_typedAt = -1; ///< Where the cursor stood after the last change; a word there may be half typed.
};

} // namespace plumbline
