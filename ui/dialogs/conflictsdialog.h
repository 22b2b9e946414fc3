#pragma once

#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

namespace plumbline {

class ConflictsView;

/// The conflicts of the review in a window of their own; it may be closed at any time, what is left stays open.
class ConflictsDialog : public DialogFrame
{
    Q_OBJECT

public:
    explicit ConflictsDialog(Session &session, QWidget *parent = nullptr);

    ConflictsView *view() const { return m_view; }

signals:
    void recordRequested(plumbline::RecordId record);

private:
    ConflictsView *m_view;
};

} // namespace plumbline
