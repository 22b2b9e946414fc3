#pragma once

#include "core/domain/recommendation.h"
#include "core/session/session.h"

#include <QWidget>

class QAction;
class QPushButton;

namespace plumbline {

class FactList;
class SectionHeader;

/// What Board and staff were asked about a recommendation, on which text, what they answered and what the team made of it.
/// Answers on a former text are marked.
class DocketSection : public QWidget
{
    Q_OBJECT

public:
    explicit DocketSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId recommendation);
    FactList *list() const { return m_inputs; }

public slots:
    void ask();

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    void refresh();
    void act(RecordId input);
    void answer(RecordId input);

    Session &m_session; // Not owned, outlives the section.
    RecordId m_recommendation;
    SectionHeader *m_header;
    FactList *m_inputs;
};

/// Where a recommendation comes from and what became of it: parts, mergers, successors, and the numbers it had in reports.
class LineageSection : public QWidget
{
    Q_OBJECT

public:
    explicit LineageSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId recommendation);
    FactList *list() const { return m_facts; }

public slots:
    void share();
    void split();
    void mergeInto();
    void replaceBy();
    void withdraw();
    void changeForm();

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    void makeMenu();
    void updateMenu();
    void refresh();
    QList<RecordId> others() const;
    const Recommendation *shown() const;
    RecommendationId id() const { return RecommendationId(m_recommendation.uuid); }

    Session &m_session; // Not owned, outlives the section.
    RecordId m_recommendation;
    SectionHeader *m_header;
    QPushButton *m_change;
    QList<QAction *> m_standing; ///< What only a standing recommendation can undergo.
    QAction *m_share = nullptr;
    QAction *m_form = nullptr;
    FactList *m_facts;
};

} // namespace plumbline
