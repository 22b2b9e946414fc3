#include "core/spelling/reviewspelling.h"

#include "core/domain/person.h"
#include "core/spelling/ownwords.h"
#include "core/spelling/spelledwords.h"
#include "core/spelling/speller.h"

namespace plumbline {

QSet<QString> wordsOfReview(const Review &review)
{
    QSet<QString> words = knownForms(review.rule(QStringLiteral("knownAcronyms")));
    for (const Person *person : review.all<Person>())
        words += knownForms(person->name) + knownForms(person->affiliation) + knownForms(person->group);
    return words;
}

static bool isOurText(Kind kind, const Field &field)
{
    static const QSet<Kind> others{Kind::Message, Kind::Attachment, Kind::Person, Kind::Tag, Kind::Rule};
    return !others.contains(kind) &&
           (field.type == FieldType::Text || (field.type == FieldType::Line && field.name == "title"));
}

QList<Misspelling> misspellings(const Review &review, Speller &speller, const OwnWords &own)
{
    QList<Misspelling> found;
    const QSet<QString> known = wordsOfReview(review);
    for (const Kind kind : allKinds()) {
        for (const Field &field : describe(kind).fields) {
            if (!isOurText(kind, field))
                continue;
            for (const Record *record : review.list(kind)) {
                const QString text = field.get(*record).toText();
                QSet<QString> told;
                for (const WordPlace &place : wordsToSpell(text)) {
                    const QString word = text.mid(place.start, place.length);
                    if (told.contains(word) || speller.isRight(word) || isAmong(known, word) ||
                        own.has(word))
                        continue;
                    told.insert(word);
                    found += {kind, record->id, field.name, word};
                }
            }
        }
    }
    return found;
}

} // namespace plumbline
