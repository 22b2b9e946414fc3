// Invariants: the index holds one row for each living record that is not stale, with kind and words of its row in the
// projection; nothing a person typed reaches FTS5 but as quoted words of letters and digits.

#include "core/store/search.h"

#include "core/base/cbor.h"
#include "core/store/schema.h"

#include <QSet>

#include <algorithm>

namespace plumbline {

using sqlite::Statement;

namespace {

/// Stands between two texts of a record, so that no phrase runs from one into the next. Not a word people can type.
constexpr QStringView betweenTexts = u" \u00b6 ";
constexpr qsizetype excerptLength = 160; // UTF-16 units.
constexpr qsizetype excerptBefore = 50;  // Of them, what stands before the first word found at most.

struct FieldText {
    QByteArray field;
    QString text;
};

struct SearchedRecord {
    qint64 eid = 0;
    Kind kind = Kind::Review;
    QByteArray uuid;
    bool alive = false;
    QList<FieldText> texts;
};

/// Fields that hold what people wrote; order keys and ids are none.
bool isSearched(const Field &field)
{
    const bool text = field.type == FieldType::Line || field.type == FieldType::Text || field.type == FieldType::Parts;
    return text && !field.name.startsWith('~');
}

QString textOfColumn(const Field &field, const QByteArray &bytes)
{
    if (field.type != FieldType::Parts)
        return QString::fromUtf8(bytes);
    const auto value = cbor::decode(bytes);
    QStringList texts;
    for (const Value &part : value ? value->array() : Value::Array()) {
        if (part.isText())
            texts += part.toText();
    }
    return texts.join(u" \u2013 ");
}

/// Reads rows of one kind's table; @p condition says which, by `p.eid`.
class RowReader
{
public:
    RowReader(sqlite3 *database, Kind kind, const char *condition)
        : m_kind(kind), m_rows(database, sql(kind, condition).constData())
    {
    }
    Statement &statement() { return m_rows; }
    std::optional<SearchedRecord> next()
    {
        if (!m_rows.step())
            return std::nullopt;
        SearchedRecord record{m_rows.number(0), m_kind, m_rows.bytes(1), m_rows.number(2) != qint64(Life::Deleted), {}};
        int column = 3;
        for (const Field &field : describe(m_kind).fields) {
            if (!isSearched(field))
                continue;
            if (const QString text = textOfColumn(field, m_rows.bytes(column)); !text.isEmpty())
                record.texts += {field.name, text};
            ++column;
        }
        return record;
    }

private:
    static QByteArray sql(Kind kind, const char *condition)
    {
        QByteArray columns = "SELECT p.eid, e.uuid, p.life";
        for (const Field &field : describe(kind).fields) {
            if (isSearched(field))
                columns += ", p.\"" + field.name + '"';
        }
        return columns + " FROM p_" + describe(kind).name + " p JOIN ent e ON e.eid = p.eid" + condition;
    }
    Kind m_kind;
    Statement m_rows;
};

QByteArray indexedText(const SearchedRecord &record)
{
    QString all;
    for (const FieldText &text : record.texts) {
        for (const SearchWord &word : searchWords(text.text)) {
            if (!all.isEmpty())
                all += u' ';
            all += word.folded;
        }
        all += betweenTexts;
    }
    return all.toUtf8();
}

/// The query in the language of FTS5. Its words hold letters and digits only, so quoting them is enough.
QByteArray matchExpression(const SearchQuery &query)
{
    QStringList terms;
    for (const QStringList &term : query.terms())
        terms += u'"' + term.join(u' ') + u'"';
    QByteArray expression = terms.join(u" AND ").toUtf8();
    return query.lastIsPrefix() ? expression + " *" : expression;
}

/// What a record is worth for a query, and the words of each of its texts that made it so.
struct Match {
    SearchHit hit;
    int score = 0; ///< Higher is better: terms in the title or key count most.
};

/// One line around @p marked words of @p text.
void setExcerpt(SearchHit &hit, const QString &text, const QList<SearchWord> &words, const QList<qsizetype> &marked)
{
    qsizetype from = 0;
    const qsizetype first = words.at(marked.first()).from;
    if (text.size() > excerptLength && first > excerptBefore) {
        from = std::min(first - excerptBefore, text.size() - excerptLength);
        for (const SearchWord &word : words) { // Begin with a whole word, none that was found cut off.
            if (word.from >= from) {
                from = std::min(word.from, first);
                break;
            }
        }
    }
    qsizetype to = std::min(text.size(), from + excerptLength);
    if (to < text.size() && text.at(to).isLowSurrogate())
        --to;
    const QString before = from > 0 ? QStringLiteral("…") : QString();
    hit.excerpt = before + text.mid(from, to - from) + (to < text.size() ? QStringLiteral("…") : QString());
    for (QChar &c : hit.excerpt) {
        if (c.isSpace())
            c = u' ';
    }
    for (const qsizetype index : marked) {
        const SearchWord &word = words.at(index);
        if (word.from >= from && word.from + word.length <= to)
            hit.marks += {word.from - from + before.size(), word.length};
    }
}

/// Whether the record holds every term, and where best; the first of its texts that holds most terms is shown.
std::optional<Match> match(const SearchQuery &query, const SearchedRecord &record)
{
    Match match;
    QSet<qsizetype> missing;
    for (qsizetype term = 0; term < query.terms().size(); ++term)
        missing.insert(term);
    qsizetype best = 0;
    for (const FieldText &text : record.texts) {
        const QList<SearchWord> words = searchWords(text.text);
        QList<qsizetype> marked;
        qsizetype held = 0;
        for (qsizetype term = 0; term < query.terms().size(); ++term) {
            const QList<qsizetype> found = query.occurrences(term, words);
            if (found.isEmpty())
                continue;
            missing.remove(term);
            marked += found;
            ++held;
        }
        const bool names = text.field == describe(record.kind).title || text.field == "key";
        match.score += int(held) * (names ? 10 : 1);
        if (held <= best)
            continue;
        best = held;
        std::sort(marked.begin(), marked.end());
        marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
        match.hit = {RecordId(QUuid::fromRfc4122(record.uuid)), record.kind, text.field, {}, {}};
        setExcerpt(match.hit, text.text, words, marked);
    }
    return missing.isEmpty() ? std::optional(match) : std::nullopt;
}

void addMatches(QList<Match> &matches, const SearchQuery &query, RowReader &rows)
{
    while (const auto record = rows.next()) {
        if (!record->alive)
            continue;
        if (const auto found = match(query, *record))
            matches += *found;
    }
}

/// Matches among the records the index names, best first by its own measure.
void addIndexed(QList<Match> &matches, sqlite3 *database, const SearchQuery &query, int most)
{
    QList<std::pair<qint64, QByteArray>> named;
    Statement find(database, "SELECT rowid, kind FROM fts WHERE fts MATCH ? AND rowid NOT IN (SELECT eid FROM stale) "
                             "ORDER BY rank LIMIT ?");
    find.bindText(1, matchExpression(query)).bind(2, most);
    while (find.step())
        named += {find.number(0), find.bytes(1)};
    for (const auto &[eid, name] : std::as_const(named)) {
        const auto kind = kindNamed(name);
        if (!kind)
            continue;
        RowReader row(database, *kind, " WHERE p.eid = ?");
        row.statement().bind(1, eid);
        addMatches(matches, query, row);
    }
}

} // namespace

void SearchIndex::recreate()
{
    recreateSearchTables(m_database);
    for (const Kind kind : allKinds()) {
        const QByteArray sql = QByteArray("INSERT OR IGNORE INTO stale(eid) SELECT eid FROM p_") + describe(kind).name;
        sqlite::execute(m_database, sql.constData());
    }
}

qint64 SearchIndex::staleCount()
{
    return sqlite::queryNumber(m_database, "SELECT count(*) FROM stale");
}

void SearchIndex::update(qint64 most)
{
    QList<qint64> stale;
    Statement some(m_database, "SELECT eid FROM stale ORDER BY eid LIMIT ?");
    some.bind(1, most);
    while (some.step())
        stale += some.number(0);
    if (stale.isEmpty())
        return;
    Statement remove(m_database, "DELETE FROM fts WHERE rowid = ?");
    for (const qint64 eid : std::as_const(stale))
        remove.bind(1, eid).run();
    Statement insert(m_database, "INSERT INTO fts(rowid, kind, words) VALUES(?, ?, ?)");
    for (const Kind kind : allKinds()) {
        RowReader rows(m_database, kind, ", stale s WHERE s.eid = p.eid AND s.eid <= ? ORDER BY p.eid");
        rows.statement().bind(1, stale.last());
        while (const auto record = rows.next()) {
            if (record->alive)
                insert.bind(1, record->eid).bindText(2, describe(kind).name).bindText(3, indexedText(*record)).run();
        }
    }
    Statement(m_database, "DELETE FROM stale WHERE eid <= ?").bind(1, stale.last()).run();
}

QList<SearchHit> SearchIndex::find(const SearchQuery &query, int limit, bool trusted)
{
    QList<Match> matches;
    // More than are asked for, because the order they are shown in is ours.
    if (trusted)
        addIndexed(matches, m_database, query, std::max(100, limit));
    for (const Kind kind : allKinds()) {
        RowReader rows(m_database, kind, trusted ? ", stale s WHERE s.eid = p.eid" : "");
        addMatches(matches, query, rows);
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) { return a.score > b.score; });
    QList<SearchHit> hits;
    for (const Match &match : matches) {
        if (hits.size() >= limit)
            break;
        hits += match.hit;
    }
    return hits;
}

bool SearchIndex::holds()
{
    try {
        Statement(m_database, "INSERT INTO fts(fts, rank) VALUES('integrity-check', 0)").run();
        Statement find(m_database, "SELECT kind, words FROM fts WHERE rowid = ?");
        qint64 count = 0;
        for (const Kind kind : allKinds()) {
            RowReader rows(m_database, kind, " WHERE p.eid NOT IN (SELECT eid FROM stale)");
            while (const auto record = rows.next()) {
                find.bind(1, record->eid);
                const bool indexed = find.step();
                const bool same = indexed == record->alive &&
                                  (!indexed || (find.bytes(0) == describe(kind).name &&
                                                find.bytes(1) == indexedText(*record)));
                find.reset();
                if (!same)
                    return false;
                count += record->alive;
            }
        }
        return count == sqlite::queryNumber(
                            m_database, "SELECT count(*) FROM fts WHERE rowid NOT IN (SELECT eid FROM stale)");
    } catch (const sqlite::Failure &) {
        return false; // Its tables are damaged.
    }
}

} // namespace plumbline
