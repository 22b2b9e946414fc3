#include "ui/dialogs/reasonbar.h"

#include "core/base/value.h"
#include "ui/render/theme.h"
#include "ui/widgets/quietlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace plumbline {

ReasonBar::ReasonBar(QWidget *parent) : QWidget(parent), m_reason(new QLineEdit(this))
{
    auto *question = new QuietLabel(this);
    question->setType(Type::Body, true);
    question->setToken(&Theme::ink);
    m_question = question;
    m_question->setBuddy(m_reason);
    m_reason->setPlaceholderText(tr("Because…"));
    auto *keep = new QPushButton(tr("Keep"), this);
    auto *without = new QPushButton(tr("Without a reason"), this);
    keep->setAutoDefault(false);
    without->setAutoDefault(false);
    without->setFlat(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_question);
    row->addWidget(m_reason, 1);
    row->addWidget(keep);
    row->addWidget(without);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { finish(m_reason->text()); });
    connect(keep, &QPushButton::clicked, this, [this] { finish(m_reason->text()); });
    connect(without, &QPushButton::clicked, this, &ReasonBar::leaveEmpty);
    hide();
}

void ReasonBar::ask(const QString &question)
{
    leaveEmpty();
    m_asking = true;
    m_question->setText(question);
    m_reason->setAccessibleName(question);
    m_reason->clear();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void ReasonBar::leaveEmpty()
{
    finish({});
}

void ReasonBar::finish(const QString &reason)
{
    if (!m_asking)
        return;
    m_asking = false;
    hide();
    emit answered(cleanText(reason).simplified());
}

void ReasonBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leaveEmpty();
    else
        QWidget::keyPressEvent(event);
}

void ReasonBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.sel);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 3, height())), theme.accent);
}

} // namespace plumbline
