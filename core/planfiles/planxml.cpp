#include "core/planfiles/planxml.h"

#include "core/base/value.h"
#include "core/planfiles/plangatherer.h"
#include "core/planfiles/plantext.h"

#include <QCoreApplication>
#include <QStringConverter>

#include <cmath>

namespace plumbline {

/// Whether a tag holds hundreds of attributes: the reader compares each with all before it.
static bool hasMonstrousTag(const QByteArray &data)
{
    constexpr int most = 1000;
    int quotes = 0;
    bool inTag = false;
    for (qsizetype i = 0; i < data.size(); ++i) {
        const char c = data[i];
        if (c == '<') {
            const QByteArrayView rest = QByteArrayView(data).sliced(i);
            const char *end = rest.startsWith("<![CDATA[") ? "]]>" : rest.startsWith("<!--") ? "-->" : nullptr;
            if (const qsizetype past = end ? data.indexOf(end, i) : -1; past >= 0)
                i = past;
            inTag = !end;
            quotes = 0;
        } else if (c == '>') {
            inTag = false;
        } else if (inTag && (c == '"' || c == '\'') && ++quotes > most) {
            return true;
        }
    }
    return false;
}

/// Whether the data are UTF-8: they have no other mark and declare no other encoding.
static bool claimsUtf8(const QByteArray &data)
{
    if (QStringConverter::encodingForData(data).value_or(QStringConverter::Utf8) != QStringConverter::Utf8)
        return false;
    const QByteArray declaration = data.left(std::max<qsizetype>(data.indexOf("?>"), 0)).toLower();
    return !declaration.trimmed().startsWith("<?xml") || !declaration.contains("encoding") ||
           declaration.contains("utf-8");
}

PlanXml::PlanXml(const QByteArray &data)
{
    // The reader decodes ahead, so it would name another line.
    if (const auto line = claimsUtf8(data) ? badUtf8Line(data) : std::nullopt) {
        m_badLine = *line;
        fail(QCoreApplication::translate("PlanFiles", "The file is not in UTF-8, as it should be."));
        return;
    }
    if (hasMonstrousTag(data)) {
        fail(QCoreApplication::translate("PlanFiles", "An element has more attributes than any planner writes."));
        return;
    }
    m_reader.addData(data);
}

/// Reads one token; false at the end and after an error.
bool PlanXml::step()
{
    constexpr int deepest = 2 * maxPlanDepth + 50; // Of elements: headings and what is in a task.
    if (m_reader.hasError() || m_reader.atEnd())
        return false;
    switch (m_reader.readNext()) {
    case QXmlStreamReader::StartElement:
        if (++m_depth > deepest)
            fail(QCoreApplication::translate("PlanFiles", "Elements stand more than %1 deep in each other.")
                     .arg(deepest));
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    case QXmlStreamReader::DTD:
        if (m_reader.text().contains(QLatin1String("<!ENTITY")))
            fail(QCoreApplication::translate("PlanFiles",
                                             "The file declares entities of its own, which are not expanded."));
        break;
    default:
        break;
    }
    return !m_reader.hasError();
}

bool PlanXml::next()
{
    while (step()) {
        if (m_reader.isStartElement())
            return true;
        if (m_reader.isEndElement())
            return false;
    }
    return false;
}

void PlanXml::skip()
{
    const int outside = m_depth - 1;
    while (m_depth > outside && step()) {
    }
}

QString PlanXml::text()
{
    const int outside = m_depth - 1;
    QString all;
    while (m_depth > outside && step()) {
        if (m_reader.isCharacters() || m_reader.isEntityReference())
            all += m_reader.text();
    }
    return cleanText(all);
}

void PlanXml::fail(const QString &sentence)
{
    if (!m_reader.hasError())
        m_reader.raiseError(sentence);
}

std::optional<qint64> PlanXml::number(QStringView text, qint64 least, qint64 most)
{
    text = text.trimmed();
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    const double number = text.toDouble(&isNumber); // Some write 50.0.
    if (!isNumber || !std::isfinite(number)) {
        fail(QCoreApplication::translate("PlanFiles", "“%1” is not a number.").arg(text.left(40)));
        return {};
    }
    if (number < double(least) || number > double(most)) {
        fail(QCoreApplication::translate("PlanFiles", "%1 is out of range; %2 to %3 would be right.")
                 .arg(text.left(40))
                 .arg(least)
                 .arg(most));
        return {};
    }
    return qRound64(number);
}

std::optional<double> PlanXml::decimal(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber && std::abs(number) < 1e12)
        return number;
    fail(QCoreApplication::translate("PlanFiles", "“%1” is not a number.").arg(text.left(40)));
    return {};
}

std::optional<PlanMoment> PlanXml::moment(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text == QLatin1String("NA"))
        return {};
    const auto moment = planMoment(text);
    if (!moment)
        fail(QCoreApplication::translate("PlanFiles", "“%1” is not a date between 1900 and 2999.").arg(text.left(40)));
    return moment;
}

std::optional<bool> PlanXml::flag(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return {};
    const auto is = [&](const char *word) { return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0; };
    if (is("1") || is("true") || is("yes"))
        return true;
    if (!is("0") && !is("false") && !is("no"))
        fail(QCoreApplication::translate("PlanFiles", "“%1” is neither yes nor no.").arg(text.left(40)));
    return false;
}

Error PlanXml::error() const
{
    switch (m_reader.error()) {
    case QXmlStreamReader::CustomError:
        return planErrorAt(
            m_badLine ? m_badLine : line(),
            QCoreApplication::translate("PlanFiles", "%1 Nothing was read.").arg(m_reader.errorString()));
    case QXmlStreamReader::PrematureEndOfDocumentError:
        return planErrorAt(line(),
                           QCoreApplication::translate(
                               "PlanFiles", "The file ends here, before it is complete; it was probably cut off. "
                                            "Nothing was read."),
                           m_reader.errorString());
    default:
        return planErrorAt(line(),
                           QCoreApplication::translate(
                               "PlanFiles", "The file is damaged here: it is no longer valid XML. Nothing was read."),
                           m_reader.errorString());
    }
}

} // namespace plumbline
