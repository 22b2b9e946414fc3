#pragma once

#include "core/domain/review.h"
#include "core/store/store.h"

namespace plumbline {

/// What one person did in one step: the changes of one action, newest first.
using Action = QList<HistoryEntry>;

/// Parts history into actions, in its order.
QList<Action> actionsOf(const QList<HistoryEntry> &history);

/// What an action was, in one sentence of rich text: "Lead, SSR1 moved <a>Draft recommendations</a> 9 Dec → 16 Dec".
///
/// Names are escaped; the record it was about is a link whose address is the record's id.
QString actionSentence(const Review &review, const Action &action, RecordId me, const QDate &today);

/// The second line, plain: the reason in quotation marks, else old → new, else what else was changed. May be empty.
QString actionDetail(const Review &review, const Action &action, const QDate &today);

/// The record the action was about, which is the first that was created or deleted, else the first one changed.
RecordId actionRecord(const Action &action);

/// "9 Dec → 16 Dec"; one side only when there was nothing before or is nothing after. Of long texts the first change.
QString beforeAfter(const Review &review, const HistoryEntry &entry, const QDate &today);

/// Whether it says nothing to people: keys and places, and fields written once with their record.
bool isBookkeeping(const HistoryEntry &entry);

} // namespace plumbline
