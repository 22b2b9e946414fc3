#pragma once

#include "core/session/session.h"
#include "ui/widgets/severity.h"

#include <QWidget>

class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace plumbline {

class EmptyState;

/// The records that are gone, with who took them away and when; deleted ones can be brought back.
class HistoryTrash : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryTrash(Session &session, QWidget *parent = nullptr);

    int count() const { return int(m_gone.size()); }

signals:
    void message(plumbline::Severity severity, const QString &happened, const QString &kept);
    void countChanged();

private:
    struct Gone {
        RecordId record;
        Kind kind;
        HistoryEntry entry; ///< What took it away.
    };
    void build();
    void fill();
    void addRow(const Gone &gone);
    void showCurrent();
    void bringBack();

    Session &m_session; // Not owned, outlives this.
    QList<Gone> m_gone;
    QStandardItemModel *m_rows;
    QTreeView *m_list;
    QPushButton *m_back;
    EmptyState *m_empty;
};

} // namespace plumbline
