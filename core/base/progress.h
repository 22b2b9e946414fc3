#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>
#include <memory>

namespace plumbline {

/// How far long work has come, told by the work and heard by whoever waits for it; and whether they gave up waiting.
///
/// Copies share one flag, so cancel() may be called from another thread. A default one tells nobody.
class Progress
{
public:
    Progress() = default;
    /// @p tell is called in the thread of the work, with what is done and what there is to do (0: not known).
    explicit Progress(std::function<void(qint64 done, qint64 total)> tell) : m_tell(std::move(tell)) {}

    /// Says how far the work is; false when it is to stop now.
    bool step(qint64 done, qint64 total) const
    {
        if (m_tell)
            m_tell(done, total);
        return !isCancelled();
    }
    void cancel() const { *m_cancelled = true; }
    bool isCancelled() const { return *m_cancelled; }

private:
    std::function<void(qint64, qint64)> m_tell;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};

} // namespace plumbline
