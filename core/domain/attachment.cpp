#include "core/domain/attachment.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeAttachment()
{
    return kindDescription<Attachment>(
        "attachment", QT_TRANSLATE_NOOP("Kind", "Attachment"), QT_TRANSLATE_NOOP("Kind", "Attachments"), "AT",
        "filename",
        {
            field<&Attachment::on>("on", QT_TRANSLATE_NOOP("Field", "On")),
            field<&Attachment::filename>("filename", QT_TRANSLATE_NOOP("Field", "File")),
            field<&Attachment::description>("description", QT_TRANSLATE_NOOP("Field", "Description")),
            field<&Attachment::size>("size", QT_TRANSLATE_NOOP("Field", "Size"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Bytes.")),
            field<&Attachment::sha256>("sha256", QT_TRANSLATE_NOOP("Field", "SHA-256"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Fingerprint of the contents.")),
            field<&Attachment::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
