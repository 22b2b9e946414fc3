#include "core/planfiles/mspdixml.h"

#include "core/base/value.h"

namespace plumbline {

using namespace Qt::StringLiterals;

MspdiXml::MspdiXml(QByteArray *bytes) : m_writer(bytes)
{
    m_writer.setAutoFormatting(true);
    m_writer.setAutoFormattingIndent(2);
    m_writer.writeStartDocument(u"1.0"_s, true);
    m_writer.writeStartElement(u"Project"_s);
    m_writer.writeDefaultNamespace(u"http://schemas.microsoft.com/project"_s);
}

void MspdiXml::text(const char *name, const QString &text)
{
    QString fit = QString::fromUtf8(cleanText(text).toUtf8()); // Half a character becomes U+FFFD.
    fit.remove(QChar(0xFFFE)).remove(QChar(0xFFFF));
    m_writer.writeTextElement(QString::fromLatin1(name), fit);
}

void MspdiXml::moment(const char *name, const QDate &day, const QTime &time)
{
    text(name, day.toString(Qt::ISODate) + u'T' + time.toString(u"HH:mm:ss"_s));
}

} // namespace plumbline
