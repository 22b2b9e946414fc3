#include "ui/dialogs/suspectdialog.h"

#include "core/edits/linking.h"
#include "core/edits/recommendations.h"
#include "ui/dialogs/textdiff.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/quietlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace plumbline {

SuspectDialog::SuspectDialog(Session &session, LinkId id, QWidget *parent)
    : DialogFrame(tr("Does the link still hold?"), parent), m_session(session)
{
    const Link *link = session.review().find(id);
    if (!link) {
        build(tr("Does the link still hold?"), {}, {}, {});
        return;
    }
    build(tr("Does the link still hold?"),
          tr("%1 %2 %3", "a record, what it is to another, the other")
              .arg(recordWords(session.review(), link->from), choiceLabel(link->type).toLower(),
                   recordWords(session.review(), link->to)),
          changedSinceConfirmed(session, *link),
          [id](const EditContext &context) { return confirmLink(context, id); });
}

SuspectDialog::SuspectDialog(Session &session, ImplementabilityInputId id, QWidget *parent)
    : DialogFrame(tr("Does the answer still hold?"), parent), m_session(session)
{
    const ImplementabilityInput *answer = session.review().find(id);
    if (!answer) {
        build(tr("Does the answer still hold?"), {}, {}, {});
        return;
    }
    build(tr("Does the answer still hold?"), answer->answer.simplified(),
          changedSince(session, RecordId(answer->recommendation.uuid), answer->askedtext),
          [id](const EditContext &context) { return confirmImplementability(context, id); });
}

void SuspectDialog::build(const QString &title, const QString &about, const QList<ChangedField> &changes,
                          const Confirm &confirm)
{
    m_confirm = confirm;
    setHeading(title, about);
    addChanges(changes);
    setButtons(tr("Still valid"), tr("Close"));
    allow(m_confirm && !m_session.isReadOnly());
    resize(560, 380);
}

void SuspectDialog::addChanges(const QList<ChangedField> &changes)
{
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
        auto *words = new QuietLabel(wordDiffHtml(diff), inside);
        words->setToken(&Theme::ink);
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
    const auto done = m_session.commit(m_confirm(m_session.context()));
    if (!done)
        return complain(done.error().sentence);
    DialogFrame::accept();
}

} // namespace plumbline
