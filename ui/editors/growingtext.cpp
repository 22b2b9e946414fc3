#include "ui/editors/growingtext.h"

#include "ui/editors/inputs.h"

#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int isMarkedWord = QTextFormat::UserProperty;

GrowingText::GrowingText(Type type, QWidget *parent) : QPlainTextEdit(parent), m_type(type)
{
    setTabChangesFocus(true);
    setFont(typeFont(type));
    document()->setDocumentMargin(3);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // Not contentsChanged() of the document, which comes while it is being cleared: cursors given back then
    // corrupt it.
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateHeight();
        markWords();
    });
    updateHeight();
}

void GrowingText::setLines(int least, int most)
{
    m_least = least;
    m_most = most;
    updateHeight();
}

void GrowingText::setIsTitle()
{
    m_isTitle = true;
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(0);
    setLines(1, 4);
}

void GrowingText::setWrong(bool wrong)
{
    m_wrong = wrong;
    viewport()->update();
}

void GrowingText::setMarkedWords(const QStringList &words)
{
    if (words == m_marked)
        return;
    m_marked = words;
    markWords();
}

void GrowingText::markWords()
{
    QList<QTextEdit::ExtraSelection> selections = extraSelections(); // Others mark words, too.
    const qsizetype removed = selections.removeIf([](const QTextEdit::ExtraSelection &selection) {
        return selection.format.hasProperty(isMarkedWord);
    });
    if (removed == 0 && m_marked.isEmpty())
        return;
    const QString text = m_marked.isEmpty() ? QString() : toPlainText();
    for (const QString &word : std::as_const(m_marked)) {
        const QRegularExpression whole(u"\\b%1\\b"_s.arg(QRegularExpression::escape(word)),
                                       QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
        for (auto found = whole.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(document());
            selection.cursor.setPosition(int(match.capturedStart()));
            selection.cursor.setPosition(int(match.capturedEnd()), QTextCursor::KeepAnchor);
            selection.format.setUnderlineStyle(QTextCharFormat::DotLine);
            selection.format.setUnderlineColor(Theme::current().amberMark);
            selection.format.setProperty(isMarkedWord, true);
            selections += selection;
        }
    }
    setExtraSelections(selections);
}

int GrowingText::lineCount() const
{
    // The layout of a plain text document measures its height in lines.
    return int(std::ceil(document()->size().height()));
}

int GrowingText::heightFor(qreal lines) const
{
    const int around = 2 * frameWidth() + 2 * int(document()->documentMargin()) + (m_isTitle ? 0 : 2);
    return int(std::ceil(lines * QFontMetricsF(font()).lineSpacing())) + around;
}

QSize GrowingText::sizeHint() const
{
    return {240, heightFor(std::clamp(lineCount(), m_least, m_most))};
}

QSize GrowingText::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void GrowingText::updateHeight()
{
    setVerticalScrollBarPolicy(lineCount() > m_most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (const int wanted = sizeHint().height(); wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

void GrowingText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateHeight();
}

bool GrowingText::event(QEvent *event)
{
    const bool handled = QPlainTextEdit::event(event);
    if (changesLook(*event)) {
        setFont(typeFont(m_type));
        updateHeight();
        markWords();
    }
    return handled;
}

void GrowingText::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_isTitle && isReturn)
        emit returnPressed();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void GrowingText::wheelEvent(QWheelEvent *event)
{
    // A text that is wholly visible leaves the wheel to the page.
    if (verticalScrollBar()->maximum() == 0)
        event->ignore();
    else
        QPlainTextEdit::wheelEvent(event);
}

void GrowingText::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (!m_wrong)
        return;
    QPainter painter(viewport());
    paintWrongFrame(&painter, viewport()->rect());
}

} // namespace plumbline
