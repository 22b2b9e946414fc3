#pragma once

#include "core/session/session.h"
#include "ui/widgets/severity.h"

#include <QWidget>

namespace plumbline {

/// One page of the window: a view of the open review that follows its news.
///
/// A page reads session().review() and edits only by session().commit(); it never updates itself after an edit of its
/// own but in answer to Session::changed, like everybody else.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(Session &session, QWidget *parent = nullptr) : QWidget(parent), m_session(session) {}

    Session &session() const { return m_session; }
    /// Brings the record into view and makes it current; false when this page does not show such records.
    virtual bool showRecord(RecordId) { return false; }
    /// The record the inspector is to show; null for none.
    virtual RecordId currentRecord() const { return {}; }
    /// What needs attention here, for the navigation: the worst severity and how many; Severity::None with a count is a
    /// plain number, zero shows nothing.
    virtual QPair<Severity, int> attention() const { return {Severity::None, 0}; }
    /// True when the page wants the inspector beside it.
    virtual bool wantsInspector() const { return true; }

signals:
    /// Another record is current; null for none.
    void currentRecordChanged(plumbline::RecordId record);
    /// The user asks to go to a record, wherever it is shown.
    void recordRequested(plumbline::RecordId record);
    /// Something to be said in the bar on top of the page: what happened (bold), what was kept, and how bad it is.
    void message(plumbline::Severity severity, const QString &happened, const QString &kept);
    /// The user asks to go to another page, by its id.
    void pageRequested(const QString &id);
    /// attention() may answer differently now.
    void attentionChanged();

protected:
    /// Commits what an edit function gave, and says so in the message bar when it was refused. True when it was done.
    bool commit(const Result<ChangeSet> &changes)
    {
        const Result<Commit> done = m_session.commit(changes);
        if (!done)
            emit message(Severity::Error, done.error().sentence, {});
        return bool(done);
    }

private:
    Session &m_session; // Not owned, outlives the page.
};

} // namespace plumbline
