#pragma once

#include "ui/dialogs/dialogframe.h"

#include <functional>
#include <memory>

class QProgressBar;

namespace plumbline {

class Job;
class Progress;

/// A dialog that does long work itself: the work runs in a thread of its own, a bar at the foot shows how far it is, and
/// the second button and Esc stop it. The rest of the window stays alive but waits behind the dialog.
class WorkingDialog : public DialogFrame
{
    Q_OBJECT

public:
    explicit WorkingDialog(const QString &windowTitle, QWidget *parent = nullptr);
    ~WorkingDialog() override;

    bool isWorking() const { return bool(m_job); }

public slots:
    /// While work runs: stops it, and the dialog stays. Else closes the dialog.
    void reject() override;

protected:
    /// Starts @p work, which may use nothing but what it holds by value (see Job), and says @p what it is meanwhile.
    /// @p then is called in this thread when it has ended, also after it was stopped.
    void work(const QString &what, std::function<void(const Progress &)> work, std::function<void()> then);

private:
    void showProgress(qint64 done, qint64 total);
    void finish();

    QProgressBar *m_progress;
    std::unique_ptr<Job> m_job; ///< Null while nothing runs.
    std::function<void()> m_then;
    QString m_rejectText; ///< Of the second button while nothing runs.
};

} // namespace plumbline
