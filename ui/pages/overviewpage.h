#pragma once

#include "ui/pages/page.h"

class QBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace plumbline {

class EmptyState;
class GateStrip;
class LinkButton;
class OverviewChanges;
class OverviewTable;
class PageHeader;
class QuietLabel;
class SectionHeader;

/// Where the review stands: its phases and gates, what the next gate still lacks, problems by urgency, the sub-teams,
/// the dates of the next weeks and what was done last. Every row is a click from its record.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(Session &session, QWidget *parent = nullptr);

    QPair<Severity, int> attention() const override;
    bool wantsInspector() const override { return false; }

public slots:
    /// Passes the next gate: the review enters its next phase. With a reason, the reason goes on record in place of
    /// what is lacking.
    void passGate(const QString &reason = {});

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makeLeft();
    QWidget *makeRight();
    OverviewTable *addTable(QVBoxLayout *column, SectionHeader *header, int columns, int stretch);
    void connectAll();
    void followChanges();
    void refresh();
    void showHeader();
    void showGate();
    void addGateRow(const QByteArray &check, const QList<Problem> &found);
    void showProblems();
    void showTeams();
    void showDates();
    void showChanges();
    void askToPass();
    void addFirstMilestone();
    bool isEmpty() const;

    PageHeader *m_header;
    GateStrip *m_strip;
    QScrollArea *m_scroll;
    QBoxLayout *m_columns;
    QWidget *m_left;
    QWidget *m_right;
    EmptyState *m_empty;
    SectionHeader *m_gateHeader;
    OverviewTable *m_gate;
    QuietLabel *m_gateNote;
    SectionHeader *m_problemsHeader;
    OverviewTable *m_problems;
    LinkButton *m_moreProblems;
    SectionHeader *m_teamsHeader;
    OverviewTable *m_teams;
    SectionHeader *m_datesHeader;
    OverviewTable *m_dates;
    QuietLabel *m_datesNote;
    SectionHeader *m_changesHeader;
    OverviewChanges *m_changes;
    QWidget *m_counts = nullptr; ///< The counts at the head of the problems; made anew each time.
    bool m_allProblems = false;
    bool m_allTeams = false;
    bool m_stale = true; ///< Something changed while the page was not to be seen.
};

} // namespace plumbline
