#pragma once

#include "ui/editors/editorgroup.h"

#include <QScrollArea>

class QVBoxLayout;

namespace plumbline {

class RecordHead;
class TitleEditor;

/// A scrolling editor of one record of a kind: the quiet line, the title, and below them what a subclass
/// adds.
///
/// Read-only when the session is. What was typed is committed when a field is left, another record is shown,
/// or the editor is hidden.
class RecordView : public QScrollArea
{
    Q_OBJECT

public:
    RecordView(Session &session, Kind kind, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    RecordId record() const { return m_editors->record(); }
    /// Shows another record; null clears the editor.
    virtual void setRecord(RecordId record);
    /// Commits what was typed; false when something was refused.
    bool leave() { return m_editors->leave(); }
    /// The editor of that field; null when it has none here.
    FieldEditor *editor(const QByteArray &field) const { return m_editors->editor(field); }
    /// Gives the keyboard to the title, with all of it selected.
    void startTyping();

signals:
    /// The user asks to choose between the values of a field in conflict; field `life` when the record was
    /// deleted by one person while another edited it.
    void conflictRequested(plumbline::RecordId record, const QByteArray &field);
    void recordRequested(plumbline::RecordId record);
    /// The user asks to move the record to another audience.
    void moveRequested(plumbline::RecordId record);
    /// The user asks to put a tag on the record, or to take one off.
    void tagRequested(plumbline::RecordId record);
    /// Something typed was not stored; the sentence says why.
    void refused(const QString &sentence);

protected:
    Session &session() const { return m_session; }
    EditorGroup &editors() const { return *m_editors; }
    /// The widget all editors stand in, and its column, which ends in a stretch.
    QWidget *content() const { return widget(); }
    QVBoxLayout *column() const { return m_column; }
    /// The record as it is stored; null when there is none or it was deleted.
    const Record *shown() const { return m_session.review().find(record()); }
    /// What the quiet line says of the record besides its state.
    virtual QStringList headWords(const Record &record) const;
    /// Called after news and after another record is shown.
    virtual void follow();

    void hideEvent(QHideEvent *event) override;

private:
    void build();

    Session &m_session; // Not owned, outlives the editor.
    Kind m_kind;
    EditorGroup *m_editors;
    RecordHead *m_head;
    TitleEditor *m_title = nullptr; // Null for kinds whose title is not a line.
    QVBoxLayout *m_column;
};

} // namespace plumbline
