#include "core/edits/order.h"

#include "core/domain/ordering.h"
#include "core/domain/recommendation.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

static constexpr qsizetype longestOrder = 40; // In characters.

static QString sayOrder(const char *text)
{
    return QCoreApplication::translate("Edits", text);
}

bool areSiblings(const Review &review, RecordId one, RecordId other)
{
    const Record *first = review.find(one);
    const Record *second = review.find(other);
    if (!first || !second || review.kindOf(one) != review.kindOf(other) ||
        review.parentOf(*first) != review.parentOf(*second))
        return false;
    return review.kindOf(one) != Kind::Recommendation ||
           static_cast<const Recommendation *>(first)->group == static_cast<const Recommendation *>(second)->group;
}

/// Whether @p record is @p ancestor or lies somewhere below it.
static bool liesBelow(const Review &review, RecordId record, RecordId ancestor)
{
    while (!record.isNull() && record != ancestor) {
        const Record *found = review.find(record);
        record = found ? review.parentOf(*found) : RecordId();
    }
    return record == ancestor;
}

/// Gives keys to records in a row that are to stand between two keys; either may be empty for "at that end".
static QStringList keysBetween(const QString &before, const QString &after, const QList<const Record *> &records)
{
    QStringList keys;
    QString last = before;
    for (const Record *record : records) {
        // From the record, so that two people who insert different ones at one place rarely choose one key.
        last = orderBetween(last, after, quint32(qHash(record->id.uuid)));
        keys += last;
    }
    return keys;
}

Result<ChangeSet> arrange(const EditContext &context, RecordId record, RecordId neighbour, Side side)
{
    const Review &review = context.review;
    const Record *moved = review.find(record);
    const Record *beside = review.find(neighbour);
    if (!moved || !beside)
        return Error{ErrorCode::NotFound,
                     sayOrder(QT_TRANSLATE_NOOP("Edits", "The record is no longer there; nothing was moved.")),
                     {},
                     {}};
    const Kind kind = *review.kindOf(record);
    const RecordId parent = side == Side::Below ? neighbour : review.parentOf(*beside);
    const auto group = [](const Record *of) { return static_cast<const Recommendation *>(of)->group; };
    if (review.kindOf(neighbour) != kind || (kind == Kind::Recommendation && group(moved) != group(beside)))
        return Error{ErrorCode::Refused,
                     sayOrder(QT_TRANSLATE_NOOP("Edits", "%1 and %2 are not in one list, so neither can stand next to "
                                                         "the other; nothing was moved."))
                         .arg(review.shownKey(*moved), review.shownKey(*beside)),
                     {},
                     {}};
    if (record == neighbour || liesBelow(review, parent, record))
        return Error{ErrorCode::Refused,
                     sayOrder(QT_TRANSLATE_NOOP("Edits", "%1 cannot be put next to or below itself; nothing was moved."))
                         .arg(review.shownKey(*moved)),
                     {},
                     {}};

    QList<const Record *> row; // As it will be, from left to right.
    for (const Record *sibling : review.list(kind)) {
        if (sibling->id == record || review.parentOf(*sibling) != parent ||
            (kind == Kind::Recommendation && group(sibling) != group(moved)))
            continue;
        row += sibling;
    }
    const qsizetype at = side == Side::Below ? row.size() : row.indexOf(beside) + (side == Side::After ? 1 : 0);
    row.insert(at, moved);

    // Whoever stands to the right without a larger key must get one.
    QString before = at > 0 ? row.at(at - 1)->place.order : QString();
    qsizetype first = at;
    qsizetype end = at + 1;
    while (end < row.size() && row.at(end)->place.order.toUtf8() <= before.toUtf8())
        ++end;
    QStringList keys = keysBetween(before, end < row.size() ? row.at(end)->place.order : QString(), row.mid(first, end - first));
    if (std::any_of(keys.cbegin(), keys.cend(), [](const QString &key) { return key.size() > longestOrder; })) {
        first = 0;
        keys = keysBetween({}, {}, row);
    }
    ChangeSet changes(review, Cause::Edit);
    for (qsizetype i = 0; i < keys.size(); ++i)
        changes.set(kind, row.at(first + i)->id, "~place", toValue(Place{parent, keys.at(i)}));
    return changes;
}

} // namespace plumbline
