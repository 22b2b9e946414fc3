#include "ui/window/reportjob.h"

#include "core/report/draftreport.h"
#include "core/report/timelinereport.h"
#include "ui/render/reportwriter.h"

#include <QThread>

#include <memory>

namespace plumbline {

ReportJob::ReportJob(const Review &review, const QDateTime &now, Kind kind, const QString &path, QObject *parent)
    : QObject(parent)
{
    // The records are shared and never change; the copy is the worker's alone.
    auto error = std::make_shared<QString>();
    m_thread = QThread::create([copy = review, now, kind, path, error] {
        const FixedClock clock(now);
        const report::Document document = kind == Draft ? report::draftReport(copy, clock)
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
