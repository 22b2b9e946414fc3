#include "ui/editors/textspelling.h"

#include "core/spelling/spelledwords.h"
#include "ui/editors/spelling.h"
#include "ui/widgets/apptheme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr std::chrono::milliseconds pause(250);
static constexpr int mostMarks = 400; // A text with more of them is in another language.
static constexpr int mostSuggestions = 6;
static constexpr int isSpellingMark = QTextFormat::UserProperty + 1;

TextSpelling::TextSpelling(QPlainTextEdit *edit) : QObject(edit), m_edit(edit)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &TextSpelling::mark);
    connect(edit, &QPlainTextEdit::textChanged, this, [this] {
        m_typedAt = m_edit->hasFocus() ? m_edit->textCursor().position() : -1;
        m_soon.start();
    });
    connect(edit, &QPlainTextEdit::cursorPositionChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&Spelling::instance(), &Spelling::changed, &m_soon, qOverload<>(&QTimer::start));
    edit->installEventFilter(this);
    edit->viewport()->installEventFilter(this);
    m_soon.start();
}

static QList<QTextEdit::ExtraSelection> marksIn(const QPlainTextEdit *edit)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const QTextEdit::ExtraSelection &selection : edit->extraSelections()) {
        if (selection.format.hasProperty(isSpellingMark))
            marks += selection;
    }
    return marks;
}

void TextSpelling::mark()
{
    QList<QTextEdit::ExtraSelection> selections = m_edit->extraSelections();
    const qsizetype removed = selections.removeIf([](const QTextEdit::ExtraSelection &selection) {
        return selection.format.hasProperty(isSpellingMark);
    });
    Spelling &spelling = Spelling::instance();
    const bool wanted = spelling.isReady() && !m_edit->isReadOnly();
    const QString text = wanted ? m_edit->toPlainText() : QString();
    const bool typing = m_edit->hasFocus() && m_edit->textCursor().position() == m_typedAt;
    int marks = 0;
    for (const WordPlace &place : wordsToSpell(text)) {
        const int start = int(place.start);
        const int end = start + int(place.length);
        const bool typedNow = typing && m_typedAt > start && m_typedAt <= end;
        if (typedNow || spelling.isRight(text.mid(place.start, place.length)))
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_edit->document());
        selection.cursor.setPosition(start);
        selection.cursor.setPosition(end, QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(Theme::current().red);
        selection.format.setProperty(isSpellingMark, true);
        selections += selection;
        if (++marks == mostMarks)
            break;
    }
    if (removed || marks)
        m_edit->setExtraSelections(selections);
}

QStringList TextSpelling::markedWords() const
{
    QStringList words;
    for (const QTextEdit::ExtraSelection &mark : marksIn(m_edit))
        words += mark.cursor.selectedText();
    return words;
}

QTextCursor TextSpelling::markedAt(int position) const
{
    for (const QTextEdit::ExtraSelection &mark : marksIn(m_edit)) {
        if (position >= mark.cursor.selectionStart() && position <= mark.cursor.selectionEnd())
            return mark.cursor;
    }
    return {};
}

QMenu *TextSpelling::makeMenu(const QTextCursor &cursor)
{
    QMenu *menu = m_edit->createStandardContextMenu();
    const QTextCursor word = markedAt(cursor.position());
    if (!word.isNull() && word.hasSelection())
        offer(menu, word);
    return menu;
}

void TextSpelling::offer(QMenu *menu, const QTextCursor &word)
{
    QAction *first = menu->actions().value(0);
    const QString written = word.selectedText();
    auto *looking = new QAction(tr("Looking for what was meant…"), menu);
    looking->setEnabled(false);
    auto *learn = new QAction(tr("Add “%1” to my words").arg(written), menu);
    connect(learn, &QAction::triggered, this, [written] { Spelling::instance().learn(written); });
    menu->insertActions(first, {looking, learn});
    menu->insertSeparator(first);
    Spelling::instance().suggest(
        written, menu, [this, menu, looking, word, written](const QStringList &words) {
            QList<QAction *> suggestions;
            for (const QString &suggestion : words.mid(0, mostSuggestions)) {
                auto *action = new QAction(suggestion, menu);
                QFont font = menu->font();
                font.setBold(true);
                action->setFont(font);
                connect(action, &QAction::triggered, this, [word, written, suggestion] {
                    if (QTextCursor(word).selectedText() == written) // The text may have changed meanwhile.
                        QTextCursor(word).insertText(suggestion);
                });
                suggestions += action;
            }
            if (suggestions.isEmpty()) {
                looking->setText(tr("Nothing like it in the dictionary"));
                return;
            }
            menu->insertActions(looking, suggestions);
            menu->removeAction(looking);
        });
}

bool TextSpelling::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ReadOnlyChange || event->type() == QEvent::FocusOut)
        m_soon.start();
    if (event->type() != QEvent::ContextMenu)
        return QObject::eventFilter(watched, event);
    const auto *request = static_cast<QContextMenuEvent *>(event);
    const bool byMouse = request->reason() == QContextMenuEvent::Mouse;
    const QTextCursor at =
        byMouse ? m_edit->cursorForPosition(m_edit->viewport()->mapFromGlobal(request->globalPos()))
                : m_edit->textCursor();
    QMenu *menu = makeMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(byMouse ? request->globalPos()
                        : m_edit->viewport()->mapToGlobal(m_edit->cursorRect().bottomLeft()));
    return true;
}

} // namespace plumbline
