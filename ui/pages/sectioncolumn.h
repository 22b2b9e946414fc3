#pragma once

#include <QVBoxLayout>

namespace plumbline {

/// The column of a section below a form: no margins, parts 8 pixels from each other.
inline QVBoxLayout *sectionColumn(QWidget *section)
{
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    return column;
}

} // namespace plumbline
