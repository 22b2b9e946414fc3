#include "ui/window/inspectornotes.h"

#include "core/domain/person.h"
#include "ui/dialogs/recordwords.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <vector>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// When the note was written, as the log says.
QDateTime writtenAt(const Session &session, const Note &note)
{
    const auto history = session.history(note.id);
    return history.isEmpty() ? QDateTime() : history.last().when;
}

/// Who settled it, as the log says.
RecordId settledBy(const Session &session, const Note &note)
{
    const auto history = session.history(note.id, "state");
    return history.isEmpty() ? RecordId() : history.first().person;
}

} // namespace

InspectorNotes::InspectorNotes(Session &session, QWidget *parent)
    : InspectorPart(session, parent), m_field(new QLineEdit(this))
{
    m_field->setPlaceholderText(tr("Write a note…"));
    m_field->setAccessibleName(tr("Write a note"));
    addPermanent(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, &InspectorNotes::addNew);
}

bool InspectorNotes::fill(const Record &record, Kind kind)
{
    if (kind == Kind::Note)
        return false;
    if (m_typedFor != record.id)
        m_field->clear();
    m_typedFor = record.id;
    std::vector<const Note *> notes;
    int open = 0;
    for (const Note *note : session().review().all<Note>()) {
        if (note->on != record.id)
            continue;
        notes.push_back(note);
        open += !note->state.is(NoteState::Resolved);
    }
    addHeading(tr("Notes"), qsizetype(notes.size()));
    for (const Note *note : notes)
        addNote(*note);
    if (open == 0 && !notes.empty())
        addWords(tr("All settled."))->setType(Type::Caption);
    m_field->setVisible(!session().isReadOnly());
    return true;
}

void InspectorNotes::addNote(const Note &note)
{
    const Review &review = session().review();
    auto *row = new QHBoxLayout;
    auto *who = new QuietLabel(personWords(review, RecordId(note.author.uuid), session().me()), this);
    who->setType(Type::Caption, true);
    who->setToken(&Theme::ink);
    who->setTextFormat(Qt::PlainText);
    auto *when = new QuietLabel(whenWords(writtenAt(session(), note), session().clock().now()), this);
    when->setType(Type::Caption);
    row->addWidget(who, 1);
    row->addWidget(when);
    column()->addLayout(row);
    if (!note.passage.isEmpty()) {
        QuietLabel *passage = addWords(tr("“%1”").arg(note.passage));
        passage->setContentsMargins(10, 0, 0, 0);
        passage->setType(Type::Caption);
    }
    addWords(note.text)->setToken(&Theme::ink);
    if (note.state.is(NoteState::Resolved)) {
        const QString by = personWords(review, settledBy(session(), note), session().me());
        QuietLabel *settled = addWords(note.resolution.isEmpty()
                                           ? tr("settled by %1").arg(by)
                                           : tr("settled by %1: %2").arg(by, note.resolution));
        settled->setType(Type::Caption);
        settled->setToken(&Theme::green);
        return;
    }
    if (session().isReadOnly())
        return;
    auto *settle = new LinkButton(tr("Settle"), this);
    settle->setAccessibleDescription(note.text);
    connect(settle, &LinkButton::clicked, this, [this, id = NoteId(note.id.uuid)] { resolve(id); });
    column()->addWidget(settle, 0, Qt::AlignLeading);
}

void InspectorNotes::addNew()
{
    const QString text = cleanText(m_field->text()).trimmed();
    if (text.isEmpty())
        return;
    const Review &review = session().review();
    ChangeSet changes(review, Cause::Create);
    const NoteId id = changes.create<Note>(review);
    changes.set<&Note::on>(id, record());
    changes.set<&Note::text>(id, text);
    changes.set<&Note::state>(id, NoteState::Open);
    if (!session().me().isNull())
        changes.set<&Note::author>(id, PersonId(session().me().uuid));
    if (commit(changes))
        m_field->clear();
}

void InspectorNotes::resolve(NoteId note)
{
    ChangeSet changes(session().review(), Cause::Edit);
    changes.set<&Note::state>(note, NoteState::Resolved);
    commit(changes);
}

} // namespace plumbline
