#pragma once

#include "ui/pages/recordpage.h"

namespace plumbline {

class Chip;
class FactList;
class SectionHeader;

/// What the other records say of a sub-team: who leads it, who is in it, when its draft recommendations are
/// due, its milestones and its data sources.
class SubTeamsPageSummary : public QWidget
{
    Q_OBJECT

public:
    explicit SubTeamsPageSummary(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId subTeam);

signals:
    void recordRequested(plumbline::RecordId record);

private:
    FactList *addSection(const QString &title);
    FactList *addFacts(SectionHeader *header);
    void refresh();
    void showPeople();
    void showAgreement();
    void recordAgreement();
    void showMilestones();
    void showSources();

    Session &m_session; // Not owned, outlives the summary.
    RecordId m_record;
    FactList *m_people;
    SectionHeader *m_agreementHead;
    Chip *m_agreementState;
    FactList *m_agreement;
    FactList *m_milestones;
    FactList *m_sources;
};

/// The sub-teams with their scope of work, and what the other records say of them.
class SubTeamsPage : public RecordPage
{
    Q_OBJECT

public:
    explicit SubTeamsPage(Session &session, QWidget *parent = nullptr);
};

} // namespace plumbline
