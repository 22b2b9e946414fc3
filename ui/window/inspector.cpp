#include "ui/window/inspector.h"

#include "ui/widgets/quietlabel.h"
#include "ui/window/inspectorfields.h"
#include "ui/window/inspectorhead.h"
#include "ui/window/inspectorhistory.h"
#include "ui/window/inspectorlinks.h"
#include "ui/window/inspectornotes.h"

#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace plumbline {

namespace {

constexpr int narrowest = 264;
constexpr int usual = 288;

} // namespace

Inspector::Inspector(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_scroll(new QScrollArea(this)),
      m_nothing(new QuietLabel(tr("Choose something to see what belongs to it."), this))
{
    setMinimumWidth(narrowest);
    setAccessibleName(tr("Inspector"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_parts = {new InspectorHead(session, content),  new InspectorProblems(session, content),
               new InspectorFields(session, content), new InspectorLinks(session, content),
               new InspectorNotes(session, content),  new InspectorHistory(session, content)};
    for (InspectorPart *part : std::as_const(m_parts)) {
        column->addWidget(part);
        connect(part, &InspectorPart::recordRequested, this, &Inspector::recordRequested);
        connect(part, &InspectorPart::message, this, &Inspector::message);
    }
    column->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(16);
    m_nothing->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_nothing->setToken(&Theme::ink3);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_nothing);
    all->addWidget(m_scroll, 1);
    connect(&m_session, &Session::changed, this, &Inspector::follow);
    connect(&m_session, &Session::meChanged, this, &Inspector::follow);
    refresh();
}

QSize Inspector::sizeHint() const
{
    return {usual, 600};
}

void Inspector::setRecord(RecordId record)
{
    if (record == m_record && !m_stale)
        return;
    if (record != m_record)
        m_scroll->verticalScrollBar()->setValue(0);
    m_record = record;
    refresh();
}

void Inspector::follow()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void Inspector::refresh()
{
    m_stale = false;
    const bool any = m_session.review().find(m_record);
    m_nothing->setVisible(!any);
    m_scroll->setVisible(any);
    // A change far down must not throw the reader back to the top.
    const int at = m_scroll->verticalScrollBar()->value();
    for (InspectorPart *part : std::as_const(m_parts))
        part->setRecord(any ? m_record : RecordId());
    m_scroll->widget()->layout()->activate();
    m_scroll->verticalScrollBar()->setValue(at);
}

void Inspector::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void Inspector::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    const int x = layoutDirection() == Qt::LeftToRight ? 0 : width() - 1;
    painter.fillRect(x, 0, 1, height(), theme.line);
}

} // namespace plumbline
