#pragma once

#include "core/base/cbor.h"
#include "core/exchange/bundle.h"

#include <QFile>
#include <QTest>

#include <zstd.h>

namespace plumbline {

/// Puts bundles together by hand, also such as no program of ours would write.
namespace forgery {

inline QByteArray compressed(const QByteArray &content)
{
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(content.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compress(out.data(), size_t(out.size()), content.constData(), size_t(content.size()), 3);
    if (ZSTD_isError(size))
        qFatal("compression failed");
    return out.first(qsizetype(size));
}

inline QByteArray record(quint64 kind, const QByteArray &content)
{
    QByteArray bytes;
    cbor::arrayHead(bytes, 2);
    cbor::unsignedNumber(bytes, kind);
    cbor::bytes(bytes, content);
    return bytes;
}

/// A bundle whose digest is right, whatever its parts are; @p body stands where the compressed records stand.
inline QByteArray withDigest(const QByteArray &header, const QByteArray &body)
{
    const QByteArray whole = QByteArray(bundleMagic, bundleMagicSize) + header + body;
    return whole + digest32(whole);
}

inline QByteArray bundle(const BundleHeader &header, const QByteArray &records)
{
    return withDigest(header.toBytes(), compressed(records));
}

inline void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the file cannot be written");
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the file cannot be read");
    return file.readAll();
}

} // namespace forgery

} // namespace plumbline
