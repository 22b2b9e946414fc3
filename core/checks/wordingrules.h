#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace plumbline {

/// What may be wrong with how a recommendation is worded.
enum class WordingRule {
    Vague,      ///< Hollow words, and no date, number or standard that would make them definite.
    TwoActions, ///< Two things that could be accepted or rejected apart.
    TooLong,    ///< More words, or a longer sentence, than a reader keeps in mind.
    Passive,    ///< Something should be done, and nobody is named who must do it.
    Acronym,    ///< An abbreviation that is neither spelt out nor known to every reader.
};
inline constexpr int wordingRuleCount = int(WordingRule::Acronym) + 1;

/// The name of a rule in docs and data: `vague`, `twoactions`, `toolong`, `passive`, `acronym`.
const char *wordingRuleName(WordingRule rule);

/// What one rule found in a text.
struct WordingAdvice {
    WordingRule rule;
    QStringList words; ///< The words that caused it, as they stand in the text; may be empty.
    friend bool operator==(const WordingAdvice &, const WordingAdvice &) = default;
};

/// A text of a recommendation never has more words than this without advice, nor a sentence more than the
/// other. Computed here, on half of the labelled set.
inline constexpr int longestText = 110;
inline constexpr int longestSentence = 55;

/// Advice on an English text, in the order of the rules, each at most once. It is advice and may be wrong:
/// how often is measured on a labelled set, and rules that are right less than six times in ten are not here
/// (docs/testing.md).
/// @p known are abbreviations that need no explanation, in capitals. Pure.
QList<WordingAdvice> wordingAdvice(const QString &text, const QSet<QString> &known);

/// The abbreviations the team need not explain: the rule `knownAcronyms`, words with commas, besides those
/// every reader knows (IT, ISO, EU, US, UN, UK, PDF, UTC).
QSet<QString> knownAcronyms(const QString &rule);

/// How many words a text has, counted as the language does: by word boundaries that hold a letter or a digit.
int wordsIn(const QString &text);
/// The sentences of a text, without space around them.
QStringList sentencesIn(const QString &text);

} // namespace plumbline
