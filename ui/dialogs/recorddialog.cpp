#include "ui/dialogs/recorddialog.h"

#include "ui/dialogs/movedialog.h"
#include "ui/dialogs/recordwords.h"
#include "ui/dialogs/tagdialog.h"
#include "ui/editors/recordform.h"

#include <QVBoxLayout>

namespace plumbline {

/// Fields of a kind that something else than a form changes: a gate, an adoption, the text a waiver was given on.
static QList<QByteArray> changedElsewhere(Kind kind)
{
    switch (kind) {
    case Kind::Review:
        return {"phase", "toradopted", "tortext"};
    case Kind::Waiver:
        return {"check", "on"};
    case Kind::Note:
        return {"on", "field", "passage", "author", "state"};
    default:
        return {};
    }
}

RecordDialog::RecordDialog(Session &session, RecordId record, QWidget *parent)
    : DialogFrame({}, parent),
      m_form(new RecordForm(session, session.review().kindOf(record).value_or(Kind::Review), this,
                            changedElsewhere(session.review().kindOf(record).value_or(Kind::Review))))
{
    setWindowTitle(kindLabel(m_form->kind()));
    setHeading(kindLabel(m_form->kind()), {});
    m_form->setFrameShape(QFrame::NoFrame);
    body()->addWidget(m_form, 1);
    m_form->setRecord(record);
    setButtons(tr("Done"), {});
    setFootnote(tr("Each change is kept as you leave its field; Undo takes it back."));
    connect(m_form, &RecordView::refused, this, &RecordDialog::complain);
    connect(m_form, &RecordView::tagRequested, this,
            [this, &session](RecordId tagged) { TagDialog(session, {tagged}, this).exec(); });
    connect(m_form, &RecordView::moveRequested, this, [this, &session](RecordId moved) {
        MoveDialog(session, moved, this).exec(); // It goes with a new id, and this dialog with it.
    });
    connect(&session, &Session::changed, this, [this, &session] {
        if (!session.review().find(m_form->record()))
            DialogFrame::reject(); // Somebody deleted it meanwhile.
    });
    resize(640, 560);
}

bool RecordDialog::isFor(Kind kind)
{
    static const QSet<Kind> others{Kind::Link, Kind::Baseline, Kind::BaselineItem, Kind::ClosedGroup, Kind::Attachment};
    return !others.contains(kind);
}

void RecordDialog::accept()
{
    if (m_form->leave())
        DialogFrame::accept();
}

void RecordDialog::reject()
{
    accept(); // Closing keeps what was typed, as leaving a field does everywhere.
}

} // namespace plumbline
