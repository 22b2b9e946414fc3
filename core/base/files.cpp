#include "core/base/files.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace plumbline {

static void sync(const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
#else
    Q_UNUSED(path);
#endif
}

void syncFolderOf(const QString &path)
{
    sync(QFileInfo(path).absolutePath());
}

void syncFile(const QString &path)
{
    sync(path);
}

} // namespace plumbline
