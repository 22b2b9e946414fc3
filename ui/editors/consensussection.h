#pragma once

#include "core/session/session.h"

#include <QWidget>

namespace plumbline {

class Chip;
class FactList;
class SectionHeader;

/// What was decided about a recommendation: its level of consensus with the decisions that give it, and what
/// the Board did with it. Only shown here; decisions are edited on their own page.
class ConsensusSection : public QWidget
{
    Q_OBJECT

public:
    explicit ConsensusSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId recommendation);

signals:
    void recordRequested(plumbline::RecordId record);
    /// The user wants to record what the team decided on it.
    void decisionRequested();
    /// The user asks what changed since a decision was taken on it.
    void changesRequested(plumbline::RecordId decision);

private:
    void refresh();
    void showLevel();
    void showDecisions();
    void showBoardActions();

    Session &m_session; // Not owned, outlives the section.
    RecordId m_record;
    SectionHeader *m_header;
    Chip *m_level;
    FactList *m_decisions;
    SectionHeader *m_boardHeader;
    FactList *m_board;
};

} // namespace plumbline
