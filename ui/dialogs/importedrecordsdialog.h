#pragma once

#include "core/exchange/sharing.h"
#include "ui/dialogs/dialogframe.h"

class QListWidget;

namespace plumbline {

class QuietLabel;

/// Every record an import would change, with a tick each, and beside the list what would change in the current one,
/// word by word. What is not ticked is set aside.
class ImportedRecordsDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// @p review is the state before the import, outlives the dialog.
    ImportedRecordsDialog(const Review &review, const ImportReport &report, const QSet<RecordId> &setAside,
                          QWidget *parent = nullptr);

    /// The records without a tick.
    QSet<RecordId> setAside() const;
    QListWidget *list() const { return m_list; }

protected:
    bool event(QEvent *event) override;

private:
    void fill(const QSet<RecordId> &setAside);
    void tickAll(bool ticked);
    void showCurrent();
    void countTicks();
    Value valueComing(const ImportedRecord &imported, const Field &field) const;
    bool wouldConflict(const ImportedRecord &imported, const QByteArray &field) const;
    QString differences(const ImportedRecord &record) const;

    const Review &m_review; // Not owned, outlives the dialog.
    const QList<ImportedRecord> m_records;
    const QList<Conflict> m_conflicts;
    QListWidget *m_list;
    QuietLabel *m_head;
    QuietLabel *m_words;
};

} // namespace plumbline
