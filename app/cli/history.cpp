#include "app/cli/cli.h"
#include "core/base/json.h"
#include "core/domain/person.h"
#include "core/domain/recordjson.h"

#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static QString say(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

static QJsonValue shown(const HistoryEntry &entry, const Value &value)
{
    const Field *field = describe(entry.kind).field(entry.field);
    return field ? fieldToJson(*field, value) : plumbline::toJson(value);
}

static QString personName(const Review &review, RecordId id)
{
    const Person *person = review.find(PersonId(id.uuid));
    return person ? person->name : say(QT_TRANSLATE_NOOP("Cli", "somebody"));
}

static QString keyOf(const Review &review, RecordId id)
{
    const Record *record = review.findAny(id);
    const QString key = record ? review.shownKey(*record) : QString();
    return key.isEmpty() ? id.uuid.toString(QUuid::WithoutBraces) : key;
}

static QString oneLine(const QJsonValue &value)
{
    if (value.isNull())
        return u"-"_s;
    const QString text =
        value.isString() ? value.toString().simplified() : QString::fromUtf8(jsonLine(value));
    return text.size() > 80 ? text.left(79) + u'…' : text;
}

int runLog(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"KEY"_s, say(QT_TRANSLATE_NOOP("Cli", "only the changes of this record")), true);
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an array of changes")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const Review &review = session->review();
    QList<HistoryEntry> entries;
    if (const QString key = call.at(1); !key.isEmpty()) {
        const auto id = review.byKey(key);
        if (!id)
            return call.fail(id.error());
        entries = session->history(*id);
    } else {
        entries = session->recent(-1);
    }
    QJsonArray array;
    for (const HistoryEntry &entry : std::as_const(entries)) {
        if (!call.isSet(u"json"_s)) {
            call.print(u"%1  %2  %3.%4: %5 -> %6"_s.arg(
                entry.when.toString(u"yyyy-MM-dd HH:mm"_s), personName(review, entry.person),
                keyOf(review, entry.record), QString::fromLatin1(entry.field),
                oneLine(shown(entry, entry.before)), oneLine(shown(entry, entry.after))));
            continue;
        }
        array += QJsonObject{{u"when"_s, entry.when.toString(Qt::ISODate)},
                             {u"person"_s, personName(review, entry.person)},
                             {u"kind"_s, QLatin1String(describe(entry.kind).name)},
                             {u"record"_s, keyOf(review, entry.record)},
                             {u"field"_s, QString::fromLatin1(entry.field)},
                             {u"before"_s, shown(entry, entry.before)},
                             {u"after"_s, shown(entry, entry.after)}};
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    return Done;
}

/// Says which fields stayed as they are because of later work on them.
static int takenBack(Call &call, const Result<Commit> &commit, const QString &what, const char *sentence)
{
    if (!commit)
        return call.fail(commit.error());
    call.print(say(sentence).arg(what));
    for (const QString &field : commit->left)
        call.print(
            say(QT_TRANSLATE_NOOP("Cli", "Left as it is, because of later work on it: %1")).arg(field));
    return Done;
}

int runUndo(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadWrite);
    if (!session)
        return call.exitCode();
    const QString what = session->undoText();
    return takenBack(call, session->undo(), what, QT_TRANSLATE_NOOP("Cli", "Taken back: %1."));
}

int runRedo(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadWrite);
    if (!session)
        return call.exitCode();
    const auto done = session->redo();
    return takenBack(call, done, session->undoText(), QT_TRANSLATE_NOOP("Cli", "Done again: %1."));
}

} // namespace plumbline::cli
