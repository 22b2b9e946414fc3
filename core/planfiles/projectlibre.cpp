#include "core/planfiles/projectlibre.h"

#include "core/planfiles/mspdi.h"

#include <QCoreApplication>

namespace plumbline {

Result<PlanFile> readProjectLibre(const QByteArray &data)
{
    static constexpr char separator[] = "@@@@@@@@@@ProjectLibreSeparator_MSXML@@@@@@@@@@";
    const qsizetype at = data.lastIndexOf(separator);
    const qsizetype begin = at < 0 ? -1 : data.indexOf('<', at);
    if (begin < 0)
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate(
                         "PlanFiles",
                         "This plan of ProjectLibre is stored in a form that only ProjectLibre can read. Open it "
                         "there, save it as “Microsoft Project 2010 XML”, and import that file."),
                     {},
                     {}};
    return readMspdi(data.mid(begin));
}

} // namespace plumbline
