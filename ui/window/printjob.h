#pragma once

#include "core/domain/review.h"

#include <QDateTime>
#include <QObject>

#include <memory>

class QPrinter;
class QThread;

namespace plumbline {

/// Prints the timeline away from the GUI thread, from its own copy of the review. Laid out and painted by one thread, because
/// fonts belong to the thread that found them.
class PrintJob : public QObject
{
    Q_OBJECT

public:
    /// Starts at once. The job deletes itself after finished().
    PrintJob(const Review &review, const QDateTime &now, std::unique_ptr<QPrinter> printer, QObject *parent);
    ~PrintJob() override;

signals:
    /// @p error is empty when every page was printed; @p pages says how many.
    void finished(int pages, const QString &error);

private:
    QThread *m_thread;
};

} // namespace plumbline
