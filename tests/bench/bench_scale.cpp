// Prints what a very large review costs: importing it, opening it, saving an edit, sending 200 edits of it to somebody
// who has the rest, and the memory all that takes; each beside raw SQLite in the same run.
//
// Usage: bench_scale FOLDER [OPERATIONS]      (default 1,000,000; the file is made once and kept in FOLDER)
//        bench_scale STEP FOLDER OPERATIONS   one of the steps below alone
//
// Each step is a process of its own, so that its peak of memory is its own.

#include "benchsupport.h"
#include "madelog.h"

#include "core/domain/finding.h"
#include "core/exchange/sharing.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

using namespace plumbline;
using namespace plumbline::bench;
using namespace Qt::StringLiterals;

namespace {

const QUuid reviewId(u"6e1f6b1e-6f5c-4f0e-9d8f-1d2c3b4a5f60"_s);

struct Setting {
    QDir folder;
    qint64 operations;
    QString file() const { return folder.filePath(u"%1.plumb"_s.arg(operations)); }
    QString bundle() const { return folder.filePath(u"%1.plumbx"_s.arg(operations)); }
    QString other(const QString &name) const { return folder.filePath(name); }
};

/// Prints one figure: what it is of, wall and processor time, and what else is to be said.
void print(const char *what, double wall, double cpu, const QString &more = {})
{
    std::printf("%-34s %9.1f ms %9.1f ms of CPU  %s\n", what, wall, cpu, qPrintable(more));
}

QString rate(qint64 operations, double cpu)
{
    return u"%1 operations/s of CPU"_s.arg(qRound64(double(operations) / cpu * 1000));
}

QString beside(double cpu, const Stopwatch &raw)
{
    return u"(%1 times raw SQLite)"_s.arg(cpu / raw.cpu(), 0, 'f', 1);
}

Author nobody()
{
    return {{}, QDateTime::currentDateTimeUtc()};
}

std::unique_ptr<Store> openStore(const QString &path, Store::Mode mode = Store::ReadWrite)
{
    return valueOf(Store::open(path, mode));
}

/// Edits long texts here and there, as people do.
void editTexts(Store &store, int count, const std::function<void(const Stopwatch &)> &each = {})
{
    Prose prose(11);
    QRandomGenerator random(12);
    const std::vector<const Record *> list = store.review().list(Kind::Finding);
    QList<FindingId> ids;
    for (const Record *record : list)
        ids += FindingId(record->id.uuid);
    for (int i = 0; i < count; ++i) {
        const FindingId id = ids.at(random.bounded(ids.size()));
        const QString text =
            QString::fromUtf8(prose.edited(store.review().find(id)->statement.toUtf8() + " edited"));
        const Stopwatch watch;
        ChangeSet changes(store.review(), Cause::Edit);
        changes.set<&Finding::statement>(id, text);
        valueOf(store.commit(changes, nobody()));
        if (each)
            each(watch);
    }
}

/// Takes the made log into a new file.
void makeFile(const Setting &at)
{
    const QString path = at.file() + u".part"_s;
    QFile::remove(path);
    check(Store::create(path, reviewId));
    {
        auto store = openStore(path);
        MadeLog log(reviewId, at.operations);
        double making = 0;
        Stopwatch all;
        valueOf(store->importTransactions(
            [&] {
                const Stopwatch made;
                auto next = log.next();
                making += made.cpu();
                return next;
            },
            u"bench"_s, QDateTime::currentDateTimeUtc()));
        print("making the file", all.wall(), all.cpu() - making, rate(at.operations, all.cpu() - making));
        editTexts(*store, 1); // From now on this user knows the file.
    }
    QFile::rename(path, at.file());
}

/// What the texts of the log take when they are not packed, and what they take in the file.
std::pair<qint64, qint64> textBytes(Store &store, const QString &path)
{
    qint64 plain = 0;
    check(store.forEachTransaction([&](const Transaction &transaction) -> Status {
        for (const Operation &operation : transaction.operations)
            plain += operation.value.utf8().size();
        return {};
    }));
    sqlite3 *database = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    const qint64 stored =
        sqlite::queryNumber(database, "SELECT sum(length(CAST(val AS BLOB))) FROM op WHERE vt = 2");
    sqlite3_close(database);
    return {plain, stored};
}

void exportAll(const Setting &at)
{
    auto store = openStore(at.file(), Store::ReadOnly);
    const Stopwatch watch;
    const BundleHeader header = valueOf(exportBundle(*store, SystemClock(), at.bundle()));
    print("export of everything", watch.wall(), watch.cpu(), rate(header.operations, watch.cpu()));
    const auto file = double(QFileInfo(at.file()).size());
    const auto bundle = double(QFileInfo(at.bundle()).size());
    const auto [plain, stored] = textBytes(*store, at.file());
    const double unpacked = file + double(plain - stored);
    std::printf("file %.1f MB, %.0f B an operation; with plain texts it would be %.1f MB\n", file / 1e6,
                file / double(header.operations), unpacked / 1e6);
    std::printf("bundle %.1f MB: %.2f of the file, %.2f of the file with plain texts\n", bundle / 1e6, bundle / file,
                bundle / unpacked);
}

void importAll(const Setting &at)
{
    const QString path = at.other(u"imported.plumb"_s);
    QFile::remove(path);
    check(Store::create(path, reviewId));
    double cpu = 0;
    {
        auto store = openStore(path);
        const Stopwatch watch;
        const ImportReport report = valueOf(importBundles(*store, SystemClock(), {at.bundle()}));
        cpu = watch.cpu();
        print("import of everything", watch.wall(), cpu,
              rate(report.counts.operations, cpu) + u", %1 MB peak"_s.arg(peakMegabytes(), 0, 'f', 0));
    }
    const Stopwatch raw = insertRaw(at.other(u"raw.db"_s), at.operations, 4000);
    print("  raw SQLite, one table", raw.wall(), raw.cpu(), beside(cpu, raw));
    QFile::remove(at.other(u"raw.db"_s));
    QFile::remove(path);
}

void saveEdits(const Setting &at)
{
    auto session = valueOf(Session::open(at.file()));
    RawTable raw(at.other(u"raw.db"_s));
    const QByteArray text = Prose(5).words(60);
    std::vector<double> ours;
    std::vector<double> plain;
    double cpu = 0;
    editTexts(session->store(), 300, [&](const Stopwatch &watch) {
        ours.push_back(watch.wall());
        cpu += watch.cpu();
        const Stopwatch rawWatch; // They take turns, so the disk is as busy for one as for the other.
        raw.begin();
        raw.insert(int(plain.size()), text);
        raw.commit();
        plain.push_back(rawWatch.wall());
    });
    print("edit saved, median", percentile(ours, 50), cpu / double(ours.size()),
          u"raw SQLite %1 ms"_s.arg(percentile(plain, 50), 0, 'f', 1));
    std::printf("edit saved, 99 of 100 within      %10.1f ms; raw SQLite %.1f ms\n", percentile(ours, 99),
                percentile(plain, 99));
    QFile::remove(at.other(u"raw.db"_s));
    const Finding *finding = session->review().all<Finding>().front();
    ChangeSet changes(session->review(), Cause::Edit);
    changes.set<&Finding::statement>(FindingId(finding->id.uuid), u"Another statement."_s);
    const Stopwatch watch;
    valueOf(session->commit(changes));
    print("edit saved and checked, once", watch.wall(), watch.cpu());
    const Stopwatch texts;
    const QString undo = session->undoText();
    print("what undo would take back", texts.wall(), texts.cpu());
    const Stopwatch recent;
    const auto changesMade = session->recent(20);
    print("the 20 newest changes", recent.wall(), recent.cpu());
}

/// The colleague's copy: the file as it was before the edits that are sent. The colleague has it open, checks included.
void sendDelta(const Setting &at)
{
    const QString colleague = at.other(u"colleague.plumb"_s);
    const QString delta = at.other(u"delta.plumbx"_s);
    QFile::remove(colleague);
    if (!QFile::copy(at.file(), colleague))
        std::exit(1);
    auto receiver = valueOf(Session::open(colleague));
    auto sender = openStore(at.file());
    const QList<StreamTip> has = receiver->store().have({0});
    editTexts(*sender, 200);
    ExportOptions options;
    options.beyond = has;
    Stopwatch watch;
    const BundleHeader header = valueOf(exportBundle(*sender, SystemClock(), delta, options));
    print("export of 200 edits", watch.wall(), watch.cpu(),
          u"%1 operations, %2 kB"_s.arg(header.operations).arg(double(QFileInfo(delta).size()) / 1000, 0, 'f', 1));
    watch.restart();
    const ImportReport report = valueOf(importBundles(*receiver, {delta}));
    print("import of 200 edits", watch.wall(), watch.cpu(), u"%1 operations"_s.arg(report.counts.operations));
    receiver.reset();
    QFile::remove(colleague);
}

void openFile(const Setting &at)
{
    std::vector<double> few;
    std::vector<double> fewCpu;
    for (int i = 0; i < 5; ++i) {
        const Stopwatch watch;
        auto store = valueOf(Store::open(at.file(), Store::ReadWrite, StreamRegistry(), systemEntropy(), Store::FewFirst));
        few.push_back(watch.wall());
        fewCpu.push_back(watch.cpu());
    }
    print("open, the few kinds", percentile(few, 50), percentile(fewCpu, 50));
    auto store = valueOf(Store::open(at.file(), Store::ReadWrite, StreamRegistry(), systemEntropy(), Store::FewFirst));
    Stopwatch watch;
    Review whole = valueOf(Store::readRest(at.file(), store->review()));
    print("the rest, in another thread", watch.wall(), watch.cpu());
    watch.restart();
    const QList<Problem> problems = runChecks(whole, SystemClock());
    print("all checks, in another thread", watch.wall(), watch.cpu(), u"%1 problems"_s.arg(problems.size()));
    watch.restart();
    check(store->takeRest(std::move(whole)));
    print("taking the rest over", watch.wall(), watch.cpu());
    store.reset();
    watch.restart();
    auto session = valueOf(Session::open(at.file()));
    print("open, everything with checks", watch.wall(), watch.cpu(),
          u"%1 MB peak"_s.arg(peakMegabytes(), 0, 'f', 0));
}

const std::vector<std::pair<QString, void (*)(const Setting &)>> &steps()
{
    static const std::vector<std::pair<QString, void (*)(const Setting &)>> all{
        {u"make"_s, makeFile},   {u"open"_s, openFile},    {u"edit"_s, saveEdits},
        {u"export"_s, exportAll}, {u"import"_s, importAll}, {u"delta"_s, sendDelta},
    };
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // Each figure as it is known, also into a pipe.
    QStringList arguments = application.arguments().mid(1);
    void (*only)(const Setting &) = nullptr;
    for (const auto &[name, step] : steps()) {
        if (arguments.value(0) == name)
            only = step;
    }
    if (only)
        arguments.removeFirst();
    const Setting at{QDir(arguments.value(0, u"."_s)), arguments.value(1, u"1000000"_s).toLongLong()};
    QDir().mkpath(at.folder.path());
    // What this user knows of files and keys is kept with the files that are measured.
    qputenv("XDG_DATA_HOME", at.folder.absoluteFilePath(u"home"_s).toLocal8Bit());
    if (only) {
        only(at);
        return 0;
    }
    std::printf("%lld operations\n", (long long)at.operations);
    for (const auto &[name, step] : steps()) {
        if (name == u"make" && QFileInfo::exists(at.file()))
            continue;
        const int code = QProcess::execute(application.applicationFilePath(),
                                           {name, at.folder.path(), QString::number(at.operations)});
        if (code != 0)
            return code;
    }
    return 0;
}
