#pragma once

#include "core/session/session.h"
#include "ui/widgets/severity.h"

#include <QWidget>

class QLayout;
class QVBoxLayout;

namespace plumbline {

class QuietLabel;

/// One of the stacked parts of the inspector: what it shows of the record is made anew after every change.
class InspectorPart : public QWidget
{
    Q_OBJECT

public:
    InspectorPart(Session &session, QWidget *parent);

    /// Shows this part of @p record; hides itself when there is nothing to say.
    void setRecord(RecordId record);

signals:
    void recordRequested(plumbline::RecordId record);
    void message(plumbline::Severity severity, const QString &happened, const QString &kept);

protected:
    /// Fills the empty part; false when there is nothing to show.
    virtual bool fill(const Record &record, Kind kind) = 0;

    Session &session() const { return m_session; }
    RecordId record() const { return m_record; }
    QVBoxLayout *column() const { return m_column; }
    /// Puts a widget below all that is made anew; it stays from filling to filling.
    void addPermanent(QWidget *widget);
    /// Makes the part anew, as after "Show all".
    void refill();
    void addHeading(const QString &title, qsizetype count = -1);
    /// Words that wrap, in second text unless told otherwise.
    QuietLabel *addWords(const QString &text);
    /// The same with the name of a record in it, which is followed by a click or Enter.
    QuietLabel *addLinkedWords(const QString &html);
    /// A link with the name of a record, for addLinkedWords().
    QString linkTo(RecordId record) const;
    /// Commits, and says so when it was refused.
    bool commit(const Result<ChangeSet> &changes);
    /// Whether a hairline parts it from the one above, and how far its words stand from the edge.
    void setFrame(bool line, const QMargins &margins);

    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Session &m_session; // Not owned, outlives the inspector.
    RecordId m_record;
    QVBoxLayout *m_column;
    bool m_lineVisible = true;
};

/// Removes everything from a layout, and the layout's own layouts with it.
void clearLayout(QLayout *layout);

} // namespace plumbline
