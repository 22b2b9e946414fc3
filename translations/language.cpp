#include "translations/language.h"

#include <QCoreApplication>
#include <QTranslator>

// A static library's resources must be named once; outside any namespace.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(plumbline_i18n);
}

namespace plumbline {

void installLanguage(const QLocale &locale)
{
    initTranslationResources();
    auto *translator = new QTranslator(QCoreApplication::instance());
    const QString folder = QStringLiteral(":/i18n");
    if (translator->load(locale, QStringLiteral("plumbline"), QStringLiteral("_"), folder)
        || translator->load(QStringLiteral("plumbline_en"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace plumbline
