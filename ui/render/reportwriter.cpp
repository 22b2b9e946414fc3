#include "ui/render/reportwriter.h"

#include "ui/render/pdfcanvas.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace plumbline {

static Error cannotWrite(const QString &path, const QString &reason)
{
    return {ErrorCode::CannotWrite,
            QCoreApplication::translate(
                "Report", "The report could not be written to “%1”: %2. What stood there before "
                          "is unchanged. Free some space or choose another folder.")
                .arg(QDir::toNativeSeparators(path), reason),
            {},
            {}};
}

Status writeReport(const report::Document &document, const QString &path, const LayoutOptions &options)
{
    QSaveFile file(path);
    // Opened before the work is done, so that a missing folder is told at once.
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    PdfCanvas canvas(file);
    if (const Status drawn = draw(layOut(document, options), canvas); !drawn)
        return cannotWrite(path, file.errorString());
    if (!file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

Status writeReport(const report::Document &document, const QString &path, PaperSize paper)
{
    LayoutOptions options;
    options.paper = paper;
    return writeReport(document, path, options);
}

} // namespace plumbline
