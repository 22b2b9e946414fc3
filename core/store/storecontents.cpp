// The contents of attached files, as far as they are in this copy.

#include "core/domain/attachment.h"
#include "core/store/contents.h"
#include "core/store/storeparts.h"

#include <QCoreApplication>

namespace plumbline {

bool Store::holdsContents(const Attachment &attachment)
{
    try {
        return Contents(m_database).state(attachment.sha256, attachment.audience) == ContentsState::Here;
    } catch (const sqlite::Failure &) {
        return false;
    }
}

Result<QByteArray> Store::contents(const Attachment &attachment)
{
    const auto refuse = [&](ErrorCode code, const char *sentence) {
        return Error{code, QCoreApplication::translate("Store", sentence).arg(attachment.filename), {}, {}};
    };
    return guarded([&]() -> Result<QByteArray> {
        const Contents table(m_database);
        if (table.state(attachment.sha256, attachment.audience) == ContentsState::NotHere)
            return refuse(ErrorCode::NotFound,
                          QT_TRANSLATE_NOOP("Store",
                                            "The contents of “%1” are not in this copy. Import a bundle with "
                                            "everything of somebody who has them."));
        QByteArray contents = table.read(attachment.sha256, attachment.audience);
        if (!Contents::hold(contents, attachment.sha256))
            return refuse(ErrorCode::Damaged,
                          QT_TRANSLATE_NOOP(
                              "Store", "The contents of “%1” are damaged in this copy and were not used. "
                                       "Import a bundle with everything of somebody who has them whole."));
        return contents;
    });
}

Status Store::keepContents(const QByteArray &sha256, int audience, const QByteArray &contents)
{
    if (isReadOnly())
        return readOnlyError();
    if (contents.size() > largestFile || !Contents::hold(contents, sha256))
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate(
                         "Store", "The contents of a file do not match their fingerprint; they were "
                                  "not taken in."),
                     {},
                     {}};
    return guarded([&]() -> Status {
        // An import has a transaction open already; each file by itself is whole or not there.
        sqlite::execute(m_database, "SAVEPOINT contents");
        try {
            Contents(m_database).keep(sha256, audience, contents);
            sqlite::execute(m_database, "RELEASE contents");
        } catch (const sqlite::Failure &) {
            sqlite3_exec(m_database, "ROLLBACK TO contents; RELEASE contents", nullptr, nullptr, nullptr);
            throw;
        }
        return {};
    });
}

} // namespace plumbline
