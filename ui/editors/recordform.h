#pragma once

#include "ui/editors/recordview.h"

namespace plumbline {

/// The form of one record, made from the description of its kind: a labelled editor per field, short ones in
/// two columns.
class RecordForm : public RecordView
{
    Q_OBJECT

public:
    /// @p hidden fields have no editor.
    RecordForm(Session &session, Kind kind, QWidget *parent = nullptr, const QList<QByteArray> &hidden = {});

    /// Puts a widget below the fields; it becomes owned by the form.
    void addSection(QWidget *section);

private:
    QLayout *makeFields(const QList<QByteArray> &hidden);
};

} // namespace plumbline
