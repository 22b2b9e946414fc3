#pragma once

#include "core/base/result.h"
#include "core/planfiles/planmoment.h"

#include <QXmlStreamReader>

#include <optional>

namespace plumbline {

/// Walks through the XML of a planner. Names are compared without their namespaces.
///
/// The first thing that is wrong, in the XML or in a value, ends the walk: next() is then false everywhere, and error()
/// says what and where. Entities that a document declares are never expanded, such documents are refused.
class PlanXml
{
public:
    explicit PlanXml(const QByteArray &data);

    /// Goes to the next element below the current one; false after the last, when the current one is the parent again.
    bool next();
    QStringView name() const { return m_reader.name(); }
    QStringView nameSpace() const { return m_reader.namespaceUri(); }
    qint64 line() const { return m_reader.lineNumber(); }
    /// Passes over the current element and what it holds.
    void skip();
    /// The text of the current element and what it holds, and passes over it.
    QString text();

    bool has(QLatin1String attribute) const { return m_reader.attributes().hasAttribute(attribute); }
    QString attribute(QLatin1String name) const { return m_reader.attributes().value(name).toString(); }

    // What follows gives "nothing" for an empty text, and takes anything that is not such a value as an error of the
    // file.
    std::optional<qint64> number(QStringView text, qint64 least, qint64 most);
    std::optional<double> decimal(QStringView text);
    std::optional<PlanMoment> moment(QStringView text);
    /// "1", "true" and "yes" are true, "0", "false" and "no" are false.
    std::optional<bool> flag(QStringView text);

    bool failed() const { return m_reader.hasError(); }
    /// Ends the walk with a sentence about the current line.
    void fail(const QString &sentence);
    /// Error BadInput: the line, and what is wrong there.
    Error error() const;

private:
    bool step();

    QXmlStreamReader m_reader;
    int m_depth = 0;
    qint64 m_badLine = 0; ///< Where the encoding is wrong.
};

} // namespace plumbline
