// Prints what the working file costs: committing, opening, importing, exporting; each beside raw SQLite
// inserts of the same rows with the same settings in the same run, because the disk and the neighbours decide
// half of it.
//
// Usage: bench_store [FOLDER]; the folder says which disk is measured (default: the temporary one).

#include "benchsupport.h"

#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/exchange/sharing.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace plumbline;
using namespace plumbline::bench;
using namespace Qt::StringLiterals;

namespace {

/// Text as people write it: some words, never twice the same.
QString sentence(QRandomGenerator &random, int words)
{
    static const QStringList known =
        u"the review team recommends that board and staff publish measure report each year "
        u"security stability resiliency of names registry abuse data access with clear "
        u"targets before implementation begins"_s.split(u' ');
    QStringList text;
    for (int i = 0; i < words; ++i)
        text += known.at(random.bounded(known.size()));
    return text.join(u' ') + u" %1."_s.arg(random.bounded(100'000));
}

RecordId newId()
{
    return RecordId(QUuid::createUuid());
}

/// Adds one record of a real review's mixture.
void addRecord(ChangeSet &changes, const Review &review, QRandomGenerator &random, int number,
               QList<RecordId> &ids)
{
    if (number % 3 == 0) {
        const MilestoneId id(changes.create(review, Kind::Milestone, {}, newId()).uuid);
        changes.set<&Milestone::title>(id, sentence(random, 5));
        changes.set<&Milestone::target>(id, PartialDate::day(QDate(2018, 1, 1).addDays(random.bounded(900))));
        changes.set<&Milestone::description>(id, sentence(random, 20));
        return;
    }
    const RecommendationId id(changes.create(review, Kind::Recommendation, {}, newId()).uuid);
    changes.set<&Recommendation::title>(id, sentence(random, 6));
    changes.set<&Recommendation::text>(id, sentence(random, 60));
    changes.set<&Recommendation::rationale>(id, sentence(random, 40));
    ids += RecordId(id.uuid);
}

/// A review of about that many operations in transactions as people make them; half of them are edits of what
/// is there.
void fill(Store &store, qint64 operations)
{
    const Author author{{}, QDateTime(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC)};
    QRandomGenerator random{42};
    QList<RecordId> ids;
    check(store.setDurable(false));
    for (int number = 0; store.operationCount() < operations; ++number) {
        // Counting is not free, so it is done once for many.
        for (int i = 0; i < 20; ++i) {
            ChangeSet changes(store.review(), Cause::Create);
            addRecord(changes, store.review(), random, number * 20 + i, ids);
            valueOf(store.commit(changes, author));
            for (int j = 0; j < 5 && !ids.isEmpty(); ++j) {
                ChangeSet edit(store.review(), Cause::Edit);
                const RecommendationId id(ids.at(random.bounded(ids.size())).uuid);
                edit.set<&Recommendation::text>(id, sentence(random, 60));
                valueOf(store.commit(edit, author));
            }
        }
    }
    check(store.setDurable(true));
}

/// The uuid all files here share, so that they can exchange bundles.
Status createEmpty(const QString &path)
{
    return Store::create(path, QUuid(u"6e1f6b1e-6f5c-4f0e-9d8f-1d2c3b4a5f60"_s));
}

QString makeReview(const QString &folder, qint64 operations)
{
    const QString path = folder + u"/%1.plumb"_s.arg(operations);
    check(createEmpty(path));
    auto store = valueOf(Store::open(path, Store::ReadWrite));
    ChangeSet review(store->review(), Cause::Create);
    review.create(store->review(), Kind::Review, {}, RecordId(store->review().uuid()));
    valueOf(store->commit(review, {{}, QDateTime::currentDateTimeUtc()}));
    fill(*store, operations);
    return path;
}

void benchCommits(const QString &path)
{
    auto session = valueOf(Session::open(path));
    RawTable raw(path + u".raw"_s);
    QRandomGenerator random{7};
    const auto recommendations = session->review().all<Recommendation>();
    QList<RecommendationId> ids;
    for (const Recommendation *recommendation : recommendations)
        ids += RecommendationId(recommendation->id.uuid);
    std::vector<double> ours;
    std::vector<double> plain;
    double cpu = 0;
    for (int i = 0; i < 300; ++i) { // They take turns, so the disk is as busy for one as for the other.
        Stopwatch watch;
        ChangeSet edit(session->review(), Cause::Edit);
        edit.set<&Recommendation::text>(ids.at(random.bounded(ids.size())), sentence(random, 60));
        valueOf(session->commit(edit));
        ours.push_back(watch.wall());
        cpu += watch.cpu();
        watch.restart();
        raw.begin();
        raw.insert(i, sentence(random, 60).toUtf8());
        raw.commit();
        plain.push_back(watch.wall());
    }
    const double median = percentile(ours, 50);
    const double rawMedian = percentile(plain, 50);
    std::printf("commit with checks, %6lld operations %8.2f ms median  %8.2f ms p99  %6.2f ms of CPU\n",
                (long long)session->store().operationCount(), median, percentile(ours, 99), cpu / 300);
    std::printf("  raw SQLite, one row                 %8.2f ms median  %8.2f ms p99  ratio %.2f\n",
                rawMedian, percentile(plain, 99), median / rawMedian);
}

void benchOpening(const QString &path)
{
    std::vector<double> store;
    std::vector<double> session;
    std::vector<double> reading;
    qint64 operations = 0;
    for (int i = 0; i < 7; ++i) {
        Stopwatch watch;
        {
            auto opened = valueOf(Store::open(path, Store::ReadWrite));
            store.push_back(watch.wall());
            operations = opened->operationCount();
        }
        watch.restart();
        {
            auto opened = valueOf(Store::open(path, Store::ReadOnly));
            reading.push_back(watch.wall());
        }
        watch.restart();
        auto opened = valueOf(Session::open(path));
        session.push_back(watch.wall());
    }
    std::printf(
        "open with %6lld operations           %8.2f ms to write %8.2f ms to read   %8.2f ms with checks\n",
        (long long)operations, percentile(store, 50), percentile(reading, 50), percentile(session, 50));
}

void benchExchange(const QString &path, const QString &folder)
{
    const QString bundle = folder + u"/bench.plumbx"_s;
    Stopwatch watch;
    qint64 operations = 0;
    {
        auto session = valueOf(Session::open(path));
        watch.restart();
        operations = valueOf(exportBundle(*session, bundle)).operations;
    }
    const double exporting = watch.wall();
    const QString target = folder + u"/target.plumb"_s;
    check(createEmpty(target));
    auto session = valueOf(Session::open(target));
    watch.restart();
    const ImportReport report = valueOf(importBundles(*session, {bundle}));
    const double importing = watch.wall();
    const double cpu = watch.cpu();
    const double plain = insertRaw(folder + u"/raw-import.db"_s, report.counts.operations, 4000).wall();
    const auto rate = [&](double ms) { return double(report.counts.operations) / ms * 1000; };
    std::printf("export of %6lld operations           %8.0f ms\n", (long long)operations, exporting);
    std::printf(
        "import of %6lld operations           %8.0f ms         %8.0f operations/s   %8.0f ms of CPU\n",
        (long long)report.counts.operations, importing, rate(importing), cpu);
    std::printf("  raw SQLite, one table               %8.0f ms         %8.0f rows/s         ratio %.1f\n",
                plain, rate(plain), importing / plain);
    watch.restart();
    valueOf(importBundles(*session, {bundle}));
    std::printf("import of the same again              %8.0f ms\n", watch.wall());
    const double file = double(QFileInfo(path).size());
    std::printf("file                                  %8.0f kB         %8.0f B an operation\n", file / 1000,
                file / double(operations));
    std::printf("bundle                                %8.0f kB         %8.2f of the file\n",
                double(QFileInfo(bundle).size()) / 1000, double(QFileInfo(bundle).size()) / file);
    watch.restart();
    const VerifyReport verified = valueOf(session->store().verify());
    std::printf("verify                                %8.0f ms         %lld problems\n", watch.wall(),
                (long long)verified.problems.size());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // Each figure as it is known, also into a pipe.
    QTemporaryDir temporary(argc > 1 ? QString::fromLocal8Bit(argv[1]) + u"/bench-XXXXXX"_s
                                     : QDir::tempPath() + u"/bench-XXXXXX"_s);
    qputenv("XDG_DATA_HOME", temporary.path().toLocal8Bit());
    const QString folder = temporary.path();
    const QString small = makeReview(folder, 1'000);
    const QString middle = makeReview(folder, 10'000);
    Stopwatch watch;
    const QString large = makeReview(folder, 60'000);
    std::printf(
        "60,000 operations committed one by one %7.0f ms (not waiting for the disk, without checks)\n",
        watch.wall());
    benchCommits(middle);
    benchCommits(large);
    benchOpening(small);
    benchOpening(large);
    benchExchange(large, folder);
    return 0;
}
