#pragma once

#include "core/domain/note.h"
#include "ui/window/inspectorpart.h"

class QLineEdit;

namespace plumbline {

/// The notes on the record: who said what about which words, with replies, which are settled, and a field for another one.
///
/// Words selected in a field of the record when the keyboard comes into the note are what the note is about.
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
    void addSaid(const Note &note, int indent);
    void addButtons(const Note &note);
    void addNew();
    void reply(NoteId note);
    void settle(NoteId note);
    void reopen(NoteId note);
    void takeSelection(QWidget *from);
    void setAbout(const QByteArray &field, const QString &passage);

    QLineEdit *m_field; ///< Outlives fillings, so that what is being typed stays.
    QuietLabel *m_about; ///< What the note being typed is about, when it is not the whole record.
    RecordId m_typedFor; ///< The record the text in the field is meant for.
    QByteArray m_noteField;
    QString m_passage;
};

} // namespace plumbline
