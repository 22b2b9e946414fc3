#include "ui/editors/consensussection.h"

#include "core/checks/completeness.h"
#include "core/domain/boardaction.h"
#include "core/domain/linkstate.h"
#include "core/domain/teamdecision.h"
#include "ui/editors/factlist.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/sectionheader.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

ConsensusSection::ConsensusSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Consensus"), this)),
      m_level(new Chip({}, this)),
      m_decisions(new FactList(this)),
      m_boardHeader(new SectionHeader(tr("Board actions"), this)),
      m_board(new FactList(this))
{
    m_header->addBesideTitle(m_level);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_decisions);
    column->addSpacing(8);
    column->addWidget(m_boardHeader);
    column->addWidget(m_board);
    for (FactList *list : {m_decisions, m_board})
        connect(list, &FactList::recordRequested, this, &ConsensusSection::recordRequested);
    connect(m_header, &SectionHeader::actionTriggered, this, &ConsensusSection::decisionRequested);
    connect(m_decisions, &FactList::actionRequested, this, &ConsensusSection::changesRequested);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::Link) || changes.concerns(Kind::Decision) || changes.concerns(Kind::Meeting) ||
            changes.concerns(Kind::BoardAction) || changes.records.contains(m_record))
            refresh();
    });
}

void ConsensusSection::setRecord(RecordId recommendation)
{
    m_record = recommendation;
    refresh();
}

void ConsensusSection::refresh()
{
    showLevel();
    showDecisions();
    showBoardActions();
}

void ConsensusSection::showLevel()
{
    const Review &review = m_session.review();
    const RecordLinks links(review);
    const Decision *decision = consensusDecision(review, links, m_record);
    m_header->setAction(m_session.isReadOnly() || m_record.isNull() ? QString() : tr("Record a decision…"));
    if (!decision)
        return m_level->setText({tr("No level yet"), ChipText::Tone::Warning});
    const bool isConsensus =
        decision->level.is(Consensus::FullConsensus) || decision->level.is(Consensus::Consensus);
    for (const RecordLinks::Entry &entry : links.to(m_record, LinkType::Decides)) {
        const Link *link = review.find(entry.link);
        if (entry.other == decision->id && link && linkState(review, *link) == LinkState::Suspect)
            return m_level->setText(
                {tr("%1, on a former text").arg(choiceLabel(decision->level)), ChipText::Tone::Warning});
    }
    m_level->setText(
        {choiceLabel(decision->level), isConsensus ? ChipText::Tone::Good : ChipText::Tone::Plain});
}

void ConsensusSection::showDecisions()
{
    const Review &review = m_session.review();
    const QDate today = m_session.clock().today();
    QList<Fact> facts;
    const RecordLinks links(review);
    for (const RecordLinks::Entry &entry : links.to(m_record, LinkType::Decides)) {
        const Decision *decision = review.find(DecisionId(entry.other.uuid));
        const Link *link = review.find(entry.link);
        if (!decision || !link)
            continue;
        Fact fact{dateText(decision->date, today), entry.other, recordWords(review, entry.other),
                  choiceLabel(decision->level), Severity::None};
        if (isSuperseded(links, review, DecisionId(decision->id.uuid))) {
            fact.rest = tr("superseded");
        } else if (linkState(review, *link) == LinkState::Suspect) {
            fact.severity = Severity::Warning;
            fact.action = tr("What changed?");
        }
        facts += fact;
    }
    m_decisions->setFacts(facts, tr("No decision of the team names this recommendation yet."));
}

void ConsensusSection::showBoardActions()
{
    const Review &review = m_session.review();
    const QDate today = m_session.clock().today();
    QList<Fact> facts;
    for (const BoardAction *action : review.all<BoardAction>()) {
        if (action->recommendation.uuid != m_record.uuid)
            continue;
        const QString what = action->part.isEmpty()
                                 ? choiceLabel(action->action)
                                 : tr("%1: %2", "part of a recommendation: what the Board did")
                                       .arg(action->part, choiceLabel(action->action));
        facts += {dateText(action->date, today), action->id, what, action->rationale, Severity::None};
    }
    m_boardHeader->setVisible(!facts.isEmpty());
    m_board->setVisible(!facts.isEmpty());
    m_board->setFacts(facts, {});
}

} // namespace plumbline
