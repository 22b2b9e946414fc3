#include "ui/dialogs/receivedialog.h"

#include "core/domain/audience.h"
#include "ui/dialogs/importedrecordsdialog.h"
#include "ui/dialogs/importpreview.h"
#include "ui/dialogs/sharingwords.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/quietlabel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// The signature people have to hear of: the worst of all bundles.
const BundleNews &worstSigned(const QList<BundleNews> &bundles)
{
    static const QList<SignatureState> order{SignatureState::OtherKey, SignatureState::None, SignatureState::New,
                                             SignatureState::Known, SignatureState::Checked};
    return *std::min_element(bundles.begin(), bundles.end(), [](const BundleNews &a, const BundleNews &b) {
        return order.indexOf(a.signature) < order.indexOf(b.signature);
    });
}

QString audienceWords(const Review &review, const QList<int> &audiences)
{
    QStringList names;
    for (const int audience : audiences)
        names += audienceName(review, audience);
    return names.join(ReceiveDialog::tr(", ", "between audiences"));
}

QStringList senders(const Review &review, const QList<BundleNews> &bundles)
{
    QStringList names;
    for (const BundleNews &news : bundles) {
        const QString name = senderWords(review, news.header);
        if (!names.contains(name))
            names += name;
    }
    return names;
}

} // namespace

ReceiveDialog::ReceiveDialog(Session &session, const QStringList &bundles, QWidget *parent)
    : WorkingDialog(tr("Receive changes"), parent),
      m_session(session),
      m_bundles(bundles),
      m_passphrase(new QLineEdit(this)),
      m_asking(new QWidget(this)),
      m_every(new LinkButton(tr("&Read every change…"), this))
{
    setHeading(tr("Receive changes"), tr("Nothing is stored before you have seen what would come."));
    m_passphrase->setEchoMode(QLineEdit::Password);
    auto *caption = new QuietLabel(tr("&Passphrase"), m_asking);
    caption->setBuddy(m_passphrase);
    m_passphrase->setAccessibleName(tr("Passphrase"));
    auto *column = new QVBoxLayout(m_asking);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(caption);
    column->addWidget(m_passphrase);
    column->addStretch(1);
    body()->addWidget(m_asking, 1);
    m_asking->hide();
    addAtFoot(m_every);
    m_every->hide();
    setButtons(tr("Read it"), tr("Not now"));
    connect(m_passphrase, &QLineEdit::textChanged, this, &ReceiveDialog::judge);
    connect(m_every, &LinkButton::clicked, this, &ReceiveDialog::readEveryChange);
    resize(870, 600);
}

ImportOptions ReceiveDialog::options() const
{
    ImportOptions options;
    options.passphrase = m_passphrase->text();
    options.setAside = m_setAside;
    return options;
}

void ReceiveDialog::start()
{
    read();
}

void ReceiveDialog::read()
{
    auto found = std::make_shared<std::optional<Result<ImportReport>>>();
    m_asking->hide();
    work(tr("Reading what is in it…"),
         [found, path = m_session.path(), now = m_session.clock().now(), bundles = m_bundles,
          options = options()](const Progress &progress) {
             *found = previewImport(path, FixedClock(now), bundles, options, progress);
         },
         [this, found] {
             if (!**found)
                 return showError((*found)->error());
             m_preview = **std::move(*found);
             showPreview();
         });
}

void ReceiveDialog::showError(const Error &error)
{
    if (error.code == ErrorCode::Cancelled && !m_preview)
        return DialogFrame::reject();
    if (error.field == "passphrase"_L1)
        return askPassphrase(m_asked);
    complain(error.sentence);
    if (!m_preview)
        setButtons(tr("Read it again"), tr("Close"));
    judge();
}

void ReceiveDialog::askPassphrase(bool again)
{
    if (again)
        complain(tr("That passphrase does not open it. Nothing was stored."));
    m_asked = true;
    setHeading(tr("It is encrypted"), tr("Whoever made “%1” has told you a passphrase, not by the same mail.")
                                          .arg(QFileInfo(m_bundles.first()).fileName()));
    m_asking->show();
    resize(560, minimumSizeHint().height());
    m_passphrase->selectAll();
    m_passphrase->setFocus();
    judge();
}

void ReceiveDialog::showPreview()
{
    resize(870, 600);
    showHeading();
    addMessages();
    auto *scroll = new QScrollArea(this);
    auto *content = new ImportPreview(m_session.review(), *m_preview, m_session.me(), m_session.clock().now());
    content->setBackgroundRole(QPalette::Base);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What would come"));
    body()->addSpacing(8);
    body()->addWidget(scroll, 1);
    setButtons(tr("Take %n change(s)", nullptr, int(m_preview->counts.transactions)), tr("Not now"));
    m_every->setVisible(!m_preview->records.isEmpty());
    judge();
    if (acceptButton()->isEnabled())
        acceptButton()->setFocus();
    else
        rejectButton()->setFocus();
}

void ReceiveDialog::showHeading()
{
    const Review &review = m_session.review();
    const int changes = int(m_preview->counts.transactions);
    const QStringList names = senders(review, m_preview->bundles);
    const QString from = names.join(tr(" and ", "between two senders"));
    QStringList facts{m_bundles.size() == 1 ? QFileInfo(m_bundles.first()).fileName()
                                            : tr("%n bundle(s)", nullptr, int(m_bundles.size()))};
    QList<int> inside;
    for (const BundleNews &news : m_preview->bundles) {
        for (const int audience : news.header.audiences) {
            if (!inside.contains(audience))
                inside += audience;
        }
    }
    facts += tr("made for %1", "an audience").arg(audienceWords(review, inside));
    if (!m_preview->authors.isEmpty()) {
        QDateTime first = m_preview->authors.first().first;
        QDateTime last = m_preview->authors.first().last;
        for (const ImportAuthor &author : m_preview->authors) {
            first = std::min(first, author.first);
            last = std::max(last, author.last);
        }
        facts += daySpan(first, last, m_session.clock().now());
    }
    facts += tr("nothing is stored yet");
    setHeading(changes > 0 ? tr("%n change(s) from %1", nullptr, changes).arg(from) : tr("Nothing new from %1").arg(from),
               facts.join(u" · "_s));
    if (!m_preview->bundles.isEmpty())
        addSignature();
}

void ReceiveDialog::addSignature()
{
    const BundleNews worst = worstSigned(m_preview->bundles);
    m_signature = new Chip(signatureChip(worst), this);
    addBesideHeading(m_signature);
    const QStringList lines = describeSignature(m_session.review(), worst).split(u'\n');
    m_signed = new QuietLabel(lines.first(), this);
    m_fingerprint = new QuietLabel(lines.value(1), this);
    m_fingerprint->setToken(&Theme::ink);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprint->setVisible(lines.size() > 1);
    m_signed->setType(Type::Caption);
    m_signed->setToken(worst.signature == SignatureState::OtherKey ? &Theme::red : &Theme::ink2);
    m_signed->setWordWrap(true);
    m_signed->setTextFormat(Qt::PlainText);
    m_signed->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_compared = new LinkButton(tr("We have &compared it"), this);
    const bool canCompare = worst.signature == SignatureState::New || worst.signature == SignatureState::OtherKey;
    m_compared->setVisible(canCompare && !worst.header.sender.isNull());
    connect(m_compared, &LinkButton::clicked, this, [this, worst] { markCompared(worst); });
    body()->addWidget(m_signed);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(m_fingerprint);
    row->addWidget(m_compared);
    row->addStretch(1);
    body()->addLayout(row);
}

/// Two people have read the fingerprint to each other: from now on the key is the sender's.
void ReceiveDialog::markCompared(const BundleNews &news)
{
    const BundleHeader &header = news.header;
    TrustedKeys keys(m_session.review().uuid());
    Status kept = keys.remember(news.key, header.sender, header.senderName, m_session.clock().now());
    if (kept)
        kept = keys.markChecked(news.key, header.sender);
    if (!kept)
        return complain(kept.error().sentence);
    BundleNews checked = news;
    checked.signature = SignatureState::Checked;
    m_signature->setText(signatureChip(checked));
    m_signed->setText(describeSignature(m_session.review(), checked));
    m_signed->setToken(&Theme::ink2);
    m_fingerprint->hide();
    m_compared->hide();
}

void ReceiveDialog::addBar(Severity severity, const QString &happened, const QString &kept)
{
    auto *bar = new MessageBar(this);
    bar->setNews(false);
    bar->showMessage(severity, happened, kept);
    body()->addWidget(bar);
}

void ReceiveDialog::addMessages()
{
    const Review &review = m_session.review();
    const QList<Peer> peers = m_session.store().peers();
    for (const Gap &gap : m_preview->gaps.mid(0, 2))
        addBar(Severity::Warning, gapSentence(review, gap, m_session.me()),
               gapAdvice(review, gap, peers, m_session.me()));
    if (const int more = int(m_preview->gaps.size()) - 2; more > 0)
        addBar(Severity::Warning, tr("%n more stretch(es) of changes are missing.", nullptr, more),
               tr("The Sharing page lists them by person."));
    if (m_preview->counts.setAside > 0)
        addBar(Severity::Warning,
               tr("%n change(s) cannot be read by this version.", nullptr, int(m_preview->counts.setAside)),
               tr("They are kept as they came and passed on. A newer version may read them."));
}

void ReceiveDialog::judge()
{
    if (!m_preview)
        return allow(!m_asking->isVisibleTo(this) || !m_passphrase->text().isEmpty(), tr("Type the passphrase."));
    const int aside = int(m_setAside.size());
    setFootnote(aside > 0 ? tr("%n record(s) are set aside.", nullptr, aside) : QString());
    allow(m_preview->counts.transactions + m_preview->counts.setAside > 0, tr("Everything in it is here already."));
}

void ReceiveDialog::readEveryChange()
{
    ImportedRecordsDialog dialog(m_session.review(), *m_preview, m_setAside, this);
    if (dialog.exec() == QDialog::Accepted)
        m_setAside = dialog.setAside();
    judge();
}

void ReceiveDialog::accept()
{
    if (isWorking())
        return;
    if (m_preview)
        take();
    else
        read();
}

void ReceiveDialog::take()
{
    auto done = std::make_shared<std::optional<Result<ImportReport>>>();
    m_every->hide();
    work(tr("Taking the changes…"),
         [done, path = m_session.path(), now = m_session.clock().now(), bundles = m_bundles,
          options = options()](const Progress &progress) {
             auto store = Store::open(path, Store::ReadWrite);
             if (!store)
                 *done = store.error();
             else
                 *done = importBundles(**store, FixedClock(now), bundles, options, progress);
         },
         [this, done] {
             // Also after an error or Cancel: what was taken until then stays, and the window has to know.
             Changes changes;
             changes.everything = true;
             const Status told = m_session.takeNews(**done ? (**done)->counts.changes : changes);
             m_every->show();
             if (!**done)
                 return showError((*done)->error());
             if (!told)
                 return showError(told.error());
             m_taken = **std::move(*done);
             DialogFrame::accept();
         });
}

} // namespace plumbline
