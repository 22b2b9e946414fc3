#include "ui/dialogs/newreviewdialog.h"

#include "core/base/value.h"
#include "core/session/create.h"
#include "ui/dialogs/filewords.h"
#include "ui/widgets/choicebar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

QString templateLabel(const QString &name)
{
    if (name == "icann-specific-review"_L1)
        return NewReviewDialog::tr("ICANN Specific Review");
    return name == "blank"_L1 ? NewReviewDialog::tr("Blank") : name;
}

} // namespace

NewReviewDialog::NewReviewDialog(QWidget *parent, const QString &folder)
    : DialogFrame(tr("New review"), parent),
      m_title(new QLineEdit(this)),
      m_template(new ChoiceBar(this)),
      m_path(new QLineEdit(this)),
      m_folder(folder.isEmpty() ? usualFolder() : folder)
{
    setHeading(tr("New review"), tr("Name it and choose its rules. Everything else can wait."));
    m_title->setPlaceholderText(tr("Third Security, Stability and Resiliency Review"));
    for (const QString &name : templateNames())
        m_template->addChoice(name, templateLabel(name));
    auto *choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAutoDefault(false);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_template);
    choices->addStretch(1);
    auto *place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_path, 1);
    place->addWidget(choose);
    addField(tr("&Title"), m_title);
    addField(tr("Rules and plan"), choices, m_template);
    addField(tr("&File"), place, m_path);
    body()->addStretch(1);
    setButtons(tr("Make the review"), tr("Cancel"));
    setFootnote(tr("Everything stays on this computer until you send it."));
    connect(m_title, &QLineEdit::textChanged, this, &NewReviewDialog::proposePath);
    connect(m_path, &QLineEdit::textChanged, this, &NewReviewDialog::judge);
    connect(choose, &QPushButton::clicked, this, &NewReviewDialog::choosePath);
    proposePath();
    m_title->setFocus();
    resize(560, 380);
}

QString NewReviewDialog::title() const
{
    return cleanText(m_title->text()).simplified();
}

QString NewReviewDialog::templateName() const
{
    return m_template->current();
}

QString NewReviewDialog::path() const
{
    const QString typed = m_path->text().trimmed();
    if (typed.isEmpty())
        return {};
    const QString path = QDir(m_folder).absoluteFilePath(QDir::fromNativeSeparators(typed));
    return path.endsWith(".plumb"_L1) ? path : path + u".plumb"_s;
}

void NewReviewDialog::proposePath()
{
    if (m_path->text() == m_proposed) {
        m_proposed = QDir::toNativeSeparators(QDir(m_folder).filePath(fileNameFor(title(), u"review"_s) + u".plumb"_s));
        m_path->setText(m_proposed);
    }
    judge();
}

void NewReviewDialog::choosePath()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Where the review goes"), path(),
                                                        tr("Reviews (*.plumb)"), nullptr,
                                                        QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        m_path->setText(QDir::toNativeSeparators(chosen));
}

void NewReviewDialog::judge()
{
    if (title().isEmpty())
        return allow(false, tr("Type a title first."));
    if (path().isEmpty())
        return allow(false, tr("Say where the file goes."));
    if (QFileInfo::exists(path()))
        return allow(false, tr("There is a file of that name already. Choose another name."));
    if (!QFileInfo(QFileInfo(path()).absolutePath()).isWritable())
        return allow(false, tr("That folder cannot be written to. Choose another one."));
    allow(true);
}

} // namespace plumbline
