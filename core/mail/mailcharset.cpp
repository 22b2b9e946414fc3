#include "core/mail/mimemessage.h"

#include <algorithm>

#include <cerrno>
#include <iconv.h>

namespace plumbline {

/// Charsets whose name may be handed to iconv: no options, no paths.
static bool isCharsetName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.' || c == ':' || c == '+';
    });
}

/// Converts what can be converted; each byte that is none of the charset becomes U+FFFD. None for an unknown
/// charset.
static std::optional<QString> mailFromCharset(const QByteArray &bytes, const QByteArray &charset)
{
    if (!isCharsetName(charset))
        return {};
    const iconv_t converter = iconv_open("UTF-8", charset.constData());
    if (converter == iconv_t(-1))
        return {};
    QByteArray converted;
    QByteArray piece(64 << 10, Qt::Uninitialized);
    char *in = const_cast<char *>(bytes.constData()); // iconv does not write there.
    size_t left = size_t(bytes.size());
    while (left > 0) {
        char *out = piece.data();
        size_t room = size_t(piece.size());
        const size_t done = iconv(converter, &in, &left, &out, &room);
        const int failure = done == size_t(-1) ? errno : 0;
        converted.append(piece.constData(), piece.size() - qsizetype(room));
        if (failure == 0 || failure == E2BIG)
            continue;
        converted += "\xEF\xBF\xBD";
        if (failure == EINVAL || left == 0) // Half a character at the end.
            break;
        ++in;
        --left;
    }
    iconv_close(converter);
    return QString::fromUtf8(converted);
}

QString mailTextFrom(const QByteArray &bytes, const QByteArray &charset)
{
    const QByteArray name = charset.trimmed().toLower();
    const bool plain = name.isEmpty() || name == "us-ascii" || name == "ascii" || name == "utf-8" ||
                       name == "utf8" || name == "iso-8859-1" || name == "latin1" || name == "unknown-8bit";
    if (!plain) {
        if (const auto text = mailFromCharset(bytes, name))
            return *text;
    }
    if (name != "iso-8859-1" && name != "latin1") {
        if (bytes.isValidUtf8())
            return QString::fromUtf8(bytes);
    }
    const auto text = mailFromCharset(bytes, "windows-1252");
    return text ? *text : QString::fromLatin1(bytes);
}

} // namespace plumbline
