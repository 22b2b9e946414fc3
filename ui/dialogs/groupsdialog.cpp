#include "ui/dialogs/groupsdialog.h"

#include "core/domain/person.h"
#include "core/edits/groups.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/rowdelegate.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {

namespace {

constexpr int groupIdRole = Qt::UserRole;
constexpr int personIdRole = Qt::UserRole;
constexpr int isMemberRole = Qt::UserRole + 1;

} // namespace

GroupsDialog::GroupsDialog(Session &session, QWidget *parent)
    : DialogFrame(tr("Closed groups"), parent),
      m_session(session),
      m_groups(new QListWidget(this)),
      m_name(new QLineEdit(this)),
      m_form(new QPushButton(icon("plus"), tr("Form"), this)),
      m_purpose(new QuietLabel(this)),
      m_people(new QListWidget(this)),
      m_change(new QPushButton(this))
{
    setHeading(tr("Closed groups"), tr("What is kept among a group goes to its members only. The group itself, and who "
                                       "belongs to it, everybody of the team can see."));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(makeGroups(), 1);
    columns->addLayout(makeMembers(), 1);
    body()->addLayout(columns, 1);
    setButtons(tr("Close"), {});
    setFootnote(tr("Whoever leaves a group keeps what she has."));
    connect(m_groups, &QListWidget::currentItemChanged, this, &GroupsDialog::showMembers);
    connect(m_people, &QListWidget::currentItemChanged, this, &GroupsDialog::judge);
    connect(m_people, &QListWidget::itemActivated, this, &GroupsDialog::changeMembership);
    connect(m_change, &QPushButton::clicked, this, &GroupsDialog::changeMembership);
    connect(m_name, &QLineEdit::textChanged, this, &GroupsDialog::judge);
    connect(m_name, &QLineEdit::returnPressed, m_form, &QPushButton::click);
    connect(m_form, &QPushButton::clicked, this, &GroupsDialog::formGroup);
    connect(&session, &Session::changed, this, &GroupsDialog::fill);
    acceptButton()->setAutoDefault(false); // Enter in the field of the name forms the group.
    acceptButton()->setDefault(false);
    m_change->setAutoDefault(false);
    m_form->setAutoDefault(false);
    fill();
    resize(640, 480);
}

QLayout *GroupsDialog::makeGroups()
{
    auto *caption = new QuietLabel(tr("&Groups"), this);
    caption->setBuddy(m_groups);
    m_groups->setAccessibleName(tr("Closed groups"));
    useRows(m_groups);
    m_name->setPlaceholderText(tr("Name of a new group"));
    m_name->setAccessibleName(tr("Name of a new group"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_form);
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(caption);
    column->addWidget(m_groups, 1);
    column->addLayout(row);
    return column;
}

QLayout *GroupsDialog::makeMembers()
{
    auto *caption = new QuietLabel(tr("&Members"), this);
    caption->setBuddy(m_people);
    m_people->setAccessibleName(tr("People of the review, with the members of the group marked"));
    useRows(m_people);
    m_purpose->setWordWrap(true);
    m_purpose->setTextFormat(Qt::PlainText);
    m_purpose->setType(Type::Caption);
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(caption);
    column->addWidget(m_purpose);
    column->addWidget(m_people, 1);
    column->addWidget(m_change, 0, Qt::AlignLeading);
    return column;
}

void GroupsDialog::fill()
{
    const ClosedGroupId chosen = currentGroup();
    m_groups->clear();
    for (const ClosedGroup *group : m_session.review().all<ClosedGroup>()) {
        auto *item = new QListWidgetItem(icon("lock"), tr("%1 %2", "key and name of a group")
                                                           .arg(m_session.review().shownKey(*group), group->title),
                                         m_groups);
        item->setData(groupIdRole, group->id.uuid);
        if (group->id.uuid == chosen.uuid)
            m_groups->setCurrentItem(item);
    }
    if (!m_groups->currentItem() && m_groups->count() > 0)
        m_groups->setCurrentRow(0);
    showMembers();
}

ClosedGroupId GroupsDialog::currentGroup() const
{
    const QListWidgetItem *item = m_groups->currentItem();
    return item ? ClosedGroupId(item->data(groupIdRole).toUuid()) : ClosedGroupId();
}

void GroupsDialog::showMembers()
{
    const QListWidgetItem *current = m_people->currentItem();
    const QUuid chosen = current ? current->data(personIdRole).toUuid() : QUuid();
    const ClosedGroup *group = m_session.review().find(currentGroup());
    m_purpose->setText(group ? group->purpose : QString());
    m_purpose->setVisible(group && !group->purpose.isEmpty());
    m_people->clear();
    const auto members = group ? membersOf(m_session.review(), currentGroup()) : std::vector<const Person *>();
    for (const Person *person : m_session.review().all<Person>()) {
        const bool isMember = std::find(members.begin(), members.end(), person) != members.end();
        auto *item = new QListWidgetItem(isMember ? icon("check") : QIcon(), person->name, m_people);
        item->setData(personIdRole, person->id.uuid);
        item->setData(isMemberRole, isMember);
        item->setData(Qt::AccessibleTextRole, isMember ? tr("%1, member").arg(person->name) : person->name);
        if (person->id.uuid == chosen)
            m_people->setCurrentItem(item);
    }
    m_people->setEnabled(group);
    judge();
}

void GroupsDialog::judge()
{
    const QListWidgetItem *person = m_people->currentItem();
    const bool writable = !m_session.isReadOnly();
    const bool isMember = person && person->data(isMemberRole).toBool();
    m_change->setText(isMember ? tr("Remove from the group") : tr("Add to the group"));
    m_change->setEnabled(writable && person && m_people->isEnabled());
    m_name->setEnabled(writable);
    m_form->setEnabled(writable && !m_name->text().trimmed().isEmpty());
}

void GroupsDialog::formGroup()
{
    const auto changes = plumbline::formGroup(m_session.context(), m_name->text(), {});
    if (!done(changes))
        return;
    m_name->clear();
    for (int i = 0; i < m_groups->count(); ++i) {
        if (m_groups->item(i)->data(groupIdRole).toUuid() == changes->edits.first().record.uuid)
            m_groups->setCurrentRow(i);
    }
}

void GroupsDialog::changeMembership()
{
    const QListWidgetItem *item = m_people->currentItem();
    if (!item || !m_change->isEnabled())
        return;
    const PersonId person(item->data(personIdRole).toUuid());
    done(item->data(isMemberRole).toBool() ? removeMember(m_session.context(), currentGroup(), person)
                                           : addMember(m_session.context(), currentGroup(), person));
}

bool GroupsDialog::done(const Result<ChangeSet> &changes)
{
    const auto commit = m_session.commit(changes);
    if (!commit)
        complain(commit.error().sentence);
    return bool(commit);
}

} // namespace plumbline
