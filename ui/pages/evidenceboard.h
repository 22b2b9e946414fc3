#pragma once

#include "core/domain/datasource.h"
#include "ui/pages/page.h"
#include "ui/widgets/pageheader.h"

#include <QListView>

namespace plumbline {

class RecordModel;

/// One column of the board: the data sources of one state. Cards are dragged into another column, or moved by Alt and the
/// arrow keys.
class BoardColumn : public QListView
{
    Q_OBJECT

public:
    BoardColumn(Session &session, SourceState state, QWidget *parent = nullptr);

    SourceState state() const { return m_state; }
    RecordModel *records() const { return m_records; }
    RecordId current() const;

signals:
    /// A card is to come into this column.
    void dropped(plumbline::RecordId source);
    /// The current card is to go so many columns on.
    void stepped(int columns);

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SourceState m_state;
    RecordModel *m_records;
};

/// The data sources as cards in columns, one for each state.
class EvidenceBoard : public Page
{
    Q_OBJECT

public:
    explicit EvidenceBoard(Session &session, QWidget *parent = nullptr);

    bool showRecord(RecordId) override { return false; } // The list shows single sources.
    RecordId currentRecord() const override { return m_current; }
    PageHeader *header() const { return m_header; }
    const QList<BoardColumn *> &columns() const { return m_columns; }

    /// Gives a source another state; says when it is refused.
    bool move(RecordId source, SourceState state);

private:
    QWidget *makeColumn(SourceState state);
    void updateCounts();
    void setCurrent(RecordId source);

    PageHeader *m_header;
    QList<BoardColumn *> m_columns;
    QList<class SectionHeader *> m_heads;
    RecordId m_current;
};

} // namespace plumbline
