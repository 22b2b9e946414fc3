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
          "website", "source"},
         {}},
        {Kind::Rule,
         true,
         "The rules the team binds itself to are its promise to the public.",
         {"~place", "name", "title", "value", "unit", "source", "edition", "explanation"},
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
        {Kind::SubTeam,
         true,
         "How the team divides its work is public.",
         {"key", "~place", "title", "scope", "list", "formed", "state", "movedto", "agreed", "agreedplan", "reported", "source"},
         {}},
        {Kind::ClosedGroup,
         false,
         "Even that something is kept among some is the team's own affair.",
         {},
         {"key", "~place", "title", "purpose", "source"}},
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
        {Kind::Finding,
         true,
         "Findings are what the review is for.",
         {"key", "~place", "title", "statement", "criteria", "condition", "cause", "effect", "methodology", "confidence",
          "subteam", "presented", "state", "source"},
         {}},
        {Kind::RecommendationGroup,
         true,
         "Recommendations are what the review is for.",
         {"key", "~place", "title", "introduction", "source"},
         {}},
        {Kind::Recommendation,
         true,
         "Recommendations are what the review is for.",
         {"key", "~place", "title", "text", "rationale", "outcome", "form", "category", "addressee", "priority", "metric",
          "deferred", "timeframe", "effort", "subteam", "group", "state", "source"},
         {}},
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
         {"~place", "type", "from", "to", "source"},
         {"confirmed"}},
        {Kind::Note,
         false,
         "The team talks to itself in the margin.",
         {},
         {"key", "~place", "on", "field", "passage", "text", "author", "state", "resolution"}},
        {Kind::Waiver,
         true,
         "That the team went on although a demand was not met is printed in the report, with the reason.",
         {"key", "~place", "check", "on", "reason", "person", "date"},
         {}},
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
