#include "core/store/entropy.h"

#include "core/base/cbor.h"

#include <QRandomGenerator>

#include <memory>

namespace plumbline {

Entropy systemEntropy()
{
    return [](int count) {
        QList<quint32> words((count + 3) / 4);
        QRandomGenerator::system()->fillRange(words.data(), words.size());
        return QByteArray(reinterpret_cast<const char *>(words.constData()), count);
    };
}

Entropy seededEntropy(const QByteArray &seed)
{
    auto counter = std::make_shared<quint64>(0);
    auto rest = std::make_shared<QByteArray>();
    return [seed, counter, rest](int count) {
        while (rest->size() < count)
            *rest += digest32(seed + '/' + QByteArray::number((*counter)++));
        const QByteArray bytes = rest->first(count);
        rest->remove(0, count);
        return bytes;
    };
}

} // namespace plumbline
