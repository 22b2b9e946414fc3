#include "ui/editors/texteditor.h"

#include "core/checks/wordingrules.h"
#include "ui/editors/growingtext.h"
#include "ui/editors/textspelling.h"
#include "ui/widgets/quietlabel.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>

namespace plumbline {

TextEditor::TextEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : FieldEditor(session, kind, field, parent),
      m_text(new GrowingText(Type::Reading, this)),
      m_count(new QuietLabel(this)),
      m_caption(new QuietLabel(this))
{
    m_text->setLines(2, 16);
    new TextSpelling(m_text);
    addInput(m_text);
    auto *below = new QWidget(this);
    auto *row = new QHBoxLayout(below);
    row->setContentsMargins(0, 0, 0, 0);
    for (QuietLabel *label : {m_count, m_caption}) {
        label->setType(Type::Caption);
        row->addWidget(label);
    }
    row->insertStretch(1, 1);
    m_count->setToken(&Theme::ink3);
    addBelow(below);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        countWords();
        if (!m_showing)
            edited();
    });
    countWords();
}

void TextEditor::countWords()
{
    //: Below a text: its length, and that it is written in CommonMark, a plain way to mark up text.
    m_count->setText(tr("%n word(s) · CommonMark", nullptr, wordsIn(m_text->toPlainText())));
}

QString TextEditor::text() const
{
    return m_text->toPlainText();
}

void TextEditor::setCaption(const QString &caption)
{
    m_caption->setText(caption);
}

Result<Value> TextEditor::typedValue() const
{
    return toValue(cleanText(text()));
}

void TextEditor::showValue(const Value &value)
{
    const QString text = value.toText();
    if (text == m_text->toPlainText())
        return; // The cursor stays where it is.
    const QScopedValueRollback showing(m_showing, true);
    m_text->setPlainText(text);
}

void TextEditor::setLocked(bool locked)
{
    m_text->setReadOnly(locked);
}

void TextEditor::setWrong(bool wrong)
{
    m_text->setWrong(wrong);
}

TitleEditor::TitleEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : FieldEditor(session, kind, field, parent), m_text(new GrowingText(Type::Title, this))
{
    m_text->setIsTitle();
    new TextSpelling(m_text);
    m_text->setPlaceholderText(tr("Title"));
    addInput(m_text);
    setLabelVisible(false);
    connect(m_text, &GrowingText::returnPressed, this, &TitleEditor::leave);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            edited();
    });
}

Result<Value> TitleEditor::typedValue() const
{
    // One line, whatever was pasted; spaces that somebody typed between its words stay.
    QString line = cleanText(m_text->toPlainText()).trimmed();
    line.replace(u'\n', u' ');
    return toValue(line);
}

void TitleEditor::startTyping()
{
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->selectAll();
}

void TitleEditor::showValue(const Value &value)
{
    const QString text = value.toText();
    if (text == m_text->toPlainText())
        return;
    const QScopedValueRollback showing(m_showing, true);
    m_text->setPlainText(text);
}

void TitleEditor::setLocked(bool locked)
{
    m_text->setReadOnly(locked);
}

void TitleEditor::setWrong(bool wrong)
{
    m_text->setWrong(wrong);
}

} // namespace plumbline
