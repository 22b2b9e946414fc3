#include "ui/window/mainwindow.h"

#include "ui/editors/spelling.h"
#include "ui/widgets/icons.h"
#include "ui/window/reviewview.h"

#include "translations/language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

#include <optional>

using namespace plumbline;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("plumbline"));
    QApplication::setApplicationDisplayName(QStringLiteral("Plumbline"));
    QApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));

    installLanguage();

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Runs an expert review."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QApplication::translate("main", "The review to open."),
                                 QStringLiteral("[FILE]"));
    parser.addOption({QStringLiteral("on"), QApplication::translate("main", "The day that counts as today."),
                      QStringLiteral("DAY")});
    parser.addOption({QStringLiteral("page"), QApplication::translate("main", "The page to show first."),
                      QStringLiteral("PAGE")});
    parser.addOption({QStringLiteral("theme"),
                      QApplication::translate("main", "light or dark, this time only."),
                      QStringLiteral("THEME")});
    parser.process(application);

    const QString theme = parser.value(QStringLiteral("theme"));
    const auto remembered =
        ThemeChoice(QSettings().value(QStringLiteral("appearance"), int(ThemeChoice::System)).toInt());
    applyTheme(application, theme == QLatin1String("light")  ? ThemeChoice::Light
                            : theme == QLatin1String("dark") ? ThemeChoice::Dark
                                                             : remembered);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/plumbline.svg")));

    std::optional<FixedClock> clock;
    if (const QDate day = QDate::fromString(parser.value(QStringLiteral("on")), Qt::ISODate); day.isValid())
        clock.emplace(QDateTime(day, QTime(12, 0), Qt::UTC));
    MainWindow window(clock ? &*clock : nullptr);
    window.show();
    Spelling::instance().start();
    if (const QString file = parser.positionalArguments().value(0); !file.isEmpty())
        window.openReview(file);
    if (const QString page = parser.value(QStringLiteral("page")); !page.isEmpty() && window.view())
        window.view()->showPage(page);
    return QApplication::exec();
}
