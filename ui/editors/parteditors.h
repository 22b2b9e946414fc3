#pragma once

#include "ui/editors/fieldeditor.h"

namespace plumbline {

class ComboField;
class LineField;

/// Edits several values that belong together and are one register: all are committed together.
class PartsEditor : public FieldEditor
{
    Q_OBJECT

public:
    enum class Shape {
        Inline, ///< Side by side: a level and its reason.
        Table,  ///< One row below the labels of the parts, where a missing cell says that it is needed.
    };
    PartsEditor(Session &session, Kind kind, const Field &field, Shape shape, QWidget *parent = nullptr);

    Result<Value> typedValue() const override;
    /// Whether a table nobody began is asked for, in its first cell. Once one cell is filled in, all others
    /// are.
    void setDemanded(bool demanded);
    /// The inputs in the order of the parts.
    QList<QWidget *> cells() const;

protected:
    void showValue(const Value &value) override;
    void setLocked(bool locked) override;
    void setWrong(bool wrong) override;

private:
    /// One part: a combo box for a choice, a line for anything else.
    struct Cell {
        const Part *part; // Of the description, which lives for ever.
        LineField *line = nullptr;
        ComboField *combo = nullptr;
    };
    Cell makeCell(const Part &part, QWidget *place);
    QWidget *makeInline();
    QWidget *makeTable();
    QString shown(const Part &part, const Value &item) const;
    Result<Value> typedItem(qsizetype index) const;
    void askForMissing();

    QList<Cell> m_cells;
    bool m_isTable;
    bool m_demanded = false;
};

} // namespace plumbline
