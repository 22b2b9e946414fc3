#include "app/cli/sharing.h"

#include "app/cli/cli.h"
#include "app/cli/publication.h"
#include "core/base/json.h"
#include "core/domain/audience.h"
#include "core/domain/person.h"
#include "core/domain/recordjson.h"
#include "core/edits/conflicts.h"
#include "core/edits/people.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

Result<QString> passphraseFrom(const Call &call)
{
    const QString name = call.value(u"passphrase-file"_s);
    if (name.isEmpty())
        return QString();
    QFile file(name);
    const QByteArray line = call.openInput(file) ? file.readLine(4096) : QByteArray();
    QString passphrase = QString::fromUtf8(line);
    while (passphrase.endsWith(u'\n') || passphrase.endsWith(u'\r'))
        passphrase.chop(1);
    if (passphrase.isEmpty())
        return Error{ErrorCode::BadInput,
                     say(QT_TRANSLATE_NOOP("Cli", "“%1” holds no passphrase in its first line; nothing was done."))
                         .arg(name),
                     {},
                     {}};
    return passphrase;
}

Result<RecordId> personFrom(const Review &review, const QString &name)
{
    if (const RecordId person = personNamed(review, name); !person.isNull())
        return person;
    if (const auto byKey = review.byKey(name); byKey && review.kindOf(*byKey) == Kind::Person)
        return *byKey;
    return Error{ErrorCode::NotFound,
                 say(QT_TRANSLATE_NOOP("Cli", "There is no person “%1” in the review; nothing was done. See: show FILE "
                                              "person."))
                     .arg(name),
                 {},
                 {}};
}

/// The audiences named by --audience; the whole team when it is not given.
static Result<QList<int>> audiencesFrom(const Call &call, const Review &review)
{
    QList<int> audiences;
    for (const QString &name : call.values(u"audience"_s)) {
        const auto audience = audienceNamed(review, name);
        if (!audience)
            return audience.error();
        if (!audiences.contains(*audience))
            audiences += *audience;
    }
    return audiences.isEmpty() ? QList<int>{wholeTeam} : audiences;
}

static Result<ExportOptions> exportOptions(const Call &call, Session &session)
{
    ExportOptions options;
    const auto passphrase = passphraseFrom(call);
    if (!passphrase)
        return passphrase.error();
    options.passphrase = *passphrase;
    const auto audiences = audiencesFrom(call, session.review());
    if (!audiences)
        return audiences.error();
    options.audiences = *audiences;
    if (call.isSet(u"for"_s)) {
        const auto person = personFrom(session.review(), call.value(u"for"_s));
        if (!person)
            return person.error();
        options.receiver = *person;
        if (!call.isSet(u"full"_s))
            options.beyond = whatPersonHas(session.store(), *person, session.clock().now());
    }
    if (call.isSet(u"since"_s)) {
        const auto have = whatBundleHas(call.value(u"since"_s), options.passphrase);
        if (!have)
            return have.error();
        options.beyond = *have;
    }
    return options;
}

/// That something was sent to a person is remembered if the file can be written to; it can be sent all the same.
static std::unique_ptr<Session> openForSending(Call &call)
{
    if (call.isSet(u"for"_s)) {
        SessionOptions options;
        options.clock = &call.clock();
        if (auto session = Session::open(call.at(0), options))
            return std::move(*session);
    }
    return call.open(Store::ReadOnly);
}

int runExport(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"BUNDLE"_s, say(QT_TRANSLATE_NOOP("Cli", "the bundle to write, such as week12.plumbx")));
    call.option(u"full"_s, say(QT_TRANSLATE_NOOP("Cli", "everything the audience may see; what happens without an option")));
    call.option(u"for"_s, say(QT_TRANSLATE_NOOP("Cli", "only what a person lacks, by what came from her")), u"NAME"_s);
    call.option(u"since"_s, say(QT_TRANSLATE_NOOP("Cli", "only what came after an earlier bundle")), u"BUNDLE"_s);
    call.option(u"audience"_s, say(QT_TRANSLATE_NOOP("Cli", "team, or a closed group; may be given several times")),
                u"NAME"_s);
    call.option(u"passphrase-file"_s,
                say(QT_TRANSLATE_NOOP("Cli", "seal the bundle with the first line of a file, or of stdin (-)")), u"FILE"_s);
    declarePublication(call);
    if (!call.parse())
        return call.exitCode();
    if (call.isSet(u"publication"_s))
        return exportPublication(call);
    for (const QString &name : {u"release"_s, u"baseline"_s}) {
        if (call.isSet(name))
            return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "--%1 belongs to --publication.")).arg(name));
    }
    // Never ignored: sending more, or less, than was asked for cannot be taken back.
    if (call.isSet(u"since"_s) && (call.isSet(u"full"_s) || call.isSet(u"for"_s)))
        return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "Say either --since or --for or --full.")));
    if (Status free = Call::checkTarget(call.at(1)); !free)
        return call.fail(free.error());
    const auto session = openForSending(call);
    if (!session)
        return call.exitCode();
    const auto options = exportOptions(call, *session);
    if (!options)
        return call.fail(options.error());
    const auto header = exportBundle(*session, call.at(1), *options);
    if (!header)
        return call.fail(header.error());
    call.print(say(QT_TRANSLATE_NOOP("Cli", "Written and read back: %1 changes with %2 values."))
                   .arg(header->transactions)
                   .arg(header->operations));
    if (header->filesLeftOut > 0)
        call.print(say(QT_TRANSLATE_N_NOOP("Cli", "The contents of %n attached file(s) did not fit and stayed out; hand them over "
                                                  "by themselves (extract, attach)."),
                       header->filesLeftOut));
    return Done;
}

static QString wordFor(const BundleNews &news)
{
    switch (news.signature) {
    case SignatureState::None:
        return u"none"_s;
    case SignatureState::OtherKey:
        return u"other key"_s;
    case SignatureState::New:
        return u"new"_s;
    case SignatureState::Known:
        return u"known"_s;
    case SignatureState::Checked:
        return u"checked"_s;
    }
    return {};
}

static QJsonArray sentencesOf(const QList<Problem> &problems)
{
    QJsonArray sentences;
    for (const Problem &problem : problems)
        sentences += problem.sentence;
    return sentences;
}

static QJsonArray bundlesJson(const ImportReport &report)
{
    QJsonArray bundles;
    for (const BundleNews &news : report.bundles)
        bundles += QJsonObject{{u"bundle"_s, news.path},
                               {u"sender"_s, news.header.senderName},
                               {u"made"_s, news.header.created.toString(Qt::ISODate)},
                               {u"sealed"_s, news.encrypted},
                               {u"signature"_s, wordFor(news)}};
    return bundles;
}

static QJsonArray recordsJson(const ImportReport &report)
{
    QJsonArray records;
    for (const ImportedRecord &record : report.records) {
        QJsonArray fields;
        for (const Field &field : record.fields())
            fields += QString::fromLatin1(field.name);
        const QString what = record.what == ImportedRecord::New    ? u"new"_s
                             : record.what == ImportedRecord::Gone ? u"gone"_s
                                                                   : u"changed"_s;
        records += QJsonObject{{u"key"_s, record.key},
                               {u"id"_s, record.record.uuid.toString(QUuid::WithoutBraces)},
                               {u"kind"_s, QLatin1String(describe(record.kind).name)},
                               {u"what"_s, what},
                               {u"fields"_s, fields},
                               {u"touchedByBoth"_s, record.touchedByBoth}};
    }
    return records;
}

QJsonArray gapsJson(const Review &review, const QList<Gap> &gaps)
{
    QJsonArray array;
    for (const Gap &gap : gaps)
        array += QJsonObject{{u"stream"_s, QString::fromLatin1(gap.stream.toHex())},
                             {u"first"_s, qint64(gap.first)},
                             {u"last"_s, qint64(gap.last)},
                             {u"sentence"_s, describeGap(review, gap)}};
    return array;
}

static QJsonObject toJson(const Review &review, const ImportReport &report)
{
    return {{u"bundles"_s, bundlesJson(report)},
            {u"new"_s, report.counts.transactions},
            {u"operations"_s, report.counts.operations},
            {u"here"_s, report.counts.alreadyHere},
            {u"setAside"_s, report.counts.setAside},
            {u"records"_s, recordsJson(report)},
            {u"conflicts"_s, QJsonArray::fromStringList(report.newConflicts)},
            {u"settled"_s, QJsonArray::fromStringList(report.settled)},
            {u"left"_s, QJsonArray::fromStringList(report.left)},
            {u"problems"_s, sentencesOf(report.newProblems)},
            {u"solved"_s, sentencesOf(report.goneProblems)},
            {u"gaps"_s, gapsJson(review, report.gaps)}};
}

/// The records named by --without. They may be new, so a trial import says what their keys will be.
static Result<QSet<RecordId>> recordsWithout(Call &call, const Session &session, const ImportOptions &options)
{
    QSet<RecordId> records;
    if (!call.isSet(u"without"_s))
        return records;
    const auto trial = previewImport(session.path(), session.clock(), call.from(1), options);
    if (!trial)
        return trial.error();
    for (const QString &key : call.values(u"without"_s)) {
        const auto found = std::find_if(trial->records.begin(), trial->records.end(), [&](const ImportedRecord &record) {
            return record.key == key || record.record.uuid.toString(QUuid::WithoutBraces) == key;
        });
        if (found == trial->records.end())
            return Error{ErrorCode::NotFound,
                         say(QT_TRANSLATE_NOOP("Cli", "The bundles change no record “%1”; nothing was taken in.")).arg(key),
                         {},
                         {}};
        records.insert(found->record);
    }
    return records;
}

int runImport(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"BUNDLE..."_s, say(QT_TRANSLATE_NOOP("Cli", "the bundles to take in, in any order")));
    call.allowMore();
    call.option(u"dry-run"_s, say(QT_TRANSLATE_NOOP("Cli", "only say what would happen")));
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print what it brought as JSON")));
    call.option(u"passphrase-file"_s,
                say(QT_TRANSLATE_NOOP("Cli", "open sealed bundles with the first line of a file, or of stdin (-)")),
                u"FILE"_s);
    call.option(u"without"_s,
                say(QT_TRANSLATE_NOOP("Cli", "set aside the changes of a record; may be given several times")), u"KEY"_s);
    if (!call.parse())
        return call.exitCode();
    const bool dry = call.isSet(u"dry-run"_s);
    const auto session = call.open(dry ? Store::ReadOnly : Store::ReadWrite);
    if (!session)
        return call.exitCode();
    ImportOptions options;
    const auto passphrase = passphraseFrom(call);
    if (!passphrase)
        return call.fail(passphrase.error());
    options.passphrase = *passphrase;
    const auto without = recordsWithout(call, *session, options);
    if (!without)
        return call.fail(without.error());
    options.setAside = *without;
    const auto report = dry ? previewImport(session->path(), session->clock(), call.from(1), options)
                            : importBundles(*session, call.from(1), options);
    if (!report)
        return call.fail(report.error());
    if (call.isSet(u"json"_s)) {
        call.print(jsonLine(toJson(session->review(), *report)));
    } else {
        for (const QString &line : describeImport(session->review(), *report, dry))
            call.print(line);
    }
    return report->newConflicts.isEmpty() ? Done : ProblemsFound;
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
