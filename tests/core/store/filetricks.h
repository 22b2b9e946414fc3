#pragma once

#include "tests/core/store/teststore.h"

#include <QFile>

/// What tests do to a review file behind the program's back.
namespace plumbline::filetricks {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the file cannot be written");
}

/// Changes a closed file behind the program's back.
inline void tamper(const QString &path, const QByteArray &sql)
{
    sqlite3 *database = nullptr;
    char *message = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &database) != SQLITE_OK ||
        sqlite3_exec(database, sql.constData(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), message ? message : "cannot be opened");
    sqlite3_close(database);
}

/// A review with something in every table: conflicts, a delete, a dispute, an undo.
inline void fill(TestStore &ada)
{
    using namespace Qt::StringLiterals;
    const RecordId one = ada.addMilestone(u"one"_s);
    const RecordId two = ada.addMilestone(u"two"_s);
    const RecordId three = ada.addMilestone(u"three"_s);
    ada.add(Kind::Recommendation, {{"title", u"Sign the zone"_s}, {"text", u"First. Second. Third."_s}});
    TestStore ben(ada, "Ben");
    ada.set(one, "title", u"of Ada"_s);
    ben.set(one, "title", u"of Ben"_s);
    ada.remove(two);
    ben.set(three, "source", u"of Ben"_s);
    ada.remove(three);
    ben.set(three, "~place", Value::Array{Value(), Value(u"a5"_s)});
    ada.takeFrom(ben);
    ada.set(one, "responsible", u"the chair"_s);
    ada.undo();
}

} // namespace plumbline::filetricks
