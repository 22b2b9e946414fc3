#include "madelog.h"

#include "core/store/writer.h"

namespace plumbline::bench {

static constexpr size_t notEdited = size_t(-1);

Prose::Prose(quint32 seed) : m_random(seed)
{
    static const char *const syllables[] = {"re",  "con", "sta", "bil", "ti",  "on", "ac", "cess", "ne",  "work",
                                            "pro", "mea", "sure", "da", "ta",  "ab", "use", "po",  "li",  "cy",
                                            "the", "of",  "im",  "ple", "ment", "er", "ing", "ed",  "is",  "al"};
    double sum = 0;
    for (int rank = 1; rank <= 3000; ++rank) {
        QByteArray made;
        const int parts = 1 + m_random.bounded(rank < 100 ? 2 : 4);
        for (int i = 0; i < parts; ++i)
            made += syllables[m_random.bounded(int(std::size(syllables)))];
        m_words += made;
        m_sums.push_back(sum += 1.0 / rank);
    }
}

const QByteArray &Prose::word()
{
    const double at = m_random.generateDouble() * m_sums.back();
    const auto found = std::lower_bound(m_sums.begin(), m_sums.end(), at);
    return m_words.at(found - m_sums.begin());
}

QByteArray Prose::words(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += (i == 0 ? "" : i % 14 == 0 ? ". " : " ") + word();
    return text + '.';
}

QByteArray Prose::edited(const QByteArray &text)
{
    QList<QByteArray> list = text.split(' ');
    const int at = m_random.bounded(int(list.size()));
    for (int i = m_random.bounded(4); i >= 0 && list.size() > at; --i) {
        switch (m_random.bounded(3)) {
        case 0:
            list[at] = word();
            break;
        case 1:
            list.insert(at, word());
            break;
        default:
            if (list.size() > 3)
                list.removeAt(at);
        }
    }
    return list.join(' ');
}

MadeLog::MadeLog(const QUuid &review, qint64 operations)
    : m_review(review),
      m_wanted(operations),
      m_wall(QDateTime(QDate(2017, 3, 1), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch())
{
    for (int i = 0; i < 8; ++i)
        m_writers.push_back({bytes(16), bytes(16), 0, {}});
}

QByteArray MadeLog::bytes(int count)
{
    QByteArray random(count, Qt::Uninitialized);
    for (char &c : random)
        c = char(m_random.generate());
    return random;
}

void MadeLog::set(Transaction &transaction, const QByteArray &record, const QByteArray &field, const Value &value,
                  int words)
{
    Operation operation;
    operation.entity = record;
    operation.field = field;
    operation.salt = bytes(16);
    operation.value = words > 0 ? Value::text(m_prose.words(words)) : value;
    if (words > 0) {
        m_pending.push_back(m_registers.size());
        m_registers.push_back({record, field, operation.value.utf8(), {}});
    } else {
        m_pending.push_back(notEdited);
    }
    transaction.operations += operation;
}

void MadeLog::create(Transaction &transaction)
{
    struct Sort {
        Kind kind;
        int share; ///< Of a hundred records.
        const char *prefix;
        const char *title;
        int titleWords;
        const char *text;
        int textWords;
        const char *more;
        int moreWords;
    };
    static const Sort sorts[] = {
        {Kind::Milestone, 1, "M-", "milestone.title", 5, "milestone.description", 15, nullptr, 0},
        {Kind::Finding, 12, "F-", "finding.title", 8, "finding.statement", 60, "finding.condition", 40},
        {Kind::Recommendation, 7, "R-", "recommendation.title", 8, "recommendation.text", 70,
         "recommendation.rationale", 50},
        {Kind::DataSource, 20, "DS-", "datasource.title", 6, "datasource.url", 3, "datasource.appraisal", 20},
        {Kind::Meeting, 3, "MT-", "meeting.title", 4, "meeting.minutes", 150, "meeting.agenda", 20},
        {Kind::Decision, 10, "D-", "decision.text", 25, nullptr, 0, nullptr, 0},
        {Kind::ActionItem, 10, "AI-", "actionitem.text", 15, "actionitem.owner", 2, nullptr, 0},
        {Kind::Link, 20, "", nullptr, 0, nullptr, 0, nullptr, 0},
        {Kind::Note, 17, "N-", "note.text", 25, nullptr, 0, nullptr, 0},
    };
    int at = m_random.bounded(100);
    const Sort *sort = sorts;
    while (at >= sort->share)
        at -= (sort++)->share;
    const QByteArray record = bytes(16);
    set(transaction, record, QByteArray(describe(sort->kind).name) + ".life", plumbline::Writer::lifeValue("alive", sort->kind));
    transaction.operations.last().type = LifeOperation;
    if (sort->kind == Kind::Link && m_records.size() > 1) {
        set(transaction, record, "link.type", Value(QStringLiteral("supports")));
        set(transaction, record, "link.from", Value::bytes(m_records.at(m_random.bounded(m_records.size()))));
        set(transaction, record, "link.to", Value::bytes(m_records.at(m_random.bounded(m_records.size()))));
        return;
    }
    if (*sort->prefix)
        set(transaction, record, QByteArray(describe(sort->kind).name) + ".key",
            Value(QString::fromLatin1(sort->prefix) + QString::number(m_records.size() + 1)));
    if (sort->title)
        set(transaction, record, sort->title, {}, sort->titleWords);
    if (sort->text)
        set(transaction, record, sort->text, {}, sort->textWords);
    if (sort->more)
        set(transaction, record, sort->more, {}, sort->moreWords);
    if (sort->kind == Kind::Milestone)
        set(transaction, record, "milestone.target",
            Value(QDate(2017, 6, 1).addDays(m_random.bounded(900)).toString(Qt::ISODate)));
    m_records += record;
}

void MadeLog::edit(Transaction &transaction)
{
    const size_t index = size_t(m_random.bounded(quint64(m_registers.size())));
    Register &target = m_registers[index];
    Operation operation;
    operation.entity = target.record;
    operation.field = target.field;
    operation.salt = bytes(16);
    operation.refs = {target.head};
    target.text = m_prose.edited(target.text);
    operation.value = Value::text(target.text);
    transaction.operations += operation;
    m_pending.push_back(index);
}

void MadeLog::finish(Transaction &transaction)
{
    Writer &writer = m_writers[size_t(m_random.bounded(int(m_writers.size())))];
    transaction.stream = writer.stream;
    transaction.person = writer.person;
    transaction.seq = ++writer.seq;
    transaction.prev = writer.last;
    transaction.lam = ++m_lam;
    transaction.wall = m_wall += 1000 + m_random.bounded(100'000);
    transaction.group = bytes(8);
    writer.last = transaction.identity();
    for (size_t i = 0; i < m_pending.size(); ++i) {
        if (m_pending[i] != notEdited)
            m_registers[m_pending[i]].head = {writer.last, quint32(i)};
    }
    m_made += transaction.operations.size();
}

std::optional<Transaction> MadeLog::next()
{
    if (m_made >= m_wanted)
        return std::nullopt;
    Transaction transaction;
    m_pending.clear();
    if (m_made == 0) {
        set(transaction, m_review.toRfc4122(), "review.life", plumbline::Writer::lifeValue("alive", Kind::Review));
        transaction.operations.last().type = LifeOperation;
        transaction.cause = int(Cause::Create);
    } else if (m_registers.empty() || m_random.bounded(100) < 18) {
        create(transaction);
        transaction.cause = int(Cause::Create);
    } else {
        edit(transaction);
    }
    finish(transaction);
    return transaction;
}

} // namespace plumbline::bench
