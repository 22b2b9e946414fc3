#pragma once

#include "core/base/id.h"
#include "ui/widgets/severity.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QToolButton;

namespace plumbline {

/// One line about a record: when, which, and what else.
struct Fact {
    QString when;    ///< A date or another short first word; empty for none.
    RecordId record; ///< Where a click leads; null for plain words.
    QString words;   ///< What the record is called.
    QString rest;    ///< Second text after it.
    Severity severity = Severity::None;
    QString action = {}; ///< Text of a link after it, which emits actionRequested(); empty for none.
    friend bool operator==(const Fact &, const Fact &) = default;
};

/// A few facts below each other, each leading to its record: the findings a recommendation rests on, the
/// members of a sub-team. Long words wrap.
class FactList : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    /// Shows the facts, or the sentence @p whenEmpty.
    void setFacts(const QList<Fact> &facts, const QString &whenEmpty);
    /// Puts a button after each fact that takes it away; its tool tip is @p toolTip. Empty: no buttons.
    void setRemovable(const QString &toolTip);
    /// Puts a button with that icon after each fact, which emits buttonPressed(); its tool tip is @p toolTip. Empty: no
    /// buttons.
    void setButton(const QString &icon, const QString &toolTip);
    const QList<Fact> &facts() const { return m_facts; }

signals:
    void recordRequested(plumbline::RecordId record);
    void removalRequested(plumbline::RecordId record);
    void actionRequested(plumbline::RecordId record);
    /// The button of setAction() was pressed.
    void buttonPressed(plumbline::RecordId record);

protected:
    bool event(QEvent *event) override;

private:
    void rebuild();
    void addFact(QGridLayout *grid, int row, const Fact &fact);
    QToolButton *addButton(QGridLayout *grid, int row, int column, const QString &icon, const QString &toolTip);

    QList<Fact> m_facts;
    QString m_whenEmpty;
    QString m_removeTip;
    QString m_actionIcon;
    QString m_actionTip;
    QWidget *m_rows = nullptr;
};

} // namespace plumbline
