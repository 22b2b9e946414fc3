#pragma once

#include "core/session/session.h"

#include <QWidget>

class QVBoxLayout;

namespace plumbline {

class SectionHeader;

/// Records that were changed here and by somebody else since both last exchanged changes: each change fits, but nobody has
/// read the whole. A row is taken off by "Read".
class RereadList : public QWidget
{
    Q_OBJECT

public:
    explicit RereadList(Session &session, QWidget *parent = nullptr);

    /// Reads the list anew; hides itself when it is empty.
    void refresh();
    int count() const { return int(m_records.size()); }

signals:
    void recordRequested(plumbline::RecordId record);
    /// The list could not be kept; nothing was changed.
    void failed(const QString &sentence);
    void countChanged();

private:
    void addRow(RecordId record);
    void markRead(const QList<RecordId> &records);

    Session &m_session; // Not owned, outlives the widget.
    SectionHeader *m_header;
    QVBoxLayout *m_rows;
    QList<RecordId> m_records;
};

} // namespace plumbline
