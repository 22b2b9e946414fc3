#include "ui/window/inspectorpart.h"

#include "ui/dialogs/recordwords.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->layout())
            clearLayout(item->layout());
        if (item->widget()) {
            // Later, because the part may be filled anew from within a click on one of them.
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

InspectorPart::InspectorPart(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_column(new QVBoxLayout)
{
    auto *all = new QVBoxLayout(this);
    all->setSpacing(6);
    all->addLayout(m_column);
    m_column->setSpacing(4);
    setFrame(true, {16, 10, 16, 12});
    hide();
}

void InspectorPart::setFrame(bool line, const QMargins &margins)
{
    m_lineVisible = line;
    layout()->setContentsMargins(margins);
}

void InspectorPart::addPermanent(QWidget *widget)
{
    layout()->addWidget(widget);
}

void InspectorPart::setRecord(RecordId record)
{
    m_record = record;
    refill();
}

void InspectorPart::refill()
{
    clearLayout(m_column);
    const Record *found = m_session.review().find(m_record);
    const auto kind = m_session.review().kindOf(m_record);
    setVisible(found && kind && fill(*found, *kind));
}

void InspectorPart::addHeading(const QString &title, qsizetype count)
{
    auto *header = new SectionHeader(title, SectionHeader::Place::Inspector, this);
    if (count >= 0)
        header->setCount(QLocale().toString(count));
    m_column->addWidget(header);
}

QuietLabel *InspectorPart::addWords(const QString &text)
{
    auto *label = new QuietLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1); // A word wider than the inspector must not widen it.
    m_column->addWidget(label);
    return label;
}

QuietLabel *InspectorPart::addLinkedWords(const QString &html)
{
    QuietLabel *label = addWords(html);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(label, &QLabel::linkActivated, this,
            [this](const QString &link) { emit recordRequested(RecordId(QUuid::fromString(link))); });
    return label;
}

QString InspectorPart::linkTo(RecordId id) const
{
    const Review &review = m_session.review();
    const Record *record = review.find(id);
    const QString title = titleWords(review, id);
    if (!record)
        return title.isEmpty() ? tr("a record that is not here") : tr("%1 (deleted)").arg(title.toHtmlEscaped());
    const bool byTitle = record->key.isEmpty() || review.kindOf(id) == Kind::Person || title.isEmpty();
    const QString name = byTitle ? (title.isEmpty() ? shortName(review, id) : title)
                                 : tr("%1 %2", "key and title of a record").arg(review.shownKey(*record), title);
    return u"<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>"_s.arg(
        id.uuid.toString(QUuid::WithoutBraces), Theme::current().link.name(), name.toHtmlEscaped());
}

bool InspectorPart::commit(const Result<ChangeSet> &changes)
{
    const Result<Commit> done = m_session.commit(changes);
    if (!done)
        emit message(Severity::Error, done.error().sentence, {});
    return bool(done);
}

void InspectorPart::paintEvent(QPaintEvent *)
{
    if (m_lineVisible)
        QPainter(this).fillRect(0, 0, width(), 1, Theme::current().line);
}

bool InspectorPart::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event) && !m_record.isNull())
        refill(); // Colours stand in the rich text.
    return handled;
}

} // namespace plumbline
