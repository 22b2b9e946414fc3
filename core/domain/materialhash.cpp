#include "core/domain/materialhash.h"

#include "core/base/cbor.h"

#include <algorithm>

namespace plumbline {

QByteArray materialHash(Kind kind, const Record &record)
{
    QList<QByteArray> entries;
    for (const Field &field : describe(kind).fields) {
        if (!field.material)
            continue;
        if (const Value value = field.get(record); !value.isNull())
            entries += cbor::encode(Value::Array{Value::text(field.name), value});
    }
    std::sort(entries.begin(), entries.end());
    QByteArray all;
    for (const QByteArray &entry : std::as_const(entries))
        all += entry;
    return digest32(all);
}

bool hasMaterial(Kind kind)
{
    const QList<Field> &fields = describe(kind).fields;
    return std::any_of(fields.cbegin(), fields.cend(), [](const Field &field) { return field.material; });
}

} // namespace plumbline
