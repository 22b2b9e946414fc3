#include "core/domain/message.h"

#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeMessage()
{
    return kindDescription<Message>(
        "message", QT_TRANSLATE_NOOP("Kind", "Message"), QT_TRANSLATE_NOOP("Kind", "Messages"), "MS",
        "subject",
        {
            field<&Message::subject>("subject", QT_TRANSLATE_NOOP("Field", "Subject")),
            field<&Message::sender>("sender", QT_TRANSLATE_NOOP("Field", "Sender")),
            field<&Message::sent>("sent", QT_TRANSLATE_NOOP("Field", "Sent"))
                .isInstant()
                .withHelp(QT_TRANSLATE_NOOP("Field", "UTC.")),
            field<&Message::list>("list", QT_TRANSLATE_NOOP("Field", "Mailing list")),
            field<&Message::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "None: the full team.")),
            field<&Message::messageid>("messageid", QT_TRANSLATE_NOOP("Field", "Message id")),
            field<&Message::inreplyto>("inreplyto", QT_TRANSLATE_NOOP("Field", "In reply to")),
            field<&Message::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText(),
            field<&Message::attachments>("attachments", QT_TRANSLATE_NOOP("Field", "Attached"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Names of files that came with it.")),
        });
}

} // namespace plumbline
