#include "core/edits/conflicts.h"
#include "core/exchange/sharing.h"

#include "app/cli/cli.h"
#include "app/cli/publication.h"
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

int runExport(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"BUNDLE"_s, say(QT_TRANSLATE_NOOP("Cli", "the bundle to write, such as week12.plumbx")));
    call.option(u"full"_s,
                say(QT_TRANSLATE_NOOP("Cli", "everything the file holds (so far the only choice)")));
    call.option(u"for"_s, say(QT_TRANSLATE_NOOP("Cli", "what a person lacks")), u"NAME"_s);
    call.option(u"since"_s, say(QT_TRANSLATE_NOOP("Cli", "what came after a bundle")), u"BUNDLE"_s);
    call.option(u"audience"_s, say(QT_TRANSLATE_NOOP("Cli", "a closed group whose records go along")),
                u"NAME"_s);
    declarePublication(call);
    if (!call.parse())
        return call.exitCode();
    if (call.isSet(u"publication"_s))
        return exportPublication(call);
    // Never ignored: sending more, or less, than was asked for cannot be taken back.
    for (const QString &name : {u"for"_s, u"since"_s, u"audience"_s}) {
        const QStringList values = call.values(name);
        const bool onlyTeam = name == u"audience" && values.count(u"team"_s) == values.size();
        if (call.isSet(name) && !onlyTeam)
            return call.fail(
                {ErrorCode::Refused,
                 say(QT_TRANSLATE_NOOP(
                         "Cli",
                         "This version cannot make a bundle with --%1; nothing was written. Without it, the "
                         "bundle holds everything the team may see."))
                     .arg(name),
                 {},
                 {}});
    }
    if (Status free = Call::checkTarget(call.at(1)); !free)
        return call.fail(free.error());
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto header = exportBundle(*session, call.at(1));
    if (!header)
        return call.fail(header.error());
    call.print(say(QT_TRANSLATE_NOOP("Cli", "Written and read back: %1 changes with %2 values."))
                   .arg(header->transactions)
                   .arg(header->operations));
    return Done;
}

static QJsonObject toJson(const QString &bundle, const ImportReport &report)
{
    QJsonArray problems;
    for (const Problem &problem : report.newProblems)
        problems += problem.sentence;
    QJsonArray gaps;
    for (const Gap &gap : report.gaps)
        gaps += QJsonObject{{u"stream"_s, QString::fromLatin1(gap.stream.toHex())},
                            {u"first"_s, qint64(gap.first)},
                            {u"last"_s, qint64(gap.last)}};
    return {{u"bundle"_s, bundle},
            {u"sender"_s, report.header.senderName},
            {u"new"_s, report.counts.transactions},
            {u"operations"_s, report.counts.operations},
            {u"here"_s, report.counts.alreadyHere},
            {u"setAside"_s, report.counts.setAside},
            {u"conflicts"_s, QJsonArray::fromStringList(report.newConflicts)},
            {u"settled"_s, QJsonArray::fromStringList(report.settled)},
            {u"problems"_s, problems},
            {u"gaps"_s, gaps}};
}

int runImport(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"BUNDLE..."_s, say(QT_TRANSLATE_NOOP("Cli", "the bundles to take in, in any order")));
    call.allowMore();
    call.option(u"dry-run"_s, say(QT_TRANSLATE_NOOP("Cli", "only say what would happen")));
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print the counts")));
    if (!call.parse())
        return call.exitCode();
    const bool dry = call.isSet(u"dry-run"_s);
    const auto session = call.open(dry ? Store::ReadOnly : Store::ReadWrite);
    if (!session)
        return call.exitCode();
    bool conflicts = false;
    QJsonArray array;
    for (const QString &bundle : call.from(1)) {
        const auto report = dry ? previewImport(*session, bundle) : importBundle(*session, bundle);
        if (!report)
            return call.fail(report.error());
        conflicts |= !report->newConflicts.isEmpty();
        array += toJson(bundle, *report);
        if (!call.isSet(u"json"_s)) {
            for (const QString &line : describeImport(session->review(), *report, dry))
                call.print(line);
        }
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    return conflicts ? ProblemsFound : Done;
}

static QString personName(const Review &review, RecordId id)
{
    const Person *person = review.find(PersonId(id.uuid));
    return person ? person->name : say(QT_TRANSLATE_NOOP("Cli", "somebody"));
}

static QJsonValue valueJson(const Conflict &conflict, const Value &value)
{
    const Field *field = describe(conflict.kind).field(conflict.field);
    return field ? fieldToJson(*field, value) : plumbline::toJson(value);
}

/// What can be chosen. Of a record that was deleted while somebody edited it, the log holds the deletion
/// only: keeping it is the second choice, in the name of the one who edited it last.
static QList<ConflictValue> choicesOf(const Session &session, const Conflict &conflict)
{
    if (conflict.field != "life" || conflict.values.isEmpty())
        return conflict.values;
    ConflictValue deleted = conflict.values.first();
    ConflictValue kept = deleted;
    deleted.value = Value(u"deleted"_s);
    kept.value = Value(u"alive"_s);
    for (const HistoryEntry &entry : session.history(conflict.record)) {
        if (entry.field == "life")
            continue;
        kept.by = entry.person;
        kept.when = entry.when;
        break;
    }
    return {deleted, kept};
}

int runConflicts(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an array of conflicts")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const Review &review = session->review();
    const QList<Conflict> conflicts = review.conflicts();
    QJsonArray array;
    for (const Conflict &conflict : conflicts) {
        QJsonArray values;
        int number = 0;
        const Record *record = review.findAny(conflict.record);
        if (!call.isSet(u"json"_s))
            call.print(u"%1  %2"_s.arg(conflict.id, record ? titleOf(conflict.kind, *record) : QString()));
        for (const ConflictValue &value : choicesOf(*session, conflict)) {
            const QJsonValue json = valueJson(conflict, value.value);
            values += QJsonObject{{u"value"_s, json},
                                  {u"by"_s, personName(review, value.by)},
                                  {u"when"_s, value.when.toString(Qt::ISODate)}};
            if (!call.isSet(u"json"_s))
                call.print(u"  %1: %2  (%3, %4)"_s.arg(++number).arg(
                    json.isString() ? json.toString() : QString::fromUtf8(jsonLine(json)),
                    personName(review, value.by), value.when.toString(u"yyyy-MM-dd HH:mm"_s)));
        }
        array += QJsonObject{{u"conflict"_s, conflict.id},
                             {u"record"_s, record ? review.shownKey(*record) : QString()},
                             {u"field"_s, QString::fromLatin1(conflict.field)},
                             {u"values"_s, values}};
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    return conflicts.isEmpty() ? Done : ProblemsFound;
}

int runResolve(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"CONFLICT"_s,
              say(QT_TRANSLATE_NOOP("Cli", "its name, as “conflicts” lists it: R-S2-04.text")));
    call.option(u"take"_s, say(QT_TRANSLATE_NOOP("Cli", "the number of the value to keep")), u"N"_s);
    call.option(u"value"_s, say(QT_TRANSLATE_NOOP("Cli", "another value to settle it by")), u"TEXT"_s);
    if (!call.parse())
        return call.exitCode();
    if (call.isSet(u"take"_s) == call.isSet(u"value"_s))
        return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "Say either --take N or --value TEXT.")));
    const auto session = call.open(Store::ReadWrite);
    if (!session)
        return call.exitCode();
    const auto changes =
        call.isSet(u"take"_s)
            ? takeConflictValue(session->context(), call.at(1), call.value(u"take"_s).toInt())
            : settleConflict(session->context(), call.at(1), call.value(u"value"_s));
    const auto commit = session->commit(changes);
    if (!commit)
        return call.fail(commit.error());
    call.print(say(QT_TRANSLATE_NOOP("Cli", "%1 is settled.")).arg(call.at(1)));
    return Done;
}

} // namespace plumbline::cli
