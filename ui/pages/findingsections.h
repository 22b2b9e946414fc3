#pragma once

#include "core/domain/finding.h"
#include "core/session/session.h"

#include <QWidget>

class QLineEdit;

namespace plumbline {

class FactList;
class SectionHeader;

/// When a finding was shown to the full team, what was said, and what became of each point.
class PresentationsSection : public QWidget
{
    Q_OBJECT

public:
    explicit PresentationsSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId finding);
    FactList *presentations() const { return m_shown; }
    FactList *feedback() const { return m_points; }
    /// The line in which feedback on the latest presentation is typed.
    QLineEdit *line() const { return m_line; }

public slots:
    void present();

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    void refresh();
    void note();
    void answer(RecordId point);
    bool commit(const Result<ChangeSet> &changes);

    Session &m_session; // Not owned, outlives the section.
    RecordId m_finding;
    RecordId m_latest; ///< The latest presentation of the finding; null for none.
    SectionHeader *m_header;
    FactList *m_shown;
    SectionHeader *m_feedback;
    FactList *m_points;
    QLineEdit *m_line;
};

} // namespace plumbline
