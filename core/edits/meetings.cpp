#include "core/edits/meetings.h"

#include "core/domain/actionitem.h"
#include "core/edits/linking.h"

#include <QCoreApplication>

namespace plumbline {

static Error meetingError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Edits", sentence), {}, {}};
}

Result<ChangeSet> callRoll(const EditContext &context, MeetingId meeting, PersonId person, std::optional<Attendance> attendance)
{
    const Review &review = context.review;
    if (!review.find(meeting) || !review.find(person))
        return meetingError(ErrorCode::NotFound,
                            QT_TRANSLATE_NOOP("Edits", "The meeting or the person is not in this review any more; nothing was recorded."));
    const RecordId from(person.uuid);
    const RecordId to(meeting.uuid);
    ChangeSet changes(review, Cause::Edit);
    for (const Attendance other : {Attendance::Present, Attendance::Excused, Attendance::Observing}) {
        if (attendance != other)
            removeLink(changes, review, linkTypeOf(other), from, to);
    }
    if (attendance)
        addLink(changes, review, linkTypeOf(*attendance), from, to);
    return changes;
}

Result<ChangeSet> decideIn(const EditContext &context, MeetingId id, const QString &text)
{
    const Meeting *meeting = context.review.find(id);
    if (!meeting)
        return meetingError(ErrorCode::NotFound,
                            QT_TRANSLATE_NOOP("Edits", "The meeting is not in this review any more; nothing was recorded."));
    if (text.trimmed().isEmpty())
        return meetingError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "Say what was decided."));
    ChangeSet changes(context.review, Cause::Create);
    const DecisionId decision(changes.create(context.review, Kind::Decision, {}, context.newId()).uuid);
    changes.set<&Decision::text>(decision, text.trimmed());
    changes.set<&Decision::meeting>(decision, id);
    changes.set<&Decision::channel>(decision, Choice<Channel>(Channel::Meeting));
    if (meeting->held)
        changes.set<&Decision::date>(decision, meeting->held);
    return changes;
}

Result<ChangeSet> assignIn(const EditContext &context, MeetingId id, const QString &text, const QString &owner,
                           const std::optional<PartialDate> &due)
{
    const Meeting *meeting = context.review.find(id);
    if (!meeting)
        return meetingError(ErrorCode::NotFound,
                            QT_TRANSLATE_NOOP("Edits", "The meeting is not in this review any more; nothing was recorded."));
    if (text.trimmed().isEmpty())
        return meetingError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "Say what is to be done."));
    ChangeSet changes(context.review, Cause::Create);
    const ActionItemId item(changes.create(context.review, Kind::ActionItem, {}, context.newId()).uuid);
    changes.set<&ActionItem::text>(item, text.trimmed());
    changes.set<&ActionItem::meeting>(item, id);
    if (!owner.trimmed().isEmpty())
        changes.set<&ActionItem::owner>(item, owner.trimmed());
    if (meeting->held)
        changes.set<&ActionItem::requested>(item, meeting->held);
    if (due)
        changes.set<&ActionItem::due>(item, due);
    return changes;
}

Result<ChangeSet> supersede(const EditContext &context, DecisionId newer, DecisionId older)
{
    const Review &review = context.review;
    if (!review.find(newer) || !review.find(older))
        return meetingError(ErrorCode::NotFound,
                            QT_TRANSLATE_NOOP("Edits", "The decision is not in this review any more; nothing was recorded."));
    const RecordId from(newer.uuid);
    const RecordId to(older.uuid);
    if (from == to || leadsTo(review, LinkType::Supersedes, to, from))
        return meetingError(ErrorCode::Refused,
                            QT_TRANSLATE_NOOP("Edits", "A decision cannot take the place of itself, nor of one that takes its place."));
    ChangeSet changes(review, Cause::Edit);
    addLink(changes, review, LinkType::Supersedes, from, to);
    return changes;
}

} // namespace plumbline
