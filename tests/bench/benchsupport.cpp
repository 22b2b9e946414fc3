#include "benchsupport.h"

#include "madelog.h"

#include <sys/resource.h>

namespace plumbline::bench {

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024; // Linux gives kilobytes.
}

RawTable::RawTable(const QString &path)
{
    sqlite3_open(path.toUtf8().constData(), &m_database);
    prepareConnection(m_database, false);
    sqlite::execute(m_database, "CREATE TABLE op(oid INTEGER PRIMARY KEY, tid INTEGER NOT NULL, idx INTEGER NOT NULL, "
                                "eid INTEGER NOT NULL, fid INTEGER NOT NULL, type INTEGER NOT NULL, refs BLOB NOT "
                                "NULL, vt INTEGER NOT NULL, val ANY, salt BLOB NOT NULL) STRICT");
    sqlite::execute(m_database, "CREATE INDEX op_register ON op(eid, fid)");
    m_insert = std::make_unique<sqlite::Statement>(m_database, "INSERT INTO op(tid, idx, eid, fid, type, refs, vt, "
                                                               "val, salt) VALUES(?, 0, ?, ?, 0, ?, 2, ?, ?)");
}

RawTable::~RawTable()
{
    m_insert.reset();
    sqlite3_close(m_database);
}

void RawTable::insert(int number, const QByteArray &text)
{
    m_insert->bind(1, number).bind(2, number / 6).bind(3, number % 6).bindBytes(4, QByteArray(20, 'r'));
    m_insert->bindText(5, text).bindBytes(6, QByteArray(16, 's')).run();
}

Stopwatch insertRaw(const QString &path, qint64 rows, int chunk)
{
    RawTable raw(path);
    Prose prose(9);
    QList<QByteArray> texts;
    for (int i = 0; i < 1000; ++i)
        texts += prose.words(20);
    Stopwatch watch;
    for (qint64 done = 0; done < rows;) {
        raw.begin();
        for (int i = 0; i < chunk && done < rows; ++i, ++done)
            raw.insert(int(done), texts.at(done % texts.size()));
        raw.commit();
    }
    return watch;
}

} // namespace plumbline::bench
