#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace plumbline {

/// Which number of 3/4/2020 is the month, found out from all dates of a table.
class CsvDateOrder
{
public:
    /// Looks at one more date.
    void learn(const QString &text);
    bool isAmbiguous(const QString &text) const;
    /// The day a text means, a time after it passed over; empty when it is no date from 1900 to 2999, or ambiguous.
    std::optional<QDate> day(const QString &text) const;

private:
    bool m_dayFirst = false;
    bool m_monthFirst = false;
};

} // namespace plumbline
