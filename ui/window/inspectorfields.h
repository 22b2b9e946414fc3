#pragma once

#include "ui/window/inspectorpart.h"

class QGridLayout;

namespace plumbline {

/// The fields of the record that hold something, read-only, in pairs; long ones across both columns.
class InspectorFields : public InspectorPart
{
    Q_OBJECT

public:
    using InspectorPart::InspectorPart;

protected:
    bool fill(const Record &record, Kind kind) override;

private:
    void addField(const Record &record, Kind kind, const Field &field);
    void addBaseline(const Record &record);
    void addPair(const QString &label, const QString &html, bool wide);

    QGridLayout *m_grid = nullptr; // Made anew with each filling.
    int m_cells = 0;
};

} // namespace plumbline
