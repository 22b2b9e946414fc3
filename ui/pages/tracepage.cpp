#include "ui/pages/tracepage.h"

#include "core/checks/whoacts.h"
#include "ui/dialogs/suspectdialog.h"
#include "ui/editors/factlist.h"
#include "ui/models/chainmodel.h"
#include "ui/models/filtermodel.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/sectionheader.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr qsizetype mostGaps = 30; ///< Sentences somebody reads through; the most urgent come first.

TracePage::TracePage(Session &session, QWidget *parent)
    : Page(session, parent),
      m_header(new PageHeader(tr("Trace"), this)),
      m_model(new ChainModel(session, this)),
      m_filtered(new FilterModel(this)),
      m_which(new ChoiceBar),
      m_table(new QTableView),
      m_empty(new EmptyState(u"link"_s, tr("A chain leads from evidence over findings to recommendations"))),
      m_gaps(new FactList(this))
{
    build();
    connect(m_which, &ChoiceBar::chosen, this, [this](const QString &id) {
        m_model->setGapsOnly(id == u"gaps"_s);
        refresh();
    });
    connect(m_table, &QTableView::activated, this, &TracePage::activate);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { emit currentRecordChanged(currentRecord()); });
    connect(m_gaps, &FactList::recordRequested, this, &Page::recordRequested);
    connect(&session, &Session::changed, this, [this] {
        emit attentionChanged();
        if (isVisible())
            refresh();
    });
    m_model->setWatched(false); // Until it is shown.
}

void TracePage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_which->addChoice(u"all"_s, tr("Whole chain"));
    m_which->addChoice(u"gaps"_s, tr("Gaps only"));
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(tr("Filter"));
    filter->setAccessibleName(tr("Filter the chain"));
    filter->setClearButtonEnabled(true);
    filter->addAction(icon("filter"), QLineEdit::LeadingPosition);
    filter->setMaximumWidth(200);
    connect(filter, &QLineEdit::textChanged, m_filtered, &FilterModel::setTyped);
    m_header->addAtEnd(filter);
    m_header->addAtEnd(m_which);

    m_filtered->setSourceModel(m_model);
    m_table->setModel(m_filtered);
    useRows(m_table);
    m_table->setAccessibleName(tr("Chain from evidence to recommendations"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_empty->setExample(tr("A finding names the data sources it rests on, and a recommendation the findings "
                           "that lead to it. Each link is "
                           "made in the editor of one of them."));
    m_empty->setContentsMargins(32, 24, 32, 24);

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(24, 8, 24, 16);
    column->addWidget(new SectionHeader(tr("What is missing, and who has to act")));
    column->addWidget(m_gaps);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(m_empty);
    all->addWidget(splitter, 1);
    setFocusProxy(m_table);
}

void TracePage::showEvent(QShowEvent *event)
{
    m_model->setWatched(true);
    refresh();
    Page::showEvent(event);
}

void TracePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model->setWatched(false);
}

void TracePage::refresh()
{
    const Review &review = session().review();
    const QDate today = session().clock().today();
    QList<Fact> facts;
    const QList<TraceGap> gaps = traceGaps(review, session().problems(), today);
    for (const auto &[problem, who] : gaps.mid(0, mostGaps)) {
        const Person *person = review.find(who);
        const Severity severity = problem.level == ProblemLevel::Error ? Severity::Error : Severity::Warning;
        facts +=
            {{}, problem.record, problem.sentence, person ? person->name : tr("nobody is named"), severity};
    }
    if (gaps.size() > mostGaps)
        facts += Fact{{}, {}, tr("and %n more; the Overview lists all of them.", nullptr, int(gaps.size() - mostGaps)), {},
                      Severity::None};
    m_gaps->setFacts(facts,
                     tr("Every finding rests on something obtained, and every recommendation on a finding."));
    const bool nothing = m_model->rowCount() == 0 && facts.isEmpty() &&
                         review.count(Kind::Finding) + review.count(Kind::Recommendation) == 0;
    m_empty->setVisible(nothing);
    QList<PageHeader::Count> counts{{tr("%n way(s)", nullptr, m_model->rowCount())}};
    if (m_model->gapCount() > 0)
        counts += {tr("%n with a gap", nullptr, m_model->gapCount()), Severity::Warning};
    if (m_model->suspectCount() > 0)
        counts += {tr("%n suspect", nullptr, m_model->suspectCount()), Severity::Warning};
    m_header->setCounts(counts);
}

RecordId TracePage::currentRecord() const
{
    return m_table->currentIndex().data(ChainModel::RecordRole).value<RecordId>();
}

void TracePage::activate(const QModelIndex &index)
{
    const LinkId suspect(index.data(ChainModel::SuspectRole).value<RecordId>().uuid);
    if (!suspect.isNull())
        SuspectDialog(session(), suspect, this).exec();
    else if (const RecordId record = index.data(ChainModel::RecordRole).value<RecordId>(); !record.isNull())
        emit recordRequested(record);
}

QPair<Severity, int> TracePage::attention() const
{
    int gaps = 0;
    Severity worst = Severity::None;
    for (const auto &[problem, who] :
         traceGaps(session().review(), session().problems(), session().clock().today())) {
        ++gaps;
        worst = std::max(worst, problem.level == ProblemLevel::Error ? Severity::Error : Severity::Warning);
    }
    return {worst, gaps};
}

} // namespace plumbline
