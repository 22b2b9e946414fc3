#pragma once

#include "tests/core/store/teststore.h"

#include <functional>

namespace plumbline {

/// A day's work in a file, step by step, the same bytes each time: what tests of broken disks interrupt.
///
/// Every step is one call that writes one transaction of SQLite: creating, editing short and long texts, taking in
/// what a colleague sent, undoing, redoing and deleting.
class DaysWork
{
public:
    using Step = std::function<Status(TestStore &)>;

    /// What the file holds after a number of steps.
    struct Stand {
        QSet<QByteArray> transactions;
        QByteArray dump;
    };

    DaysWork()
    {
        TestStore ben(morning, "Ben");
        for (int i = 0; i < 12; ++i)
            ben.addMilestone(QStringLiteral("of Ben %1").arg(i));
        ben.set(first, "source", QStringLiteral("as Ben heard it"));
        fromBen = ben.transactions();
        morning.close();
    }

    static Stand standOf(const TestStore &file)
    {
        Stand stand;
        for (const Transaction &transaction : file.transactions())
            stand.transactions.insert(transaction.identity());
        stand.dump = file.dump();
        return stand;
    }

    /// The stand before the first step and after each.
    QList<Stand> stands() const
    {
        TestStore file(morning, "Ada's day");
        QList<Stand> all{standOf(file)};
        for (const Step &step : steps) {
            must(step(file));
            all += standOf(file);
        }
        return all;
    }

    TestStore morning; ///< The file before the work; nobody has it open.
    const RecordId first = morning.addMilestone(QStringLiteral("Draft report"));
    QList<Transaction> fromBen;

    const QList<Step> steps{
        [](TestStore &file) { return create(file, 1); },
        [this](TestStore &file) { return set(file, first, "title", QStringLiteral("Final report")); },
        [](TestStore &file) { return set(file, record(1), "description", QString(9'000, u'd')); },
        [this](TestStore &file) { return take(file); },
        [this](TestStore &file) { return set(file, first, "description", QStringLiteral("Two parts.")); },
        [](TestStore &file) { return Status(status(file.store->undo(file.author()))); },
        [](TestStore &file) { return Status(status(file.store->undo(file.author()))); },
        [](TestStore &file) { return Status(status(file.store->redo(file.author()))); },
        [](TestStore &file) { return create(file, 2); },
        [this](TestStore &file) { return remove(file, first); },
        [](TestStore &file) { return Status(status(file.store->undo(file.author()))); },
    };

private:
    static RecordId record(int number) { return RecordId(QUuid(uint(number), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)); }
    template<class T>
    static Status status(const Result<T> &result)
    {
        return result ? Status() : Status(result.error());
    }
    static Status commit(TestStore &file, const ChangeSet &changes)
    {
        return status(file.store->commit(changes, file.author()));
    }
    static Status create(TestStore &file, int number)
    {
        ChangeSet changes = file.edit(Cause::Create);
        changes.create(file.review(), Kind::Milestone, {}, record(number));
        changes.set(Kind::Milestone, record(number), "title", Value(QStringLiteral("Milestone %1").arg(number)));
        return commit(file, changes);
    }
    static Status set(TestStore &file, RecordId id, const QByteArray &field, const QString &text)
    {
        ChangeSet changes = file.edit();
        changes.set(Kind::Milestone, id, field, Value(text));
        return commit(file, changes);
    }
    static Status remove(TestStore &file, RecordId id)
    {
        ChangeSet changes = file.edit(Cause::Delete);
        changes.remove(Kind::Milestone, id);
        return commit(file, changes);
    }
    Status take(TestStore &file) const
    {
        qsizetype at = 0;
        const auto next = [&]() -> std::optional<Transaction> {
            return at < fromBen.size() ? std::optional(fromBen.at(at++)) : std::nullopt;
        };
        return status(file.store->importTransactions(next, QStringLiteral("Ben"), file.now));
    }
};

} // namespace plumbline
