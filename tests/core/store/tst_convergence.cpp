// The same transactions in every order must give the same heads and the same shown values, and those an
// independent program would compute. The oracle below is that program: written from docs/file-format.md,
// it works on plain lists in memory and calls nothing of core/store but the types that carry a transaction.

#include "core/domain/milestone.h"
#include "core/store/projector.h"
#include "tests/core/store/memorylog.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

constexpr int dagCount = 60;
constexpr int dagSize = 6;

using Name = std::pair<QByteArray, QByteArray>; ///< Record and field.

/// Which rule of the format an oracle gets wrong, to prove that the histories exercise it.
enum class Mutant {
    None,
    RefsToOthersReplace,     ///< A reference to another register's operation replaces it.
    AnnotationsReplace,      ///< Annotations replace what they refer to.
    TypesAboveTwoAreNoHeads, ///< Register operations of unknown types cannot be heads.
    OrderBySeqFirst,         ///< (seq, stream) instead of (lam, stream, seq).
    LamIsNotClamped,
    AnyDeleteWins,          ///< A record is deleted as soon as one life head says so.
    WitnessesAreIgnored,    ///< A delete needs no witness.
    OwnEditsAreNotSeen,     ///< What the deleting action itself wrote keeps the record.
    MinorFieldsKeepRecords, ///< An unwitnessed drag keeps a record from being deleted.
    RekeyCountsAsAny,
    LastIsShown, ///< `ask` shows the last in order.
};

/// What one register holds and what each policy shows of it.
struct Shown {
    QList<OperationRef> heads; ///< In order.
    bool conflict = false;     ///< Under `ask`.
    Value ask;
    Value lww;
    Value first;
    friend bool operator==(const Shown &, const Shown &) = default;
};

/// Everything people could see of a set of transactions.
struct State {
    std::map<Name, Shown> registers;
    std::map<QByteArray, Life> lives;
    friend bool operator==(const State &, const State &) = default;
};

using Heads = std::map<Name, QList<OperationRef>>;

QByteArray textOf(const Value &value)
{
    return value.isArray() ? textOf(value.array().value(0)) + '/' + textOf(value.array().value(1))
                           : value.utf8();
}

QByteArray textOf(const Name &name, const QList<OperationRef> &heads)
{
    QByteArray text = name.first.left(1) + ' ' + name.second + ':';
    for (const OperationRef &head : heads)
        text += ' ' + head.h.toHex().left(8) + '.' + QByteArray::number(head.index);
    return text;
}

QByteArray textOf(const Heads &all)
{
    QByteArray text;
    for (const auto &[name, heads] : all)
        text += textOf(name, heads) + '\n';
    return text;
}

/// For messages.
QByteArray textOf(const State &state)
{
    QByteArray text;
    for (const auto &[name, shown] : state.registers)
        text += textOf(name, shown.heads) + (shown.conflict ? " conflict " : " settled ") +
                textOf(shown.ask) + " lww " + textOf(shown.lww) + " first " + textOf(shown.first) + '\n';
    for (const auto &[record, life] : state.lives)
        text += record.left(1) + " life " + QByteArray::number(int(life)) + '\n';
    return text;
}

/// What any copy must make of a set of transactions.
class Oracle
{
public:
    struct Op {
        QByteArray h;
        quint32 index = 0;
        const Transaction *transaction = nullptr;
        const Operation *operation = nullptr;
    };

    Oracle(const QList<Transaction> &all, const std::vector<QByteArray> &identities, unsigned mask,
           Mutant mutant)
        : m_mutant(mutant)
    {
        for (size_t i = 0; i < identities.size(); ++i) {
            if (!(mask & (1u << i)))
                continue;
            const Transaction &transaction = all.at(qsizetype(i));
            for (qsizetype k = 0; k < transaction.operations.size(); ++k)
                m_ops.push_back({identities[i], quint32(k), &transaction, &transaction.operations.at(k)});
        }
        findHeads();
    }

    /// The operations nobody replaced, in order.
    Heads headRefs() const
    {
        Heads refs;
        for (const auto &[name, heads] : m_heads)
            refs[name] = refsOf(heads);
        return refs;
    }

    State state() const
    {
        State state;
        for (const auto &[name, heads] : m_heads) {
            Shown shown;
            shown.heads = refsOf(heads);
            shown.first = heads.front().operation->value;
            shown.ask = m_mutant == Mutant::LastIsShown ? heads.back().operation->value : shown.first;
            shown.lww = lastWriter(heads).operation->value;
            for (const Op &head : heads)
                shown.conflict |= !(head.operation->value == shown.first);
            state.registers[name] = shown;
            state.lives[name.first] = lifeOfRecord(name.first);
        }
        return state;
    }

    int conflicts() const
    {
        int count = 0;
        for (const auto &[name, heads] : m_heads)
            count += heads.size() > 1;
        return count;
    }

    const std::map<Name, std::vector<Op>> &heads() const { return m_heads; }

private:
    static QList<OperationRef> refsOf(const std::vector<Op> &heads)
    {
        QList<OperationRef> refs;
        for (const Op &head : heads)
            refs += {head.h, head.index};
        return refs;
    }

    bool before(const Op &a, const Op &b) const
    {
        const auto lam = [&](const Op &op) {
            const quint64 most = quint64(1) << 48;
            return m_mutant == Mutant::LamIsNotClamped ? op.transaction->lam
                                                       : std::min(op.transaction->lam, most);
        };
        if (m_mutant == Mutant::OrderBySeqFirst && a.transaction->seq != b.transaction->seq)
            return a.transaction->seq < b.transaction->seq;
        if (lam(a) != lam(b))
            return lam(a) < lam(b);
        if (a.transaction->stream != b.transaction->stream)
            return a.transaction->stream < b.transaction->stream;
        if (a.transaction->seq != b.transaction->seq)
            return a.transaction->seq < b.transaction->seq;
        return a.h != b.h ? a.h < b.h : a.index < b.index;
    }

    bool replaces(const Op &later, const Op &earlier) const
    {
        const bool names = std::any_of(
            later.operation->refs.begin(), later.operation->refs.end(),
            [&](const OperationRef &ref) { return ref.h == earlier.h && ref.index == earlier.index; });
        if (!names)
            return false;
        const bool same = later.operation->entity == earlier.operation->entity &&
                          later.operation->field == earlier.operation->field;
        if (!same && m_mutant != Mutant::RefsToOthersReplace)
            return false;
        return later.operation->type < 64 || m_mutant == Mutant::AnnotationsReplace;
    }

    void findHeads()
    {
        for (const Op &op : m_ops) {
            const int type = op.operation->type;
            if (type >= 64 || (m_mutant == Mutant::TypesAboveTwoAreNoHeads && type > 2))
                continue;
            const bool replaced =
                std::any_of(m_ops.begin(), m_ops.end(), [&](const Op &other) { return replaces(other, op); });
            if (!replaced)
                m_heads[{op.operation->entity, op.operation->field}].push_back(op);
        }
        for (auto &[name, heads] : m_heads)
            std::sort(heads.begin(), heads.end(), [this](const Op &a, const Op &b) { return before(a, b); });
    }

    Op lastWriter(const std::vector<Op> &heads) const
    {
        constexpr int rekey = 11;
        for (auto head = heads.rbegin(); head != heads.rend(); ++head) {
            if (head->transaction->cause != rekey || m_mutant == Mutant::RekeyCountsAsAny)
                return *head;
        }
        return heads.back();
    }

    Life lifeOfRecord(const QByteArray &record) const
    {
        const auto life = m_heads.find({record, "milestone.life"});
        if (life == m_heads.end())
            return Life::Deleted; // Nobody here has created it yet.
        std::set<QByteArray> deletes;
        bool alive = false;
        for (const Op &head : life->second) {
            if (head.operation->value.array().value(0).toText() == u"alive")
                alive = true;
            else
                deletes.insert(head.transaction->group);
        }
        if (m_mutant == Mutant::AnyDeleteWins ? deletes.empty() : alive)
            return Life::Alive;
        std::set<std::pair<QByteArray, quint32>> witnessed;
        for (const Op &op : m_ops) {
            if (op.operation->type != 64 || op.operation->entity != record ||
                !deletes.count(op.transaction->group))
                continue;
            for (const OperationRef &ref : op.operation->refs)
                witnessed.insert({ref.h, ref.index});
            // What the deleter wrote in the same action, she has seen.
            for (const Op &own : m_ops) {
                if (own.transaction->group == op.transaction->group && m_mutant != Mutant::OwnEditsAreNotSeen)
                    witnessed.insert({own.h, own.index});
            }
        }
        for (const auto &[name, heads] : m_heads) {
            const bool minor = name.second.contains(".~") && m_mutant != Mutant::MinorFieldsKeepRecords;
            if (name.first != record || name.second == "milestone.life" || minor)
                continue;
            for (const Op &head : heads) {
                if (!witnessed.count({head.h, head.index}) && m_mutant != Mutant::WitnessesAreIgnored)
                    return Life::DeletedWhileEdited;
            }
        }
        return Life::Deleted;
    }

    Mutant m_mutant;
    std::vector<Op> m_ops;
    std::map<Name, std::vector<Op>> m_heads;
};

/// Six transactions of three people who saw some of each other's work, with everything that can go wrong.
class Dag
{
public:
    explicit Dag(unsigned seed) : m_random(seed)
    {
        while (all.size() < dagSize)
            add();
    }

    QList<Transaction> all;
    std::vector<QByteArray> identities;
    int forks = 0;
    int refsToOthers = 0;
    int missingRefs = 0;

    static QByteArray entity(int number) { return QByteArray(16, char('A' + number)); }
    static QList<QByteArray> fields() { return {"milestone.title", "milestone.~place", "milestone.life"}; }

private:
    int roll(int sides) { return int(m_random() % unsigned(sides)); }
    QByteArray bytes(int count)
    {
        QByteArray random;
        while (random.size() < count)
            random += char(m_random());
        return random;
    }

    void add()
    {
        Transaction transaction;
        const int stream = roll(2);
        transaction.stream = QByteArray(16, char('x' + stream));
        // A copied file goes on under the same stream from an earlier place.
        std::vector<qsizetype> own;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all.at(i).stream == transaction.stream)
                own.push_back(i);
        }
        if (!own.empty()) {
            const bool fork = roll(2) == 0;
            const qsizetype from = fork ? own[size_t(roll(int(own.size())))] : own.back();
            forks += from != own.back();
            transaction.seq = all.at(from).seq + 1;
            transaction.prev = identities[size_t(from)];
        }
        const unsigned seen = unsigned(m_random()) & ((1u << all.size()) - 1);
        quint64 lam = 0;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (seen & (1u << i))
                lam = std::max(lam, all.at(i).lam);
        }
        // Equal lams are the rule among people who do not hear of each other; huge ones come from broken
        // clocks.
        const quint64 limit = quint64(1) << 48;
        transaction.lam = roll(8) == 0 ? limit + quint64(roll(3)) : roll(2) == 0 ? 1 : lam + 1;
        transaction.person = QByteArray(16, '\0');
        transaction.group = bytes(8);
        static constexpr int causes[] = {0, 0, 11, 4};
        transaction.cause = causes[roll(4)];
        const Oracle past(all, identities, seen, Mutant::None);
        const int operations = 1 + roll(3);
        for (int i = 0; i < operations; ++i)
            addOperations(transaction, past);
        if (!transaction.validate()) // Two operations on one register; try again.
            return;
        all += transaction;
        identities.push_back(transaction.identity());
    }

    QList<OperationRef> headsOf(const Oracle &past, const QByteArray &record, const QByteArray &field)
    {
        QList<OperationRef> refs;
        const auto heads = past.heads().find({record, field});
        if (heads != past.heads().end()) {
            for (const Oracle::Op &head : heads->second)
                refs += {head.h, head.index};
        }
        return refs;
    }

    void addOperations(Transaction &transaction, const Oracle &past)
    {
        const QByteArray record = entity(roll(2));
        const int what = roll(10);
        Operation operation = setOf(record, "milestone.title", u"title %1"_s.arg(roll(3)));
        if (what >= 5 && what < 7) {
            operation.field = "milestone.~place";
            operation.value = Value::Array{Value(), Value(u"a%1"_s.arg(roll(4)))};
        } else if (what >= 7) {
            operation.type = LifeOperation;
            operation.field = "milestone.life";
            operation.value =
                Value::Array{Value(what == 7 ? u"alive"_s : u"deleted"_s), Value(u"milestone"_s)};
        }
        if (what < 5)
            operation.type = roll(12) == 0  ? 7
                             : roll(8) == 0 ? 66
                                            : SetOperation; // 7 and 66 are of a newer version.
        QSet<OperationRef> refs;
        const auto own = headsOf(past, record, operation.field);
        if (roll(4) != 0)
            refs = QSet<OperationRef>(own.begin(), own.end());
        if (roll(4) == 0) {
            const auto others = headsOf(past, entity(roll(2)), fields().at(roll(3)));
            refs.unite(QSet<OperationRef>(others.begin(), others.end()));
            ++refsToOthers;
        }
        if (roll(6) == 0) {
            refs.insert({bytes(16), quint32(roll(3))});
            ++missingRefs;
        }
        operation.refs = QList<OperationRef>(refs.begin(), refs.end());
        std::sort(operation.refs.begin(), operation.refs.end());
        operation.salt = bytes(16);
        transaction.operations += operation;
        if (what >= 8 && roll(5) != 0)
            addWitness(transaction, past, record);
    }

    void addWitness(Transaction &transaction, const Oracle &past, const QByteArray &record)
    {
        Operation witness = setOf(record, "milestone.witness", {});
        witness.type = WitnessOperation;
        witness.value = Value();
        for (const QByteArray &field : fields())
            witness.refs += headsOf(past, record, field);
        std::sort(witness.refs.begin(), witness.refs.end());
        transaction.operations += witness;
    }

    std::mt19937 m_random;
};

/// The heads of the log under test.
Heads headRefs(Log &log)
{
    Heads refs;
    for (const qint64 eid : log.entities()) {
        const auto heads = log.headsOf(eid);
        for (auto field = heads.cbegin(); field != heads.cend(); ++field) {
            for (const StoredOperation &head : *field)
                refs[{log.entity(eid), field.key()}] += head.self;
        }
    }
    return refs;
}

Shown shownOf(const std::vector<StoredOperation> &heads)
{
    const auto none = [] { return std::vector<StoredOperation>(); };
    Shown shown;
    for (const StoredOperation &head : heads)
        shown.heads += head.self;
    const ShownValue ask = shownValue(heads, MergePolicy::Ask, none);
    shown.conflict = ask.conflict;
    shown.ask = ask.value;
    shown.lww = shownValue(heads, MergePolicy::LastWriterWins, none).value;
    shown.first = shownValue(heads, MergePolicy::First, none).value;
    return shown;
}

/// What the log and the projector make of what arrived. What policies show of heads is taken from @p known
/// where the heads are the same there; what the projector shows is asked anew each time.
State stateOf(Log &log, Projector &projector, const State &known)
{
    State state;
    for (int number = 0; number < 2; ++number) {
        const QByteArray uuid = Dag::entity(number);
        const qint64 eid = log.findEid(uuid);
        const auto heads = log.headsOf(eid);
        if (heads.isEmpty())
            continue;
        for (auto field = heads.cbegin(); field != heads.cend(); ++field) {
            const Name name{uuid, field.key()};
            const auto same = known.registers.find(name);
            const bool reuse =
                same != known.registers.end() &&
                std::equal(
                    field->begin(), field->end(), same->second.heads.begin(), same->second.heads.end(),
                    [](const StoredOperation &head, const OperationRef &ref) { return head.self == ref; });
            state.registers[name] = reuse ? same->second : shownOf(*field);
        }
        // The same through the door everybody uses.
        Review review;
        projector.project(eid, &review, nullptr, Projector::IntoReview);
        const RecordId id(QUuid::fromRfc4122(uuid));
        const auto *milestone = static_cast<const Milestone *>(review.findAny(id));
        state.lives[uuid] = milestone->life;
        const auto title = state.registers.find({uuid, "milestone.title"});
        if (title == state.registers.end())
            continue;
        const bool conflict = title->second.conflict && milestone->life != Life::Deleted;
        if (milestone->title != title->second.ask.toText() || bool(review.conflict(id, "title")) != conflict)
            state.registers[{uuid, "the review shows something else"}] = {};
    }
    return state;
}

/// Runs through every order of delivery, sharing what orders have in common at their beginning.
class AllOrders
{
public:
    explicit AllOrders(const Dag &dag) : m_dag(dag)
    {
        for (unsigned mask = 0; mask < 1u << dagSize; ++mask) {
            const Oracle oracle(dag.all, dag.identities, mask, Mutant::None);
            m_heads.push_back(oracle.headRefs());
        }
        m_state = Oracle(dag.all, dag.identities, (1u << dagSize) - 1, Mutant::None).state();
    }

    /// The first difference found, or empty.
    QByteArray run()
    {
        walk(0, 0);
        return m_difference;
    }
    int orders() const { return m_orders; }

private:
    void walk(unsigned mask, int depth)
    {
        if (mask == (1u << dagSize) - 1) {
            ++m_orders;
            // Every delivery may come twice; each of the six does in turn, in every third order.
            if (m_orders % 3 == 0 && m_copy.append(m_dag.all.at(m_orders / 3 % dagSize)))
                m_difference = "a duplicate was taken";
            const State state = stateOf(*m_copy.log, m_projector, m_last);
            m_last = state;
            if (!(state == m_state))
                m_difference = "shown:\n" + textOf(state) + "expected:\n" + textOf(m_state);
            return;
        }
        for (int i = 0; i < dagSize && m_difference.isEmpty(); ++i) {
            if (mask & (1u << i))
                continue;
            sqlite::execute(m_copy.database(), "SAVEPOINT step");
            m_copy.append(m_dag.all.at(i));
            const unsigned reached = mask | (1u << i);
            if (depth < 3) // While others have not arrived; at the end the whole state is compared.
                compareHeads(reached);
            walk(reached, depth + 1);
            sqlite::execute(m_copy.database(), "ROLLBACK TO step");
            sqlite::execute(m_copy.database(), "RELEASE step");
            m_copy.log->forgetNumbers();
        }
    }

    void compareHeads(unsigned mask)
    {
        const Heads heads = headRefs(*m_copy.log);
        if (heads != m_heads[mask])
            m_difference = "heads:\n" + textOf(heads) + "expected:\n" + textOf(m_heads[mask]);
    }

    const Dag &m_dag; // Not owned.
    MemoryLog m_copy;
    Projector m_projector{*m_copy.log};
    std::vector<Heads> m_heads;
    State m_state;
    State m_last;
    QByteArray m_difference;
    int m_orders = 0;
};

} // namespace

class TestConvergence : public QObject
{
    Q_OBJECT

private slots:
    void everyOrderOfDeliveryShowsWhatTheOracleSays_data();
    void everyOrderOfDeliveryShowsWhatTheOracleSays();
    void theHistoriesHoldWhatCanGoWrong();
    void theHistoriesTellEachRuleFromItsMutant_data();
    void theHistoriesTellEachRuleFromItsMutant();
    void aWrongTableOfHeadsIsNoticed();
    void aRebuildGivesTheSameTablesAsTakingInOneByOne();
};

void TestConvergence::everyOrderOfDeliveryShowsWhatTheOracleSays_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= dagCount; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestConvergence::everyOrderOfDeliveryShowsWhatTheOracleSays()
{
    QFETCH(unsigned, seed);
    const Dag dag(seed);
    AllOrders orders(dag);
    const QByteArray difference = orders.run();
    QVERIFY2(difference.isEmpty(), difference.constData());
    QCOMPARE(orders.orders(), 720);
}

void TestConvergence::theHistoriesHoldWhatCanGoWrong()
{
    int forks = 0;
    int refsToOthers = 0;
    int missing = 0;
    int conflicts = 0;
    QHash<Life, int> lives;
    for (unsigned seed = 1; seed <= dagCount; ++seed) {
        const Dag dag(seed);
        const Oracle oracle(dag.all, dag.identities, (1u << dagSize) - 1, Mutant::None);
        forks += dag.forks;
        refsToOthers += dag.refsToOthers;
        missing += dag.missingRefs;
        conflicts += oracle.conflicts();
        for (const auto &[record, life] : oracle.state().lives)
            ++lives[life];
    }
    QVERIFY(forks > 20);
    QVERIFY(refsToOthers > 20);
    QVERIFY(missing > 20);
    QVERIFY(conflicts > 60);
    for (const Life life : {Life::Alive, Life::Deleted, Life::DeletedWhileEdited})
        QVERIFY(lives.value(life) > 3);
}

void TestConvergence::theHistoriesTellEachRuleFromItsMutant_data()
{
    QTest::addColumn<int>("mutant");
    QTest::newRow("references to other registers replace") << int(Mutant::RefsToOthersReplace);
    QTest::newRow("annotations replace") << int(Mutant::AnnotationsReplace);
    QTest::newRow("unknown types are no heads") << int(Mutant::TypesAboveTwoAreNoHeads);
    QTest::newRow("order by seq") << int(Mutant::OrderBySeqFirst);
    QTest::newRow("lam is not clamped") << int(Mutant::LamIsNotClamped);
    QTest::newRow("any delete wins") << int(Mutant::AnyDeleteWins);
    QTest::newRow("witnesses are ignored") << int(Mutant::WitnessesAreIgnored);
    QTest::newRow("own edits are not seen") << int(Mutant::OwnEditsAreNotSeen);
    QTest::newRow("minor fields keep records") << int(Mutant::MinorFieldsKeepRecords);
    QTest::newRow("rekey counts as any cause") << int(Mutant::RekeyCountsAsAny);
    QTest::newRow("the last is shown") << int(Mutant::LastIsShown);
}

void TestConvergence::theHistoriesTellEachRuleFromItsMutant()
{
    QFETCH(int, mutant);
    int noticed = 0;
    for (unsigned seed = 1; seed <= dagCount; ++seed) {
        const Dag dag(seed);
        const unsigned whole = (1u << dagSize) - 1;
        const Oracle right(dag.all, dag.identities, whole, Mutant::None);
        const Oracle wrong(dag.all, dag.identities, whole, Mutant(mutant));
        noticed += !(right.state() == wrong.state());
    }
    QVERIFY2(noticed > 0, "a program with this fault would pass");
}

void TestConvergence::aWrongTableOfHeadsIsNoticed()
{
    const Dag dag(3);
    MemoryLog copy;
    for (const Transaction &transaction : dag.all)
        QVERIFY(copy.append(transaction));
    const Heads expected = Oracle(dag.all, dag.identities, (1u << dagSize) - 1, Mutant::None).headRefs();
    QCOMPARE(textOf(headRefs(*copy.log)), textOf(expected));
    sqlite::execute(copy.database(), "SAVEPOINT wrong");
    sqlite::execute(copy.database(), "DELETE FROM head WHERE oid = (SELECT max(oid) FROM head)");
    QVERIFY2(headRefs(*copy.log) != expected, "a lost head is not noticed");
    sqlite::execute(copy.database(), "ROLLBACK TO wrong");
    sqlite::execute(copy.database(),
                    "INSERT INTO head(eid, fid, oid) SELECT eid, fid, oid FROM op WHERE type < 64 "
                    "AND oid NOT IN (SELECT oid FROM head) LIMIT 1");
    QVERIFY2(headRefs(*copy.log) != expected, "a head that was replaced is not noticed");
}

void TestConvergence::aRebuildGivesTheSameTablesAsTakingInOneByOne()
{
    for (unsigned seed = 1; seed <= dagCount; ++seed) {
        const Dag dag(seed);
        MemoryLog copy;
        for (const Transaction &transaction : dag.all)
            QVERIFY(copy.append(transaction));
        const QList<qint64> before = copy.headRows();
        copy.log->rebuildHeads();
        QCOMPARE(copy.headRows(), before);
    }
}

QTEST_APPLESS_MAIN(TestConvergence)
#include "tst_convergence.moc"
