#include "ui/editors/choiceeditor.h"

#include "ui/editors/inputs.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/choicebar.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace plumbline {

void fillWithChoices(ComboField *combo, const QList<ChoiceWord> *words, const QString &word)
{
    const QSignalBlocker quiet(combo);
    combo->clear();
    combo->addItem(QCoreApplication::translate("ChoiceEditor", "—", "no choice made"), QString());
    combo->setItemData(0, QCoreApplication::translate("ChoiceEditor", "None"), Qt::AccessibleTextRole);
    for (const ChoiceWord &choice : *words)
        combo->addItem(choiceLabel(words, QLatin1String(choice.word)), QLatin1String(choice.word));
    if (combo->findData(word) < 0)
        combo->addItem(word, word);
    combo->showData(word);
}

ChoiceEditor::ChoiceEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : FieldEditor(session, kind, field, parent), m_combo(new ComboField(this))
{
    fillWithChoices(m_combo, field.choices, {});
    addInput(m_combo);
    connect(m_combo, &QComboBox::activated, this, [this] {
        if (const Result<Value> typed = typedValue(); typed && *typed != stored())
            chosen();
    });
}

Result<Value> ChoiceEditor::typedValue() const
{
    return toValue(m_combo->currentData().toString());
}

void ChoiceEditor::showValue(const Value &value)
{
    fillWithChoices(m_combo, field().choices, value.toText());
}

void ChoiceEditor::setLocked(bool locked)
{
    m_combo->setEnabled(!locked);
}

TwoChoiceEditor::TwoChoiceEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : FieldEditor(session, kind, field, parent), m_place(new QWidget(this))
{
    auto *row = new QHBoxLayout(m_place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    addInput(m_place);
    makeBar();
}

void TwoChoiceEditor::setShortLabels(const QHash<QString, QString> &labels)
{
    m_shortLabels = labels;
    makeBar();
}

void TwoChoiceEditor::makeBar()
{
    if (m_bar) {
        // Not deleted at once: it may be its own button that was pressed.
        m_bar->hide();
        m_bar->deleteLater();
    }
    m_bar = new ChoiceBar(m_place);
    for (const ChoiceWord &choice : *field().choices) {
        const QString word = QLatin1String(choice.word);
        m_bar->addChoice(word, m_shortLabels.value(word, choiceLabel(field().choices, word)));
    }
    if (!m_unknown.isEmpty())
        m_bar->addChoice(m_unknown, m_unknown);
    for (auto *button : m_bar->findChildren<QToolButton *>()) {
        button->setToolTip(choiceLabel(field().choices, button->objectName()));
        button->setAccessibleDescription(fieldLabel(field()));
        watch(button);
    }
    m_place->setFocusProxy(m_bar->findChild<QToolButton *>());
    static_cast<QHBoxLayout *>(m_place->layout())->insertWidget(0, m_bar);
    connect(m_bar, &ChoiceBar::chosen, this, [this] {
        if (const Result<Value> typed = typedValue(); typed && *typed != stored())
            chosen();
    });
}

Result<Value> TwoChoiceEditor::typedValue() const
{
    return toValue(m_bar->current());
}

/// A bar presses its first choice by itself; where nobody chose, none may look pressed.
void TwoChoiceEditor::releaseAll()
{
    auto *group = m_bar->findChild<QButtonGroup *>();
    group->setExclusive(false);
    for (QAbstractButton *button : group->buttons())
        button->setChecked(false);
    group->setExclusive(true);
}

void TwoChoiceEditor::showValue(const Value &value)
{
    const QString word = value.toText();
    const auto &words = *field().choices;
    const bool known = std::any_of(words.cbegin(), words.cend(), [&](const ChoiceWord &choice) {
        return word == QLatin1String(choice.word);
    });
    if (const QString unknown = known ? QString() : word; unknown != m_unknown) {
        m_unknown = unknown;
        makeBar();
    }
    word.isEmpty() ? releaseAll() : m_bar->setCurrent(word);
}

void TwoChoiceEditor::setLocked(bool locked)
{
    m_bar->setEnabled(!locked);
}

} // namespace plumbline
