#pragma once

#include "ui/widgets/worddiff.h"

namespace plumbline {

/// The difference of two texts, ready to be shown: what was deleted never runs into what was inserted.
WordDiff shownDiff(const QString &before, const QString &after);

/// The same with long unchanged stretches cut to the few words around each change.
WordDiff diffExcerpt(const QString &before, const QString &after);

/// The first change in plain words, each side cut: "promptly → within five days".
QString firstDifference(const QString &before, const QString &after);

} // namespace plumbline
