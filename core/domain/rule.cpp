#include "core/domain/rule.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeRule()
{
    return kindDescription<Rule>(
        "rule", QT_TRANSLATE_NOOP("Kind", "Rule"), QT_TRANSLATE_NOOP("Kind", "Rules"), "", "title",
        {
            field<&Rule::name>("name", QT_TRANSLATE_NOOP("Field", "Name"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "For ever: minCommentDays.")),
            field<&Rule::title>("title", QT_TRANSLATE_NOOP("Field", "Title")),
            field<&Rule::value>("value", QT_TRANSLATE_NOOP("Field", "Value")),
            field<&Rule::unit>("unit", QT_TRANSLATE_NOOP("Field", "Unit")),
            field<&Rule::source>("source", QT_TRANSLATE_NOOP("Field", "Source"))
                .withHelp(
                    QT_TRANSLATE_NOOP("Field", "Where the value is laid down, as a reader would cite it.")),
            field<&Rule::edition>("edition", QT_TRANSLATE_NOOP("Field", "Edition")),
            field<&Rule::explanation>("explanation", QT_TRANSLATE_NOOP("Field", "Explanation")).longText(),
        });
}

} // namespace plumbline
