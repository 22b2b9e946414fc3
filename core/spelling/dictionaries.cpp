#include "core/spelling/dictionaries.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

QStringList dictionaryFolders()
{
    QStringList folders = qEnvironmentVariable("DICPATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation)) {
        for (const QString &below : {u"/hunspell"_s, u"/myspell"_s, u"/myspell/dicts"_s})
            folders += data + below;
    }
    return folders;
}

QList<Dictionary> installedDictionaries(const QStringList &folders)
{
    QList<Dictionary> found;
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList({u"*.aff"_s}, QDir::Files | QDir::Readable);
        for (const QFileInfo &affixes : files) {
            const QString name = affixes.completeBaseName();
            const QString words = QDir(folder).filePath(name + u".dic"_s);
            const bool known = std::any_of(found.cbegin(), found.cend(),
                                           [&](const Dictionary &one) { return one.name == name; });
            if (!known && !name.startsWith(u"hyph"_s) && QFileInfo(words).isReadable())
                found += {name, affixes.filePath(), words};
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Dictionary &a, const Dictionary &b) { return a.name < b.name; });
    return found;
}

QString dictionaryLabel(const QString &name)
{
    const QLocale locale(name);
    if (locale.language() == QLocale::C)
        return name;
    QString language = locale.nativeLanguageName();
    if (language.isEmpty())
        language = QLocale::languageToString(locale.language());
    // "American English" and "Schweizer Hochdeutsch" say their country themselves.
    const QString plain = locale.language() == QLocale::English ? u"English"_s
                                                                : QLocale(locale.language()).nativeLanguageName();
    const QString country = locale.nativeTerritoryName();
    return language != plain || !name.contains(u'_') || country.isEmpty() ? language
                                                                    : u"%1 (%2)"_s.arg(language, country);
}

const Dictionary *preferredDictionary(const QList<Dictionary> &dictionaries, const QLocale &locale)
{
    const auto first = [&](auto &&fits) -> const Dictionary * {
        const auto it = std::find_if(dictionaries.cbegin(), dictionaries.cend(), fits);
        return it == dictionaries.cend() ? nullptr : &*it;
    };
    const QString country = QLocale::territoryToCode(locale.territory());
    for (const QString &name : {u"en_"_s + country, u"en_GB"_s, u"en_US"_s}) {
        if (const Dictionary *one =
                first([&](const Dictionary &dictionary) { return dictionary.name == name; }))
            return one;
    }
    const auto ofLanguage = [&](const QString &language) {
        return first([&](const Dictionary &dictionary) {
            return dictionary.name == language || dictionary.name.startsWith(language + u'_');
        });
    };
    if (const Dictionary *english = ofLanguage(u"en"_s))
        return english;
    return ofLanguage(QLocale::languageToCode(locale.language()));
}

} // namespace plumbline
