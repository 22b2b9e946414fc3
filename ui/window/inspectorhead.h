#pragma once

#include "ui/window/inspectorpart.h"

namespace plumbline {

/// What the record is: its kind with icon and key, its title, and whose it is.
class InspectorHead : public InspectorPart
{
    Q_OBJECT

public:
    InspectorHead(Session &session, QWidget *parent);

protected:
    bool fill(const Record &record, Kind kind) override;
};

/// The problems of the record, each on the ground of its severity: the sentence, the next step, and what to do.
class InspectorProblems : public InspectorPart
{
    Q_OBJECT

public:
    InspectorProblems(Session &session, QWidget *parent);

public slots:
    /// Accepts the problem that check @p check sees, with a reason.
    void accept(const QByteArray &check, const QString &reason);

protected:
    bool fill(const Record &record, Kind kind) override;

private:
    void addProblem(const Problem &problem);
    void askToAccept(const Problem &problem);
};

} // namespace plumbline
