#include "ui/dialogs/whoamidialog.h"

#include "core/domain/membership.h"
#include "core/domain/person.h"
#include "core/edits/people.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowroles.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace plumbline {

namespace {

constexpr int idRole = Qt::UserRole;

} // namespace

WhoAmIDialog::WhoAmIDialog(Session &session, QWidget *parent)
    : DialogFrame(tr("Who are you?"), parent),
      m_session(session),
      m_name(new QLineEdit(this)),
      m_people(new QListWidget(this))
{
    setHeading(tr("Who are you?"), tr("Your changes carry your name. You can say another name at any time."));
    m_name->setPlaceholderText(tr("Type a name, or choose below"));
    m_name->installEventFilter(this);
    m_people->setAccessibleName(tr("People of the review"));
    useRows(m_people);
    addField(tr("&Name"), m_name);
    body()->addWidget(m_people, 1);
    setButtons(tr("This is me"), tr("Not now"));
    fill();
    connect(m_name, &QLineEdit::textChanged, this, &WhoAmIDialog::narrow);
    connect(m_people, &QListWidget::currentItemChanged, this, &WhoAmIDialog::judge);
    connect(m_people, &QListWidget::itemDoubleClicked, this, &WhoAmIDialog::accept);
    judge();
    m_name->setFocus();
    resize(420, 460);
}

void WhoAmIDialog::fill()
{
    for (const Person *person : m_session.review().all<Person>()) {
        auto *item = new QListWidgetItem(person->name.isEmpty() ? person->key : person->name, m_people);
        item->setData(idRole, person->id.uuid);
        item->setToolTip(person->affiliation);
        if (person->id == m_session.me())
            m_people->setCurrentItem(item);
    }
}

void WhoAmIDialog::narrow()
{
    const QString typed = typedName();
    QListWidgetItem *exact = nullptr;
    for (int i = 0; i < m_people->count(); ++i) {
        QListWidgetItem *item = m_people->item(i);
        item->setHidden(!item->text().contains(typed, Qt::CaseInsensitive));
        if (item->text().compare(typed, Qt::CaseInsensitive) == 0)
            exact = item;
    }
    // What is typed counts, unless it is somebody's name: nobody becomes another person by a few letters.
    m_people->setCurrentItem(exact);
    judge();
}

RecordId WhoAmIDialog::person() const
{
    const QListWidgetItem *item = m_people->currentItem();
    return item && !item->isHidden() ? RecordId(item->data(idRole).toUuid()) : RecordId();
}

QString WhoAmIDialog::typedName() const
{
    return cleanText(m_name->text()).simplified();
}

void WhoAmIDialog::judge()
{
    const bool isNew = person().isNull() && !typedName().isEmpty();
    setFootnote(isNew ? tr("%1 becomes a person of this review.").arg(typedName()) : QString());
    allow(isNew || !person().isNull(), tr("Type or choose a name."));
}

Status WhoAmIDialog::becomeNewPerson()
{
    const Result<ChangeSet> changes = addPerson(m_session.context(), typedName());
    if (!changes)
        return changes.error();
    const RecordId id = changes->edits.first().record;
    if (const Result<Commit> done = m_session.commit(changes); !done)
        return done.error();
    return m_session.setMe(id);
}

void WhoAmIDialog::accept()
{
    const RecordId chosen = person();
    const Status done = chosen.isNull() ? becomeNewPerson() : m_session.setMe(chosen);
    if (done)
        DialogFrame::accept();
    else
        complain(done.error().sentence);
}

bool WhoAmIDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_name || event->type() != QEvent::KeyPress)
        return DialogFrame::eventFilter(watched, event);
    if (static_cast<QKeyEvent *>(event)->key() != Qt::Key_Down)
        return false;
    for (int i = 0; i < m_people->count(); ++i) {
        if (!m_people->item(i)->isHidden()) {
            m_people->setFocus(Qt::TabFocusReason);
            m_people->setCurrentRow(i);
            return true;
        }
    }
    return false;
}

} // namespace plumbline
