#include "ui/window/reportjob.h"

#include "core/domain/baseline.h"
#include "core/report/draftreport.h"
#include "core/report/plenarypack.h"
#include "core/report/timelinereport.h"
#include "ui/render/reportwriter.h"

#include <QThread>

#include <memory>

namespace plumbline {

/// The pack with what changed since the baseline taken last; without it when there is none or it cannot be
/// computed here.
static report::Document packOf(const Review &review, const QString &reviewPath, const Clock &clock)
{
    const auto baselines = review.all<Baseline>();
    const auto store = baselines.empty() ? Result<std::unique_ptr<Store>>(Error{})
                                         : Store::open(reviewPath, Store::ReadOnly);
    if (!store)
        return report::plenaryPack(review, clock, nullptr);
    const auto changes = report::redline(**store, baselines.back()->id, {}, QLocale(QLocale::English));
    return report::plenaryPack(review, clock, changes ? &*changes : nullptr);
}

ReportJob::ReportJob(const Review &review, const QString &reviewPath, const QDateTime &now, Kind kind,
                     const QString &path, QObject *parent)
    : QObject(parent)
{
    // The records are shared and never change; the copy is the worker's alone.
    auto error = std::make_shared<QString>();
    m_thread = QThread::create([copy = review, reviewPath, now, kind, path, error] {
        const FixedClock clock(now);
        const report::Document document = kind == Draft     ? report::draftReport(copy, clock)
                                          : kind == Plenary ? packOf(copy, reviewPath, clock)
                                                            : report::timelineReport(copy, clock);
        if (const Status written = writeReport(document, path); !written)
            *error = written.error().sentence;
    });
    m_thread->setParent(this);
    connect(m_thread, &QThread::finished, this, [this, path, error] {
        emit finished(path, *error);
        deleteLater();
    });
    m_thread->start();
}

ReportJob::~ReportJob()
{
    m_thread->wait();
}

} // namespace plumbline
