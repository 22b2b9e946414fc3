#include "ui/editors/recordform.h"

#include "ui/editors/makeeditor.h"

#include <QGridLayout>

namespace plumbline {

/// Whether a form shows the field: the key and the title stand above it, the place is given by the list, and hashes say
/// nothing to people.
static bool isShown(const KindDescription &description, const Field &field)
{
    const bool isTitle = field.name == description.title && field.type == FieldType::Line;
    return !isTitle && field.name != "key" && field.name != "~place" && field.type != FieldType::Bytes;
}

RecordForm::RecordForm(Session &session, Kind kind, QWidget *parent, const QList<QByteArray> &hidden)
    : RecordView(session, kind, parent)
{
    column()->insertLayout(column()->count() - 1, makeFields(hidden));
    setRecord({});
}

void RecordForm::addSection(QWidget *section)
{
    column()->insertSpacing(column()->count() - 1, 8);
    column()->insertWidget(column()->count() - 1, section);
}

QLayout *RecordForm::makeFields(const QList<QByteArray> &hidden)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(16);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    int column = 0;
    for (const Field &field : describe(kind()).fields) {
        if (!isShown(describe(kind()), field) || hidden.contains(field.name))
            continue;
        FieldEditor *editor = editors().make(field.name, content());
        if (isWide(field) && column == 1)
            ++row;
        if (isWide(field)) {
            grid->addWidget(editor, row++, 0, 1, 2, Qt::AlignTop);
            column = 0;
            continue;
        }
        grid->addWidget(editor, row, column, Qt::AlignTop);
        row += column;
        column = 1 - column;
    }
    return grid;
}

} // namespace plumbline
