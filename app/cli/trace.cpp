#include "app/cli/cli.h"
#include "core/base/json.h"
#include "core/checks/whoacts.h"
#include "core/checks/wording.h"
#include "core/domain/link.h"
#include "core/domain/linkstate.h"
#include "core/domain/numbers.h"
#include "core/domain/trace.h"
#include "core/edits/recommendations.h"

#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static QString nameIn(const Review &review, RecordId id)
{
    const Record *record = review.findAny(id);
    return record ? nameOf(review, *record) : u"-"_s;
}

static QJsonValue keyIn(const Review &review, RecordId id)
{
    const Record *record = review.findAny(id);
    return record ? QJsonValue(review.shownKey(*record)) : QJsonValue();
}

/// Why a number leads to nothing any more.
static QString whyGone(const Review &review, RecommendationId id)
{
    const auto *was = static_cast<const Recommendation *>(review.findAny(RecordId(id.uuid)));
    if (!was || was->life == Life::Deleted)
        return say(QT_TRANSLATE_NOOP("Cli", "was deleted"));
    if (was->reason.trimmed().isEmpty())
        return say(QT_TRANSLATE_NOOP("Cli", "was withdrawn; why is not recorded"));
    return say(QT_TRANSLATE_NOOP("Cli", "was withdrawn: %1")).arg(was->reason.simplified());
}

static bool isSuspect(const Review &review, LinkId id)
{
    const Link *link = review.find(id);
    return link && linkState(review, *link) == LinkState::Suspect;
}

/// What a number of any report leads to.
static int printNumber(Call &call, const Review &review, const QString &number)
{
    const QList<NumberTrail> trails = recommendationsNumbered(review, number);
    if (trails.isEmpty())
        return call.fail(
            {ErrorCode::NotFound,
             say(QT_TRANSLATE_NOOP("Cli", "No recommendation ever had the number “%1” in this review."))
                 .arg(number.left(60)),
             {},
             {}});
    const auto numbers = recommendationNumbers(review);
    QJsonArray array;
    QString text;
    for (const NumberTrail &trail : trails) {
        QJsonArray now;
        QStringList names;
        for (const RecommendationId id : trail.now) {
            now += QJsonObject{
                {u"record"_s, keyIn(review, RecordId(id.uuid))},
                {u"number"_s, numbers.contains(id) ? QJsonValue(numbers.value(id).toText()) : QJsonValue()}};
            names += (numbers.contains(id) ? numbers.value(id).toText() + u' ' : QString()) +
                     nameIn(review, RecordId(id.uuid));
        }
        array +=
            QJsonObject{{u"baseline"_s, trail.baseline.isEmpty() ? QJsonValue() : QJsonValue(trail.baseline)},
                        {u"was"_s, keyIn(review, RecordId(trail.was.uuid))},
                        {u"now"_s, now},
                        {u"why"_s, names.isEmpty() ? QJsonValue(whyGone(review, trail.was)) : QJsonValue()}};
        const QString where =
            trail.baseline.isEmpty() ? say(QT_TRANSLATE_NOOP("Cli", "today")) : trail.baseline;
        text += u"%1: %2\n"_s.arg(where, nameIn(review, RecordId(trail.was.uuid)));
        text += names.isEmpty() ? u"  "_s + whyGone(review, trail.was) + u'\n'
                                : u"  "_s + names.join(u"\n  "_s) + u'\n';
    }
    call.print(call.isSet(u"json"_s) ? jsonLine(array) : text.toUtf8());
    return Done;
}

static int printFall(Call &call, const Review &review, const QString &key)
{
    const auto id = review.byKey(key);
    const DataSource *source = id ? review.find(DataSourceId(id->uuid)) : nullptr;
    if (!source)
        return call.fail(
            {ErrorCode::NotFound,
             say(QT_TRANSLATE_NOOP("Cli", "There is no data source “%1” in this review.")).arg(key.left(60)),
             {},
             {}});
    const Fall fall = fallsWithout(review, RecordLinks(review), DataSourceId(source->id.uuid));
    QJsonArray findings;
    QJsonArray recommendations;
    QString text;
    for (const RecommendationId one : fall.recommendations) {
        recommendations += keyIn(review, RecordId(one.uuid));
        text += nameIn(review, RecordId(one.uuid)) + u'\n';
    }
    for (const FindingId one : fall.findings) {
        findings += keyIn(review, RecordId(one.uuid));
        text += nameIn(review, RecordId(one.uuid)) + u'\n';
    }
    if (fall.isEmpty()) {
        const bool used = !RecordLinks(review).from(source->id, LinkType::Supports).isEmpty();
        text = (used ? say(QT_TRANSLATE_NOOP(
                           "Cli", "Nothing would fall: whatever rests on it rests on something else too."))
                     : say(QT_TRANSLATE_NOOP("Cli", "Nothing would fall: nothing rests on it."))) +
               u'\n';
    }
    call.print(call.isSet(u"json"_s)
                   ? jsonLine(QJsonObject{{u"findings"_s, findings}, {u"recommendations"_s, recommendations}})
                   : text.toUtf8());
    return Done;
}

int runTrace(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"number"_s,
                say(QT_TRANSLATE_NOOP("Cli", "what a number of any report leads to, such as 7.2")),
                u"NUMBER"_s);
    call.option(u"without"_s,
                say(QT_TRANSLATE_NOOP("Cli", "what would fall if that data source were taken away")),
                u"KEY"_s);
    call.option(u"gaps"_s, say(QT_TRANSLATE_NOOP("Cli", "only what is missing, with who has to act")));
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print JSON")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const Review &review = session->review();
    if (call.isSet(u"number"_s))
        return printNumber(call, review, call.value(u"number"_s).trimmed());
    if (call.isSet(u"without"_s))
        return printFall(call, review, call.value(u"without"_s).trimmed());
    QJsonArray rows;
    QString text;
    if (!call.isSet(u"gaps"_s)) {
        for (const ChainRow &row : chain(review, RecordLinks(review))) {
            const bool suspect = isSuspect(review, row.supports) || isSuspect(review, row.leadsTo);
            rows += QJsonObject{{u"source"_s, keyIn(review, row.source)},
                                {u"finding"_s, keyIn(review, RecordId(row.finding.uuid))},
                                {u"recommendation"_s, keyIn(review, RecordId(row.recommendation.uuid))},
                                {u"suspect"_s, suspect}};
            text += u"%1 > %2 > %3%4\n"_s.arg(
                nameIn(review, row.source), nameIn(review, RecordId(row.finding.uuid)),
                nameIn(review, RecordId(row.recommendation.uuid)), suspect ? u" (suspect)"_s : QString());
        }
    }
    QJsonArray gaps;
    for (const auto &[problem, whom] : traceGaps(review, session->problems(), session->clock().today())) {
        const Person *person = review.find(whom);
        const QString who = person ? person->name : say(QT_TRANSLATE_NOOP("Cli", "nobody is named"));
        gaps += QJsonObject{{u"id"_s, QString::fromLatin1(problem.check)},
                            {u"record"_s, keyIn(review, problem.record)},
                            {u"sentence"_s, problem.sentence},
                            {u"who"_s, person ? QJsonValue(person->name) : QJsonValue()}};
        text += u"%1 (%2)\n"_s.arg(problem.sentence, who);
    }
    if (text.isEmpty())
        text = call.isSet(u"gaps"_s)
                   ? say(QT_TRANSLATE_NOOP("Cli", "There is no gap."))
                   : say(QT_TRANSLATE_NOOP(
                         "Cli", "There is nothing to trace yet: no finding and no recommendation."));
    call.print(call.isSet(u"json"_s) ? jsonLine(QJsonObject{{u"chain"_s, rows}, {u"gaps"_s, gaps}})
                                     : text.toUtf8());
    return gaps.isEmpty() ? Done : ProblemsFound;
}

} // namespace plumbline::cli
