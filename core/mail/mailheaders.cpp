#include "core/mail/mailheaders.h"

#include "core/base/value.h"
#include "core/mail/gmimelibrary.h"
#include "core/mail/mimemessage.h"

namespace plumbline {

/// A header may be that long; what is longer was not written for people.
static constexpr qsizetype longestHeader = 16 << 10;

MailHeaders::MailHeaders(const QByteArray &message) : m_message(message)
{
    QByteArray name;
    QByteArray value;
    const auto keep = [&] {
        if (!name.isEmpty() && !m_values.contains(name))
            m_values.insert(name, value.trimmed());
        name.clear();
        value.clear();
    };
    bool ofBody = false;
    while (m_bodyFrom < message.size()) {
        const qsizetype found = message.indexOf('\n', m_bodyFrom);
        const qsizetype end = found < 0 ? message.size() : found + 1;
        const QByteArray line = message.mid(m_bodyFrom, end - m_bodyFrom);
        m_bodyFrom = end;
        const QByteArray words = line.trimmed();
        if (words.isEmpty())
            break;
        const bool goesOn = line.startsWith(' ') || line.startsWith('\t');
        if (!goesOn) {
            keep();
            const qsizetype colon = line.indexOf(':');
            name = colon > 0 ? line.left(colon).trimmed().toLower() : QByteArray();
            value = colon > 0 ? words.mid(colon + 1).left(longestHeader) : QByteArray();
            ofBody = name.startsWith("content-") && !m_values.contains(name);
        } else if (value.size() + words.size() < longestHeader) {
            value += ' ' + words;
        }
        if (ofBody)
            m_ofBody += line;
    }
    keep();
}

QByteArray MailHeaders::bodyPart() const
{
    QByteArray part = m_ofBody;
    if (!part.isEmpty() && !part.endsWith('\n'))
        part += '\n';
    part += '\n';
    part += QByteArrayView(m_message).sliced(m_bodyFrom);
    return part;
}

QString MailHeaders::text(const QByteArray &name) const
{
    const QByteArray raw = value(name);
    const GMimeText decoded(g_mime_utils_header_decode_text(gmimeOptions(), raw.constData()));
    return mailLine(QString::fromUtf8(decoded ? decoded.get() : ""));
}

QString mailLine(const QString &text)
{
    QString line = cleanText(text).simplified().left(maxMailLine);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line;
}

QStringList mailIdsOf(const QByteArray &header)
{
    QStringList ids;
    for (qsizetype at = header.indexOf('<'); at >= 0; at = header.indexOf('<', at + 1)) {
        const qsizetype end = header.indexOf('>', at);
        if (end < 0)
            break;
        const QString id = mailLine(mailTextFrom(header.mid(at + 1, end - at - 1), {}));
        if (!id.isEmpty())
            ids += id;
        at = end;
    }
    return ids;
}

} // namespace plumbline
