#pragma once

#include "core/planfiles/planfile.h"

#include <QStringView>

namespace plumbline {

/// A predecessor as tables name it.
struct WrittenLink {
    QString from;         ///< The word that names the task.
    PlanLink link;        ///< Its tasks are not set.
    bool percent = false; ///< The lag was given in percent, and is 0 here.
    bool rounded = false; ///< The lag was no whole number of days.
};

/// Reads "3FS+2 days;5SS", the form of Microsoft Project: names of tasks, each with FS, SS, FF or SF and a lag where
/// they are not FS and 0, between semicolons or commas. A name that itself ends with such letters is taken whole when
/// @p isTask says that there is such a task. Empty when it cannot be understood.
template<class IsTask>
std::optional<QList<WrittenLink>> readPredecessors(QStringView text, const IsTask &isTask);

/// Days in words.
struct WrittenDays {
    int days = 0;
    DayUnit unit = DayUnit::Working;
    bool rounded = false; ///< It was no whole number of them.
};

/// Reads "5", "5 days", "2w", "1.5 mons?", "3 edays": days where nothing else is said, weeks of 5 working days, months
/// of 20, hours of a day of 8; those of the calendar, with an e before them, have 7, 30 and 24. Rounds up when @p up,
/// else to the nearest. Empty when it is something else.
std::optional<WrittenDays> readWrittenDays(QStringView text, bool up);

/// The forms these functions read.
QString writtenDays(int days, DayUnit unit);
QString writtenPredecessor(const QString &from, const PlanLink &link);

/// One predecessor; see readPredecessors().
std::optional<WrittenLink> readPredecessor(QStringView text);

template<class IsTask>
std::optional<QList<WrittenLink>> readPredecessors(QStringView text, const IsTask &isTask)
{
    QList<WrittenLink> links;
    text = text.trimmed();
    for (const QStringView part : text.split(text.contains(u';') ? u';' : u',')) {
        const QStringView word = part.trimmed();
        if (word.isEmpty())
            continue;
        if (isTask(word.toString())) {
            links += {word.toString(), {}};
            continue;
        }
        const auto link = readPredecessor(word);
        if (!link)
            return {};
        links += *link;
    }
    return links;
}

} // namespace plumbline
