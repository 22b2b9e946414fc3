#include "core/planfiles/plancsv.h"

#include "core/base/value.h"
#include "core/planfiles/csvtable.h"
#include "core/planfiles/plancalendar.h"
#include "core/planfiles/plancsvcolumns.h"
#include "core/planfiles/plancsvdates.h"
#include "core/planfiles/plangatherer.h"
#include "core/planfiles/plannotation.h"

#include <QCoreApplication>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

class CsvPlanReader
{
public:
    Result<PlanFile> read(const QByteArray &data);

private:
    QString field(CsvColumn column) const;
    bool readRow();
    bool readDates(PlanTask &task);
    bool readFigures(PlanTask &task);
    bool readConstraint(PlanTask &task);
    void placeTask(PlanTask &task);
    bool readLinks();
    QString idOf(qsizetype row) const;
    /// Keeps an error about the current row; false, for a return.
    bool fail(const QString &sentence);
    bool readDate(CsvColumn column, std::optional<QDate> &date);
    void note();

    QList<CsvRow> m_rows;
    CsvColumns m_columns;
    CsvDateOrder m_dates;
    PlanGatherer m_gatherer;
    std::optional<WorkCalendar> m_calendar; ///< Made when it is needed, which takes longer than reading a small table.
    qsizetype m_row = 0;
    std::optional<Error> m_error;
    QHash<QString, QString> m_ids; ///< From what predecessors may call a task to its id.
    int m_percentLags = 0;
    int m_roundedLags = 0;
    int m_roundedDurations = 0;
};

QString CsvPlanReader::field(CsvColumn column) const
{
    const int at = m_columns.at(column);
    const QString text = at < 0 ? QString() : m_rows[m_row].fields.value(at);
    const bool masked = text.size() > 1 && text[0] == u'\'' && u"=+-@"_s.contains(text[1]); // See writeCsv().
    return masked ? text.mid(1) : text;
}

bool CsvPlanReader::fail(const QString &sentence)
{
    if (!m_error)
        m_error = planErrorAt(m_rows[m_row].line,
                              QCoreApplication::translate("PlanFiles", "%1 Nothing was read.").arg(sentence));
    return false;
}

bool CsvPlanReader::readDate(CsvColumn column, std::optional<QDate> &date)
{
    const QString text = field(column).trimmed();
    if (text.isEmpty() || text.compare("NA"_L1, Qt::CaseInsensitive) == 0)
        return true;
    date = m_dates.day(text);
    if (date)
        return true;
    if (m_dates.isAmbiguous(text))
        return fail(
            QCoreApplication::translate("PlanFiles", "“%1” may be either of two days. Write dates as 2020-04-03.")
                .arg(text.left(40)));
    return fail(
        QCoreApplication::translate("PlanFiles", "“%1” is not a date between 1900 and 2999. Write it as 2020-04-03.")
            .arg(text.left(40)));
}

bool CsvPlanReader::readDates(PlanTask &task)
{
    return readDate(CsvColumn::Start, task.start) && readDate(CsvColumn::Finish, task.finish) &&
           readDate(CsvColumn::Deadline, task.deadline) && readDate(CsvColumn::ActualFinish, task.actualFinish);
}

bool CsvPlanReader::readFigures(PlanTask &task)
{
    if (const QString text = field(CsvColumn::Duration).trimmed(); !text.isEmpty()) {
        const auto days = readWrittenDays(text, true);
        if (!days || days->days < 0)
            return fail(QCoreApplication::translate("PlanFiles", "“%1” is not a duration. Write it as “5 days”.")
                            .arg(text.left(40)));
        task.duration = days->days;
        task.unit = days->unit;
        m_roundedDurations += days->rounded;
    }
    if (QString text = field(CsvColumn::Percent).remove(u'%').trimmed(); !text.isEmpty()) {
        bool isNumber = false;
        const double percent = text.replace(u',', u'.').toDouble(&isNumber);
        if (!isNumber || !(percent >= 0 && percent <= 100))
            return fail(
                QCoreApplication::translate("PlanFiles", "“%1” is not a percentage from 0 to 100.").arg(text.left(40)));
        task.percent = qRound(percent);
    }
    return true;
}

bool CsvPlanReader::readConstraint(PlanTask &task)
{
    const QString type = csvWord(field(CsvColumn::ConstraintType));
    std::optional<QDate> date;
    if (!readDate(CsvColumn::ConstraintDate, date))
        return false;
    for (int i = 0; date && i <= int(DateConstraint::FinishNotLater); ++i) {
        if (type == csvWord(csvConstraint(DateConstraint(i)))) {
            task.constraint = DateConstraint(i);
            task.constraintDate = date;
        }
    }
    return true;
}

/// What the row says of a milestone, and the finish it leaves to be counted.
void CsvPlanReader::placeTask(PlanTask &task)
{
    const QString milestone = csvWord(field(CsvColumn::Milestone));
    if (milestone.isEmpty())
        task.milestone = task.duration ? *task.duration == 0 : task.finish && !task.start;
    else
        task.milestone = milestone != u"no"_s && milestone != u"n"_s && milestone != u"0"_s && milestone != u"false"_s;
    if (task.finish || !task.start || (!task.duration && !task.milestone))
        return;
    task.finish = task.start;
    if (task.duration.value_or(0) > 1) {
        if (!m_calendar)
            m_calendar = WorkCalendar();
        task.finish = QDate::fromJulianDay(m_calendar->finish(boundOf(*task.start), *task.duration, task.unit) - 1);
    }
}

QString CsvPlanReader::idOf(qsizetype row) const
{
    const QString key = field(CsvColumn::Key).trimmed();
    const QString id = key.isEmpty() ? field(CsvColumn::Id).trimmed() : key;
    return id.isEmpty() ? QString::number(row) : id;
}

bool CsvPlanReader::readRow()
{
    PlanTask task;
    task.name = planLine(field(CsvColumn::Name));
    if (task.name.isEmpty())
        return fail(QCoreApplication::translate("PlanFiles", "The row has no name."));
    task.id = idOf(m_row);
    task.notes = cleanText(field(CsvColumn::Notes));
    for (const QString &name :
         field(CsvColumn::Resources).split(field(CsvColumn::Resources).contains(u';') ? u';' : u',')) {
        if (const QString person = planLine(name); !person.isEmpty())
            task.resources += person;
    }
    if (!readDates(task) || !readFigures(task) || !readConstraint(task))
        return false;
    placeTask(task);
    const QString level = field(CsvColumn::Level).trimmed();
    bool isNumber = true;
    const int outline = level.isEmpty() ? 1 : level.toInt(&isNumber);
    if (!isNumber || outline < 0)
        return fail(QCoreApplication::translate("PlanFiles", "“%1” is not an outline level.").arg(level.left(40)));
    task.parent = m_gatherer.parentAt(outline);
    m_gatherer.add(task, m_rows[m_row].line);
    const QString word = field(CsvColumn::Id).trimmed();
    m_ids.insert(word.isEmpty() ? QString::number(m_row) : word, task.id);
    return !m_gatherer.failed();
}

bool CsvPlanReader::readLinks()
{
    const QString text = field(CsvColumn::Predecessors);
    const auto isTask = [this](const QString &word) { return m_ids.contains(word) || m_gatherer.indexOf(word) >= 0; };
    const auto links = readPredecessors(text, isTask);
    if (!links)
        return fail(
            QCoreApplication::translate("PlanFiles", "“%1” does not name predecessors. Write them as “3;5SS+2 days”.")
                .arg(text.left(60)));
    for (const WrittenLink &written : *links) {
        m_percentLags += written.percent;
        m_roundedLags += written.rounded;
        m_gatherer.link(m_ids.value(written.from, written.from), idOf(m_row), written.link);
    }
    return true;
}

void CsvPlanReader::note()
{
    const auto add = [this](int count, const char *sentence) {
        if (count)
            m_gatherer.plan.notes += QCoreApplication::translate("PlanFiles", sentence, nullptr, count);
    };
    add(m_percentLags, QT_TRANSLATE_N_NOOP("PlanFiles", "Lags given in percent of %n link(s) were left out."));
    add(m_roundedLags, QT_TRANSLATE_N_NOOP("PlanFiles", "Lags of %n link(s) are no whole days and were rounded."));
    add(m_roundedDurations,
        QT_TRANSLATE_N_NOOP("PlanFiles", "Durations of %n task(s) are no whole days and were rounded up."));
    if (!m_columns.unknown().isEmpty())
        m_gatherer.plan.notes +=
            QCoreApplication::translate("PlanFiles", "These columns are not known and were left out: %1.")
                .arg(m_columns.unknown().join(u", "_s));
}

Result<PlanFile> CsvPlanReader::read(const QByteArray &data)
{
    auto table = readCsvTable(data);
    if (!table)
        return table.error();
    m_rows = *table;
    m_columns = CsvColumns(m_rows.value(0).fields);
    if (m_columns.at(CsvColumn::Name) < 0)
        return planError(QCoreApplication::translate("PlanFiles",
                                                     "The first row must name the columns, and one of them must be "
                                                     "“Name”. Nothing was read."));
    for (m_row = 1; m_row < m_rows.size(); ++m_row) {
        for (const CsvColumn column :
             {CsvColumn::Start, CsvColumn::Finish, CsvColumn::Deadline, CsvColumn::ActualFinish})
            m_dates.learn(field(column));
    }
    const auto isBlank = [this] { return m_rows[m_row].fields.join(QString()).trimmed().isEmpty(); };
    for (m_row = 1; m_row < m_rows.size() && !m_error && !m_gatherer.failed(); ++m_row) {
        if (!isBlank())
            readRow();
    }
    for (m_row = 1; m_row < m_rows.size() && !m_error && !m_gatherer.failed(); ++m_row) {
        if (!isBlank())
            readLinks();
    }
    if (m_error)
        return *m_error;
    note();
    return m_gatherer.finish();
}

} // namespace

Result<PlanFile> readCsv(const QByteArray &data)
{
    return CsvPlanReader().read(data);
}

} // namespace plumbline
