#include "core/planfiles/planwriter.h"

#include "core/planfiles/icalendar.h"
#include "core/planfiles/mspdi.h"
#include "core/planfiles/plancsv.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace plumbline {

using namespace Qt::StringLiterals;

Status writePlanFile(const PlanFile &plan, const QString &path, const QDateTime &now)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != u"xml" && ending != u"ics" && ending != u"csv")
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("PlanFile", "A plan is written as .xml (MS Project), .ics or .csv, not as "
                                                             "“%1”; nothing was written.")
                         .arg(QFileInfo(path).fileName()),
                     {},
                     {}};
    const QByteArray bytes = ending == u"xml"   ? writeMspdi(plan)
                             : ending == u"ics" ? writeICalendar(plan, now)
                                                : writeCsv(plan);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::CannotWrite,
                     QCoreApplication::translate("PlanFile", "“%1” cannot be written. Choose a folder you may write to.")
                         .arg(path),
                     file.errorString(),
                     {}};
    return {};
}

} // namespace plumbline
