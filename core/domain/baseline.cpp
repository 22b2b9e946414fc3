#include "core/domain/baseline.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeBaseline()
{
    return kindDescription<Baseline>(
        "baseline", QT_TRANSLATE_NOOP("Kind", "Baseline"), QT_TRANSLATE_NOOP("Kind", "Baselines"), "B",
        "name",
        {
            field<&Baseline::name>("name", QT_TRANSLATE_NOOP("Field", "Name")),
            field<&Baseline::taken>("taken", QT_TRANSLATE_NOOP("Field", "Taken"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The day whose state it holds.")),
            field<&Baseline::purpose>("purpose", QT_TRANSLATE_NOOP("Field", "Purpose")),
            field<&Baseline::tips>("tips", QT_TRANSLATE_NOOP("Field", "Built on"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The last change of everybody that belongs to it.")),
            field<&Baseline::fingerprint>("fingerprint", QT_TRANSLATE_NOOP("Field", "Fingerprint")),
            field<&Baseline::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
