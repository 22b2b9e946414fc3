#include "core/domain/actionitem.h"

#include "core/domain/meeting.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeActionItem()
{
    return kindDescription<ActionItem>(
        "actionitem", QT_TRANSLATE_NOOP("Kind", "Action item"), QT_TRANSLATE_NOOP("Kind", "Action items"),
        "A", "text",
        {
            field<&ActionItem::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText(),
            field<&ActionItem::number>("number", QT_TRANSLATE_NOOP("Field", "Number"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "As the team numbers its action items.")),
            field<&ActionItem::category>("category", QT_TRANSLATE_NOOP("Field", "Category")),
            field<&ActionItem::meeting>("meeting", QT_TRANSLATE_NOOP("Field", "Meeting")),
            field<&ActionItem::owner>("owner", QT_TRANSLATE_NOOP("Field", "Owner")),
            field<&ActionItem::requested>("requested", QT_TRANSLATE_NOOP("Field", "Requested")),
            field<&ActionItem::due>("due", QT_TRANSLATE_NOOP("Field", "Due"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "May be TBD.")),
            field<&ActionItem::progress>("progress", QT_TRANSLATE_NOOP("Field", "Progress")),
            field<&ActionItem::done>("done", QT_TRANSLATE_NOOP("Field", "Done")),
            field<&ActionItem::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
