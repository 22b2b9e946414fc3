#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace plumbline {

/// The headers of a message as bytes, unfolded; what is behind the empty line is not looked at.
///
/// Read here and not by GMime, which parses lists of addresses when it meets them, group in group without a
/// bound, and runs out of stack.
class MailHeaders
{
public:
    explicit MailHeaders(const QByteArray &message);

    /// The value of the first header of that name, in whatever case; empty when there is none.
    QByteArray value(const QByteArray &name) const { return m_values.value(name.toLower()); }
    /// A value as people read it: encoded words decoded, in one line.
    QString text(const QByteArray &name) const;
    /// The headers that say what the body is, as they stand there, and the body: what GMime gets to read.
    QByteArray bodyPart() const;

private:
    QByteArray m_message;
    QByteArray m_ofBody; ///< The lines of headers that begin with "Content-".
    qsizetype m_bodyFrom = 0;
    QHash<QByteArray, QByteArray> m_values;
};

/// One line of at most maxMailLine characters that is fit for the log.
QString mailLine(const QString &text);

/// The ids a header names, without their angle brackets.
QStringList mailIdsOf(const QByteArray &header);

} // namespace plumbline
