#include "ui/dialogs/mailimportdialog.h"

#include "core/domain/subteam.h"
#include "core/mail/mbox.h"
#include "ui/dialogs/linerow.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

/// What the work leaves when it has read the file.
struct MailImportDialog::Reading {
    Result<MailFile> mail = MailFile();
    MailCounts counts;
};

/// What the work leaves when it has written the messages.
struct MailImportDialog::Taking {
    Status status;
    Taken counts;
    Changes changes; ///< Also of what was written before an error or a stop.
};

MailImportDialog::MailImportDialog(Session &session, const QString &path, QWidget *parent)
    : WorkingDialog(tr("Import a mailing list"), parent),
      m_session(session),
      m_path(path),
      m_team(new QComboBox(this)),
      m_list(new QLineEdit(this))
{
    setHeading(tr("Import a mailing list"),
               tr("From “%1”. Its messages are for the full team to read; nothing is added yet.")
                   .arg(QFileInfo(path).fileName()));
    m_team->addItem(tr("the full team"), QUuid());
    for (const SubTeam *team : session.review().all<SubTeam>())
        m_team->addItem(team->title, team->id.uuid);
    addField(tr("&Whose list it is"), m_team);
    addField(tr("Its &address"), m_list);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 8, 0);
    m_column->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    body()->addWidget(scroll, 1);
    setButtons(tr("Import"), tr("Cancel"));
    connect(m_team, &QComboBox::currentIndexChanged, this, &MailImportDialog::proposeList);
    judge();
    resize(620, 520);
}

void MailImportDialog::start()
{
    read();
}

void MailImportDialog::proposeList()
{
    const SubTeam *team = m_session.review().find(Id<SubTeam>(m_team->currentData().toUuid()));
    m_list->setText(team ? team->list : QString());
}

void MailImportDialog::read()
{
    auto reading = std::make_shared<Reading>();
    work(
        tr("Reading the messages…"),
        [reading, path = m_path, review = m_session.review()](const Progress &progress) {
            reading->mail = readMboxFile(path, progress);
            if (reading->mail)
                reading->counts = countMail(review, *reading->mail);
        },
        [this, reading] {
            if (!reading->mail) {
                if (reading->mail.error().code == ErrorCode::Cancelled)
                    return WorkingDialog::reject();
                judge();
                return complain(reading->mail.error().sentence);
            }
            m_counts = reading->counts;
            m_mail = std::make_shared<const MailFile>(*std::move(reading->mail));
            showPreview(*m_mail);
            judge();
            (acceptButton()->isEnabled() ? acceptButton() : rejectButton())->setFocus();
        });
}

void MailImportDialog::addCount(const QString &icon, const QString &words, int number)
{
    if (number == 0)
        return;
    auto *row = new LineRow(this);
    row->addIcon(icon);
    row->addText(words);
    row->addQuiet(QLocale().toString(number))->setToken(&Theme::ink);
    m_column->addWidget(row);
}

void MailImportDialog::showPreview(const MailFile &mail)
{
    m_column->addWidget(new SectionHeader(tr("In the file"), this));
    addCount(u"inbox"_s, tr("messages that would be added"), m_counts->added);
    addCount(u"check"_s, tr("messages that are here already"), m_counts->known);
    if (const QStringList notes = mailNotes(*m_counts, mail); !notes.isEmpty()) {
        m_column->addSpacing(20);
        m_column->addWidget(new SectionHeader(tr("Not as in the file"), this));
        for (const QString &note : notes) {
            auto *row = new LineRow(this);
            row->addIcon(u"hint"_s);
            row->addText(note);
            m_column->addWidget(row);
        }
    }
    m_column->addStretch(1);
}

void MailImportDialog::judge()
{
    if (!m_counts)
        return allow(false);
    allow(m_counts->added > 0, tr("Every message in it is here already."));
}

void MailImportDialog::take()
{
    auto taking = std::make_shared<Taking>();
    work(
        tr("Adding the messages…"),
        [taking, mail = m_mail, path = m_session.path(),
         author = Author{m_session.me(), m_session.clock().now()},
         options = MailImportOptions{Id<SubTeam>(m_team->currentData().toUuid()), m_list->text()}](
            const Progress &progress) {
            auto store = Store::open(path, Store::ReadWrite);
            if (!store) {
                taking->status = store.error();
                return;
            }
            const auto import = importMail({(*store)->review(), author.when, author.person}, *mail, options);
            if (!import) {
                taking->status = import.error();
                return;
            }
            taking->counts = {import->counts};
            for (qsizetype i = 0; i < import->steps.size() && progress.step(i, import->steps.size()); ++i) {
                const auto done = (*store)->commit(import->steps.at(i), author);
                if (!done) {
                    taking->status = done.error();
                    return;
                }
                for (auto record = done->changes.records.cbegin(); record != done->changes.records.cend();
                     ++record)
                    taking->changes.add(record.key(), *record);
                taking->changes.everything |= done->changes.everything;
                ++taking->counts.steps;
            }
        },
        [this, taking] {
            const Status told = m_session.takeNews(taking->changes);
            judge();
            if (!taking->status)
                return complain(taking->status.error().sentence);
            if (!told)
                return complain(told.error().sentence);
            if (taking->counts.added > 0 && taking->changes.isEmpty())
                return; // It was stopped before anything was written.
            m_taken = taking->counts;
            if (!taking->changes.everything)
                m_taken->added = int(taking->changes.records.size()); // Fewer when it was stopped on the way.
            WorkingDialog::accept();
        });
}

void MailImportDialog::accept()
{
    if (!isWorking() && m_counts && m_counts->added > 0)
        take();
}

} // namespace plumbline
