// The same transactions in every order must give the same heads and the same shown values, and those an
// independent program computes, see oracle.h. With PLUMBLINE_NIGHTLY=1 there are 200 histories instead of 30.

#include "core/domain/milestone.h"
#include "core/store/projector.h"
#include "tests/core/store/memorylog.h"
#include "tests/core/store/oracle.h"
#include "tests/testprogram.h"

#include <QTest>

#include <random>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace convergence_test {

namespace {

const unsigned dagCount = qEnvironmentVariableIntValue("PLUMBLINE_NIGHTLY") > 0 ? 200 : 30;
constexpr int dagSize = 6;

/// What the oracle says of some of the transactions.
Oracle oracleOf(const QList<Transaction> &all, const std::vector<QByteArray> &identities, unsigned mask,
                Mutant mutant = Mutant::None)
{
    std::vector<Oracle::Known> known;
    for (size_t i = 0; i < identities.size(); ++i) {
        if (mask & (1u << i))
            known.emplace_back(identities[i], &all.at(qsizetype(i)));
    }
    return Oracle(known, mutant);
}

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
        const Oracle past = oracleOf(all, identities, seen);
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
            m_heads.push_back(oracleOf(dag.all, dag.identities, mask).headRefs());
        }
        m_state = oracleOf(dag.all, dag.identities, (1u << dagSize) - 1).state();
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
        const Oracle oracle = oracleOf(dag.all, dag.identities, (1u << dagSize) - 1);
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
        const Oracle right = oracleOf(dag.all, dag.identities, whole);
        const Oracle wrong = oracleOf(dag.all, dag.identities, whole, Mutant(mutant));
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
    const Heads expected = oracleOf(dag.all, dag.identities, (1u << dagSize) - 1).headRefs();
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

PLUMBLINE_TEST(TestConvergence)
} // namespace convergence_test

#include "tst_convergence.moc"
