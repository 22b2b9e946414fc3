#include "ui/editors/referenceeditor.h"

#include "ui/editors/inputs.h"
#include "ui/models/fieldwords.h"

#include <QSignalBlocker>

namespace plumbline {

ReferenceEditor::ReferenceEditor(Session &session, Kind kind, const Field &field, QWidget *parent)
    : FieldEditor(session, kind, field, parent), m_combo(new ComboField(this))
{
    addInput(m_combo);
    connect(m_combo, &QComboBox::activated, this, [this] {
        if (const Result<Value> typed = typedValue(); typed && *typed != stored())
            chosen();
    });
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
