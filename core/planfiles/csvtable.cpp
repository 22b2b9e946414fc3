#include "core/planfiles/csvtable.h"

#include "core/planfiles/planfile.h"
#include "core/planfiles/plangatherer.h"
#include "core/planfiles/plantext.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace plumbline {

using namespace Qt::StringLiterals;

static Result<QString> csvText(const QByteArray &data)
{
    QStringDecoder decoder(QStringConverter::encodingForData(data).value_or(QStringConverter::Utf8));
    const QString text = decoder.decode(data);
    if (!decoder.hasError() && !text.contains(QChar(0)))
        return text;
    const qint64 line = badUtf8Line(data).value_or(1);
    return planErrorAt(line, QCoreApplication::translate("PlanFiles",
                                                         "This is not text in UTF-8. Save the table as “CSV UTF-8”. "
                                                         "Nothing was read."));
}

static QChar csvSeparator(const QString &text)
{
    const QString first = text.left(text.indexOf(u'\n') < 0 ? text.size() : text.indexOf(u'\n'));
    QChar best = u',';
    qsizetype most = 0;
    for (const QChar separator : {u',', u';', u'\t'}) {
        qsizetype count = 0;
        bool quoted = false;
        for (const QChar c : first) {
            quoted = quoted != (c == u'"');
            count += !quoted && c == separator;
        }
        if (count > most) {
            most = count;
            best = separator;
        }
    }
    return best;
}

namespace {

class CsvParser
{
public:
    CsvParser(const QString &text, QChar separator) : m_text(text), m_separator(separator) {}
    Result<QList<CsvRow>> parse(qsizetype from, qint64 line);

private:
    void endField();
    void endRow();
    bool quoted();

    const QString &m_text; // Not owned.
    QChar m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    QString m_field;
    bool m_wasQuoted = false;
    CsvRow m_row;
    QList<CsvRow> m_rows;
};

void CsvParser::endField()
{
    m_row.fields += m_wasQuoted ? m_field : m_field.trimmed();
    m_field.clear();
    m_wasQuoted = false;
}

void CsvParser::endRow()
{
    const bool empty = m_row.fields.isEmpty() && m_field.isEmpty() && !m_wasQuoted;
    if (!empty)
        endField();
    m_rows += m_row;
    m_row = {m_line, {}};
}

/// Reads a quoted field from behind its first quote; false when it is not closed.
bool CsvParser::quoted()
{
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'"') {
                ++m_at;
                m_wasQuoted = true;
                return true;
            }
            ++m_at;
        }
        m_line += c == u'\n';
        m_field += c;
    }
    return false;
}

Result<QList<CsvRow>> CsvParser::parse(qsizetype from, qint64 line)
{
    constexpr qsizetype mostColumns = 200;
    constexpr qsizetype mostRows = 2 * maxPlanTasks;
    m_at = from;
    m_line = line;
    m_row.line = line;
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at++];
        if (c == m_separator) {
            endField();
        } else if (c == u'\n') {
            ++m_line;
            endRow();
        } else if (c == u'"' && m_field.trimmed().isEmpty() && !m_wasQuoted) {
            m_field.clear();
            const qint64 began = m_line;
            if (!quoted())
                return planErrorAt(began, QCoreApplication::translate("PlanFiles",
                                                                      "The quote that begins here is not closed; the "
                                                                      "file was perhaps cut off. Nothing was read."));
        } else if (m_wasQuoted && !c.isSpace()) {
            return planErrorAt(m_line, QCoreApplication::translate("PlanFiles",
                                                                   "There is text after a closing quote. Quotes in a "
                                                                   "field must be doubled. Nothing was read."));
        } else if (!m_wasQuoted && c != u'\r') {
            m_field += c;
        }
        if (m_row.fields.size() > mostColumns || m_rows.size() > mostRows)
            return planErrorAt(m_line, QCoreApplication::translate("PlanFiles",
                                                                   "The table is larger than that of any plan. Nothing "
                                                                   "was read."));
    }
    if (!m_row.fields.isEmpty() || !m_field.isEmpty() || m_wasQuoted)
        endRow();
    return m_rows;
}

} // namespace

Result<QList<CsvRow>> readCsvTable(const QByteArray &data)
{
    auto read = csvText(data);
    if (!read)
        return read.error();
    const QString text = *read;
    const qsizetype end = text.indexOf(u'\n');
    if (end >= 0 && text.startsWith(u"sep="_s) && text.size() > 4)
        return CsvParser(text, text[4]).parse(end + 1, 2);
    return CsvParser(text, csvSeparator(text)).parse(0, 1);
}

QByteArray csvLine(const QStringList &fields)
{
    QStringList written;
    for (QString field : fields) {
        const bool needsQuotes =
            field.contains(u',') || field.contains(u'"') || field.contains(u'\n') || field != field.trimmed();
        written += needsQuotes ? u'"' + field.replace(u'"', u"\"\""_s) + u'"' : field;
    }
    return written.join(u',').toUtf8() + "\r\n";
}

} // namespace plumbline
