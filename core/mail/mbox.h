#pragma once

#include "core/base/progress.h"
#include "core/mail/mailfile.h"

namespace plumbline {

/// Reads the messages of a file in mbox form, as mail programs and Mailman write it; a single message without
/// the line "From " before it is read as well. A line "From " begins a message where it looks like one, with
/// a date or with headers after it; ">From " in a text loses the mark. What is broken within a message costs
/// that part of it only.
///
/// @p progress counts bytes; an end of it is error Cancelled.
/// Errors: BadInput when it is no mail, is empty or is beyond one of the @p bounds. Nothing is
/// half read. Source: RFC 4155 and RFC 5322; the variants of the form as they are met (mboxo, mboxrd).
Result<MailFile> readMbox(const QByteArray &data, const Progress &progress = {},
                          const MailBounds &bounds = {});

/// Reads them from a file. Errors: NotFound when it cannot be opened or read; those of readMbox().
Result<MailFile> readMboxFile(const QString &path, const Progress &progress = {});

} // namespace plumbline
