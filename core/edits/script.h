#pragma once

#include "core/edits/context.h"

#include <QJsonValue>

namespace plumbline {

/// What one line of a script asks for.
struct ScriptLine {
    ChangeSet changes;
    QHash<QString, RecordId> names; ///< `"as"` names given in this line.
};

/// Reads edits written as JSON, the language of the command line's `apply` and of the built-in templates.
///
/// A line is one object or a list of objects, and becomes one transaction. Names given by `"as"` hold for the
/// rest of the script; `"review"` names the review's own record. Source: docs/command-line.md.
class EditScript
{
public:
    /// Reads one line against the present state. Errors: BadInput, NotFound, Conflict (a field that holds
    /// several values must be resolved first), or what an edit function refuses; each names the field where
    /// one is concerned.
    Result<ScriptLine> read(const EditContext &context, const QByteArray &line);
    Result<ScriptLine> read(const EditContext &context, const QJsonValue &line);
    /// To be called once the line was committed, so that later lines know its names.
    void keepNames(const ScriptLine &line);
    /// The record of an `"as"` name; null when no line gave it.
    RecordId named(const QString &name) const { return m_names.value(name); }

private:
    QHash<QString, RecordId> m_names;
};

} // namespace plumbline
