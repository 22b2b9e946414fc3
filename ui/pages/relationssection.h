#pragma once

#include "core/domain/link.h"
#include "core/session/session.h"

#include <QWidget>

namespace plumbline {

class FactList;
class RecordPicker;
class SectionHeader;

/// What a section of links is about.
struct Relation {
    LinkType type;
    bool fromHere; ///< Whether the record of the page is where the links start.
    QList<Kind> kinds; ///< Of the other ends.
    QString title; ///< "Rests on".
    QString whenEmpty;
    QString add; ///< "Add a finding…"; empty where links come from elsewhere.
    QString remove; ///< Tool tip of the button that takes a link away.
};

/// The records of one relation with the record of a page: added by picking, taken away with a button. A link whose end
/// changed since it was confirmed is marked, and shows what changed.
class RelationsSection : public QWidget
{
    Q_OBJECT

public:
    RelationsSection(Session &session, const Relation &relation, QWidget *parent = nullptr);

    void setRecord(RecordId record);
    RecordId record() const { return m_record; }
    SectionHeader *header() const { return m_header; }
    FactList *list() const { return m_list; }
    RecordPicker *picker() const { return m_picker; }

    /// Links the record with another one; false when that is refused.
    bool add(RecordId other);
    bool remove(RecordId other);
    /// Says where in the source the finding rests: an excerpt and a page.
    bool cite(RecordId other, const QString &passage, const QString &page);

signals:
    void refused(const QString &sentence);
    void recordRequested(plumbline::RecordId record);

private:
    void refresh();
    QList<std::pair<QString, QUuid>> candidates() const;
    void askWhere(RecordId other);
    void showSuspect(RecordId other);
    LinkId linkWith(RecordId other) const;
    bool commit(const Result<ChangeSet> &changes);

    Session &m_session; // Not owned, outlives the section.
    const Relation m_relation;
    RecordId m_record;
    SectionHeader *m_header;
    FactList *m_list;
    RecordPicker *m_picker;
};

} // namespace plumbline
