#include "ui/window/printjob.h"

#include "core/base/clock.h"
#include "core/report/timelinereport.h"
#include "ui/render/pagelayout.h"
#include "ui/render/pageprinter.h"

#include <QPrinter>
#include <QThread>

namespace plumbline {

namespace {

struct Printed {
    int pages = 0;
    QString error;
};

void print(const Review &review, const QDateTime &now, QPrinter &printer, Printed &printed)
{
    LayoutOptions options;
    if (printer.pageLayout().pageSize().id() == QPageSize::Letter)
        options.paper = PaperSize::Letter;
    const Pages pages = layOut(report::timelineReport(review, FixedClock(now)), options);
    PagePrinter printing(pages, printer);
    while (printing.printNext()) { }
    const Status ended = printing.end();
    printed.pages = printing.printed();
    printed.error = ended ? QString() : ended.error().sentence;
}

} // namespace

PrintJob::PrintJob(const Review &review, const QDateTime &now, std::unique_ptr<QPrinter> printer, QObject *parent)
    : QObject(parent)
{
    auto printed = std::make_shared<Printed>();
    // The records are shared and never change; the copy is the worker's alone, and so is the printer.
    m_thread = QThread::create([copy = review, now, printer = std::shared_ptr<QPrinter>(std::move(printer)), printed] {
        print(copy, now, *printer, *printed);
    });
    m_thread->setParent(this);
    connect(m_thread, &QThread::finished, this, [this, printed] {
        emit finished(printed->pages, printed->error);
        deleteLater();
    });
    m_thread->start();
}

PrintJob::~PrintJob()
{
    m_thread->wait();
}

} // namespace plumbline
