#pragma once

#include "core/session/session.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace plumbline {

/// What of history is shown: by whom, of which record, since when, from which import.
class HistoryFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryFilterBar(Session &session, QWidget *parent = nullptr);

    HistoryFilter filter() const;

signals:
    void filterChanged();
    /// What was typed names no record.
    void recordNotFound(const QString &sentence);

private:
    void fillPeople();
    void fillImports();
    void takeRecord();

    Session &m_session; // Not owned, outlives this.
    QComboBox *m_person;
    QLineEdit *m_key;
    QComboBox *m_since;
    QComboBox *m_import;
    RecordId m_record;
};

} // namespace plumbline
