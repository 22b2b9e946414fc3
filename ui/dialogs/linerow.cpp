#include "ui/dialogs/linerow.h"

#include "ui/dialogs/iconlabel.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace plumbline {

LineRow::LineRow(QWidget *parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 4, 0, 4);
    m_layout->setSpacing(8);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void LineRow::addIcon(const QString &name)
{
    m_layout->addWidget(new IconLabel(name, this), 0, Qt::AlignTop);
}

QuietLabel *LineRow::addText(const QString &text)
{
    auto *label = new QuietLabel(text, this);
    label->setToken(&Theme::ink);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_layout->addWidget(label, 1);
    return label;
}

void LineRow::addTexts(const QString &text, const QString &below)
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(1);
    for (const QString &words : {text, below}) {
        auto *label = new QuietLabel(words, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        if (lines->isEmpty())
            label->setToken(&Theme::ink);
        else
            label->setType(Type::Caption);
        lines->addWidget(label);
    }
    m_layout->addLayout(lines, 1);
}

QuietLabel *LineRow::addQuiet(const QString &text)
{
    auto *label = new QuietLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    m_layout->addWidget(label, 0, Qt::AlignTop);
    return label;
}

LinkButton *LineRow::addLink(const QString &text)
{
    auto *link = new LinkButton(text, this);
    m_layout->addWidget(link, 0, Qt::AlignTop);
    return link;
}

void LineRow::setLineVisible(bool visible)
{
    m_lineVisible = visible;
    update();
}

void LineRow::paintEvent(QPaintEvent *)
{
    if (m_lineVisible)
        QPainter(this).fillRect(0, height() - 1, width(), 1, Theme::current().line);
}

} // namespace plumbline
