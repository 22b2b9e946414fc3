#include "ui/dialogs/joindialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace plumbline {

JoinDialog::JoinDialog(const QString &bundle, QWidget *parent)
    : WorkingDialog(tr("Join a review"), parent),
      m_bundle(bundle),
      m_path(new QLineEdit(this)),
      m_passphrase(new QLineEdit(this))
{
    setHeading(tr("Join a review"),
               tr("“%1” becomes a file of your own. Everybody works in their own file and sends changes.")
                   .arg(QFileInfo(bundle).fileName()));
    const QFileInfo info(bundle);
    m_path->setText(QDir::toNativeSeparators(info.absolutePath() + u'/' + info.completeBaseName() + u".plumb"_s));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("only when it is encrypted"));
    auto *choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &JoinDialog::choosePath);
    auto *place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_path, 1);
    place->addWidget(choose);
    addField(tr("Keep the review &as"), place, m_path);
    addField(tr("&Passphrase"), m_passphrase);
    body()->addStretch(1);
    setButtons(tr("Join"), tr("Cancel"));
    connect(m_path, &QLineEdit::textChanged, this, &JoinDialog::judge);
    judge();
    m_path->setFocus();
    resize(560, 320);
}

QString JoinDialog::path() const
{
    const QString typed = QDir::fromNativeSeparators(m_path->text().trimmed());
    return typed.isEmpty() || typed.endsWith(".plumb"_L1) ? typed : typed + u".plumb"_s;
}

void JoinDialog::setPath(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
}

void JoinDialog::choosePath()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Keep the review as"), path(), tr("Reviews (*.plumb)"),
                                                        nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        setPath(chosen);
}

void JoinDialog::judge()
{
    if (path().isEmpty())
        return allow(false, tr("Say where the file goes."));
    if (QFileInfo::exists(path()))
        return allow(false, tr("There is a file of that name already. Choose another name."));
    allow(true);
}

void JoinDialog::accept()
{
    if (isWorking())
        return;
    auto done = std::make_shared<Status>();
    work(tr("Making the file…"),
         [done, bundle = m_bundle, path = path(), passphrase = m_passphrase->text()](const Progress &progress) {
             *done = joinReview(bundle, path, passphrase, progress);
         },
         [this, done] {
             if (*done)
                 return DialogFrame::accept();
             showError(done->error());
         });
}

void JoinDialog::showError(const Error &error)
{
    if (error.field == "passphrase"_L1)
        m_passphrase->setFocus();
    if (error.code != ErrorCode::Cancelled)
        complain(error.sentence);
    judge();
}

} // namespace plumbline
