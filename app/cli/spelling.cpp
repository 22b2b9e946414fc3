#include "app/cli/cli.h"
#include "core/base/json.h"
#include "core/spelling/ownwords.h"
#include "core/spelling/reviewspelling.h"
#include "core/spelling/speller.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static constexpr int suggestionsShown = 5;

/// The dictionary asked for, or the preferred one. Error NotFound, naming those there are.
static Result<Dictionary> dictionaryAsked(const Call &call)
{
    const QList<Dictionary> there = installedDictionaries();
    if (there.isEmpty())
        return Error{
            ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP("Cli", "No dictionary is installed, so nothing was looked at. Install one "
                                         "for Hunspell, such as hunspell-en-gb.")),
            {},
            {}};
    QStringList names;
    const QString wanted = call.value(u"dictionary"_s);
    for (const Dictionary &one : there) {
        if (one.name == wanted)
            return one;
        names += one.name;
    }
    const Dictionary *preferred = wanted.isEmpty() ? preferredDictionary(there, QLocale()) : nullptr;
    if (preferred)
        return *preferred;
    return Error{
        ErrorCode::NotFound,
        wanted.isEmpty()
            ? say(QT_TRANSLATE_NOOP("Cli", "None of the dictionaries here is for English or your language. "
                                           "Choose one with --dictionary: %1."))
                  .arg(names.join(u", "))
            : say(QT_TRANSLATE_NOOP("Cli", "There is no dictionary “%1” here. There are: %2."))
                  .arg(wanted.left(60), names.join(u", ")),
        {},
        {}};
}

int runSpelling(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"dictionary"_s, say(QT_TRANSLATE_NOOP("Cli", "the dictionary to go by, such as en_GB")),
                u"NAME"_s);
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print JSON")));
    if (!call.parse())
        return call.exitCode();
    const auto dictionary = dictionaryAsked(call);
    if (!dictionary)
        return call.fail(dictionary.error());
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto speller = Speller::load(*dictionary);
    if (!speller)
        return call.fail(speller.error());
    const Review &review = session->review();
    QHash<QString, QStringList> suggestions;
    QJsonArray array;
    const QList<Misspelling> found = misspellings(review, **speller, OwnWords());
    for (const Misspelling &one : found) {
        if (!suggestions.contains(one.word))
            suggestions.insert(one.word, (*speller)->suggestions(one.word).mid(0, suggestionsShown));
        const QStringList meant = suggestions.value(one.word);
        const Record *record = review.find(one.record);
        const QString key = review.shownKey(*record);
        const QString place = key.isEmpty() ? record->id.uuid.toString(QUuid::WithoutBraces) : key;
        if (call.isSet(u"json"_s))
            array += QJsonObject{{u"record"_s, place},
                                 {u"field"_s, QString::fromLatin1(one.field)},
                                 {u"word"_s, one.word},
                                 {u"suggestions"_s, QJsonArray::fromStringList(meant)}};
        else
            call.print(
                u"%1  %2  %3%4"_s.arg(place, QString::fromLatin1(one.field), one.word,
                                      meant.isEmpty() ? QString() : u"  (%1)"_s.arg(meant.join(u", "))));
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    return found.isEmpty() ? Done : ProblemsFound;
}

} // namespace plumbline::cli
