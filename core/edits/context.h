#pragma once

#include "core/domain/changeset.h"

#include <QDateTime>

#include <functional>

namespace plumbline {

/// What an edit function may know besides its arguments.
struct EditContext {
    const Review &review; ///< Not owned; what the edit is made from.
    QDateTime now;        ///< UTC.
    RecordId me;          ///< Null while nobody said who they are.
    std::function<RecordId()> newId = [] { return RecordId(QUuid::createUuid()); };
};

} // namespace plumbline
