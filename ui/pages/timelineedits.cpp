// What is done to the plan on its page: by the mouse, the keyboard, a cell of the table or the menu of an item. Everything
// goes through change(), which commits it, or only tries it.

#include "ui/pages/timelinepage.h"

#include "core/domain/dependency.h"
#include "core/edits/order.h"
#include "core/edits/plan.h"
#include "ui/dialogs/reasonbar.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/pages/timelinetools.h"
#include "ui/pages/whatifbar.h"

#include <QMenu>

namespace plumbline {

using namespace Qt::StringLiterals;

void TimelinePage::connectEdits()
{
    connect(m_gantt, &GanttWidget::moveRequested, this, &TimelinePage::move);
    connect(m_gantt, &GanttWidget::addRequested, this, &TimelinePage::add);
    connect(m_gantt, &GanttWidget::linkRequested, this, &TimelinePage::link);
    connect(m_gantt, &GanttWidget::levelRequested, this, &TimelinePage::changeLevel);
    connect(m_gantt, &GanttWidget::orderRequested, this, &TimelinePage::changeOrder);
    connect(m_gantt, &GanttWidget::deleteRequested, this, &TimelinePage::remove);
    connect(m_gantt, &GanttWidget::valueTyped, this, &TimelinePage::takeTyped);
    connect(m_gantt, &GanttWidget::menuRequested, this, [this](RecordId record, const QPoint &place) {
        QMenu *menu = makeItemMenu(record);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
    connect(m_reason, &ReasonBar::answered, this, [this](const QString &reason) {
        const Milestone *milestone = session().review().find(MilestoneId(m_moved.uuid));
        if (!reason.isEmpty() && milestone && milestone->target)
            commit(reschedule(session().context(), MilestoneId(m_moved.uuid), {}, *milestone->target, reason));
        m_gantt->setFocus();
    });
    connect(m_tools, &TimelineTools::tryingChanged, this, &TimelinePage::setTrying);
    connect(m_whatIfBar, &WhatIfBar::kept, this, &TimelinePage::keepTried);
    connect(m_whatIfBar, &WhatIfBar::dropped, this, [this] { setTrying(false); });
}

const Review &TimelinePage::shownReview() const
{
    return m_whatIf ? m_whatIf->review() : session().review();
}

EditContext TimelinePage::shownContext()
{
    if (!m_whatIf)
        return session().context();
    return EditContext{m_whatIf->review(), session().clock().now(), session().me()};
}

/// Commits an edit, or tries it; says why when it was refused. True when it was done.
bool TimelinePage::change(const EditFunction &edit)
{
    if (!m_whatIf)
        return commit(edit(session().context()));
    const Result<ChangeSet> changes = edit(shownContext());
    const Status tried = changes ? m_whatIf->apply(*changes) : Status(changes.error());
    if (!tried)
        emit message(Severity::Error, tried.error().sentence, {});
    rebuild();
    return bool(tried);
}

void TimelinePage::setTrying(bool trying)
{
    m_tools->setTrying(trying);
    if (trying == bool(m_whatIf))
        return;
    m_reason->leaveEmpty();
    // The plan shown points into the copy until the next one is built.
    const std::unique_ptr<WhatIf> former = std::move(m_whatIf);
    if (trying)
        m_whatIf = std::make_unique<WhatIf>(session().review());
    m_whatIfBar->setVisible(trying);
    rebuild();
    m_gantt->setFocus();
}

void TimelinePage::keepTried()
{
    const ChangeSet kept = m_whatIf->kept();
    const int count = m_whatIf->count();
    setTrying(false);
    if (commit(kept))
        emit message(Severity::Good, tr("%n change(s) that were tried are kept.", nullptr, count),
                     tr("Undo takes them back in one step."));
}

void TimelinePage::move(RecordId record, std::optional<PartialDate> start, const PartialDate &target)
{
    const MilestoneId id(record.uuid);
    if (!change([&](const EditContext &context) { return reschedule(context, id, start, target, {}); }))
        return rebuild(); // What was dragged goes back to where it was.
    if (!m_whatIf)
        askWhy(record);
}

void TimelinePage::askWhy(RecordId record)
{
    const Milestone *milestone = session().review().find(MilestoneId(record.uuid));
    m_moved = record;
    m_reason->ask(tr("Why did “%1” move?").arg(milestone ? milestone->title : QString()));
}

void TimelinePage::add(RecordId subTeam, const QString &title)
{
    // A group that is no sub-team has an id of its own; what is typed there belongs to the full team.
    const Id<SubTeam> team(shownReview().kindOf(subTeam) == Kind::SubTeam ? subTeam.uuid : QUuid());
    RecordId added;
    const bool done = change([&](const EditContext &context) {
        const auto changes = addMilestone(context, team, title, PartialDate::day(session().clock().today()));
        for (const Edit &edit : changes ? changes->edits : QList<Edit>()) {
            if (edit.what == Edit::Create)
                added = edit.record;
        }
        return changes;
    });
    if (done)
        m_gantt->setCurrentId(added);
}

void TimelinePage::link(RecordId from, RecordId to)
{
    change([&](const EditContext &context) { return linkItems(context, MilestoneId(from.uuid), MilestoneId(to.uuid)); });
}

bool TimelinePage::isInPlanOrder()
{
    const TimelineOptions &shown = m_gantt->plan().options;
    if (!shown.sortBy && shown.grouping == TimelineGrouping::SubTeam)
        return true;
    emit message(Severity::Hint, tr("The items are sorted or grouped in another way now."),
                 tr("Choose View, Sort by, The order of the plan, and Group by, Sub-team; then the order can be changed."));
    return false;
}

/// The item of the same level that stands next to @p record in its lane; null when there is none.
RecordId TimelinePage::siblingOf(RecordId record, int step) const
{
    const TimelinePlan &plan = m_gantt->plan();
    const int row = plan.rowOf(record);
    if (row < 0)
        return {};
    const quint8 depth = plan.rows[size_t(row)].depth;
    for (int other = row + step; other >= 0 && other < plan.rowCount(); other += step) {
        const TimelineRow &item = plan.rows[size_t(other)];
        if (item.kind != TimelineRow::Kind::Item || item.depth < depth)
            break;
        if (item.depth == depth)
            return item.id;
    }
    return {};
}

void TimelinePage::changeLevel(RecordId record, int levels)
{
    if (!isInPlanOrder())
        return;
    const Record *item = shownReview().find(record);
    const RecordId parent = item ? shownReview().parentOf(*item) : RecordId();
    const RecordId neighbour = levels > 0 ? siblingOf(record, -1) : parent;
    if (neighbour.isNull())
        return;
    const Side side = levels > 0 ? Side::Below : Side::After;
    change([&](const EditContext &context) { return arrange(context, record, neighbour, side); });
}

void TimelinePage::changeOrder(RecordId record, int places)
{
    if (!isInPlanOrder())
        return;
    const RecordId neighbour = siblingOf(record, places);
    if (neighbour.isNull())
        return;
    const Side side = places < 0 ? Side::Before : Side::After;
    change([&](const EditContext &context) { return arrange(context, record, neighbour, side); });
}

void TimelinePage::remove(RecordId record)
{
    const Milestone *milestone = shownReview().find(MilestoneId(record.uuid));
    const QString title = milestone ? milestone->title : QString();
    const bool done = change([&](const EditContext &context) {
        ChangeSet changes(context.review, Cause::Delete);
        changes.remove(Kind::Milestone, record);
        return Result<ChangeSet>(changes);
    });
    if (done && !m_whatIf)
        emit message(Severity::Hint, tr("“%1” was deleted.").arg(title), tr("Edit, Undo brings it back."));
}

/// What a cell that was typed in asks for.
static Result<ChangeSet> typedEdit(const EditContext &context, MilestoneId id, TimelineColumn column, const QString &text,
                                   const QLocale &locale)
{
    ChangeSet changes(context.review, Cause::Edit);
    std::optional<PartialDate> date;
    const bool isDate = column == TimelineColumn::Start || column == TimelineColumn::Target || column == TimelineColumn::Deadline;
    if (isDate && !text.isEmpty()) {
        const auto typed = parseTypedDate(text, context.now.date(), locale);
        if (!typed)
            return typed.error();
        date = *typed;
    }
    const Milestone *milestone = context.review.find(id);
    switch (column) {
    case TimelineColumn::Title:
        if (text.isEmpty())
            return Error{ErrorCode::BadInput, TimelinePage::tr("An item of the plan needs a title; it kept the one it had."), {}, {}};
        changes.set<&Milestone::title>(id, text);
        return changes;
    case TimelineColumn::Owner:
        changes.set<&Milestone::responsible>(id, text);
        return changes;
    case TimelineColumn::Progress: {
        bool isNumber = false;
        const int percent = locale.toInt(QString(text).remove(u'%').trimmed(), &isNumber);
        if (!text.isEmpty() && (!isNumber || percent < 0 || percent > 100))
            return Error{ErrorCode::BadInput, TimelinePage::tr("“%1” is no number from 0 to 100; nothing was changed.").arg(text), {}, {}};
        changes.set<&Milestone::progress>(id, text.isEmpty() ? std::optional<qint64>() : std::optional<qint64>(percent));
        return changes;
    }
    case TimelineColumn::Deadline:
        return setDeadline(context, id, date);
    case TimelineColumn::Target:
        if (date)
            return reschedule(context, id, {}, *date, {});
        changes.set<&Milestone::target>(id, date);
        return changes;
    case TimelineColumn::Start:
        if (date && milestone && milestone->target)
            return reschedule(context, id, date, *milestone->target, {});
        changes.set<&Milestone::start>(id, date);
        return changes;
    default:
        return changes;
    }
}

void TimelinePage::takeTyped(RecordId record, TimelineColumn column, const QString &text)
{
    const MilestoneId id(record.uuid);
    if (!change([&](const EditContext &context) { return typedEdit(context, id, column, text, locale()); })) {
        m_gantt->setCurrentId(record);
        m_gantt->editCurrent(column, text); // What was typed stands there to be mended.
        return;
    }
    const bool moved = column == TimelineColumn::Target || column == TimelineColumn::Start;
    if (moved && !m_whatIf && !text.isEmpty())
        askWhy(record);
}

QMenu *TimelinePage::makeItemMenu(RecordId record)
{
    auto *menu = new QMenu(this);
    const bool writable = !session().isReadOnly();
    const auto add = [&](const QString &text, const QKeySequence &keys, auto act) {
        QAction *action = menu->addAction(text, this, act);
        action->setShortcut(keys);
        action->setShortcutVisibleInContextMenu(true);
        action->setEnabled(writable);
    };
    add(tr("&Rename"), Qt::Key_F2, [this] { m_gantt->editCurrent(TimelineColumn::Title); });
    add(tr("Set the &target…"), {}, [this] { m_gantt->editCurrent(TimelineColumn::Target); });
    add(tr("Set a &deadline…"), Qt::Key_D, [this] { m_gantt->editCurrent(TimelineColumn::Deadline); });
    menu->addSeparator();
    add(tr("&Link: another item waits for it…"), Qt::Key_L, [this] { m_gantt->linkCurrent(); });
    QMenu *unlink = menu->addMenu(tr("&Unlink"));
    const Review &review = shownReview();
    for (const Dependency *dependency : review.all<Dependency>()) {
        const bool before = dependency->to.uuid == record.uuid;
        const Milestone *other = review.find(before ? dependency->from : dependency->to);
        if (!other || (!before && dependency->from.uuid != record.uuid))
            continue;
        const QString name = QString(other->title).replace(u'&', u"&&"_s);
        unlink->addAction(before ? tr("It no longer waits for “%1”").arg(name) : tr("“%1” no longer waits for it").arg(name), this,
                          [this, from = dependency->from, to = dependency->to] {
                              change([&](const EditContext &context) { return unlinkItems(context, from, to); });
                          });
    }
    unlink->setEnabled(writable && !unlink->isEmpty());
    menu->addSeparator();
    add(tr("A level &deeper"), Qt::ALT | Qt::Key_Right, [this, record] { changeLevel(record, 1); });
    add(tr("A level &up"), Qt::ALT | Qt::Key_Left, [this, record] { changeLevel(record, -1); });
    add(tr("Move be&fore the one above"), Qt::ALT | Qt::Key_Up, [this, record] { changeOrder(record, -1); });
    add(tr("Move &after the one below"), Qt::ALT | Qt::Key_Down, [this, record] { changeOrder(record, 1); });
    menu->addSeparator();
    add(tr("D&elete"), Qt::Key_Delete, [this, record] { remove(record); });
    return menu;
}

} // namespace plumbline
