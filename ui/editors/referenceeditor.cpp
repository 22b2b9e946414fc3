#include "ui/editors/referenceeditor.h"

#include "ui/editors/inputs.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/icons.h"

#include <QInputDialog>
#include <QSignalBlocker>

namespace plumbline {

/// The item that makes a record instead of choosing one.
static const QString makeNew = QStringLiteral("new");

/// Kinds of which a title is enough to begin with, and that have no page to be made on.
static bool canBeMade(Kind kind)
{
    return kind == Kind::RecommendationGroup;
}

ReferenceEditor::ReferenceEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : FieldEditor(session, kind, field, parent), m_combo(new ComboField(this))
{
    addInput(m_combo);
    connect(m_combo, &QComboBox::activated, this, [this] {
        if (m_combo->currentData().toString() == makeNew)
            return askForNew();
        if (const Result<Value> typed = typedValue(); typed && *typed != stored())
            chosen();
    });
}

bool ReferenceEditor::chooseNew(const QString &title)
{
    const Kind target = *field().target;
    const QString line = cleanText(title).simplified();
    if (line.isEmpty() || record().isNull())
        return false;
    ChangeSet changes(session().review(), Cause::Create);
    const RecordId made = changes.create(session().review(), target, {}, session().context().newId());
    changes.set(target, made, describe(target).title, Value(line));
    changes.set(kind(), record(), field().name, idValue(made.uuid));
    const auto done = session().commit(changes);
    if (!done)
        emit refused(done.error().sentence);
    return bool(done);
}

void ReferenceEditor::askForNew()
{
    showValue(stored());
    bool accepted = false;
    const QString title = QInputDialog::getText(this, kindWord(*field().target), tr("Title"), QLineEdit::Normal, {}, &accepted);
    if (accepted)
        chooseNew(title);
}

Result<Value> ReferenceEditor::typedValue() const
{
    return idValue(m_combo->currentData().toUuid());
}

void ReferenceEditor::fill(RecordId current, bool wholeList)
{
    const QSignalBlocker quiet(m_combo);
    const Review &review = session().review();
    m_combo->clear();
    m_combo->addItem(tr("—", "no record chosen"), QUuid());
    m_combo->setItemData(0, tr("None"), Qt::AccessibleTextRole);
    if (wholeList && field().target) {
        for (const Record *candidate : review.list(*field().target)) {
            // A record cannot be below, before or after itself.
            if (candidate->id != record())
                m_combo->addItem(recordWords(review, candidate->id), candidate->id.uuid);
        }
    }
    if (wholeList && field().target && canBeMade(*field().target))
        m_combo->addItem(icon("plus"), tr("New: %1…").arg(kindWord(*field().target)), makeNew);
    if (m_combo->findData(current.uuid) < 0)
        m_combo->addItem(recordWords(review, current), current.uuid);
    m_combo->showData(current.uuid);
    m_combo->setToolTip(current.isNull() ? fieldHelp(field()) : m_combo->currentText());
}

void ReferenceEditor::showValue(const Value &value)
{
    fill(referenceOf(value), m_combo->hasFocus());
}

void ReferenceEditor::aboutToEdit()
{
    // The list is filled when it is needed: a form has several, and most are only read.
    fill(referenceOf(stored()), true);
}

void ReferenceEditor::setLocked(bool locked)
{
    m_combo->setEnabled(!locked && field().target);
}

bool ReferenceEditor::concerns(const Changes &changes) const
{
    return field().target ? changes.concerns(*field().target) : !changes.isEmpty();
}

} // namespace plumbline
