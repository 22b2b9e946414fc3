#pragma once

#include "core/session/create.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A copy of the built-in example, opened for one test.
///
/// The example is made once for all tests of a program, because it consists of hundreds of transactions.
class SampleReview
{
public:
    SampleReview()
    {
        static QTemporaryDir folder;
        static const QString original = folder.filePath(QStringLiteral("original.plumb"));
        if (!QFile::exists(original) && !plumbline::createSample(original))
            qFatal("The example cannot be made.");
        const QString path = m_folder.filePath(QStringLiteral("review.plumb"));
        QFile::copy(original, path);
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
