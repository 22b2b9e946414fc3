// The disk is full after every 4 KiB, or an access fails, at each in turn, in the middle of a day's work. The step
// under way says so in a sentence, the review is as it was before or after it, and once the disk works again the same
// step and all later ones go through as if nothing had been.
//
// An everyday run takes some of the accesses; with PLUMBLINE_NIGHTLY=1 all.

#include "tests/core/store/dayswork.h"
#include "tests/core/store/faultydisk.h"
#include "tests/core/store/memoryfolder.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace faultydisk_test {

class TestFaultyDisk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aFullDiskChangesNothing();
    void anAccessThatFailsOnceChangesNothing();
    void aDiskThatFailsFromThenOnChangesNothing();
    void aFileThatCannotBeReadIsNotOpened();

private:
    QString problemWith(const std::function<void()> &breakDisk, const std::function<void()> &mendDisk, int *failures);
    QString afterFailure(TestStore &file, int step) const;
    void accessesFail(FaultyDisk::Failure failure);

    const bool m_nightly = qEnvironmentVariableIntValue("PLUMBLINE_NIGHTLY") > 0;
    const MemoryFolder m_folder;
    FaultyDisk m_disk;
    DaysWork m_work;
    QList<DaysWork::Stand> m_stands;
    int m_accesses = 0; ///< That the day's work takes.
};

void TestFaultyDisk::initTestCase()
{
    m_stands = m_work.stands();
    TestStore file(m_work.morning, "Ada's day");
    m_disk.reset();
    for (const DaysWork::Step &step : m_work.steps)
        must(step(file));
    m_accesses = m_disk.accesses();
    QVERIFY(m_accesses > 10 * m_work.steps.size());
}

/// What is wrong with a file in which a step has just failed; empty when nothing is.
QString TestFaultyDisk::afterFailure(TestStore &file, int step) const
{
    const auto report = file.store->verify();
    if (!report || !report->problems.isEmpty())
        return report ? report->problems.join(u' ') : report.error().sentence;
    const bool isBefore = file.store->transactionCount() == m_stands.at(step).transactions.size();
    const QByteArray expected = m_stands.at(isBefore ? step : step + 1).dump;
    TestStore copy(file, "a look at the file");
    if (copy.dump() != expected)
        return u"the file holds something else"_s;
    return isBefore && file.dump() != expected ? u"the review shows something else than the file"_s : QString();
}

/// Does the day's work on a disk that breaks; a step that failed is done again once the disk was mended.
QString TestFaultyDisk::problemWith(const std::function<void()> &breakDisk, const std::function<void()> &mendDisk,
                                    int *failures)
{
    TestStore file(m_work.morning, "Ada's day");
    m_disk.reset();
    breakDisk();
    for (int step = 0; step < m_work.steps.size(); ++step) {
        const Status done = m_work.steps.at(step)(file);
        if (done)
            continue;
        mendDisk();
        ++*failures;
        if (done.error().code != ErrorCode::CannotWrite || !done.error().sentence.endsWith(u'.'))
            return u"step %1 says “%2” (%3)"_s.arg(step).arg(done.error().sentence, done.error().detail);
        // A disk that could not be read either is read again at the next use, here one that writes nothing.
        file.commit(file.edit());
        if (const QString problem = afterFailure(file, step); !problem.isEmpty())
            return u"after step %1: %2"_s.arg(step).arg(problem);
        // A commit whose last sync failed may be there all the same; it is not to be done twice.
        if (file.store->transactionCount() == m_stands.at(step).transactions.size())
            --step;
    }
    mendDisk();
    if (file.dump() != m_stands.last().dump)
        return u"in the evening the review shows something else"_s;
    file.reopen();
    return file.dump() == m_stands.last().dump ? QString() : u"in the evening the file holds something else"_s;
}

void TestFaultyDisk::aFullDiskChangesNothing()
{
    int tried = 0;
    for (qint64 room = 0;; room += 4096) {
        int failures = 0;
        const QString problem = problemWith([&] { m_disk.setRoom(room); }, [&] { m_disk.setRoom(-1); }, &failures);
        QVERIFY2(problem.isEmpty(), qPrintable(u"With room for %1 bytes: %2"_s.arg(room).arg(problem)));
        if (failures == 0)
            break; // There is room enough for the whole day.
        ++tried;
    }
    qInfo("%d sizes", tried);
    QVERIFY(tried > 10);
}

void TestFaultyDisk::accessesFail(FaultyDisk::Failure failure)
{
    int failures = 0;
    int tried = 0;
    for (int access = 1; access <= m_accesses; access += m_nightly ? 1 : 37) {
        const QString problem = problemWith([&] { m_disk.failAt(access, failure); },
                                            [&] { m_disk.failAt(0, FaultyDisk::Once); }, &failures);
        QVERIFY2(problem.isEmpty(),
                 qPrintable(u"Access %1 of %2: %3"_s.arg(access).arg(m_accesses).arg(problem)));
        ++tried;
    }
    qInfo("%d of %d accesses, %d steps failed", tried, m_accesses, failures);
    QVERIFY(failures > tried / 2);
}

void TestFaultyDisk::anAccessThatFailsOnceChangesNothing()
{
    accessesFail(FaultyDisk::Once);
}

void TestFaultyDisk::aDiskThatFailsFromThenOnChangesNothing()
{
    accessesFail(FaultyDisk::FromThenOn);
}

void TestFaultyDisk::aFileThatCannotBeReadIsNotOpened()
{
    m_disk.reset();
    { TestStore file(m_work.morning, "a reader"); }
    const int accesses = m_disk.accesses();
    TestStore file(m_work.morning, "a reader");
    file.close();
    int refused = 0;
    for (int access = 1; access <= accesses; ++access) {
        m_disk.reset();
        m_disk.failAt(access, FaultyDisk::FromThenOn);
        const auto opened = Store::open(file.path(), Store::ReadOnly, file.registry, file.entropy);
        m_disk.failAt(0, FaultyDisk::Once);
        if (opened)
            continue; // All it needed came before.
        ++refused;
        QVERIFY2(opened.error().sentence.endsWith(u'.'), qPrintable(opened.error().sentence));
        file.open(Store::ReadOnly);
        QCOMPARE(file.dump(), m_stands.first().dump);
        file.close();
    }
    QVERIFY(refused > accesses / 2);
}

PLUMBLINE_TEST(TestFaultyDisk)
} // namespace faultydisk_test

#include "tst_faultydisk.moc"
