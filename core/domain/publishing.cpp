#include "core/domain/publishing.h"

#include "core/domain/audience.h"
#include "core/domain/audiencerules.h"

namespace plumbline {

const QList<PublishingRule> &publishingRules()
{
    static const QList<PublishingRule> rules{
        {Kind::Review,
         true,
         "What is reviewed, by whose mandate.",
         {"~place", "title", "acronym", "mandate", "basis", "organisation", "started", "phase", "template", "edition",
          "website", "toradopted", "tortext", "source"},
         {}},
        {Kind::Rule,
         true,
         "The rules the team binds itself to are its promise to the public.",
         {"~place", "name", "title", "value", "unit", "source", "edition", "explanation"},
         {}},
        {Kind::TorSection,
         true,
         "The terms of reference are public.",
         {"key", "~place", "number", "title", "text", "source"},
         {}},
        {Kind::ScopeItem,
         true,
         "The terms of reference are public.",
         {"key", "~place", "number", "title", "text", "origin", "adopted", "source"},
         {}},
        {Kind::Person,
         true,
         "Who reviews is public; how to reach them is theirs to say.",
         {"key", "~place", "name", "affiliation", "group", "country"},
         {"email"}},
        {Kind::Membership,
         true,
         "Who reviews is public.",
         {"key", "~place", "person", "role", "subteam", "from", "to", "source"},
         {}},
        {Kind::InterestStatement,
         true,
         "Statements of interest are published by those who make them.",
         {"key", "~place", "person", "date", "text", "url", "source"},
         {}},
        {Kind::Recusal,
         true,
         "Who took no part in what is public; the reason may be private.",
         {"key", "~place", "person", "on", "date", "source"},
         {"reason"}},
        {Kind::SubTeam,
         true,
         "How the team divides its work is public.",
         {"key", "~place", "title", "scope", "list", "formed", "state", "movedto", "agreed", "agreedplan", "reported", "source"},
         {}},
        {Kind::ReportBack,
         false,
         "What a lead tells the team about work in progress.",
         {},
         {"key", "~place", "subteam", "date", "by", "meeting", "text", "source"}},
        {Kind::ClosedGroup,
         false,
         "Even that something is kept among some is the team's own affair.",
         {},
         {"key", "~place", "title", "purpose", "source"}},
        {Kind::PriorRecommendation,
         true,
         "What became of the previous review is part of this one.",
         {"key", "~place", "number", "title", "text", "review", "implemented", "evidence", "effect", "relevance",
          "relevancewhy", "next", "subteam", "source"},
         {}},
        {Kind::Milestone,
         true,
         "The work plan is public.",
         {"key", "~place", "title", "type", "subteam", "responsible", "start", "target", "deadline", "actual", "progress",
          "duration", "dayunit", "constraint", "constraintdate", "serves", "reason", "description", "source"},
         {"optimistic", "likely", "pessimistic"}}, // What the team says among itself of how sure it is.
        {Kind::Dependency, true, "The work plan is public.", {"~place", "from", "to", "type", "lag", "lagunit"}, {}},
        {Kind::CalendarEvent,
         true,
         "The work plan is public.",
         {"key", "~place", "title", "category", "first", "last", "reason", "source"},
         {}},
        {Kind::DataSource,
         true,
         "Readers judge findings by their sources.",
         {"key", "~place", "title", "category", "instance", "provider", "url", "need", "expected", "obtained", "access",
          "limitations", "appraisal", "state", "subteam", "source"},
         {}},
        {Kind::DataRequest,
         true,
         "Requests and their answers are public; how they were argued inside is not.",
         {"key", "~place", "title", "text", "purpose", "addressee", "recipient", "subteam", "discussed", "state", "sent", "due",
          "answer", "answered", "refusal", "source"},
         {"clarifications", "appeal"}},
        {Kind::Message,
         false,
         "The lists have archives of their own; addresses of people are not ours to hand on.",
         {},
         {"key", "~place", "subject", "sender", "sent", "list", "subteam", "messageid", "inreplyto", "text", "attachments"}},
        {Kind::Finding,
         true,
         "Findings are what the review is for.",
         {"key", "~place", "title", "statement", "criteria", "condition", "cause", "effect", "methodology", "confidence",
          "subteam", "presented", "state", "source"},
         {}},
        {Kind::Presentation,
         false,
         "Preliminary findings are shown to the team before anybody else.",
         {},
         {"key", "~place", "title", "meeting", "subteam", "methodology", "summary", "source"}},
        {Kind::FeedbackPoint,
         false,
         "The team talks to itself about what is preliminary.",
         {},
         {"key", "~place", "presentation", "finding", "by", "text", "outcome", "how", "source"}},
        {Kind::RecommendationGroup,
         true,
         "Recommendations are what the review is for.",
         {"key", "~place", "title", "introduction", "source"},
         {}},
        {Kind::Recommendation,
         true,
         "Recommendations are what the review is for.",
         {"key", "~place", "title", "text", "rationale", "outcome", "form", "category", "addressee", "priority", "metric",
          "deferred", "timeframe", "effort", "subteam", "group", "state", "reason", "source"},
         {"sharedby", "shared"}},
        {Kind::ImplementabilityInput,
         true,
         "What Board and staff said, and what the team made of it, is printed with the recommendation.",
         {"key", "~place", "recommendation", "askedof", "question", "asked", "answer", "answered", "reaction", "source"},
         {"askedtext"}},
        {Kind::Meeting,
         true,
         "Meetings are held in public and their records are open.",
         {"key", "~place", "title", "category", "number", "held", "time", "subteam", "agenda", "minutes", "attendance",
          "apologies", "observers", "url", "source"},
         {}},
        {Kind::Decision,
         true,
         "What was decided, and with which consensus, is printed in the report.",
         {"key", "~place", "text", "date", "meeting", "channel", "level", "source"},
         {}},
        {Kind::ActionItem,
         false,
         "A working list of the team; no report prints it.",
         {},
         {"key", "~place", "text", "number", "category", "meeting", "owner", "requested", "due", "progress", "done",
          "source"}},
        {Kind::BoardAction,
         true,
         "The Board acts in public.",
         {"key", "~place", "recommendation", "part", "action", "date", "rationale", "source"},
         {}},
        {Kind::Baseline,
         true,
         "The plan is compared with the one first published. What a baseline was computed from is the team's log.",
         {"key", "~place", "name", "taken", "purpose", "source"},
         {"tips", "fingerprint"}},
        {Kind::BaselineItem,
         true,
         "The plan is compared with the one first published. A hash would confirm a guess at a withheld text.",
         {"~place", "baseline", "record", "number", "start", "target", "deadline"},
         {"hash"}},
        {Kind::Link,
         true,
         "Readers follow a recommendation to its findings. A hash would confirm a guess at a withheld text.",
         {"~place", "type", "from", "to", "passage", "page", "source"},
         {"confirmed"}},
        {Kind::Attachment,
         false,
         "A file may hold what nobody has read through; it is published by whoever made it.",
         {},
         {"key", "~place", "on", "filename", "description", "size", "sha256", "source"}},
        {Kind::Tag, false, "The team sorts its records by them.", {}, {"key", "~place", "name", "meaning"}},
        {Kind::Note,
         false,
         "The team talks to itself in the margin.",
         {},
         {"key", "~place", "on", "field", "passage", "text", "author", "state", "resolution"}},
        {Kind::Waiver,
         true,
         "That the team went on although a demand was not met is printed in the report, with the reason. A hash would "
         "confirm a guess at a withheld text.",
         {"key", "~place", "check", "on", "reason", "person", "date"},
         {"text"}},
    };
    return rules;
}

bool isPublished(Kind kind)
{
    return publishingRules().at(qsizetype(kind)).published;
}

bool isPublished(Kind kind, QByteArrayView field)
{
    const PublishingRule &rule = publishingRules().at(qsizetype(kind));
    return rule.published && rule.shown.contains(field);
}

bool mayAppear(const Record &record)
{
    return record.life != Life::Deleted && record.audience == wholeTeam;
}

/// Whether everything a record names in its published fields is among @p known.
static bool namesOnly(Kind kind, const Record &record, const QSet<RecordId> &known)
{
    for (const Field &field : describe(kind).fields) {
        if (!isPublished(kind, field.name) || field.name == "~place")
            continue; // Where it stands in a list says nothing of others.
        const QList<RecordId> named = namedRecords(field, field.get(record));
        for (const RecordId id : named) {
            if (!known.contains(id))
                return false;
        }
    }
    return true;
}

QSet<RecordId> publishableRecords(const Review &review)
{
    QSet<RecordId> known;
    for (const Kind kind : allKinds()) {
        for (const Record *record : review.list(kind)) {
            if (isPublished(kind) && mayAppear(*record))
                known.insert(record->id);
        }
    }
    // One that is left out may have been named by another, a waiver on a link for one: again until nothing changes.
    for (bool changed = true; changed;) {
        changed = false;
        for (const Kind kind : allKinds()) {
            if (!followsWhatItNames(kind))
                continue;
            for (const Record *record : review.list(kind)) {
                if (known.contains(record->id) && !namesOnly(kind, *record, known))
                    changed = known.remove(record->id) || changed;
            }
        }
    }
    return known;
}

} // namespace plumbline
