#include "ui/dialogs/movedialog.h"

#include "core/domain/audience.h"
#include "core/edits/groups.h"
#include "ui/dialogs/iconlabel.h"
#include "ui/dialogs/recordwords.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/severity.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {

MoveDialog::MoveDialog(Session &session, RecordId record, QWidget *parent)
    : DialogFrame(tr("Move to…"), parent),
      m_session(session),
      m_record(record),
      m_audiences(new QComboBox(this)),
      m_warning(new IconLabel(severityIcon(Severity::Warning), this)),
      m_consequence(new QuietLabel(this))
{
    const Review &review = session.review();
    setHeading(tr("Move a record"), tr("“%1” becomes a new record there, with a key of its own; what speaks of it goes along.")
                                    .arg(recordWords(review, record)));
    const Record *shown = review.find(record);
    const QList<int> all = audiences(review);
    for (const int audience : all) {
        if (!shown || audience == shown->audience)
            continue;
        m_audiences->addItem(audience == wholeTeam ? icon("group") : icon("lock"), audienceName(review, audience), audience);
    }
    m_audiences->setAccessibleName(tr("Where it is moved"));
    m_consequence->setWordWrap(true);
    m_consequence->setTextFormat(Qt::PlainText);
    addField(tr("&To"), m_audiences);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_warning, 0, Qt::AlignTop);
    row->addWidget(m_consequence, 1);
    body()->addLayout(row);
    body()->addStretch(1);
    setButtons(tr("Move"), tr("Cancel"));
    connect(m_audiences, &QComboBox::currentIndexChanged, this, &MoveDialog::judge);
    judge();
    m_audiences->setFocus();
    resize(480, 300);
}

int MoveDialog::audience() const
{
    return m_audiences->currentData().toInt();
}

void MoveDialog::judge()
{
    m_consequence->setText(movingConsequence(m_session.review(), m_record, audience()));
    // What everybody has seen cannot be taken back.
    const bool forGood = audience() == wholeTeam && m_audiences->count() > 0;
    m_consequence->setToken(forGood ? &Theme::amber : &Theme::ink2);
    m_warning->setVisible(forGood);
    allow(m_audiences->count() > 0, tr("There is no closed group yet; form one in the menu Sharing."));
}

void MoveDialog::accept()
{
    const auto changes = moveRecord(m_session.context(), m_record, audience());
    const auto done = m_session.commit(changes);
    if (!done)
        return complain(done.error().sentence);
    m_moved = changes->edits.first().record; // The record comes first, what goes along after it.
    DialogFrame::accept();
}

} // namespace plumbline
