// Prints how soon the window can be used after it is asked to show a review, how soon all of it is there, and the
// longest time in between for which it did not answer.
//
// Usage: bench_window FILE     (with QT_QPA_PLATFORM=offscreen where there is no screen)

#include "benchsupport.h"

#include "ui/widgets/apptheme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QTimer>

using namespace plumbline;
using namespace plumbline::bench;

int main(int argc, char **argv)
{
    const Stopwatch sinceStart;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("plumbline-bench"));
    applyTheme(application, ThemeChoice::Light);
    MainWindow window;
    window.show();
    QApplication::processEvents();
    std::printf("empty window painted     %7.0f ms %7.0f ms of CPU\n", sinceStart.wall(), sinceStart.cpu());

    const Stopwatch opening;
    if (!window.openReview(QString::fromLocal8Bit(argc > 1 ? argv[1] : "")))
        return 1;
    std::printf("review opened            %7.0f ms %7.0f ms of CPU since it was asked for\n", opening.wall(),
                opening.cpu());
    QApplication::processEvents();
    std::printf("first page painted       %7.0f ms %7.0f ms of CPU\n", opening.wall(), opening.cpu());

    double longest = 0;
    Stopwatch turn;
    while (window.session()->isLoading()) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        longest = std::max(longest, turn.cpu());
        turn.restart();
    }
    QApplication::processEvents();
    longest = std::max(longest, turn.cpu());
    std::printf("all of it is there       %7.0f ms %7.0f ms of CPU, %.0f MB peak\n", opening.wall(), opening.cpu(),
                peakMegabytes());
    std::printf("longest without answer   %7.0f ms of CPU, the loading's share included\n", longest);
    return 0;
}
