#include "ui/widgets/emptystate.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/quietlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace plumbline {

namespace {

constexpr int emptyIconSize = 48;
constexpr int columnInBodyHeights = 29; // Width of the text column, about 560 pixels at 10 pt.

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &sentence, QWidget *parent)
    : QWidget(parent),
      m_iconName(iconName),
      m_icon(new QLabel(this)),
      m_sentence(new QuietLabel(sentence, this)),
      m_example(new QuietLabel(this)),
      m_more(new QuietLabel(this)),
      m_hint(new QuietLabel(this)),
      m_buttons(new QHBoxLayout)
{
    build();
    setAccessibleName(sentence);
    setLook();
}

void EmptyState::build()
{
    m_sentence->setType(Type::Section, true);
    m_sentence->setToken(&Theme::ink);
    m_hint->setType(Type::Caption);
    m_hint->setToken(&Theme::ink3);
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);

    auto *column = new QVBoxLayout;
    column->setSpacing(5);
    for (QuietLabel *label : {m_sentence, m_example, m_more}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    m_example->hide();
    m_more->hide();
    column->addSpacing(12);
    column->addLayout(m_buttons);
    column->addSpacing(6);
    column->addWidget(m_hint);
    column->addStretch(1);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(column);
    row->addStretch(1);
}

void EmptyState::setExample(const QString &example, const QString &more)
{
    m_example->setText(example);
    m_example->setVisible(!example.isEmpty());
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    setAccessibleDescription(example);
}

QPushButton *EmptyState::setPrimary(const QString &text)
{
    if (!m_primary) {
        m_primary = new QPushButton(this);
        makePrimary(m_primary);
        m_buttons->insertWidget(0, m_primary);
    }
    m_primary->setText(text);
    return m_primary;
}

QPushButton *EmptyState::addChoice(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setFlat(m_choices++ > 0);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

bool EmptyState::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event))
        setLook();
    return handled;
}

void EmptyState::setLook()
{
    m_icon->setPixmap(iconPixmap(m_iconName, emptyIconSize, Theme::current().line2, devicePixelRatioF()));
    const int column = columnInBodyHeights * QFontMetrics(typeFont(Type::Body)).lineSpacing();
    for (QuietLabel *label : {m_sentence, m_example, m_more})
        label->setFixedWidth(column);
}

} // namespace plumbline
