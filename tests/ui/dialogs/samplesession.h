#pragma once

#include "core/session/create.h"
#include "tests/samplefile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

/// A copy of the built-in example, open on a day of the autumn of 2019 and gone with the test.
class SampleSession
{
public:
    SampleSession() : SampleSession(QString(), QString()) {}
    /// Another review from a template, instead of the example.
    SampleSession(const QString &templateName, const QString &title)
        : clock(QDateTime(QDate(2019, 11, 8), QTime(13, 2), Qt::UTC)), m_path(m_folder.filePath(QStringLiteral("review.plumb")))
    {
        if (templateName.isEmpty() ? !putSample(m_path) : !createReview(m_path, templateName, title))
            qFatal("There is no review to work on.");
        SessionOptions options;
        options.clock = &clock;
        options.registry = StreamRegistry::inMemory();
        auto opened = Session::open(m_path, options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        m_session = std::move(*opened);
    }

    Session &operator*() { return *m_session; }
    Session *operator->() { return m_session.get(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    RecordId record(const char *key) const
    {
        const auto found = m_session->review().byKey(QString::fromLatin1(key));
        return found ? *found : RecordId();
    }

    FixedClock clock;

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Session> m_session;
};

} // namespace plumbline
