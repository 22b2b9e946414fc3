#include "ui/dialogs/suspectdialog.h"

#include "core/edits/linking.h"
#include "core/session/formertext.h"
#include "ui/dialogs/textdiff.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/quietlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace plumbline {

SuspectDialog::SuspectDialog(Session &session, LinkId link, QWidget *parent)
    : DialogFrame(tr("Does the link still hold?"), parent), m_session(session), m_link(link)
{
    const Link *shown = session.review().find(link);
    if (shown)
        setHeading(tr("Does the link still hold?"),
                   tr("%1 %2 %3", "a record, what it is to another, the other")
                       .arg(recordWords(session.review(), shown->from), choiceLabel(shown->type).toLower(),
                            recordWords(session.review(), shown->to)));
    addChanges();
    setButtons(tr("Still valid"), tr("Close"));
    allow(shown && !session.isReadOnly());
    resize(560, 380);
}

void SuspectDialog::addChanges()
{
    const Link *link = m_session.review().find(m_link);
    const QList<ChangedField> changes =
        link ? changedSinceConfirmed(m_session, *link) : QList<ChangedField>();
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    if (changes.isEmpty()) {
        auto *nothing =
            new QuietLabel(tr("The text it was confirmed on is not in the history of this copy."), inside);
        nothing->setWordWrap(true);
        column->addWidget(nothing);
    }
    for (const ChangedField &change : changes) {
        const Kind kind = *m_session.review().kindOf(change.record);
        const Field &field = *describe(kind).field(change.field);
        auto *caption =
            new QuietLabel(tr("%1, %2", "a record, one of its fields")
                               .arg(recordWords(m_session.review(), change.record), fieldLabel(field)),
                           inside);
        caption->setType(Type::Caption);
        column->addWidget(caption);
        const WordDiff diff = shownDiff(fieldWords(m_session.review(), field, change.before),
                                        fieldWords(m_session.review(), field, change.now));
        auto *words = new QLabel(wordDiffHtml(diff), inside);
        words->setTextFormat(Qt::RichText);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        words->setAccessibleName(wordDiffSpoken(diff));
        column->addWidget(words);
        column->addSpacing(8);
    }
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    body()->addWidget(scroll, 1);
}

void SuspectDialog::accept()
{
    const auto done = m_session.commit(confirmLink(m_session.context(), m_link));
    if (!done)
        return complain(done.error().sentence);
    DialogFrame::accept();
}

} // namespace plumbline
