#include "ui/editors/lineeditors.h"

#include "ui/editors/inputs.h"
#include "ui/models/fieldwords.h"

namespace plumbline {

LineEditor::LineEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : FieldEditor(session, kind, field, parent), m_line(new LineField(this))
{
    addInput(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &LineEditor::edited);
    connect(m_line, &QLineEdit::returnPressed, this, &LineEditor::leave);
}

QString LineEditor::text() const
{
    return m_line->text();
}

Result<Value> LineEditor::typedValue() const
{
    return toValue(cleanText(text()));
}

QString LineEditor::shown(const Value &value) const
{
    return value.toText();
}

void LineEditor::showValue(const Value &value)
{
    const QString text = shown(value);
    if (text == m_line->text())
        return; // The cursor stays where it is.
    m_line->setText(text);
    // A long line is read from its beginning.
    m_line->setCursorPosition(0);
}

void LineEditor::setLocked(bool locked)
{
    m_line->setReadOnly(locked);
}

void LineEditor::setWrong(bool wrong)
{
    m_line->setWrong(wrong);
}

DateEditor::DateEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : LineEditor(session, kind, field, parent)
{
    line()->setPlaceholderText(tr("15 Mar, June 2017, TBD"));
}

Result<Value> DateEditor::typedValue() const
{
    const QString typed = text().trimmed();
    if (typed.isEmpty())
        return Value();
    // What was shown and not changed is that date, however it reads.
    if (typed == shown(stored()))
        return stored();
    const Result<PartialDate> date = parseTypedDate(typed, session().clock().today(), QLocale());
    return date ? Result<Value>(Value(date->toText())) : date.error();
}

QString DateEditor::shown(const Value &value) const
{
    // With the year always: what stands in the field must mean the same day when it is read back.
    return fieldWords(session().review(), field(), value);
}

Result<Value> NumberEditor::typedValue() const
{
    const QString typed = text().trimmed();
    if (typed.isEmpty())
        return Value();
    bool isNumber = false;
    const qint64 number = QLocale().toLongLong(typed, &isNumber);
    if (isNumber)
        return Value(number);
    return Error{ErrorCode::BadInput,
                 tr("“%1” is not a whole number. Write digits only, or leave the field empty.").arg(typed),
                 {},
                 {}};
}

QString NumberEditor::shown(const Value &value) const
{
    return fieldWords(session().review(), field(), value);
}

void ShownField::setLocked(bool)
{
    LineEditor::setLocked(true);
}

QString ShownField::shown(const Value &value) const
{
    return fieldWords(session().review(), field(), value);
}

} // namespace plumbline
