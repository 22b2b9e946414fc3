#pragma once

#include "core/base/result.h"

#include <sqlite3.h>

namespace plumbline {

inline constexpr quint32 applicationId = 0x504C4D42; ///< "PLMB" in the header of every working file.
inline constexpr int busyTimeout = 5000; ///< Milliseconds a connection waits for another that writes.
inline constexpr int formatVersion = 1;  ///< Of the tables of the log; kept in user_version. Frozen: see docs.

/// Creates the tables of the log, the local tables and the projection in an empty database. Throws
/// sqlite::Failure.
void createSchema(sqlite3 *database);
/// Creates the projection tables anew, empty. Throws sqlite::Failure.
void recreateProjection(sqlite3 *database);
/// Empties the full-text index and its list of stale records. Throws sqlite::Failure.
void recreateSearchTables(sqlite3 *database);
/// True when the file has exactly the projection tables this version would create.
bool projectionIsOurs(sqlite3 *database);
/// A hash over all the projection depends on: kinds, fields, types and policies. A file with another one is
/// projected anew when it is opened.
QByteArray projectionFingerprint();
/// True when the file has exactly the tables and indexes a file of ours has: no trigger, view or table of
/// others, and no virtual table but the full-text index with what SQLite keeps behind it.
bool schemaIsOurs(sqlite3 *database);
/// Settings of every connection: journal TRUNCATE, synchronous EXTRA, no foreign code, an authorizer that
/// lets nobody change or delete what stands in the log. Throws sqlite::Failure.
void prepareConnection(sqlite3 *database, bool readOnly);
/// Sets the authorizer (again).
void restrictConnection(sqlite3 *database);

/// What can be said of a file from its first 100 bytes, before SQLite sees it.
///
/// Errors: BadInput when it is empty or not one of ours, Newer when its format is newer, Damaged when it is
/// cut off, NotFound when it is not there. Source: SQLite file format, section 1.3.
Status inspectFile(const QString &path);

} // namespace plumbline
