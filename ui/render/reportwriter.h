#pragma once

#include "core/base/result.h"
#include "core/report/document.h"
#include "ui/render/pagelayout.h"

namespace plumbline {

/// Writes a report as PDF to @p path; the file appears whole or not at all, and a former one stays until
/// then.
///
/// Error CannotWrite, with a sentence for the user, when the folder is missing or read-only or the disk is
/// full. The only date in the file is the document's record date. Needs a QGuiApplication, for fonts.
Status writeReport(const report::Document &document, const QString &path, const LayoutOptions &options);
Status writeReport(const report::Document &document, const QString &path, PaperSize paper = PaperSize::A4);

} // namespace plumbline
