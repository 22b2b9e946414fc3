#include "core/domain/note.h"

#include "core/domain/person.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<NoteState>()
{
    static const QList<ChoiceWord> words{
        {"open", QT_TRANSLATE_NOOP("Choice", "Open")},
        {"resolved", QT_TRANSLATE_NOOP("Choice", "Resolved")},
    };
    return words;
}

KindDescription describeNote()
{
    return kindDescription<Note>(
        "note", QT_TRANSLATE_NOOP("Kind", "Note"), QT_TRANSLATE_NOOP("Kind", "Notes"), "N", "text",
        {
            field<&Note::on>("on", QT_TRANSLATE_NOOP("Field", "On")),
            field<&Note::field>("field", QT_TRANSLATE_NOOP("Field", "Field")),
            field<&Note::passage>("passage", QT_TRANSLATE_NOOP("Field", "Passage"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The words concerned.")),
            field<&Note::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText(),
            field<&Note::author>("author", QT_TRANSLATE_NOOP("Field", "Author")),
            field<&Note::state>("state", QT_TRANSLATE_NOOP("Field", "State")),
            field<&Note::resolution>("resolution", QT_TRANSLATE_NOOP("Field", "Resolution")),
        });
}

} // namespace plumbline
