#pragma once

#include "app/cli/cli.h"
#include "core/exchange/sharing.h"

#include <QJsonArray>

namespace plumbline::cli {

// Shared by the verbs that exchange bundles.

/// The passphrase in the first line of the file --passphrase-file names, or of stdin for `-`; empty when it is not given.
/// Error BadInput.
Result<QString> passphraseFrom(const Call &call);
/// The person of that name or key. Error NotFound.
Result<RecordId> personFrom(const Review &review, const QString &name);
QJsonArray gapsJson(const Review &review, const QList<Gap> &gaps);

} // namespace plumbline::cli
