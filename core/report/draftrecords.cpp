#include "core/report/draftrecords.h"

#include "core/domain/datasource.h"
#include "core/domain/decision.h"
#include "core/domain/finding.h"
#include "core/domain/meeting.h"
#include "core/domain/scopeitem.h"
#include "core/domain/subteam.h"
#include "core/report/reportwords.h"

using namespace Qt::StringLiterals;

namespace plumbline::report {

/// Puts what belongs to one record on a line of its own.
static void newLine(Text &text)
{
    if (!text.runs.isEmpty())
        text.runs += Run{u"\n"_s, false, Tone::Normal, {}, {}};
}

static Tone toneOf(RecommendationState state)
{
    switch (state) {
    case RecommendationState::AgreedForDraft:
    case RecommendationState::Published:
    case RecommendationState::Final:
    case RecommendationState::Transmitted:
        return Tone::Good;
    case RecommendationState::Withdrawn:
    case RecommendationState::Split:
    case RecommendationState::Merged:
        return Tone::Quiet;
    default:
        return Tone::Normal;
    }
}

DraftRecords::DraftRecords(const Review &review, const QLocale &locale)
    : m_review(review), m_locale(locale), m_links(review), m_numbers(recommendationNumbers(review))
{
}

QString DraftRecords::numberOf(const Recommendation &recommendation) const
{
    const auto number = m_numbers.constFind(RecommendationId(recommendation.id.uuid));
    return number == m_numbers.constEnd() ? u"\u2013"_s : number->toText();
}

bool DraftRecords::isNumbered(const Recommendation &recommendation) const
{
    return m_numbers.contains(RecommendationId(recommendation.id.uuid));
}

Text DraftRecords::graded(const Graded &grade, const QString &missingSentence) const
{
    const QString level = wordOf(grade.level);
    if (level.isEmpty() && grade.reason.isEmpty())
        return missing(missingSentence);
    Text text;
    if (level.isEmpty())
        text = missing(missingSentence);
    else
        text = Text::bold(level + u'.');
    if (grade.reason.isEmpty())
        text.runs += Run{u' ' + tr("No reason given yet."), false, Tone::Attention, {}, {}};
    else
        text.runs += Run{u' ' + grade.reason, false, Tone::Normal, {}, {}};
    return text;
}

Text DraftRecords::sources(const Finding &finding) const
{
    Text text;
    for (const DataSource *source : m_links.into<DataSource>(finding, LinkType::Supports)) {
        newLine(text);
        text.runs += Run{m_review.shownKey(*source), false, Tone::Normal, anchorOf(*source), {}};
        QString words = u' ' + shown<&DataSource::title>(*source);
        if (const QString instance = shown<&DataSource::instance>(*source); !instance.isEmpty())
            words += u", "_s + instance;
        if (const QString provider = shown<&DataSource::provider>(*source); !provider.isEmpty())
            words += u", "_s + provider;
        text.runs += Run{words, false, Tone::Normal, {}, {}};
    }
    return text.isEmpty() ? missing(tr("No source is linked to this finding yet.")) : text;
}

FindingBlock DraftRecords::finding(const Finding &finding) const
{
    FindingBlock block;
    block.anchor = anchorOf(finding);
    block.number = m_review.shownKey(finding);
    block.title = shown<&Finding::title>(finding);
    if (block.title.isEmpty())
        block.title = tr("A finding without a title");
    if (const QString state = wordOf(shown<&Finding::state>(finding)); !state.isEmpty())
        block.chips += Chip{state, finding.state.is(FindingState::Agreed) ? Tone::Good : Tone::Normal};
    block.text = markdownOrMissing(shown<&Finding::statement>(finding), tr("The finding is not stated yet."));

    const auto add = [&block](const QString &label, const Text &text) {
        block.parts += LabelledField{label, text};
    };
    add(tr("What should be"), markdownOrMissing(shown<&Finding::criteria>(finding), tr("No criteria yet.")));
    add(tr("What is"),
        markdownOrMissing(shown<&Finding::condition>(finding), tr("No condition described yet.")));
    add(tr("Cause"), markdownOrMissing(shown<&Finding::cause>(finding), tr("No cause given yet.")));
    add(tr("Effect"), markdownOrMissing(shown<&Finding::effect>(finding), tr("No effect described yet.")));
    add(tr("Methodology"),
        markdownOrMissing(shown<&Finding::methodology>(finding), tr("No methodology yet.")));
    add(tr("Confidence"), graded(shown<&Finding::confidence>(finding), tr("No confidence stated yet.")));
    add(tr("Sources"), sources(finding));
    const Meeting *meeting = publicRecord(m_review, shown<&Finding::presented>(finding));
    if (meeting) {
        const QString held = dateText(shown<&Meeting::held>(*meeting), m_locale);
        const QString title = shown<&Meeting::title>(*meeting);
        add(tr("Presented"), Text::plain(held.isEmpty() ? title : tr("%1, %2").arg(title, held)));
    } else {
        add(tr("Presented"), missing(tr("Not presented to the full team yet.")));
    }
    Text leadsTo;
    for (const Recommendation *recommendation : m_links.outOf<Recommendation>(finding, LinkType::LeadsTo)) {
        newLine(leadsTo);
        const QString number =
            isNumbered(*recommendation) ? numberOf(*recommendation) : m_review.shownKey(*recommendation);
        leadsTo.runs += Run{number, false, Tone::Normal, anchorOf(*recommendation), {}};
        leadsTo.runs +=
            Run{u' ' + shown<&Recommendation::title>(*recommendation), false, Tone::Normal, {}, {}};
    }
    add(tr("Leads to"),
        leadsTo.isEmpty() ? missing(tr("No recommendation rests on this finding yet.")) : leadsTo);
    if (const QString source = shown<&Finding::source>(finding); !source.isEmpty())
        add(tr("Record source"), Text::plain(source, Tone::Quiet));
    return block;
}

Text DraftRecords::restsOn(const Recommendation &recommendation) const
{
    Text text;
    for (const Finding *finding : m_links.into<Finding>(recommendation, LinkType::LeadsTo)) {
        if (finding->state.is(FindingState::Dropped))
            continue;
        newLine(text);
        text.runs += Run{m_review.shownKey(*finding), false, Tone::Normal, anchorOf(*finding), {}};
        text.runs += Run{u' ' + shown<&Finding::title>(*finding), false, Tone::Normal, {}, {}};
        text.runs += Run{tr(", page %1"), false, Tone::Normal, {}, anchorOf(*finding)};
    }
    return text.isEmpty() ? missing(tr("No finding is linked to this recommendation yet.")) : text;
}

Text DraftRecords::related(const Recommendation &recommendation) const
{
    static const struct {
        LinkType type;
        const char *out;
        const char *in;
    } relations[] = {
        {LinkType::DependsOn, QT_TR_NOOP("Depends on %1 %2"), QT_TR_NOOP("Needed by %1 %2")},
        {LinkType::ConflictsWith, QT_TR_NOOP("Conflicts with %1 %2"), QT_TR_NOOP("Conflicts with %1 %2")},
        {LinkType::SplitFrom, QT_TR_NOOP("Split from %1 %2"), QT_TR_NOOP("Split into %1 %2")},
        {LinkType::MergedInto, QT_TR_NOOP("Merged into %1 %2"), QT_TR_NOOP("Takes in %1 %2")},
        {LinkType::Supersedes, QT_TR_NOOP("Supersedes %1 %2"), QT_TR_NOOP("Superseded by %1 %2")},
        {LinkType::Duplicates, QT_TR_NOOP("Duplicates %1 %2"), QT_TR_NOOP("Duplicated by %1 %2")},
    };
    Text text;
    const auto add = [&](const std::vector<const Recommendation *> &others, const char *words) {
        for (const Recommendation *other : others) {
            newLine(text);
            const QString number = isNumbered(*other) ? numberOf(*other) : m_review.shownKey(*other);
            text.runs += Run{tr(words).arg(number, shown<&Recommendation::title>(*other)),
                             false,
                             Tone::Normal,
                             anchorOf(*other),
                             {}};
        }
    };
    for (const auto &relation : relations) {
        add(m_links.outOf<Recommendation>(recommendation, relation.type), relation.out);
        add(m_links.into<Recommendation>(recommendation, relation.type), relation.in);
    }
    return text;
}

RecordPart DraftRecords::measure(const Recommendation &recommendation) const
{
    const Metric metric = shown<&Recommendation::metric>(recommendation);
    const QString label = tr("Measured by");
    if (metric == Metric()) {
        const QString deferred = shown<&Recommendation::deferred>(recommendation);
        if (deferred.isEmpty())
            return LabelledField{label, missing(tr("No metric yet."))};
        Text text = Text::bold(tr("Deferred."));
        text.runs += Run{u' ' + deferred, false, Tone::Normal, {}, {}};
        return LabelledField{label, text};
    }
    const QString needed = tr("needed");
    const auto figure = [&](const QString &value) {
        const QString unit = metric.unit;
        return value.isEmpty() || unit.isEmpty() ? orMissing(value, needed)
                                                 : Text::plain(value + u'\u00a0' + unit);
    };
    Table table;
    table.label = label;
    table.columns = {{tr("What"), 4.4, Alignment::Leading},
                     {tr("Baseline"), 1.2, Alignment::Leading},
                     {tr("Target"), 1.1, Alignment::Leading},
                     {tr("By"), 1.7, Alignment::Leading},
                     {tr("Verified by"), 2.1, Alignment::Leading}};
    table.rows +=
        Row{{orMissing(metric.what, needed), figure(metric.baseline), figure(metric.target),
             orMissing(dateText(metric.by, m_locale), needed), orMissing(metric.verification, needed)},
            {},
            false};
    return table;
}

Text DraftRecords::consensusOf(const Recommendation &recommendation) const
{
    Text text;
    const auto decisions = m_links.into<Decision>(recommendation, LinkType::Decides);
    for (auto it = decisions.rbegin(); it != decisions.rend(); ++it) {
        const Decision &decision = **it;
        newLine(text);
        const QString level = wordOf(shown<&Decision::level>(decision));
        if (level.isEmpty())
            text.runs += Run{tr("No level recorded"), true, Tone::Attention, {}, {}};
        else
            text.runs += Run{level, true, Tone::Normal, {}, {}};
        const QString date = dateText(shown<&Decision::date>(decision), m_locale);
        text.runs +=
            Run{date.isEmpty() ? tr(", on a day not recorded, decision ") : tr(", %1, decision ").arg(date),
                false,
                Tone::Normal,
                {},
                {}};
        text.runs += Run{m_review.shownKey(decision), false, Tone::Normal, anchorOf(decision), {}};
    }
    return text.isEmpty() ? missing(tr("No level of consensus recorded yet.")) : text;
}

RecommendationBlock DraftRecords::recommendation(const Recommendation &recommendation) const
{
    RecommendationBlock block;
    block.anchor = anchorOf(recommendation);
    block.number = numberOf(recommendation);
    block.title = shown<&Recommendation::title>(recommendation);
    if (block.title.isEmpty())
        block.title = tr("A recommendation without a title");
    const auto state = shown<&Recommendation::state>(recommendation);
    const SubTeam *subTeam = publicRecord(m_review, shown<&Recommendation::subteam>(recommendation));
    block.note = tr("%1 · %2").arg(m_review.shownKey(recommendation), laneName(m_review, subTeam));
    if (const QString word = wordOf(state); !word.isEmpty())
        block.chips += Chip{word, state.value ? toneOf(*state.value) : Tone::Normal};
    if (const auto form = shown<&Recommendation::form>(recommendation);
        form.is(RecommendationForm::Suggestion))
        block.chips += Chip{wordOf(form), Tone::Normal};
    block.text = markdownOrMissing(shown<&Recommendation::text>(recommendation),
                                   tr("The text of this recommendation is not written yet."));

    const auto add = [&block](const QString &label, const Text &text) {
        block.parts += LabelledField{label, text};
    };
    add(tr("Addressee"),
        orMissing(shown<&Recommendation::addressee>(recommendation), tr("No addressee yet.")));
    add(tr("Category"),
        orMissing(wordOf(shown<&Recommendation::category>(recommendation)), tr("No category yet.")));
    add(tr("Priority"), graded(shown<&Recommendation::priority>(recommendation), tr("No priority yet.")));
    add(tr("Rationale"),
        markdownOrMissing(shown<&Recommendation::rationale>(recommendation), tr("No rationale yet.")));
    add(tr("Intended outcome"),
        markdownOrMissing(shown<&Recommendation::outcome>(recommendation), tr("No intended outcome yet.")));
    add(tr("Rests on"), restsOn(recommendation));
    Text scope;
    for (const ScopeItem *item : m_links.outOf<ScopeItem>(recommendation, LinkType::Addresses)) {
        newLine(scope);
        scope.runs += Run{shown<&ScopeItem::number>(*item), false, Tone::Normal, anchorOf(*item), {}};
        scope.runs += Run{u' ' + shown<&ScopeItem::title>(*item), false, Tone::Normal, {}, {}};
    }
    if (!scope.isEmpty())
        add(tr("Scope"), scope);
    block.parts += measure(recommendation);
    add(tr("Timeframe"),
        orMissing(shown<&Recommendation::timeframe>(recommendation), tr("No timeframe yet.")));
    add(tr("Effort"),
        orMissing(shown<&Recommendation::effort>(recommendation), tr("No estimate of the effort yet.")));
    if (const Text relations = related(recommendation); !relations.isEmpty())
        add(tr("Related"), relations);
    add(tr("Consensus"), consensusOf(recommendation));
    if (const QString source = shown<&Recommendation::source>(recommendation); !source.isEmpty())
        add(tr("Record source"), Text::plain(source, Tone::Quiet));
    return block;
}

} // namespace plumbline::report
