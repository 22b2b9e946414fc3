#pragma once

#include "core/session/session.h"
#include "ui/widgets/severity.h"

#include <QWidget>

class QScrollArea;

namespace plumbline {

class InspectorPart;
class QuietLabel;

/// What is to be known of the record that is selected, in one scroll: what it is, its problems first, its fields,
/// links both ways, notes and history. Follows Session::changed.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    explicit Inspector(Session &session, QWidget *parent = nullptr);

    RecordId record() const { return m_record; }
    QSize sizeHint() const override;

public slots:
    /// Shows a record of any kind; null shows that none is selected.
    void setRecord(plumbline::RecordId record);

signals:
    void recordRequested(plumbline::RecordId record);
    void message(plumbline::Severity severity, const QString &happened, const QString &kept);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void follow();

    Session &m_session; // Not owned, outlives the inspector.
    RecordId m_record;
    QScrollArea *m_scroll;
    QuietLabel *m_nothing;
    QList<InspectorPart *> m_parts;
    bool m_stale = true; ///< Something changed while the inspector was not to be seen.
};

} // namespace plumbline
