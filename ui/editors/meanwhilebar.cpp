#include "ui/editors/meanwhilebar.h"

#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/severity.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int edge = 3;
constexpr int shownLength = 120; // Of a long value: enough to know which one it is.

QString shortened(const QString &value)
{
    const QString line = value.simplified();
    return line.size() <= shownLength ? line : line.left(shownLength) + u"…"_s;
}

} // namespace

MeanwhileBar::MeanwhileBar(QWidget *parent) : QWidget(parent), m_sentence(new QuietLabel(this))
{
    m_sentence->setType(Type::Caption);
    m_sentence->setToken(&Theme::amber);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *take = new LinkButton(tr("Take that"), this);
    auto *keep = new LinkButton(tr("Keep mine"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(edge + 8, 2, 8, 2);
    row->setSpacing(12);
    row->addWidget(m_sentence, 1);
    row->addWidget(take);
    row->addWidget(keep);
    connect(take, &LinkButton::clicked, this, &MeanwhileBar::theirsTaken);
    connect(keep, &LinkButton::clicked, this, &MeanwhileBar::mineKept);
    hide();
}

void MeanwhileBar::showValue(const QString &value)
{
    m_sentence->setText(value.isEmpty() ? tr("Somebody cleared this field meanwhile.")
                                        : tr("Changed meanwhile to “%1”.").arg(shortened(value)));
    setAccessibleName(m_sentence->text());
    show();
}

void MeanwhileBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), severityGround(Severity::Warning));
    const QRect side(0, 0, edge, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), side), severityMark(Severity::Warning));
}

} // namespace plumbline
