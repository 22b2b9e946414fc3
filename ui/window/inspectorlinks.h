#pragma once

#include "ui/window/inspectorpart.h"

#include <QSet>

namespace plumbline {

/// What the record is linked to, read both ways: links by their type, dependencies of the plan with their lag, and
/// the records that name it in a field.
class InspectorLinks : public InspectorPart
{
    Q_OBJECT

public:
    using InspectorPart::InspectorPart;

protected:
    bool fill(const Record &record, Kind kind) override;

private:
    /// A heading and below it names of records; @p notes stand after them.
    struct Group {
        QString title;
        QList<RecordId> records;
        QStringList notes;
    };
    QList<Group> linkGroups(RecordId record) const;
    QList<Group> dependencyGroups(RecordId record) const;
    QList<Group> referenceGroups(RecordId record) const;
    void addGroup(const Group &group);

    QSet<QString> m_unfolded; ///< Titles of the groups that show all they have.
};

} // namespace plumbline
