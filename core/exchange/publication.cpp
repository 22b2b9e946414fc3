// What is always true of what is written here: every value was read from a record and a field of the allow-list and put
// down anew. Nothing is copied from the file of the review.

#include "core/exchange/publication.h"

#include "core/base/cbor.h"
#include "core/domain/audiencerules.h"
#include "core/domain/publishing.h"
#include "core/exchange/bundlereader.h"
#include "core/exchange/bundlewriter.h"

#include <QCoreApplication>
#include <QFile>

namespace plumbline {

static const QString profileName = QStringLiteral("publication");

static Error publicationError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Publication", sentence), {}, {}};
}

namespace {

/// Puts records down one by one.
class Publisher
{
public:
    Publisher(const Review &state, const QUuid &own)
        : m_state(state), m_own(own), m_known(publishableRecords(state))
    {
    }

    bool publishes(const Record &record) const { return m_known.contains(record.id); }

    QByteArray put(Kind kind, const Record &record) const
    {
        QList<QByteArray> fields;
        for (const Field &field : describe(kind).fields) {
            if (!isPublished(kind, field.name))
                continue;
            if (const Value value = shown(field.type, field.parts, field.get(record)); !value.isNull())
                fields += cbor::encode(Value::Array{Value::text(field.name), value});
        }
        QByteArray out;
        cbor::arrayHead(out, 3);
        cbor::text(out, describe(kind).name);
        cbor::bytes(out, renamed(record.id).uuid.toRfc4122());
        cbor::arrayHead(out, quint64(fields.size()));
        return out + fields.join();
    }

private:
    /// The value without the records outsiders must not hear of.
    Value shown(FieldType type, const QList<Part> &parts, const Value &value) const
    {
        if (type == FieldType::Reference)
            return reference(value);
        if (type != FieldType::Parts || !value.isArray())
            return value;
        Value::Array items = value.array();
        for (qsizetype i = 0; i < std::min(items.size(), parts.size()); ++i)
            items[i] = shown(parts.at(i).type, {}, items.at(i));
        return Value(items);
    }

    Value reference(const Value &value) const
    {
        if (!value.isBytes() || value.rawBytes().size() != 16)
            return {};
        const RecordId id(QUuid::fromRfc4122(value.rawBytes()));
        return m_known.contains(id) ? idValue(renamed(id).uuid) : Value();
    }

    /// The review's own record has the review's identity, and that is a new one here.
    RecordId renamed(RecordId id) const { return id.uuid == m_state.uuid() ? RecordId(m_own) : id; }

    const Review &m_state; // Not owned.
    QUuid m_own;
    QSet<RecordId> m_known;
};

} // namespace

Result<Publication> makePublication(const Review &state, const QDateTime &created, const std::function<QUuid()> &newId)
{
    Publication publication;
    publication.review = newId();
    publication.created = created;
    const Publisher publisher(state, publication.review);
    for (const Conflict &conflict : state.conflicts()) {
        const Record *record = state.find(conflict.record);
        const bool concerns = conflict.field == "life" || isPublished(conflict.kind, conflict.field);
        if (record && publisher.publishes(*record) && concerns)
            return Error{ErrorCode::Conflict,
                         QCoreApplication::translate("Publication", "%1 holds several values; resolve it before it is "
                                                                    "published. Nothing was written.")
                             .arg(conflict.id),
                         {},
                         {}};
    }
    for (const Kind kind : allKinds()) {
        for (const Record *record : state.list(kind)) {
            if (publisher.publishes(*record))
                publication.records += publisher.put(kind, *record);
        }
    }
    return publication;
}

Status writePublication(const Publication &publication, const QString &path)
{
    BundleHeader header;
    header.review = publication.review;
    header.created = publication.created;
    header.profile = profileName;
    header.audiences = {};
    {
        BundleWriter writer(path);
        if (Status begun = writer.begin(header); !begun)
            return begun;
        for (const QByteArray &record : publication.records) {
            if (Status added = writer.add(PublishedRecord, record); !added)
                return added;
        }
        if (Status finished = writer.finish(); !finished)
            return finished;
    }
    const auto again = readPublication(path);
    if (!again)
        return again.error();
    const auto same = makePublication(*again, publication.created, [&] { return publication.review; });
    if (!same || same->records != publication.records)
        return publicationError(ErrorCode::Damaged,
                                QT_TRANSLATE_NOOP("Publication", "The publication does not hold what was written to it. "
                                                                 "Write it again, to another disk."));
    return {};
}

bool isBundle(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) &&
           file.peek(bundleMagicSize) == QByteArray(bundleMagic, bundleMagicSize);
}

/// Puts one published record into a review. Kinds and fields of newer versions are passed over.
static Status takeRecord(const QByteArray &content, Review &review)
{
    const Error damaged = publicationError(
        ErrorCode::Damaged,
        QT_TRANSLATE_NOOP("Publication", "The publication is damaged; ask for it again."));
    cbor::Reader reader(content);
    if (reader.readArrayHead() != 3)
        return damaged;
    const auto kind = kindNamed(reader.readText());
    const QByteArray id = reader.readBytes();
    const quint64 count = reader.readArrayHead();
    if (!reader.ok() || id.size() != 16)
        return damaged;
    const std::shared_ptr<Record> record = kind ? describe(*kind).create() : nullptr;
    for (quint64 i = 0; reader.ok() && i < count; ++i) {
        if (reader.readArrayHead() != 2)
            return damaged;
        const QByteArray name = reader.readText();
        const Value value = reader.readValue(2);
        const Field *field = record ? describe(*kind).field(name) : nullptr;
        if (field)
            (void)bool(field->set(*record, value)); // What does not fit here shows as missing.
    }
    if (!reader.ok() || !reader.atEnd())
        return damaged;
    if (record) {
        record->id = RecordId(QUuid::fromRfc4122(id));
        review.put(*kind, record);
    }
    return {};
}

Result<Review> readPublication(const QString &path)
{
    const auto reader = BundleReader::open(path);
    if (!reader)
        return reader.error();
    if ((*reader)->header().profile != profileName)
        return publicationError(ErrorCode::Refused,
                                QT_TRANSLATE_NOOP("Publication", "This is a bundle of changes for the team and not a "
                                                                 "publication; take it in with: import FILE BUNDLE."));
    Review review;
    review.setUuid((*reader)->header().review);
    const Status read = (*reader)->read([&](int kind, const QByteArray &content) -> Status {
        if (kind == PublishedRecord)
            return takeRecord(content, review);
        if (kind >= FirstSkippableRecord)
            return {};
        return publicationError(ErrorCode::Newer,
                                QT_TRANSLATE_NOOP("Publication", "The publication holds parts this version does not know. "
                                                                 "Install the newer version to read it."));
    });
    if (!read)
        return read.error();
    return review;
}

Status refusePublication(const BundleHeader &header)
{
    if (header.profile != profileName)
        return {};
    return publicationError(ErrorCode::Refused,
                            QT_TRANSLATE_NOOP("Publication", "This is a publication for readers outside the team: it holds no "
                                                             "changes that could be taken in. Nothing was changed; “show” and "
                                                             "“dump” read it."));
}

} // namespace plumbline
