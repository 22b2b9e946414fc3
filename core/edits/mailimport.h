#pragma once

#include "core/domain/message.h"
#include "core/edits/context.h"
#include "core/mail/mailfile.h"

namespace plumbline {

/// How the messages of a mailing list are taken into a review.
struct MailImportOptions {
    Id<SubTeam> subTeam; ///< Whose list it is; null: the full team's.
    QString list;        ///< The address of the list; empty: that of the sub-team.
};

/// How many messages of a file are new to a review.
struct MailCounts {
    int added = 0;    ///< New here.
    int known = 0;    ///< In the review already, whoever took them in.
    int repeated = 0; ///< Stand in the file more than once; the first is taken.
    int deleted = 0;  ///< Were in the review and were deleted; they stay so.
};

/// What an import would add or has added.
struct MailImport {
    /// To be committed one after the other. One for a list as reviews have them, so one step to undo; more
    /// when one would be too large to be sent to others.
    QList<ChangeSet> steps;
    MailCounts counts;
    QStringList notes; ///< Sentences: what was in the file and is not taken, or not as it was.
};

/// The id a message has in a review: by its message id, so that it is one record whoever takes it in and
/// however often.
MessageId messageRecordId(const Review &review, const QString &messageId);

MailCounts countMail(const Review &review, const MailFile &mail);

/// Sentences on what of a file is left out, and why, or is not as it was.
QStringList mailNotes(const MailCounts &counts, const MailFile &mail);

/// Turns mail into records for the full team to read, a record a message. What is here already is left alone.
///
/// A key holds when the message was sent instead of being counted: the year, month and day with two digits
/// each, then the thousandth of the day in UTC. So two people who take in different parts of a list give no
/// message two keys. Errors: NotFound when the sub-team is gone. Source: computed here; docs/file-format.md,
/// "Keys".
Result<MailImport> importMail(const EditContext &context, const MailFile &mail,
                              const MailImportOptions &options);

} // namespace plumbline
