#pragma once

#include "core/domain/milestone.h"
#include "core/domain/person.h"
#include "core/domain/recordjson.h"
#include "core/edits/people.h"
#include "core/edits/script.h"
#include "core/session/create.h"
#include "tests/core/base/must.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

/// One person at a desk of her own: a folder with a copy of the review, open, and a clock that stands still.
class Desk
{
    QTemporaryDir m_folder; // First, so that it goes last: the review in it is closed before.

public:
    /// A new review made from a template.
    explicit Desk(const QByteArray &name = "Ada", const QString &templateName = QStringLiteral("blank"))
        : registry(StreamRegistry::inMemory()), entropy(seededEntropy(name))
    {
        must(createReview(path(), templateName, QStringLiteral("SSR2"), options()));
        open();
        sitDown(name);
    }
    /// A copy of another one's file, as a colleague gets it on a stick.
    Desk(const Desk &original, const QByteArray &name)
        : registry(StreamRegistry::inMemory()), entropy(seededEntropy(name))
    {
        if (!QFile::copy(original.path(), path()))
            qFatal("the file cannot be copied");
        open();
        sitDown(name);
    }

    QString path() const { return m_folder.filePath(QStringLiteral("review.plumb")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    SessionOptions options() const { return {Store::ReadWrite, &clock, registry, entropy}; }
    void open() { session = must(Session::open(path(), options())); }
    void close() { session.reset(); }
    void reopen()
    {
        close();
        open();
    }

    const Review &review() const { return session->review(); }
    QByteArray dump() const { return dumpReview(review()); }
    RecordId byKey(const QString &key) const { return must(review().byKey(key)); }
    const Milestone &milestone(const QString &key) const
    {
        return *review().find(MilestoneId(byKey(key).uuid));
    }

    /// Reads and commits one line of a script; later lines know its names.
    Result<Commit> tryApply(const QByteArray &line)
    {
        const auto read = script.read(session->context(), line);
        if (!read)
            return read.error();
        auto done = session->commit(read->changes);
        if (done)
            script.keepNames(*read);
        return done;
    }
    /// Takes in what another desk has.
    void takeFrom(const Desk &other)
    {
        QList<Transaction> all;
        must(other.session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
            all += transaction;
            return {};
        }));
        must(session->importTransactions(
            [&]() -> std::optional<Transaction> {
                return all.isEmpty() ? std::nullopt : std::optional(all.takeFirst());
            },
            QStringLiteral("a colleague")));
    }
    Commit apply(const QByteArray &line) { return must(tryApply(line)); }
    /// The error a line is refused with; the review must be as it was.
    Error refusal(const QByteArray &line)
    {
        const QByteArray before = dump();
        const auto done = tryApply(line);
        if (done)
            qFatal("the line was taken: %s", line.constData());
        if (dump() != before)
            qFatal("a refused line changed the review: %s", line.constData());
        return done.error();
    }

    StreamRegistry registry;
    Entropy entropy;
    FixedClock clock{QDateTime(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<Session> session;
    EditScript script;

private:
    void sitDown(const QByteArray &name)
    {
        EditContext context = session->context();
        context.newId = [this] { return RecordId(QUuid::fromRfc4122(entropy(16))); };
        const Commit added = must(session->commit(addPerson(context, QString::fromUtf8(name))));
        Q_UNUSED(added);
        must(session->setMe(personNamed(review(), QString::fromUtf8(name))));
    }
};

} // namespace plumbline
