#include "ui/widgets/pageheader.h"

#include "ui/widgets/apptheme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

bool needsAttention(Severity severity)
{
    return severity == Severity::Warning || severity == Severity::Error;
}

QString spanOf(const PageHeader::Count &count)
{
    const QColor color =
        needsAttention(count.severity) ? severityText(count.severity) : Theme::current().ink2;
    return u"<span style=\"color:%1\">%2</span>"_s.arg(color.name(), count.text.toHtmlEscaped());
}

} // namespace

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent),
      m_layout(new QHBoxLayout(this)),
      m_title(new QLabel(this)),
      m_sentence(new QLabel(this))
{
    m_sentence->setTextFormat(Qt::RichText);
    // The sentence gives way first when the window is narrow; the title and the buttons stay.
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->setMinimumWidth(0);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_title);
    m_layout->addSpacing(4);
    m_layout->addWidget(m_sentence, 1);
    setPageMargin(24);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTitle(title);
    setLook();
}

QString PageHeader::title() const
{
    return m_title->text();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setCounts(const QList<Count> &counts)
{
    m_counts = counts;
    setLook();
}

void PageHeader::addAtEnd(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void PageHeader::setPageMargin(int margin)
{
    m_layout->setContentsMargins(margin, 0, margin, 0);
}

void PageHeader::setLineVisible(bool visible)
{
    m_lineVisible = visible;
    update();
}

QSize PageHeader::minimumSizeHint() const
{
    const int title = QFontMetrics(typeFont(Type::Title)).lineSpacing() + 28;
    const QSize layout = QWidget::minimumSizeHint();
    return {layout.width(), std::max({56, title, layout.height()})};
}

void PageHeader::setLook()
{
    m_title->setFont(typeFont(Type::Title));
    QStringList spans;
    QStringList words;
    for (const Count &count : m_counts) {
        spans.append(spanOf(count));
        words.append(count.text);
    }
    const QString dot = u"<span style=\"color:%1\"> · </span>"_s.arg(Theme::current().ink2.name());
    m_sentence->setText(spans.join(dot));
    m_sentence->setToolTip(words.join(u" · "_s).toHtmlEscaped());
    m_sentence->setAccessibleName(words.join(u", "_s));
}

bool PageHeader::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event))
        setLook();
    return handled;
}

void PageHeader::paintEvent(QPaintEvent *)
{
    if (m_lineVisible)
        QPainter(this).fillRect(0, height() - 1, width(), 1, Theme::current().line);
}

} // namespace plumbline
