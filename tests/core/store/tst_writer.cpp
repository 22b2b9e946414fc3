#include "core/store/writer.h"
#include "tests/core/store/memorylog.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace writer_test {

class TestWriter : public QObject
{
    Q_OBJECT

private slots:
    void moreThanATransactionHoldsBecomesSeveralOfOneAction();
};

void TestWriter::moreThanATransactionHoldsBecomesSeveralOfOneAction()
{
    MemoryLog memory;
    Projector projector(*memory.log);
    Meta meta(memory.database());
    const StreamRegistry registry = StreamRegistry::inMemory();
    const Entropy entropy = seededEntropy("Ada");
    Writer writer(*memory.log, projector, meta, registry, entropy);
    QList<PendingOperation> operations;
    const auto add = [&](const QByteArray &record, const QString &value) {
        PendingOperation pending;
        pending.operation.entity = record;
        pending.operation.field = "milestone.title";
        pending.operation.value = Value(value);
        operations += pending;
    };
    for (int i = 0; i < mostOperations - 1; ++i)
        add(entropy(16), u"x"_s);
    // The two values of a conflict an undo brings back stand at the cut, and must stay in one transaction.
    const QByteArray disputed = entropy(16);
    add(disputed, u"of Ada"_s);
    add(disputed, u"of Ben"_s);

    sqlite::WriteTransaction transaction(memory.database());
    auto result = writer.write(operations, Cause::Undo, {});
    QVERIFY2(result, result ? "" : qPrintable(result.error().sentence));
    transaction.commit();
    QCOMPARE(result->transactions.size(), 2);
    const Transaction first = memory.log->read(1);
    const Transaction second = memory.log->read(2);
    QCOMPARE(first.operations.size(), qsizetype(mostOperations) - 1);
    QCOMPARE(second.operations.size(), qsizetype(2));
    QCOMPARE(second.operations.first().entity, disputed);
    QCOMPARE(second.group, first.group);
    QCOMPARE(second.stream, first.stream);
    QCOMPARE(second.seq, first.seq + 1);
    QCOMPARE(second.prev, first.identity());
}

PLUMBLINE_TEST(TestWriter)
} // namespace writer_test

#include "tst_writer.moc"
