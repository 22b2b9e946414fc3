#include "app/cli/cli.h"
#include "core/domain/subteam.h"
#include "core/report/draftreport.h"
#include "core/report/plenarypack.h"
#include "core/report/redlinereport.h"
#include "core/report/timelinereport.h"
#include "core/timeline/timelineconflicts.h"
#include "core/timeline/timelinerows.h"
#include "core/timeline/timelineschedule.h"
#include "ui/render/reportwriter.h"
#include "ui/render/timelineimage.h"

#include "core/domain/baseline.h"

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static Error refused(const QString &sentence)
{
    return {ErrorCode::Refused, sentence, {}, {}};
}

static Result<report::Document> documentAsked(Call &call, Session &session, const QString &kind)
{
    if (kind == u"draft")
        return report::draftReport(session.review(), session.clock());
    if (kind == u"timeline")
        return report::timelineReport(session.review(), session.clock());
    if (kind == u"plenary" && session.review().count(Kind::Baseline) == 0)
        return report::plenaryPack(session.review(), session.clock(), nullptr);
    const auto redline = redlineAsked(call, session);
    if (kind == u"plenary")
        return redline ? Result<report::Document>(report::plenaryPack(session.review(), session.clock(), &*redline))
                       : Result<report::Document>(redline.error());
    return redline ? Result<report::Document>(report::redlineReport(*redline, session.review(), session.clock()))
                   : Result<report::Document>(redline.error());
}

int runReport(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"OUT.pdf"_s, say(QT_TRANSLATE_NOOP("Cli", "the PDF to write")));
    call.option(u"kind"_s, say(QT_TRANSLATE_NOOP("Cli", "timeline, draft, redline or plenary")), u"KIND"_s);
    call.option(u"baseline"_s, say(QT_TRANSLATE_NOOP("Cli", "for a redline or a plenary pack: the earlier state")), u"NAME"_s);
    call.option(u"against"_s, say(QT_TRANSLATE_NOOP("Cli", "for a redline: another baseline, or now")), u"NAME"_s);
    call.option(u"paper"_s, say(QT_TRANSLATE_NOOP("Cli", "a4 or letter")), u"SIZE"_s);
    call.option(u"on"_s, say(QT_TRANSLATE_NOOP("Cli", "the day the report is made for, such as 2019-11-08")),
                u"DAY"_s);
    if (!call.parse())
        return call.exitCode();
    const QString kind = call.value(u"kind"_s);
    if (kind.isEmpty())
        return call.wrongUsage(
            say(QT_TRANSLATE_NOOP("Cli", "Say which report: --kind timeline, draft, redline or plenary.")));
    if (kind != u"timeline" && kind != u"draft" && kind != u"redline" && kind != u"plenary")
        return call.fail(refused(
            say(QT_TRANSLATE_NOOP(
                    "Cli",
                    "This version makes the reports timeline, draft, redline and plenary, not “%1”; nothing was "
                    "written."))
                .arg(kind)));
    const QString paper = call.isSet(u"paper"_s) ? call.value(u"paper"_s).toLower() : u"a4"_s;
    if (paper != u"a4" && paper != u"letter")
        return call.wrongUsage(
            say(QT_TRANSLATE_NOOP("Cli", "There is no paper “%1”; there are a4 and letter.")).arg(paper));
    if (Status free = Call::checkTarget(call.at(1)); !free)
        return call.fail(free.error());
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto document = documentAsked(call, *session, kind);
    if (!document)
        return call.fail(document.error());
    const Status written =
        writeReport(*document, call.at(1), paper == u"a4" ? PaperSize::A4 : PaperSize::Letter);
    return written ? Done : call.fail(written.error());
}

/// A day given as an option; false, with the exit code set, when it is none.
static bool dayOption(Call &call, const QString &name, QDate *day, int *exitCode)
{
    if (!call.isSet(name))
        return true;
    *day = QDate::fromString(call.value(name), Qt::ISODate);
    if (!day->isValid())
        *exitCode = call.wrongUsage(
            say(QT_TRANSLATE_NOOP("Cli", "“%1” is not a day; write 2020-01-24.")).arg(call.value(name)));
    return day->isValid();
}

int runTimeline(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"OUT"_s, say(QT_TRANSLATE_NOOP("Cli", "the picture to write: .png, .svg or .pdf")));
    call.option(u"from"_s, say(QT_TRANSLATE_NOOP("Cli", "the first day to draw")), u"DAY"_s);
    call.option(u"to"_s, say(QT_TRANSLATE_NOOP("Cli", "the last day to draw")), u"DAY"_s);
    call.option(u"subteam"_s, say(QT_TRANSLATE_NOOP("Cli", "only the lane of that sub-team")), u"KEY"_s);
    call.option(u"on"_s, say(QT_TRANSLATE_NOOP("Cli", "the day that counts as today, such as 2019-11-08")),
                u"DAY"_s);
    call.option(u"critical"_s, say(QT_TRANSLATE_NOOP("Cli", "mark the items without slack")));
    call.option(u"forecast"_s, say(QT_TRANSLATE_NOOP("Cli", "show where items will probably end")));
    if (!call.parse())
        return call.exitCode();
    QDate from;
    QDate to;
    int exitCode = Done;
    if (!dayOption(call, u"from"_s, &from, &exitCode) || !dayOption(call, u"to"_s, &to, &exitCode))
        return exitCode;
    if (Status free = Call::checkTarget(call.at(1)); !free)
        return call.fail(free.error());
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const Review &review = session->review();
    TimelineOptions options;
    options.today = session->clock().today();
    options.newItemRow = false;
    const PlanSchedule schedule(review, options.today);
    options.conflicts = timelineConflicts(review, schedule);
    if (call.isSet(u"critical"_s))
        showCritical(options, schedule);
    if (call.isSet(u"forecast"_s))
        showForecasts(options, forecast(review, schedule, options.today));
    if (const auto baselines = review.all<Baseline>(); !baselines.empty())
        options.baseline = baselines.front()->id;
    if (call.isSet(u"subteam"_s)) {
        const auto lane = review.byKey(call.value(u"subteam"_s));
        if (!lane)
            return call.fail(lane.error());
        if (review.kindOf(*lane) != Kind::SubTeam)
            return call.fail(refused(
                say(QT_TRANSLATE_NOOP("Cli", "“%1” is not a sub-team.")).arg(call.value(u"subteam"_s))));
        options.onlyLane = *lane;
    }
    const Status written = writeTimelineImage(buildTimeline(review, options), call.at(1), from, to);
    return written ? Done : call.fail(written.error());
}

} // namespace plumbline::cli
