#include "core/planfiles/plancsvcolumns.h"

#include "core/planfiles/plangatherer.h"

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

QString csvWord(const QString &text)
{
    QString word;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            word += c.toLower();
    }
    return word;
}

static const QHash<QString, CsvColumn> &csvColumnWords()
{
    static const QHash<QString, CsvColumn> words = [] {
        const QList<QPair<CsvColumn, QString>> table{
            {CsvColumn::Id, u"id no nr number taskid"_s},
            {CsvColumn::Key, u"uniqueid uid key"_s},
            {CsvColumn::Name, u"name taskname title task activity activityname"_s},
            {CsvColumn::Level, u"outlinelevel level indent"_s},
            {CsvColumn::Milestone, u"milestone ismilestone"_s},
            {CsvColumn::Start, u"start startdate starts begin begindate begins plannedstart from"_s},
            {CsvColumn::Finish,
             u"finish finishdate finishes end enddate ends target targetdate due duedate plannedfinish "
             "date to"_s},
            {CsvColumn::Duration, u"duration days"_s},
            {CsvColumn::Percent, u"percentcomplete percent complete completion progress"_s},
            {CsvColumn::Predecessors, u"predecessors predecessor dependson"_s},
            {CsvColumn::Deadline, u"deadline"_s},
            {CsvColumn::ConstraintType, u"constrainttype constraint"_s},
            {CsvColumn::ConstraintDate, u"constraintdate"_s},
            {CsvColumn::ActualFinish, u"actualfinish actualend"_s},
            {CsvColumn::Resources, u"resourcenames resources resource responsible owner assignedto"_s},
            {CsvColumn::Notes, u"notes note description comments comment"_s},
        };
        QHash<QString, CsvColumn> all;
        for (const auto &[column, names] : table) {
            for (const QString &name : names.split(u' '))
                all.insert(name, column);
        }
        return all;
    }();
    return words;
}

CsvColumns::CsvColumns(const QStringList &names)
{
    for (int i = 0; i < names.size(); ++i) {
        const auto column = csvColumnWords().constFind(csvWord(names[i]));
        if (column != csvColumnWords().cend() && !m_at.contains(int(*column)))
            m_at.insert(int(*column), i);
        else if (!names[i].isEmpty())
            m_unknown += planLine(names[i]);
    }
    // Trackers call the name so; in Microsoft Project it is a mark of headings beside the name.
    const auto summary =
        std::find_if(names.begin(), names.end(), [](const QString &name) { return csvWord(name) == u"summary"; });
    if (at(CsvColumn::Name) < 0 && summary != names.end()) {
        m_at.insert(int(CsvColumn::Name), int(summary - names.begin()));
        m_unknown.removeAll(planLine(*summary));
    }
    // A list of milestones may have no other name than this.
    if (at(CsvColumn::Name) < 0 && at(CsvColumn::Milestone) >= 0)
        m_at.insert(int(CsvColumn::Name), m_at.take(int(CsvColumn::Milestone)));
}

} // namespace plumbline
