#include "ui/pages/recordtable.h"

#include "core/edits/tags.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/tagdialog.h"
#include "ui/dialogs/editdialog.h"
#include "ui/models/fieldwords.h"
#include "ui/models/filtermodel.h"
#include "ui/models/recordmodel.h"
#include "ui/widgets/rowdelegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int rowsLookedAt = 50;
static constexpr int narrowestColumn = 64; // Pixels.
static constexpr int widestColumn = 320;

RecordTable::RecordTable(Session &session, RecordModel *model, FilterModel *rows, QWidget *parent)
    : QTableView(parent), m_session(session), m_records(model), m_rows(rows)
{
    setModel(rows);
    useRows(this);
    setAccessibleName(kindWords(model->kind()));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    QHeaderView *heads = horizontalHeader();
    heads->setSectionsMovable(true);
    heads->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    heads->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(heads, &QHeaderView::customContextMenuRequested, this, &RecordTable::chooseColumns);
    // Long texts stay in the editor until somebody wants them here.
    for (int column = 0; column < model->columnCount(); ++column) {
        const Field &field = model->fieldAt(column);
        setColumnHidden(column, field.type == FieldType::Text || field.type == FieldType::Bytes ||
                                    field.type == FieldType::Parts);
    }
    rows->setSortRole(RecordModel::SortRole);
    sortByColumn(-1, Qt::AscendingOrder); // The order of the review, until somebody asks for another.
    setSortingEnabled(true);
    // As wide as what stands in them, as far as a look at the first rows tells.
    heads->setResizeContentsPrecision(rowsLookedAt);
    resizeColumnsToContents();
    for (int column = 0; column < model->columnCount(); ++column)
        setColumnWidth(column, std::clamp(columnWidth(column), narrowestColumn, widestColumn));
    const auto add = [this](const QString &text, const QKeySequence &key, void (RecordTable::*act)(),
                            bool writes) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setEnabled(!writes || !m_session.isReadOnly());
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    add(tr("Copy rows"), QKeySequence::Copy, &RecordTable::copyRows, false);
    add(tr("Set a field of all selected…"), QKeySequence(Qt::Key_F2), &RecordTable::editRows, true);
    if (model->kind() == Kind::Recommendation)
        add(tr("Record a decision on all selected…"), {}, &RecordTable::decideOnRows, true);
    add(tr("Tag…"), QKeySequence(Qt::CTRL | Qt::Key_G), &RecordTable::tagRows, true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RecordTable::chooseColumns(const QPoint &where)
{
    QMenu menu(this);
    for (int column = 0; column < m_records->columnCount(); ++column) {
        QAction *choice = menu.addAction(fieldLabel(m_records->fieldAt(column)));
        choice->setCheckable(true);
        choice->setChecked(!isColumnHidden(column));
        connect(choice, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu.exec(horizontalHeader()->mapToGlobal(where));
}

QList<RecordId> RecordTable::selectedRecords() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<RecordId> records;
    for (const QModelIndex &row : std::as_const(rows))
        records += row.data(RecordModel::IdRole).value<RecordId>();
    return records;
}

/// The columns that are shown, as they stand from the reading edge on.
QList<int> RecordTable::shownColumns() const
{
    QList<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            columns += column;
    }
    return columns;
}

QString RecordTable::selectedText() const
{
    const QList<int> columns = shownColumns();
    QStringList heads;
    for (const int column : columns)
        heads += fieldLabel(m_records->fieldAt(column));
    QString text = heads.join(u'\t') + u'\n';
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : columns) // What parts cells and rows elsewhere must not stand in one.
            cells += row.siblingAtColumn(column).data(Qt::DisplayRole).toString().simplified();
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

void RecordTable::copyRows()
{
    if (selectionModel()->hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

Result<Commit> RecordTable::setForAll(const QList<RecordId> &records, const QByteArray &name,
                                      const QString &text)
{
    const Field *field = describe(m_records->kind()).field(name);
    ChangeSet changes(m_session.review(), Cause::Edit);
    const auto value = field ? m_records->typedValue(*field, text) : Result<Value>(Value());
    if (!value)
        return value.error();
    for (const RecordId record : records) {
        const Record *now = m_session.review().find(record);
        if (field && now && field->get(*now) != *value)
            changes.set(m_records->kind(), record, name, *value);
    }
    return m_session.commit(changes);
}

Result<Commit> RecordTable::toggleTag(const QList<RecordId> &records, const QString &name)
{
    return m_session.commit(toggleTagOn(m_session.context(), name, records));
}

void RecordTable::editRows()
{
    const QList<RecordId> records = selectedRecords();
    if (records.isEmpty())
        return;
    EditDialog dialog(m_session, tr("Set a field of %n record(s)", nullptr, int(records.size())),
                      tr("Undo takes all of it back in one step."), tr("Set"), this);
    auto *which = new QComboBox(&dialog);
    auto *choice = new QComboBox(&dialog);
    for (const Field &field : describe(m_records->kind()).fields) {
        const bool simple = field.type == FieldType::Line || field.type == FieldType::Date ||
                            field.type == FieldType::Choice || field.type == FieldType::Number;
        if (simple && field.name != "key" && field.name != "title")
            which->addItem(fieldLabel(field), field.name);
    }
    dialog.addWidget(tr("&Field"), which);
    QLineEdit *typed = dialog.addLine(tr("&Value"));
    dialog.addWidget(tr("or &choose"), choice);
    const auto follow = [this, which, choice, typed] {
        const Field *field = describe(m_records->kind()).field(which->currentData().toByteArray());
        choice->clear();
        choice->setEnabled(field && field->choices);
        typed->setEnabled(!choice->isEnabled());
        if (!choice->isEnabled())
            return;
        choice->addItem(tr("none"), QString());
        for (const ChoiceWord &word : *field->choices)
            choice->addItem(choiceLabel(field->choices, QLatin1String(word.word)), QLatin1String(word.word));
    };
    connect(which, &QComboBox::currentIndexChanged, &dialog, follow);
    follow();
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto done = setForAll(records, which->currentData().toByteArray(),
                                choice->isEnabled() ? choice->currentData().toString() : typed->text());
    if (!done)
        emit refused(done.error().sentence);
}

void RecordTable::decideOnRows()
{
    askForDecision(m_session, selectedRecords(), this);
}

void RecordTable::tagRows()
{
    const QList<RecordId> records = selectedRecords();
    if (records.isEmpty())
        return;
    TagDialog(m_session, records, this).exec();
}

} // namespace plumbline
