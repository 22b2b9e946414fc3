#pragma once

#include "ui/render/pageflow.h"
#include "ui/render/pagetext.h"

namespace plumbline {

/// A table as strips: a header that repeats, and a strip per row. Rows higher than @p pageHeight, and only
/// those, become a strip per line.
///
/// @p left and @p width are the table's place on the page.
QList<Strip> tableStrips(const report::Table &table, const TextSetter &setter, double left, double width,
                         double pageHeight);

} // namespace plumbline
