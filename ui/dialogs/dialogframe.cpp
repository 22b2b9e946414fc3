#include "ui/dialogs/dialogframe.h"

#include "ui/widgets/messagebar.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/quietlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace plumbline {

DialogFrame::DialogFrame(const QString &windowTitle, QWidget *parent)
    : QDialog(parent),
      m_content(new QWidget(this)),
      m_body(new QVBoxLayout(m_content)),
      m_heading(new QHBoxLayout),
      m_bar(new MessageBar(this)),
      m_title(new QuietLabel(this)),
      m_sentence(new QuietLabel(this)),
      m_foot(new QWidget(this)),
      m_note(new QuietLabel(m_foot)),
      m_accept(new QPushButton(m_foot)),
      m_reject(new QPushButton(m_foot))
{
    setWindowTitle(windowTitle);
    m_title->setType(Type::Title);
    m_title->setToken(&Theme::ink);
    for (QuietLabel *label : {m_title, m_sentence, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_title->hide();
    m_sentence->hide();
    makePrimary(m_accept);
    m_reject->setAutoDefault(false);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reject, &QPushButton::clicked, this, &QDialog::reject);

    m_body->setContentsMargins(24, 20, 24, 24);
    m_body->setSpacing(8);
    m_heading->setSpacing(8);
    m_heading->addWidget(m_title, 1);
    m_body->addLayout(m_heading);
    m_body->addWidget(m_sentence);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(24, 14, 24, 14);
    foot->setSpacing(8);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_reject);
    foot->addWidget(m_accept);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_bar);
    all->addWidget(m_content, 1);
    all->addWidget(m_foot);
}

void DialogFrame::setHeading(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void DialogFrame::addAboveFoot(QWidget *widget)
{
    auto *all = static_cast<QVBoxLayout *>(layout());
    all->insertWidget(all->count() - 1, widget);
}

void DialogFrame::addBesideHeading(QWidget *widget)
{
    m_heading->addWidget(widget, 0, Qt::AlignTop);
}

void DialogFrame::addAtFoot(QWidget *widget)
{
    static_cast<QHBoxLayout *>(m_foot->layout())->insertWidget(0, widget);
}

void DialogFrame::addField(const QString &label, QWidget *field)
{
    auto *row = new QHBoxLayout;
    row->addWidget(field, 1);
    addField(label, row, field);
}

void DialogFrame::addField(const QString &label, QLayout *row, QWidget *field)
{
    auto *caption = new QuietLabel(label, this);
    caption->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&'));
    m_body->addSpacing(4);
    m_body->addWidget(caption);
    m_body->addLayout(row);
}

void DialogFrame::setButtons(const QString &accept, const QString &reject)
{
    m_accept->setText(accept);
    m_reject->setText(reject);
    m_reject->setVisible(!reject.isEmpty());
}

void DialogFrame::allow(bool allowed, const QString &needed)
{
    m_accept->setEnabled(allowed);
    m_note->setText(allowed ? m_footnote : needed);
}

void DialogFrame::setFootnote(const QString &note)
{
    m_footnote = note;
    m_note->setText(note);
}

void DialogFrame::complain(const QString &sentence)
{
    m_bar->showMessage(Severity::Error, sentence);
}

void DialogFrame::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    painter.fillRect(m_foot->geometry(), theme.window);
    painter.fillRect(0, m_foot->y(), width(), 1, theme.line);
}

} // namespace plumbline
