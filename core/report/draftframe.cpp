#include "core/report/draftframe.h"

#include "core/domain/datasource.h"
#include "core/domain/decision.h"
#include "core/domain/meeting.h"
#include "core/domain/milestone.h"
#include "core/domain/person.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/rule.h"
#include "core/domain/scopeitem.h"
#include "core/domain/subteam.h"
#include "core/domain/waiver.h"
#include "core/report/publicrecords.h"
#include "core/report/reportwords.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace plumbline::report {

namespace {

/// Collects the sections one question of DraftFrame asks for.
class FrameBuilder
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    FrameBuilder(const Review &review, const QLocale &locale) : m_review(review), m_locale(locale) {}

    void mandate();
    void subTeams();
    void method();
    void evidence();
    void decisions();
    void waivers();
    void comment();
    QList<Section> sections;

private:
    void begin(int level, const QString &title) { sections += Section{level, {}, title, {}, {}}; }
    void say(const QString &sentence) { add(Paragraph{Text::plain(sentence)}); }
    void add(const Block &block) { sections.last().blocks += block; }
    const ReviewRecord *reviewRecord() const
    {
        const auto records = publicRecords<ReviewRecord>(m_review);
        return records.empty() ? nullptr : records.front();
    }

    const Review &m_review; // Not owned, outlives this.
    QLocale m_locale;
};

void FrameBuilder::mandate()
{
    begin(1, tr("Mandate and scope"));
    const ReviewRecord *record = reviewRecord();
    if (!record) {
        say(tr("The review itself is not described yet."));
    } else {
        add(LabelledField{tr("Mandate"), markdownOrMissing(shown<&ReviewRecord::mandate>(*record),
                                                           tr("The mandate is not recorded yet."))});
        add(LabelledField{tr("Legal basis"), markdownOrMissing(shown<&ReviewRecord::basis>(*record),
                                                               tr("The legal basis is not recorded yet."))});
        add(LabelledField{tr("Organisation"), orMissing(shown<&ReviewRecord::organisation>(*record),
                                                        tr("The organisation is not named yet."))});
        add(LabelledField{tr("Started"), orMissing(dateText(shown<&ReviewRecord::started>(*record), m_locale),
                                                   tr("The start is not recorded yet."))});
    }
    begin(2, tr("Scope items"));
    const auto items = publicRecords<ScopeItem>(m_review);
    if (items.empty())
        return say(tr("No scope item is recorded yet."));
    KeyList list;
    for (const ScopeItem *item : items) {
        const QString number = shown<&ScopeItem::number>(*item);
        Text text = Text::bold(shown<&ScopeItem::title>(*item));
        if (const QString origin = wordOf(shown<&ScopeItem::origin>(*item)); !origin.isEmpty())
            text.runs += Run{u" \u00b7 "_s + origin, false, Tone::Quiet, {}, {}};
        if (const Decision *decision = publicRecord(m_review, shown<&ScopeItem::adopted>(*item)))
            text.runs += Run{u" \u00b7 "_s + tr("adopted by %1").arg(m_review.shownKey(*decision)),
                             false,
                             Tone::Quiet,
                             anchorOf(*decision),
                             {}};
        text.markdown = shown<&ScopeItem::text>(*item);
        list.entries += {number.isEmpty() ? m_review.shownKey(*item) : number, text, anchorOf(*item)};
    }
    add(list);
}

void FrameBuilder::subTeams()
{
    begin(1, tr("How the review worked"));
    begin(2, tr("The team and its sub-teams"));
    KeyList list;
    const auto entry = [&](const QString &key, const SubTeam *subTeam) {
        Text text = Text::bold(subTeam ? shown<&SubTeam::title>(*subTeam) : tr("Full team"));
        if (const QString state = subTeam ? wordOf(shown<&SubTeam::state>(*subTeam)) : QString();
            !state.isEmpty())
            text.runs += Run{u" \u00b7 "_s + state, false, Tone::Quiet, {}, {}};
        const QStringList lines = memberLines(m_review, subTeam);
        if (lines.isEmpty())
            text.runs += Run{u'\n' + tr("No members are recorded yet."), false, Tone::Attention, {}, {}};
        for (const QString &line : lines)
            text.runs += Run{u'\n' + line, false, Tone::Normal, {}, {}};
        if (subTeam && shown<&SubTeam::scope>(*subTeam).isEmpty())
            text.runs += Run{u'\n' + tr("No scope of work yet."), false, Tone::Attention, {}, {}};
        if (subTeam)
            text.markdown = shown<&SubTeam::scope>(*subTeam);
        list.entries += {key, text, subTeam ? anchorOf(*subTeam) : QString()};
    };
    entry({}, nullptr);
    for (const SubTeam *subTeam : publicRecords<SubTeam>(m_review))
        entry(m_review.shownKey(*subTeam), subTeam);
    add(list);
}

/// The rules a reader of the report goes by, levels of consensus from most to least. Phases, gates and the sections of
/// the Terms of Reference steer the program, and the sections of the report speak of them.
static std::vector<const Rule *> methodRules(const Review &review)
{
    std::vector<const Rule *> rules;
    QStringList levels;
    for (const Rule *rule : publicRecords<Rule>(review)) {
        const QString family = rule->name.section(u'.', 0, 0);
        if (rule->name == u"consensusLevels")
            levels = rule->value.split(u',');
        if (family != u"phase" && family != u"gate" && family != u"tor" && family != u"requiredFields")
            rules.push_back(rule);
    }
    const auto place = [&](const Rule *rule) {
        const QString family = rule->name.section(u'.', 0, 0);
        return std::tuple(family == u"consensusLevel" ? u"consensusLevels"_s : family,
                          family == u"consensusLevel" ? levels.indexOf(rule->name.section(u'.', 1)) + 1 : 0);
    };
    std::stable_sort(rules.begin(), rules.end(), [&](const Rule *a, const Rule *b) { return place(a) < place(b); });
    return rules;
}

/// "40 days"; of a rule whose value is a word for the program what it means.
static QString methodValue(const Rule &rule)
{
    const QString unit = shown<&Rule::unit>(rule);
    const QString explanation = shown<&Rule::explanation>(rule);
    bool isNumber = false;
    rule.value.toInt(&isNumber);
    return unit.isEmpty() && !isNumber && !explanation.isEmpty()
               ? explanation
               : QString(shown<&Rule::value>(rule) + u' ' + unit).trimmed();
}

void FrameBuilder::method()
{
    begin(2, tr("Method and rules"));
    say(tr("Each finding states its methodology, its sources and how sure the team is of it. Each "
           "recommendation names "
           "the findings it rests on. A reader can follow every step back to a numbered record of this "
           "report."));
    const auto rules = methodRules(m_review);
    if (rules.empty())
        return say(tr("No rules of the review are recorded yet."));
    Table table;
    table.wide = true;
    table.columns = {{tr("Rule"), 2.2, Alignment::Leading},
                     {tr("Value"), 3.4, Alignment::Leading},
                     {tr("Laid down in"), 2.2, Alignment::Leading}};
    for (const Rule *rule : rules) {
        const QString title = shown<&Rule::title>(*rule);
        const QString edition = shown<&Rule::edition>(*rule);
        const QString source = shown<&Rule::source>(*rule);
        table.rows += Row{
            {Text::plain(title.isEmpty() ? shown<&Rule::name>(*rule) : title),
             Text::plain(methodValue(*rule)),
             Text::plain(edition.isEmpty() ? source : source + u", "_s + edition)},
            {},
            false};
    }
    add(table);
}

void FrameBuilder::evidence()
{
    begin(2, tr("Evidence"));
    const auto sources = publicRecords<DataSource>(m_review);
    if (sources.empty())
        return say(tr("No data source is recorded yet."));
    Table table;
    table.wide = true;
    table.columns = {{tr("Key"), 1, Alignment::Leading},
                     {tr("Source"), 4, Alignment::Leading},
                     {tr("State"), 1.2, Alignment::Leading},
                     {tr("Obtained"), 1.3, Alignment::Leading},
                     {tr("Limitations and appraisal"), 3, Alignment::Leading}};
    for (const DataSource *source : sources) {
        QString title = shown<&DataSource::title>(*source);
        for (const QString &part :
             {shown<&DataSource::instance>(*source), shown<&DataSource::provider>(*source)}) {
            if (!part.isEmpty())
                title += u", "_s + part;
        }
        QStringList appraisal;
        for (const QString &part :
             {shown<&DataSource::limitations>(*source), shown<&DataSource::appraisal>(*source)}) {
            if (!part.isEmpty())
                appraisal += part;
        }
        const QString url = shown<&DataSource::url>(*source);
        table.rows +=
            Row{{Text::plain(m_review.shownKey(*source)),
                 url.isEmpty() ? Text::plain(title) : Text::link(title, url),
                 orMissing(wordOf(shown<&DataSource::state>(*source)), tr("No state yet.")),
                 orMissing(dateText(shown<&DataSource::obtained>(*source), m_locale), tr("Not yet.")),
                 markdownOrMissing(appraisal.join(u"\n\n"_s), tr("Not appraised yet."))},
                anchorOf(*source),
                false};
    }
    add(table);
}

void FrameBuilder::decisions()
{
    begin(1, tr("Decisions"));
    const auto all = publicRecords<Decision>(m_review);
    if (all.empty())
        return say(tr("No decision is recorded yet."));
    Table table;
    table.wide = true;
    table.columns = {{tr("Key"), 0.8, Alignment::Leading},
                     {tr("Date"), 1.3, Alignment::Leading},
                     {tr("Decision"), 5, Alignment::Leading},
                     {tr("Level of consensus"), 1.8, Alignment::Leading},
                     {tr("Decided by"), 1.5, Alignment::Leading}};
    for (const Decision *decision : all) {
        const Meeting *meeting = publicRecord(m_review, shown<&Decision::meeting>(*decision));
        const QString where =
            meeting ? shown<&Meeting::title>(*meeting) : wordOf(shown<&Decision::channel>(*decision));
        table.rows += Row{{Text::plain(m_review.shownKey(*decision)),
                           orMissing(dateText(shown<&Decision::date>(*decision), m_locale), tr("No date")),
                           markdownOrMissing(shown<&Decision::text>(*decision), tr("No text yet.")),
                           orMissing(wordOf(shown<&Decision::level>(*decision)), tr("Not recorded")),
                           orMissing(where, tr("Not recorded"))},
                          anchorOf(*decision),
                          false};
    }
    add(table);
}

void FrameBuilder::waivers()
{
    const auto all = publicRecords<Waiver>(m_review);
    if (all.empty())
        return;
    begin(1, tr("Accepted with a reason"));
    say(tr("The team went on although these demands were not met, for the reasons given here."));
    KeyList list;
    for (const Waiver *waiver : all) {
        const Record *on = m_review.find(waiver->on);
        // What a closed group keeps to itself is not named, and neither is the reason that speaks of it.
        if (on && !mayAppear(*on))
            continue;
        const Person *person = publicRecord(m_review, shown<&Waiver::person>(*waiver));
        QStringList about{shown<&Waiver::check>(*waiver)};
        if (on && !on->key.isEmpty())
            about += m_review.shownKey(*on);
        if (person)
            about += shown<&Person::name>(*person);
        if (const QString date = dateText(shown<&Waiver::date>(*waiver), m_locale); !date.isEmpty())
            about += date;
        list.entries +=
            {m_review.shownKey(*waiver),
             Text{Text::plain(about.join(u" \u00b7 "_s), Tone::Quiet).runs, shown<&Waiver::reason>(*waiver)},
             anchorOf(*waiver)};
    }
    add(list);
}

void FrameBuilder::comment()
{
    begin(1, tr("How to comment"));
    const int floor = m_review.ruleNumber(u"minCommentDays"_s, 0);
    QStringList periods;
    for (const Milestone *milestone : publicRecords<Milestone>(m_review)) {
        const auto start = shown<&Milestone::start>(*milestone);
        const auto target = shown<&Milestone::target>(*milestone);
        if (!milestone->type.is(MilestoneType::Comment) || !start || !target)
            continue;
        const auto days = daysBetween(start, target);
        periods += days ? tr("Comments are open from %1 to %2, %n day(s).", nullptr, *days)
                              .arg(dateText(start, m_locale), dateText(target, m_locale))
                        : tr("Comments are open from %1 to %2.")
                              .arg(dateText(start, m_locale), dateText(target, m_locale));
    }
    if (periods.isEmpty())
        add(LabelledField{tr("When"), missing(tr("No comment period is planned yet."))});
    else
        add(LabelledField{tr("When"), Text::plain(periods.join(u'\n'))});
    if (floor > 0)
        add(LabelledField{tr("At least"),
                          Text::plain(tr("%n day(s), by the rules of this review.", nullptr, floor))});
    const ReviewRecord *record = reviewRecord();
    const QString website = record ? shown<&ReviewRecord::website>(*record) : QString();
    add(LabelledField{tr("Where"), website.isEmpty()
                                       ? missing(tr("The address of the review is not recorded yet."))
                                       : Text::link(website, website)});
    add(LabelledField{tr("How"),
                      Text::plain(tr("Name the recommendation by its number and make one point at a time, so "
                                     "that each can be answered. Say what you would change, in words that "
                                     "could stand in the text. Every point gets a public answer with its "
                                     "reason in the final report."))});
}

} // namespace

QList<Section> DraftFrame::mandate() const
{
    FrameBuilder builder(m_review, m_locale);
    builder.mandate();
    return builder.sections;
}

QList<Section> DraftFrame::howTheReviewWorked() const
{
    FrameBuilder builder(m_review, m_locale);
    builder.subTeams();
    builder.method();
    builder.evidence();
    return builder.sections;
}

QList<Section> DraftFrame::decisions() const
{
    FrameBuilder builder(m_review, m_locale);
    builder.decisions();
    return builder.sections;
}

QList<Section> DraftFrame::waivers() const
{
    FrameBuilder builder(m_review, m_locale);
    builder.waivers();
    return builder.sections;
}

QList<Section> DraftFrame::howToComment() const
{
    FrameBuilder builder(m_review, m_locale);
    builder.comment();
    return builder.sections;
}

} // namespace plumbline::report
