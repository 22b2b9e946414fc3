#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Person;

/// Whether anybody still has to act.
enum class NoteState { Open, Resolved };
template<>
const QList<ChoiceWord> &choiceWords<NoteState>();

/// A margin comment on a record, a field or a passage.
struct Note : Record {
    static constexpr Kind kind = Kind::Note;

    RecordId on;
    QString field;
    QString passage; ///< The words concerned.
    QString text;    ///< CommonMark.
    Id<Person> author;
    Choice<NoteState> state;
    QString resolution;
    friend bool operator==(const Note &, const Note &) = default;
};

using NoteId = Id<Note>;

} // namespace plumbline
