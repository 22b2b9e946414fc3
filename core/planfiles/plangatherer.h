#pragma once

#include "core/planfiles/planfile.h"

#include <QHash>
#include <QSet>

namespace plumbline {

/// Puts a PlanFile together from what a reader finds, in the order in which it finds it, and sees to what holds for
/// every format: ids are unique, headings come before what stands below them, links name tasks that exist and run in no
/// circle.
///
/// After the first error nothing more is taken; finish() then gives it.
class PlanGatherer
{
public:
    PlanFile plan; ///< Its title, calendar, events and notes are the reader's to fill.

    /// Takes the next task; @p line is where it stands in the file, 0 where that is not known. Gives its index.
    int add(PlanTask task, qint64 line);
    /// The task that is the heading of the next one at @p level; levels may skip numbers, and the lowest is the top.
    int parentAt(int level);
    /// Takes a link between tasks by their ids, which may come later in the file.
    void link(const QString &from, const QString &to, PlanLink link);
    /// A task that is not taken; links that name it are not counted as naming nothing.
    void leaveOut(const QString &id);
    /// Index of a task, or -1.
    int indexOf(const QString &id) const { return m_index.value(id, -1); }
    /// Takes an error the reader found.
    void refuse(const QString &sentence);
    bool failed() const { return m_error.has_value(); }

    /// The plan with its links. Error BadInput, its sentence ready to be shown.
    Result<PlanFile> finish();

private:
    struct NamedLink {
        QString from;
        QString to;
        PlanLink link;
    };
    struct Level {
        int level;
        int task;
    };

    void resolveLinks();
    bool isBelow(int task, int heading) const;

    std::optional<Error> m_error;
    QHash<QString, int> m_index;
    QSet<QString> m_leftOut;
    QList<NamedLink> m_links;
    QList<Level> m_levels; ///< The headings the next task may stand below, outermost first.
    QList<int> m_depth;    ///< Of each task.
};

/// An error about the content of a file; the sentence stands for itself.
Error planError(const QString &sentence, const QString &detail = {});
/// The same about a line of it.
Error planErrorAt(qint64 line, const QString &sentence, const QString &detail = {});

/// One line of text, without control characters; names of tasks and people.
QString planLine(const QString &text);

} // namespace plumbline
