#include "core/planfiles/plantext.h"

#include <QStringDecoder>

namespace plumbline {

std::optional<qint64> badUtf8Line(const QByteArray &data)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    qint64 line = 1;
    for (qsizetype at = 0; at < data.size(); ++line) {
        const qsizetype found = data.indexOf('\n', at);
        const qsizetype end = found < 0 ? data.size() : found + 1;
        const QByteArrayView part = QByteArrayView(data).sliced(at, end - at);
        const QString text = decoder.decode(part);
        if (decoder.hasError() || part.contains('\0'))
            return line;
        at = end;
    }
    const QString rest = decoder.decode(QByteArrayView("\n")); // Half a character at the end is one, too.
    return decoder.hasError() || rest.size() > 1 ? std::optional(line - 1) : std::nullopt;
}

} // namespace plumbline
