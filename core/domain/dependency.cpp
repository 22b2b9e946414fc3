#include "core/domain/dependency.h"

#include "core/domain/milestone.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<DependencyType>()
{
    static const QList<ChoiceWord> words{
        {"FS", QT_TRANSLATE_NOOP("Choice", "Finish to start")},
        {"SS", QT_TRANSLATE_NOOP("Choice", "Start to start")},
        {"FF", QT_TRANSLATE_NOOP("Choice", "Finish to finish")},
        {"SF", QT_TRANSLATE_NOOP("Choice", "Start to finish")},
    };
    return words;
}

KindDescription describeDependency()
{
    return kindDescription<Dependency>(
        "dependency", QT_TRANSLATE_NOOP("Kind", "Dependency"), QT_TRANSLATE_NOOP("Kind", "Dependencies"), "",
        "type",
        {
            field<&Dependency::from>("from", QT_TRANSLATE_NOOP("Field", "From")),
            field<&Dependency::to>("to", QT_TRANSLATE_NOOP("Field", "To")),
            field<&Dependency::type>("type", QT_TRANSLATE_NOOP("Field", "Type")),
            field<&Dependency::lag>("lag", QT_TRANSLATE_NOOP("Field", "Lag"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Days; negative for a lead.")),
            field<&Dependency::lagunit>("lagunit", QT_TRANSLATE_NOOP("Field", "Days of the lag"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "None: calendar days.")),
        });
}

} // namespace plumbline
