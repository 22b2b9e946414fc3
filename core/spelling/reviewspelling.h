#pragma once

#include "core/domain/review.h"

#include <QSet>

namespace plumbline {

class OwnWords;
class Speller;

/// The words a review itself brings, as they are kept in a list of known ones: the names and affiliations of
/// its people and the abbreviations its rule `knownAcronyms` names.
QSet<QString> wordsOfReview(const Review &review);

/// A word in a field of a record that no dictionary and no list has.
struct Misspelling {
    Kind kind = Kind::Review;
    RecordId record;
    QByteArray field;
    QString word;
    friend bool operator==(const Misspelling &, const Misspelling &) = default;
};

/// Every word in the titles and texts of a review that neither @p speller nor @p own nor the review itself
/// knows, in the order of kinds and records, each once for a field. What others wrote (messages, attachments)
/// and what is a name (people, tags) is not looked at.
QList<Misspelling> misspellings(const Review &review, Speller &speller, const OwnWords &own);

} // namespace plumbline
