#pragma once

#include "core/session/session.h"

#include <QWidget>

namespace plumbline {

class FactList;
class SectionHeader;

/// The findings and recommendations that would fall if a data source were taken away.
class FallSection : public QWidget
{
    Q_OBJECT

public:
    explicit FallSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId source);
    FactList *list() const { return m_facts; }

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    void refresh();

    Session &m_session; // Not owned, outlives the section.
    RecordId m_source;
    SectionHeader *m_header;
    FactList *m_facts;
};

} // namespace plumbline
