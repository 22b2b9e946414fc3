#pragma once

#include "core/base/progress.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace plumbline {

/// Work that takes longer than a person would wait for without a sign, in a thread of its own.
///
/// The work gets a Progress to tell and to be stopped by, and may use nothing of the thread it was started from but what
/// it was given by value: it opens the review's file with a connection of its own. What it computed it leaves where its
/// starter finds it (a shared result) before it returns. finished() is emitted in the starter's thread, also after
/// cancel(). Deleting a job cancels it and waits for its end.
class Job : public QObject
{
    Q_OBJECT

public:
    explicit Job(std::function<void(const Progress &)> work, QObject *parent = nullptr);
    ~Job() override;

    void start();
    void cancel() { m_progress.cancel(); }
    /// Waits for the end of the work; finished() comes later, when the event loop runs.
    void wait() { m_thread->wait(); }
    bool isCancelled() const { return m_progress.isCancelled(); }

signals:
    /// At most some twenty times a second.
    void progressed(qint64 done, qint64 total);
    void finished();

private:
    Progress m_progress;
    std::unique_ptr<QThread> m_thread;
};

} // namespace plumbline
