#pragma once

#include "ui/editors/fieldeditor.h"

namespace plumbline {

class ComboField;

/// Edits a reference: the key and title of each record of the kind it may name, in a combo box.
///
/// Where any kind may be named there is no list to choose from, and the record is shown but not chosen here.
class ReferenceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ReferenceEditor(Session &session, Kind kind, const Field &field, QWidget *parent = nullptr);

    Result<Value> typedValue() const override;
    ComboField *combo() const { return m_combo; }
    /// Makes a record of the kind the field names, with that title, and chooses it, in one step. False without a title, and
    /// when it was refused.
    bool chooseNew(const QString &title);

protected:
    void showValue(const Value &value) override;
    void setLocked(bool locked) override;
    bool concerns(const Changes &changes) const override;
    void aboutToEdit() override;

private:
    void fill(RecordId current, bool wholeList);
    void askForNew();

    ComboField *m_combo;
};

} // namespace plumbline
