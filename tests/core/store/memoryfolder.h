#pragma once

#include <QFileInfo>

namespace plumbline {

/// Lets the temporary files of a test lie in memory where that is possible: for tests that make thousands of files
/// and do not ask the disk. First member of a test, so that it is there before any file.
struct MemoryFolder {
    MemoryFolder()
    {
        if (!qEnvironmentVariableIsSet("TMPDIR") && QFileInfo(QStringLiteral("/dev/shm")).isWritable())
            qputenv("TMPDIR", "/dev/shm");
    }
};

} // namespace plumbline
