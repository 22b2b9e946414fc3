#pragma once

#include <QList>
#include <QSet>
#include <QString>

namespace plumbline {

/// A word in a text, in UTF-16 units.
struct WordPlace {
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const WordPlace &, const WordPlace &) = default;
};

/// The words of a CommonMark text whose spelling can be asked for, in order. Left out are code, addresses of
/// mail and the web, keys such as R-S2-03 and whatever else holds a digit or an underscore, single letters,
/// and words in capitals, which are abbreviations and have a rule of their own.
QList<WordPlace> wordsToSpell(const QString &text);

/// A word as it is kept in a list of known ones: without case, with a typewriter's apostrophe and without the
/// possessive "'s".
QString knownForm(const QString &word);

/// Whether a word, or that of which it is the plural with an s, is among @p known ones.
bool isAmong(const QSet<QString> &known, const QString &word);

/// The words of a name, as they are kept in a list of known ones.
QSet<QString> knownForms(const QString &name);

} // namespace plumbline
