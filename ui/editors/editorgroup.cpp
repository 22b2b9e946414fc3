#include "ui/editors/editorgroup.h"

#include "ui/editors/makeeditor.h"

namespace plumbline {

EditorGroup::EditorGroup(Session &session, Kind kind, QObject *parent)
    : QObject(parent), m_session(session), m_kind(kind)
{
}

FieldEditor *EditorGroup::make(const QByteArray &field, QWidget *parent)
{
    const Field *described = describe(m_kind).field(field);
    Q_ASSERT(described);
    FieldEditor *editor = makeEditor(m_session, m_kind, *described, parent);
    add(editor);
    return editor;
}

void EditorGroup::add(FieldEditor *editor)
{
    m_editors.insert(editor->field().name, editor);
    connect(editor, &FieldEditor::conflictRequested, this, &EditorGroup::conflictRequested);
    connect(editor, &FieldEditor::refused, this, &EditorGroup::refused);
}

void EditorGroup::setRecord(RecordId record)
{
    m_record = record;
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setRecord(record);
}

bool EditorGroup::leave()
{
    bool allDone = true;
    for (FieldEditor *editor : std::as_const(m_editors))
        allDone = editor->leave() && allDone;
    return allDone;
}

} // namespace plumbline
