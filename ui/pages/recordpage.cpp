#include "ui/pages/recordpage.h"

#include "core/domain/audience.h"
#include "core/domain/audiencerules.h"
#include "core/domain/subteam.h"
#include "core/edits/order.h"

#include "ui/dialogs/movedialog.h"
#include "ui/dialogs/tagdialog.h"
#include "ui/editors/recordview.h"
#include "ui/models/filtermodel.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/recordpagefilter.h"
#include "ui/pages/recordtable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

RecordPage::RecordPage(Session &session, const RecordPageText &text, RecordModel *model, RecordView *view,
                       QWidget *parent)
    : Page(session, parent),
      m_text(text),
      m_model(model),
      m_view(view),
      m_filtered(new FilterModel(this)),
      m_header(new PageHeader(text.title, this)),
      m_new(new QPushButton(icon("plus"), tr("New"), this)),
      m_asTable(new QPushButton(icon("columns"), tr("Table"), this)),
      m_stack(new QStackedWidget(this)),
      m_filterBar(new RecordFilterBar(session, model->kind())),
      m_list(new QListView),
      m_nothing(new QuietLabel(tr("Nothing here matches the filter.")))
{
    m_model->setParent(this);
    m_filtered->setSourceModel(m_model);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    build();
    makeActions();
    connectAll();
    updateHeader();
}

void RecordPage::makeActions()
{
    auto *add = new QAction(icon("plus"), m_text.newTitle, this);
    add->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    add->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    add->setEnabled(!session().isReadOnly());
    addAction(add);
    connect(add, &QAction::triggered, this, &RecordPage::addRecord);

    m_delete = new QAction(tr("Delete"), this);
    m_delete->setShortcut(QKeySequence::Delete);
    m_delete->setShortcutContext(Qt::WidgetShortcut);
    m_up = new QAction(tr("Move up"), this);
    m_up->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down = new QAction(tr("Move down"), this);
    m_down->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    for (QAction *move : {m_up, m_down}) {
        move->setShortcutContext(Qt::WidgetShortcut);
        move->setEnabled(!session().isReadOnly()); // Also at an end: the list would take the keys for itself.
    }
    m_list->addActions({add, m_up, m_down, m_delete});
    connect(m_up, &QAction::triggered, this, &RecordPage::moveCurrentUp);
    connect(m_down, &QAction::triggered, this, &RecordPage::moveCurrentDown);
    connect(m_delete, &QAction::triggered, this, &RecordPage::deleteSelected);
}

void RecordPage::connectAll()
{
    connect(m_new, &QPushButton::clicked, this, &RecordPage::addRecord);
    connect(m_asTable, &QPushButton::toggled, this, &RecordPage::setTableShown);
    connect(m_view, &RecordView::moveRequested, this, &RecordPage::moveRecord);
    connect(m_view, &RecordView::tagRequested, this,
            [this](RecordId record) { TagDialog(session(), {record}, this).exec(); });
    connect(m_filterBar, &RecordFilterBar::typedChanged, m_filtered, &FilterModel::setTyped);
    connect(m_filterBar, &RecordFilterBar::typedChanged, this, &RecordPage::updateHeader);
    connect(m_filterBar, &RecordFilterBar::scopeChanged, this, &RecordPage::applyFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordPage::showCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_delete->setEnabled(m_list->selectionModel()->hasSelection() && !session().isReadOnly());
    });
    connect(m_view, &RecordView::recordRequested, this, &RecordPage::recordRequested);
    connect(m_view, &RecordView::conflictRequested, this, &RecordPage::conflictRequested);
    const auto refuse = [this](const QString &sentence) { emit message(Severity::Error, sentence, {}); };
    connect(m_view, &RecordView::refused, this, refuse);
    connect(m_model, &RecordModel::refused, this, refuse);
    connect(&session(), &Session::changed, this, &RecordPage::follow);
}

void RecordPage::follow(const Changes &)
{
    updateHeader();
    emit attentionChanged();
}

void RecordPage::updateHeader()
{
    // One click is enough as long as there is nothing to choose.
    const bool choose = mayBeClosed(m_model->kind()) && session().review().count(Kind::ClosedGroup) > 0;
    if (choose && !m_new->menu()) {
        m_new->setMenu(new QMenu(m_new));
        connect(m_new->menu(), &QMenu::aboutToShow, this, &RecordPage::fillNewMenu);
    } else if (!choose && m_new->menu()) {
        m_new->menu()->deleteLater();
        m_new->setMenu(nullptr);
    }
    const int total = session().review().count(m_model->kind());
    m_header->setCounts(counts());
    m_nothing->setVisible(total > 0 && m_filtered->rowCount() == 0);
    const int wanted = wantedView();
    if (m_stack->currentIndex() == wanted)
        return;
    m_stack->setCurrentIndex(wanted);
    emit currentRecordChanged(currentRecord());
}

/// The list with the editor, the empty page, or the table, as places in the stack.
int RecordPage::wantedView() const
{
    if (session().review().count(m_model->kind()) == 0)
        return 1;
    return m_asTable->isChecked() ? 2 : 0;
}

RecordTable *RecordPage::table()
{
    if (m_table)
        return m_table;
    auto *rows = new FilterModel(this); // Its own: what is sorted here leaves the list as it is.
    rows->setSourceModel(m_model);
    rows->setTyped(m_filtered->typed());
    connect(m_filterBar, &RecordFilterBar::typedChanged, rows, &FilterModel::setTyped);
    m_table = new RecordTable(session(), m_model, rows);
    m_stack->addWidget(m_table);
    connect(m_table, &RecordTable::refused, this,
            [this](const QString &sentence) { emit message(Severity::Error, sentence, {}); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        m_asTable->setChecked(false);
        showRecord(index.data(RecordModel::IdRole).value<RecordId>());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) {
                setCurrent(row.data(RecordModel::IdRole)
                               .value<RecordId>()); // The inspector follows, and so does the editor behind.
            });
    return m_table;
}

void RecordPage::setTableShown(bool shown)
{
    m_asTable->setChecked(shown);
    if (shown)
        table();
    m_stack->setCurrentIndex(wantedView());
}

QList<PageHeader::Count> RecordPage::counts() const
{
    const int total = session().review().count(m_model->kind());
    if (total == 0)
        return {{tr("none yet")}};
    QList<PageHeader::Count> parts{{QLocale().toString(total)}};
    if (const auto [severity, count] = problems(); count > 0)
        parts += {tr("%n to look at", nullptr, count), severity};
    return parts;
}

QPair<Severity, int> RecordPage::problems() const
{
    Severity worst = Severity::None;
    int count = 0;
    for (const Problem &problem : session().problems()) {
        if (problem.waived || session().review().kindOf(problem.record) != m_model->kind())
            continue;
        worst = std::max(worst, problemSeverity(problem.level));
        ++count;
    }
    return {worst, count};
}

QPair<Severity, int> RecordPage::attention() const
{
    const auto found = problems();
    return found.second > 0 ? found
                            : QPair<Severity, int>(Severity::None, session().review().count(m_model->kind()));
}

bool RecordPage::wantsInspector() const
{
    return session().review().count(m_model->kind()) > 0;
}

void RecordPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (currentRecord().isNull())
        selectFirst();
}

RecordId RecordPage::currentRecord() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? current.data(RecordModel::IdRole).value<RecordId>() : RecordId();
}

void RecordPage::showCurrent()
{
    const RecordId current = currentRecord();
    if (current == m_shown)
        return;
    m_shown = current;
    m_view->setRecord(current);
    emit currentRecordChanged(current);
}

/// The record so many rows from the current one; null where the two are not in one list.
RecordId RecordPage::siblingAt(int step) const
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || session().isReadOnly())
        return {};
    const auto other = current.siblingAtRow(current.row() + step).data(RecordModel::IdRole).value<RecordId>();
    return areSiblings(session().review(), currentRecord(), other) ? other : RecordId();
}

void RecordPage::moveCurrent(int step)
{
    const RecordId neighbour = siblingAt(step);
    if (neighbour.isNull())
        return;
    m_view->leave();
    const RecordId moved = currentRecord();
    const auto changes =
        arrange(session().context(), moved, neighbour, step < 0 ? Side::Before : Side::After);
    if (!changes)
        emit message(Severity::Error, changes.error().sentence, {});
    else if (commit(*changes))
        setCurrent(moved);
}

void RecordPage::setCurrent(RecordId record)
{
    const int column = m_list->modelColumn();
    const QModelIndex row = m_filtered->mapFromSource(m_model->index(m_model->rowOf(record), column));
    if (!row.isValid())
        return;
    m_list->setCurrentIndex(row);
    m_list->scrollTo(row);
}

bool RecordPage::selectFirst()
{
    const QModelIndex first = m_filtered->index(0, m_list->modelColumn());
    if (first.isValid())
        m_list->setCurrentIndex(first);
    return first.isValid();
}

bool RecordPage::showRecord(RecordId record)
{
    if (session().review().kindOf(record) != m_model->kind() || !session().review().find(record))
        return false;
    const int row = m_model->rowOf(record);
    if (row < 0 || !m_filtered->mapFromSource(m_model->index(row, 0)).isValid())
        showAll();
    setCurrent(record);
    return currentRecord() == record;
}

void RecordPage::applyFilter()
{
    const RecordId before = currentRecord();
    m_model->setFilter([this](const Record &record) { return m_filterBar->accepts(record); });
    if (m_model->rowOf(before) < 0)
        selectFirst();
    updateHeader();
}

void RecordPage::showAll()
{
    m_filterBar->clear();
}

void RecordPage::fillNewMenu()
{
    QMenu *menu = m_new->menu();
    menu->clear();
    menu->addAction(icon("plus"), m_text.newTitle, this, &RecordPage::addRecord);
    const QList<int> all = audiences(session().review());
    for (const int audience : all) {
        if (audience != wholeTeam)
            menu->addAction(icon("lock"),
                            tr("New in closed group “%1”").arg(audienceName(session().review(), audience)),
                            this, [this, audience] { addRecordTo(audience); });
    }
}

void RecordPage::moveRecord(RecordId record)
{
    MoveDialog dialog(session(), record, this);
    if (dialog.exec() == QDialog::Accepted)
        showRecord(dialog.moved());
}

void RecordPage::addRecordTo(int audience)
{
    m_view->leave();
    const Kind kind = m_model->kind();
    const KindDescription &description = describe(kind);
    const RecordFilterBar::Scope scope = m_filterBar->scope();
    const bool inSubTeam = scope.kind == Kind::SubTeam && !scope.record.isNull();
    ChangeSet changes(session().review(), Cause::Create);
    const RecordId id = changes.create(session().review(), kind,
                                       inSubTeam ? SubTeamId(scope.record.uuid) : SubTeamId(), {}, audience);
    changes.set(kind, id, description.title, toValue(m_text.newTitle));
    if (inSubTeam)
        changes.set(kind, id, "subteam", idValue(scope.record.uuid));
    if (scope.kind == Kind::RecommendationGroup)
        changes.set(kind, id, "group", idValue(scope.record.uuid));
    if (!commit(changes) || !showRecord(id))
        return;
    m_view->startTyping();
}

void RecordPage::deleteSelected()
{
    ChangeSet changes(session().review(), Cause::Delete);
    QString name;
    for (const QModelIndex &row : m_list->selectionModel()->selectedIndexes()) {
        const auto id = row.data(RecordModel::IdRole).value<RecordId>();
        name = recordWords(session().review(), id);
        changes.remove(m_model->kind(), id);
    }
    const int count = int(changes.edits.size());
    if (count == 0 || session().isReadOnly() || !commit(changes))
        return;
    emit message(Severity::Hint,
                 count == 1 ? tr("“%1” was deleted.").arg(name)
                            : tr("%n record(s) were deleted.", nullptr, count),
                 tr("Edit, Undo brings back what was deleted."));
}

} // namespace plumbline
