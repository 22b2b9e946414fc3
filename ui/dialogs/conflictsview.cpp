#include "ui/dialogs/conflictsview.h"

#include "core/edits/conflicts.h"
#include "ui/dialogs/conflictdetail.h"
#include "ui/dialogs/conflictrowdelegate.h"
#include "ui/dialogs/recordwords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/rowroles.h"

#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// The name that is never ambiguous, whatever keys there are.
QString nameById(const Conflict &conflict)
{
    return conflict.record.uuid.toString(QUuid::WithoutBraces) + u'.' + QString::fromLatin1(conflict.field);
}

/// Whoever wrote last: the one people will ask.
const ConflictValue *newest(const Conflict &conflict)
{
    const auto last = std::max_element(conflict.values.begin(), conflict.values.end(),
                                       [](const auto &a, const auto &b) { return a.when < b.when; });
    return last == conflict.values.end() ? nullptr : &*last;
}

} // namespace

ConflictsView::ConflictsView(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_side(new QWidget(this)),
      m_head(new QuietLabel(m_side)),
      m_list(new QListView(m_side)),
      m_rows(new QStandardItemModel(this)),
      m_scroll(new QScrollArea(this)),
      m_detail(new ConflictDetail(session)),
      m_empty(new EmptyState(u"conflict"_s, tr("No two people say different things."), this))
{
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConflictsView::showCurrent);
    connect(m_detail, &ConflictDetail::taken, this, &ConflictsView::take);
    connect(m_detail, &ConflictDetail::settled, this, &ConflictsView::settle);
    connect(m_detail, &ConflictDetail::leftForLater, this, &ConflictsView::goToNext);
    connect(m_detail, &ConflictDetail::recordRequested, this, &ConflictsView::recordRequested);
    connect(&m_session, &Session::changed, this, &ConflictsView::fill);
    connect(&m_session, &Session::meChanged, this, [this] {
        m_detail->setConflict({}); // Whose version is "yours" has changed.
        fill();
    });
    fill();
}

void ConflictsView::build()
{
    setFocusProxy(m_list);
    m_head->setType(Type::Caption);
    m_head->setContentsMargins(16, 10, 16, 8);
    m_list->setModel(m_rows);
    m_list->setAccessibleName(tr("Open conflicts"));
    useRows(m_list);
    auto *delegate = new ConflictRowDelegate(m_list);
    delegate->watch(m_list);
    m_list->setItemDelegate(delegate);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(m_head);
    side->addWidget(m_list, 1);
    m_scroll->setWidget(m_detail);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_empty->setExample(tr("When two people change the same field and neither knew of the other's change, both "
                           "values are kept and listed here, with who and when. Take one, or write a third."));
    m_empty->setContentsMargins(32, 24, 32, 24);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_side);
    splitter->addWidget(m_scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({248, 952});
    splitter->setChildrenCollapsible(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_empty);
    all->addWidget(splitter, 1);
}

int ConflictsView::count() const
{
    return int(m_conflicts.size());
}

QStandardItem *ConflictsView::rowOf(const Conflict &conflict) const
{
    const Review &review = m_session.review();
    const Record *record = review.findAny(conflict.record);
    const QString key = record ? review.shownKey(*record) : QString();
    const QString field = fieldLabel(conflict.kind, conflict.field);
    auto *item = new QStandardItem(titleWords(review, conflict.record));
    item->setData(key.isEmpty() ? kindLabel(conflict.kind) : key, RowRole::Number);
    item->setData(field, RowRole::SecondLine);
    QString last;
    if (const ConflictValue *value = newest(conflict))
        last = tr("%1 · %2", "who and when").arg(personWords(review, value->by, m_session.me()),
                                                 whenWords(value->when, m_session.clock().now()));
    item->setData(last, RowRole::Corner);
    item->setData(tr("%1, %2: %3, last %4", "key, field, title, who and when").arg(key, field, item->text(), last),
                  Qt::AccessibleTextRole);
    item->setEditable(false);
    return item;
}

void ConflictsView::fill()
{
    const int row = std::max(0, m_list->currentIndex().row());
    const qsizetype before = m_conflicts.size();
    const QList<Conflict> conflicts = m_session.review().conflicts();
    if (conflicts != m_conflicts || m_settled < 0)
        m_settled = int(m_session.store().settledConflicts());
    m_conflicts = conflicts;
    m_filling = true;
    m_rows->clear();
    for (const Conflict &conflict : std::as_const(m_conflicts)) {
        m_rows->appendRow(rowOf(conflict));
    }
    m_filling = false;
    m_head->setText(m_settled > 0 ? tr("%1 open · %2 settled").arg(count()).arg(m_settled)
                                : tr("%n open", nullptr, count()));
    const bool any = !m_conflicts.isEmpty();
    m_empty->setVisible(!any);
    m_side->parentWidget()->setVisible(any);
    m_list->setCurrentIndex(m_rows->index(std::min(row, count() - 1), 0));
    showCurrent();
    if (before != m_conflicts.size())
        emit countChanged();
}

void ConflictsView::showCurrent()
{
    if (m_filling)
        return;
    const int row = m_list->currentIndex().row();
    m_detail->setConflict(row >= 0 ? std::optional(m_conflicts.at(row)) : std::nullopt);
    emit currentRecordChanged(currentRecord());
}

RecordId ConflictsView::currentRecord() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_conflicts.size() ? m_conflicts.at(row).record : RecordId();
}

bool ConflictsView::showRecord(RecordId record, const QByteArray &field)
{
    for (qsizetype i = 0; i < m_conflicts.size(); ++i) {
        const Conflict &conflict = m_conflicts.at(i);
        if (conflict.record == record && (field.isEmpty() || conflict.field == field)) {
            m_list->setCurrentIndex(m_rows->index(int(i), 0));
            return true;
        }
    }
    return false;
}

void ConflictsView::take(int number)
{
    const Conflict conflict = *m_detail->conflict();
    commit(takeConflictValue(m_session.context(), nameById(conflict), number));
}

void ConflictsView::settle(const QString &typed)
{
    const Conflict conflict = *m_detail->conflict();
    const Field *field = describe(conflict.kind).field(conflict.field);
    QString text = cleanText(typed);
    if (field && field->type != FieldType::Text)
        text = text.simplified();
    if (field && field->type == FieldType::Date && !text.isEmpty()) {
        const auto date = parseTypedDate(text, m_session.clock().today(), QLocale());
        if (!date) {
            emit message(Severity::Error, date.error().sentence, tr("Nothing was changed."));
            return;
        }
        text = date->toText();
    }
    commit(settleConflict(m_session.context(), nameById(conflict), text));
}

void ConflictsView::commit(const Result<ChangeSet> &changes)
{
    const Result<Commit> done = m_session.commit(changes);
    if (!done)
        emit message(Severity::Error, done.error().sentence, tr("Nothing was changed."));
    m_list->setFocus(Qt::OtherFocusReason);
}

void ConflictsView::goToNext()
{
    if (count() > 1)
        m_list->setCurrentIndex(m_rows->index((m_list->currentIndex().row() + 1) % count(), 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace plumbline
