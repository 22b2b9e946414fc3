// The random teams of tests/core/store/randomteam.h again, with letters that are files: bundles of some audiences with
// what the receiver did not have when she last wrote, taken in as people take them in.
//
// 15 runs; with PLUMBLINE_NIGHTLY=1 3,000. PLUMBLINE_RUNS and PLUMBLINE_SEED as in tst_randomconvergence.

#include "core/exchange/sharing.h"
#include "tests/core/store/memoryfolder.h"
#include "tests/core/store/randomteam.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace randombundles_test {

namespace {

class BundleTeam : public RandomTeam
{
public:
    explicit BundleTeam(quint32 seed) : RandomTeam(seed) {}
    int setAside = 0;

protected:
    void write(Person &sender, Letter &letter) override
    {
        ExportOptions options;
        options.audiences = QList<int>(letter.audiences.cbegin(), letter.audiences.cend());
        std::sort(options.audiences.begin(), options.audiences.end());
        options.beyond = m_had[{letter.from, letter.to}];
        letter.bundle = m_folder.filePath(u"%1.plumbx"_s.arg(++m_bundles));
        must(exportBundle(*sender.file->store, m_clock, letter.bundle, options));
    }

    QByteArray read(Person &receiver, const Letter &letter) override
    {
        const auto report = importBundles(*receiver.file->store, m_clock, {letter.bundle});
        if (!report)
            return report.error().sentence.toUtf8();
        setAside += int(report->counts.setAside);
        m_had[{letter.to, letter.from}] = report->bundles.first().header.have;
        return {};
    }

private:
    QTemporaryDir m_folder;
    FixedClock m_clock{QDateTime(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC)};
    std::map<std::pair<int, int>, QList<StreamTip>> m_had; ///< What the first knows the second to have.
    int m_bundles = 0;
};

} // namespace

class TestRandomBundles : public QObject
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

void TestRandomBundles::everyTeamSeesTheSameInTheEnd()
{
    const int first = fromEnvironment("PLUMBLINE_SEED", 1);
    const int runs = fromEnvironment("PLUMBLINE_RUNS", fromEnvironment("PLUMBLINE_NIGHTLY", 0) > 0 ? 3000 : 15);
    RandomTeam::Counts sum;
    for (int seed = first; seed < first + runs; ++seed) {
        BundleTeam team{quint32(seed)};
        const QByteArray difference = team.run(60);
        QVERIFY2(difference.isEmpty(),
                 "Repeat it with PLUMBLINE_RUNS=1 PLUMBLINE_SEED=" + QByteArray::number(seed) + ": " + difference);
        QCOMPARE(team.setAside, 0);
        sum += team.counts;
    }
    qInfo("%d runs: %s", runs, sum.text().constData());
}

PLUMBLINE_TEST(TestRandomBundles)
} // namespace randombundles_test

#include "tst_randombundles.moc"
