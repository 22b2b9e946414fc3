#include "app/cli/cli.h"

#include "translations/language.h"

#include <QGuiApplication>

#include <algorithm>
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
    QStringList words = QCoreApplication::arguments().mid(1);
    const QString name = words.isEmpty() ? QStringLiteral("help") : words.takeFirst();
    if (name == QLatin1String("--version")) {
        cli::Call(name, {}).print(QStringLiteral("plumbline-cli " PLUMBLINE_VERSION));
        return cli::Done;
    }
    const bool wantsHelp = name == QLatin1String("--help") || name == QLatin1String("-h");
    const QString verb = wantsHelp ? QStringLiteral("help") : name;
    const auto &all = cli::verbs();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const cli::Verb &known) { return verb == QLatin1String(known.name); });
    cli::Call call(verb, words);
    if (found == all.end())
        return call.fail(
            {ErrorCode::Usage,
             QCoreApplication::translate("Cli", "There is no verb “%1”; plumbline-cli help lists them.")
                 .arg(verb),
             {},
             {}});
    return found->run(call);
}
