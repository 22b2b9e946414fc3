#include "core/exchange/openpublication.h"

#include "core/exchange/publication.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <limits>

namespace plumbline {

static constexpr qsizetype recordsAtOnce = 500; // So that no transaction reaches the limit of the format.

static void put(ChangeSet &changes, Kind kind, const Record &record)
{
    changes.edits += Edit{Edit::Create, kind, record.id, {}, {}, record.audience};
    for (const Field &field : describe(kind).fields) {
        if (const Value value = field.get(record); !value.isNull())
            changes.set(kind, record.id, field.name, value);
    }
}

static Status writeCopy(const QString &path, const Review &published)
{
    if (Status made = Store::create(path, published.uuid()); !made)
        return made;
    const auto store = Store::open(path, Store::ReadWrite, StreamRegistry::inMemory());
    if (!store)
        return store.error();
    if (Status quick = (*store)->setDurable(false); !quick)
        return quick;
    ChangeSet changes((*store)->review(), Cause::Publish);
    qsizetype records = 0;
    const auto commit = [&]() -> Status {
        const auto done = (*store)->commit(changes, {});
        changes = ChangeSet((*store)->review(), Cause::Publish);
        return done ? Status() : Status(done.error());
    };
    for (const Kind kind : allKinds()) {
        for (const Record *record : published.list(kind)) {
            put(changes, kind, *record);
            if (++records % recordsAtOnce != 0)
                continue;
            if (Status done = commit(); !done)
                return done;
        }
    }
    if (Status done = commit(); !done)
        return done;
    const auto indexed = (*store)->prepareSearch(std::numeric_limits<qint64>::max());
    return indexed ? Status() : Status(indexed.error());
}

Result<std::unique_ptr<Session>> openPublication(const QString &path, const SessionOptions &options)
{
    const auto published = readPublication(path);
    if (!published)
        return published.error();
    const auto folder = std::make_shared<QTemporaryDir>();
    const QString copy = folder->filePath(QStringLiteral("publication.plumb"));
    if (const Status written = writeCopy(copy, *published); !written)
        return Error{ErrorCode::CannotWrite,
                     QCoreApplication::translate("Publication", "“%1” cannot be shown, because there is no room for a passing "
                                                                "copy of it. Make room on the disk and open it again.")
                         .arg(QFileInfo(path).fileName()),
                     written.error().sentence,
                     {}};
    SessionOptions reading = options;
    reading.mode = Store::ReadOnly;
    reading.loading = Store::Everything;
    reading.copy = {QFileInfo(path).absoluteFilePath(), folder};
    return Session::open(copy, reading);
}

} // namespace plumbline
