#pragma once

#include "ui/render/theme.h"

#include <QList>
#include <QString>

#include <utility>

namespace plumbline {

enum class DiffOp { Same, Inserted, Deleted };

/// The parts of a text in reading order, each the same, inserted or deleted against an earlier one.
using WordDiff = QList<std::pair<DiffOp, QString>>;

/// @p diff as rich text for a label: inserted words underlined on a green ground, deleted ones struck on a
/// red one.
///
/// The words are plain text and escaped here; line breaks are kept. The colours are those of @p theme, so
/// make the text again when the theme changes.
QString wordDiffHtml(const WordDiff &diff, const Theme &theme = Theme::current());

/// @p diff in plain words for a screen reader: "access promptly (deleted) within five days (inserted)".
QString wordDiffSpoken(const WordDiff &diff);

} // namespace plumbline
