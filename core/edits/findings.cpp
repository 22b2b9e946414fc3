#include "core/edits/findings.h"

#include "core/domain/linkstate.h"
#include "core/edits/linking.h"

#include <QCoreApplication>

namespace plumbline {

static Error findingError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Edits", sentence), {}, {}};
}

Result<ChangeSet> presentFindings(const EditContext &context, const QList<FindingId> &named, MeetingId meeting,
                                  const QString &typed)
{
    const Review &review = context.review;
    QList<FindingId> findings;
    for (const FindingId id : named) {
        if (!findings.contains(id))
            findings += id;
    }
    if (findings.isEmpty())
        return findingError(ErrorCode::BadInput,
                            QT_TRANSLATE_NOOP("Edits", "Name the findings that are presented."));
    QStringList titles;
    QStringList methods;
    Id<SubTeam> subTeam;
    for (const FindingId id : findings) {
        const Finding *finding = review.find(id);
        if (!finding)
            return findingError(
                ErrorCode::NotFound,
                QT_TRANSLATE_NOOP("Edits",
                                  "A finding is not in this review any more; nothing was recorded."));
        if (finding->state.is(FindingState::Dropped))
            return findingError(ErrorCode::Refused,
                                QT_TRANSLATE_NOOP("Edits", "A finding that was dropped is not presented; nothing was recorded."));
        titles += finding->title;
        if (const QString method = finding->methodology.trimmed();
            !method.isEmpty() && !methods.contains(method))
            methods += method;
        subTeam = finding->subteam;
    }
    if (!meeting.isNull() && !review.find(meeting))
        return findingError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The meeting is not in this review any more; nothing was recorded."));
    const QString methodology =
        typed.trimmed().isEmpty() ? methods.join(QStringLiteral("\n\n")) : cleanText(typed).trimmed();
    if (methodology.isEmpty())
        return findingError(
            ErrorCode::BadInput,
            QT_TRANSLATE_NOOP("Edits",
                              "Findings are presented with their methodology; write it down first."));
    ChangeSet changes(review, Cause::Create);
    const PresentationId presentation(
        changes.create(review, Kind::Presentation, subTeam, context.newId()).uuid);
    changes.set<&Presentation::title>(
        presentation, titles.size() == 1 ? titles.first()
                                         : QCoreApplication::translate("Edits", "%n finding(s): %1", nullptr,
                                                                       int(titles.size()))
                                               .arg(titles.first()));
    if (!meeting.isNull())
        changes.set<&Presentation::meeting>(presentation, meeting);
    if (!subTeam.isNull())
        changes.set<&Presentation::subteam>(presentation, subTeam);
    changes.set<&Presentation::methodology>(presentation, methodology);
    for (const FindingId id : findings) {
        const RecordId from(presentation.uuid);
        const RecordId to(id.uuid);
        addLink(changes, review, LinkType::Concerns, from, to);
        // The presentation itself has nothing material: what counts is what the finding says now.
        changes.set<&Link::confirmed>(LinkId(linkId(review, LinkType::Concerns, from, to).uuid),
                                      linkFingerprintOf(Kind::Presentation,
                                                        *describe(Kind::Presentation).create(), Kind::Finding,
                                                        *review.find(id)));
        if (!meeting.isNull())
            changes.set<&Finding::presented>(id, meeting);
        if (!review.find(id)->state.is(FindingState::Agreed))
            changes.set<&Finding::state>(id, Choice<FindingState>(FindingState::Presented));
    }
    return changes;
}

Result<ChangeSet> noteFeedback(const EditContext &context, PresentationId presentation, FindingId finding,
                               const QString &text, PersonId by)
{
    const Review &review = context.review;
    const Presentation *shown = review.find(presentation);
    if (!shown || (!finding.isNull() && !review.find(finding)) || (!by.isNull() && !review.find(by)))
        return findingError(ErrorCode::NotFound,
                            QT_TRANSLATE_NOOP("Edits", "The presentation, the finding or the person is not "
                                                       "in this review any more; nothing was recorded."));
    if (!finding.isNull() &&
        !review.find(linkId(review, LinkType::Concerns, RecordId(presentation.uuid), RecordId(finding.uuid))))
        return findingError(ErrorCode::Refused,
                            QT_TRANSLATE_NOOP("Edits", "That finding was not part of the presentation; nothing was recorded."));
    if (text.trimmed().isEmpty())
        return findingError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "Say what the feedback is."));
    ChangeSet changes(review, Cause::Create);
    const FeedbackPointId point(
        changes.create(review, Kind::FeedbackPoint, shown->subteam, context.newId()).uuid);
    changes.set<&FeedbackPoint::presentation>(point, presentation);
    if (!finding.isNull())
        changes.set<&FeedbackPoint::finding>(point, finding);
    if (!by.isNull())
        changes.set<&FeedbackPoint::by>(point, by);
    changes.set<&FeedbackPoint::text>(point, cleanText(text).trimmed());
    return changes;
}

Result<ChangeSet> answerFeedback(const EditContext &context, FeedbackPointId id, FeedbackOutcome outcome,
                                 const QString &how)
{
    if (!context.review.find(id))
        return findingError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits",
                              "The feedback point is not in this review any more; nothing was recorded."));
    if (how.trimmed().isEmpty())
        return findingError(ErrorCode::BadInput,
                            QT_TRANSLATE_NOOP("Edits", "Say how it was incorporated, or why not."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&FeedbackPoint::outcome>(id, Choice<FeedbackOutcome>(outcome));
    changes.set<&FeedbackPoint::how>(id, cleanText(how).trimmed());
    return changes;
}

} // namespace plumbline
