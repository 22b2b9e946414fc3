#include "core/session/backup.h"
#include "core/store/salvage.h"

#include "app/cli/cli.h"
#include "core/base/json.h"
#include "core/domain/recordjson.h"

#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static int restoreBackup(Call &call, const Backups &backups)
{
    const QDate day = QDate::fromString(call.value(u"restore"_s), Qt::ISODate);
    if (!day.isValid())
        return call.wrongUsage(
            say(QT_TRANSLATE_NOOP("Cli", "“%1” is not a day; write 2020-01-24.")).arg(call.value(u"restore"_s)));
    if (call.at(1).isEmpty())
        return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "--restore needs NEW, the file to write.")));
    if (const Status restored = backups.restore(day, call.at(1)); !restored)
        return call.fail(restored.error());
    call.print(say(QT_TRANSLATE_NOOP("Cli", "Written: %1, as the review was at the beginning of %2."))
                   .arg(call.at(1), day.toString(Qt::ISODate)));
    return Done;
}

int runBackups(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"NEW"_s, say(QT_TRANSLATE_NOOP("Cli", "with --restore: the file to write")), true);
    call.option(u"restore"_s, say(QT_TRANSLATE_NOOP("Cli", "copies the backup of that day to NEW")), u"DAY"_s);
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an array of backups")));
    if (!call.parse())
        return call.exitCode();
    // Not opened: a damaged review is what backups are for.
    const auto review = reviewIdOf(call.at(0));
    if (!review)
        return call.fail(review.error());
    const Backups backups(*review);
    if (call.isSet(u"restore"_s))
        return restoreBackup(call, backups);
    if (!call.at(1).isEmpty())
        return call.wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "NEW goes with --restore.")));
    QJsonArray array;
    for (const Backup &backup : backups.list()) {
        const QString day = backup.day.toString(Qt::ISODate);
        array += QJsonObject{
            {u"day"_s, day}, {u"size"_s, backup.size}, {u"changes"_s, backup.changes}, {u"path"_s, backup.path}};
        if (!call.isSet(u"json"_s))
            call.print(say(QT_TRANSLATE_NOOP("Cli", "%1  %2 changes, %3 bytes"))
                           .arg(day)
                           .arg(backup.changes)
                           .arg(backup.size));
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    return Done;
}

int runSalvage(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the damaged review; it is not touched")));
    call.word(u"NEW"_s, say(QT_TRANSLATE_NOOP("Cli", "the review to make of what can be read")));
    if (!call.parse())
        return call.exitCode();
    const auto report = salvage(call.at(0), call.at(1));
    if (!report)
        return call.fail(report.error());
    for (const QString &line : describeSalvage(*report))
        call.print(line);
    return report->isComplete() ? Done : ProblemsFound;
}

static QJsonObject toJson(const Review &review, const SearchHit &hit)
{
    const Record *record = review.find(hit.record);
    QJsonArray marks;
    for (const SearchHit::Mark &mark : hit.marks)
        marks += QJsonArray{mark.from, mark.length};
    return {{u"kind"_s, QLatin1String(describe(hit.kind).name)},
            {u"id"_s, hit.record.uuid.toString(QUuid::WithoutBraces)},
            {u"key"_s, record ? review.shownKey(*record) : QString()},
            {u"field"_s, QString::fromLatin1(hit.field)},
            {u"excerpt"_s, hit.excerpt},
            {u"marks"_s, marks}};
}

int runSearch(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"TEXT"_s, say(QT_TRANSLATE_NOOP("Cli", "words the records hold; the last may be a beginning")));
    call.option(u"limit"_s, say(QT_TRANSLATE_NOOP("Cli", "at most so many records (50)")), u"N"_s);
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an array of hits")));
    if (!call.parse())
        return call.exitCode();
    bool isNumber = true;
    const int limit = call.isSet(u"limit"_s) ? call.value(u"limit"_s).toInt(&isNumber) : 50;
    if (!isNumber || limit < 1)
        return call.wrongUsage(
            say(QT_TRANSLATE_NOOP("Cli", "“%1” is no number of records.")).arg(call.value(u"limit"_s)));
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto hits = session->store().search(call.at(1), limit);
    if (!hits)
        return call.fail(hits.error());
    QJsonArray array;
    for (const SearchHit &hit : *hits) {
        const QJsonObject line = toJson(session->review(), hit);
        array += line;
        const QString key = line.value(u"key"_s).toString();
        if (!call.isSet(u"json"_s))
            call.print(u"%1.%2: %3"_s.arg(key.isEmpty() ? line.value(u"id"_s).toString() : key,
                                          QString::fromLatin1(hit.field), hit.excerpt));
    }
    if (call.isSet(u"json"_s))
        call.print(jsonLine(array));
    return Done;
}

} // namespace plumbline::cli
