#include "ui/dialogs/senddialog.h"

#include "core/domain/audience.h"
#include "core/domain/person.h"
#include "core/domain/reviewrecord.h"
#include "core/exchange/whohaswhat.h"
#include "ui/dialogs/filewords.h"
#include "ui/dialogs/recordwords.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/quietlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr char audienceProperty[] = "audience"; // Of a box: the number of its closed group.

/// Whether a person may see what a closed group keeps among itself.
static bool isMember(const Review &review, int audience, RecordId person)
{
    const ClosedGroup *group = groupOfAudience(review, audience);
    if (!group)
        return false;
    const auto members = membersOf(review, ClosedGroupId(group->id.uuid));
    return std::any_of(members.begin(), members.end(), [person](const Person *member) { return member->id == person; });
}

SendDialog::SendDialog(Session &session, RecordId receiver, const QString &folder, QWidget *parent)
    : WorkingDialog(tr("Send changes"), parent),
      m_session(session),
      m_folder(folder),
      m_receiver(new QComboBox(this)),
      m_base(new ChoiceBar(this)),
      m_count(new QuietLabel(this)),
      m_groups(new QWidget(this)),
      m_warning(new QuietLabel(this)),
      m_passphrase(new QLineEdit(this)),
      m_again(new QLineEdit(this)),
      m_path(new QLineEdit(this))
{
    build();
    fillReceivers(receiver);
    connect(m_receiver, &QComboBox::currentIndexChanged, this, &SendDialog::followReceiver);
    connect(m_base, &ChoiceBar::chosen, this, &SendDialog::recount);
    for (QCheckBox *box : std::as_const(m_groupBoxes))
        connect(box, &QCheckBox::toggled, this, &SendDialog::recount);
    for (QLineEdit *edit : {m_passphrase, m_again, m_path})
        connect(edit, &QLineEdit::textChanged, this, &SendDialog::judge);
    setPath(QDir(m_folder).filePath(proposedName()));
    followReceiver();
    m_receiver->setFocus();
    resize(600, 560);
}

void SendDialog::build()
{
    setHeading(tr("Send changes"), tr("Writes one file, which you send by mail or hand over on a stick."));
    addReceiver();
    addGroups();
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("none: not encrypted"));
    m_again->setPlaceholderText(tr("the same again"));
    m_again->setAccessibleName(tr("Passphrase again"));
    auto *twice = new QHBoxLayout;
    twice->setSpacing(8);
    twice->addWidget(m_passphrase);
    twice->addWidget(m_again);
    addField(tr("&Passphrase"), twice, m_passphrase);
    addFile();
    m_warning->setToken(&Theme::amber);
    m_warning->setWordWrap(true);
    m_warning->setTextFormat(Qt::PlainText);
    body()->addWidget(m_warning);
    body()->addStretch(1);
    setButtons(tr("Write the bundle"), tr("Cancel"));
}

void SendDialog::addReceiver()
{
    addField(tr("&To whom"), m_receiver);
    m_base->addChoice(u"lacking"_s, tr("What is lacking there"));
    m_base->addChoice(u"everything"_s, tr("Everything"));
    m_base->setAccessibleName(tr("What goes into it"));
    m_count->setWordWrap(true);
    m_count->setToken(&Theme::ink);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_base);
    row->addWidget(m_count, 1);
    addField(tr("What goes into it"), row, m_base);
}

void SendDialog::addGroups()
{
    const Review &review = m_session.review();
    auto *column = new QVBoxLayout(m_groups);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(new QuietLabel(tr("Closed groups"), m_groups));
    for (const int audience : audiences(review)) {
        if (audience == wholeTeam)
            continue;
        auto *box = new QCheckBox(audienceName(review, audience).replace(u'&', u"&&"_s), m_groups);
        box->setProperty(audienceProperty, audience);
        column->addWidget(box);
        m_groupBoxes += box;
    }
    m_groups->setVisible(!m_groupBoxes.isEmpty());
    body()->addWidget(m_groups);
}

void SendDialog::addFile()
{
    auto *choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &SendDialog::choosePath);
    auto *place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_path, 1);
    place->addWidget(choose);
    addField(tr("&File"), place, m_path);
}

void SendDialog::fillReceivers(RecordId receiver)
{
    m_receiver->addItem(tr("Anybody"), QUuid());
    QSet<RecordId> listed;
    const auto add = [&](RecordId person, const QString &name) {
        if (person.isNull() || person == m_session.me() || listed.contains(person))
            return;
        listed += person;
        m_receiver->addItem(name, person.uuid);
        if (person == receiver)
            m_receiver->setCurrentIndex(m_receiver->count() - 1);
    };
    for (const SharingState &state : whoHasWhat(m_session.store(), m_session.me(), m_session.clock().today()))
        add(state.person, state.name);
    for (const Person *person : m_session.review().all<Person>())
        add(person->id, person->name);
}

RecordId SendDialog::receiver() const
{
    return RecordId(m_receiver->currentData().toUuid());
}

QString SendDialog::path() const
{
    const QString typed = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (typed.isEmpty())
        return {};
    const QString path = QDir(m_folder).absoluteFilePath(typed);
    return path.endsWith(".plumbx"_L1) ? path : path + u".plumbx"_s;
}

void SendDialog::setPath(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
}

QString SendDialog::proposedName() const
{
    const Review &review = m_session.review();
    const ReviewRecord *record = review.find(Id<ReviewRecord>(review.uuid()));
    const QString file = QFileInfo(m_session.path()).completeBaseName();
    const Person *me = review.find(PersonId(m_session.me().uuid));
    QStringList parts{fileNameFor(record ? record->acronym : QString(), fileNameFor(file, u"review"_s))};
    if (me)
        parts += fileNameFor(me->name, u"me"_s);
    parts += m_session.clock().today().toString(Qt::ISODate);
    return parts.join(u'-') + u".plumbx"_s;
}

void SendDialog::choosePath()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Where the bundle goes"), path(), tr("Bundles (*.plumbx)"),
                                                        nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        setPath(chosen);
}

void SendDialog::followReceiver()
{
    m_known = receiver().isNull()
                  ? QList<StreamTip>()
                  : whatPersonHas(m_session.store(), receiver(), m_session.clock().now());
    m_base->setEnabled(!m_known.isEmpty());
    m_base->setCurrent(m_known.isEmpty() ? u"everything"_s : u"lacking"_s);
    for (QCheckBox *box : std::as_const(m_groupBoxes))
        box->setChecked(isMember(m_session.review(), box->property(audienceProperty).toInt(), receiver()));
    recount();
}

bool SendDialog::wantsEverything() const
{
    return m_base->current() == "everything"_L1;
}

QList<int> SendDialog::chosenAudiences() const
{
    QList<int> chosen{wholeTeam};
    for (const QCheckBox *box : m_groupBoxes) {
        if (box->isChecked())
            chosen += box->property(audienceProperty).toInt();
    }
    return chosen;
}

void SendDialog::recount()
{
    Selection selection;
    selection.audiences = chosenAudiences();
    if (!wantsEverything())
        selection.beyond = m_known;
    const auto count = m_session.store().count(selection);
    const int changes = count ? int(count->transactions) : 0;
    QDateTime heard;
    for (const Peer &peer : m_session.store().peers()) {
        if (peer.person == receiver())
            heard = std::max(heard, peer.lastIn);
    }
    const QString since = whenWords(heard, m_session.clock().now());
    if (!count)
        m_count->setText(count.error().sentence);
    else if (wantsEverything())
        m_count->setText(m_known.isEmpty() && !receiver().isNull()
                             ? tr("%n change(s); nothing was received from there yet.", nullptr, changes)
                             : tr("%n change(s)", nullptr, changes));
    else
        m_count->setText(tr("%n change(s) since the last bundle from there, %1", nullptr, changes).arg(since));
    judge();
}

QStringList SendDialog::warnings() const
{
    const Review &review = m_session.review();
    QStringList lines;
    bool closed = false;
    for (const int audience : chosenAudiences()) {
        if (audience == wholeTeam)
            continue;
        closed = true;
        const QString group = audienceName(review, audience);
        if (receiver().isNull())
            lines += tr("Whoever gets this file can read what “%1” keeps among itself.").arg(group);
        else if (!isMember(review, audience, receiver()))
            lines += tr("%1 is not on the list of “%2”.").arg(m_receiver->currentText(), group);
    }
    if (closed && m_passphrase->text().isEmpty())
        lines += tr("A closed group's changes go without a passphrase: whoever handles the mail can read them.");
    if (QFileInfo::exists(path()))
        lines += tr("There is a file of that name already; it will be replaced.");
    return lines;
}

QString SendDialog::whatIsNeeded() const
{
    if (path().isEmpty())
        return tr("Say where the file goes.");
    if (!QFileInfo(QFileInfo(path()).absolutePath()).isWritable())
        return tr("That folder cannot be written to. Choose another one.");
    if (m_passphrase->text() != m_again->text())
        return m_again->text().isEmpty() ? tr("Type the passphrase a second time.")
                                         : tr("The two passphrases differ.");
    return {};
}

void SendDialog::judge()
{
    const QStringList lines = warnings();
    m_warning->setText(lines.join(u'\n'));
    m_warning->setVisible(!lines.isEmpty());
    const QString needed = whatIsNeeded();
    setFootnote(m_passphrase->text().isEmpty() ? QString() : tr("Tell the passphrase by another way than the file."));
    allow(needed.isEmpty(), needed);
}

ExportOptions SendDialog::options() const
{
    ExportOptions options;
    options.audiences = chosenAudiences();
    if (!wantsEverything())
        options.beyond = m_known;
    options.receiver = receiver();
    options.passphrase = m_passphrase->text();
    return options;
}

/// The worker reads only, so it is here that the file remembers what went out: for every file of hers, or under her own
/// id while none is known, as exportBundle() does.
void SendDialog::remember()
{
    const RecordId person = receiver();
    if (person.isNull() || m_session.isReadOnly())
        return;
    Store &store = m_session.store();
    QList<Peer> files = store.peers();
    files.removeIf([person](const Peer &peer) { return peer.person != person; });
    if (files.isEmpty())
        files += Peer{person.uuid.toRfc4122(), person, m_receiver->currentText(), {}, {}, {}};
    for (Peer &peer : files) {
        peer.lastOut = m_session.clock().now();
        // A failure only means that the page does not show when something was sent.
        const Status remembered = store.rememberPeer(peer);
        Q_UNUSED(remembered);
    }
}

void SendDialog::accept()
{
    if (isWorking() || !whatIsNeeded().isEmpty())
        return;
    auto done = std::make_shared<std::optional<Result<WrittenBundle>>>();
    work(tr("Writing the bundle…"),
         [done, review = m_session.path(), now = m_session.clock().now(), bundle = path(),
          options = options()](const Progress &progress) {
             auto store = Store::open(review, Store::ReadOnly);
             if (!store)
                 *done = store.error();
             else
                 *done = exportBundle(**store, FixedClock(now), bundle, options, progress);
         },
         [this, done] {
             judge();
             if (**done) {
                 m_written = ***done;
                 remember();
                 DialogFrame::accept();
             } else if ((*done)->error().code != ErrorCode::Cancelled) {
                 complain((*done)->error().sentence);
             }
         });
}

} // namespace plumbline
