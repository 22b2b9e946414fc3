#pragma once

#include "ui/widgets/severity.h"

#include <QList>
#include <QWidget>

namespace plumbline {

/// One stage of a review and the gate at its end, as the strip on the Overview shows it.
struct GateStage {
    enum class State { Done, Current, Future };

    /// A small line below the title, coloured when it needs attention.
    struct Line {
        QString text = {};
        Severity severity = Severity::None;
    };

    /// A suspension, as parts of the stage from 0 (its start) to 1 (its end); none when both are equal.
    struct Suspension {
        double from = 0;
        double to = 0;
    };

    QString gate = {};  ///< What stands over the gate at the end, such as "G3"; empty when nothing follows.
    QString title = {}; ///< Name of the stage.
    QList<Line> lines = {};
    State state = State::Future;
    Suspension suspension = {};
    double share =
        1; ///< Its share of the room left over once every text has its place; not to scale with time.
};

/// The life of a review from left to right: done, current and future stages and the gates between them.
class GateStrip : public QWidget
{
    Q_OBJECT

public:
    explicit GateStrip(QWidget *parent = nullptr);

    const QList<GateStage> &stages() const { return m_stages; }
    void setStages(const QList<GateStage> &stages);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int textWidth(const GateStage &stage) const;
    QList<double> edges() const;
    double lineHeightAt() const;
    void paintStage(QPainter *painter, const GateStage &stage, double from, double to) const;
    void paintGate(QPainter *painter, const GateStage &stage, double at) const;
    void paintWords(QPainter *painter, const GateStage &stage, double from, double to, bool first) const;

    QList<GateStage> m_stages;
};

} // namespace plumbline
