// Feeds bundles nobody meant to the whole importer. Whatever comes of one, the review verifies afterwards, and an
// import that is refused leaves it as it was.
//
// An input is a byte and what stands after it: an even byte, a whole bundle whose digest is put right, so that what
// stands before it is looked at; an odd one, the records inside, packed properly, so that they are.
//
// Built with -DPLUMBLINE_LIBFUZZER this is a libFuzzer target, see tests/fuzz/run; by default it drives itself with the
// corpus and mutations of it, the same in every run, and is one of the tests.

#include "core/base/cbor.h"
#include "core/exchange/sharing.h"
#include "tests/core/exchange/forgery.h"
#include "tests/core/store/memoryfolder.h"
#include "tests/core/store/teststore.h"
#include "tests/fuzz/fuzzing.h"

#include <QCoreApplication>

#include <memory>

using namespace plumbline;

namespace {

/// A review that takes bundles in, and is made anew when one changed it.
class Receiver
{
public:
    Receiver()
    {
        m_original.addMilestone(QStringLiteral("Draft report"));
        m_before = m_original.dump();
        m_original.close();
        renew();
    }

    /// True when the importer treated the bytes as it should.
    bool take(const QByteArray &bundle)
    {
        const QString path = m_copy->folder() + QStringLiteral("/in.plumbx");
        forgery::write(path, bundle);
        const qint64 before = m_copy->store->transactionCount();
        const auto report = importBundles(*m_copy->store, m_clock, {path});
        if (!report && (report.error().sentence.isEmpty() || m_copy->dump() != m_before))
            return false;
        if (!report && m_copy->store->transactionCount() == before)
            return true;
        const auto verified = m_copy->store->verify();
        const bool whole = verified && verified->problems.isEmpty();
        renew();
        return whole;
    }

private:
    void renew()
    {
        m_copy = std::make_unique<TestStore>(m_original, "receiver");
        must(m_copy->store->setDurable(false));
    }

    const MemoryFolder m_folder;
    TestStore m_original{"sender"};
    std::unique_ptr<TestStore> m_copy;
    QByteArray m_before;
    FixedClock m_clock{QDateTime(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC)};
};

BundleHeader header()
{
    BundleHeader header;
    header.review = TestStore::reviewUuid();
    header.senderName = QStringLiteral("Ada");
    header.created = QDateTime(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC);
    return header;
}

bool checkOne(const QByteArray &input)
{
    static int count = 1;
    static char name[] = "fuzz_bundle";
    static char *names[] = {name, nullptr};
    static const QCoreApplication application(count, names); // Qt loads its SQLite driver through it.
    static Receiver receiver;
    if (input.isEmpty())
        return true;
    QByteArray bundle = input.mid(1);
    if (input.at(0) & 1) {
        bundle = forgery::bundle(header(), bundle);
    } else if (bundle.size() > bundleDigestSize) {
        bundle.chop(bundleDigestSize);
        bundle += digest32(bundle);
    }
    return receiver.take(bundle);
}

} // namespace

#ifdef PLUMBLINE_LIBFUZZER

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!checkOne(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))))
        __builtin_trap();
    return 0;
}

#else

/// Good bundles of several sizes, and the records inside of each.
static QList<QByteArray> goodInputs()
{
    TestStore ada;
    QList<QByteArray> inputs;
    const auto add = [&] {
        QByteArray records;
        for (const Transaction &transaction : ada.transactions())
            records += forgery::record(TransactionRecord, transaction.toBytes());
        inputs += '\1' + records;
        inputs += '\1' + forgery::record(FirstSkippableRecord + 3, "of tomorrow") + records;
        inputs += '\0' + forgery::bundle(header(), records);
    };
    add();
    const RecordId id = ada.addMilestone(QStringLiteral("Draft report"));
    add();
    TestStore ben(ada, "Ben");
    ben.set(id, "title", QStringLiteral("of Ben"));
    ada.set(id, "title", QStringLiteral("of Ada"));
    ada.set(id, "description", QStringLiteral("One is here. Two is here."));
    add();
    ada.takeFrom(ben);
    ada.resolve(id, "title", QStringLiteral("of both"));
    ada.undo();
    add();
    ada.remove(id);
    add();
    return inputs;
}

int main()
{
    const MemoryFolder folder;
    if (fuzzing::writesCorpus(QStringLiteral("bundle"), goodInputs()))
        return 0;
    const QList<QByteArray> corpus = fuzzing::corpus(QStringLiteral("bundle"));
    if (corpus.isEmpty() || !fuzzing::feed(corpus, 1000, checkOne))
        return 1;
    std::printf("%lld bundles and 1000 changed ones\n", static_cast<long long>(corpus.size()));
    return 0;
}

#endif
