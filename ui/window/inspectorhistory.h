#pragma once

#include "core/store/store.h"
#include "ui/window/inspectorpart.h"

namespace plumbline {

/// What became of the record: who changed which field when, from what to what; long texts by their words.
class InspectorHistory : public InspectorPart
{
    Q_OBJECT

public:
    using InspectorPart::InspectorPart;

protected:
    bool fill(const Record &record, Kind kind) override;

private:
    void addAction(const QList<HistoryEntry> &action);
    void addEntry(const HistoryEntry &entry);
    /// Ways back to the value the change wrote, and to those it replaced when it settled a conflict.
    void addRestores(const HistoryEntry &entry);

    RecordId m_unfolded; ///< The record whose whole history is shown.
};

} // namespace plumbline
