#pragma once

#include "core/session/session.h"

namespace plumbline {

/// Opens a publication as a review that can only be read, so that whatever shows a review shows it too. It is written
/// into a file of its own in a temporary folder, which goes with the session. Errors: those of readPublication();
/// CannotWrite when there is no room for that file.
Result<std::unique_ptr<Session>> openPublication(const QString &path, const SessionOptions &options = {});

} // namespace plumbline
