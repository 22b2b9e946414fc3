// What always holds: while m_edited is true, m_begun says what the person saw before typing, and nothing but
// leave(), revert() or an answer in the bar changes it. So what is committed replaces what its author had
// before her.

#include "ui/editors/fieldeditor.h"

#include "ui/editors/conflictbadge.h"
#include "ui/editors/fieldbar.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/quietlabel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

FieldEditor::FieldEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_kind(kind),
      m_field(field),
      m_layout(new QVBoxLayout(this)),
      m_label(new QuietLabel(fieldLabel(field), this)),
      m_badge(new ConflictBadge(this)),
      m_complaint(new QuietLabel(this)),
      m_meanwhile(new FieldBar(tr("Take that"), tr("Keep mine"), this)),
      m_draft(new FieldBar(tr("Take it"), tr("Drop it"), this))
{
    m_meanwhile->setObjectName(u"meanwhile"_s);
    m_draft->setObjectName(u"draft"_s);
    build();
    connect(m_badge, &QPushButton::clicked, this, [this] { emit conflictRequested(m_record, m_field.name); });
    connect(m_meanwhile, &FieldBar::taken, this, &FieldEditor::revert);
    connect(m_meanwhile, &FieldBar::kept, this, &FieldEditor::beginAnew);
    connect(m_draft, &FieldBar::taken, this, &FieldEditor::takeDraft);
    connect(m_draft, &FieldBar::kept, this, &FieldEditor::dropDraft);
    connect(&session, &Session::changed, this, &FieldEditor::follow);
    connect(qApp, &QApplication::focusChanged, this, &FieldEditor::followFocus);
}

FieldEditor::~FieldEditor()
{
    // The keyboard leaves an input that goes with its editor, when there is no editor any more to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

void FieldEditor::build()
{
    m_label->setType(Type::Caption);
    m_label->setToolTip(fieldHelp(m_field));
    // Room for the badge, so that fields side by side stay level when one of them gets it.
    m_label->setMinimumHeight(m_badge->sizeHint().height());
    m_complaint->setType(Type::Caption);
    m_complaint->setToken(&Theme::red);
    m_complaint->setWordWrap(true);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->hide();

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_label);
    head->addWidget(m_badge);
    head->addStretch(1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_layout->addLayout(head);
    m_layout->addWidget(m_complaint);
    m_layout->addWidget(m_meanwhile);
    m_layout->addWidget(m_draft);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void FieldEditor::setLabelVisible(bool visible)
{
    m_label->setVisible(visible);
}

void FieldEditor::setLabel(const QString &label)
{
    m_label->setText(label);
    nameInput();
}

void FieldEditor::addInput(QWidget *input)
{
    m_layout->insertWidget(m_layout->indexOf(m_complaint), input);
    m_input = input;
    watch(input);
    nameInput();
}

void FieldEditor::watch(QWidget *input)
{
    input->installEventFilter(this);
}

void FieldEditor::addBelow(QWidget *widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_complaint), widget);
}

void FieldEditor::nameInput()
{
    m_label->setBuddy(input());
    if (!input())
        return;
    input()->setAccessibleName(m_label->text());
    input()->setToolTip(fieldHelp(m_field));
    setFocusProxy(input());
}

Value FieldEditor::stored() const
{
    const Record *record = m_session.review().findAny(m_record);
    return record && m_session.review().kindOf(m_record) == m_kind ? m_field.get(*record) : Value();
}

// --- Beginning and leaving
// --------------------------------------------------------------------------------------

void FieldEditor::begin()
{
    if (!m_begun)
        m_begun = Beginning{m_session.review().position(), stored()};
}

void FieldEditor::beginAnew()
{
    m_meanwhile->hide();
    m_begun.reset();
    begin();
}

void FieldEditor::edited()
{
    begin();
    m_edited = true;
    m_complaint->hide();
    setWrong(false);
    keepDraft();
    emit inputChanged();
}

void FieldEditor::chosen()
{
    edited();
    leave();
}

bool FieldEditor::leave()
{
    if (!m_edited) {
        m_begun.reset();
        return true;
    }
    const Result<Value> typed = typedValue();
    if (!typed) {
        complain(typed.error().sentence);
        return false;
    }
    if (*typed != m_begun->shown && !commitTyped(*typed))
        return false;
    revert(); // Shows what was stored, in the form in which dates and numbers are shown.
    return true;
}

bool FieldEditor::commitTyped(const Value &value)
{
    ChangeSet changes(m_session.review(), Cause::Edit);
    changes.readAt = m_begun->readAt;
    changes.set(m_kind, m_record, m_field.name, value);
    const QScopedValueRollback committing(m_committing, true);
    const Result<Commit> done = m_session.commit(changes);
    if (!done) {
        complain(done.error().sentence);
        emit refused(done.error().sentence);
    }
    return bool(done);
}

void FieldEditor::complain(const QString &sentence)
{
    m_complaint->setText(sentence);
    m_complaint->show();
    setWrong(true);
    if (input())
        input()->setAccessibleDescription(sentence);
}

void FieldEditor::revert()
{
    if (m_edited)
        draftIsDone();
    m_edited = false;
    m_begun.reset();
    m_meanwhile->hide();
    m_complaint->hide();
    setWrong(false);
    if (input())
        input()->setAccessibleDescription({});
    if (contains(QApplication::focusWidget()))
        begin();
    refresh();
}

void FieldEditor::setRecord(RecordId record)
{
    if (!m_record.isNull() && !leave()) {
        emit refused(
            tr("What was typed in “%1” was not stored. %2").arg(m_label->text(), m_complaint->text()));
        if (const auto typed = draft())
            session().drafts()->leaveBehind(*typed);
        m_edited = false;
    }
    m_record = record;
    revert();
}

void FieldEditor::refresh()
{
    const Conflict *conflict = m_session.review().conflict(m_record, m_field.name);
    m_badge->setValues(conflict ? int(conflict->values.size()) : 0);
    showValue(stored());
    setLocked(conflict || m_record.isNull() || m_session.isReadOnly());
    offerDraft();
    emit inputChanged();
}

// --- Drafts
// -----------------------------------------------------------------------------------------------------

/// What is being typed, as a draft; none when it cannot be understood (half a date).
std::optional<Draft> FieldEditor::draft() const
{
    if (!m_session.drafts() || !m_edited)
        return std::nullopt;
    const Result<Value> typed = typedValue();
    if (!typed)
        return std::nullopt;
    return Draft{m_record, m_field.name, *typed, m_begun->shown, m_begun->readAt, m_session.clock().now()};
}

void FieldEditor::keepDraft()
{
    if (const auto typed = draft())
        m_session.drafts()->keep(*typed);
}

void FieldEditor::draftIsDone()
{
    if (Drafts *drafts = m_session.drafts())
        drafts->done(m_record, m_field.name);
}

void FieldEditor::offerDraft()
{
    Drafts *drafts = m_session.drafts();
    const auto left = drafts ? drafts->left(m_record, m_field.name) : std::nullopt;
    const bool locked = m_session.review().conflict(m_record, m_field.name) || m_session.isReadOnly();
    m_draft->setVisible(left && !locked && left->typed != stored());
    if (!m_draft->isHidden())
        m_draft->say(tr("You were typing here on %1 and it was not stored: “%2”")
                         .arg(locale().toString(left->at.toLocalTime(), u"d MMM, HH:mm"_s),
                              FieldBar::shortened(fieldWords(m_session.review(), m_field, left->typed))));
}

void FieldEditor::takeDraft()
{
    const auto left = m_session.drafts()->left(m_record, m_field.name);
    m_draft->hide();
    if (!left)
        return;
    // As if it had been typed just now by somebody who has not seen what came since.
    m_begun = Beginning{std::min(left->readAt, m_session.review().position()), left->shown};
    showValue(left->typed);
    m_session.drafts()->forget(m_record, m_field.name);
    edited();
    if (stored() != m_begun->shown)
        tellMeanwhile();
    if (input())
        input()->setFocus(Qt::OtherFocusReason);
}

void FieldEditor::dropDraft()
{
    m_session.drafts()->forget(m_record, m_field.name);
    m_draft->hide();
}

// --- News
// -------------------------------------------------------------------------------------------------------

void FieldEditor::follow(const Changes &changes)
{
    const auto entry = changes.records.constFind(m_record);
    const bool own = changes.everything || (entry != changes.records.constEnd() &&
                                            (entry->fields.contains(m_field.name) || entry->appeared));
    if (m_committing || m_record.isNull() || !(own || concerns(changes)))
        return;
    if (!m_edited) {
        m_begun.reset();
        if (contains(QApplication::focusWidget()))
            begin();
        refresh();
    } else if (own && stored() != m_begun->shown) {
        tellMeanwhile();
    }
}

void FieldEditor::tellMeanwhile()
{
    const QString value = fieldWords(m_session.review(), m_field, stored());
    m_meanwhile->say(value.isEmpty() ? tr("Somebody cleared this field meanwhile.")
                                     : tr("Changed meanwhile to “%1”.").arg(FieldBar::shortened(value)));
}

// --- Keyboard
// ---------------------------------------------------------------------------------------------------

bool FieldEditor::contains(const QWidget *widget) const
{
    // Not isAncestorOf(), which ends at windows: the list of a combo box is one.
    for (; widget; widget = widget->parentWidget()) {
        if (widget == this)
            return true;
    }
    return false;
}

void FieldEditor::followFocus(QWidget *before, QWidget *now)
{
    const bool was = contains(before);
    const bool is = contains(now);
    if (is && !was) {
        begin();
        if (!m_edited)
            aboutToEdit();
    } else if (was && !is) {
        leave();
    }
}

bool FieldEditor::handleEscape(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // Else Esc would close a message bar and not come here.
        return true;
    }
    revert();
    return true;
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && m_edited)
        return handleEscape(event);
    const bool undoes = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
    if (undoes && !m_edited && event->type() == QEvent::ShortcutOverride) {
        // With nothing typed, undo means the last thing done to the review and not to this field.
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plumbline
