#pragma once

#include "core/base/result.h"

#include <QList>
#include <QStringList>

namespace plumbline {

struct CsvRow {
    qint64 line = 0; ///< On which it begins, from 1.
    QStringList fields;
};

/// Rows of a table in text. Fields stand between commas, semicolons or tabs, whichever the first row has most of; the
/// line "sep=;" that spreadsheets write may come before it. In quotes a field may hold separators, line breaks and
/// doubled quotes.
///
/// The text is UTF-8, with or without a byte order mark, or UTF-16 with one. Empty lines are rows without fields.
/// Error BadInput, with the line, for another encoding, a quote that is not closed or text after one, more than 200
/// columns. Source: RFC 4180, which knows commas only.
Result<QList<CsvRow>> readCsvTable(const QByteArray &data);

/// A row in the form readCsvTable() reads, between commas and with its line end.
QByteArray csvLine(const QStringList &fields);

} // namespace plumbline
