#pragma once

#include <QList>
#include <QStringList>

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

/// A merged text with its open places: what only one side changed, or all changed alike, is taken.
struct MergeInWords {
    /// A place somebody has to decide.
    struct Place {
        int from = 0;   ///< In characters of @ref text.
        int length = 0; ///< Of the words that stand for it until it is decided, with the number in front.
        QStringList alternatives; ///< What each version says here, each once; empty where a version deleted the words.
    };
    QString text;
    QList<Place> places;
};

/// Merges @p versions of @p base as far as they fit together. A place to decide stands in the text as its number and its
/// alternatives, "1 ten working days | five working days", so that nobody takes it for a text that is done.
MergeInWords mergedText(const QString &base, const QStringList &versions);

/// A stretch of a text that is new against an earlier one, in characters.
struct TextMark {
    int from = 0;
    int length = 0;
    friend bool operator==(const TextMark &, const TextMark &) = default;
};

/// What is new in @p text against @p base.
QList<TextMark> marksIn(const QString &text, const QString &base);

} // namespace plumbline
