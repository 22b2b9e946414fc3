#include "core/domain/identity.h"

#include "core/base/cbor.h"
#include "core/domain/audiencerules.h"

namespace plumbline {

/// The fields that make up the natural identity of a kind; none for kinds without one.
static QList<QByteArray> identityFields(Kind kind)
{
    switch (kind) {
    case Kind::Link:
        return {"type", "from", "to"};
    case Kind::Rule:
        return {"name"};
    case Kind::DataSource:
        return {"url"};
    case Kind::Message:
        return {"messageid"};
    case Kind::Tag:
        return {"name"};
    case Kind::BaselineItem:
        return {"baseline", "record"};
    default:
        return {};
    }
}

RecordId naturalId(const QUuid &review, Kind kind, const QHash<QByteArray, Value> &values, int audience)
{
    const QList<QByteArray> fields = identityFields(kind);
    if (fields.isEmpty())
        return {};
    Value::Array identity{Value::bytes(review.toRfc4122()), Value(QString::fromLatin1(describe(kind).name))};
    for (const QByteArray &field : fields) {
        const Value value = values.value(field);
        if (value.isNull())
            return {};
        identity += value;
    }
    // The ends of a link say whom it belongs to, whoever makes it; for the others it is part of what they are.
    if (audience != 0 && !followsWhatItNames(kind))
        identity += Value(qint64(audience));
    return RecordId(QUuid::fromRfc4122(digest16(cbor::encode(identity))));
}

} // namespace plumbline
