#include "core/mail/mimemessage.h"

#include "core/base/cbor.h"
#include "core/mail/gmimelibrary.h"
#include "core/mail/mailheaders.h"
#include "core/mail/mailparts.h"

#include <QCoreApplication>

namespace plumbline {

using namespace Qt::StringLiterals;

static QString messageIdOf(const MailHeaders &headers)
{
    const QByteArray header = headers.value("Message-ID");
    const QStringList ids = mailIdsOf(header);
    // Some programs forget the brackets.
    return ids.isEmpty() ? mailLine(mailTextFrom(header, {}).remove(u'<').remove(u'>')) : ids.first();
}

static QString answeredIdOf(const MailHeaders &headers)
{
    const QByteArray header = headers.value("In-Reply-To");
    if (const QStringList ids = mailIdsOf(header); !ids.isEmpty())
        return ids.first();
    if (header.contains('@') && !header.contains(' '))
        return mailLine(mailTextFrom(header, {}));
    const QStringList thread = mailIdsOf(headers.value("References"));
    return thread.isEmpty() ? QString() : thread.last();
}

/// The date of a message; none where it is missing, no date, or none on which mail was sent.
static std::optional<QDateTime> sentOf(const MailHeaders &headers)
{
    const QByteArray header = headers.value("Date");
    if (header.isEmpty())
        return {};
    GDateTime *date = g_mime_utils_header_decode_date(header.constData());
    if (!date)
        return {};
    const QDateTime sent = QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(date), Qt::UTC);
    g_date_time_unref(date);
    static constexpr int firstYear = 1971; // The year before is what a clock shows that was never set.
    static constexpr int lastYear = 2199;
    return sent.date().year() >= firstYear && sent.date().year() <= lastYear ? std::optional(sent)
                                                                             : std::nullopt;
}

/// Cuts a text at a line or a character, so that it fits with the note that says so. True when it was too
/// long.
static bool cutBody(QString &text)
{
    QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= maxMailBody)
        return false;
    const QString note =
        QCoreApplication::translate("Mail", "[The message is longer than 1 MB; the rest was left out.]");
    qsizetype end = maxMailBody - note.toUtf8().size() - 2;
    while (end > 0 && (utf8.at(end) & 0xC0) == 0x80)
        --end;
    text = QString::fromUtf8(utf8.left(end)) + u"\n\n"_s + note;
    return true;
}

/// An id for a message that has none: the same for everybody who has the message, whatever file it came in.
static QString madeMessageId(const MailMessage &message)
{
    const Value::Array content{Value(message.sender),
                               Value(message.sent ? message.sent->toSecsSinceEpoch() : qint64(0)),
                               Value(message.subject), Value(message.text)};
    return QString::fromLatin1(digest16(cbor::encode(content)).toHex()) + u"@without-id.invalid"_s;
}

std::optional<MailMessage> readMimeMessage(const QByteArray &bytes)
{
    const MailHeaders headers(bytes);
    MailMessage message;
    message.id = messageIdOf(headers);
    message.inReplyTo = answeredIdOf(headers);
    message.subject = headers.text("Subject");
    message.sender = headers.text("From");
    if (message.sender.isEmpty())
        message.sender = headers.text("Sender");
    message.sent = sentOf(headers);
    if (message.id.isEmpty() && message.subject.isEmpty() && message.sender.isEmpty() && !message.sent)
        return {};
    const MailParts parts = readMailParts(headers.bodyPart());
    message.text = parts.text;
    message.attachments = parts.attachments;
    message.cut = cutBody(message.text);
    message.madeId = message.id.isEmpty();
    if (message.madeId)
        message.id = madeMessageId(message);
    return message;
}

} // namespace plumbline
