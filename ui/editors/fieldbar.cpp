#include "ui/editors/fieldbar.h"

#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/severity.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace plumbline {

static constexpr int barEdge = 3;
static constexpr int shownOfValue = 120;

FieldBar::FieldBar(const QString &take, const QString &keep, QWidget *parent)
    : QWidget(parent), m_sentence(new QuietLabel(this))
{
    m_sentence->setType(Type::Caption);
    m_sentence->setToken(&Theme::amber);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *takeIt = new LinkButton(take, this);
    auto *keepIt = new LinkButton(keep, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(barEdge + 8, 2, 8, 2);
    row->setSpacing(12);
    row->addWidget(m_sentence, 1);
    row->addWidget(takeIt);
    row->addWidget(keepIt);
    connect(takeIt, &LinkButton::clicked, this, &FieldBar::taken);
    connect(keepIt, &LinkButton::clicked, this, &FieldBar::kept);
    hide();
}

QString FieldBar::shortened(const QString &value)
{
    const QString line = value.simplified();
    return line.size() <= shownOfValue ? line : line.left(shownOfValue) + QStringLiteral("…");
}

void FieldBar::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    show();
}

void FieldBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), severityGround(Severity::Warning));
    const QRect side(0, 0, barEdge, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), side), severityMark(Severity::Warning));
}

} // namespace plumbline
