#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace plumbline {

/// An e-mail as it stands in a file, decoded. Every text is fit for the log (see cleanText()), with "\n"
/// between lines.
struct MailMessage {
    QString id; ///< Message id without angle brackets, never empty; made from the message when it has none.
    QString inReplyTo;             ///< Id of the message it answers; empty when it answers none.
    QString subject;               ///< One line; empty when there is none.
    QString sender;                ///< One line, as the header has it, decoded.
    std::optional<QDateTime> sent; ///< UTC; empty when the date is missing or is none.
    QString text;                  ///< Plain text; what was HTML only is turned into it.
    QStringList attachments;       ///< Names of the files that came with it; where one has no name, its type.
    bool madeId = false;           ///< The message had no id.
    bool cut = false;              ///< Its text was longer than maxMailBody; its last line says so.
    friend bool operator==(const MailMessage &, const MailMessage &) = default;
};

/// What a mailing list's file says, independent of any review.
struct MailFile {
    QList<MailMessage> messages; ///< In the order of the file.
    QStringList notes; ///< Sentences for the user: what was in the file and is not in here, or not as it was.
    friend bool operator==(const MailFile &, const MailFile &) = default;
};

/// Bounds of a file; one beyond them is refused. Computed here: the archives of a review that we know have
/// some thousand messages and some megabytes of text.
struct MailBounds {
    qint64 bytes = qint64(2) << 30; ///< Of the file.
    int messages = 100000;
    qint64 text = qint64(256) << 20; ///< Of all texts together.
};

// Bounds of a message; what is beyond them is left out.
inline constexpr int maxMailBody = 1000000; ///< Bytes of UTF-8 of a text; what is longer is cut.
inline constexpr qint64 maxMessageBytes = qint64(32)
                                          << 20; ///< Of a message; attachments beyond it are not seen.
inline constexpr int maxHeaderBytes = 256 << 10; ///< Of the headers of a message.
inline constexpr int maxMailLine = 1000;  ///< Characters of an id, a subject, a sender, a name of a file.
inline constexpr int maxMailParts = 1000; ///< Of a message; the others are not looked at.
inline constexpr int maxMailDepth = 50;   ///< Of parts in parts.

} // namespace plumbline
