#pragma once

#include "core/mail/mailfile.h"

namespace plumbline {

/// Reads one message as it stands in a file: its headers, an empty line, its body. Whatever the bytes are, it
/// gives what can be made out; empty only when there is none of the headers From, Date, Subject and
/// Message-ID. Source: RFC 5322 and the MIME family, by GMime; the choice of the text is ours.
std::optional<MailMessage> readMimeMessage(const QByteArray &bytes);

/// Bytes in a charset as text. What is no text in it is read as UTF-8 if it is that, else as Windows-1252,
/// which old mail programs wrote under any name.
QString mailTextFrom(const QByteArray &bytes, const QByteArray &charset);

} // namespace plumbline
