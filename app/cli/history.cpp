#include "app/cli/cli.h"
#include "core/base/json.h"
#include "core/domain/person.h"
#include "core/domain/recordjson.h"
#include "core/edits/people.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static QJsonValue shown(const HistoryEntry &entry, const Value &value)
{
    const Field *field = describe(entry.kind).field(entry.field);
    return field ? fieldToJson(*field, value) : plumbline::toJson(value);
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

static Error badFilter(ErrorCode code, const char *sentence, const QString &word)
{
    return {code, say(sentence).arg(word.left(60)), {}, {}};
}

/// The first instant of a day in UTC, by which times are printed; invalid when the option is not set.
static Result<QDateTime> dayOf(const Call &call, const QString &option)
{
    if (!call.isSet(option))
        return QDateTime();
    const QDate day = QDate::fromString(call.value(option), Qt::ISODate);
    if (!day.isValid())
        return badFilter(ErrorCode::Usage, QT_TRANSLATE_NOOP("Cli", "“%1” is not a day; write 2020-01-24."),
                         call.value(option));
    return day.startOfDay(Qt::UTC);
}

static Result<int> numberOf(const Call &call, const QString &option, int otherwise)
{
    if (!call.isSet(option))
        return otherwise;
    bool ok = false;
    const int number = call.value(option).toInt(&ok);
    if (!ok || number < 1)
        return badFilter(ErrorCode::Usage, QT_TRANSLATE_NOOP("Cli", "“%1” is no number from 1."), call.value(option));
    return number;
}

/// Which changes the words of `log` ask for.
static Result<HistoryFilter> filterAsked(const Call &call, const Review &review)
{
    HistoryFilter filter;
    if (const QString key = call.at(1); !key.isEmpty()) {
        const auto id = review.byKey(key);
        if (!id)
            return id.error();
        filter.record = *id;
    }
    filter.field = call.value(u"field"_s).toUtf8();
    if (!filter.field.isEmpty() && filter.record.isNull())
        return badFilter(ErrorCode::Usage, QT_TRANSLATE_NOOP("Cli", "Name the record whose field “%1” is meant."),
                         call.value(u"field"_s));
    if (const QString name = call.value(u"by"_s); !name.isEmpty()) {
        filter.person = personNamed(review, name);
        if (filter.person->isNull())
            return badFilter(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Cli", "There is nobody called “%1” in this review."),
                             name);
    }
    const auto from = dayOf(call, u"from"_s);
    const auto to = dayOf(call, u"to"_s);
    const auto import = numberOf(call, u"import"_s, 0);
    const auto limit = numberOf(call, u"limit"_s, -1);
    for (const Error *error : {from ? nullptr : &from.error(), to ? nullptr : &to.error(),
                               import ? nullptr : &import.error(), limit ? nullptr : &limit.error()}) {
        if (error)
            return *error;
    }
    filter.from = *from;
    filter.to = to->isValid() ? to->addDays(1) : QDateTime();
    filter.import = *import;
    filter.limit = *limit;
    return filter;
}

static QString doubts(const HistoryEntry &entry)
{
    return entry.inFuture ? say(QT_TRANSLATE_NOOP("Cli", " (a time in the future)"))
           : entry.beforeReplaced ? say(QT_TRANSLATE_NOOP("Cli", " (a time before what it replaces)"))
                                  : QString();
}

static QString lineOf(const Review &review, const HistoryEntry &entry)
{
    QStringList before;
    for (const ConflictValue &replaced : entry.replaced)
        before += oneLine(shown(entry, replaced.value));
    return u"%1%2  %3  %4.%5: %6 -> %7"_s.arg(
        entry.when.toString(u"yyyy-MM-dd HH:mm"_s), doubts(entry), personName(review, entry.person),
        keyOf(review, entry.record), QString::fromLatin1(entry.field),
        before.isEmpty() ? oneLine(QJsonValue()) : before.join(u" | "_s), oneLine(shown(entry, entry.after)));
}

static QJsonObject jsonOf(const Review &review, const HistoryEntry &entry)
{
    QJsonArray replaced;
    for (const ConflictValue &value : entry.replaced)
        replaced += QJsonObject{{u"value"_s, shown(entry, value.value)},
                                {u"by"_s, personName(review, value.by)},
                                {u"when"_s, value.when.toString(Qt::ISODate)}};
    QJsonObject object{{u"number"_s, entry.number},
                       {u"when"_s, entry.when.toString(Qt::ISODate)},
                       {u"person"_s, personName(review, entry.person)},
                       {u"kind"_s, QLatin1String(describe(entry.kind).name)},
                       {u"record"_s, keyOf(review, entry.record)},
                       {u"field"_s, QString::fromLatin1(entry.field)},
                       {u"before"_s, shown(entry, entry.before)},
                       {u"after"_s, shown(entry, entry.after)},
                       {u"replaced"_s, replaced}};
    if (entry.import > 0)
        object.insert(u"import"_s, entry.import);
    if (entry.inFuture)
        object.insert(u"inFuture"_s, true);
    if (entry.beforeReplaced)
        object.insert(u"beforeReplaced"_s, true);
    return object;
}

/// Prints page by page, so that the log of a large review does not fill the memory.
static void printPages(Call &call, const Session &session, HistoryFilter filter)
{
    static constexpr int pageSize = 1000;
    const bool json = call.isSet(u"json"_s);
    int left = filter.limit < 0 ? std::numeric_limits<int>::max() : filter.limit;
    QByteArray separator = "[";
    while (left > 0) {
        filter.limit = std::min(left, pageSize);
        const QList<HistoryEntry> page = session.history(filter);
        QByteArrayList lines;
        for (const HistoryEntry &entry : page)
            lines += json ? jsonLine(jsonOf(session.review(), entry)) : lineOf(session.review(), entry).toUtf8();
        if (page.isEmpty())
            break;
        call.print(json ? QByteArray(separator + lines.join(",\n")) : lines.join('\n'));
        separator = ",";
        left -= int(page.size());
        filter.before = page.last().number;
    }
    if (json)
        call.print(separator == "[" ? "[]"_ba : "]"_ba);
}

int runLog(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"KEY"_s, say(QT_TRANSLATE_NOOP("Cli", "only the changes of this record")), true);
    call.option(u"field"_s, say(QT_TRANSLATE_NOOP("Cli", "only the changes of this field of it")), u"FIELD"_s);
    call.option(u"by"_s, say(QT_TRANSLATE_NOOP("Cli", "only what this person changed")), u"NAME"_s);
    call.option(u"from"_s, say(QT_TRANSLATE_NOOP("Cli", "only changes since this day")), u"DAY"_s);
    call.option(u"to"_s, say(QT_TRANSLATE_NOOP("Cli", "only changes until this day, which is included")), u"DAY"_s);
    call.option(u"import"_s, say(QT_TRANSLATE_NOOP("Cli", "only what this import brought; “imports” lists them")),
                u"N"_s);
    call.option(u"limit"_s, say(QT_TRANSLATE_NOOP("Cli", "only so many, the newest")), u"N"_s);
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an array of changes")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto filter = filterAsked(call, session->review());
    if (!filter)
        return filter.error().code == ErrorCode::Usage ? call.wrongUsage(filter.error().sentence)
                                                       : call.fail(filter.error());
    printPages(call, *session, *filter);
    return Done;
}

int runImports(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an array of imports")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    QJsonArray array;
    const QList<ImportRecord> imports = session->store().imports();
    for (const ImportRecord &import : imports) {
        array += QJsonObject{{u"import"_s, import.id},
                             {u"when"_s, import.source.when.toString(Qt::ISODate)},
                             {u"sender"_s, import.source.name},
                             {u"bundle"_s, import.source.bundle},
                             {u"changes"_s, import.transactions},
                             {u"setAside"_s, import.setAside}};
        if (!call.isSet(u"json"_s))
            call.print(u"%1  %2  %3  %4%5"_s.arg(
                QString::number(import.id), import.source.when.toString(u"yyyy-MM-dd HH:mm"_s),
                import.source.name.isEmpty() ? say(QT_TRANSLATE_NOOP("Cli", "somebody")) : import.source.name,
                say(QT_TRANSLATE_NOOP("Cli", "%1 changes")).arg(import.transactions),
                import.setAside ? say(QT_TRANSLATE_NOOP("Cli", ", set aside")) : QString()));
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

int runSetAside(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"IMPORT"_s, say(QT_TRANSLATE_NOOP("Cli", "the number of the import, as “imports” says it")));
    call.option(u"only"_s, say(QT_TRANSLATE_NOOP("Cli", "only what it did to this record; may be given several times")),
                u"KEY"_s);
    if (!call.parse())
        return call.exitCode();
    bool ok = false;
    const qint64 import = call.at(1).toLongLong(&ok);
    if (!ok)
        return call.wrongUsage(
            say(QT_TRANSLATE_NOOP("Cli", "“%1” is no number of an import.")).arg(call.at(1).left(60)));
    const auto session = call.open(Store::ReadWrite);
    if (!session)
        return call.exitCode();
    QList<RecordId> only;
    for (const QString &key : call.values(u"only"_s)) {
        const auto record = session->review().byKey(key);
        if (!record)
            return call.fail(record.error());
        only += *record;
    }
    const auto done = session->setAsideImport(import, only);
    const bool nothing = done && done->group.isEmpty();
    return takenBack(call, done, call.at(1),
                     nothing ? QT_TRANSLATE_NOOP("Cli", "Nothing of import %1 could be set aside.")
                             : QT_TRANSLATE_NOOP("Cli", "Import %1 is set aside."));
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
