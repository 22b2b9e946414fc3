#pragma once

#include "core/checks/problem.h"
#include "core/domain/review.h"
#include "ui/widgets/severity.h"

#include <QDateTime>

namespace plumbline {

/// How records, fields and values are said to people: by labels, names and dates, never by the words of files.

/// "Milestone"; "Milestones" for @p count other than one.
QString kindLabel(Kind kind);
QString kindPlural(Kind kind);
/// Name of the icon that stands for a kind.
QString kindIcon(Kind kind);

/// "Target"; the field's name in files when this version does not know it.
QString fieldLabel(Kind kind, const QByteArray &field);

/// A value as people read it: a date in their language, the label of a choice, the name of a record referred to, the
/// parts of a register by commas. Empty for none. The year of a date is left out when it is that of @p today.
QString valueWords(const Review &review, const Field &field, const Value &value, const QDate &today = {});

/// The parts of a register that are filled in, each with its name: "Unit: % of requests".
QStringList partLines(const Field &field, const Value &value, const QDate &today = {});

/// The key of a record; where its kind has none, what the kind is called.
QString keyWords(const Review &review, RecordId id);

/// What a record is called within a sentence: the title of a milestone, else its key, else its title.
QString shortName(const Review &review, RecordId record);
/// The title of a record, the label for a title that is a choice; empty when it has none besides its key.
QString titleWords(const Review &review, RecordId record);

/// The name of a person; "You" for @p me, "Somebody" when nobody said who it was.
QString personWords(const Review &review, RecordId person, RecordId me);

/// When something happened, as short as the day allows: "13:40", "Yesterday", "6 Nov", "6 Nov 2018". Local time.
QString whenWords(const QDateTime &when, const QDateTime &now);
/// The same for a heading, with the time of the last two days: "Today 13:21", "31 Oct".
QString longWhenWords(const QDateTime &when, const QDateTime &now);

/// A number of days with its sign, a true minus and kept left to right: "+5 d".
QString slipWords(int days);

Severity severityOf(ProblemLevel level);

} // namespace plumbline
