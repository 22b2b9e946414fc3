// Prints what a very large review costs: importing it, opening it, saving an edit, sending 200 edits of it to somebody
// who has the rest, and the memory all that takes; each beside raw SQLite in the same run.
//
// Usage: bench_scale FOLDER [OPERATIONS]      (default 1,000,000; the file is made once and kept in FOLDER)
//        bench_scale STEP FOLDER OPERATIONS   one of the steps below alone
//
// Each step is a process of its own, so that its peak of memory is its own.

#include "benchsupport.h"
#include "madelog.h"

#include "core/store/store.h"

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
    QString other(const QString &name) const { return folder.filePath(name); }
};

/// Takes the made log into a new file, as an import does.
void makeFile(const Setting &at)
{
    const QString path = at.file() + u".part"_s;
    QFile::remove(path);
    check(Store::create(path, reviewId));
    {
        auto store = valueOf(Store::open(path, Store::ReadWrite));
        MadeLog log(reviewId, at.operations);
        double making = 0;
        Stopwatch all;
        const ImportCounts counts = valueOf(store->importTransactions(
            [&] {
                const Stopwatch made;
                auto next = log.next();
                making += made.cpu();
                return next;
            },
            u"bench"_s, QDateTime::currentDateTimeUtc()));
        const double cpu = all.cpu() - making;
        const double wall = all.wall() - making;
        std::printf("import into the store  %8lld operations %8.0f ms %8.0f ms of CPU %8.0f operations/s (CPU) "
                    "%6.0f MB peak\n",
                    (long long)counts.operations, wall, cpu, double(counts.operations) / cpu * 1000, peakMegabytes());
        const Stopwatch raw = insertRaw(at.other(u"raw.db"_s), counts.operations, 4000);
        std::printf("  raw SQLite, one table                          %8.0f ms %8.0f ms of CPU  ratio %.1f of CPU\n",
                    raw.wall(), raw.cpu(), cpu / raw.cpu());
        QFile::remove(at.other(u"raw.db"_s));
    }
    QFile::rename(path, at.file());
    std::printf("file %.1f MB, %.0f B an operation\n", double(QFileInfo(at.file()).size()) / 1e6,
                double(QFileInfo(at.file()).size()) / double(at.operations));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // Each figure as it is known, also into a pipe.
    const QStringList arguments = application.arguments();
    Setting at{QDir(arguments.value(1)), arguments.value(2, u"1000000"_s).toLongLong()};
    QDir().mkpath(at.folder.path());
    makeFile(at);
    return 0;
}
