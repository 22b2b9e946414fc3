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

InstantEditor::InstantEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : LineEditor(session, kind, field, parent)
{
    line()->setPlaceholderText(tr("25 Sep 2019 14:00"));
}

Result<Value> InstantEditor::typedValue() const
{
    QString typed = text().trimmed();
    if (typed.endsWith(QLatin1String("UTC"), Qt::CaseInsensitive))
        typed = typed.chopped(3).trimmed();
    if (typed.isEmpty())
        return Value();
    if (text().trimmed() == shown(stored()))
        return stored();
    const Error notUnderstood{
        ErrorCode::BadInput,
        tr("“%1” is no day with a time; write it as 25 Sep 2019 14:00, in UTC.").arg(typed.left(60)),
        {},
        {}};
    const qsizetype blank = typed.lastIndexOf(u' ');
    const QTime time = QTime::fromString(typed.mid(blank + 1), QStringLiteral("H:mm"));
    const Result<PartialDate> date = parseTypedDate(typed.left(blank), session().clock().today(), QLocale());
    if (blank < 0 || !time.isValid() || !date || !date->isExact())
        return notUnderstood;
    return Value(QStringLiteral("%1T%2Z").arg(date->toText(), time.toString(QStringLiteral("HH:mm"))));
}

QString InstantEditor::shown(const Value &value) const
{
    const QDateTime time = QDateTime::fromString(value.toText(), Qt::ISODate);
    if (!time.isValid())
        return value.toText();
    return tr("%1 %2 UTC", "a day and a time of day")
        .arg(formatDate(PartialDate::day(time.date()), QLocale()), time.toString(QStringLiteral("HH:mm")));
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
