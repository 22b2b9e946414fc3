#include "ui/widgets/sectionheader.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace plumbline {

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : SectionHeader(title, Place::Page, parent)
{
}

SectionHeader::SectionHeader(const QString &title, Place place, QWidget *parent)
    : QWidget(parent),
      m_place(place),
      m_layout(new QHBoxLayout(this)),
      m_title(new QLabel(this)),
      m_count(new QuietLabel(this)),
      m_action(new LinkButton({}, this))
{
    m_layout->setContentsMargins(0, 4, 0, 5);
    m_layout->addWidget(m_title);
    m_layout->addStretch(1);
    m_layout->addWidget(m_count);
    m_layout->addWidget(m_action);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_action, &LinkButton::clicked, this, &SectionHeader::actionTriggered);
    m_count->hide();
    m_action->hide();
    setTitle(title);
    setFonts();
}

QString SectionHeader::title() const
{
    return m_title->text();
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionHeader::setCount(const QString &count)
{
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
}

void SectionHeader::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void SectionHeader::addBeforeTitle(QWidget *widget)
{
    m_layout->insertWidget(0, widget);
    ++m_besideTitle;
}

void SectionHeader::addBesideTitle(QWidget *widget)
{
    m_layout->insertWidget(m_besideTitle++, widget);
}

void SectionHeader::addAtEnd(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void SectionHeader::setFonts()
{
    m_title->setFont(m_place == Place::Page ? typeFont(Type::Section) : bold(typeFont(Type::Body)));
}

bool SectionHeader::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event))
        setFonts();
    return handled;
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    if (m_place == Place::Page)
        QPainter(this).fillRect(0, height() - 1, width(), 1, Theme::current().line2);
}

} // namespace plumbline
