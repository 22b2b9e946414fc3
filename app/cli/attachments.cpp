#include "app/cli/cli.h"

#include "core/session/attachments.h"

namespace plumbline::cli {

using namespace Qt::StringLiterals;

int runAttach(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"KEY"_s, say(QT_TRANSLATE_NOOP("Cli", "the key or id of the record, or “review”")));
    call.word(u"PATH"_s, say(QT_TRANSLATE_NOOP("Cli", "the file to attach, 64 MB at most")));
    call.option(u"description"_s, say(QT_TRANSLATE_NOOP("Cli", "what it is, in a line")), u"TEXT"_s);
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadWrite);
    if (!session)
        return call.exitCode();
    const Review &review = session->review();
    const auto record =
        call.at(1) == u"review" ? Result<RecordId>(RecordId(review.uuid())) : review.byKey(call.at(1));
    if (!record)
        return call.fail(record.error());
    const auto changes = attachFile(session->context(), *record, call.at(2), call.value(u"description"_s));
    const auto commit = session->commit(changes);
    if (!commit)
        return call.fail(commit.error());
    const Attachment *attachment = review.find(AttachmentId(changes->files.first().attachment.uuid));
    call.print(say(QT_TRANSLATE_NOOP("Cli", "%1: “%2” is attached."))
                   .arg(review.shownKey(*attachment), attachment->filename));
    return Done;
}

int runExtract(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"KEY"_s, say(QT_TRANSLATE_NOOP("Cli", "the key or id of the attachment")));
    call.word(u"PATH"_s, say(QT_TRANSLATE_NOOP("Cli", "the file to write, or a folder to write it into")));
    call.option(u"force"_s, say(QT_TRANSLATE_NOOP("Cli", "overwrite a file that is there already")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const auto record = session->review().byKey(call.at(1));
    if (!record)
        return call.fail(record.error());
    const Attachment *attachment = session->review().find(AttachmentId(record->uuid));
    if (!attachment)
        return call.fail(
            {ErrorCode::NotFound,
             say(QT_TRANSLATE_NOOP("Cli", "“%1” is no attached file; nothing was written.")).arg(call.at(1)),
             {},
             {}});
    const auto written = extractFile(*session, AttachmentId(record->uuid), call.at(2),
                                     call.isSet(u"force"_s) ? Existing::Overwrite : Existing::Keep);
    if (!written)
        return call.fail(written.error());
    call.print(say(QT_TRANSLATE_NOOP("Cli", "“%1” is written.")).arg(*written));
    return Done;
}

} // namespace plumbline::cli
