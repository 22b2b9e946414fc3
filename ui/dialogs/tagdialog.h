#pragma once

#include "ui/dialogs/editdialog.h"

namespace plumbline {

/// Puts a tag on records, or takes it off where all of them have it.
class TagDialog : public EditDialog
{
    Q_OBJECT

public:
    TagDialog(Session &session, const QList<RecordId> &records, QWidget *parent = nullptr);
};

} // namespace plumbline
