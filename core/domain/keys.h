#pragma once

#include "core/domain/kind.h"

#include <QUuid>

namespace plumbline {

class Review;
struct SubTeam;

/// A key taken apart: `R-S2-04` is the stem `R-S2-` and the number 4; `S5` is `S` and 5.
struct KeyParts {
    QString stem;
    int number = 0; ///< 0 when the key does not end in a number.
};
KeyParts splitKey(const QString &key);

/// Orders keys as people count: `M-9` before `M-10`, `R-S2-04` before `R-S10-01`.
bool keyLess(const QString &a, const QString &b);

/// The stem of the keys of a kind: `M-`, or `M-S5-` below a sub-team with the key S5 and `M-G1-` in the closed group G1;
/// `S` for sub-teams and `G` for closed groups. Empty for kinds whose records have no key.
QString keyStem(Kind kind, const QString &scopeKey);

/// The key with that number: two digits at least below a sub-team, three otherwise, none for sub-teams.
QString numberedKey(const QString &stem, int number);

/// The id in base 32 (26 digits: 0-9 and lower-case letters without i, l, o, u), the tail that tells equal
/// keys apart; different ids have different tails.
QString idTail(const QUuid &uuid);

} // namespace plumbline
