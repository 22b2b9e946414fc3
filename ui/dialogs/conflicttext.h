#pragma once

#include <QList>
#include <QString>

namespace plumbline {

/// Where several versions of a text part from what it was before.
struct TextDifferences {
    /// Units of the text before that were changed, [from, to), in order; equal ends where words were inserted.
    struct Place {
        qsizetype from = 0;
        qsizetype to = 0;
        bool toDecide = false; ///< Changed by more than one, and not alike.
    };
    QList<Place> places;

    int toDecide() const;
};

/// Compares @p versions with @p base. Places that overlap or touch are one.
TextDifferences differencesOf(const QString &base, const QStringList &versions);

/// A stretch of a merged text to be marked, in characters of it.
struct TextMark {
    int from = 0;
    int length = 0;
    bool toDecide = false; ///< Else it is only new.
};

/// What is new in @p text against @p base, and which of it stands where somebody has to decide.
QList<TextMark> marksIn(const QString &text, const QString &base, const TextDifferences &differences);

} // namespace plumbline
