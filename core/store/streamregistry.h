#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>

namespace plumbline {

/// Remembers, for this user on this machine and outside any review file, how far each own stream was written.
///
/// A file whose own stream is unknown here, or stands elsewhere than remembered, is a copy: copied by hand,
/// restored from a backup, or from another machine. It must mint new streams before it writes, so that no
/// stream ever forks knowingly. Losing the registry is harmless: the next write mints.
class StreamRegistry
{
public:
    /// @p folder is created when first written to; the default is the user's data folder.
    StreamRegistry() : StreamRegistry(defaultFolder()) {}
    explicit StreamRegistry(const QString &folder);
    static QString defaultFolder();
    /// A registry that forgets with its last copy: for files whose streams nobody is to continue.
    static StreamRegistry inMemory();

    /// The h last written to the stream, empty when it is not known here.
    QByteArray last(const QByteArray &stream) const;
    /// Remembers it; a failure only means that new streams will be minted.
    void remember(const QByteArray &stream, const QByteArray &h) const;

private:
    QString fileOf(const QByteArray &stream) const;
    QString m_folder;
    std::shared_ptr<QHash<QByteArray, QByteArray>> m_memory;
};

} // namespace plumbline
