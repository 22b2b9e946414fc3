#pragma once

#include "core/session/create.h"
#include "tests/samplefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A copy of the built-in example, opened for one test.
class SampleReview
{
public:
    SampleReview()
    {
        const QString path = m_folder.filePath(QStringLiteral("review.plumb"));
        if (!putSample(path))
            qFatal("The example cannot be copied.");
        m_session = open(path);
    }

    plumbline::Session &session() const { return *m_session; }
    const plumbline::Review &review() const { return m_session->review(); }

    /// Commits one field as another window or an import would.
    template<auto member, class T, class V>
    bool set(plumbline::Id<T> record, const V &value) const
    {
        plumbline::ChangeSet changes(review(), plumbline::Cause::Edit);
        changes.set<member>(record, value);
        return bool(session().commit(changes));
    }

    /// Opens a review for reading and writing, with streams nobody is to continue.
    std::unique_ptr<plumbline::Session> open(const QString &path) const
    {
        plumbline::SessionOptions options;
        options.registry = plumbline::StreamRegistry::inMemory();
        options.clock = &m_clock;
        auto opened = plumbline::Session::open(path, options);
        if (!opened)
            qFatal("The example cannot be opened: %s", qPrintable(opened.error().sentence));
        return std::move(*opened);
    }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    plumbline::FixedClock m_clock{QDateTime(QDate(2018, 11, 8), QTime(13, 0), Qt::UTC)};
    std::unique_ptr<plumbline::Session> m_session;
};
