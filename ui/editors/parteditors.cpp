#include "ui/editors/parteditors.h"

#include "ui/editors/choiceeditor.h"
#include "ui/editors/inputs.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/quietlabel.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// The ground of the one-row table: hairlines above, between and below its two rows.
class TableGround : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto *grid = static_cast<const QGridLayout *>(layout());
        const int between = grid->cellRect(1, 0).top() - 1;
        for (const int y : {0, between, height() - 1})
            painter.fillRect(0, y, width(), 1, Theme::current().line);
    }
};

/// How much of the width a cell of a table takes: words need more than figures.
int stretchOf(const Part &part)
{
    const QByteArrayView name(part.name);
    if (name == "what" || name == "verification")
        return 5;
    return name == "target" ? 3 : 4;
}

} // namespace

PartsEditor::PartsEditor(Session &session, Kind kind, const Field &field, Shape shape, QWidget *parent)
    : FieldEditor(session, kind, field, parent), m_isTable(shape == Shape::Table)
{
    addInput(m_isTable ? makeTable() : makeInline());
    input()->setFocusProxy(cells().value(0));
}

QList<QWidget *> PartsEditor::cells() const
{
    QList<QWidget *> inputs;
    for (const Cell &cell : m_cells)
        inputs += cell.line ? static_cast<QWidget *>(cell.line) : cell.combo;
    return inputs;
}

PartsEditor::Cell PartsEditor::makeCell(const Part &part, QWidget *place)
{
    Cell cell{&part};
    if (part.type == FieldType::Choice) {
        cell.combo = new ComboField(place);
        fillWithChoices(cell.combo, part.choices, {});
        connect(cell.combo, &QComboBox::activated, this, &PartsEditor::chosen);
        watch(cell.combo);
    } else {
        cell.line = new LineField(place);
        connect(cell.line, &QLineEdit::textEdited, this, &PartsEditor::edited);
        connect(cell.line, &QLineEdit::returnPressed, this, &PartsEditor::leave);
        watch(cell.line);
    }
    m_cells += cell;
    cells().constLast()->setAccessibleName(u"%1: %2"_s.arg(fieldLabel(field()), partLabel(part)));
    return cell;
}

QWidget *PartsEditor::makeInline()
{
    auto *place = new QWidget(this);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const Part &part : field().parts) {
        const Cell cell = makeCell(part, place);
        if (cell.combo)
            row->addWidget(cell.combo, 1);
        else
            row->addWidget(cell.line, 3);
        if (cell.line)
            cell.line->setPlaceholderText(partLabel(part) + u" …"_s);
    }
    return place;
}

QWidget *PartsEditor::makeTable()
{
    auto *place = new TableGround(this);
    auto *grid = new QGridLayout(place);
    grid->setContentsMargins(0, 1, 0, 1);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    for (qsizetype i = 0; i < field().parts.size(); ++i) {
        const Part &part = field().parts.at(i);
        auto *head = new QuietLabel(partLabel(part), place);
        head->setType(Type::Caption);
        head->setContentsMargins(0, 5, 0, 6);
        const Cell cell = makeCell(part, place);
        cell.line->setFrame(false);
        head->setBuddy(cell.line);
        grid->addWidget(head, 0, int(i));
        grid->addWidget(cell.line, 1, int(i));
        grid->setColumnStretch(int(i), stretchOf(part));
    }
    return place;
}

QString PartsEditor::shown(const Part &part, const Value &item) const
{
    if (part.type == FieldType::Date && !item.isNull()) {
        const Result<PartialDate> date = PartialDate::fromText(item.toText());
        return date ? dateText(*date) : item.toText();
    }
    return item.toText();
}

Result<Value> PartsEditor::typedItem(qsizetype index) const
{
    const Cell &cell = m_cells.at(index);
    if (cell.combo)
        return toValue(cell.combo->currentData().toString());
    const QString typed = cleanText(cell.line->text()).trimmed();
    // What was shown and not changed stays what it is, however it reads.
    const Value before = stored().array().value(index);
    if (cell.part->type != FieldType::Date || typed.isEmpty() || typed == shown(*cell.part, before))
        return cell.part->type == FieldType::Date && !typed.isEmpty() ? before : toValue(typed);
    const Result<PartialDate> date = parseTypedDate(typed, session().clock().today(), QLocale());
    return date ? Result<Value>(Value(date->toText())) : date.error();
}

Result<Value> PartsEditor::typedValue() const
{
    Value::Array items;
    for (qsizetype i = 0; i < m_cells.size(); ++i) {
        const Result<Value> item = typedItem(i);
        if (!item)
            return item.error();
        items += *item;
    }
    const bool isEmpty =
        std::all_of(items.cbegin(), items.cend(), [](const Value &item) { return item.isNull(); });
    return isEmpty ? Value() : Value(items);
}

void PartsEditor::showValue(const Value &value)
{
    const Value::Array items = value.array();
    for (qsizetype i = 0; i < m_cells.size(); ++i) {
        const Cell &cell = m_cells.at(i);
        const QString text = shown(*cell.part, items.value(i));
        if (cell.combo)
            fillWithChoices(cell.combo, cell.part->choices, text);
        else if (cell.line->text() != text) {
            cell.line->setText(text);
            cell.line->setCursorPosition(0);
        }
        cells().at(i)->setToolTip(text);
    }
    askForMissing();
}

void PartsEditor::setDemanded(bool demanded)
{
    m_demanded = demanded;
    askForMissing();
}

void PartsEditor::askForMissing()
{
    const bool begun = !stored().isNull();
    for (const Cell &cell : std::as_const(m_cells)) {
        // Of a table nobody began the first cell asks for all of them.
        const bool asks = begun || (m_demanded && cell.part == m_cells.constFirst().part);
        if (m_isTable && cell.line)
            cell.line->setNeeded(asks);
    }
}

void PartsEditor::setLocked(bool locked)
{
    for (const Cell &cell : std::as_const(m_cells)) {
        if (cell.line)
            cell.line->setReadOnly(locked);
        else
            cell.combo->setEnabled(!locked);
    }
}

void PartsEditor::setWrong(bool wrong)
{
    for (qsizetype i = 0; i < m_cells.size(); ++i) {
        if (LineField *line = m_cells.at(i).line)
            line->setWrong(wrong && !typedItem(i));
    }
}

} // namespace plumbline
