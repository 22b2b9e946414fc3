#include "core/domain/link.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<LinkType>()
{
    static const QList<ChoiceWord> words{
        {"supports", QT_TRANSLATE_NOOP("Choice", "Supports")},
        {"callsfor", QT_TRANSLATE_NOOP("Choice", "Calls for")},
        {"leadsto", QT_TRANSLATE_NOOP("Choice", "Leads to")},
        {"addresses", QT_TRANSLATE_NOOP("Choice", "Addresses")},
        {"concerns", QT_TRANSLATE_NOOP("Choice", "Concerns")},
        {"decides", QT_TRANSLATE_NOOP("Choice", "Decides")},
        {"causes", QT_TRANSLATE_NOOP("Choice", "Causes")},
        {"duplicates", QT_TRANSLATE_NOOP("Choice", "Duplicates")},
        {"dependson", QT_TRANSLATE_NOOP("Choice", "Depends on")},
        {"conflictswith", QT_TRANSLATE_NOOP("Choice", "Conflicts with")},
        {"splitfrom", QT_TRANSLATE_NOOP("Choice", "Split from")},
        {"mergedinto", QT_TRANSLATE_NOOP("Choice", "Merged into")},
        {"supersedes", QT_TRANSLATE_NOOP("Choice", "Supersedes")},
        {"assignedto", QT_TRANSLATE_NOOP("Choice", "Assigned to")},
        {"memberof", QT_TRANSLATE_NOOP("Choice", "Member of")},
        {"movedto", QT_TRANSLATE_NOOP("Choice", "Moved to")},
        {"attended", QT_TRANSLATE_NOOP("Choice", "Attended")},
        {"excusedfrom", QT_TRANSLATE_NOOP("Choice", "Sent apologies for")},
        {"observed", QT_TRANSLATE_NOOP("Choice", "Observed")},
        {"acknowledges", QT_TRANSLATE_NOOP("Choice", "Acknowledges")},
        {"tagged", QT_TRANSLATE_NOOP("Choice", "Tagged")},
    };
    return words;
}

KindDescription describeLink()
{
    return kindDescription<Link>(
        "link", QT_TRANSLATE_NOOP("Kind", "Link"), QT_TRANSLATE_NOOP("Kind", "Links"), "", "type",
        {
            field<&Link::type>("type", QT_TRANSLATE_NOOP("Field", "Type")),
            field<&Link::from>("from", QT_TRANSLATE_NOOP("Field", "From")),
            field<&Link::to>("to", QT_TRANSLATE_NOOP("Field", "To")),
            field<&Link::confirmed>("confirmed", QT_TRANSLATE_NOOP("Field", "Confirmed against"))
                .withHelp(QT_TRANSLATE_NOOP(
                    "Field", "Material hashes of both ends when the link was last confirmed.")),
            field<&Link::passage>("passage", QT_TRANSLATE_NOOP("Field", "Excerpt"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "The words that are meant.")),
            field<&Link::page>("page", QT_TRANSLATE_NOOP("Field", "Page"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Where they stand.")),
            field<&Link::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
