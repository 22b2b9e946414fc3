#pragma once

#include "core/exchange/bundlereader.h"
#include "core/exchange/sharing.h"

#include <memory>
#include <vector>

namespace plumbline {

/// Adds the news of @p from to those of @p into.
void mergeChanges(Changes &into, const Changes &from);

/// Takes bundles into a store and finds out what that did. Used once.
///
/// Whether it worked or not, changes() says what is different now.
class Importer
{
public:
    /// On a @p trial nothing is remembered outside the store.
    Importer(Store &store, const Clock &clock, const ImportOptions &options, const Progress &progress, bool trial);

    /// Errors: those of importBundles().
    Status run(const QStringList &paths);
    const Changes &changes() const { return m_report.counts.changes; }
    /// What was done, compared with @p problemsBefore and now.
    ImportReport report(const QList<Problem> &problemsBefore, const QList<Problem> &problemsNow);

private:
    Status open(const QStringList &paths);
    Status takeIn(BundleReader &reader, const BundleNews &news);
    std::optional<Transaction> nextTransaction(BundleReader &reader, Status &status, qint64 &unreadable);
    Status setAside();
    Status judgeSignature(const BundleReader &reader, BundleNews &news);
    Status rememberSender(const BundleNews &news);
    void addCounts(const ImportCounts &counts);
    bool step();

    Store &m_store;       // Not owned.
    const Clock &m_clock; // Not owned.
    const ImportOptions &m_options; // Not owned.
    Progress m_progress;
    bool m_trial;
    TrustedKeys m_keys;
    QStringList m_conflictsBefore;
    std::vector<std::unique_ptr<BundleReader>> m_readers;
    ImportReport m_report;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace plumbline
