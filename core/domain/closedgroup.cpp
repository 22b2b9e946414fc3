#include "core/domain/closedgroup.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeClosedGroup()
{
    return kindDescription<ClosedGroup>(
        "closedgroup", QT_TRANSLATE_NOOP("Kind", "Closed group"), QT_TRANSLATE_NOOP("Kind", "Closed groups"), "G",
        "title",
        {
            field<&ClosedGroup::title>("title", QT_TRANSLATE_NOOP("Field", "Name")),
            field<&ClosedGroup::purpose>("purpose", QT_TRANSLATE_NOOP("Field", "Purpose"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "Why there is a group, and who may belong to it.")),
            field<&ClosedGroup::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
