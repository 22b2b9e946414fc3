#include "core/exchange/unpublished.h"

#include "core/base/cbor.h"
#include "core/domain/audience.h"
#include "core/domain/audiencerules.h"
#include "core/domain/link.h"
#include "core/domain/publishing.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace plumbline {

namespace {

/// The windows of a text by their hashes: whether a window stands somewhere in it is answered in O(log n).
///
/// Two different windows may have one hash, once in 2^64; a hit would then be shown that is none, and never one missed.
class Windows
{
public:
    Windows() = default;
    Windows(const QByteArray &text, int size)
    {
        each(text, size, [this](qsizetype, quint64 hash) { m_hashes.push_back(hash); });
        std::sort(m_hashes.begin(), m_hashes.end());
    }
    bool contains(quint64 hash) const { return std::binary_search(m_hashes.begin(), m_hashes.end(), hash); }

    /// Calls @p visit with every window of a text: where it begins, and its hash.
    template<class Visit>
    static void each(const QByteArray &text, int size, Visit visit)
    {
        static constexpr quint64 base = 0x9e3779b97f4a7c15; // Odd and far from any power of two.
        if (text.size() < size)
            return;
        quint64 leaving = 1; // base^(size-1), what the byte that leaves was multiplied by
        for (int i = 1; i < size; ++i)
            leaving *= base;
        quint64 hash = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (i >= size)
                hash -= leaving * (quint64(uchar(text.at(i - size))) + 1);
            hash = hash * base + uchar(text.at(i)) + 1;
            if (i + 1 >= size)
                visit(i + 1 - size, mixed(hash));
        }
    }

private:
    /// Spreads a hash over all bits, of which the sum above reaches the low ones little.
    static quint64 mixed(quint64 hash)
    {
        hash ^= hash >> 32;
        hash *= 0xd6e8feb86659fd93;
        return hash ^ (hash >> 32);
    }

    std::vector<quint64> m_hashes;
};

class Search
{
public:
    Search(const Review &state, const Publication &publication)
        : m_state(state),
          m_bytes(publication.bytes()),
          m_windows(m_bytes, windowSize),
          m_known(publishableRecords(state))
    {
        for (const Link *link : state.all<Link>()) {
            if (link->type.is(LinkType::MovedTo))
                m_successor.insert(link->from, link->to);
        }
        for (const RecordId id : std::as_const(m_known)) {
            const Kind kind = *m_state.kindOf(id);
            const Field *title = describe(kind).field(describe(kind).title);
            if (title && isPublished(kind, title->name) && title->get(*m_state.find(id)).isText())
                m_names.insert(title->get(*m_state.find(id)).utf8());
        }
    }

    void take(const Operation &operation)
    {
        if (operation.type != SetOperation || operation.entity.size() != 16)
            return;
        const qsizetype dot = operation.field.indexOf('.');
        const auto kind = kindNamed(operation.field.left(std::max<qsizetype>(dot, 0)));
        const RecordId record(QUuid::fromRfc4122(operation.entity));
        const QByteArray field = operation.field.mid(dot + 1);
        if (field != "key" && !field.startsWith('~'))
            takeValue(record, kind, field, operation.value);
    }

    QList<UnpublishedHit> hits() const
    {
        QList<UnpublishedHit> sorted = m_hits;
        std::stable_sort(sorted.begin(), sorted.end(), [](const UnpublishedHit &a, const UnpublishedHit &b) {
            return a.former != b.former ? b.former : a.text.size() > b.text.size();
        });
        return sorted;
    }

private:
    void takeValue(RecordId record, std::optional<Kind> kind, const QByteArray &field, const Value &value)
    {
        if (value.isArray()) {
            const Value::Array items = value.array();
            for (const Value &item : items)
                takeValue(record, kind, field, item);
        }
        if (!value.isText() || value.utf8().size() < shortestWhole)
            return;
        const QByteArray text = value.utf8();
        const QByteArray name = record.uuid.toRfc4122() + field + '\0' + digest16(text);
        if (m_seen.contains(name))
            return; // Said again: an undo, or the same operation of a fork.
        m_seen.insert(name);
        if (text.size() >= windowSize)
            searchWindows(record, kind, field, text);
        else if (!m_names.contains(text) && !isPublic(record, kind, field) && isStillSaid(record, kind, field, text) && m_bytes.contains(text) &&
                 !sharedOnPurpose(record).contains(text))
            add(record, kind, field, text);
    }

    void searchWindows(RecordId record, std::optional<Kind> kind, const QByteArray &field, const QByteArray &text)
    {
        const Windows *shared = nullptr; // Made when first needed: most texts have no hit at all.
        qsizetype begin = -1;
        qsizetype end = -1;
        Windows::each(text, windowSize, [&](qsizetype at, quint64 hash) {
            if (!m_windows.contains(hash))
                return;
            if (!shared)
                shared = &sharedWindows(record, isPublic(record, kind, field) || kind == std::nullopt);
            if (shared->contains(hash))
                return;
            if (begin >= 0 && at > end - windowSize + 1) {
                add(record, kind, field, text.mid(begin, end - begin));
                begin = at;
            } else if (begin < 0) {
                begin = at;
            }
            end = at + windowSize;
        });
        if (begin >= 0)
            add(record, kind, field, text.mid(begin, end - begin));
    }

    /// Whether outsiders read what that field of that record says now.
    bool isPublic(RecordId record, std::optional<Kind> kind, const QByteArray &field) const
    {
        return kind && m_known.contains(record) && isPublished(*kind, field);
    }

    /// Text of the publication a record may share: its own, where it was moved to, what it quotes.
    QByteArray sharedOnPurpose(RecordId record) const
    {
        QList<RecordId> with{record};
        for (RecordId next = m_successor.value(record); !next.isNull() && !with.contains(next);
             next = m_successor.value(next))
            with += next;
        const auto kind = m_state.kindOf(record);
        if (kind && followsWhatItNames(*kind)) {
            const Record &remark = *m_state.findAny(record);
            for (const Field &field : describe(*kind).fields)
                with += namedRecords(field, field.get(remark));
        }
        QByteArray text;
        for (const RecordId id : std::as_const(with))
            text += publishedText(id) + '\0';
        return text;
    }

    /// The same without what the record itself publishes, when the field is one outsiders never get: an address that
    /// stands in a published field of the same person is a hit.
    const Windows &sharedWindows(RecordId record, bool withItself)
    {
        const auto key = std::pair(record, withItself);
        auto known = m_shared.find(key);
        if (known == m_shared.end()) {
            QByteArray text = sharedOnPurpose(record);
            if (!withItself)
                text.remove(0, publishedText(record).size());
            known = m_shared.insert(key, Windows(text, windowSize));
        }
        return *known;
    }

    QByteArray publishedText(RecordId id) const
    {
        const Record *record = m_known.contains(id) ? m_state.find(id) : nullptr;
        if (!record)
            return {};
        const Kind kind = *m_state.kindOf(id);
        QByteArray text;
        for (const Field &field : describe(kind).fields) {
            if (isPublished(kind, field.name))
                append(text, field.get(*record));
        }
        return text;
    }

    static void append(QByteArray &text, const Value &value)
    {
        if (value.isText())
            text += value.utf8() + '\0';
        if (value.isArray()) {
            const Value::Array items = value.array();
            for (const Value &item : items)
                append(text, item);
        }
    }

    bool isStillSaid(RecordId id, std::optional<Kind> kind, const QByteArray &field, const QByteArray &text) const
    {
        const Record *record = m_state.find(id);
        const Field *described = kind ? describe(*kind).field(field) : nullptr;
        if (!record || !described || m_state.kindOf(id) != kind)
            return false;
        QByteArray now;
        append(now, described->get(*record));
        return now.contains(text);
    }

    void add(RecordId id, std::optional<Kind> kind, const QByteArray &field, QByteArray piece)
    {
        // A window may begin or end inside a character.
        while (!piece.isEmpty() && (uchar(piece.front()) & 0xc0) == 0x80)
            piece.remove(0, 1);
        QString text = QString::fromUtf8(piece);
        while (text.endsWith(QChar::ReplacementCharacter))
            text.chop(1);
        UnpublishedHit hit{text, id, field, placeName(id, kind, field), !isStillSaid(id, kind, field, piece)};
        if (!m_hits.contains(hit))
            m_hits += hit;
    }

    QString placeName(RecordId id, std::optional<Kind> kind, const QByteArray &field) const
    {
        const Record *record = m_state.findAny(id);
        QString key = record ? m_state.shownKey(*record) : QString();
        if (key.isEmpty())
            key = kind ? QCoreApplication::translate("Kind", describe(*kind).label)
                       : id.uuid.toString(QUuid::WithoutBraces);
        const Field *described = kind ? describe(*kind).field(field) : nullptr;
        const QString label =
            described ? QCoreApplication::translate("Field", described->label) : QString::fromLatin1(field);
        if (record && record->audience != wholeTeam)
            return QCoreApplication::translate("Publication", "%1, %2 (%3)", "record, field (closed group)")
                .arg(key, label, audienceName(m_state, record->audience));
        return QCoreApplication::translate("Publication", "%1, %2", "record, field").arg(key, label);
    }

    const Review &m_state; // Not owned.
    QByteArray m_bytes;
    Windows m_windows;
    QSet<RecordId> m_known;
    QHash<RecordId, RecordId> m_successor;
    QSet<QByteArray> m_names; ///< Titles outsiders read: the name of a role in a withheld field tells them nothing.
    QSet<QByteArray> m_seen;
    QHash<std::pair<RecordId, bool>, Windows> m_shared;
    QList<UnpublishedHit> m_hits;
};

} // namespace

Result<QList<UnpublishedHit>> unpublishedSentences(Store &store, const Review &state, const Publication &publication)
{
    Search search(state, publication);
    const Status read = store.forEachTransaction([&](const Transaction &transaction) -> Status {
        for (const Operation &operation : transaction.operations)
            search.take(operation);
        return {};
    });
    if (!read)
        return read.error();
    return search.hits();
}

QString describeHit(const UnpublishedHit &hit)
{
    static constexpr int longest = 120; // Characters; enough to find the place by.
    const QString text = hit.text.simplified();
    const QString piece = text.size() > longest ? text.left(longest) + QChar(0x2026) : text;
    return hit.former ? QCoreApplication::translate("Publication", "“%1” also stood in %2, which no longer says it.")
                            .arg(piece, hit.place)
                      : QCoreApplication::translate("Publication", "“%1” also stands in %2.").arg(piece, hit.place);
}

} // namespace plumbline
