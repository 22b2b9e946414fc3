#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

namespace plumbline {

/// A dictionary of the Hunspell kind that is installed on this computer.
struct Dictionary {
    QString name;    ///< As the files are called: en_GB.
    QString affixes; ///< Path of the .aff file.
    QString words;   ///< Path of the .dic file.
    friend bool operator==(const Dictionary &, const Dictionary &) = default;
};

/// Where dictionaries are looked for: the folders named by DICPATH, then those of the user, then the
/// system's.
QStringList dictionaryFolders();

/// Every dictionary in @p folders by name; of two with one name the first found. Patterns for hyphens and
/// files without their other half are left out.
QList<Dictionary> installedDictionaries(const QStringList &folders = dictionaryFolders());

/// The language of a dictionary in the reader's words, with the country where one language has several:
/// "British English", "Deutsch (Österreich)". A name that says no language is given as it is.
QString dictionaryLabel(const QString &name);

/// The dictionary for somebody who has not chosen: English as in her country, else any English, because
/// reviews are written in English; else that of her own language; else null.
const Dictionary *preferredDictionary(const QList<Dictionary> &dictionaries, const QLocale &locale);

} // namespace plumbline
