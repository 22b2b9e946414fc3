#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace plumbline {

/// What the body of a message holds.
struct MailParts {
    QString text;            ///< Plain text.
    QStringList attachments; ///< Names of files, or their types.
};

/// Reads the body of a message as MailHeaders::bodyPart() gives it, whatever it is. Of several forms of a
/// text the plain one is taken; texts of messages within it, as in a digest, belong to it. Source: the MIME
/// family (RFC 2045-2049), by GMime; the choice of the text is ours.
MailParts readMailParts(const QByteArray &bodyPart);

} // namespace plumbline
