#pragma once

#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

class QComboBox;

namespace plumbline {

class IconLabel;
class QuietLabel;

/// Asks where a record is to be moved, the whole team or a closed group, and says what that means before it is done.
class MoveDialog : public DialogFrame
{
    Q_OBJECT

public:
    MoveDialog(Session &session, RecordId record, QWidget *parent = nullptr);

    /// The audience chosen.
    int audience() const;
    /// The new record, once the dialog was accepted.
    RecordId moved() const { return m_moved; }

    void accept() override;

private:
    void judge();

    Session &m_session; // Not owned, outlives the dialog.
    RecordId m_record;
    RecordId m_moved;
    QComboBox *m_audiences;
    IconLabel *m_warning;
    QuietLabel *m_consequence;
};

} // namespace plumbline
