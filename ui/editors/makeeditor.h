#pragma once

#include "ui/editors/fieldeditor.h"

namespace plumbline {

/// The editor for a field, by its type in the description; never null. @p session outlives it.
FieldEditor *makeEditor(Session &session, Kind kind, const Field &field, QWidget *parent);

/// Whether an editor of the field needs the whole width of a form.
bool isWide(const Field &field);

} // namespace plumbline
