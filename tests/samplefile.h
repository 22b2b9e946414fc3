#pragma once

#include <QFile>

/// Puts the example review there, as `plumbline-cli sample` would; false when it cannot.
///
/// The build makes it once for all tests, because it consists of hundreds of transactions. Whoever opens the copy
/// begins streams of her own, as with every copied file.
inline bool putSample(const QString &path)
{
    return QFile::copy(QStringLiteral(PLUMBLINE_SAMPLE), path) &&
           QFile::setPermissions(path, QFile::permissions(path) | QFile::WriteOwner);
}
