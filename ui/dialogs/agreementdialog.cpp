#include "ui/dialogs/agreementdialog.h"

#include "core/domain/baseline.h"
#include "core/domain/meeting.h"
#include "core/domain/subteam.h"
#include "core/edits/baselines.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/choicebar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int longestText = 60; // Characters of a decision or meeting in a list.

static QString oneLine(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestText ? line.left(longestText - 1).trimmed() + QChar(0x2026) : line;
}

AgreementDialog::AgreementDialog(Session &session, Id<SubTeam> subTeam, QWidget *parent)
    : DialogFrame(tr("Agreement to the schedule"), parent), m_session(session), m_subTeam(subTeam), m_decision(new QComboBox(this)),
      m_date(new QLineEdit(this)), m_channel(new ChoiceBar(this)), m_meeting(new QComboBox(this)), m_level(new QComboBox(this)),
      m_plan(new QComboBox(this))
{
    const SubTeam *team = session.review().find(subTeam);
    setHeading(tr("Agreement to the schedule"),
               tr("Records that %1 agrees to its milestones and dates. When they change later, the agreement lapses visibly.")
                   .arg(team ? team->title : QString()));
    for (QComboBox *box : {m_decision, m_meeting, m_plan}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(24);
    }
    m_date->setText(formatDate(PartialDate::day(session.clock().today()), locale()));
    for (const ChoiceWord &word : choiceWords<Channel>())
        m_channel->addChoice(QLatin1String(word.word), choiceLabel(Choice<Channel>::fromWord(QLatin1String(word.word))));
    m_level->addItem(tr("Not said"), QString());
    for (const ChoiceWord &word : choiceWords<Consensus>())
        m_level->addItem(choiceLabel(Choice<Consensus>::fromWord(QLatin1String(word.word))), QLatin1String(word.word));
    fillDecisions();
    fillMeetings();
    fillPlans();

    auto *how = new QHBoxLayout;
    how->setSpacing(8);
    how->addWidget(m_channel);
    how->addWidget(m_meeting, 1);
    addField(tr("&Decision"), m_decision);
    addField(tr("D&ate"), m_date);
    addField(tr("De&cided by"), how, m_channel);
    addField(tr("&Level of consensus"), m_level);
    addField(tr("&Plan agreed to"), m_plan);
    body()->addStretch(1);
    setButtons(tr("Record the agreement"), tr("Cancel"));
    connect(m_decision, &QComboBox::activated, this, &AgreementDialog::judge);
    connect(m_date, &QLineEdit::textChanged, this, &AgreementDialog::judge);
    connect(m_channel, &ChoiceBar::chosen, this, &AgreementDialog::judge);
    judge();
    m_decision->setFocus();
    resize(520, 480);
}

void AgreementDialog::fillDecisions()
{
    m_decision->addItem(tr("A new decision"), QUuid());
    std::vector<const Decision *> decisions = m_session.review().all<Decision>();
    std::reverse(decisions.begin(), decisions.end()); // The one just made is meant most often.
    for (const Decision *decision : decisions)
        m_decision->addItem(u"%1 %2"_s.arg(m_session.review().shownKey(*decision), oneLine(decision->text)), decision->id.uuid);
}

void AgreementDialog::fillMeetings()
{
    m_meeting->addItem(tr("No meeting named"), QUuid());
    std::vector<const Meeting *> meetings = m_session.review().all<Meeting>();
    std::reverse(meetings.begin(), meetings.end());
    for (const Meeting *meeting : meetings) {
        if (meeting->subteam.isNull() || meeting->subteam == m_subTeam)
            m_meeting->addItem(u"%1 %2"_s.arg(m_session.review().shownKey(*meeting), oneLine(meeting->title)), meeting->id.uuid);
    }
}

void AgreementDialog::fillPlans()
{
    m_plan->addItem(tr("The plan as it is now (a baseline is taken)"), QUuid());
    std::vector<const Baseline *> baselines = m_session.review().all<Baseline>();
    std::reverse(baselines.begin(), baselines.end());
    for (const Baseline *baseline : baselines)
        m_plan->addItem(tr("Baseline: %1").arg(oneLine(baseline->name)), baseline->id.uuid);
}

Result<AgreementDetails> AgreementDialog::details() const
{
    AgreementDetails details;
    details.decision = DecisionId(m_decision->currentData().toUuid());
    details.plan = BaselineId(m_plan->currentData().toUuid());
    if (!details.decision.isNull())
        return details;
    const auto date = parseTypedDate(m_date->text(), m_session.clock().today(), locale());
    if (!date)
        return date.error();
    details.date = *date;
    details.channel = Choice<Channel>::fromWord(m_channel->current());
    if (!m_level->currentData().toString().isEmpty())
        details.level = Choice<Consensus>::fromWord(m_level->currentData().toString());
    if (details.channel.is(Channel::Meeting))
        details.meeting = MeetingId(m_meeting->currentData().toUuid());
    return details;
}

void AgreementDialog::judge()
{
    const bool fresh = m_decision->currentData().toUuid().isNull();
    m_date->setEnabled(fresh);
    m_channel->setEnabled(fresh);
    m_level->setEnabled(fresh);
    m_meeting->setEnabled(fresh && Choice<Channel>::fromWord(m_channel->current()).is(Channel::Meeting));
    allow(bool(details()), tr("Type the day it was decided, such as 20 Sep 2018."));
}

void AgreementDialog::accept()
{
    const auto asked = details();
    // Merges that long texts show are written down first, as for every baseline.
    if (asked && asked->plan.isNull()) {
        if (const auto merged = m_session.commit(writeMerges(m_session.context())); !merged)
            return complain(merged.error().sentence);
    }
    const auto done = m_session.commit(asked ? agreeSchedule(m_session.context(), m_subTeam, *asked)
                                             : Result<ChangeSet>(asked.error()));
    if (!done)
        return complain(done.error().sentence);
    DialogFrame::accept();
}

} // namespace plumbline
