#include "app/cli/cli.h"

#include "translations/language.h"

#include <QGuiApplication>

#include <cstdio>
#include <cstring>

using namespace plumbline;

/// Only the verbs that paint need fonts, and with them an application that could have a screen.
static bool needsPainting(int argc, char **argv)
{
    return argc > 1 && (std::strcmp(argv[1], "report") == 0 || std::strcmp(argv[1], "timeline") == 0);
}

static std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    if (!needsPainting(argc, argv))
        return std::make_unique<QCoreApplication>(argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// stderr belongs to the one sentence a verb has to say; what Qt's libraries have to say goes there only on
/// request.
static void keepQuiet(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtFatalMsg || qEnvironmentVariableIsSet("PLUMBLINE_DEBUG"))
        std::fprintf(stderr, "%s\n", qUtf8Printable(qFormatLogMessage(type, context, message)));
}

int main(int argc, char **argv)
{
    qInstallMessageHandler(keepQuiet);
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("plumbline-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
    installLanguage();
    return cli::run(QCoreApplication::arguments().mid(1));
}
