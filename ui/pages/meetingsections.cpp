#include "ui/pages/meetingsections.h"

#include "core/checks/teamstate.h"
#include "core/domain/actionitem.h"
#include "core/domain/decision.h"
#include "core/domain/link.h"
#include "core/domain/membership.h"
#include "core/domain/scopeitem.h"
#include "core/domain/subteam.h"
#include "core/edits/meetings.h"
#include "core/schedule/milestonedates.h"
#include "ui/dialogs/recordwords.h"
#include "ui/editors/factlist.h"
#include "ui/editors/inputs.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/sectioncolumn.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

QString firstLine(const QString &text)
{
    const QString line = text.trimmed().section(u'\n', 0, 0).simplified();
    return line.size() > 100 ? line.left(99).trimmed() + QChar(0x2026) : line;
}

} // namespace

RollCallSection::RollCallSection(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_header(new SectionHeader(tr("Roll call"), this))
{
    sectionColumn(this)->addWidget(m_header);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::Link) || changes.concerns(Kind::Membership) || changes.concerns(Kind::Person)
            || changes.concerns(Kind::Meeting))
            refresh();
    });
}

void RollCallSection::setRecord(RecordId meeting)
{
    m_meeting = meeting;
    refresh();
}

/// The members of the day of the meeting in the order of the review, and whoever is in the roll besides.
QList<PersonId> RollCallSection::people(const QHash<PersonId, Attendance> &roll) const
{
    const Review &review = m_session.review();
    const Meeting *meeting = review.find(MeetingId(m_meeting.uuid));
    const QDate day = meeting ? lastDay(meeting->held).value_or(m_session.clock().today()) : QDate();
    QSet<PersonId> members;
    for (const Membership *membership : review.all<Membership>()) {
        const bool ofMeeting = meeting && (membership->subteam.isNull() || membership->subteam == meeting->subteam);
        if (ofMeeting && isCurrent(*membership, day))
            members.insert(membership->person);
    }
    QList<PersonId> people;
    for (const Person *person : review.all<Person>()) {
        const PersonId id(person->id.uuid);
        if (members.contains(id) || roll.contains(id))
            people += id;
    }
    return people;
}

void RollCallSection::refresh()
{
    if (m_rows) {
        m_rows->hide(); // Without a parent it would become a window of its own for a moment.
        m_rows->deleteLater(); // Later, because one of its buttons may be what was pressed.
    }
    m_rows = new QWidget(this);
    layout()->addWidget(m_rows);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(0, 1);
    const auto roll = rollCall(m_session.review(), MeetingId(m_meeting.uuid));
    const QList<PersonId> all = people(roll);
    int row = 0;
    for (const PersonId person : all)
        addRow(row++, person, roll.contains(person) ? std::optional(roll.value(person)) : std::nullopt);
    if (all.isEmpty())
        grid->addWidget(new QuietLabel(tr("Nobody belongs to the team on that day."), m_rows), 0, 0);
    const auto present = std::count(roll.cbegin(), roll.cend(), Attendance::Present);
    m_header->setCount(roll.isEmpty() ? tr("not called") : tr("%1 of %2 present").arg(present).arg(all.size()));
    m_rows->show();
}

void RollCallSection::addRow(int row, PersonId person, std::optional<Attendance> attendance)
{
    auto *grid = static_cast<QGridLayout *>(m_rows->layout());
    const QString name = m_session.review().find(person)->name;
    auto *label = new QuietLabel(name, m_rows);
    label->setToken(&Theme::ink);
    label->setTextFormat(Qt::PlainText);
    auto *bar = new ChoiceBar(m_rows);
    bar->setAccessibleName(name);
    bar->addChoice({}, u"—"_s);
    for (const ChoiceWord &word : choiceWords<Attendance>())
        bar->addChoice(QLatin1String(word.word), choiceLabel(Choice<Attendance>::fromWord(QLatin1String(word.word))));
    bar->setCurrent(attendance ? Choice<Attendance>(*attendance).word() : QString());
    bar->setEnabled(!m_session.isReadOnly());
    grid->addWidget(label, row, 0);
    grid->addWidget(bar, row, 1);
    connect(bar, &ChoiceBar::chosen, this, [this, person](const QString &word) {
        const auto chosen = Choice<Attendance>::fromWord(word).value;
        const auto done = m_session.commit(callRoll(m_session.context(), MeetingId(m_meeting.uuid), person, chosen));
        if (!done)
            emit refused(done.error().sentence);
    });
}

MeetingOutcome::MeetingOutcome(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_decisions(new FactList(this)), m_actions(new FactList(this)),
      m_decision(new QLineEdit(this)), m_action(new QLineEdit(this))
{
    QVBoxLayout *column = sectionColumn(this);
    const auto add = [&](const QString &title, FactList *facts, QLineEdit *next, const QString &prompt) {
        column->addWidget(new SectionHeader(title, this));
        column->addWidget(facts);
        next->setPlaceholderText(prompt);
        next->setAccessibleName(prompt);
        next->setVisible(!m_session.isReadOnly());
        column->addWidget(next);
        column->addSpacing(8);
        connect(facts, &FactList::recordRequested, this, &MeetingOutcome::recordRequested);
    };
    add(tr("Decisions"), m_decisions, m_decision, tr("What was decided; Enter records it"));
    add(tr("Action items"), m_actions, m_action, tr("What is to be done, by whom: “Staff: send the letter”; Enter notes it"));
    connect(m_decision, &QLineEdit::returnPressed, this, &MeetingOutcome::decide);
    connect(m_action, &QLineEdit::returnPressed, this, &MeetingOutcome::assign);
    connect(&session, &Session::changed, this, &MeetingOutcome::refresh);
}

void MeetingOutcome::setRecord(RecordId meeting)
{
    m_meeting = meeting;
    refresh();
}

void MeetingOutcome::refresh()
{
    const Review &review = m_session.review();
    const QDate today = m_session.clock().today();
    QList<Fact> decisions;
    for (const Decision *decision : review.all<Decision>()) {
        if (decision->meeting.uuid == m_meeting.uuid && !m_meeting.isNull())
            decisions += {review.shownKey(*decision), decision->id, firstLine(decision->text),
                          decision->level.isNone() ? QString() : choiceLabel(decision->level), Severity::None};
    }
    m_decisions->setFacts(decisions, tr("No decision of this meeting is recorded."));
    QList<Fact> actions;
    for (const ActionItem *item : review.all<ActionItem>()) {
        if (item->meeting.uuid != m_meeting.uuid || m_meeting.isNull())
            continue;
        const auto due = lastDay(item->due);
        const bool late = !item->done && due && *due < today;
        QString rest = item->owner;
        if (item->done)
            rest += tr(" · done %1", "after the owner").arg(dateText(item->done, today));
        else if (item->due)
            rest += tr(" · due %1", "after the owner").arg(dateText(item->due, today));
        actions += {review.shownKey(*item), item->id, firstLine(item->text), rest,
                    item->done ? Severity::Good : late ? Severity::Warning : Severity::None};
    }
    m_actions->setFacts(actions, tr("Nobody was asked to do anything."));
}

void MeetingOutcome::decide()
{
    const auto done = m_session.commit(decideIn(m_session.context(), MeetingId(m_meeting.uuid), m_decision->text()));
    if (!done)
        return emit refused(done.error().sentence);
    m_decision->clear();
}

void MeetingOutcome::assign()
{
    // "Staff: send the letter": who, before the colon; without one nobody yet.
    const QString text = m_action->text();
    const qsizetype colon = text.indexOf(u':');
    const bool named = colon > 0 && colon < 40;
    const auto done = m_session.commit(assignIn(m_session.context(), MeetingId(m_meeting.uuid),
                                                named ? text.mid(colon + 1) : text, named ? text.left(colon) : QString(), {}));
    if (!done)
        return emit refused(done.error().sentence);
    m_action->clear();
}

DecisionTrail::DecisionTrail(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_about(new FactList(this)), m_superseded(new FactList(this)),
      m_picker(new ComboField(this))
{
    QVBoxLayout *column = sectionColumn(this);
    column->addWidget(new SectionHeader(tr("What it decided"), this));
    column->addWidget(m_about);
    column->addSpacing(8);
    column->addWidget(new SectionHeader(tr("In the place of"), this));
    column->addWidget(m_superseded);
    m_picker->setAccessibleName(tr("A decision this one takes the place of"));
    column->addWidget(m_picker);
    for (FactList *facts : {m_about, m_superseded})
        connect(facts, &FactList::recordRequested, this, &DecisionTrail::recordRequested);
    connect(m_picker, &QComboBox::activated, this, [this] {
        const DecisionId older(m_picker->currentData().toUuid());
        if (older.isNull())
            return;
        const auto done = m_session.commit(supersede(m_session.context(), DecisionId(m_decision.uuid), older));
        if (!done)
            emit refused(done.error().sentence);
        fillPicker();
    });
    connect(&session, &Session::changed, this, &DecisionTrail::refresh);
}

void DecisionTrail::setRecord(RecordId decision)
{
    m_decision = decision;
    refresh();
}

void DecisionTrail::refresh()
{
    const Review &review = m_session.review();
    QList<Fact> about;
    const auto add = [&](const QString &what, const Record &record, const QString &name) {
        about += {what, record.id, name, {}, Severity::None};
    };
    for (const ScopeItem *item : review.all<ScopeItem>()) {
        if (item->adopted.uuid == m_decision.uuid && !m_decision.isNull())
            add(tr("adopted", "by a decision"), *item, item->title);
    }
    for (const SubTeam *team : review.all<SubTeam>()) {
        if (m_decision.isNull())
            break;
        if (team->formed.uuid == m_decision.uuid)
            add(tr("formed", "by a decision"), *team, team->title);
        if (team->agreed.uuid == m_decision.uuid)
            add(tr("schedule", "agreed to by a decision"), *team, team->title);
    }
    QList<Fact> superseded;
    for (const Link *link : review.all<Link>()) {
        const bool decides = link->type.is(LinkType::Decides) && link->from == m_decision;
        if (decides && review.find(link->to))
            add(tr("about", "a decision"), *review.find(link->to), recordWords(review, link->to));
        if (!link->type.is(LinkType::Supersedes))
            continue;
        if (link->from == m_decision && review.find(link->to))
            superseded += {tr("replaces", "a decision"), link->to, recordWords(review, link->to), {}, Severity::None};
        if (link->to == m_decision && review.find(link->from))
            superseded += {tr("replaced by", "a decision"), link->from, recordWords(review, link->from), {}, Severity::Warning};
    }
    m_about->setFacts(about, tr("No record names this decision."));
    m_superseded->setFacts(superseded, tr("It takes the place of no other decision."));
    fillPicker();
}

void DecisionTrail::fillPicker()
{
    const QSignalBlocker quiet(m_picker);
    m_picker->clear();
    m_picker->addItem(tr("It takes the place of…"), QUuid());
    for (const Record *decision : m_session.review().list(Kind::Decision)) {
        if (decision->id != m_decision)
            m_picker->addItem(recordWords(m_session.review(), decision->id), decision->id.uuid);
    }
    m_picker->setEnabled(!m_session.isReadOnly() && !m_decision.isNull());
}

} // namespace plumbline
