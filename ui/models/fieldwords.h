#pragma once

#include "core/domain/review.h"

#include <QDate>
#include <QLocale>

namespace plumbline {

/// The label of a field, of a part and the help of a field, in the language of the program.
QString fieldLabel(const Field &field);
QString partLabel(const Part &part);
QString fieldHelp(const Field &field);

/// A kind in the language of the program: "Finding", "Findings".
QString kindWord(Kind kind);
QString kindWords(Kind kind);

/// A word of a choice as people read it; a word this version does not know is shown as it came.
QString choiceLabel(const QList<ChoiceWord> *words, const QString &word);

template<class E>
QString choiceLabel(const Choice<E> &choice)
{
    return choiceLabel(&choiceWords<E>(), choice.word());
}

/// A record as lists name it: its shown key and its title. For one that was deleted or is not in this copy it
/// says so. Empty for a null id.
QString recordWords(const Review &review, RecordId record);

/// A sub-team by key and name; "Full team" for a null id.
QString subTeamWords(const Review &review, RecordId subTeam);

/// The record a Reference value names; null for none.
RecordId referenceOf(const Value &value);

/// A date of the record for people; the year is left out when it is that of @p today. Empty for none.
QString dateText(const std::optional<PartialDate> &date, const QDate &today = {});

/// A value of @p field as people read it, in the locale of the program. Long texts come whole.
QString fieldWords(const Review &review, const Field &field, const Value &value, const QDate &today = {});

} // namespace plumbline
