#pragma once

#include "core/domain/note.h"
#include "ui/window/inspectorpart.h"

class QLineEdit;

namespace plumbline {

/// The notes on the record: who said what about which words, which are settled, and a field for another one.
class InspectorNotes : public InspectorPart
{
    Q_OBJECT

public:
    InspectorNotes(Session &session, QWidget *parent);

    QLineEdit *field() const { return m_field; }

protected:
    bool fill(const Record &record, Kind kind) override;

private:
    void addNote(const Note &note);
    void addNew();
    void resolve(NoteId note);

    QLineEdit *m_field; ///< Outlives fillings, so that what is being typed stays.
    RecordId m_typedFor; ///< The record the text in the field is meant for.
};

} // namespace plumbline
