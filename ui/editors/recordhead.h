#pragma once

#include "ui/widgets/chip.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace plumbline {

class ConflictBadge;
class QuietLabel;

/// The quiet line above the title of a record: key, number, sub-team, and at the far end its state.
class RecordHead : public QWidget
{
    Q_OBJECT

public:
    explicit RecordHead(QWidget *parent = nullptr);

    /// What the line says, parted by dots; empty words are left out.
    void setWords(const QStringList &words);
    /// The state; hidden when its text is empty.
    void setState(const ChipText &state);
    /// The closed group it belongs to; hidden when its text is empty.
    void setAudience(const ChipText &audience);
    /// The tags on it, as chips; those there is no room for are named when the pointer rests on the last.
    void setTags(const QStringList &names);
    /// Whether the record can be moved to another audience.
    void setMovable(bool movable);
    /// Whether tags can be put on the record.
    void setTaggable(bool taggable);
    /// Whether the record was deleted by one person while another edited it.
    void setDisputed(bool disputed);

signals:
    /// The user wants to decide whether the record is kept.
    void disputeRequested();
    /// The user wants to move the record to another audience.
    void moveRequested();
    /// The user wants to put a tag on the record, or take one off.
    void tagRequested();

private:
    void updateMore();

    QuietLabel *m_words;
    QPushButton *m_dispute;
    Chip *m_audience;
    Chip *m_state;
    QWidget *m_tags;
    QStringList m_tagNames;
    QToolButton *m_more;
    QAction *m_move;
    QAction *m_tag;
};

} // namespace plumbline
