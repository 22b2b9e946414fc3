#pragma once

#include "core/domain/changes.h"
#include "core/domain/changeset.h"

#include <QDateTime>

#include <functional>

namespace plumbline {

/// A value a field once had, as history knows it.
struct FormerValue {
    RecordId record;
    Kind kind = Kind::Review;
    QByteArray field;
    Value value;
};

/// What an edit function may know besides its arguments. What needs the log is asked only when it is wanted.
struct EditContext {
    const Review &review; ///< Not owned; what the edit is made from.
    QDateTime now;        ///< UTC.
    RecordId me;          ///< Null while nobody said who they are.
    std::function<RecordId()> newId = [] { return RecordId(QUuid::createUuid()); };
    /// The last transaction of every stream of some audiences, 16 bytes each. Error Refused when the copy is not whole.
    std::function<Result<QByteArray>(const QList<int> &audiences)> tips = [](const QList<int> &) {
        return Result<QByteArray>(QByteArray());
    };
    /// Long texts that show a merge nobody has written down.
    std::function<QList<MergedText>()> mergedTexts = [] { return QList<MergedText>(); };
    /// What a change wrote, by its number in history; none when there is no such change.
    std::function<std::optional<FormerValue>(qint64 number)> formerValue = [](qint64) {
        return std::optional<FormerValue>();
    };
};

} // namespace plumbline
