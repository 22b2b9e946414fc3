#pragma once

#include "core/session/session.h"

#include <QWidget>

class QVBoxLayout;

namespace plumbline {

/// One change of history: who and when, before and after word by word, every value it replaced, and what can be done
/// about it. Buttons only ask; whoever shows this does it.
class HistoryDetail : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryDetail(Session &session, QWidget *parent = nullptr);

    void setEntry(const std::optional<HistoryEntry> &entry);

signals:
    void restoreRequested(plumbline::RecordId record, const QByteArray &field, const plumbline::Value &value);
    /// A deleted record is to be brought back.
    void bringBackRequested(plumbline::RecordId record);
    void setAsideRequested(qint64 import);
    void recordRequested(plumbline::RecordId record);

private:
    void addHead();
    void addValues();
    void addReplaced();
    void addButtons();
    void addRestore(const QString &text, const Value &value);
    bool isShownNow(const Value &value) const;

    Session &m_session; // Not owned, outlives this.
    QVBoxLayout *m_column;
    HistoryEntry m_entry;
};

} // namespace plumbline
