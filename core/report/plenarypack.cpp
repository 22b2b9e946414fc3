#include "core/report/plenarypack.h"

#include "core/checks/check.h"
#include "core/checks/completeness.h"
#include "core/checks/teamstate.h"
#include "core/checks/whoacts.h"
#include "core/domain/actionitem.h"
#include "core/domain/adoption.h"
#include "core/domain/audience.h"
#include "core/domain/datarequest.h"
#include "core/domain/feedbackpoint.h"
#include "core/domain/finding.h"
#include "core/domain/meeting.h"
#include "core/domain/milestone.h"
#include "core/domain/presentation.h"
#include "core/domain/recommendation.h"
#include "core/domain/reportback.h"
#include "core/domain/subteam.h"
#include "core/report/redlinereport.h"
#include "core/report/reportwords.h"
#include "core/schedule/milestonedates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline::report {

namespace {

constexpr int nearDays = 30; // A milestone so near is something a sub-team brings.

class PackBuilder
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    PackBuilder(const Review &review, const QDate &today, const QLocale &locale)
        : m_review(review), m_links(review), m_today(today), m_locale(locale)
    {
        for (const Problem &problem : findProblems(*checkNamed("finding.presented"), CheckContext(review, today)))
            m_toPresent.insert(problem.record);
    }

    Document build(const Redline *changes, const Clock &clock)
    {
        m_document.kind = tr("Plenary pack");
        fillCover(m_document, m_review, m_today, m_locale);
        m_document.subtitle = tr("For the team: it holds what is not published.");
        agenda();
        subTeams();
        decisions();
        actions();
        begin(1, tr("What changed"));
        if (!changes) {
            add(Paragraph{
                Text::plain(tr("No baseline has been taken yet, so there is nothing to compare with."))});
        } else {
            add(Paragraph{Text::plain(tr("Since “%1”.").arg(changes->from))});
            const QList<Section> sections = redlineReport(*changes, m_review, clock, m_locale).sections;
            for (Section section : sections.mid(1)) { // Without its contents.
                section.level = 2;
                m_document.sections += section;
            }
        }
        numberSections(m_document);
        return m_document;
    }

private:
    void begin(int level, const QString &title) { m_document.sections += Section{level, {}, title, {}, {}}; }
    void add(const Block &block) { m_document.sections.last().blocks += block; }

    QString keyAndTitle(const Record &record) const
    {
        return u"%1 %2"_s.arg(m_review.shownKey(record), titleOf(*m_review.kindOf(record.id), record));
    }

    static bool isOfTeam(const Record &record) { return record.audience == wholeTeam; }

    /// The next plenary, or null.
    const Meeting *nextPlenary() const
    {
        const Meeting *next = nullptr;
        for (const Meeting *meeting : m_review.all<Meeting>()) {
            const bool ahead = meeting->held && !meeting->held->isOpen() && meeting->held->last() >= m_today;
            if (ahead && meeting->subteam.isNull() && isOfTeam(*meeting) &&
                (!next || *meeting->held < *next->held))
                next = meeting;
        }
        return next;
    }

    void agenda()
    {
        begin(1, tr("The next meeting"));
        begin(2, tr("Agenda"));
        const Meeting *next = nextPlenary();
        if (!next)
            return add(Paragraph{missing(tr("No meeting of the full team is planned."))});
        add(LabelledField{dateText(next->held, m_locale), Text::bold(next->title)});
        add(Paragraph{markdownOrMissing(next->agenda, tr("The agenda is not written yet."))});
    }

    void subTeams()
    {
        begin(2, tr("What each sub-team brings"));
        bool any = false;
        for (const SubTeam *subTeam : m_review.all<SubTeam>()) {
            if (!isAtWork(*subTeam) || !isOfTeam(*subTeam))
                continue;
            any = true;
            add(Heading{3, {}, laneName(m_review, subTeam), {}});
            const SubTeamId id(subTeam->id.uuid);
            lastReport(id);
            work(id);
        }
        if (!any)
            add(Paragraph{Text::plain(tr("No sub-team is at work."))});
        if (!findingsToPresent({}).isEmpty() || !feedbackToAnswer({}).isEmpty() || !drafts({}).isEmpty()) {
            add(Heading{3, {}, tr("Full team"), {}});
            work({});
        }
    }

    /// What a sub-team brings, or what belongs to none.
    void work(SubTeamId subTeam)
    {
        list(tr("Findings to present"), findingsToPresent(subTeam));
        list(tr("Feedback to answer"), feedbackToAnswer(subTeam));
        list(tr("Draft recommendations"), drafts(subTeam));
        list(tr("Overdue"), milestones(subTeam, true));
        list(tr("Within %n day(s)", nullptr, nearDays), milestones(subTeam, false));
    }

    void lastReport(SubTeamId subTeam)
    {
        const ReportBack *last = nullptr;
        for (const ReportBack *report : m_review.all<ReportBack>()) {
            if (report->subteam == subTeam && isOfTeam(*report) &&
                (!last || !last->date || (report->date && *last->date < *report->date)))
                last = report;
        }
        if (last)
            return add(LabelledField{tr("Report-back, %1").arg(dateText(last->date, m_locale)),
                                     Text::ofMarkdown(last->text)});
        add(LabelledField{tr("Report-back"), missing(tr("There is none yet."))});
    }

    void list(const QString &label, const QStringList &lines)
    {
        if (lines.isEmpty())
            return;
        add(LabelledField{label, Text::plain(lines.join(u'\n'))});
    }

    QStringList findingsToPresent(SubTeamId subTeam) const
    {
        QStringList lines;
        for (const Finding *finding : m_review.all<Finding>()) {
            // Never presented, presented on another text, or revised since.
            const bool open = m_toPresent.contains(finding->id) || finding->state.is(FindingState::Revised);
            if (finding->subteam == subTeam && open && isOfTeam(*finding))
                lines += keyAndTitle(*finding);
        }
        return lines;
    }

    QStringList feedbackToAnswer(SubTeamId subTeam) const
    {
        QStringList lines;
        for (const FeedbackPoint *point : m_review.all<FeedbackPoint>()) {
            const Finding *finding = m_review.find(point->finding);
            const Presentation *shown = m_review.find(point->presentation);
            const SubTeamId whose = finding ? finding->subteam : shown ? shown->subteam : SubTeamId();
            if (whose == subTeam && point->outcome.isNone() && isOfTeam(*point))
                lines += u"%1 %2"_s.arg(m_review.shownKey(*point), point->text.simplified());
        }
        return lines;
    }

    QStringList drafts(SubTeamId subTeam) const
    {
        QStringList lines;
        for (const Recommendation *recommendation : m_review.all<Recommendation>()) {
            const bool draft = recommendation->state.isNone() ||
                               recommendation->state.is(RecommendationState::Draft) ||
                               recommendation->state.is(RecommendationState::Shared) ||
                               recommendation->state.is(RecommendationState::InRevision);
            if (recommendation->subteam == subTeam && draft && isOfTeam(*recommendation))
                lines += keyAndTitle(*recommendation);
        }
        return lines;
    }

    QStringList milestones(SubTeamId subTeam, bool overdue) const
    {
        QStringList lines;
        for (const Milestone *milestone : m_review.all<Milestone>()) {
            const auto due = finishDate(*milestone);
            const bool waits =
                due && !due->isOpen() && !isMet(*milestone) && m_today.daysTo(due->last()) <= nearDays;
            if (milestone->subteam == subTeam && waits && (due->last() < m_today) == overdue && isOfTeam(*milestone))
                lines += u"%1 · %2"_s.arg(dateText(due, m_locale), milestone->title);
        }
        return lines;
    }

    void decisions()
    {
        begin(2, tr("Decisions needed"));
        KeyList needed;
        const Adoption adopted = adoption(m_review);
        if (adopted.state != Adoption::Holds)
            needed.entries += KeyList::Entry{
                tr("ToR"),
                Text::plain(
                    adopted.state != Adoption::Lapsed
                        ? tr("Adopt the Terms of Reference.")
                        : tr("The Terms of Reference changed since they were adopted: adopt them again.")),
                {}};
        for (const DataRequest *request : m_review.all<DataRequest>()) {
            const bool open = request->state.isNone() || request->state.is(RequestState::Draft);
            if (open && m_review.find(request->discussed) == nullptr && isOfTeam(*request))
                needed.entries +=
                    KeyList::Entry{m_review.shownKey(*request),
                                   Text::plain(tr("Discuss the data request “%1”.").arg(request->title)),
                                   {}};
        }
        for (const Recommendation *recommendation : m_review.all<Recommendation>()) {
            const bool asked = recommendation->state.is(RecommendationState::Shared) ||
                               recommendation->state.is(RecommendationState::InCall) ||
                               recommendation->state.is(RecommendationState::FinalCall);
            if (asked && isOfTeam(*recommendation) &&
                !consensusDecision(m_review, m_links, recommendation->id))
                needed.entries += KeyList::Entry{
                    m_review.shownKey(*recommendation),
                    Text::plain(tr("Agree on “%1”, and with which level.").arg(recommendation->title)),
                    {}};
        }
        if (needed.entries.isEmpty())
            return add(Paragraph{Text::plain(tr("Nothing waits for a decision."))});
        add(needed);
    }

    void actions()
    {
        begin(2, tr("Action items"));
        Table table;
        table.wide = true;
        table.columns = {{tr("No."), 1, Alignment::Leading},
                         {tr("What"), 5, Alignment::Leading},
                         {tr("Who"), 2, Alignment::Leading},
                         {tr("Due"), 2, Alignment::Leading}};
        std::vector<const ActionItem *> open = m_review.all<ActionItem>();
        std::erase_if(open,
                      [](const ActionItem *item) { return item->done.has_value() || !isOfTeam(*item); });
        const auto overdue = [&](const ActionItem *item) {
            return lastDay(item->due).value_or(m_today) < m_today;
        };
        // What is due first comes first, what has no day last.
        const QDate never(9999, 12, 31);
        std::stable_sort(open.begin(), open.end(), [&](const ActionItem *a, const ActionItem *b) {
            return lastDay(a->due).value_or(never) < lastDay(b->due).value_or(never);
        });
        for (const ActionItem *item : open) {
            const QString due = item->due ? dateText(item->due, m_locale) : tr("TBD");
            table.rows +=
                Row{{Text::plain(m_review.shownKey(*item), Tone::Quiet), Text::plain(item->text.simplified()),
                     orMissing(item->owner, tr("nobody")),
                     overdue(item) ? Text{{Run{tr("%1, overdue").arg(due), true, Tone::Bad, {}, {}}}, {}}
                                   : Text::plain(due)},
                    {},
                    false};
        }
        if (table.rows.isEmpty())
            return add(Paragraph{Text::plain(tr("No action item is open."))});
        add(table);
    }

    const Review &m_review; // Not owned.
    const RecordLinks m_links;
    QDate m_today;
    QLocale m_locale;
    QSet<RecordId> m_toPresent; ///< Findings the full team has not seen as they stand.
    Document m_document;
};

} // namespace

Document plenaryPack(const Review &review, const Clock &clock, const Redline *changes, const QLocale &locale)
{
    return PackBuilder(review, clock.today(), locale).build(changes, clock);
}

} // namespace plumbline::report
