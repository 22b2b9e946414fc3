#include "core/edits/mailimport.h"

#include "core/domain/identity.h"
#include "core/domain/keys.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>
#include <QSet>

namespace plumbline {

using namespace Qt::StringLiterals;

/// A change set becomes a few transactions, each of which is a record of a bundle, which holds 128 MiB at
/// most.
static constexpr qint64 mostTextOfStep = qint64(32) << 20; ///< In UTF-16 units, so 96 MiB at most.
static constexpr int mostMessagesOfStep = 20000;

namespace {

/// Adds the messages of a file to change sets.
class MailTaker
{
public:
    MailTaker(const EditContext &context, const MailImportOptions &options)
        : m_review(context.review), m_subTeam(options.subTeam), m_list(options.list.simplified())
    {
        const SubTeam *team = m_review.find(m_subTeam);
        m_stem = keyStem(Kind::Message, team ? team->key : QString());
        if (m_list.isEmpty() && team)
            m_list = team->list.simplified();
    }

    void take(MessageId id, const MailMessage &mail);
    QList<ChangeSet> steps() const { return m_steps; }

private:
    const Review &m_review;
    const Id<SubTeam> m_subTeam;
    QString m_list;
    QString m_stem;
    QList<ChangeSet> m_steps;
    qint64 m_text = 0; ///< Of the last step.
    int m_messages = 0;
};

/// The number in the key of a message, made of when it was sent; see importMail().
int sentNumber(const std::optional<QDateTime> &sent)
{
    if (!sent)
        return 0;
    const QDate day = sent->date();
    static constexpr int dayLength = 24 * 60 * 60; // Seconds.
    const int thousandth = sent->time().msecsSinceStartOfDay() / dayLength;
    return ((day.year() % 100 * 100 + day.month()) * 100 + day.day()) * 1000 + thousandth;
}

/// Names of files in one line; of very many the first.
QString namesInLine(const QStringList &names)
{
    static constexpr qsizetype longest = 4000;
    QString line;
    for (const QString &name : names) {
        if (line.size() + name.size() > longest)
            return line + u", …"_s;
        line += line.isEmpty() ? name : u", "_s + name;
    }
    return line;
}

void MailTaker::take(MessageId id, const MailMessage &mail)
{
    if (m_steps.isEmpty() || m_messages >= mostMessagesOfStep || m_text + mail.text.size() > mostTextOfStep) {
        m_steps += ChangeSet(m_review, Cause::Create);
        m_text = 0;
        m_messages = 0;
    }
    ++m_messages;
    m_text += mail.text.size();
    ChangeSet &changes = m_steps.last();
    // Not ChangeSet::create(), which counts the keys given so far and would do so for each of many thousands.
    changes.edits += {Edit::Create, Kind::Message, RecordId(id.uuid), {}, {}, 0};
    changes.set(Kind::Message, RecordId(id.uuid), "key", Value(numberedKey(m_stem, sentNumber(mail.sent))));
    changes.set<&Message::subject>(id, mail.subject.isEmpty()
                                           ? QCoreApplication::translate("Edits", "Without a subject")
                                           : mail.subject);
    const auto set = [&](auto setter, const QString &text) {
        if (!text.isEmpty())
            setter(text);
    };
    set([&](const QString &text) { changes.set<&Message::sender>(id, text); }, mail.sender);
    if (mail.sent)
        changes.set<&Message::sent>(id, mail.sent->toString(u"yyyy-MM-ddTHH:mmZ"_s));
    set([&](const QString &text) { changes.set<&Message::list>(id, text); }, m_list);
    if (!m_subTeam.isNull())
        changes.set<&Message::subteam>(id, m_subTeam);
    changes.set<&Message::messageid>(id, mail.id);
    set([&](const QString &text) { changes.set<&Message::inreplyto>(id, text); }, mail.inReplyTo);
    set([&](const QString &text) { changes.set<&Message::text>(id, text); }, mail.text);
    set([&](const QString &text) { changes.set<&Message::attachments>(id, text); },
        namesInLine(mail.attachments));
}

/// Goes through a file and hands over what is new.
template<class Take>
MailCounts sortMail(const Review &review, const MailFile &mail, const Take &take)
{
    MailCounts counts;
    QSet<MessageId> seen;
    for (const MailMessage &message : mail.messages) {
        const MessageId id = messageRecordId(review, message.id);
        const Record *here = review.findAny(RecordId(id.uuid));
        if (seen.contains(id)) {
            ++counts.repeated;
        } else if (here && here->life == Life::Deleted) {
            ++counts.deleted;
        } else if (here) {
            ++counts.known;
        } else {
            ++counts.added;
            take(id, message);
        }
        seen.insert(id);
    }
    return counts;
}

} // namespace

MessageId messageRecordId(const Review &review, const QString &messageId)
{
    return MessageId(naturalId(review.uuid(), Kind::Message, {{"messageid", Value(messageId)}}).uuid);
}

MailCounts countMail(const Review &review, const MailFile &mail)
{
    return sortMail(review, mail, [](MessageId, const MailMessage &) {});
}

QStringList mailNotes(const MailCounts &counts, const MailFile &mail)
{
    QStringList notes;
    const auto note = [&](const char *sentence, int count) {
        if (count > 0)
            notes += QCoreApplication::translate("Edits", sentence, nullptr, count);
    };
    note(QT_TRANSLATE_N_NOOP("Edits", "%n message(s) stand in the file more than once; the first was taken."),
         counts.repeated);
    note(QT_TRANSLATE_N_NOOP(
             "Edits", "%n message(s) were deleted from this review and stay so; restore them in the trash."),
         counts.deleted);
    return notes + mail.notes;
}

Result<MailImport> importMail(const EditContext &context, const MailFile &mail,
                              const MailImportOptions &options)
{
    if (!options.subTeam.isNull() && !context.review.find(options.subTeam))
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate(
                         "Edits", "The sub-team is not in this review any more; nothing was added."),
                     {},
                     {}};
    MailTaker taker(context, options);
    MailImport import;
    import.counts = sortMail(context.review, mail,
                             [&](MessageId id, const MailMessage &message) { taker.take(id, message);
});
import.steps = taker.steps();
import.notes = mailNotes(import.counts, mail);
return import;
} // namespace plumbline

} // namespace plumbline
