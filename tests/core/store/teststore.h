#pragma once

#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/domain/recordjson.h"
#include "core/store/store.h"
#include "tests/core/base/must.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

/// One copy of a review in a folder of its own, written by one person under a registry of her own, so that
/// every copy stands for another computer. Ids and random bytes follow from the name; every run is the same.
class TestStore
{
    QTemporaryDir m_folder; // First, so that it goes last: the review in it is closed before.

public:
    /// A new review that holds its own record and nothing else.
    explicit TestStore(const QByteArray &name = "Ada")
        : registry(StreamRegistry::inMemory()), entropy(seededEntropy(name))
    {
        must(Store::create(path(), reviewUuid()));
        open();
        ChangeSet changes(review(), Cause::Create);
        changes.create(review(), Kind::Review, {}, RecordId(reviewUuid()));
        changes.set(Kind::Review, RecordId(reviewUuid()), "title", Value(QStringLiteral("SSR2")));
        commit(changes);
    }
    /// A copy of another one's file, as a colleague gets it on a stick: her registry knows nothing of its
    /// streams.
    TestStore(const TestStore &original, const QByteArray &name)
        : registry(StreamRegistry::inMemory()), entropy(seededEntropy(name))
    {
        if (!QFile::copy(original.path(), path()))
            qFatal("the file cannot be copied");
        open();
    }

    static QUuid reviewUuid() { return QUuid::fromString(u"7ae0a4a1-6b3c-4f5e-9d43-0a1b2c3d4e5f"); }
    QString path() const { return m_folder.filePath(QStringLiteral("review.plumb")); }
    QString folder() const { return m_folder.path(); }

    void open(Store::Mode mode = Store::ReadWrite)
    {
        store = must(Store::open(path(), mode, registry, entropy));
    }
    void close() { store.reset(); }
    void reopen()
    {
        close();
        open();
    }

    const Review &review() const { return store->review(); }
    Author author() const { return {RecordId(), now}; }
    ChangeSet edit(Cause cause = Cause::Edit) const { return ChangeSet(review(), cause); }
    Commit commit(const ChangeSet &changes) { return must(store->commit(changes, author())); }
    Commit undo() { return must(store->undo(author())); }
    Commit redo() { return must(store->redo(author())); }

    /// Creates a record with some of its fields set.
    RecordId add(Kind kind, const QHash<QByteArray, QString> &texts = {})
    {
        ChangeSet changes = edit(Cause::Create);
        const RecordId id = changes.create(review(), kind, {}, RecordId(QUuid::fromRfc4122(entropy(16))));
        for (auto text = texts.cbegin(); text != texts.cend(); ++text)
            changes.set(kind, id, text.key(), Value(text.value()));
        commit(changes);
        return id;
    }
    RecordId addMilestone(const QString &title) { return add(Kind::Milestone, {{"title", title}}); }
    Commit set(RecordId id, const QByteArray &field, const Value &value)
    {
        ChangeSet changes = edit();
        changes.set(*review().kindOf(id), id, field, value);
        return commit(changes);
    }
    Commit set(RecordId id, const QByteArray &field, const QString &text)
    {
        return set(id, field, Value(text));
    }
    Commit resolve(RecordId id, const QByteArray &field, const QString &text)
    {
        ChangeSet changes = edit(Cause::Resolve);
        changes.resolve(*review().kindOf(id), id, field, Value(text));
        return commit(changes);
    }
    Commit remove(RecordId id)
    {
        ChangeSet changes = edit(Cause::Delete);
        changes.remove(*review().kindOf(id), id);
        return commit(changes);
    }

    /// The text a field shows.
    QString text(RecordId id, const QByteArray &field) const
    {
        const Record *record = review().findAny(id);
        return record ? describe(*review().kindOf(id)).field(field)->get(*record).toText() : QString();
    }
    Life life(RecordId id) const { return review().findAny(id)->life; }
    bool inConflict(RecordId id, const QByteArray &field) const { return review().conflict(id, field); }
    /// The values a conflict offers, in order; empty when there is none.
    QStringList values(RecordId id, const QByteArray &field) const
    {
        QStringList texts;
        if (const Conflict *conflict = review().conflict(id, field)) {
            for (const ConflictValue &value : conflict->values)
                texts += value.value.toText();
        }
        return texts;
    }
    QByteArray dump() const { return dumpReview(review()); }

    QList<Transaction> transactions() const
    {
        QList<Transaction> all;
        must(store->forEachTransaction([&](const Transaction &transaction) -> Status {
            all += transaction;
            return {};
        }));
        return all;
    }
    ImportCounts take(const QList<Transaction> &transactions)
    {
        qsizetype at = 0;
        return must(store->importTransactions(
            [&]() -> std::optional<Transaction> {
                return at < transactions.size() ? std::optional(transactions.at(at++)) : std::nullopt;
            },
            QStringLiteral("a colleague"), now));
    }
    ImportCounts takeFrom(const TestStore &other) { return take(other.transactions()); }

    StreamRegistry registry;
    Entropy entropy;
    QDateTime now{QDate(2020, 1, 24), QTime(12, 0), Qt::UTC};
    std::unique_ptr<Store> store;
};

/// Both take what the other has.
inline void exchange(TestStore &a, TestStore &b)
{
    const QList<Transaction> ofA = a.transactions();
    a.takeFrom(b);
    b.take(ofA);
}

} // namespace plumbline
