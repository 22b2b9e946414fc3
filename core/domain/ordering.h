#pragma once

#include <QString>

namespace plumbline {

/// A key that sorts between @p before and @p after, byte by byte; either may be empty for "at that end".
///
/// An integer head whose first letter tells its length (`a0` ... `zz`), then base-62 digits, then two random
/// digits from @p random so that two people inserting at one place rarely tie. Ties are ordered by id.
/// Source: computed here (docs/file-format.md, "Order of records").
QString orderBetween(const QString &before, const QString &after, quint32 random);

} // namespace plumbline
