#include "ui/pages/whatifbar.h"

#include "ui/render/theme.h"
#include "ui/widgets/quietlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace plumbline {

static constexpr int mostNamed = 2; // Items that would turn red; the others are counted.

WhatIfBar::WhatIfBar(QWidget *parent)
    : QWidget(parent), m_head(new QuietLabel(this)), m_words(new QuietLabel(this)), m_keep(new QPushButton(tr("&Keep"), this)),
      m_drop(new QPushButton(tr("D&rop"), this))
{
    m_head->setType(Type::Body, true);
    m_head->setToken(&Theme::ink);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_words->setTextFormat(Qt::PlainText);
    m_keep->setAutoDefault(false);
    m_drop->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(12);
    row->addWidget(m_head);
    row->addWidget(m_words, 1);
    row->addWidget(m_keep);
    row->addWidget(m_drop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_keep, &QPushButton::clicked, this, &WhatIfBar::kept);
    connect(m_drop, &QPushButton::clicked, this, &WhatIfBar::dropped);
    setState(0, {}, 0);
    hide();
}

void WhatIfBar::setState(int changes, const QStringList &red, int saved)
{
    m_head->setText(tr("What if: %n change(s) tried", nullptr, changes));
    QStringList words;
    if (changes == 0)
        words += tr("Move, link or type as usual: nothing is written until you keep it.");
    else if (red.isEmpty())
        words += tr("Nothing more would come too late.");
    else if (red.size() <= mostNamed)
        words += tr("Would turn red: %1", "items").arg(red.join(tr("; ", "between items")));
    else
        words += tr("Would turn red: %1 and %n more", nullptr, int(red.size()) - mostNamed)
                     .arg(red.mid(0, mostNamed).join(tr("; ", "between items")));
    if (saved > 0)
        words += tr("%n item(s) would be in time again.", nullptr, saved);
    m_words->setText(words.join(u' '));
    m_words->setToolTip(red.join(u'\n'));
    m_words->setToken(red.isEmpty() ? &Theme::ink2 : &Theme::red);
    m_keep->setEnabled(changes > 0);
}

QString WhatIfBar::text() const
{
    return m_head->text() + u' ' + m_words->text();
}

void WhatIfBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.amberBg);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 3, height())), theme.amberMark);
}

} // namespace plumbline
