#include "ui/pages/subteamspage.h"

#include "core/checks/teamstate.h"
#include "core/checks/wording.h"
#include "core/domain/datasource.h"
#include "core/domain/membership.h"
#include "core/domain/milestone.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"
#include "core/schedule/scheduleagreement.h"
#include "ui/dialogs/agreementdialog.h"
#include "ui/editors/factlist.h"
#include "ui/editors/recordform.h"
#include "ui/models/fieldwords.h"
#include "ui/models/statechip.h"
#include "ui/pages/listspage.h"
#include "ui/pages/relationssection.h"
#include "ui/pages/subteamsections.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/sectionheader.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

RecordPageText subTeamsPageText()
{
    return {u"sub-teams"_s,
            SubTeamsPage::tr("Sub-teams"),
            SubTeamsPage::tr("New sub-team"),
            SubTeamsPage::tr("A sub-team takes one part of the work"),
            SubTeamsPage::tr(
                "For example: “DNS SSR” with a lead, a few members, a scope of work and a schedule of its "
                "own, reporting to the full team."),
            SubTeamsPage::tr("Form the first sub-team"),
            SubTeamsPage::tr("Ctrl+Shift+N · a review may also go without sub-teams"),
            {"key", "title", "scope", "state", "reported"}};
}

QString personName(const Review &review, PersonId person)
{
    const Person *found = review.find(person);
    return found ? found->name : QString();
}

/// Who leads the sub-team on @p day; empty when nobody does.
QString leadOf(const Review &review, RecordId subTeam, const QDate &day)
{
    for (const Membership *membership : review.all<Membership>()) {
        if (membership->subteam.uuid == subTeam.uuid && membership->role.is(Role::Lead) &&
            isCurrent(*membership, day))
            return personName(review, membership->person);
    }
    return {};
}

/// When the draft recommendations of the sub-team are due or were ready.
std::optional<PartialDate> draftDate(const Review &review, RecordId subTeam)
{
    for (const Milestone *milestone : review.all<Milestone>()) {
        if (milestone->subteam.uuid == subTeam.uuid &&
            milestone->type.is(MilestoneType::DraftRecommendations))
            return finishDate(*milestone);
    }
    return {};
}

} // namespace

SubTeamsPageSummary::SubTeamsPageSummary(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_people = addSection(tr("Lead and members"));
    m_agreementHead = new SectionHeader(tr("Agreement to the schedule"), this);
    m_agreementState = new Chip({}, this);
    m_agreementHead->addBesideTitle(m_agreementState);
    connect(m_agreementHead, &SectionHeader::actionTriggered, this, &SubTeamsPageSummary::recordAgreement);
    m_agreement = addFacts(m_agreementHead);
    m_milestones = addSection(tr("Milestones"));
    m_sources = addSection(tr("Data sources"));
    connect(&session, &Session::changed, this, &SubTeamsPageSummary::refresh);
}

FactList *SubTeamsPageSummary::addSection(const QString &title)
{
    return addFacts(new SectionHeader(title, this));
}

FactList *SubTeamsPageSummary::addFacts(SectionHeader *header)
{
    auto *facts = new FactList(this);
    layout()->addWidget(header);
    layout()->addWidget(facts);
    static_cast<QVBoxLayout *>(layout())->addSpacing(8);
    connect(facts, &FactList::recordRequested, this, &SubTeamsPageSummary::recordRequested);
    return facts;
}

void SubTeamsPageSummary::setRecord(RecordId subTeam)
{
    m_record = subTeam;
    refresh();
}

void SubTeamsPageSummary::refresh()
{
    showPeople();
    showAgreement();
    showMilestones();
    showSources();
}

void SubTeamsPageSummary::showPeople()
{
    const Review &review = m_session.review();
    const QDate today = m_session.clock().today();
    QList<Fact> leads;
    QList<Fact> others;
    for (const Membership *membership : review.all<Membership>()) {
        if (membership->subteam.uuid != m_record.uuid || m_record.isNull())
            continue;
        QString rest;
        if (membership->from || membership->to)
            rest = tr("%1 – %2", "from and to of a membership")
                       .arg(dateText(membership->from), dateText(membership->to));
        auto &list = membership->role.is(Role::Lead) ? leads : others;
        list += {choiceLabel(membership->role), membership->id, personName(review, membership->person),
                 isCurrent(*membership, today) ? rest : tr("%1, not serving now").arg(rest).trimmed(),
                 Severity::None};
    }
    m_people->setFacts(leads + others, tr("Nobody is in this sub-team yet."));
}

static ChipText agreementChip(const ScheduleAgreement &agreement)
{
    switch (agreement.state) {
    case ScheduleAgreement::None:
        break;
    case ScheduleAgreement::Holds:
        return {SubTeamsPageSummary::tr("Agreed"), ChipText::Tone::Good};
    case ScheduleAgreement::Lapsed:
        return {SubTeamsPageSummary::tr("Lapsed"), ChipText::Tone::Warning};
    }
    return {SubTeamsPageSummary::tr("Not agreed"), ChipText::Tone::Plain};
}

void SubTeamsPageSummary::showAgreement()
{
    const Review &review = m_session.review();
    const ScheduleAgreement agreement = scheduleAgreement(review, SubTeamId(m_record.uuid));
    m_agreementState->setText(agreementChip(agreement));
    const bool possible = !m_record.isNull() && !m_session.isReadOnly();
    m_agreementHead->setAction(!possible                                    ? QString()
                               : agreement.state == ScheduleAgreement::None ? tr("Record it…")
                                                                            : tr("Record anew…"));
    QList<Fact> facts;
    if (const Decision *decision = review.find(agreement.decision))
        facts += {dateText(decision->date),
                  decision->id,
                  review.shownKey(*decision) + u' ' + decision->text,
                  {},
                  Severity::None};
    for (const AgreedDateChange &change : agreement.changes)
        facts +=
            {{}, RecordId(change.milestone.uuid), agreedChangeWords(review, change), {}, Severity::Warning};
    m_agreement->setFacts(facts, tr("No agreement of this sub-team to its schedule is recorded."));
}

void SubTeamsPageSummary::recordAgreement()
{
    AgreementDialog(m_session, SubTeamId(m_record.uuid), this).exec();
}

void SubTeamsPageSummary::showMilestones()
{
    const Review &review = m_session.review();
    const QDate today = m_session.clock().today();
    QList<Fact> facts;
    for (const Milestone *milestone : review.all<Milestone>()) {
        if (milestone->subteam.uuid != m_record.uuid || m_record.isNull())
            continue;
        facts +=
            {dateText(finishDate(*milestone), today), milestone->id, milestone->title,
             isMet(*milestone) ? tr("met") : QString(), isMet(*milestone) ? Severity::Good : Severity::None};
    }
    m_milestones->setFacts(facts, tr("This sub-team has no schedule of its own yet."));
}

void SubTeamsPageSummary::showSources()
{
    const Review &review = m_session.review();
    QList<Fact> facts;
    for (const DataSource *source : review.all<DataSource>()) {
        if (source->subteam.uuid == m_record.uuid && !m_record.isNull())
            facts += {review.shownKey(*source), source->id, source->title, choiceLabel(source->state),
                      Severity::None};
    }
    m_sources->setFacts(facts, tr("No data source is assigned to this sub-team."));
}

SubTeamsPage::SubTeamsPage(Session &session, QWidget *parent)
    : RecordPage(session, subTeamsPageText(), new RecordModel(session, Kind::SubTeam),
                 new RecordForm(session, Kind::SubTeam), parent)
{
    auto *summary = new SubTeamsPageSummary(session);
    static_cast<RecordForm *>(view())->addSection(summary);
    connect(this, &Page::currentRecordChanged, summary, &SubTeamsPageSummary::setRecord);
    connect(summary, &SubTeamsPageSummary::recordRequested, this, &Page::recordRequested);
    auto *form = static_cast<RecordForm *>(view());
    addSection(this, form, new ReportBackSection(session));
    addSection(this, form, new FormationSection(session));
    addSection(this, form,
               new RelationsSection(session, {LinkType::AssignedTo,
                                              false,
                                              {Kind::ScopeItem},
                                              tr("Scope items"),
                                              tr("No part of the mandate is given to it yet."),
                                              tr("Add a scope item…"),
                                              tr("Does not belong to it")}));
    model()->setSummary([&session](const Record &record) {
        const QDate today = session.clock().today();
        RowSummary row;
        row.number = session.review().shownKey(record);
        row.chip = stateChip(Kind::SubTeam, record);
        const QString lead = leadOf(session.review(), record.id, today);
        row.secondLine += lead.isEmpty() ? tr("no lead") : lead;
        if (const auto draft = draftDate(session.review(), record.id))
            row.corner = tr("drafts %1").arg(dateText(draft, today));
        return row;
    });
}

} // namespace plumbline
