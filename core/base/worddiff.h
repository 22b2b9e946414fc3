#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace plumbline {

/// How finely texts are cut before they are compared.
enum class TextGrain {
    Words,     ///< One unit is a word, or one CJK character.
    Sentences, ///< One unit is a sentence: for long texts, where words would cost too much.
};

/// Splits @p text into the units that merges and diffs work on; joined again they give @p text exactly.
///
/// By words, a unit is a run of characters that are neither blank nor CJK with the blanks after it, or one
/// CJK character with the blanks after it, so that a Chinese paragraph is not one unit. Blanks before the
/// first word are a unit of their own. The ranges of blanks and of CJK are listed in docs/file-format.md and
/// do not follow the Unicode version of a library, because shown merges depend on them.
///
/// By sentences, a unit is everything up to and including the unit of words that endsSentence().
QStringList textUnits(const QString &text, TextGrain grain = TextGrain::Words);

/// Characters written without blanks between words: Chinese and Japanese with their punctuation and wide
/// forms. Korean is not among them but for its enclosed and half-width forms, because Korean puts blanks
/// between words.
bool isCjk(char32_t c);

/// Several texts cut alike. Texts cut differently would have no unit in common.
struct CutTexts {
    TextGrain grain = TextGrain::Words;
    QList<QStringList> units; ///< One entry for each text, in the order given.
    qsizetype mostWords = 0;  ///< Units of words, whatever the grain, in the longest of the texts.
};

/// Cuts texts that are to be compared: by words, or all by sentences when one has more than 20,000 words.
CutTexts cutTogether(const QStringList &texts);

/// True when a sentence ends with @p unit: its word ends with . ! ? 。 ！ or ？, perhaps followed by closing
/// quotes or brackets, or the blanks after its word hold an empty line (two line feeds).
bool endsSentence(const QString &unit);

/// A place where two sequences of units differ: before[from, to) became after[newFrom, newTo).
///
/// One of the two ranges may be empty, never both.
struct UnitChange {
    qsizetype from = 0;
    qsizetype to = 0;
    qsizetype newFrom = 0;
    qsizetype newTo = 0;
    friend bool operator==(const UnitChange &, const UnitChange &) = default;
};

/// All differences between two sequences of units, from the first to the last; between any two of them at
/// least one unit is unchanged.
///
/// The differences are as few units as possible unless the texts differ in thousands of places; when there
/// are more than 20,000 units between the first and the last difference, all of them are one change. Where an
/// insertion or deletion could as well stand a few units further on or back, it stands at the beginning of a
/// sentence if it can, as far to the front as it can: an added sentence then reads as one, also when it
/// begins like the next.
QList<UnitChange> unitChanges(const QStringList &before, const QStringList &after);

/// One stretch of a comparison.
struct DiffPiece {
    enum Kind { Same, Inserted, Deleted };
    Kind kind = Same;
    QString text;
    friend bool operator==(const DiffPiece &, const DiffPiece &) = default;
};

/// The difference between two texts in the units of cutTogether(); neighbouring units of one kind are one
/// piece, and where something was replaced the deleted piece stands before the inserted one.
///
/// The pieces that are not Inserted joined give @p before, those not Deleted give @p after. None is empty.
QList<DiffPiece> wordDiff(const QString &before, const QString &after);

} // namespace plumbline
