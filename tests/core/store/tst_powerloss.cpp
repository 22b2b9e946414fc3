// The power goes off at a change of a file, at each in turn, and the review is opened again from what a disk must
// have kept, with eight ways in which the rest was lost. Then it opens, verifies, and holds every commit that was
// said to be done and at most the one that was under way.
//
// An everyday run takes some of the changes, each with one of the ways; with PLUMBLINE_NIGHTLY=1 all with all.

#include "tests/core/store/dayswork.h"
#include "tests/core/store/faultydisk.h"
#include "tests/core/store/memoryfolder.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace powerloss_test {

class TestPowerLoss : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCommitThatWasSaidToBeDoneIsThere();
    void withoutSyncsCommitsAreLost();
    void everythingIsThereAfterTheFileWasClosed();

private:
    enum Durability { Synced, NotSynced };
    QString problemAfter(int change, FaultyDisk::Survival survival, Durability durability = Synced);
    QString problemOf(TestStore &file, int done) const;

    const bool m_nightly = qEnvironmentVariableIntValue("PLUMBLINE_NIGHTLY") > 0;
    const MemoryFolder m_folder;
    FaultyDisk m_disk;
    DaysWork m_work;
    QList<DaysWork::Stand> m_stands;
    int m_changes = 0; ///< That the day's work takes.
};

void TestPowerLoss::initTestCase()
{
    m_stands = m_work.stands();
    TestStore file(m_work.morning, "Ada's day");
    m_disk.reset();
    for (const DaysWork::Step &step : m_work.steps)
        must(step(file));
    file.close();
    m_changes = m_disk.changes();
    // The journal is synced twice, the file once, the journal cut and synced, at each step; and pages are written.
    QVERIFY(m_changes > 10 * m_work.steps.size());
}

/// What is wrong with a file opened after that many steps were said to be done; empty when nothing is.
QString TestPowerLoss::problemOf(TestStore &file, int done) const
{
    const auto report = file.store->verify();
    if (!report || !report->problems.isEmpty())
        return report ? report->problems.join(u' ') : report.error().sentence;
    const DaysWork::Stand found = DaysWork::standOf(file);
    const DaysWork::Stand &before = m_stands.at(done);
    const DaysWork::Stand &after = m_stands.at(std::min(qsizetype(done) + 1, m_stands.size() - 1));
    const bool isBefore = found.transactions == before.transactions;
    if (!isBefore && found.transactions != after.transactions)
        return found.transactions.contains(before.transactions) ? u"there is more than was written"_s
                                                                : u"a commit that was done is lost"_s;
    return found.dump == (isBefore ? before : after).dump ? QString() : u"the review shows something else"_s;
}

QString TestPowerLoss::problemAfter(int change, FaultyDisk::Survival survival, Durability durability)
{
    TestStore file(m_work.morning, "Ada's day");
    must(file.store->setDurable(durability == Synced));
    m_disk.reset();
    m_disk.losePowerAt(change);
    int done = 0;
    while (done < m_work.steps.size() && m_work.steps.at(done)(file))
        ++done;
    file.close();
    m_disk.restart(survival);
    auto again = Store::open(file.path(), Store::ReadWrite, file.registry, file.entropy);
    if (!again)
        return again.error().sentence;
    file.store = std::move(*again);
    if (const QString problem = problemOf(file, done); !problem.isEmpty())
        return problem;
    // Work goes on from there.
    ChangeSet changes = file.edit();
    changes.set(Kind::Milestone, m_work.first, "responsible", Value(u"the chair"_s));
    const auto next = file.store->commit(changes, file.author());
    return next ? QString() : next.error().sentence;
}

void TestPowerLoss::everyCommitThatWasSaidToBeDoneIsThere()
{
    int tried = 0;
    for (int change = 1; change <= m_changes; change += m_nightly ? 1 : 17) {
        for (int way = 0; way < FaultyDisk::survivals; ++way) {
            const auto survival = FaultyDisk::Survival(way);
            if (!m_nightly && way != tried % FaultyDisk::survivals)
                continue;
            const QString problem = problemAfter(change, survival);
            QVERIFY2(problem.isEmpty(), qPrintable(u"Power off at change %1 of %2, of what was not synced %3 "
                                                   u"is left: %4"_s.arg(change)
                                                       .arg(m_changes)
                                                       .arg(QLatin1String(FaultyDisk::name(survival)), problem)));
        }
        ++tried;
    }
    qInfo("%d of %d changes, %s", tried, m_changes, m_nightly ? "each with every way" : "each with one way");
}

void TestPowerLoss::withoutSyncsCommitsAreLost()
{
    int tried = 0;
    int lost = 0;
    for (int change = 3; change <= m_changes; change += m_nightly ? 1 : 50) {
        for (const auto survival : {FaultyDisk::Nothing, FaultyDisk::SecondHalf, FaultyDisk::EvenSectors}) {
            ++tried;
            lost += !problemAfter(change, survival, NotSynced).isEmpty();
        }
    }
    qInfo("%d of %d power losses did harm", lost, tried);
    QVERIFY2(lost > tried / 2, "a test that sees no loss here would see none anywhere");
}

void TestPowerLoss::everythingIsThereAfterTheFileWasClosed()
{
    for (int way = 0; way < FaultyDisk::survivals; ++way) {
        TestStore file(m_work.morning, "Ada's day");
        m_disk.reset();
        for (const DaysWork::Step &step : m_work.steps)
            must(step(file));
        file.close();
        m_disk.restart(FaultyDisk::Survival(way));
        file.open();
        QCOMPARE(problemOf(file, int(m_work.steps.size())), QString());
    }
}

PLUMBLINE_TEST(TestPowerLoss)
} // namespace powerloss_test

#include "tst_powerloss.moc"
