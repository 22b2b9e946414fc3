#pragma once

#include "core/base/worddiff.h"

#include <QString>

namespace plumbline {

/// What a three-way merge of a long text gave.
struct TextMerge {
    QString proposal;   ///< A merged text to offer, also when not clean (both sides' words are then in it).
    bool clean = false; ///< True when nobody needs to look: the proposal may be shown as the value.
};

/// Merges what @p mine and @p theirs made of @p base.
///
/// When both made the same text, or one of them left the base alone, that is the merge and it is clean.
/// Otherwise it is not clean when
/// - both changed the same place differently: their changes overlap or touch, with no unchanged unit between;
/// - both changed the same sentence differently; running two sentences together changes both;
/// - three or more units in a row that one side deleted stand, blanks aside, among what the other inserted,
///   who wrote or moved there what the first threw away; where sentences are compared, one unit is enough;
/// - one of the texts has more than 60,000 units of words.
/// Changes that both sides made alike count as agreed, so they never stand in the way.
/// Symmetric: swapping the sides gives the same verdict, and the same text when clean.
/// Source: computed here (docs/file-format.md, "Merging long texts"); shown merges depend on it, so it never
/// changes.
TextMerge mergeTexts(const QString &base, const QString &mine, const QString &theirs);

} // namespace plumbline
