#include "ui/window/inspectornotes.h"

#include "core/edits/notes.h"
#include "ui/dialogs/editdialog.h"
#include "ui/dialogs/recordwords.h"
#include "ui/editors/fieldeditor.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
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
    : InspectorPart(session, parent), m_field(new QLineEdit(this)), m_about(new QuietLabel(QString(), this))
{
    m_field->setPlaceholderText(tr("Write a note…"));
    m_field->setAccessibleName(tr("Write a note"));
    m_field->setToolTip(tr("Select words in a text first, and the note is about them."));
    m_about->setType(Type::Caption);
    m_about->setWordWrap(true);
    m_about->hide();
    addPermanent(m_about);
    addPermanent(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, &InspectorNotes::addNew);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
        if (now == m_field)
            takeSelection(old);
    });
}

/// The selected words of a text of this record are what the note is about.
void InspectorNotes::takeSelection(QWidget *from)
{
    const auto *text = qobject_cast<QPlainTextEdit *>(from);
    const QString passage =
        text ? text->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n') : QString();
    for (QWidget *above = from; above && !passage.trimmed().isEmpty(); above = above->parentWidget()) {
        const auto *editor = qobject_cast<FieldEditor *>(above);
        if (editor && editor->record() == record())
            return setAbout(editor->field().name, passage);
    }
}

void InspectorNotes::setAbout(const QByteArray &field, const QString &passage)
{
    m_noteField = field;
    m_passage = passage;
    m_about->setVisible(!passage.isEmpty());
    m_about->setText(passage.isEmpty() ? QString() : tr("About “%1”").arg(passage.simplified().left(80)));
}

bool InspectorNotes::fill(const Record &record, Kind kind)
{
    if (kind == Kind::Note)
        return false;
    if (m_typedFor != record.id) {
        m_field->clear();
        setAbout({}, {});
    }
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

/// Who said it, when, about which words, and what.
void InspectorNotes::addSaid(const Note &note, int indent)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(indent, 0, 0, 0);
    auto *who =
        new QuietLabel(personWords(session().review(), RecordId(note.author.uuid), session().me()), this);
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
        passage->setContentsMargins(indent + 10, 0, 0, 0);
        passage->setType(Type::Caption);
    }
    QuietLabel *text = addWords(note.text);
    text->setContentsMargins(indent, 0, 0, 0);
    text->setToken(&Theme::ink);
}

void InspectorNotes::addNote(const Note &note)
{
    const Review &review = session().review();
    addSaid(note, 0);
    for (const Note *reply : repliesTo(review, NoteId(note.id.uuid)))
        addSaid(*reply, 16);
    if (note.state.is(NoteState::Resolved)) {
        const QString by = personWords(review, settledBy(session(), note), session().me());
        QuietLabel *settled =
            addWords(note.resolution.isEmpty() ? tr("settled by %1").arg(by)
                                               : tr("settled by %1: %2").arg(by, note.resolution));
        settled->setType(Type::Caption);
        settled->setToken(&Theme::green);
    }
    if (!session().isReadOnly())
        addButtons(note);
}

void InspectorNotes::addButtons(const Note &note)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    const NoteId id(note.id.uuid);
    const auto button = [&](const QString &words, void (InspectorNotes::*act)(NoteId)) {
        auto *link = new LinkButton(words, this);
        link->setAccessibleDescription(note.text);
        connect(link, &LinkButton::clicked, this, [this, act, id] { (this->*act)(id); });
        row->addWidget(link);
    };
    if (note.state.is(NoteState::Resolved)) {
        button(tr("Open again"), &InspectorNotes::reopen);
    } else {
        button(tr("Reply…"), &InspectorNotes::reply);
        button(tr("Settle…"), &InspectorNotes::settle);
    }
    row->addStretch(1);
    column()->addLayout(row);
}

void InspectorNotes::addNew()
{
    const QString text = cleanText(m_field->text()).trimmed();
    if (text.isEmpty())
        return;
    const auto changes = plumbline::addNote(session().context(), record(), m_noteField, m_passage, text);
    if (!changes) // The words were changed meanwhile: the note is about the field then.
        return emit message(Severity::Error, changes.error().sentence, {});
    if (!commit(*changes))
        return;
    m_field->clear();
    setAbout({}, {});
}

void InspectorNotes::reply(NoteId note)
{
    const Note *answered = session().review().find(note);
    if (!answered)
        return;
    EditDialog dialog(session(), tr("Reply"), answered->text, tr("Reply"), this);
    QPlainTextEdit *text = dialog.addText(tr("&Your reply"), tr("Write the reply."));
    dialog.setEdit([&](const EditContext &context) {
        return plumbline::addNote(context, RecordId(note.uuid), {}, {}, text->toPlainText());
    });
    dialog.exec();
}

void InspectorNotes::settle(NoteId note)
{
    const Note *settled = session().review().find(note);
    if (!settled)
        return;
    EditDialog dialog(session(), tr("Settle the note"), settled->text, tr("Settle"), this);
    QPlainTextEdit *resolution = dialog.addText(tr("&What was decided, if there is something to say"));
    dialog.setEdit(
        [&](const EditContext &context) { return settleNote(context, note, resolution->toPlainText()); });
    dialog.exec();
}

void InspectorNotes::reopen(NoteId note)
{
    commit(reopenNote(session().context(), note));
}

} // namespace plumbline
