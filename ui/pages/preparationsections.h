#pragma once

#include "core/domain/person.h"
#include "core/session/session.h"

#include <QWidget>

namespace plumbline {

class Chip;
class FactList;
class SectionHeader;

/// Whether the Terms of Reference are adopted as they stand, what changed since, and who has acknowledged them.
class AdoptionSection : public QWidget
{
    Q_OBJECT

public:
    explicit AdoptionSection(Session &session, QWidget *parent = nullptr);

    /// The section is of the whole, whichever part is shown.
    void setRecord(RecordId) {}
    FactList *missing() const { return m_missing; }

public slots:
    void adopt();

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    void refresh();
    void showAdoption();
    void showAcknowledgements();

    Session &m_session; // Not owned, outlives the section.
    SectionHeader *m_header;
    Chip *m_state;
    FactList *m_facts;
    SectionHeader *m_acknowledged;
    FactList *m_missing;
};

/// What a person does in the review, what she declared, and what she takes no part in.
class PersonSections : public QWidget
{
    Q_OBJECT

public:
    explicit PersonSections(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId person);

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    FactList *addPart(const QString &title, const QString &action, void (PersonSections::*act)());
    void refresh();
    void addMembership();
    void addStatement();
    void addRecusal();
    PersonId person() const { return PersonId(m_person.uuid); }

    Session &m_session; // Not owned, outlives the section.
    RecordId m_person;
    QList<SectionHeader *> m_headers;
    FactList *m_memberships;
    FactList *m_statements;
    FactList *m_recusals;
};

} // namespace plumbline
