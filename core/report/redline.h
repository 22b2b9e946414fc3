#pragma once

#include "core/base/worddiff.h"
#include "core/domain/changes.h"
#include "core/domain/review.h"
#include "core/store/store.h"

#include <QLocale>

namespace plumbline::report {

/// Who worked on something between two states.
struct RedlineAuthor {
    RecordId person; ///< Null when nobody said.
    QString name;    ///< "somebody" for those.
    QDateTime first; ///< By the author's clock.
    QDateTime last;
    int changes = 0;
    friend bool operator==(const RedlineAuthor &, const RedlineAuthor &) = default;
};

/// A field that shows something else.
struct RedlineField {
    QByteArray field;
    QString label;
    QString before; ///< In words; empty for none.
    QString after;
    QList<DiffPiece> diff;
    QList<RedlineAuthor> authors; ///< In the order of their first change.
    friend bool operator==(const RedlineField &, const RedlineField &) = default;
};

/// A record that is different. Records are the same by their ids, whatever became of their keys and numbers.
struct RedlineRecord {
    enum What { New, Gone, Changed };
    What what = Changed;
    RecordId record;
    Kind kind = Kind::Review;
    QString key;
    QString title;
    QString numberBefore; ///< The display number, of recommendations; empty: none.
    QString numberAfter;
    QList<RedlineField> fields; ///< In the order of the description.
    QList<RedlineAuthor> authors; ///< Of the whole record.
    friend bool operator==(const RedlineRecord &, const RedlineRecord &) = default;
};

/// What became of one state of a review in another.
struct Redline {
    QString from; ///< What the earlier state is called.
    QString to;
    QList<RedlineRecord> records; ///< In the order of kinds, and in each as people see them; those that are gone last.
    friend bool operator==(const Redline &, const Redline &) = default;
};

/// Display numbers by recommendation.
using FrozenNumbers = QHash<RecordId, QString>;

/// Compares two states field by field; a pure function. Baselines themselves, and the places of records among others,
/// do not count. @p locale writes dates.
QList<RedlineRecord> compareStates(const Review &before, const Review &after, const FrozenNumbers &numbersBefore,
                                   const FrozenNumbers &numbersAfter, const QLocale &locale = QLocale());

/// The redline between two baselines, or a baseline and now (null). A baseline of the whole team is compared with what
/// the whole team sees. Numbers are those the baselines froze.
/// Errors: those of baselineState(); Refused when @p from is null. May run in any thread with a store of its own.
Result<Redline> redline(Store &store, RecordId from, RecordId to, const QLocale &locale = QLocale());

} // namespace plumbline::report
