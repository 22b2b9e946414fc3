#pragma once

#include "core/exchange/unpublished.h"
#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

class QCheckBox;
class QListWidget;

namespace plumbline {

/// Shows what a publication would hold, and every piece of text in it that also stands where outsiders do not see, before
/// it is written.
class PublishDialog : public DialogFrame
{
    Q_OBJECT

public:
    explicit PublishDialog(Session &session, QWidget *parent = nullptr);

    /// Writes what was shown. Errors: those of writePublication().
    Status write(const QString &path) const;

signals:
    /// The user wants to see the record a piece of text also stands in.
    void recordRequested(plumbline::RecordId record);

private:
    void prepare();
    void judge();
    QString countWords() const;

    Session &m_session; // Not owned, outlives the dialog.
    Publication m_publication;
    QList<UnpublishedHit> m_found;
    bool m_ready = false;
    QListWidget *m_hits;
    QCheckBox *m_release;
};

} // namespace plumbline
