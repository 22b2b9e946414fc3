#include "core/domain/dayunit.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<DayUnit>()
{
    static const QList<ChoiceWord> words{
        {"calendar", QT_TRANSLATE_NOOP("Choice", "Calendar days")},
        {"working", QT_TRANSLATE_NOOP("Choice", "Working days")},
    };
    return words;
}

} // namespace plumbline
