#include "core/session/job.h"

#include <QElapsedTimer>

namespace plumbline {

static constexpr qint64 leastPause = 50; // Milliseconds between two signs of progress.

Job::Job(std::function<void(const Progress &)> work, QObject *parent) : QObject(parent)
{
    auto last = std::make_shared<QElapsedTimer>();
    m_progress = Progress([this, last](qint64 done, qint64 total) {
        if (last->isValid() && last->elapsed() < leastPause && done != total)
            return;
        last->start();
        emit progressed(done, total); // Queued: the work's thread is not ours.
    });
    m_thread.reset(QThread::create([work = std::move(work), progress = m_progress] { work(progress); }));
    connect(m_thread.get(), &QThread::finished, this, &Job::finished);
}

Job::~Job()
{
    cancel();
    m_thread->wait();
}

void Job::start()
{
    m_thread->start();
}

} // namespace plumbline
