#include "core/domain/audience.h"
#include "core/domain/person.h"
#include "core/domain/recordjson.h"
#include "core/base/json.h"

#include "app/cli/publication.h"

#include <QJsonArray>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

/// The value of a field as one line of text: references by key and title, dates as in files.
static QString textOf(const Review &review, const Field &field, const Value &value)
{
    if (field.type == FieldType::Reference && value.isBytes()) {
        const RecordId id(QUuid::fromRfc4122(value.rawBytes()));
        const Record *record = review.findAny(id);
        return record ? (review.shownKey(*record) + u' ' + titleOf(*review.kindOf(id), *record)).trimmed()
                      : id.uuid.toString(QUuid::WithoutBraces);
    }
    const QJsonValue json = fieldToJson(field, value);
    if (json.isString())
        return json.toString();
    return QString::fromUtf8(jsonLine(json));
}

static void printRecord(Call &call, const Review &review, Kind kind, const Record &record)
{
    const QString key = review.shownKey(record);
    call.print(u"%1 %2"_s.arg(QLatin1String(describe(kind).name),
                              key.isEmpty() ? record.id.uuid.toString(QUuid::WithoutBraces) : key));
    if (record.audience != wholeTeam)
        call.print(u"  audience: %1"_s.arg(audienceName(review, record.audience)));
    for (const Field &field : describe(kind).fields) {
        if (const Conflict *conflict = review.conflict(record.id, field.name)) {
            int number = 0;
            for (const ConflictValue &value : conflict->values)
                call.print(u"  %1 [%2]: %3"_s.arg(QString::fromLatin1(field.name))
                               .arg(++number)
                               .arg(textOf(review, field, value.value)));
            continue;
        }
        const Value value = field.get(record);
        if (!value.isNull() && field.name != "key" && field.name != "~place")
            call.print(u"  %1: %2"_s.arg(QString::fromLatin1(field.name), textOf(review, field, value)));
    }
}

int runShow(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"KIND"_s, say(QT_TRANSLATE_NOOP("Cli", "the kind of record: milestone, recommendation ...")));
    call.word(u"KEY"_s, say(QT_TRANSLATE_NOOP("Cli", "the key or id of one record")), true);
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an array of records")));
    if (!call.parse())
        return call.exitCode();
    const auto kind = kindNamed(call.at(1).toUtf8());
    if (!kind) {
        QStringList names;
        for (const Kind known : allKinds())
            names += QLatin1String(describe(known).name);
        return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "There is no kind “%1”; there are: %2."))
                                   .arg(call.at(1), names.join(u", ")));
    }
    const auto state = readState(call);
    if (!state)
        return call.exitCode();
    const Review &review = state->review;
    std::vector<const Record *> records = review.list(*kind);
    if (const QString key = call.at(2); !key.isEmpty()) {
        const auto id = review.byKey(key);
        if (!id)
            return call.fail(id.error());
        if (review.kindOf(*id) != *kind)
            return call.fail({ErrorCode::NotFound,
                              say(QT_TRANSLATE_NOOP("Cli", "“%1” is a %2."))
                                  .arg(key, QLatin1String(describe(*review.kindOf(*id)).name)),
                              {},
                              {}});
        records = {review.findAny(*id)};
    }
    if (!call.isSet(u"json"_s)) {
        for (const Record *record : records)
            printRecord(call, review, *kind, *record);
        return Done;
    }
    QJsonArray array;
    for (const Record *record : records)
        array += recordToJson(review, *kind, *record);
    call.print(jsonLine(array));
    return Done;
}

} // namespace plumbline::cli
