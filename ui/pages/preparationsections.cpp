#include "ui/pages/preparationsections.h"

#include "core/checks/teamstate.h"
#include "core/domain/adoption.h"
#include "core/domain/intereststatement.h"
#include "core/domain/membership.h"
#include "core/domain/recusal.h"
#include "core/domain/subteam.h"
#include "core/edits/preparation.h"
#include "ui/dialogs/editdialog.h"
#include "ui/editors/factlist.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/editablefacts.h"
#include "ui/pages/sectioncolumn.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/sectionheader.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

QString partWords(const AdoptedPartChange &change)
{
    switch (change.what) {
    case AdoptedPartChange::Added:
        return AdoptionSection::tr("was added");
    case AdoptedPartChange::Removed:
        return AdoptionSection::tr("was removed");
    case AdoptedPartChange::Changed:
        break;
    }
    return AdoptionSection::tr("was changed");
}

} // namespace

AdoptionSection::AdoptionSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Adoption by the full team"), this)),
      m_state(new Chip({}, this)),
      m_facts(new FactList(this)),
      m_acknowledged(new SectionHeader(tr("Scope acknowledged by"), this)),
      m_missing(new FactList(this))
{
    m_header->addBesideTitle(m_state);
    QVBoxLayout *column = sectionColumn(this);
    column->addWidget(m_header);
    column->addWidget(m_facts);
    column->addSpacing(8);
    column->addWidget(m_acknowledged);
    column->addWidget(m_missing);
    connect(m_header, &SectionHeader::actionTriggered, this, &AdoptionSection::adopt);
    for (FactList *list : {m_facts, m_missing})
        connect(list, &FactList::recordRequested, this, &AdoptionSection::recordRequested);
    connect(m_missing, &FactList::actionRequested, this, [this](RecordId person) {
        const auto done = m_session.commit(acknowledgeScope(m_session.context(), PersonId(person.uuid)));
        if (!done)
            emit refused(done.error().sentence);
    });
    connect(&session, &Session::changed, this, &AdoptionSection::refresh);
    refresh();
}

void AdoptionSection::refresh()
{
    showAdoption();
    showAcknowledgements();
}

void AdoptionSection::showAdoption()
{
    const Review &review = m_session.review();
    const Adoption adopted = adoption(review);
    const bool possible = !m_session.isReadOnly() && adopted.state != Adoption::Holds &&
                          review.count(Kind::TorSection) + review.count(Kind::ScopeItem) > 0;
    m_header->setAction(possible ? tr("Adopt as it stands…") : QString());
    m_state->setText(adopted.state == Adoption::Holds ? ChipText{tr("Adopted"), ChipText::Tone::Good}
                     : adopted.state == Adoption::Lapsed
                         ? ChipText{tr("Lapsed"), ChipText::Tone::Warning}
                     : adopted.state == Adoption::Undone
                         ? ChipText{tr("Superseded"), ChipText::Tone::Warning}
                     : adopted.state == Adoption::NotTeam
                         ? ChipText{tr("Not by the full team"), ChipText::Tone::Warning}
                         : ChipText{tr("Not adopted"), ChipText::Tone::Plain});
    QList<Fact> facts;
    if (const Decision *decision = review.find(adopted.decision))
        facts += {dateText(decision->date), decision->id, recordWords(review, decision->id),
                  choiceLabel(decision->level), Severity::None};
    for (const AdoptedPartChange &change : adopted.changes)
        facts +=
            {{}, change.record, recordWords(review, change.record), partWords(change), Severity::Warning};
    m_facts->setFacts(facts, tr("No decision of the full team adopts the Terms of Reference yet."));
}

void AdoptionSection::showAcknowledgements()
{
    const Review &review = m_session.review();
    const QSet<PersonId> members = decidingMembers(review, m_session.clock().today());
    QList<Fact> facts;
    for (const Person *person : review.all<Person>()) {
        const PersonId id(person->id.uuid);
        const Acknowledgement given =
            members.contains(id) ? acknowledgement(review, id) : Acknowledgement::Given;
        if (given == Acknowledgement::Given)
            continue;
        Fact fact{{},
                  person->id,
                  person->name,
                  given == Acknowledgement::Missing ? tr("not yet") : tr("a former text"),
                  Severity::Hint};
        if (!m_session.isReadOnly())
            fact.action = tr("Acknowledged");
        facts += fact;
    }
    m_acknowledged->setCount(
        tr("%1 of %2")
            .arg(QLocale().toString(members.size() - facts.size()), QLocale().toString(members.size())));
    m_missing->setFacts(facts, members.isEmpty() ? tr("The full team has no current members.")
                                                 : tr("Every member has acknowledged it."));
}

void AdoptionSection::adopt()
{
    EditDialog dialog(m_session, tr("Adopt the Terms of Reference"),
                      tr("The text as it stands is kept as a baseline. When it changes later, the adoption "
                         "lapses visibly."),
                      tr("Adopt"), this);
    dialog.addDecision();
    dialog.setEdit(
        [&](const EditContext &context) -> Result<ChangeSet> {
            const auto details = dialog.decision();
            return details ? adoptTermsOfReference(context, *details) : Result<ChangeSet>(details.error());
        },
        true);
    dialog.exec();
}

PersonSections::PersonSections(Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    sectionColumn(this);
    m_memberships = addPart(tr("Roles and sub-teams"), tr("Add a role…"), &PersonSections::addMembership);
    m_statements =
        addPart(tr("Statements of interest"), tr("Add a statement…"), &PersonSections::addStatement);
    m_recusals = addPart(tr("Recusals"), tr("Add a recusal…"), &PersonSections::addRecusal);
    connect(&session, &Session::changed, this, &PersonSections::refresh);
}

FactList *PersonSections::addPart(const QString &title, const QString &action, void (PersonSections::*act)())
{
    auto *header = new SectionHeader(title, this);
    auto *facts = new FactList(this);
    header->setAction(m_session.isReadOnly() ? QString() : action);
    layout()->addWidget(header);
    layout()->addWidget(facts);
    static_cast<QVBoxLayout *>(layout())->addSpacing(8);
    connect(header, &SectionHeader::actionTriggered, this, act);
    connect(facts, &FactList::recordRequested, this, &PersonSections::recordRequested);
    makeEditable(facts, m_session, [this](const QString &sentence) { emit refused(sentence); });
    m_headers += header;
    return facts;
}

void PersonSections::setRecord(RecordId person)
{
    m_person = person;
    refresh();
}

void PersonSections::refresh()
{
    const Review &review = m_session.review();
    QList<Fact> memberships;
    for (const Membership *membership : review.all<Membership>()) {
        if (membership->person != person() || m_person.isNull())
            continue;
        QString dates;
        if (membership->from || membership->to)
            dates = tr("%1 – %2", "from and to of a membership")
                        .arg(dateText(membership->from), dateText(membership->to));
        memberships += {choiceLabel(membership->role), membership->id,
                        subTeamWords(review, RecordId(membership->subteam.uuid)), dates, Severity::None};
    }
    m_memberships->setFacts(memberships, tr("This person has no role yet."));
    QList<Fact> statements;
    for (const InterestStatement *statement : review.all<InterestStatement>()) {
        if (statement->person == person() && !m_person.isNull())
            statements += {dateText(statement->date), statement->id, statement->text.simplified().left(160),
                           statement->url, Severity::None};
    }
    m_statements->setFacts(statements, tr("No statement of interest is on record."));
    QList<Fact> recusals;
    for (const Recusal *recusal : review.all<Recusal>()) {
        if (recusal->person == person() && !m_person.isNull())
            recusals += {dateText(recusal->date), recusal->id, recordWords(review, recusal->on),
                         recusal->reason.simplified(), Severity::None};
    }
    m_recusals->setFacts(recusals, tr("There are no recusals."));
}

void PersonSections::addMembership()
{
    const Review &review = m_session.review();
    EditDialog dialog(m_session, tr("Add a role"), recordWords(review, m_person), tr("Add"), this);
    auto *role = new QComboBox(&dialog);
    for (const ChoiceWord &word : choiceWords<Role>())
        role->addItem(choiceLabel(Choice<Role>::fromWord(QLatin1String(word.word))),
                      QLatin1String(word.word));
    role->setCurrentIndex(int(Role::Member));
    dialog.addWidget(tr("&Role"), role);
    QList<RecordId> teams;
    for (const Record *team : review.list(Kind::SubTeam))
        teams += team->id;
    QComboBox *team = dialog.addRecords(tr("&Of"), teams, tr("The full team"));
    QLineEdit *from =
        dialog.addLine(tr("&From"), formatDate(PartialDate::day(m_session.clock().today()), locale()));
    dialog.setEdit([&, this](const EditContext &context) -> Result<ChangeSet> {
        const auto day = dialog.dayIn(from);
        if (!day)
            return day.error();
        ChangeSet changes(context.review, Cause::Create);
        const MembershipId membership(
            changes.create(context.review, Kind::Membership, {}, context.newId()).uuid);
        changes.set<&Membership::person>(membership, person());
        changes.set<&Membership::role>(membership, Choice<Role>::fromWord(role->currentData().toString()));
        if (!team->currentData().toUuid().isNull())
            changes.set<&Membership::subteam>(membership, SubTeamId(team->currentData().toUuid()));
        changes.set<&Membership::from>(membership, *day);
        return changes;
    });
    dialog.exec();
}

void PersonSections::addStatement()
{
    EditDialog dialog(m_session, tr("Add a statement of interest"), recordWords(m_session.review(), m_person),
                      tr("Add"), this);
    QPlainTextEdit *text = dialog.addText(tr("&What is declared"), tr("Write down what is declared."));
    QLineEdit *url = dialog.addLine(tr("&Address where it is published"));
    dialog.setEdit([&, this](const EditContext &context) -> Result<ChangeSet> {
        ChangeSet changes(context.review, Cause::Create);
        const InterestStatementId statement(
            changes.create(context.review, Kind::InterestStatement, {}, context.newId()).uuid);
        changes.set<&InterestStatement::person>(statement, person());
        changes.set<&InterestStatement::text>(statement, cleanText(text->toPlainText()).trimmed());
        changes.set<&InterestStatement::date>(statement, PartialDate::day(context.now.date()));
        if (!url->text().trimmed().isEmpty())
            changes.set<&InterestStatement::url>(statement, cleanText(url->text()).trimmed());
        return changes;
    });
    dialog.exec();
}

void PersonSections::addRecusal()
{
    const Review &review = m_session.review();
    QList<RecordId> records;
    for (const Kind kind : {Kind::Recommendation, Kind::Finding, Kind::SubTeam, Kind::ScopeItem}) {
        for (const Record *record : review.list(kind))
            records += record->id;
    }
    EditDialog dialog(m_session, tr("Add a recusal"), recordWords(review, m_person), tr("Add"), this);
    QComboBox *on = dialog.addRecords(tr("Takes no part &in"), records, {});
    QPlainTextEdit *reason = dialog.addText(tr("&Reason"), tr("Say why."));
    dialog.setEdit([&, this](const EditContext &context) -> Result<ChangeSet> {
        ChangeSet changes(context.review, Cause::Create);
        const RecusalId recusal(changes.create(context.review, Kind::Recusal, {}, context.newId()).uuid);
        changes.set<&Recusal::person>(recusal, person());
        changes.set<&Recusal::on>(recusal, RecordId(on->currentData().toUuid()));
        changes.set<&Recusal::reason>(recusal, cleanText(reason->toPlainText()).trimmed());
        changes.set<&Recusal::date>(recusal, PartialDate::day(context.now.date()));
        return changes;
    });
    dialog.exec();
}

} // namespace plumbline
