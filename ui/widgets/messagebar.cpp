#include "ui/widgets/messagebar.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int edgeWidth = 3;
constexpr int iconSize = 16;

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_happened(new QuietLabel(this)),
      m_kept(new QuietLabel(this)),
      m_action(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    build();
    listenForEscape();
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

MessageBar::~MessageBar()
{
    delete m_escape;
}

void MessageBar::build()
{
    for (QuietLabel *label : {m_happened, m_kept}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_happened->setType(Type::Body, true);
    m_happened->setToken(&Theme::ink);
    m_close->setIcon(icon("close"));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message (Esc)"));
    m_close->setAccessibleName(tr("Close this message"));
    m_action->setAutoDefault(false);
    m_action->hide();

    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_happened);
    words->addWidget(m_kept);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(edgeWidth + 12, 9, 12, 9);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MessageBar::showMessage(Severity severity, const QString &happened, const QString &kept)
{
    m_severity = severity;
    m_happened->setText(happened);
    m_kept->setText(kept);
    m_kept->setVisible(!kept.isEmpty());
    setAction({});
    setIcon();
    layout()->setAlignment(m_icon, kept.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop);
    const QString word = severityWord(severity);
    setAccessibleName(word.isEmpty() ? happened
                                     : tr("%1: %2", "kind of message: message").arg(word, happened));
    setAccessibleDescription(kept);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void MessageBar::setNews(bool news)
{
    m_news = news;
    m_close->setVisible(news);
    if (m_escape)
        m_escape->setEnabled(news && !isHidden());
}

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    emit dismissed();
}

void MessageBar::listenForEscape()
{
    delete m_escape;
    if (!parentWidget())
        return;
    m_escape = new QShortcut(Qt::Key_Escape, parentWidget());
    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    m_escape->setEnabled(m_news && !isHidden());
    // With several bars in a page the key is ambiguous, and Qt offers it to one after the other.
    connect(m_escape, &QShortcut::activated, this, &MessageBar::dismiss);
    connect(m_escape, &QShortcut::activatedAmbiguously, this, &MessageBar::dismiss);
}

bool MessageBar::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ParentChange:
        listenForEscape();
        break;
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
        if (m_escape)
            m_escape->setEnabled(m_news && !isHidden());
        break;
    default:
        break;
    }
    if (changesLook(*event))
        setIcon();
    return QWidget::event(event);
}

void MessageBar::setIcon()
{
    const QString name = severityIcon(m_severity == Severity::None ? Severity::Hint : m_severity);
    m_icon->setPixmap(iconPixmap(name, iconSize, severityMark(m_severity), devicePixelRatioF()));
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const bool plain = m_severity == Severity::None || m_severity == Severity::Hint;
    QPainter painter(this);
    painter.fillRect(rect(), plain ? theme.sel : severityGround(m_severity));
    const QRect edge = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, edgeWidth, height()));
    painter.fillRect(edge, plain ? theme.accent : severityMark(m_severity));
}

} // namespace plumbline
