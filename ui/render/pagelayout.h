#pragma once

#include "core/report/document.h"
#include "ui/render/pagechart.h"

namespace plumbline {

struct LayoutOptions {
    PaperSize paper = PaperSize::A4;
    ChartPainterFactory chart; ///< Empty: the painter of reportchart.h.
};

/// Lays a report out on pages: cover, contents, sections, charts on landscape sheets, running heads, page
/// numbers.
///
/// The same document and options give the same pages. Needs a QGuiApplication, for fonts.
Pages layOut(const report::Document &document, const LayoutOptions &options = {});

} // namespace plumbline
