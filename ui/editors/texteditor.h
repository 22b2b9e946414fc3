#pragma once

#include "ui/editors/fieldeditor.h"

namespace plumbline {

class GrowingText;

/// Edits several lines of CommonMark as plain text, with a word count below.
class TextEditor : public FieldEditor
{
    Q_OBJECT

public:
    TextEditor(Session &session, Kind kind, const Field &field, QWidget *parent = nullptr);

    Result<Value> typedValue() const override;
    /// The text as it stands in the field.
    QString text() const;
    GrowingText *textInput() const { return m_text; }
    /// Words after the count, such as what an edit would set off; empty for none.
    void setCaption(const QString &caption);

protected:
    void showValue(const Value &value) override;
    void setLocked(bool locked) override;
    void setWrong(bool wrong) override;

private:
    void countWords();

    GrowingText *m_text;
    QuietLabel *m_count;
    QuietLabel *m_caption;
    bool m_showing = false;
};

/// Edits a title: one line in the type of titles, which wraps when it is long and has no frame.
class TitleEditor : public FieldEditor
{
    Q_OBJECT

public:
    TitleEditor(Session &session, Kind kind, const Field &field, QWidget *parent = nullptr);

    Result<Value> typedValue() const override;
    /// Selects all of it for typing over.
    void startTyping();

protected:
    void showValue(const Value &value) override;
    void setLocked(bool locked) override;
    void setWrong(bool wrong) override;

private:
    GrowingText *m_text;
    bool m_showing = false;
};

} // namespace plumbline
