#include "ui/dialogs/mergedtextedit.h"

#include "ui/widgets/apptheme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace plumbline {

MergedTextEdit::MergedTextEdit(QWidget *parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFont(typeFont(Type::Reading));
    // Marks are extra selections, which are no change of the text, so this does not call itself.
    connect(this, &QTextEdit::textChanged, this, &MergedTextEdit::mark);
    connect(this, &QTextEdit::cursorPositionChanged, this, &MergedTextEdit::placesChanged);
}

void MergedTextEdit::setMerged(const MergeInWords &merged, const QString &base)
{
    m_merged = merged;
    m_base = base;
    setPlainText(merged.text); // Which also forgets what could be undone.
    document()->setModified(false);
    mark();
}

/// The words that stand for the place, selected; a null cursor when they are no longer in the text.
QTextCursor MergedTextEdit::openWords(int place) const
{
    const MergeInWords::Place &known = m_merged.places.at(place);
    // As the document stores them: paragraphs have a separator of their own there.
    const QString words = m_merged.text.mid(known.from, known.length).replace(u'\n', QChar::ParagraphSeparator);
    const qsizetype at = document()->toRawText().indexOf(words);
    if (at < 0)
        return {};
    QTextCursor cursor(document());
    cursor.setPosition(int(at));
    cursor.setPosition(int(at) + known.length, QTextCursor::KeepAnchor);
    return cursor;
}

QList<int> MergedTextEdit::openPlaces() const
{
    QList<int> open;
    for (int i = 0; i < int(m_merged.places.size()); ++i) {
        if (!openWords(i).isNull())
            open += i;
    }
    return open;
}

int MergedTextEdit::currentPlace() const
{
    const QList<int> open = openPlaces();
    for (const int place : open) {
        if (openWords(place).selectionEnd() >= textCursor().selectionEnd())
            return place;
    }
    return open.isEmpty() ? -1 : open.first();
}

bool MergedTextEdit::isWithinOpenPlace(const TextMark &mark) const
{
    for (const int place : openPlaces()) {
        const QTextCursor cursor = openWords(place);
        if (mark.from < cursor.selectionEnd() && mark.from + mark.length > cursor.selectionStart())
            return true;
    }
    return false;
}

void MergedTextEdit::mark()
{
    const Theme &theme = Theme::current();
    QList<QTextEdit::ExtraSelection> selections;
    const auto add = [&](const QTextCursor &cursor, const QColor &ground, bool underlined) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = cursor;
        selection.format.setBackground(ground);
        selection.format.setFontUnderline(underlined);
        selection.format.setUnderlineColor(theme.ink);
        selections += selection;
    };
    for (const TextMark &mark : m_base.isEmpty() ? QList<TextMark>() : marksIn(toPlainText(), m_base)) {
        if (isWithinOpenPlace(mark))
            continue;
        QTextCursor cursor(document());
        cursor.setPosition(mark.from);
        cursor.setPosition(mark.from + mark.length, QTextCursor::KeepAnchor);
        add(cursor, theme.addBg, true);
    }
    for (const int place : openPlaces())
        add(openWords(place), theme.amberBg, false);
    setExtraSelections(selections);
    emit placesChanged();
}

void MergedTextEdit::goToNextPlace()
{
    const QList<int> open = openPlaces();
    if (open.isEmpty())
        return;
    int next = open.first();
    for (const int place : open) {
        if (openWords(place).selectionStart() >= textCursor().selectionEnd()) {
            next = place;
            break;
        }
    }
    writeAnother(next);
}

void MergedTextEdit::writeAnother(int place)
{
    const QTextCursor words = openWords(place);
    if (words.isNull())
        return;
    setTextCursor(words);
    setFocus(Qt::ShortcutFocusReason);
}

void MergedTextEdit::decide(int place, int alternative)
{
    QTextCursor cursor = openWords(place);
    if (cursor.isNull())
        return;
    const QString words = m_merged.places.at(place).alternatives.at(alternative);
    cursor.beginEditBlock();
    cursor.insertText(words);
    // A blank on both sides of words that were left out would be one too many.
    if (words.isEmpty() && !cursor.atEnd() && document()->characterAt(cursor.position()).isSpace())
        cursor.deleteChar();
    cursor.endEditBlock();
    setTextCursor(cursor);
    goToNextPlace();
}

void MergedTextEdit::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    // A frame of amber around each line of an open place: an extra selection can only have a ground.
    QPainter painter(viewport());
    painter.setPen(Theme::current().amberMark);
    for (const int place : openPlaces()) {
        QTextCursor from = openWords(place);
        const int end = from.selectionEnd();
        // A place may reach to the end of the text, behind which no cursor goes; so the number counts on.
        for (int at = from.selectionStart(); at < end;) {
            from.setPosition(at);
            QTextCursor lineEnd = from;
            lineEnd.movePosition(QTextCursor::EndOfLine);
            if (lineEnd.position() > end)
                lineEnd.setPosition(end);
            const QRect stretch = cursorRect(from).united(cursorRect(lineEnd));
            painter.drawRoundedRect(QRectF(stretch).adjusted(-0.5, 0.5, 0.5, -0.5), 2, 2);
            at = std::max(at, lineEnd.position()) + 1;
        }
    }
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
