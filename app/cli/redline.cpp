#include "core/report/redline.h"

#include "app/cli/cli.h"
#include "core/base/json.h"
#include "core/report/redlinereport.h"
#include "core/edits/baselines.h"
#include "core/session/baselinestate.h"

#include "core/domain/baseline.h"

#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

/// The baseline taken last, of those in this copy.
static Result<RecordId> lastBaseline(const Review &review)
{
    const Baseline *last = nullptr;
    for (const Baseline *baseline : review.all<Baseline>()) {
        if (!last || !baseline->taken || !last->taken || baseline->taken->first >= last->taken->first)
            last = baseline;
    }
    return last ? Result<RecordId>(last->id) : baselineNamed(review, {});
}

Result<report::Redline> redlineAsked(Call &call, Session &session)
{
    const Review &review = session.review();
    const auto from = call.isSet(u"baseline"_s) ? baselineNamed(review, call.value(u"baseline"_s)) : lastBaseline(review);
    if (!from)
        return from.error();
    const QString against = call.value(u"against"_s);
    const auto to = against.isEmpty() || against == u"now" ? Result<RecordId>(RecordId()) : baselineNamed(review, against);
    if (!to)
        return to.error();
    return report::redline(session.store(), *from, *to, QLocale(QLocale::English));
}

static QString inWords(const QList<DiffPiece> &diff)
{
    QString text;
    for (const DiffPiece &piece : diff) {
        const char *frame = piece.kind == DiffPiece::Inserted ? "{+%1+}" : piece.kind == DiffPiece::Deleted ? "[-%1-]" : "%1";
        text += QLatin1String(frame).arg(piece.text);
    }
    return text.simplified();
}

static void printRecord(Call &call, const report::RedlineRecord &record)
{
    const char *what = record.what == report::RedlineRecord::New    ? QT_TRANSLATE_NOOP("Cli", "new")
                       : record.what == report::RedlineRecord::Gone ? QT_TRANSLATE_NOOP("Cli", "gone")
                                                                    : QT_TRANSLATE_NOOP("Cli", "changed");
    const QString name = !record.key.isEmpty()          ? record.key
                         : record.kind == Kind::Review ? u"review"_s // As `apply` calls it.
                                                       : record.record.uuid.toString(QUuid::WithoutBraces);
    QString head = u"%1 %2: %3"_s.arg(name, say(what), record.title);
    if (record.numberBefore != record.numberAfter)
        head += u" (%1 -> %2)"_s.arg(record.numberBefore.isEmpty() ? u"-"_s : record.numberBefore,
                                     record.numberAfter.isEmpty() ? u"-"_s : record.numberAfter);
    call.print(head);
    for (const report::RedlineField &field : record.fields)
        call.print(u"    %1: %2"_s.arg(QString::fromLatin1(field.field), inWords(field.diff)));
    if (const QString authors = report::authorWords(record.authors, QLocale(QLocale::English)); !authors.isEmpty())
        call.print(u"    "_s + say(QT_TRANSLATE_NOOP("Cli", "by %1")).arg(authors));
}

static QJsonArray authorsJson(const QList<report::RedlineAuthor> &authors)
{
    QJsonArray array;
    for (const report::RedlineAuthor &author : authors)
        array += QJsonObject{{u"person"_s, author.name},
                             {u"first"_s, author.first.toString(Qt::ISODate)},
                             {u"last"_s, author.last.toString(Qt::ISODate)},
                             {u"changes"_s, author.changes}};
    return array;
}

static QJsonObject recordJson(const report::RedlineRecord &record)
{
    static const char *const whats[] = {"new", "gone", "changed"};
    static const char *const kinds[] = {"same", "inserted", "deleted"};
    QJsonArray fields;
    for (const report::RedlineField &field : record.fields) {
        QJsonArray diff;
        for (const DiffPiece &piece : field.diff)
            diff += QJsonArray{QLatin1String(kinds[piece.kind]), piece.text};
        fields += QJsonObject{{u"field"_s, QString::fromLatin1(field.field)},
                              {u"before"_s, field.before},
                              {u"after"_s, field.after},
                              {u"diff"_s, diff},
                              {u"by"_s, authorsJson(field.authors)}};
    }
    return {{u"what"_s, QLatin1String(whats[record.what])},
            {u"id"_s, record.record.uuid.toString(QUuid::WithoutBraces)},
            {u"kind"_s, QLatin1String(describe(record.kind).name)},
            {u"key"_s, record.key},
            {u"title"_s, record.title},
            {u"numberBefore"_s, record.numberBefore},
            {u"numberAfter"_s, record.numberAfter},
            {u"fields"_s, fields},
            {u"by"_s, authorsJson(record.authors)}};
}

int runRedline(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"baseline"_s, say(QT_TRANSLATE_NOOP("Cli", "the earlier state; the last baseline when left out")),
                u"NAME"_s);
    call.option(u"against"_s, say(QT_TRANSLATE_NOOP("Cli", "the later state: another baseline, or now")), u"NAME"_s);
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an object with the records")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto redline = redlineAsked(call, *session);
    if (!redline)
        return call.fail(redline.error());
    if (call.isSet(u"json"_s)) {
        QJsonArray records;
        for (const report::RedlineRecord &record : redline->records)
            records += recordJson(record);
        call.print(jsonLine(QJsonObject{{u"from"_s, redline->from}, {u"to"_s, redline->to}, {u"records"_s, records}}));
        return Done;
    }
    for (const report::RedlineRecord &record : redline->records)
        printRecord(call, record);
    if (redline->records.isEmpty())
        call.print(say(QT_TRANSLATE_NOOP("Cli", "Nothing changed from “%1” to “%2”.")).arg(redline->from, redline->to));
    return Done;
}

} // namespace plumbline::cli
