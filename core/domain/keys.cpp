#include "core/domain/keys.h"

#include "core/domain/subteam.h"

namespace plumbline {

/// Keys come from files, so other scripts' digits must not count: they have no number that toInt() reads, and
/// an order that took them for 0 would not be one.
static bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

KeyParts splitKey(const QString &key)
{
    qsizetype digits = 0;
    while (digits < key.size() && digits < 9 && isDigit(key.at(key.size() - 1 - digits)))
        ++digits;
    if (digits == 0)
        return {key, 0};
    return {key.chopped(digits), key.right(digits).toInt()};
}

bool keyLess(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a.at(i)) && isDigit(b.at(j))) {
            qsizetype endA = i;
            qsizetype endB = j;
            while (endA < a.size() && isDigit(a.at(endA)))
                ++endA;
            while (endB < b.size() && isDigit(b.at(endB)))
                ++endB;
            const qulonglong numberA = QStringView(a).mid(i, endA - i).toULongLong();
            const qulonglong numberB = QStringView(b).mid(j, endB - j).toULongLong();
            if (numberA != numberB)
                return numberA < numberB;
            i = endA;
            j = endB;
        } else if (a.at(i) != b.at(j)) {
            return a.at(i) < b.at(j);
        } else {
            ++i;
            ++j;
        }
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j;
    return a < b; // "01" and "1" count alike: any fixed order will do.
}

QString keyStem(Kind kind, const QString &scopeKey)
{
    const QString prefix = QLatin1String(describe(kind).prefix);
    if (prefix.isEmpty())
        return {};
    if (kind == Kind::SubTeam || kind == Kind::ClosedGroup)
        return prefix; // People say “sub-team S5” and “group G1”.
    return scopeKey.isEmpty() ? prefix + u'-' : prefix + u'-' + scopeKey + u'-';
}

QString numberedKey(const QString &stem, int number)
{
    if (!stem.endsWith(u'-'))
        return stem + QString::number(number);
    const int width = stem.count(u'-') > 1 ? 2 : 3;
    return stem + QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

QString idTail(const QUuid &uuid)
{
    static constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    const QByteArray bytes = uuid.toRfc4122();
    QString tail;
    int bits = 0;
    unsigned buffer = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | uchar(byte);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            tail += QLatin1Char(digits[(buffer >> bits) & 31]);
        }
    }
    // 128 bits leave three over; without them ids that differ only there would have one tail.
    tail += QLatin1Char(digits[(buffer << (5 - bits)) & 31]);
    return tail;
}

} // namespace plumbline
