#include "ui/editors/recordview.h"

#include "core/domain/audiencerules.h"
#include "core/edits/tags.h"
#include "ui/editors/recordhead.h"
#include "ui/editors/texteditor.h"
#include "ui/models/fieldwords.h"
#include "ui/models/statechip.h"

#include <QVBoxLayout>

namespace plumbline {

namespace {

constexpr int margin = 24;
constexpr int readableWidth = 900; // Wider lines of text are hard to follow.

} // namespace

RecordView::RecordView(Session &session, Kind kind, QWidget *parent)
    : QScrollArea(parent),
      m_session(session),
      m_kind(kind),
      m_editors(new EditorGroup(session, kind, this)),
      m_head(new RecordHead),
      m_column(nullptr)
{
    build();
    setAccessibleName(kindWord(kind));
    connect(m_editors, &EditorGroup::conflictRequested, this, &RecordView::conflictRequested);
    connect(m_editors, &EditorGroup::refused, this, &RecordView::refused);
    connect(m_head, &RecordHead::disputeRequested, this,
            [this] { emit conflictRequested(record(), "life"); });
    connect(m_head, &RecordHead::moveRequested, this, [this] {
        if (leave())
            emit moveRequested(this->record());
    });
    connect(m_head, &RecordHead::tagRequested, this, [this] {
        if (leave())
            emit tagRequested(this->record());
    });
    connect(&session, &Session::changed, this, [this] { follow(); });
}

void RecordView::build()
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    content->setMaximumWidth(readableWidth);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(margin, 12, margin, margin);
    m_column->setSpacing(8);
    m_column->addWidget(m_head);
    const KindDescription &description = describe(m_kind);
    if (const Field *title = description.field(description.title); title && title->type == FieldType::Line) {
        m_title = new TitleEditor(m_session, m_kind, *title, content);
        m_editors->add(m_title);
        m_column->addWidget(m_title);
    }
    m_column->addStretch(1);

    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    setWidget(content);
}

void RecordView::setRecord(RecordId record)
{
    if (record != this->record())
        ensureVisible(0, 0);
    m_editors->setRecord(record);
    follow();
}

void RecordView::startTyping()
{
    if (m_title)
        m_title->startTyping();
}

QStringList RecordView::headWords(const Record &record) const
{
    QStringList words{m_session.review().shownKey(record)};
    if (const Field *subTeam = describe(m_kind).field("subteam"))
        words += subTeamWords(m_session.review(), referenceOf(subTeam->get(record)));
    return words;
}

void RecordView::follow()
{
    const Record *record = shown();
    content()->setEnabled(record);
    m_head->setWords(record ? headWords(*record) : QStringList());
    m_head->setState(record ? stateChip(m_kind, *record) : ChipText());
    m_head->setAudience(record ? audienceChip(m_session.review(), *record) : ChipText());
    // As long as there is nothing to move it to, and nothing it could have come from, this would only be in
    // the way.
    const bool elsewhere =
        record && (record->audience != 0 || m_session.review().count(Kind::ClosedGroup) > 0);
    m_head->setMovable(elsewhere && !m_session.isReadOnly() && mayBeClosed(m_kind) &&
                       !followsWhatItNames(m_kind));
    m_head->setTags(record ? tagsOf(m_session.review(), record->id) : QStringList());
    m_head->setTaggable(record && !m_session.isReadOnly());
    m_head->setDisputed(record && record->life == Life::DeletedWhileEdited);
}

void RecordView::hideEvent(QHideEvent *event)
{
    // The window may be closing: nothing that was typed waits for a focus change that never comes.
    m_editors->leave();
    QScrollArea::hideEvent(event);
}

} // namespace plumbline
