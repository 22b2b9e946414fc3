#include "ui/pages/editablefacts.h"

#include "ui/dialogs/recorddialog.h"
#include "ui/editors/factlist.h"

using namespace Qt::StringLiterals;

namespace plumbline {

void makeEditable(FactList *facts, Session &session, const std::function<void(const QString &)> &refuse)
{
    if (session.isReadOnly())
        return;
    facts->setButton(u"edit"_s, FactList::tr("Change…"));
    facts->setRemovable(FactList::tr("Delete"));
    QObject::connect(facts, &FactList::buttonPressed, facts, [facts, &session](RecordId record) {
        if (session.review().find(record))
            RecordDialog(session, record, facts->window()).exec();
    });
    QObject::connect(facts, &FactList::removalRequested, facts, [&session, refuse](RecordId record) {
        const auto kind = session.review().kindOf(record);
        if (!kind)
            return;
        ChangeSet changes(session.review(), Cause::Delete);
        changes.remove(*kind, record);
        if (const auto done = session.commit(changes); !done)
            refuse(done.error().sentence);
    });
}

} // namespace plumbline
