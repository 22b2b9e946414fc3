#pragma once

#include "core/domain/subteam.h"
#include "core/session/session.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QPushButton;

namespace plumbline {

class FactList;
class SectionHeader;

/// What a lead told the full team, the latest first, with a line to type the next note.
class ReportBackSection : public QWidget
{
    Q_OBJECT

public:
    explicit ReportBackSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId subTeam);
    QLineEdit *line() const { return m_line; }
    FactList *list() const { return m_reports; }

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    void refresh();
    void report();

    Session &m_session; // Not owned, outlives the section.
    RecordId m_subTeam;
    SectionHeader *m_header;
    FactList *m_reports;
    QLineEdit *m_line;
};

/// By which decisions a sub-team was formed, renamed, split and closed, with a menu for the next one.
class FormationSection : public QWidget
{
    Q_OBJECT

public:
    explicit FormationSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId subTeam);
    FactList *list() const { return m_facts; }

public slots:
    void recordFormation();
    void rename();
    void split();
    void close();

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    void refresh();
    SubTeamId id() const { return SubTeamId(m_subTeam.uuid); }

    Session &m_session; // Not owned, outlives the section.
    RecordId m_subTeam;
    SectionHeader *m_header;
    QPushButton *m_change;
    QAction *m_form = nullptr;
    QList<QAction *> m_changes;
    FactList *m_facts;
};

} // namespace plumbline
