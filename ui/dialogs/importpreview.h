#pragma once

#include "core/exchange/sharing.h"

#include <QWidget>

class QVBoxLayout;

namespace plumbline {

/// What bundles would bring, on two columns: what and by whom; what would conflict, which checks would change, and what
/// both sides have touched.
class ImportPreview : public QWidget
{
    Q_OBJECT

public:
    /// @p review is the state before the import, outlives the widget.
    ImportPreview(const Review &review, const ImportReport &report, RecordId me, const QDateTime &now,
                  QWidget *parent = nullptr);

private:
    void addKinds(QVBoxLayout *column);
    void addAuthors(QVBoxLayout *column);
    void addAlreadyHere(QVBoxLayout *column);
    void addConflicts(QVBoxLayout *column);
    void addChecks(QVBoxLayout *column);
    void addTouched(QVBoxLayout *column);
    void addNote(QVBoxLayout *column, const QString &words);
    void addMore(QVBoxLayout *column, qsizetype hidden);
    QString sides(const Conflict &conflict) const;

    const Review &m_review; // Not owned, outlives the widget.
    const ImportReport m_report;
    const RecordId m_me;
    const QDateTime m_now;
};

} // namespace plumbline
