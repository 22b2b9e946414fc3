#include "ui/dialogs/mergedtextedit.h"

#include "ui/widgets/apptheme.h"

#include <QEvent>

#include <optional>

namespace plumbline {

MergedTextEdit::MergedTextEdit(QWidget *parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFont(typeFont(Type::Reading));
    // Marks are extra selections, which are no change of the text, so this does not call itself.
    connect(this, &QTextEdit::textChanged, this, &MergedTextEdit::mark);
}

void MergedTextEdit::compareWith(const QString &base, const TextDifferences &differences)
{
    m_base = base;
    m_differences = differences;
    mark();
}

QList<TextMark> MergedTextEdit::marks() const
{
    return m_base.isEmpty() ? QList<TextMark>() : marksIn(toPlainText(), m_base, m_differences);
}

void MergedTextEdit::mark()
{
    const Theme &theme = Theme::current();
    QList<QTextEdit::ExtraSelection> selections;
    for (const TextMark &mark : marks()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(mark.from);
        selection.cursor.setPosition(mark.from + mark.length, QTextCursor::KeepAnchor);
        selection.format.setBackground(mark.toDecide ? theme.amberBg : theme.addBg);
        selection.format.setFontUnderline(true);
        selection.format.setUnderlineColor(mark.toDecide ? theme.amberMark : theme.ink);
        selections += selection;
    }
    setExtraSelections(selections);
}

void MergedTextEdit::goToNextPlace()
{
    const int at = textCursor().selectionEnd();
    std::optional<TextMark> next;
    for (const TextMark &mark : marks()) {
        const bool better = !next || (next->from < at && mark.from >= at);
        if (mark.toDecide && better)
            next = mark;
    }
    if (!next)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(next->from);
    cursor.setPosition(next->from + next->length, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    setFocus(Qt::ShortcutFocusReason);
}

bool MergedTextEdit::event(QEvent *event)
{
    const bool handled = QTextEdit::event(event);
    if (changesLook(*event)) {
        setFont(typeFont(Type::Reading));
        mark();
    }
    return handled;
}

} // namespace plumbline
