// What is watched about data sources and data requests.

#include "core/checks/check.h"

#include "core/checks/wording.h"
#include "core/domain/audience.h"
#include "core/domain/datarequest.h"
#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/meeting.h"
#include "core/domain/teamdecision.h"
#include "core/schedule/milestonedates.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

static bool isObtained(const DataSource &source, const QDate &today)
{
    return (source.obtained && !source.obtained->isOpen() && source.obtained->first <= today) || source.state.is(SourceState::Obtained) ||
           source.state.is(SourceState::Appraised);
}

static bool isGivenUp(const DataSource &source)
{
    return source.state.is(SourceState::Withdrawn) || source.state.is(SourceState::NotUsed);
}

/// Whether a finding the team still stands by rests on the source.
static bool isUsed(const CheckContext &context, const DataSource &source)
{
    const auto findings = context.links().from(source.id, LinkType::Supports);
    return source.state.is(SourceState::Used) ||
           std::any_of(findings.cbegin(), findings.cend(), [&](const RecordLinks::Entry &entry) {
               const Finding *finding = context.review.find(FindingId(entry.other.uuid));
               return finding && !finding->state.is(FindingState::Dropped);
           });
}

static void neverObtained(const CheckContext &context, QList<Problem> &problems)
{
    for (const DataSource *source : context.review.all<DataSource>()) {
        if (isObtained(*source, context.today) || !isUsed(context, *source))
            continue;
        problems +=
            problemOn(*source,
                      QCoreApplication::translate("Checks", "%1 is used and was never obtained.")
                          .arg(nameOf(context.review, *source)),
                      QCoreApplication::translate("Checks", "Note when it was obtained, or stop using it."));
    }
}

static void expectedPassed(const CheckContext &context, QList<Problem> &problems)
{
    for (const DataSource *source : context.review.all<DataSource>()) {
        const auto last = lastDay(source->expected);
        if (isObtained(*source, context.today) || isGivenUp(*source) || source->state.is(SourceState::Used) || !last ||
            *last >= context.today)
            continue;
        const int days = int(last->daysTo(context.today));
        problems += problemOn(
            *source,
            QCoreApplication::translate("Checks", "%1 is %n day(s) late (expected: %2).", nullptr, days)
                .arg(nameOf(context.review, *source), dateWords(*source->expected)),
            QCoreApplication::translate("Checks", "Ask for it, or note another date."), days);
    }
}

static void notAppraised(const CheckContext &context, QList<Problem> &problems)
{
    for (const DataSource *source : context.review.all<DataSource>()) {
        // Of one that is used and was never obtained that alone is said.
        if (!isObtained(*source, context.today) || isGivenUp(*source) || !source->appraisal.trimmed().isEmpty())
            continue;
        problems +=
            problemOn(*source,
                      QCoreApplication::translate("Checks", "%1 was obtained and not appraised.")
                          .arg(nameOf(context.review, *source)),
                      QCoreApplication::translate("Checks", "Write down how far it can be relied on."));
    }
}

/// Keys of sources of closed groups in texts of the whole team. The key alone says that there is something.
static void closedCited(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    QHash<QString, const DataSource *> closed;
    for (const DataSource *source : review.all<DataSource>()) {
        if (source->audience != wholeTeam && !source->key.isEmpty())
            closed.insert(source->key, source);
    }
    if (closed.isEmpty())
        return;
    static const QRegularExpression keys(QStringLiteral("\\bDS-[A-Z0-9-]*[0-9]\\b"));
    for (const Kind kind : allKinds()) {
        if (kind == Kind::Message)
            continue; // What others wrote.
        for (const Record *record : review.list(kind)) {
            if (record->audience != wholeTeam)
                continue;
            const DataSource *cited = nullptr;
            for (const Field &field : describe(kind).fields) {
                if (field.type != FieldType::Text && field.type != FieldType::Line)
                    continue;
                const QString text = field.get(*record).toText();
                if (!text.contains(QStringLiteral("DS-")))
                    continue;
                for (auto match = keys.globalMatch(text); match.hasNext() && !cited;)
                    cited = closed.value(match.next().captured());
            }
            if (!cited)
                continue;
            problems += problemOn(
                *record,
                QCoreApplication::translate("Checks", "%1 cites %2, which belongs to “%3”.")
                    .arg(nameOf(review, *record), cited->key, audienceName(review, cited->audience)),
                QCoreApplication::translate(
                    "Checks", "Say it without naming the source, or move the source to the team."));
        }
    }
}

/// Whether the state says nothing of having been sent; the date may.
static bool isNotYetSentByState(const DataRequest &request)
{
    return request.state.isNone() || request.state.is(RequestState::Draft) || request.state.is(RequestState::Discussed);
}

static bool isSent(const DataRequest &request)
{
    switch (request.state.value.value_or(RequestState::Draft)) {
    case RequestState::Draft:
    case RequestState::Discussed:
    case RequestState::Withdrawn:
        return request.sent && !request.sent->isOpen() && !request.state.is(RequestState::Withdrawn);
    default:
        return true;
    }
}

static void discussed(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const DataRequest *request : review.all<DataRequest>()) {
        if (!isSent(*request))
            continue;
        const RecordId id(request->discussed.uuid);
        const Meeting *meeting = review.find(request->discussed);
        if (id.isNull() || (review.findAny(id) && !meeting)) {
            problems += problemOn(
                *request,
                QCoreApplication::translate("Checks", "%1 was sent without discussion by the full team.")
                    .arg(nameOf(review, *request)),
                QCoreApplication::translate("Checks",
                                            "Name the meeting that discussed it, or put it on the agenda."));
        } else if (isOfSubTeam(review, request->discussed)) {
            problems += problemOn(
                *request,
                QCoreApplication::translate(
                    "Checks", "%1 was discussed in %2, a meeting of a sub-team and not of the full team.")
                    .arg(nameOf(review, *request), nameOf(review, *meeting)),
                QCoreApplication::translate("Checks",
                                            "Discuss it with the full team and name that meeting."));
        } else if (meeting && meeting->held && !meeting->held->isOpen() && meeting->held->first > context.today) {
            problems +=
                problemOn(*request,
                          QCoreApplication::translate("Checks", "%1 was sent, and %2 has yet to discuss it.")
                              .arg(nameOf(review, *request), nameOf(review, *meeting)),
                          QCoreApplication::translate(
                              "Checks", "Name the meeting that discussed it, or put it on the agenda."));
        } else if (meeting && meeting->held && !meeting->held->isOpen() && request->sent &&
                   !request->sent->isOpen() && request->sent->last() < meeting->held->first) {
            problems +=
                problemOn(*request,
                          QCoreApplication::translate("Checks", "%1 was sent before %2 discussed it.")
                              .arg(nameOf(review, *request), nameOf(review, *meeting)),
                          QCoreApplication::translate(
                              "Checks", "Correct the dates, or name the meeting that discussed it first."));
        }
    }
}

static void overdue(const CheckContext &context, QList<Problem> &problems)
{
    for (const DataRequest *request : context.review.all<DataRequest>()) {
        const auto due = lastDay(request->due);
        const bool waits =
            request->state.is(RequestState::Sent) || request->state.is(RequestState::Clarification) ||
            request->state.is(RequestState::PartlyAnswered) || request->state.is(RequestState::Appealed) ||
            (isNotYetSentByState(*request) && isSent(*request) && !request->answered);
        if (!waits || !due || *due >= context.today)
            continue;
        const int days = int(due->daysTo(context.today));
        problems += problemOn(
            *request,
            QCoreApplication::translate("Checks", "%1 was to be answered by %2 and is %n day(s) overdue.",
                                        nullptr, days)
                .arg(nameOf(context.review, *request), dateWords(*request->due)),
            QCoreApplication::translate("Checks", "Remind the addressee, or agree another date."), days);
    }
}

static void refused(const CheckContext &context, QList<Problem> &problems)
{
    for (const DataRequest *request : context.review.all<DataRequest>()) {
        if (!request->state.is(RequestState::Refused) || !request->refusal.trimmed().isEmpty())
            continue;
        problems += problemOn(
            *request,
            QCoreApplication::translate("Checks", "%1 was refused, and the reason is not recorded.")
                .arg(nameOf(context.review, *request)),
            QCoreApplication::translate("Checks", "Record the reason, and whether the team appeals."));
    }
}

const QList<Check> &evidenceChecks()
{
    static const QList<Check> checks{
        {"evidence.neverObtained",
         ProblemLevel::Error,
         {Kind::DataSource, Kind::Finding, Kind::Link},
         true,
         neverObtained,
         QT_TRANSLATE_NOOP("Checks", "What a finding rests on was obtained.")},
        {"evidence.expected",
         ProblemLevel::Warning,
         {Kind::DataSource},
         true,
         expectedPassed,
         QT_TRANSLATE_NOOP("Checks", "Data sources arrive by the date they are expected.")},
        {"evidence.appraised",
         ProblemLevel::Warning,
         {Kind::DataSource},
         true,
         notAppraised,
         QT_TRANSLATE_NOOP("Checks", "What was obtained is appraised.")},
        {"evidence.closedCited",
         ProblemLevel::Error,
         allKinds(),
         false,
         closedCited,
         QT_TRANSLATE_NOOP("Checks", "No text of the whole team cites a source that a closed group keeps.")},
        {"request.discussed",
         ProblemLevel::Error,
         {Kind::DataRequest, Kind::Meeting},
         true,
         discussed,
         QT_TRANSLATE_NOOP("Checks", "A data request is discussed with the full team before it is sent.")},
        {"request.overdue",
         ProblemLevel::Warning,
         {Kind::DataRequest},
         true,
         overdue,
         QT_TRANSLATE_NOOP("Checks", "A data request is answered by the date that was agreed.")},
        {"request.refused",
         ProblemLevel::Warning,
         {Kind::DataRequest},
         false,
         refused,
         QT_TRANSLATE_NOOP("Checks", "A refused data request has its reason on record.")},
    };
    return checks;
}

} // namespace plumbline
