#pragma once

#include "core/session/session.h"

#include <QWidget>

namespace plumbline {

class ComboField;
class FactList;
class SectionHeader;

/// The findings a recommendation rests on: add one by picking it, take one away.
class RestsOnSection : public QWidget
{
    Q_OBJECT

public:
    explicit RestsOnSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId recommendation);
    /// Links the finding to the recommendation; false when that was refused.
    bool addFinding(RecordId finding);
    /// Takes the link away; the finding stays.
    bool removeFinding(RecordId finding);
    ComboField *picker() const { return m_picker; }

signals:
    void recordRequested(plumbline::RecordId record);
    void refused(const QString &sentence);

private:
    void refresh();
    void fillPicker(const QSet<RecordId> &linked);
    bool commit(const ChangeSet &changes);

    Session &m_session; // Not owned, outlives the section.
    RecordId m_record;
    SectionHeader *m_header;
    FactList *m_findings;
    ComboField *m_picker;
};

} // namespace plumbline
