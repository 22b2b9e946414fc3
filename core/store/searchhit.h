#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// A record that holds what was searched for.
struct SearchHit {
    struct Mark {
        qsizetype from = 0; ///< In @ref excerpt, in UTF-16 units.
        qsizetype length = 0;
        friend bool operator==(const Mark &, const Mark &) = default;
    };
    RecordId record;
    Kind kind = Kind::Review;
    QByteArray field;  ///< The field the excerpt is from.
    QString excerpt;   ///< One line around the first words found.
    QList<Mark> marks; ///< The words found in it, from left to right.
};

} // namespace plumbline
