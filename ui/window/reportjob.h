#pragma once

#include "core/base/clock.h"
#include "core/domain/review.h"

#include <QObject>


class QThread;

namespace plumbline {

/// Writes a report away from the GUI thread, from its own copy of the review.
class ReportJob : public QObject
{
    Q_OBJECT

public:
    enum Kind { Timeline, Draft, Plenary };

    /// Starts at once. The job deletes itself after finished(). A plenary pack reads the state of the last baseline from the
    /// review's file @p reviewPath.
    ReportJob(const Review &review, const QString &reviewPath, const QDateTime &now, Kind kind, const QString &path, QObject *parent);
    ~ReportJob() override;

signals:
    /// @p error is empty when the report stands at @p path.
    void finished(const QString &path, const QString &error);

private:
    QThread *m_thread;
};

} // namespace plumbline
