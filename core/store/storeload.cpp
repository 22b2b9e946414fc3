// How the records get from the projection tables into memory. Of a very large review the kinds with few records come
// first, and the others can be read in another thread meanwhile.
//
// Invariant: a review that was read in two parts equals one that was read at once.

#include "core/store/circles.h"
#include "core/store/schema.h"
#include "core/store/storeparts.h"

#include "core/base/cbor.h"

#include <QCoreApplication>

namespace plumbline {

using sqlite::Statement;

/// Below this many records all are read at once: that takes no longer than people notice.
static constexpr qint64 fewRecords = 20'000;

/// Kinds of which a review may have tens of thousands. The others hold who takes part and what is planned when, which
/// the first page and everything around it show.
static bool mayBeMany(Kind kind)
{
    switch (kind) {
    case Kind::DataSource:
    case Kind::DataRequest:
    case Kind::Message:
    case Kind::Finding:
    case Kind::Presentation:
    case Kind::FeedbackPoint:
    case Kind::ImplementabilityInput:
    case Kind::Attachment:
    case Kind::Recommendation:
    case Kind::Meeting:
    case Kind::Decision:
    case Kind::ActionItem:
    case Kind::BoardAction:
    case Kind::BaselineItem:
    case Kind::Link:
    case Kind::Note:
        return true;
    default:
        return false;
    }
}

/// The value a column of a projection table holds; the field's type tells arrays from bytes.
static Value projectedValue(const Field &field, const Statement &row, int column)
{
    switch (row.type(column)) {
    case SQLITE_BLOB: {
        const QByteArray bytes = row.bytes(column);
        if (field.type != FieldType::Parts)
            return Value::bytes(bytes);
        const auto value = cbor::decode(bytes);
        return value ? *value : Value();
    }
    case SQLITE_INTEGER:
        return Value(row.number(column));
    case SQLITE_TEXT:
        return Value::text(row.bytes(column));
    default:
        return {};
    }
}

static void loadKind(sqlite3 *database, Review &review, Kind kind)
{
    const KindDescription &description = describe(kind);
    QByteArray columns;
    for (const Field &field : description.fields)
        columns += ", p.\"" + field.name + '"';
    const QByteArray sql = "SELECT e.uuid, p.life, p.audience" + columns + " FROM p_" + description.name +
                           " p JOIN ent e ON e.eid = p.eid";
    Statement rows(database, sql.constData());
    while (rows.step()) {
        const std::shared_ptr<Record> record = description.create();
        record->id = RecordId(QUuid::fromRfc4122(rows.bytes(0)));
        record->life = Life(rows.number(1));
        record->audience = int(rows.number(2));
        int column = 3;
        for (const Field &field : description.fields) {
            // What does not fit was left out when the row was written; a damaged file shows as missing.
            if (!rows.isNull(column))
                (void)bool(field.set(*record, projectedValue(field, rows, column)));
            ++column;
        }
        review.put(kind, record);
    }
}

/// Conflicts need the log: those records that @p wanted says are projected again, into the Review only.
static void loadConflicts(sqlite3 *database, Log &log, Projector &projector, Review &review,
                          const std::function<bool(RecordId)> &wanted)
{
    QList<qint64> disputed;
    Statement issues(database, "SELECT DISTINCT eid FROM issue");
    while (issues.step())
        disputed += issues.number(0);
    for (const qint64 eid : std::as_const(disputed)) {
        if (wanted(RecordId(QUuid::fromRfc4122(log.entity(eid)))))
            projector.project(eid, &review, nullptr, Projector::IntoReview);
    }
}

Review Store::readFew()
{
    Review few;
    m_parts->log.forgetNumbers();
    few.setUuid(QUuid::fromRfc4122(m_parts->meta.bytes("review")));
    for (const Kind kind : allKinds()) {
        if (!mayBeMany(kind))
            loadKind(m_database, few, kind);
    }
    loadConflicts(m_database, m_parts->log, m_parts->projector, few,
                  [&](RecordId id) { return few.kindOf(id).has_value(); });
    few.setPosition(m_parts->log.position());
    return few;
}

void Store::load()
{
    // A file that cannot be read leaves the Review as it was, rather than empty.
    Review whole = readFew();
    (void)bool(readMany(m_database, m_parts->log, m_parts->projector, whole)); // Nobody cancels it.
    m_review = std::move(whole);
    m_complete = true;
}

void Store::loadFew()
{
    if (sqlite::queryNumber(m_database, "SELECT max(eid) FROM ent") < fewRecords)
        return load();
    m_review = readFew();
    m_complete = false;
}

void Store::complete()
{
    if (m_complete)
        return;
    Review whole = m_review; // Its records stay the same objects.
    (void)bool(readMany(m_database, m_parts->log, m_parts->projector, whole));
    m_review = std::move(whole);
    m_complete = true;
}

Status Store::readMany(sqlite3 *database, Log &log, Projector &projector, Review &review, const Progress &progress)
{
    QSet<RecordId> here; // Their conflicts are known, and they must stay the same objects.
    QList<Kind> missing;
    for (const Kind kind : allKinds()) {
        if (mayBeMany(kind)) {
            missing += kind;
            continue;
        }
        for (const Record *record : review.everyRecord(kind))
            here.insert(record->id);
    }
    for (qsizetype i = 0; i < missing.size(); ++i) {
        if (!progress.step(i, missing.size()))
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Store", "Stopped; nothing was changed."),
                         {}, {}};
        loadKind(database, review, missing.at(i));
    }
    loadConflicts(database, log, projector, review, [&](RecordId id) { return !here.contains(id); });
    cutCircles(log, review);
    return {};
}

Result<Review> Store::readRest(const QString &path, const Review &few, const Progress &progress)
{
    Store reader;
    if (Status connected = reader.openConnection(path, ReadOnly); !connected)
        return connected.error();
    return guarded([&]() -> Result<Review> {
        prepareConnection(reader.m_database, true);
        reader.m_parts = std::make_unique<Parts>(reader.m_database, StreamRegistry::inMemory(), systemEntropy());
        Review whole = few;
        if (Status read = readMany(reader.m_database, reader.m_parts->log, reader.m_parts->projector, whole, progress);
            !read)
            return read.error();
        whole.setPosition(reader.m_parts->log.position());
        for (const Kind kind : allKinds())
            whole.list(kind); // Sorted here rather than where somebody waits for the page.
        return whole;
    });
}

Status Store::takeRest(Review whole)
{
    if (m_complete)
        return {};
    return guarded([&]() -> Status {
        const bool same = whole.uuid() == m_review.uuid() && whole.position() == m_review.position();
        if (same && m_parts->log.position() == m_review.position()) {
            m_review = std::move(whole);
            m_complete = true;
        } else {
            load();
        }
        return {};
    });
}

} // namespace plumbline
