#include "core/base/value.h"

namespace plumbline {

Value Value::text(const QByteArray &utf8)
{
    Value value;
    value.m_content = Text{utf8};
    return value;
}

Value Value::bytes(const QByteArray &bytes)
{
    Value value;
    value.m_content = bytes;
    return value;
}

QString cleanText(const QString &typed)
{
    QString clean;
    clean.reserve(typed.size());
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed.at(i);
        if (c == u'\r') {
            if (i + 1 == typed.size() || typed.at(i + 1) != u'\n')
                clean += u'\n';
        } else if (c == u'\t' || c == u'\n') {
            clean += c;
        } else if (c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() == 0xfeff) {
            continue;
        } else if (c.isHighSurrogate() && i + 1 < typed.size() && typed.at(i + 1).isLowSurrogate()) {
            clean += c;
            clean += typed.at(++i);
        } else if (c.isSurrogate()) {
            clean += QChar(QChar::ReplacementCharacter); // Half a character cannot be written as UTF-8.
        } else {
            clean += c;
        }
    }
    return clean;
}

} // namespace plumbline
