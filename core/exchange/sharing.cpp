#include "core/exchange/sharing.h"

#include "core/domain/person.h"
#include "core/exchange/importer.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace plumbline {

using namespace Qt::StringLiterals;

static Result<ImportReport> importInto(Store &store, const Clock &clock, const QStringList &paths,
                                       const ImportOptions &options, const Progress &progress, bool trial)
{
    CheckRunner checks;
    const QList<Problem> before = checks.run(store.review(), clock);
    Importer importer(store, clock, options, progress, trial);
    if (Status done = importer.run(paths); !done)
        return done.error();
    return importer.report(before, checks.update(store.review(), clock, importer.changes()));
}

Result<ImportReport> importBundles(Store &store, const Clock &clock, const QStringList &paths,
                                   const ImportOptions &options, const Progress &progress)
{
    return importInto(store, clock, paths, options, progress, false);
}

Result<ImportReport> importBundles(Session &session, const QStringList &paths, const ImportOptions &options,
                                   const Progress &progress)
{
    const QList<Problem> before = session.problems();
    Importer importer(session.store(), session.clock(), options, progress, false);
    const Status done = importer.run(paths);
    if (!importer.changes().isEmpty())
        session.tellNews(importer.changes());
    if (!done)
        return done.error();
    return importer.report(before, session.problems());
}

Result<ImportReport> previewImport(const QString &review, const Clock &clock, const QStringList &paths,
                                   const ImportOptions &options, const Progress &progress)
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"preview.plumb"_s);
    if (!folder.isValid())
        return Error{
            ErrorCode::CannotWrite,
            QCoreApplication::translate("Bundle", "There is no room for a trial copy; nothing was changed."),
            {},
            {}};
    if (Status copied = Store::copyFile(review, copy, progress); !copied)
        return copied.error();
    const auto trial = Store::open(copy, Store::ReadWrite, StreamRegistry::inMemory());
    if (!trial)
        return trial.error();
    if (Status quick = (*trial)->setDurable(false); !quick)
        return quick.error();
    return importInto(**trial, clock, paths, options, progress, true);
}

static Status takeAsNewFile(const QString &bundle, const QString &path, const QString &passphrase,
                            const Progress &progress)
{
    const auto store = Store::open(path, Store::ReadWrite);
    if (!store)
        return store.error();
    ImportOptions options;
    options.passphrase = passphrase;
    const SystemClock clock;
    const auto report = importBundles(**store, clock, {bundle}, options, progress);
    if (!report)
        return report.error();
    const Review &review = (*store)->review();
    if (!review.find(RecordId(review.uuid())))
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate("Bundle", "The bundle holds only what is newer than an earlier one; no "
                                                           "review was made. Ask for a bundle with everything."),
                     {},
                     {}};
    return {};
}

Status joinReview(const QString &bundle, const QString &path, const QString &passphrase, const Progress &progress)
{
    QUuid review;
    {
        const auto reader = BundleReader::open(bundle, passphrase);
        if (!reader)
            return reader.error();
        review = (*reader)->header().review;
    }
    if (Status created = Store::create(path, review); !created)
        return created;
    const Status status = takeAsNewFile(bundle, path, passphrase, progress);
    if (!status)
        QFile::remove(path); // It holds nothing that is not in the bundle.
    return status;
}

} // namespace plumbline
