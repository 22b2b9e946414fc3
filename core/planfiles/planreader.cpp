#include "core/planfiles/planreader.h"

#include "core/planfiles/ganttproject.h"
#include "core/planfiles/icalendar.h"
#include "core/planfiles/mspdi.h"
#include "core/planfiles/plancsv.h"
#include "core/planfiles/plangatherer.h"
#include "core/planfiles/planner.h"
#include "core/planfiles/planxml.h"
#include "core/planfiles/projectlibre.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace plumbline {

using namespace Qt::StringLiterals;

/// Beginnings that a format alone has.
static bool isJava(const QByteArray &data)
{
    return data.startsWith(QByteArray("\xAC\xED\x00\x05", 4));
}

static bool isOfMicrosoftProject(const QByteArray &data) // Or of another program of its time.
{
    return data.startsWith("\xD0\xCF\x11\xE0");
}

static bool isArchive(const QByteArray &data)
{
    return data.startsWith("PK\x03\x04");
}

/// The format of an XML file by its first element.
static std::optional<PlanFormat> xmlFormatOf(const QByteArray &data)
{
    PlanXml xml(data.left(1 << 20));
    if (!xml.next())
        return {};
    if (xml.name() == "Project"_L1)
        return PlanFormat::Mspdi;
    if (xml.name() != "project"_L1)
        return {};
    return xml.has("mrproject-version"_L1) ? PlanFormat::Planner : PlanFormat::GanttProject;
}

std::optional<PlanFormat> planFormatOf(const QByteArray &data, const QString &fileName)
{
    if (isJava(data))
        return PlanFormat::ProjectLibre;
    if (isOfMicrosoftProject(data) || isArchive(data))
        return {};
    QByteArray begin = data.left(1000);
    if (begin.startsWith("\xEF\xBB\xBF"))
        begin.remove(0, 3);
    begin = begin.trimmed();
    if (begin.left(15).toUpper() == "BEGIN:VCALENDAR")
        return PlanFormat::ICalendar;
    const bool wide = begin.startsWith("\xFF\xFE") || begin.startsWith("\xFE\xFF");
    if (begin.startsWith('<') || wide) {
        if (const auto format = xmlFormatOf(data))
            return format;
    }
    static const QHash<QString, PlanFormat> byName{
        {u"gan"_s, PlanFormat::GanttProject},  {u"planner"_s, PlanFormat::Planner},
        {u"mrproject"_s, PlanFormat::Planner}, {u"pod"_s, PlanFormat::ProjectLibre},
        {u"ics"_s, PlanFormat::ICalendar},     {u"csv"_s, PlanFormat::Csv},
        {u"tsv"_s, PlanFormat::Csv},           {u"txt"_s, PlanFormat::Csv},
    };
    const QString ending = QFileInfo(fileName).suffix().toLower();
    const auto format = byName.constFind(ending);
    return format == byName.cend() ? std::nullopt : std::optional(*format);
}

static Error unknownPlan(const QByteArray &data)
{
    if (isOfMicrosoftProject(data))
        return {ErrorCode::Refused,
                QCoreApplication::translate("PlanFiles",
                                            "Files of Microsoft Project (.mpp) can only be read by itself. Open it "
                                            "there, save it as XML, and import that file."),
                {},
                {}};
    if (isArchive(data))
        return {ErrorCode::Refused,
                QCoreApplication::translate("PlanFiles",
                                            "This is a spreadsheet or an archive. Save the table as CSV, or unpack "
                                            "the archive, and import that file."),
                {},
                {}};
    if (data.trimmed().startsWith('<')) {
        PlanXml xml(data); // Broken XML has an error of its own.
        if (!xml.next())
            return xml.error();
    }
    return planError(QCoreApplication::translate(
        "PlanFiles",
        "This is no plan that can be read. Microsoft Project (XML), ProjectLibre, GanttProject, Planner, iCalendar "
        "and tables (CSV) can."));
}

Result<PlanFile> readPlan(const QByteArray &data, const QString &fileName)
{
    if (data.size() > maxPlanBytes)
        return planError(QCoreApplication::translate("PlanFiles",
                                                     "The file is larger than %1 MB, which no plan is. Nothing was "
                                                     "read.")
                             .arg(maxPlanBytes >> 20));
    if (data.trimmed().isEmpty())
        return planError(QCoreApplication::translate("PlanFiles", "The file is empty."));
    const auto format = planFormatOf(data, fileName);
    if (!format)
        return unknownPlan(data);
    switch (*format) {
    case PlanFormat::Mspdi:
        return readMspdi(data);
    case PlanFormat::GanttProject:
        return readGanttProject(data);
    case PlanFormat::Planner:
        return readPlanner(data);
    case PlanFormat::ProjectLibre:
        return readProjectLibre(data);
    case PlanFormat::ICalendar:
        return readICalendar(data);
    case PlanFormat::Csv:
        return readCsv(data);
    }
    return unknownPlan(data);
}

Result<PlanFile> readPlanFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("PlanFiles", "“%1” cannot be read. Check the name.").arg(name),
                     file.errorString(),
                     {}};
    const QByteArray data = file.read(maxPlanBytes + 1); // Also of a device that never ends.
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("PlanFiles", "“%1” cannot be read to its end.").arg(name),
                     file.errorString(),
                     {}};
    return readPlan(data, name);
}

} // namespace plumbline
