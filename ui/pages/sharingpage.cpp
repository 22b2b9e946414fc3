#include "ui/pages/sharingpage.h"

#include "core/exchange/whohaswhat.h"
#include "ui/dialogs/conflictsview.h"
#include "ui/dialogs/sharingwords.h"
#include "ui/pages/rereadlist.h"
#include "ui/pages/sharingpeople.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/primarybutton.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int mostGapBars = 3; // The table has the rest.

SharingPage::SharingPage(Session &session, QWidget *parent)
    : Page(session, parent),
      m_header(new PageHeader(tr("Sharing"), this)),
      m_views(new ChoiceBar),
      m_receive(new QPushButton(icon("inbox"), tr("&Receive…"))),
      m_send(new QPushButton(icon(u"send"_s, &Theme::onAccent), tr("Sen&d…"))),
      m_stack(new QStackedWidget(this)),
      m_gaps(new QVBoxLayout),
      m_empty(new EmptyState(u"sharing"_s, tr("Nobody else works on this review yet."))),
      m_people(new SharingPeople(session)),
      m_reread(new RereadList(session)),
      m_conflicts(new ConflictsView(session))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    makeHeader();
    m_stack->addWidget(makePeople());
    m_stack->addWidget(m_conflicts);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(m_stack, 1);
    connectAll();
    showCounts();
}

void SharingPage::makeHeader()
{
    m_header->setLineVisible(true);
    m_views->addChoice(u"people"_s, tr("People"));
    m_views->addChoice(u"conflicts"_s, tr("Conflicts"));
    makePrimary(m_send);
    for (QPushButton *button : {m_receive, m_send})
        button->setAutoDefault(false);
    m_receive->setEnabled(!session().isReadOnly());
    if (session().isReadOnly())
        m_receive->setToolTip(tr("The review is open for reading only."));
    m_header->addAtEnd(m_views);
    m_header->addAtEnd(m_receive);
    m_header->addAtEnd(m_send);
}

QWidget *SharingPage::makePeople()
{
    m_empty->setExample(tr("First make the people known: add them with their roles, or let them join. Then send them "
                           "everything as one file, by mail or on a stick. They join the review with it, work in a file "
                           "of their own, and send back what they changed."),
                        tr("No server is needed, and nobody has to wait for anybody."));
    QPushButton *send = m_empty->setPrimary(tr("Send everything…"));
    QPushButton *receive = m_empty->addChoice(tr("Receive…"));
    receive->setEnabled(!session().isReadOnly());
    m_empty->setHint(tr("Ctrl+E sends · Ctrl+I receives"));
    connect(send, &QPushButton::clicked, this, [this] { emit sendRequested({}); });
    connect(receive, &QPushButton::clicked, this, &SharingPage::receiveRequested);
    m_gaps->setSpacing(8);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 12, 24, 24);
    column->setSpacing(12);
    column->addLayout(m_gaps);
    column->addWidget(m_empty);
    column->addWidget(m_people);
    column->addWidget(m_reread);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void SharingPage::connectAll()
{
    connect(m_views, &ChoiceBar::chosen, this, &SharingPage::showView);
    connect(m_receive, &QPushButton::clicked, this, &SharingPage::receiveRequested);
    connect(m_send, &QPushButton::clicked, this, [this] { emit sendRequested({}); });
    connect(m_people, &SharingPeople::sendRequested, this, &SharingPage::sendRequested);
    connect(m_people, &SharingPeople::receiveRequested, this, [this] {
        if (m_receive->isEnabled())
            emit receiveRequested();
    });
    connect(m_reread, &RereadList::recordRequested, this, &Page::recordRequested);
    connect(m_reread, &RereadList::failed, this,
            [this](const QString &sentence) { emit message(Severity::Error, sentence, tr("Nothing was changed.")); });
    connect(m_conflicts, &ConflictsView::recordRequested, this, &Page::recordRequested);
    connect(m_conflicts, &ConflictsView::currentRecordChanged, this, &Page::currentRecordChanged);
    connect(m_conflicts, &ConflictsView::message, this, &Page::message);
    connect(m_conflicts, &ConflictsView::countChanged, this, &SharingPage::showCounts);
    connect(&session(), &Session::changed, this, &SharingPage::follow);
    connect(&session(), &Session::meChanged, this, &SharingPage::follow);
}

void SharingPage::follow()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void SharingPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        refresh();
}

void SharingPage::refresh()
{
    m_stale = false;
    const QList<SharingState> states = whoHasWhat(session().store(), session().me(), session().clock().today());
    QSet<RecordId> known;
    int unknown = 0;
    for (const SharingState &state : states) {
        if (state.person.isNull())
            ++unknown;
        else if (state.person != session().me())
            known += state.person;
    }
    m_peopleCount = int(known.size()) + unknown;
    m_empty->setVisible(states.isEmpty());
    m_people->setVisible(!states.isEmpty());
    m_people->show(states);
    m_reread->refresh();
    showGaps();
    showCounts();
}

void SharingPage::showGaps()
{
    while (QLayoutItem *item = m_gaps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<Gap> gaps = session().store().gaps();
    const QList<Peer> peers = session().store().peers();
    m_missing = gapCount(gaps);
    for (const Gap &gap : gaps.mid(0, mostGapBars)) {
        auto *bar = new MessageBar;
        bar->setNews(false);
        m_gaps->addWidget(bar);
        bar->showMessage(Severity::Warning, gapSentence(session().review(), gap, session().me()),
                         gapAdvice(session().review(), gap, peers, session().me()));
    }
}

void SharingPage::showCounts()
{
    const int open = m_conflicts->count();
    QList<PageHeader::Count> counts;
    if (!m_stale)
        counts += {tr("%n people", nullptr, m_peopleCount)};
    if (m_missing > 0)
        counts += {tr("%n change(s) missing", nullptr, int(m_missing)), Severity::Warning};
    if (m_reread->count() > 0)
        counts += {tr("%n to be read again", nullptr, m_reread->count())};
    counts += {open > 0 ? tr("%n conflict(s)", nullptr, open) : tr("no conflict")};
    m_header->setCounts(counts);
    if (auto *choice = m_views->findChild<QToolButton *>(u"conflicts"_s))
        choice->setText(open > 0 ? tr("Conflicts %1").arg(open) : tr("Conflicts"));
    emit attentionChanged();
}

QString SharingPage::currentView() const
{
    return m_views->current();
}

void SharingPage::showView(const QString &view)
{
    m_views->setCurrent(view);
    m_stack->setCurrentIndex(view == "conflicts"_L1 ? 1 : 0);
    setFocusProxy(view == "conflicts"_L1 ? m_conflicts : nullptr);
    emit currentRecordChanged(currentRecord());
}

void SharingPage::showConflict(RecordId record, const QByteArray &field)
{
    showView(u"conflicts"_s);
    m_conflicts->showRecord(record, field);
}

bool SharingPage::showRecord(RecordId record)
{
    // Records are shown where they are edited; here only when somebody looks at the conflicts already.
    return m_conflicts->isVisible() && m_conflicts->showRecord(record);
}

RecordId SharingPage::currentRecord() const
{
    return currentView() == "conflicts"_L1 ? m_conflicts->currentRecord() : RecordId();
}

QPair<Severity, int> SharingPage::attention() const
{
    return {Severity::None, m_conflicts->count()};
}

} // namespace plumbline
