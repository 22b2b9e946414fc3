#pragma once

#include "core/domain/attendance.h"
#include "core/session/session.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace plumbline {

class ComboField;
class FactList;
class SectionHeader;

/// The roll of a meeting: every member of that day, and whether she was present, sent apologies or observed.
class RollCallSection : public QWidget
{
    Q_OBJECT

public:
    explicit RollCallSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId meeting);

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    void refresh();
    QList<PersonId> people(const QHash<PersonId, Attendance> &roll) const;
    void addRow(int row, PersonId person, std::optional<Attendance> attendance);

    Session &m_session; // Not owned, outlives the section.
    RecordId m_meeting;
    SectionHeader *m_header;
    QWidget *m_rows = nullptr;
};

/// What came of a meeting: its decisions and action items, with a line below each to type the next one.
class MeetingOutcome : public QWidget
{
    Q_OBJECT

public:
    explicit MeetingOutcome(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId meeting);

signals:
    void recordRequested(plumbline::RecordId record);
    void refused(const QString &sentence);

private:
    void refresh();
    void decide();
    void assign();

    Session &m_session; // Not owned, outlives the section.
    RecordId m_meeting;
    FactList *m_decisions;
    FactList *m_actions;
    QLineEdit *m_decision;
    QLineEdit *m_action;
};

/// What a decision is about: what it adopted, formed or agreed to, and which decisions it takes the place of.
class DecisionTrail : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionTrail(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId decision);

signals:
    void recordRequested(plumbline::RecordId record);
    void refused(const QString &sentence);

private:
    void refresh();
    void fillPicker();

    Session &m_session; // Not owned, outlives the section.
    RecordId m_decision;
    FactList *m_about;
    FactList *m_superseded;
    ComboField *m_picker;
};

} // namespace plumbline
