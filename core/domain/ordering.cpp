// Keys are read as fractions in base 62 with digits in ASCII order, so comparing bytes compares the
// fractions. A key between two others is the shortest fraction that leaves room on both sides, followed by
// two random digits.

#include "core/domain/ordering.h"

namespace plumbline {

static constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static int digitAt(const QString &key, qsizetype index, int fallback)
{
    if (index >= key.size())
        return fallback;
    const char *found = std::char_traits<char>::find(digits, 62, key.at(index).toLatin1());
    return found ? int(found - digits) : 0;
}

/// Length of the integer head: a letter a-z says how many digits follow (a: 1 ... z: 26). 0 when there is
/// none.
static qsizetype headLength(const QString &key)
{
    if (key.isEmpty() || key.at(0) < u'a' || key.at(0) > u'z')
        return 0;
    const qsizetype length = 2 + (key.at(0).unicode() - u'a');
    return key.size() >= length ? length : 0;
}

/// The next integer head, for appending: `a0` -> `a1`, `az` -> `b00`.
static QString nextHead(const QString &key)
{
    const qsizetype length = headLength(key);
    if (length == 0)
        return {};
    QString head = key.left(length);
    for (qsizetype i = length - 1; i > 0; --i) {
        const int digit = digitAt(head, i, 0);
        if (digit < 61) {
            head[i] = QLatin1Char(digits[digit + 1]);
            return head;
        }
        head[i] = u'0';
    }
    if (head.at(0) == u'z')
        return {};
    return QChar(char16_t(head.at(0).unicode() + 1)) + QString(length, u'0');
}

static QString withRandom(const QString &key, quint32 random)
{
    return key + QLatin1Char(digits[random % 62]) + QLatin1Char(digits[1 + random / 62 % 61]);
}

QString orderBetween(const QString &before, const QString &after, quint32 random)
{
    if (before.isEmpty() && after.isEmpty())
        return withRandom(QStringLiteral("a0"), random);
    if (after.isEmpty()) {
        if (const QString head = nextHead(before); !head.isEmpty())
            return withRandom(head, random);
    }
    // Walk both fractions until a digit fits between them.
    QString key;
    bool below = !after.isEmpty();
    for (qsizetype i = 0;; ++i) {
        const int low = digitAt(before, i, 0);
        const int high = below ? digitAt(after, i, 62) : 62;
        if (high - low > 1) {
            key += QLatin1Char(digits[(low + high) / 2]);
            return withRandom(key, random);
        }
        key += QLatin1Char(digits[low]);
        if (high > low)
            below = false; // The key is already smaller than what stands after.
        if (below && i > after.size() && i > before.size())
            return withRandom(key, random); // Equal neighbours: nothing fits between; ties are ordered by id.
    }
}

} // namespace plumbline
