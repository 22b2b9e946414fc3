#pragma once

#include "core/edits/context.h"

#include <QJsonObject>

namespace plumbline {

/// One argument of an edit function as scripts give it.
struct EditArgument {
    const char *name;
    bool required;
    const char *explanation;
};

/// An edit function that scripts may call by name: `{"do":"reschedule","args":{...}}`.
struct EditFunction {
    const char *name;
    const char *explanation;
    QList<EditArgument> arguments;
    /// Records among the arguments are looked up by @p resolve. Errors: those of the function, and BadInput
    /// for arguments that are missing or not understood.
    Result<ChangeSet> (*run)(const EditContext &context, const QJsonObject &arguments,
                             const std::function<Result<RecordId>(const QString &)> &resolve);
};

/// Every edit function there is, in the order in which help lists them.
const QList<EditFunction> &editFunctions();

/// Those of preparation, evidence, findings, recommendations, notes and gates among them.
QList<EditFunction> workFunctions();

/// Runs the function called @p name. Errors: NotFound when there is none, BadInput for unknown or missing
/// arguments.
Result<ChangeSet> runEditFunction(const EditContext &context, const QString &name,
                                  const QJsonObject &arguments,
                                  const std::function<Result<RecordId>(const QString &)> &resolve);

} // namespace plumbline
