#pragma once

#include "core/base/value.h"
#include "core/domain/record.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QUuid>
#include <QWaitCondition>

#include <memory>
#include <optional>

class QThread;

namespace plumbline {

/// What somebody is typing into a field and has not committed.
struct Draft {
    RecordId record;
    QByteArray field;
    Value typed;
    Value shown;       ///< What the field held when typing began.
    qint64 readAt = 0; ///< Review::position() when typing began.
    QDateTime at;      ///< When it was last typed at, UTC.
    friend bool operator==(const Draft &, const Draft &) = default;
};

/// Keeps what is being typed into one review file, so that it survives a crash.
///
/// Drafts stand in small files in the user's data folder, not in the review: a copy of the review that is mailed must
/// not carry half a thought, and no commit waits for one. They are written by a thread of their own, at most every two
/// seconds. Drafts found when the review is opened are offered by the editor of their field.
class Drafts
{
public:
    using Key = std::pair<RecordId, QByteArray>;

    /// Drafts of the review with that uuid as it stands in @p file; those left by an earlier run are read.
    Drafts(const QUuid &review, const QString &file, const QString &folder = defaultFolder());
    ~Drafts(); ///< Writes what is waiting.
    Drafts(const Drafts &) = delete;
    Drafts &operator=(const Drafts &) = delete;
    static QString defaultFolder();

    /// Has @p draft written soon; a later one of the same field takes its place.
    void keep(const Draft &draft);
    /// The field was committed or restored: what is being typed is a draft no longer. One left by an earlier run that
    /// nobody has answered yet stays.
    void done(RecordId record, const QByteArray &field);
    /// What was typed could not be committed and the editor leaves it: offered from now on.
    void leaveBehind(const Draft &draft);

    /// A draft to be offered.
    std::optional<Draft> left(RecordId record, const QByteArray &field) const;
    /// The offer was answered.
    void forget(RecordId record, const QByteArray &field);

private:
    void load();
    void schedule(const Key &key, const std::optional<Draft> &draft);
    void work();
    void write(const Key &key, const std::optional<Draft> &draft) const;
    QString pathOf(const Key &key) const;

    const QString m_folder;
    QHash<Key, Draft> m_left;
    QMutex m_mutex; ///< Guards what follows.
    QWaitCondition m_wake;
    QHash<Key, std::optional<Draft>> m_waiting; ///< To be written, or removed.
    bool m_ending = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace plumbline
