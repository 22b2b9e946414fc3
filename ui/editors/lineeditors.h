#pragma once

#include "ui/editors/fieldeditor.h"

namespace plumbline {

class LineField;

/// Edits one line of text. Return commits it, as leaving does.
class LineEditor : public FieldEditor
{
    Q_OBJECT

public:
    LineEditor(Session &session, Kind kind, const Field &field, QWidget *parent = nullptr);

    Result<Value> typedValue() const override;
    QString text() const;

protected:
    void showValue(const Value &value) override;
    void setLocked(bool locked) override;
    void setWrong(bool wrong) override;
    /// How the stored value is shown.
    virtual QString shown(const Value &value) const;

    LineField *line() const { return m_line; }

private:
    LineField *m_line;
};

/// Edits a date, typed as people write it ("15 Mar", "in 40 days", "June 2017", "TBD") and shown in the
/// locale.
class DateEditor : public LineEditor
{
    Q_OBJECT

public:
    DateEditor(Session &session, Kind kind, const Field &field, QWidget *parent = nullptr);

    Result<Value> typedValue() const override;

protected:
    QString shown(const Value &value) const override;
};

/// Edits a point in time: a day and a time of day in UTC, "25 Sep 2019 14:00".
class InstantEditor : public LineEditor
{
    Q_OBJECT

public:
    InstantEditor(Session &session, Kind kind, const Field &field, QWidget *parent = nullptr);

    Result<Value> typedValue() const override;

protected:
    QString shown(const Value &value) const override;
};

/// Edits a whole number, written as the locale does.
class NumberEditor : public LineEditor
{
    Q_OBJECT

public:
    using LineEditor::LineEditor;

    Result<Value> typedValue() const override;

protected:
    QString shown(const Value &value) const override;
};

/// Shows a value nobody types: bytes, or a kind of field this version has no editor for.
class ShownField : public LineEditor
{
    Q_OBJECT

public:
    using LineEditor::LineEditor;

    Result<Value> typedValue() const override { return stored(); }

protected:
    void setLocked(bool locked) override;
    QString shown(const Value &value) const override;
};

} // namespace plumbline
