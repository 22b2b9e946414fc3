// How each section of the Overview is filled. Every function reads the review anew and keeps nothing.

#include "core/checks/check.h"
#include "core/checks/gates.h"
#include "ui/dialogs/iconlabel.h"
#include "ui/dialogs/recordwords.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/overviewpagechanges.h"
#include "ui/pages/overviewpagedata.h"
#include "ui/pages/overviewpagetable.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/rowroles.h"
#include "ui/widgets/sectionheader.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int mostProblems = 8;
constexpr int mostChanges = 6;
constexpr int daysAhead = 30;

QStandardItem *severityCell(Severity severity)
{
    QStandardItem *item = OverviewTable::cell();
    item->setData(int(severity), RowRole::Severity);
    item->setData(severityWord(severity), Qt::AccessibleTextRole);
    return item;
}

QStandardItem *linkCell(const QString &text)
{
    QStandardItem *item = OverviewTable::cell(text);
    item->setData(true, RowRole::Link);
    return item;
}

QStandardItem *quietCell(const QString &text)
{
    QStandardItem *item = OverviewTable::cell(text);
    item->setData(true, RowRole::Quiet);
    return item;
}

/// The sentence of a problem; one that was accepted says why.
QString sentenceOf(const Problem &problem)
{
    if (!problem.waived)
        return problem.sentence;
    return OverviewPage::tr("%1 Left, because: %2", "a problem and the reason why it was accepted")
        .arg(problem.sentence, problem.waiverReason.simplified());
}

QString keyOf(const Review &review, RecordId id)
{
    const Record *record = review.find(id);
    return record ? (record->key.isEmpty() ? OverviewPage::tr("Show") : review.shownKey(*record)) : QString();
}

QString daysText(int days)
{
    return days > 0 ? OverviewPage::tr("%1 d", "number of days").arg(QLocale().toString(days)) : QString();
}

/// Counts of each severity, worst first, with their icons.
QWidget *severityCounts(const QList<Problem> &problems)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const ProblemLevel level : {ProblemLevel::Error, ProblemLevel::Warning, ProblemLevel::Hint}) {
        const auto count = std::count_if(problems.begin(), problems.end(), [level](const Problem &problem) {
            return problem.level == level && !problem.waived;
        });
        if (count == 0)
            continue;
        if (row->count() > 0)
            row->addSpacing(10);
        row->addWidget(new IconLabel(severityIcon(severityOf(level))));
        auto *words = new QuietLabel(severityCount(severityOf(level), int(count)));
        words->setToken(&Theme::ink);
        row->addWidget(words);
    }
    return widget;
}

} // namespace

void OverviewPage::showHeader()
{
    const Review &review = session().review();
    const QDate today = session().clock().today();
    QList<PageHeader::Count> counts{{phaseLabel(currentPhase(review)), Severity::None}};
    if (const auto next = nextImportantDate(review, today)) {
        const int days = int(today.daysTo(next->date.last()));
        counts += {days == 0 ? tr("today: %1").arg(next->title) : tr("%n day(s) to %1", nullptr, days).arg(next->title),
                   Severity::None};
    } else if (!isEmpty()) {
        counts += {tr("no date of the full team ahead"), Severity::None};
    }
    m_header->setCounts(counts);
    m_strip->setStages(gateStages(review, session().problems(), today));
}

void OverviewPage::showGate()
{
    const Review &review = session().review();
    const QDate today = session().clock().today();
    const QString gate = nextGate(review);
    m_gate->clearRows();
    m_gateHeader->setVisible(!gate.isEmpty());
    m_gate->setVisible(!gate.isEmpty());
    m_gateNote->setVisible(!gate.isEmpty());
    if (gate.isEmpty())
        return;
    m_gateHeader->setTitle(tr("Next gate: %1 %2", "code and name of a gate").arg(gate, gateTitle(review, gate)));
    const auto date = gateDate(review, gate);
    const int days = date && !date->isOpen() ? int(today.daysTo(date->last())) : -1;
    const QString dateText = date ? formatDate(*date, QLocale(), today) : QString();
    m_gateHeader->setCount(days > 0 ? tr("%1, in %n day(s)", nullptr, days).arg(dateText) : dateText);

    const QList<Problem> lacking = gateProblems(review, session().clock(), gate);
    for (const QByteArray &check : gateChecks(review, gate)) {
        QList<Problem> found = lacking;
        found.removeIf([&check](const Problem &problem) { return problem.check != check; });
        addGateRow(check, found);
    }
    m_gateNote->setText(gateExplanation(review, gate));
    const bool isClear = std::all_of(lacking.begin(), lacking.end(), [](const Problem &p) { return p.waived; });
    if (session().isReadOnly())
        m_gateHeader->setAction({});
    else
        m_gateHeader->setAction(isClear ? tr("Pass the gate") : tr("Pass with a reason…"));
    m_gate->fit();
}

void OverviewPage::addGateRow(const QByteArray &id, const QList<Problem> &found)
{
    const Check *check = checkNamed(id);
    const QString demand = check ? QCoreApplication::translate("Checks", check->explanation) : QString::fromUtf8(id);
    const auto open = std::find_if(found.begin(), found.end(), [](const Problem &problem) { return !problem.waived; });
    const int count = int(std::count_if(found.begin(), found.end(), [](const Problem &p) { return !p.waived; }));
    if (open == found.end()) {
        const bool waived = !found.isEmpty();
        QStandardItem *sentence = OverviewTable::cell(demand);
        if (waived)
            sentence->setToolTip(sentenceOf(found.first()));
        m_gate->addRow({severityCell(waived ? Severity::Hint : Severity::Good), sentence,
                        quietCell(waived ? tr("accepted with a reason") : QString()), OverviewTable::cell()},
                       waived ? found.first().record : RecordId());
        return;
    }
    // One exception is said in full; of several the rule is said, how many break it, and where the worst is.
    QStandardItem *sentence = OverviewTable::cell(count == 1 ? open->sentence : demand);
    sentence->setToolTip(open->next);
    m_gate->addRow({severityCell(severityOf(open->level)), sentence,
                    quietCell(count > 1 ? tr("not so for %n, worst", nullptr, count) : QString()),
                    linkCell(keyOf(session().review(), open->record))},
                   open->record);
}

void OverviewPage::showProblems()
{
    const QList<Problem> &problems = session().problems();
    delete m_counts;
    m_counts = severityCounts(problems);
    m_problemsHeader->addAtEnd(m_counts);
    m_problems->clearRows();
    QList<Problem> open;
    for (const Problem &problem : problems) {
        if (!problem.waived)
            open += problem;
    }
    const qsizetype shown = m_allProblems ? open.size() : std::min<qsizetype>(open.size(), mostProblems);
    for (const Problem &problem : open.mid(0, shown)) {
        QStandardItem *sentence = OverviewTable::cell(problem.sentence);
        sentence->setToolTip(problem.next);
        m_problems->addRow({severityCell(severityOf(problem.level)), sentence,
                            linkCell(keyOf(session().review(), problem.record)),
                            OverviewTable::farCell(daysText(problem.days))},
                           problem.record);
    }
    if (open.isEmpty())
        m_problems->addRow({severityCell(Severity::Good), OverviewTable::cell(tr("The checks find nothing wrong.")),
                            OverviewTable::cell(), OverviewTable::cell()},
                           {});
    m_moreProblems->setVisible(open.size() > mostProblems);
    m_moreProblems->setText(m_allProblems ? tr("Show fewer")
                                          : tr("Show all %1").arg(QLocale().toString(open.size())));
    m_problems->fit();
}

void OverviewPage::showTeams()
{
    const QDate today = session().clock().today();
    const int limit = silentAfterDays(session().review());
    const QList<SubTeamLine> lines = subTeamLines(session().review(), session().problems(), today);
    const bool someOpen = std::any_of(lines.begin(), lines.end(), [](const SubTeamLine &l) { return !l.isOver; });
    m_teams->clearRows();
    for (const SubTeamLine &line : lines) {
        if (line.isOver && someOpen && !m_allTeams)
            continue;
        QStandardItem *name = OverviewTable::cell(line.key + u"  "_s + line.title);
        name->setData(line.lane, RowRole::Lane);
        QStandardItem *draft =
            OverviewTable::cell(line.draft ? formatDate(*line.draft, QLocale(), today) : QString(QChar(0x2014)));
        QStandardItem *slip = OverviewTable::farCell(line.slip.value_or(0) == 0 ? QString(QChar(0x2014))
                                                                               : slipWords(*line.slip));
        if (line.draftLate) {
            draft->setData(int(Severity::Error), RowRole::Severity);
            if (line.slip.value_or(0) > 0)
                slip->setData(int(Severity::Error), OverviewRole::TextSeverity);
        }
        QStandardItem *complete = OverviewTable::farCell(
            line.total > 0 ? tr("%1 / %2", "complete of all").arg(line.complete).arg(line.total)
                           : QString(QChar(0x2014)));
        QStandardItem *quiet = OverviewTable::cell(QString(QChar(0x2014)));
        quiet->setToolTip(tr("No report to the full team is on record."));
        const bool isSilent = line.atWork && line.quietDays.value_or(limit + 1) > limit;
        if (line.quietDays) {
            const QString days = tr("%n day(s)", nullptr, *line.quietDays);
            quiet->setToolTip({});
            quiet->setText(isSilent ? tr("%1 · silent", "number of days").arg(days) : days);
        }
        if (line.atWork) {
            quiet->setData(double(line.quietDays.value_or(limit)) / limit, OverviewRole::Bar);
            quiet->setData(isSilent, OverviewRole::BarIsLong);
        }
        QStandardItem *lead = quietCell(line.lead.isEmpty() ? tr("no lead") : line.lead);
        QStandardItem *agreement = quietCell(line.agreement == ScheduleAgreement::Holds    ? tr("agreed")
                                             : line.agreement == ScheduleAgreement::Lapsed ? tr("lapsed")
                                                                                           : QString(QChar(0x2014)));
        if (line.agreement == ScheduleAgreement::Lapsed && line.atWork)
            agreement->setData(int(Severity::Warning), RowRole::Severity);
        agreement->setToolTip(tr("Whether the sub-team agreed to its schedule as it is now"));
        m_teams->addRow({name, lead, draft, slip, complete, agreement, quiet}, line.id);
    }
    const auto over = std::count_if(lines.begin(), lines.end(), [](const SubTeamLine &l) { return l.isOver; });
    const QString action = m_allTeams ? tr("Show open ones") : tr("Show all %1").arg(lines.size());
    m_teamsHeader->setAction(over > 0 && someOpen ? action : QString());
    m_teamsHeader->setVisible(!lines.isEmpty());
    m_teams->setVisible(!lines.isEmpty());
    m_teams->fit();
}

void OverviewPage::showDates()
{
    const QDate today = session().clock().today();
    m_datesHeader->setTitle(session().me().isNull() ? tr("Next 30 days") : tr("My next 30 days"));
    m_dates->clearRows();
    bool anyDeadline = false;
    for (const DatedThing &thing : datesAhead(session().review(), session().me(), today, daysAhead)) {
        const bool exact = thing.date.isExact();
        anyDeadline = anyDeadline || thing.deadline;
        QStandardItem *icon = OverviewTable::cell();
        if (thing.deadline)
            icon->setIcon(plumbline::icon("deadline"));
        icon->setData(thing.deadline ? tr("Deadline") : QString(), Qt::AccessibleTextRole);
        QStandardItem *title = OverviewTable::cell(thing.title);
        if (thing.mine || thing.deadline)
            title->setFont(bold(typeFont(Type::Body)));
        QStandardItem *who = quietCell(thing.time.isEmpty() ? thing.who : thing.time);
        who->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        who->setFont(typeFont(Type::Caption));
        m_dates->addRow({quietCell(exact ? QLocale().toString(thing.date.first, u"ddd"_s) : QString()),
                         OverviewTable::cell(formatDate(thing.date, QLocale(), today)), icon, title, who},
                        thing.record);
    }
    m_dates->setColumnHidden(2, !anyDeadline);
    m_datesNote->setVisible(m_dates->rows()->rowCount() == 0);
    m_dates->fit();
}

void OverviewPage::showChanges()
{
    m_changes->show(mostChanges);
    m_changesHeader->setAction(m_changes->hasMore() ? tr("More") : QString());
}

} // namespace plumbline
