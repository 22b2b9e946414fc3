// What is watched about links and about notes in the margin.

#include "core/checks/check.h"

#include "core/checks/wording.h"
#include "core/domain/finding.h"
#include "core/domain/linkstate.h"
#include "core/domain/note.h"
#include "core/domain/recommendation.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

/// What traces lead from and to. Links between other kinds come from elsewhere; nobody here can say what they
/// mean.
static const QList<Kind> &tracedKinds()
{
    static const QList<Kind> kinds{
        Kind::DataSource,          Kind::Finding,     Kind::Recommendation, Kind::ScopeItem,
        Kind::PriorRecommendation, Kind::DataRequest, Kind::FeedbackPoint};
    return kinds;
}

/// Relations whose ends must be looked at again when one changes. What others say of a link has a check of
/// its own: presentations finding.presented, decisions consensus.level.
static bool isTrace(const Link &link)
{
    switch (link.type.value.value_or(LinkType::MovedTo)) {
    case LinkType::Supports:
    case LinkType::LeadsTo:
    case LinkType::Addresses:
    case LinkType::DependsOn:
        return true;
    default:
        return false;
    }
}

/// Whether anybody still works on the record.
static bool isOpen(const Review &review, RecordId id)
{
    const auto kind = review.kindOf(id);
    if (!kind || !tracedKinds().contains(*kind))
        return false;
    if (const Recommendation *recommendation = review.find(RecommendationId(id.uuid)))
        return isStanding(*recommendation) && !recommendation->state.is(RecommendationState::Final) &&
               !recommendation->state.is(RecommendationState::Transmitted);
    if (const Finding *finding = review.find(FindingId(id.uuid)))
        return !finding->state.is(FindingState::Dropped);
    return true;
}

static void suspect(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const Link *link : review.all<Link>()) {
        if (!isTrace(*link) || link->confirmed.isEmpty() || !isOpen(review, link->from) ||
            !isOpen(review, link->to))
            continue;
        const QList<RecordId> changed = changedEnds(review, *link);
        if (changed.isEmpty())
            continue;
        const RecordId told = changed.contains(link->from) ? link->to : link->from;
        problems += problemOn(
            *review.find(told),
            QCoreApplication::translate("Checks", "%1 changed since its link to %2 was confirmed.")
                .arg(nameOf(review, *review.find(changed.first())), nameOf(review, *review.find(told))),
            QCoreApplication::translate("Checks",
                                        "Look at what changed, and say whether the link still holds."));
    }
}

static void openNote(const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    for (const Note *note : review.all<Note>()) {
        const Record *on = review.find(note->on);
        if (note->state.is(NoteState::Resolved) || !on || review.kindOf(note->on) == Kind::Note)
            continue;
        problems += problemOn(
            *note,
            QCoreApplication::translate("Checks", "%1 on %2 is not resolved.")
                .arg(nameOf(review, *note), nameOf(review, *on)),
            QCoreApplication::translate("Checks", "Answer it, or settle it with what was decided."));
    }
}

/// Notes and what they stand on, as far as the sentence shows it.
static bool notesConcerned(const Changes &changes)
{
    return std::any_of(changes.records.cbegin(), changes.records.cend(), [](const Changes::Entry &entry) {
        return entry.kind == Kind::Note || entry.appeared || entry.vanished || entry.fields.contains("key") ||
               entry.fields.contains(describe(entry.kind).title);
    });
}

const QList<Check> &traceChecks()
{
    static const QList<Check> checks{
        {"link.suspect", ProblemLevel::Warning, QList<Kind>{Kind::Link} + tracedKinds(), false, suspect,
         QT_TRANSLATE_NOOP("Checks", "A link was confirmed on what both its ends say now.")},
        {"note.open", ProblemLevel::Hint, allKinds(), false, openNote,
         QT_TRANSLATE_NOOP("Checks", "Every note in the margin is resolved."), notesConcerned},
    };
    return checks;
}

} // namespace plumbline
