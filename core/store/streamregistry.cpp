#include "core/store/streamregistry.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <filesystem>

namespace plumbline {

StreamRegistry::StreamRegistry(const QString &folder) : m_folder(folder) {}

QString StreamRegistry::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/plumbline/streams");
}

StreamRegistry StreamRegistry::inMemory()
{
    StreamRegistry registry{QString()};
    registry.m_memory = std::make_shared<QHash<QByteArray, QByteArray>>();
    return registry;
}

QString StreamRegistry::fileOf(const QByteArray &stream) const
{
    return m_folder + u'/' + QString::fromLatin1(stream.toHex());
}

QByteArray StreamRegistry::last(const QByteArray &stream) const
{
    if (m_memory)
        return m_memory->value(stream);
    if (stream.isEmpty())
        return {};
    QFile file(fileOf(stream));
    return file.open(QIODevice::ReadOnly) ? file.read(64) : QByteArray();
}

void StreamRegistry::remember(const QByteArray &stream, const QByteArray &h) const
{
    if (m_memory) {
        m_memory->insert(stream, h);
        return;
    }
    const QString name = fileOf(stream);
    const QString fresh = name + QStringLiteral(".new");
    QFile file(fresh);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        QDir().mkpath(m_folder);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return;
    }
    file.write(h);
    file.close();
    // Replaces in one step; no sync, because a lost entry costs a new stream and nothing else.
    std::error_code ignored;
    std::filesystem::rename(std::filesystem::path(fresh.toStdU16String()), name.toStdU16String(), ignored);
}

} // namespace plumbline
