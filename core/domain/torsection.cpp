#include "core/domain/torsection.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeTorSection()
{
    return kindDescription<TorSection>(
        "torsection", QT_TRANSLATE_NOOP("Kind", "Section of the Terms of Reference"),
        QT_TRANSLATE_NOOP("Kind", "Terms of Reference"), "TS", "title",
        {
            field<&TorSection::number>("number", QT_TRANSLATE_NOOP("Field", "Number")),
            field<&TorSection::title>("title", QT_TRANSLATE_NOOP("Field", "Title")).isMaterial(),
            field<&TorSection::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText().isMaterial(),
            field<&TorSection::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
