#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace plumbline {

/// One word of a choice: as it stands in files, and as people read it (a QT_TRANSLATE_NOOP of context
/// "Choice").
struct ChoiceWord {
    const char *word;
    const char *label;
};

/// The words of an enumeration, in the order of its values. Specialised next to each enumeration.
template<class E>
const QList<ChoiceWord> &choiceWords();

/// A choice that survives words this version does not know: @p raw then holds the word as it came.
template<class E>
struct Choice {
    std::optional<E> value;
    QString raw; ///< The unknown word; empty when the word is known or none was chosen.

    Choice() = default;
    Choice(E chosen) : value(chosen) {}
    bool isNone() const { return !value && raw.isEmpty(); }
    bool is(E other) const { return value == other; }
    /// The word as it stands in files; empty for none.
    QString word() const
    {
        return value ? QString::fromLatin1(choiceWords<E>().at(qsizetype(*value)).word) : raw;
    }
    static Choice fromWord(const QString &word)
    {
        Choice choice;
        const auto &words = choiceWords<E>();
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (word == QLatin1String(words.at(i).word)) {
                choice.value = E(i);
                return choice;
            }
        }
        choice.raw = word;
        return choice;
    }
    friend bool operator==(const Choice &, const Choice &) = default;
};

} // namespace plumbline
