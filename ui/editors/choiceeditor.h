#pragma once

#include "ui/editors/fieldeditor.h"

#include <QHash>

namespace plumbline {

class ChoiceBar;
class ComboField;

/// Edits a choice among many words in a combo box. A word this version does not know is kept and shown as it
/// came.
class ChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(Session &session, Kind kind, const Field &field, QWidget *parent = nullptr);

    Result<Value> typedValue() const override;
    ComboField *combo() const { return m_combo; }

protected:
    void showValue(const Value &value) override;
    void setLocked(bool locked) override;

private:
    ComboField *m_combo;
};

/// Edits a choice between two words, side by side in one bar.
class TwoChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    TwoChoiceEditor(Session &session, Kind kind, const Field &field, QWidget *parent = nullptr);

    /// Labels for the bar that are shorter than those of the words, by the word.
    void setShortLabels(const QHash<QString, QString> &labels);
    Result<Value> typedValue() const override;
    ChoiceBar *bar() const { return m_bar; }

protected:
    void showValue(const Value &value) override;
    void setLocked(bool locked) override;

private:
    void makeBar();
    void releaseAll();

    ChoiceBar *m_bar = nullptr; // Made anew when a word of a newer version comes or goes.
    QString m_unknown;
    QHash<QString, QString> m_shortLabels;
    QWidget *m_place;
};

/// Fills a combo box with "none" and the words of a choice, and one more when @p word is not among them.
void fillWithChoices(ComboField *combo, const QList<ChoiceWord> *words, const QString &word);

} // namespace plumbline
