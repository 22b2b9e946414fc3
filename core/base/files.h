#pragma once

#include <QString>

namespace plumbline {

/// Makes the name of a file durable: QSaveFile syncs the file but not the folder that names it. Where the
/// system has no such thing, nothing happens.
void syncFolderOf(const QString &path);

/// Makes the content of a file durable.
void syncFile(const QString &path);

} // namespace plumbline
