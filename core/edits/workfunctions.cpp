// The edit functions of phases 1 to 3 as scripts call them: preparation, evidence, findings, recommendations,
// notes, gates.

#include "core/edits/functions.h"

#include "core/edits/findings.h"
#include "core/edits/linking.h"
#include "core/edits/notes.h"
#include "core/edits/preparation.h"
#include "core/edits/recommendations.h"
#include "core/edits/tags.h"
#include "core/edits/waivers.h"

#include <QCoreApplication>

namespace plumbline {

using namespace Qt::StringLiterals;
using Resolver = std::function<Result<RecordId>(const QString &)>;

namespace {

/// Reads the arguments of a call one by one; the first that is wrong is kept.
class Arguments
{
public:
    Arguments(const Review &review, const QJsonObject &arguments, const Resolver &resolve)
        : m_review(review), m_arguments(arguments), m_resolve(resolve)
    {
    }

    const std::optional<Error> &error() const { return m_error; }

    QString text(const char *name) const { return m_arguments.value(QLatin1String(name)).toString(); }

    /// Parts of a list with semicolons.
    QStringList list(const char *name) const
    {
        QStringList parts;
        for (const QString &part : text(name).split(u';', Qt::SkipEmptyParts)) {
            if (!part.trimmed().isEmpty())
                parts += part.trimmed();
        }
        return parts;
    }

    template<class T>
    Id<T> record(const char *name)
    {
        const QString key = text(name);
        if (key.isEmpty())
            return {};
        const auto found = m_resolve(key);
        if (!found) {
            note(found.error());
            return {};
        }
        mustBe<T>(name, key, *found);
        return Id<T>(found->uuid);
    }

    template<class T>
    QList<Id<T>> records(const char *name)
    {
        QList<Id<T>> ids;
        for (const QString &key : list(name)) {
            const auto found = m_resolve(key);
            if (!found) {
                note(found.error());
                continue;
            }
            mustBe<T>(name, key, *found);
            ids += Id<T>(found->uuid);
        }
        return ids;
    }

    std::optional<PartialDate> date(const char *name)
    {
        if (text(name).isEmpty())
            return std::nullopt;
        const auto read = PartialDate::fromText(text(name));
        if (read)
            return *read;
        note(read.error());
        return std::nullopt;
    }

    template<class Enum>
    Choice<Enum> choice(const char *name)
    {
        const QString word = text(name);
        if (word.isEmpty())
            return {};
        QStringList words;
        for (const ChoiceWord &known : choiceWords<Enum>()) {
            if (word.compare(QLatin1String(known.word), Qt::CaseInsensitive) == 0)
                return Choice<Enum>::fromWord(QLatin1String(known.word));
            words += QLatin1String(known.word);
        }
        note(Error{ErrorCode::BadInput,
                   QCoreApplication::translate("Edits", "“%1” is none of %2.")
                       .arg(word.left(60), words.join(u", "_s)),
                   {},
                   QLatin1String(name)});
        return {};
    }

    DecisionDetails decision()
    {
        DecisionDetails details;
        details.decision = record<Decision>("decision");
        details.date = date("date");
        details.meeting = record<Meeting>("meeting");
        details.channel = choice<Channel>("channel");
        details.level = choice<Consensus>("level");
        return details;
    }

private:
    void note(const Error &error)
    {
        if (!m_error)
            m_error = error;
    }

    /// A key of another kind is a mistake, and not a record that is gone.
    template<class T>
    void mustBe(const char *name, const QString &key, RecordId id)
    {
        if constexpr (!std::is_same_v<T, Record>) {
            const auto kind = m_review.kindOf(id);
            if (kind && *kind != T::kind)
                note(Error{ErrorCode::BadInput,
                           QCoreApplication::translate("Edits", "“%1” must name a record of the kind “%2”; %3 is one of the "
                                                                "kind “%4”.")
                               .arg(QLatin1String(name), QLatin1String(describe(T::kind).name), key.left(60),
                                    QLatin1String(describe(*kind).name)),
                           {},
                           QLatin1String(name)});
        }
    }

    const Review &m_review;         // Not owned.
    const QJsonObject &m_arguments; // Not owned.
    const Resolver &m_resolve;      // Not owned.
    std::optional<Error> m_error;
};

/// A function whose body reads its arguments from @p read and then calls the edit.
template<auto body>
Result<ChangeSet> call(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve)
{
    Arguments read(context.review, arguments, resolve);
    const auto edit = body(read);
    if (read.error())
        return *read.error();
    return edit(context);
}

QList<EditArgument> withDecision(QList<EditArgument> arguments)
{
    arguments += QList<EditArgument>{
        {"decision", false,
         QT_TRANSLATE_NOOP("Edits", "the key of a decision on record; else one is recorded")},
        {"date", false, QT_TRANSLATE_NOOP("Edits", "when it was decided; today, when not given")},
        {"meeting", false, QT_TRANSLATE_NOOP("Edits", "the key of the meeting that decided it")},
        {"channel", false, QT_TRANSLATE_NOOP("Edits", "meeting or list")},
        {"level", false, QT_TRANSLATE_NOOP("Edits", "the level of consensus")},
    };
    return arguments;
}

QList<EditFunction> preparationFunctions()
{
    return {
        {"adopttor",
         QT_TRANSLATE_NOOP("Edits",
                           "Adopts the Terms of Reference as they stand, by a decision of the full team."),
         withDecision({}), call<[](Arguments &read) {
             return [details = read.decision()](const EditContext &context) {
                 return adoptTermsOfReference(context, details);
             };
         }>},
        {"decideon",
         QT_TRANSLATE_NOOP("Edits", "Records what the full team decided on some records, on the text they have."),
         withDecision({{"records", true, QT_TRANSLATE_NOOP("Edits", "their keys, with semicolons")},
                       {"text", false, QT_TRANSLATE_NOOP("Edits", "what was decided, unless a decision is named")}}),
         call<[](Arguments &read) {
             return [records = read.records<Record>("records"), text = read.text("text"),
                     details = read.decision()](const EditContext &context) {
                 return decideOn(context, records, text, details);
             };
         }>},
        {"acknowledge",
         QT_TRANSLATE_NOOP("Edits", "Records that a member acknowledges the scope of the review."),
         {{"person", true, QT_TRANSLATE_NOOP("Edits", "her key")}},
         call<[](Arguments &read) {
             return [person = read.record<Person>("person")](const EditContext &context) {
                 return acknowledgeScope(context, person);
             };
         }>},
        {"formsubteam", QT_TRANSLATE_NOOP("Edits", "Forms a sub-team by decision of the full team."),
         withDecision({{"name", true, QT_TRANSLATE_NOOP("Edits", "its name")},
                       {"scope", false, QT_TRANSLATE_NOOP("Edits", "its scope of work")},
                       {"lead", false, QT_TRANSLATE_NOOP("Edits", "the key of its lead")}}),
         call<[](Arguments &read) {
             return [name = read.text("name"), scope = read.text("scope"), lead = read.record<Person>("lead"),
                     details = read.decision()](const EditContext &context) {
                 return formSubTeam(context, name, scope, lead, details);
             };
         }>},
        {"recordformation",
         QT_TRANSLATE_NOOP("Edits",
                           "Records by which decision of the full team a proposed sub-team was formed."),
         withDecision({{"subteam", true, QT_TRANSLATE_NOOP("Edits", "its key")}}), call<[](Arguments &read) {
             return [subTeam = read.record<SubTeam>("subteam"), details = read.decision()](
                        const EditContext &context) { return recordFormation(context, subTeam, details); };
         }>},
        {"renamesubteam",
         QT_TRANSLATE_NOOP("Edits", "Gives a sub-team another name by decision of the full team."),
         withDecision({{"subteam", true, QT_TRANSLATE_NOOP("Edits", "its key")},
                       {"name", true, QT_TRANSLATE_NOOP("Edits", "its new name")}}),
         call<[](Arguments &read) {
             return [subTeam = read.record<SubTeam>("subteam"), name = read.text("name"),
                     details = read.decision()](const EditContext &context) {
                 return renameSubTeam(context, subTeam, name, details);
             };
         }>},
        {"splitsubteam",
         QT_TRANSLATE_NOOP(
             "Edits", "Splits a sub-team by decision of the full team; the first part takes its open work."),
         withDecision(
             {{"subteam", true, QT_TRANSLATE_NOOP("Edits", "its key")},
              {"names", true, QT_TRANSLATE_NOOP("Edits", "the names of the parts, with semicolons")}}),
         call<[](Arguments &read) {
             return [subTeam = read.record<SubTeam>("subteam"), names = read.list("names"),
                     details = read.decision()](const EditContext &context) {
                 return splitSubTeam(context, subTeam, names, details);
             };
         }>},
        {"closesubteam",
         QT_TRANSLATE_NOOP("Edits", "Closes a sub-team by decision of the full team; its open work moves."),
         withDecision({{"subteam", true, QT_TRANSLATE_NOOP("Edits", "its key")},
                       {"movedto", false,
                        QT_TRANSLATE_NOOP("Edits", "the sub-team that takes over; else the full team")}}),
         call<[](Arguments &read) {
             return [subTeam = read.record<SubTeam>("subteam"), heir = read.record<SubTeam>("movedto"),
                     details = read.decision()](const EditContext &context) {
                 return closeSubTeam(context, subTeam, heir, details);
             };
         }>},
        {"reportback",
         QT_TRANSLATE_NOOP("Edits", "Records what a lead tells the full team."),
         {{"subteam", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"text", true, QT_TRANSLATE_NOOP("Edits", "what the full team should know")},
          {"by", false, QT_TRANSLATE_NOOP("Edits", "the key of who reports")},
          {"date", false, QT_TRANSLATE_NOOP("Edits", "the day; today, when not given")}},
         call<[](Arguments &read) {
             return [subTeam = read.record<SubTeam>("subteam"), text = read.text("text"),
                     by = read.record<Person>("by"), date = read.date("date")](const EditContext &context) {
                 return reportBack(context, subTeam, text, by, date);
             };
         }>},
        {"passgate",
         QT_TRANSLATE_NOOP("Edits", "Passes a gate; with gaps a reason is needed, which stays on record."),
         {{"gate", true, QT_TRANSLATE_NOOP("Edits", "G1 to G7")},
          {"reason", false, QT_TRANSLATE_NOOP("Edits", "why it is passed with gaps")}},
         call<[](Arguments &read) {
             return [gate = read.text("gate"), reason = read.text("reason")](const EditContext &context) {
                 return passGate(context, gate, reason);
             };
         }>},
    };
}

QList<EditFunction> evidenceFunctions()
{
    return {
        {"relate",
         QT_TRANSLATE_NOOP("Edits", "Says what one record is to another: a source supports a finding, a "
                                    "finding leads to a recommendation."),
         {{"from", true, QT_TRANSLATE_NOOP("Edits", "the key of the one")},
          {"type", true, QT_TRANSLATE_NOOP("Edits", "supports, leadsto, addresses, dependson ...")},
          {"to", true, QT_TRANSLATE_NOOP("Edits", "the key of the other")},
          {"passage", false, QT_TRANSLATE_NOOP("Edits", "the words that are meant")},
          {"page", false, QT_TRANSLATE_NOOP("Edits", "where they stand")}},
         call<[](Arguments &read) {
             return [from = read.record<Record>("from"), type = read.choice<LinkType>("type"),
                     to = read.record<Record>("to"), passage = read.text("passage"),
                     page = read.text("page")](const EditContext &context) {
                 return relate(context, type.value.value_or(LinkType::Concerns), from, to, passage, page);
             };
         }>},
        {"cite",
         QT_TRANSLATE_NOOP("Edits", "Says where in a source a finding rests: an excerpt and a page."),
         {{"from", true, QT_TRANSLATE_NOOP("Edits", "the key of the source")},
          {"to", true, QT_TRANSLATE_NOOP("Edits", "the key of the finding")},
          {"passage", false, QT_TRANSLATE_NOOP("Edits", "an excerpt; none takes it away")},
          {"page", false, QT_TRANSLATE_NOOP("Edits", "the page; none takes it away")}},
         call<[](Arguments &read) {
             return [from = read.record<Record>("from"), to = read.record<Record>("to"),
                     passage = read.text("passage"), page = read.text("page")](const EditContext &context) {
                 return citePassage(context, LinkId(linkId(context.review, LinkType::Supports, from, to).uuid), passage,
                                    page);
             };
         }>},
        {"unrelate",
         QT_TRANSLATE_NOOP("Edits", "Takes back what one record was said to be to another."),
         {{"from", true, QT_TRANSLATE_NOOP("Edits", "the key of the one")},
          {"type", true, QT_TRANSLATE_NOOP("Edits", "the type of the link")},
          {"to", true, QT_TRANSLATE_NOOP("Edits", "the key of the other")}},
         call<[](Arguments &read) {
             return [from = read.record<Record>("from"), type = read.choice<LinkType>("type"),
                     to = read.record<Record>("to")](const EditContext &context) {
                 return unrelate(context, type.value.value_or(LinkType::Concerns), from, to);
             };
         }>},
        {"confirm",
         QT_TRANSLATE_NOOP("Edits", "Says that a link still holds although one of its ends changed."),
         {{"from", true, QT_TRANSLATE_NOOP("Edits", "the key of the one")},
          {"type", true, QT_TRANSLATE_NOOP("Edits", "the type of the link")},
          {"to", true, QT_TRANSLATE_NOOP("Edits", "the key of the other")}},
         call<[](Arguments &read) {
             return [from = read.record<Record>("from"), type = read.choice<LinkType>("type"),
                     to = read.record<Record>("to")](const EditContext &context) {
                 return confirmLink(
                     context,
                     LinkId(linkId(context.review, type.value.value_or(LinkType::Concerns), from, to).uuid));
             };
         }>},
        {"present",
         QT_TRANSLATE_NOOP("Edits",
                           "Records that findings were presented to the full team, with their methodology."),
         {{"findings", true, QT_TRANSLATE_NOOP("Edits", "their keys, with semicolons")},
          {"meeting", false, QT_TRANSLATE_NOOP("Edits", "the key of the meeting; else on the list")},
          {"methodology", false, QT_TRANSLATE_NOOP("Edits", "as presented; else that of the findings")}},
         call<[](Arguments &read) {
             return [findings = read.records<Finding>("findings"), meeting = read.record<Meeting>("meeting"),
                     methodology = read.text("methodology")](const EditContext &context) {
                 return presentFindings(context, findings, meeting, methodology);
             };
         }>},
        {"feedback",
         QT_TRANSLATE_NOOP("Edits", "Notes what somebody said about a presentation."),
         {{"presentation", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"text", true, QT_TRANSLATE_NOOP("Edits", "what was said")},
          {"finding", false, QT_TRANSLATE_NOOP("Edits", "the finding that is meant")},
          {"by", false, QT_TRANSLATE_NOOP("Edits", "the key of who said it")}},
         call<[](Arguments &read) {
             return [presentation = read.record<Presentation>("presentation"),
                     finding = read.record<Finding>("finding"), text = read.text("text"),
                     by = read.record<Person>("by")](const EditContext &context) {
                 return noteFeedback(context, presentation, finding, text, by);
             };
         }>},
        {"answerfeedback",
         QT_TRANSLATE_NOOP("Edits", "Says what became of a feedback point."),
         {{"point", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"outcome", true, QT_TRANSLATE_NOOP("Edits", "incorporated or notincorporated")},
          {"how", true, QT_TRANSLATE_NOOP("Edits", "how, or why not")}},
         call<[](Arguments &read) {
             return [point = read.record<FeedbackPoint>("point"),
                     outcome = read.choice<FeedbackOutcome>("outcome"),
                     how = read.text("how")](const EditContext &context) {
                 return answerFeedback(context, point, outcome.value.value_or(FeedbackOutcome::Incorporated),
                                       how);
             };
         }>},
        {"tag",
         QT_TRANSLATE_NOOP("Edits", "Puts a tag on records; takes it off where all of them have it."),
         {{"name", true, QT_TRANSLATE_NOOP("Edits", "the word")},
          {"records", true, QT_TRANSLATE_NOOP("Edits", "their keys, with semicolons")}},
         call<[](Arguments &read) {
             return [name = read.text("name"), records = read.records<Record>("records")](
                        const EditContext &context) { return toggleTagOn(context, name, records); };
         }>},
        {"note",
         QT_TRANSLATE_NOOP("Edits", "Writes a note in the margin of a record; on a note it is a reply."),
         {{"on", true, QT_TRANSLATE_NOOP("Edits", "the key of the record or note")},
          {"text", true, QT_TRANSLATE_NOOP("Edits", "the note")},
          {"field", false, QT_TRANSLATE_NOOP("Edits", "the field that is meant")},
          {"passage", false, QT_TRANSLATE_NOOP("Edits", "the words that are meant")}},
         call<[](Arguments &read) {
             return [on = read.record<Record>("on"), field = read.text("field").toUtf8(),
                     passage = read.text("passage"), text = read.text("text")](const EditContext &context) {
                 return addNote(context, on, field, passage, text);
             };
         }>},
        {"settlenote",
         QT_TRANSLATE_NOOP("Edits", "Settles a note."),
         {{"note", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"resolution", false, QT_TRANSLATE_NOOP("Edits", "what was decided")}},
         call<[](Arguments &read) {
             return [note = read.record<Note>("note"), resolution = read.text("resolution")](
                        const EditContext &context) { return settleNote(context, note, resolution); };
         }>},
        {"reopennote",
         QT_TRANSLATE_NOOP("Edits", "Opens a settled note again."),
         {{"note", true, QT_TRANSLATE_NOOP("Edits", "its key")}},
         call<[](Arguments &read) {
             return [note = read.record<Note>("note")](const EditContext &context) {
                 return reopenNote(context, note);
             };
         }>},
    };
}

QList<EditFunction> recommendationFunctions()
{
    return {
        {"share",
         QT_TRANSLATE_NOOP("Edits", "Shares a draft recommendation with the full team."),
         {{"recommendation", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"by", false, QT_TRANSLATE_NOOP("Edits", "the key of the lead; else whoever runs this")},
          {"date", false, QT_TRANSLATE_NOOP("Edits", "the day; today, when not given")}},
         call<[](Arguments &read) {
             return [recommendation = read.record<Recommendation>("recommendation"),
                     by = read.record<Person>("by"), date = read.date("date")](const EditContext &context) {
                 return shareRecommendation(context, recommendation, by, date);
             };
         }>},
        {"ask",
         QT_TRANSLATE_NOOP("Edits", "Asks Board or staff how a recommendation can be carried out."),
         {{"recommendation", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"of", true, QT_TRANSLATE_NOOP("Edits", "board or staff")},
          {"question", true, QT_TRANSLATE_NOOP("Edits", "what is asked")},
          {"date", false, QT_TRANSLATE_NOOP("Edits", "the day; today, when not given")}},
         call<[](Arguments &read) {
             return [recommendation = read.record<Recommendation>("recommendation"),
                     whom = read.choice<AskedOf>("of"), question = read.text("question"),
                     date = read.date("date")](const EditContext &context) {
                 return askImplementability(context, recommendation, whom.value.value_or(AskedOf::Staff),
                                            question, date);
             };
         }>},
        {"answer",
         QT_TRANSLATE_NOOP("Edits", "Records what Board or staff answered."),
         {{"input", true, QT_TRANSLATE_NOOP("Edits", "the key of the question")},
          {"answer", true, QT_TRANSLATE_NOOP("Edits", "what they said")},
          {"date", false, QT_TRANSLATE_NOOP("Edits", "the day; today, when not given")}},
         call<[](Arguments &read) {
             return [input = read.record<ImplementabilityInput>("input"), answer = read.text("answer"),
                     date = read.date("date")](const EditContext &context) {
                 return answerImplementability(context, input, answer, date);
             };
         }>},
        {"stillholds",
         QT_TRANSLATE_NOOP("Edits",
                           "Says that an answer still holds for the text the recommendation has now."),
         {{"input", true, QT_TRANSLATE_NOOP("Edits", "the key of the question")}},
         call<[](Arguments &read) {
             return [input = read.record<ImplementabilityInput>("input")](const EditContext &context) {
                 return confirmImplementability(context, input);
             };
         }>},
        {"split",
         QT_TRANSLATE_NOOP("Edits", "Makes several recommendations out of one."),
         {{"recommendation", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"titles", true, QT_TRANSLATE_NOOP("Edits", "the titles of the parts, with semicolons")}},
         call<[](Arguments &read) {
             return [recommendation = read.record<Recommendation>("recommendation"),
                     titles = read.list("titles")](const EditContext &context) {
                 return splitRecommendation(context, recommendation, titles);
             };
         }>},
        {"merge",
         QT_TRANSLATE_NOOP("Edits", "Merges recommendations into one."),
         {{"recommendations", true, QT_TRANSLATE_NOOP("Edits", "the keys of those that go, with semicolons")},
          {"into", true, QT_TRANSLATE_NOOP("Edits", "the key of the one that stays")}},
         call<[](Arguments &read) {
             return [merged = read.records<Recommendation>("recommendations"),
                     into = read.record<Recommendation>("into")](const EditContext &context) {
                 return mergeRecommendations(context, merged, into);
             };
         }>},
        {"replace",
         QT_TRANSLATE_NOOP("Edits", "Says that a recommendation takes the place of an older one."),
         {{"recommendation", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"older", true, QT_TRANSLATE_NOOP("Edits", "the key of the older one")}},
         call<[](Arguments &read) {
             return [newer = read.record<Recommendation>("recommendation"),
                     older = read.record<Recommendation>("older")](const EditContext &context) {
                 return supersedeRecommendation(context, newer, older);
             };
         }>},
        {"withdraw",
         QT_TRANSLATE_NOOP("Edits", "Withdraws a recommendation."),
         {{"recommendation", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"reason", true, QT_TRANSLATE_NOOP("Edits", "why")}},
         call<[](Arguments &read) {
             return [recommendation = read.record<Recommendation>("recommendation"),
                     reason = read.text("reason")](const EditContext &context) {
                 return withdrawRecommendation(context, recommendation, reason);
             };
         }>},
        {"changeform",
         QT_TRANSLATE_NOOP("Edits", "Makes a suggestion of a recommendation, or a recommendation again."),
         {{"recommendation", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"form", true, QT_TRANSLATE_NOOP("Edits", "recommendation or suggestion")},
          {"reason", true, QT_TRANSLATE_NOOP("Edits", "why")}},
         call<[](Arguments &read) {
             return [recommendation = read.record<Recommendation>("recommendation"),
                     form = read.choice<RecommendationForm>("form"),
                     reason = read.text("reason")](const EditContext &context) {
                 return changeForm(context, recommendation,
                                   form.value.value_or(RecommendationForm::Recommendation), reason);
             };
         }>},
    };
}

} // namespace

QList<EditFunction> workFunctions()
{
    return preparationFunctions() + evidenceFunctions() + recommendationFunctions();
}

} // namespace plumbline
