// Random teams work, write to each other and mistreat their files; when everybody has got everything, all files show
// the same, and what the oracle says.
//
// 150 runs; with PLUMBLINE_NIGHTLY=1 100,000. PLUMBLINE_RUNS says how many, PLUMBLINE_SEED which is the first, so one
// that failed can be repeated. The files lie in memory where that is possible.

#include "tests/core/store/memoryfolder.h"
#include "tests/core/store/randomteam.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace randomconvergence_test {

class TestRandomConvergence : public QObject
{
    Q_OBJECT

private slots:
    void everyTeamSeesTheSameInTheEnd();

private:
    const MemoryFolder m_folder;
};

static int fromEnvironment(const char *name, int otherwise)
{
    return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : otherwise;
}

void TestRandomConvergence::everyTeamSeesTheSameInTheEnd()
{
    const int first = fromEnvironment("PLUMBLINE_SEED", 1);
    const int runs = fromEnvironment("PLUMBLINE_RUNS", fromEnvironment("PLUMBLINE_NIGHTLY", 0) > 0 ? 100'000 : 150);
    RandomTeam::Counts sum;
    for (int seed = first; seed < first + runs; ++seed) {
        RandomTeam team{quint32(seed)};
        const QByteArray difference = team.run(60);
        QVERIFY2(difference.isEmpty(),
                 "Repeat it with PLUMBLINE_RUNS=1 PLUMBLINE_SEED=" + QByteArray::number(seed) + ": " + difference);
        sum += team.counts;
    }
    qInfo("%d runs: %s", runs, sum.text().constData());
    if (runs < 150)
        return;
    QVERIFY2(sum.holdsEverything(), "The runs do not hold what can go wrong, so they prove little.");
}

PLUMBLINE_TEST(TestRandomConvergence)
} // namespace randomconvergence_test

#include "tst_randomconvergence.moc"
