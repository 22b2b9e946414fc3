#pragma once

#include "core/planfiles/planfile.h"

#include <QTime>
#include <QXmlStreamWriter>

#include <vector>

namespace plumbline {

/// Writes elements of MSPDI. Characters XML has no word for are left out of texts.
class MspdiXml
{
public:
    explicit MspdiXml(QByteArray *bytes);
    void open(const char *name) { m_writer.writeStartElement(QString::fromLatin1(name)); }
    void close() { m_writer.writeEndElement(); }
    void text(const char *name, const QString &text);
    void number(const char *name, qint64 number) { text(name, QString::number(number)); }
    void moment(const char *name, const QDate &day, const QTime &time);
    /// Closes what is open.
    void finish() { m_writer.writeEndDocument(); }

private:
    QXmlStreamWriter m_writer;
};

/// The element Calendars with the one calendar of a plan, its UID 1. Work goes from 8 to 12 and from 13 to 17 o'clock.
void writeMspdiCalendar(MspdiXml &xml, const PlanCalendar &calendar);

/// The elements Resources and Assignments: who works on which task. @p uids are those of the tasks.
void writeMspdiPeople(MspdiXml &xml, const PlanFile &plan, const std::vector<int> &uids);

} // namespace plumbline
