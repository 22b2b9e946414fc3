#include "ui/editors/makeeditor.h"

#include "ui/editors/choiceeditor.h"
#include "ui/editors/lineeditors.h"
#include "ui/editors/parteditors.h"
#include "ui/editors/referenceeditor.h"
#include "ui/editors/texteditor.h"

namespace plumbline {

FieldEditor *makeEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
{
    switch (field.type) {
    case FieldType::Line:
        return new LineEditor(session, kind, field, parent);
    case FieldType::Text:
        return new TextEditor(session, kind, field, parent);
    case FieldType::Date:
        return new DateEditor(session, kind, field, parent);
    case FieldType::Number:
        return new NumberEditor(session, kind, field, parent);
    case FieldType::Choice:
        if (field.choices->size() == 2)
            return new TwoChoiceEditor(session, kind, field, parent);
        return new ChoiceEditor(session, kind, field, parent);
    case FieldType::Reference:
        return new ReferenceEditor(session, kind, field, parent);
    case FieldType::Parts:
        // Two values fit side by side; more are a table.
        return new PartsEditor(
            session, kind, field,
            field.parts.size() <= 2 ? PartsEditor::Shape::Inline : PartsEditor::Shape::Table, parent);
    case FieldType::Instant:
        return new InstantEditor(session, kind, field, parent);
    case FieldType::Bytes:
        break;
    }
    return new ShownField(session, kind, field, parent);
}

bool isWide(const Field &field)
{
    return field.type == FieldType::Text || field.type == FieldType::Parts || field.name == "source";
}

} // namespace plumbline
