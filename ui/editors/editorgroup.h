#pragma once

#include "ui/editors/fieldeditor.h"

#include <QHash>

namespace plumbline {

/// The editors of the fields of one record, wherever they stand in a form.
class EditorGroup : public QObject
{
    Q_OBJECT

public:
    EditorGroup(Session &session, Kind kind, QObject *parent);

    RecordId record() const { return m_record; }
    /// Makes the editor of that field, below @p parent; the kind must have the field.
    FieldEditor *make(const QByteArray &field, QWidget *parent);
    /// Takes in an editor made elsewhere.
    void add(FieldEditor *editor);
    FieldEditor *editor(const QByteArray &field) const { return m_editors.value(field); }
    template<class T>
    T *editor(const QByteArray &field) const
    {
        return qobject_cast<T *>(m_editors.value(field));
    }

    /// Shows another record in all of them, after what was typed was committed.
    void setRecord(RecordId record);
    /// Commits what was typed; false when something was refused.
    bool leave();

signals:
    void conflictRequested(plumbline::RecordId record, const QByteArray &field);
    void refused(const QString &sentence);

private:
    Session &m_session; // Not owned, outlives the group.
    Kind m_kind;
    RecordId m_record;
    QHash<QByteArray, FieldEditor *> m_editors; // Owned by the widgets they stand in.
};

} // namespace plumbline
