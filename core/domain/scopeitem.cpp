#include "core/domain/scopeitem.h"

#include "core/domain/decision.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<ScopeOrigin>()
{
    static const QList<ChoiceWord> words{
        {"mandated", QT_TRANSLATE_NOOP("Choice", "Mandated")},
        {"chosen", QT_TRANSLATE_NOOP("Choice", "Chosen by the team")},
    };
    return words;
}

KindDescription describeScopeItem()
{
    return kindDescription<ScopeItem>(
        "scopeitem", QT_TRANSLATE_NOOP("Kind", "Scope item"), QT_TRANSLATE_NOOP("Kind", "Scope items"), "SI",
        "title",
        {
            field<&ScopeItem::number>("number", QT_TRANSLATE_NOOP("Field", "Number")),
            field<&ScopeItem::title>("title", QT_TRANSLATE_NOOP("Field", "Title")).isMaterial(),
            field<&ScopeItem::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText().isMaterial(),
            field<&ScopeItem::origin>("origin", QT_TRANSLATE_NOOP("Field", "Origin")),
            field<&ScopeItem::adopted>("adopted", QT_TRANSLATE_NOOP("Field", "Adopted by")),
            field<&ScopeItem::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
