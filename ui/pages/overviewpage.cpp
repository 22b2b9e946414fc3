#include "ui/pages/overviewpage.h"

#include "core/checks/gates.h"
#include "core/edits/plan.h"
#include "core/edits/waivers.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/pages/overviewpagechanges.h"
#include "ui/pages/overviewpagedata.h"
#include "ui/pages/overviewpagetable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int pageMargin = 32;
constexpr int iconColumn = 34; ///< An icon and the room around it.
constexpr int whoColumn = 92;  ///< Whose a date is; what is longer is cut.
constexpr int narrowest = 900; ///< Below this width the right column goes under the left one.

} // namespace

OverviewPage::OverviewPage(Session &session, QWidget *parent)
    : Page(session, parent),
      m_header(new PageHeader(tr("Overview"), this)),
      m_strip(new GateStrip),
      m_scroll(new QScrollArea(this)),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_empty(new EmptyState(u"overview"_s, tr("Nothing is planned in this review yet.")))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_header->setPageMargin(pageMargin);
    m_left = makeLeft();
    m_right = makeRight();
    build();
    connectAll();
}

void OverviewPage::build()
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(pageMargin, 4, pageMargin, 24);
    column->setSpacing(0);
    m_columns->setSpacing(32);
    m_columns->addWidget(m_left, 19);
    m_columns->addWidget(m_right, 10);
    m_empty->setExample(tr("A review begins with its plan: the Terms of Reference, the work plan, the draft report, "
                           "the public comment. Sub-teams then get a scope, a lead and a date."),
                        tr("The title, the mandate and the dates can be changed at any time."));
    QPushButton *first = m_empty->setPrimary(tr("Add the first milestone"));
    connect(first, &QPushButton::clicked, this, &OverviewPage::addFirstMilestone);
    column->addWidget(m_strip);
    column->addSpacing(20);
    column->addWidget(m_empty);
    column->addLayout(m_columns);
    column->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(m_scroll, 1);
}

OverviewTable *OverviewPage::addTable(QVBoxLayout *column, SectionHeader *header, int columns, int stretch)
{
    auto *table = new OverviewTable(columns, stretch);
    table->setAccessibleName(header->title());
    connect(table, &OverviewTable::recordRequested, this, &Page::recordRequested);
    column->addWidget(header);
    column->addWidget(table);
    return table;
}

QWidget *OverviewPage::makeLeft()
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_gateHeader = new SectionHeader(tr("Next gate"));
    m_gate = addTable(column, m_gateHeader, 4, 1);
    m_gate->setColumnRoom(0, iconColumn);
    m_gateNote = new QuietLabel;
    m_gateNote->setType(Type::Caption);
    m_gateNote->setWordWrap(true);
    m_gateNote->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_gateNote);
    column->addSpacing(16);
    m_problemsHeader = new SectionHeader(tr("Problems by urgency"));
    m_problems = addTable(column, m_problemsHeader, 4, 1);
    m_problems->setColumnRoom(0, iconColumn);
    m_moreProblems = new LinkButton;
    column->addSpacing(4);
    column->addWidget(m_moreProblems, 0, Qt::AlignLeading);
    column->addSpacing(16);
    m_teamsHeader = new SectionHeader(tr("Sub-teams"));
    m_teams = addTable(column, m_teamsHeader, 7, 0);
    m_teams->horizontalHeader()->show();
    m_teams->rows()->setHorizontalHeaderLabels({tr("Sub-team"), tr("Lead"), tr("Draft recs."), tr("Slip"),
                                                tr("Complete"), tr("Schedule"), tr("Since last report")});
    for (const int far : {3, 4})
        m_teams->rows()->horizontalHeaderItem(far)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    column->addStretch(1);
    return widget;
}

QWidget *OverviewPage::makeRight()
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_datesHeader = new SectionHeader(tr("My next 30 days"));
    m_dates = addTable(column, m_datesHeader, 5, 3);
    m_dates->setColumnRoom(2, iconColumn);
    m_dates->setColumnRoom(4, whoColumn);
    m_datesNote = new QuietLabel(tr("No date falls into these days."));
    m_datesNote->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_datesNote);
    column->addSpacing(20);
    m_changesHeader = new SectionHeader(tr("Recent changes"));
    m_changes = new OverviewChanges(session());
    connect(m_changes, &OverviewChanges::recordRequested, this, &Page::recordRequested);
    column->addWidget(m_changesHeader);
    column->addWidget(m_changes);
    column->addStretch(1);
    return widget;
}

void OverviewPage::connectAll()
{
    connect(&session(), &Session::changed, this, &OverviewPage::followChanges);
    connect(&session(), &Session::meChanged, this, &OverviewPage::followChanges);
    connect(m_gateHeader, &SectionHeader::actionTriggered, this, &OverviewPage::askToPass);
    connect(m_moreProblems, &LinkButton::clicked, this, [this] {
        m_allProblems = !m_allProblems;
        showProblems();
    });
    connect(m_teamsHeader, &SectionHeader::actionTriggered, this, [this] {
        m_allTeams = !m_allTeams;
        showTeams();
    });
    connect(m_changesHeader, &SectionHeader::actionTriggered, this,
            [this] { emit pageRequested(u"history"_s); });
}

QPair<Severity, int> OverviewPage::attention() const
{
    int errors = 0;
    int warnings = 0;
    for (const Problem &problem : session().problems()) {
        errors += !problem.waived && problem.level == ProblemLevel::Error;
        warnings += !problem.waived && problem.level == ProblemLevel::Warning;
    }
    if (errors > 0)
        return {Severity::Error, errors};
    return {warnings > 0 ? Severity::Warning : Severity::None, warnings};
}

void OverviewPage::followChanges()
{
    emit attentionChanged();
    m_stale = true;
    if (isVisible())
        refresh();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    // Also when nothing changed: a page may be shown again on another day.
    refresh();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = event->size().width() < narrowest;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

bool OverviewPage::isEmpty() const
{
    const Review &review = session().review();
    return std::all_of(std::begin(allKinds()), std::end(allKinds()), [&](Kind kind) {
        return kind == Kind::Review || kind == Kind::Rule || kind == Kind::Person || review.count(kind) == 0;
    });
}

void OverviewPage::refresh()
{
    m_stale = false;
    const bool empty = isEmpty();
    m_empty->setVisible(empty);
    m_left->setVisible(!empty);
    m_right->setVisible(!empty);
    showHeader();
    if (empty)
        return;
    showGate();
    showProblems();
    showTeams();
    showDates();
    showChanges();
}

void OverviewPage::askToPass()
{
    const QString gate = nextGate(session().review());
    const auto lacking = gateProblems(session().review(), session().clock(), gate);
    const bool isClear = std::all_of(lacking.begin(), lacking.end(), [](const Problem &p) { return p.waived; });
    if (isClear)
        return passGate();
    ReasonDialog dialog(tr("Pass %1 with a reason").arg(gate),
                        tr("%1 is not ready: %n thing(s) are lacking. The gate can be passed all the same.", nullptr,
                           int(lacking.size()))
                            .arg(gateTitle(session().review(), gate)),
                        tr("Pass the gate"), this);
    if (dialog.exec() == QDialog::Accepted)
        passGate(dialog.reason());
}

void OverviewPage::passGate(const QString &reason)
{
    const Review &review = session().review();
    const QString gate = nextGate(review);
    if (gate.isEmpty())
        return;
    const auto changes = plumbline::passGate(session().context(), gate, reason);
    if (commit(changes))
        emit message(Severity::Good, tr("%1 is passed; the review is in the phase “%2” now.")
                                         .arg(gate, phaseLabel(currentPhase(session().review()))),
                     tr("Undo takes it back."));
}

void OverviewPage::addFirstMilestone()
{
    const auto changes = addMilestone(session().context(), {}, tr("First milestone"), {});
    if (commit(changes))
        emit recordRequested(changes->edits.first().record);
}

} // namespace plumbline
