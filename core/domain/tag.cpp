#include "core/domain/tag.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeTag()
{
    return kindDescription<Tag>("tag", QT_TRANSLATE_NOOP("Kind", "Tag"), QT_TRANSLATE_NOOP("Kind", "Tags"),
                                "TG", "name",
                                {
                                    field<&Tag::name>("name", QT_TRANSLATE_NOOP("Field", "Name")),
                                    field<&Tag::meaning>("meaning", QT_TRANSLATE_NOOP("Field", "Meaning"))
                                        .withHelp(QT_TRANSLATE_NOOP("Field", "What belongs under it.")),
                                });
}

} // namespace plumbline
