#include "core/report/draftreport.h"

#include "core/domain/decision.h"
#include "core/domain/finding.h"
#include "core/domain/recommendationgroup.h"
#include "core/domain/subteam.h"
#include "core/report/draftframe.h"
#include "core/report/draftrecords.h"
#include "core/report/reportwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline::report {

namespace {

class DraftBuilder
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    DraftBuilder(const Review &review, const QDate &today, const QLocale &locale)
        : m_review(review),
          m_locale(locale),
          m_today(today),
          m_records(review, locale),
          m_recommendations(recommendationsInOrder(review))
    {
        std::erase_if(m_recommendations, [](const Recommendation *record) { return !mayAppear(*record); });
    }

    Document build();

private:
    Section &begin(int level, const QString &title);
    void say(const QString &sentence)
    {
        m_document.sections.last().blocks += Paragraph{Text::plain(sentence)};
    }
    void add(const Block &block) { m_document.sections.last().blocks += block; }

    void cover();
    void summary();
    void summaryTable();
    void findings();
    void findingsOf(const SubTeam *subTeam);
    void recommendations();
    void group(const RecommendationGroup *group, const QString &title);

    const Review &m_review; // Not owned, outlives this.
    QLocale m_locale;
    QDate m_today;
    DraftRecords m_records;
    std::vector<const Recommendation *> m_recommendations;
    Document m_document;
};

Section &DraftBuilder::begin(int level, const QString &title)
{
    m_document.sections += Section{level, {}, title, {}, {}};
    return m_document.sections.last();
}

void DraftBuilder::cover()
{
    m_document.kind = tr("Draft report");
    fillCover(m_document, m_review, m_today, m_locale);
    const int groups = int(publicRecords<RecommendationGroup>(m_review).size());
    const int numbered =
        int(std::count_if(m_recommendations.begin(), m_recommendations.end(),
                          [this](const auto *record) { return m_records.isNumbered(*record); }));
    m_document.subtitle =
        tr("%1 in %2, published for comment")
            .arg(tr("%n recommendation(s)", nullptr, numbered), tr("%n group(s)", nullptr, groups));
}

void DraftBuilder::summary()
{
    begin(1, tr("Summary"));
    const int numbered =
        int(std::count_if(m_recommendations.begin(), m_recommendations.end(),
                          [this](const auto *record) { return m_records.isNumbered(*record); }));
    const int findingCount = int(publicRecords<Finding>(m_review).size());
    say(tr("This draft holds %1, resting on %2 of the full team and %3.")
            .arg(tr("%n recommendation(s)", nullptr, numbered), tr("%n finding(s)", nullptr, findingCount),
                 tr("%n sub-team(s)", nullptr, int(publicRecords<SubTeam>(m_review).size()))));
    int withoutMetric = 0;
    int withoutLevel = 0;
    for (const Recommendation *record : m_recommendations) {
        if (!m_records.isNumbered(*record))
            continue;
        withoutMetric += shown<&Recommendation::metric>(*record) == Metric() &&
                         shown<&Recommendation::deferred>(*record).isEmpty();
        withoutLevel += m_records.links().into<Decision>(*record, LinkType::Decides).empty();
    }
    const int inNoGroup = int(std::count_if(m_recommendations.begin(), m_recommendations.end(), [](const auto *record) {
        return shown<&Recommendation::group>(*record).isNull();
    }));
    if (inNoGroup > 0)
        add(Paragraph{missing(tr("%n recommendation(s) in no group yet, so without a number.", nullptr, inNoGroup))});
    if (withoutMetric > 0)
        add(Paragraph{missing(tr("%n recommendation(s) without a metric yet.", nullptr, withoutMetric))});
    if (withoutLevel > 0)
        add(Paragraph{missing(
            tr("%n recommendation(s) without a recorded level of consensus yet.", nullptr, withoutLevel))});
    summaryTable();
}

void DraftBuilder::summaryTable()
{
    begin(2, tr("All recommendations in one table"));
    if (m_recommendations.empty())
        return say(tr("No recommendation is recorded yet."));
    Table table;
    table.wide = true;
    table.columns = {
        {tr("No."), 0.6, Alignment::Leading},       {tr("Recommendation"), 4, Alignment::Leading},
        {tr("Category"), 2.4, Alignment::Leading},  {tr("Addressee"), 1.7, Alignment::Leading},
        {tr("Priority"), 0.95, Alignment::Leading}, {tr("Page"), 0.6, Alignment::Trailing}};
    RecommendationGroupId current;
    for (const Recommendation *record : m_recommendations) {
        if (!m_records.isNumbered(*record))
            continue;
        const auto groupId = shown<&Recommendation::group>(*record);
        const RecommendationGroup *group = publicRecord(m_review, groupId);
        if (group && !(groupId == current)) {
            current = groupId;
            table.rows += Row{{Text::bold(shown<&RecommendationGroup::title>(*group))}, {}, true};
        }
        const QString anchor = anchorOf(*record);
        table.rows +=
            Row{{Text::link(m_records.numberOf(*record), anchor),
                 orMissing(shown<&Recommendation::title>(*record), tr("No title yet.")),
                 orMissing(wordOf(shown<&Recommendation::category>(*record)), tr("No category yet.")),
                 orMissing(shown<&Recommendation::addressee>(*record), tr("No addressee yet.")),
                 orMissing(wordOf(shown<&Recommendation::priority>(*record).level), tr("None yet.")),
                 Text{{Run{u"%1"_s, false, Tone::Quiet, anchor, anchor}}, {}}},
                {},
                false};
    }
    if (table.rows.isEmpty())
        return say(tr("No recommendation has a number yet."));
    add(table);
}

void DraftBuilder::findingsOf(const SubTeam *subTeam)
{
    std::vector<const Finding *> own;
    for (const Finding *finding : publicRecords<Finding>(m_review)) {
        // A finding of a closed or deleted sub-team is printed with the full team's, so that none is lost.
        const SubTeam *owner = publicRecord(m_review, shown<&Finding::subteam>(*finding));
        if (owner == subTeam && !finding->state.is(FindingState::Dropped))
            own.push_back(finding);
    }
    if (own.empty() && !subTeam)
        return;
    begin(2, laneName(m_review, subTeam));
    if (own.empty())
        add(Paragraph{missing(tr("This sub-team has recorded no finding yet."))});
    for (const Finding *finding : own)
        add(m_records.finding(*finding));
}

void DraftBuilder::findings()
{
    begin(1, tr("Findings"));
    if (publicRecords<Finding>(m_review).empty())
        say(tr("No finding is recorded yet."));
    findingsOf(nullptr);
    for (const SubTeam *subTeam : publicRecords<SubTeam>(m_review))
        findingsOf(subTeam);
}

void DraftBuilder::group(const RecommendationGroup *group, const QString &title)
{
    begin(2, title);
    const QString introduction = group ? shown<&RecommendationGroup::introduction>(*group) : QString();
    if (!introduction.isEmpty())
        add(Paragraph{Text::ofMarkdown(introduction)});
}

void DraftBuilder::recommendations()
{
    begin(1, tr("Recommendations"));
    if (m_recommendations.empty())
        return say(tr("No recommendation is recorded yet."));
    const RecommendationGroup *current = nullptr;
    std::vector<const Recommendation *> unnumbered;
    KeyList gone;
    for (const Recommendation *record : m_recommendations) {
        const RecommendationGroup *owner = publicRecord(m_review, shown<&Recommendation::group>(*record));
        if (record->state.is(RecommendationState::Withdrawn) ||
            record->state.is(RecommendationState::Split) || record->state.is(RecommendationState::Merged)) {
            Text text = Text::plain(shown<&Recommendation::title>(*record));
            text.runs += Run{u" \u00b7 "_s + wordOf(record->state), false, Tone::Quiet, {}, {}};
            gone.entries += {m_review.shownKey(*record), text, anchorOf(*record)};
        } else if (!m_records.isNumbered(*record) || !owner) {
            unnumbered.push_back(record);
        } else {
            if (owner != current) {
                current = owner;
                const QString number = m_records.numberOf(*record).section(u'.', 0, 0);
                group(owner, tr("Group %1: %2").arg(number, shown<&RecommendationGroup::title>(*owner)));
            }
            add(m_records.recommendation(*record));
        }
    }
    if (!unnumbered.empty())
        group(nullptr, tr("Not in a group yet"));
    for (const Recommendation *record : unnumbered)
        add(m_records.recommendation(*record));
    if (!gone.entries.isEmpty()) {
        begin(2, tr("Withdrawn, split or merged"));
        add(gone);
    }
}

Document DraftBuilder::build()
{
    cover();
    m_document.sections += contentsSection();
    summary();
    const DraftFrame frame(m_review, m_locale);
    m_document.sections += frame.mandate();
    m_document.sections += frame.howTheReviewWorked();
    findings();
    recommendations();
    m_document.sections += frame.decisions();
    m_document.sections += frame.waivers();
    m_document.sections += frame.howToComment();
    numberSections(m_document);
    return m_document;
}

} // namespace

Document draftReport(const Review &review, const Clock &clock, const QLocale &locale)
{
    return DraftBuilder(review, clock.today(), locale).build();
}

} // namespace plumbline::report
