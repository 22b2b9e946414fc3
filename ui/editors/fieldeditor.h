#pragma once

#include "core/session/session.h"

#include <QWidget>

class QVBoxLayout;

namespace plumbline {

class ConflictBadge;
class FieldBar;
class QuietLabel;

/// The editor of one field of one record, whatever its type: label, input, and what there is to say about it.
///
/// Remembers the state of the review when editing begins (the keyboard comes in, or the first change) and
/// commits one ChangeSet made from that state when the field is left, so that a change that arrived meanwhile
/// becomes a merge or a conflict and is never overwritten unseen. Esc restores. A field in conflict is
/// read-only and wears a badge. What is being typed is kept as a draft; one that an earlier run left is offered.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    /// @p session is not owned and outlives the editor; @p field is of a description, which lives for ever.
    FieldEditor(Session &session, Kind kind, const Field &field, QWidget *parent = nullptr);
    ~FieldEditor() override;

    const Field &field() const { return m_field; }
    RecordId record() const { return m_record; }
    /// Shows another record, after leave(); what cannot be committed is given up and told by refused().
    void setRecord(RecordId record);

    /// Whether something was typed that is not stored.
    bool hasUnsaved() const { return m_edited; }
    /// What the input says now, as it would be stored; an error with a sentence when it cannot be understood.
    virtual Result<Value> typedValue() const = 0;
    /// Commits what was typed. False when it was refused or cannot be understood; it then stays, with a
    /// sentence.
    bool leave();
    /// Gives up what was typed and shows what is stored.
    void revert();

    /// Hides the label, where the place says what the field is; its name stays for screen readers.
    void setLabelVisible(bool visible);
    void setLabel(const QString &label);
    /// The widget that takes the keyboard.
    QWidget *input() const { return m_input; }

signals:
    /// The user asks to choose between the values of a field in conflict.
    void conflictRequested(plumbline::RecordId record, const QByteArray &field);
    /// Something typed was not stored; the sentence says why.
    void refused(const QString &sentence);
    /// The input says something else now, by typing or by news.
    void inputChanged();

protected:
    /// Shows a stored value. Must not call edited().
    virtual void showValue(const Value &value) = 0;
    virtual void setLocked(bool locked) = 0;
    /// Puts or takes the red frame.
    virtual void setWrong(bool) {}
    /// Whether the input is to be filled anew after these news, besides those of the field itself.
    virtual bool concerns(const Changes &) const { return false; }
    /// The keyboard has come in, before anything is typed.
    virtual void aboutToEdit() {}

    Session &session() const { return m_session; }
    Kind kind() const { return m_kind; }
    /// The value stored now.
    Value stored() const;
    /// Adds the input below the label.
    void addInput(QWidget *input);
    /// Watches an input that stands in a layout of its own for Esc and undo.
    void watch(QWidget *input);
    /// Puts a widget below the inputs.
    void addBelow(QWidget *widget);
    /// To be called when the person changed the input.
    void edited();
    /// To be called when the person made a choice, which needs no leaving.
    void chosen();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What the field held when editing began.
    struct Beginning {
        qint64 readAt;
        Value shown;
    };
    void build();
    void begin();
    void beginAnew();
    void refresh();
    void follow(const Changes &changes);
    void followFocus(QWidget *before, QWidget *now);
    bool contains(const QWidget *widget) const;
    bool commitTyped(const Value &value);
    void complain(const QString &sentence);
    void tellMeanwhile();
    std::optional<Draft> draft() const;
    void keepDraft();
    void draftIsDone();
    void offerDraft();
    void takeDraft();
    void dropDraft();
    void nameInput();
    bool handleEscape(QEvent *event);

    Session &m_session; // Not owned, outlives the editor.
    const Kind m_kind;
    const Field &m_field;
    RecordId m_record;
    std::optional<Beginning> m_begun;
    bool m_edited = false;
    bool m_committing = false;
    QVBoxLayout *m_layout;
    QuietLabel *m_label;
    ConflictBadge *m_badge;
    QuietLabel *m_complaint;
    FieldBar *m_meanwhile;
    FieldBar *m_draft;
    QWidget *m_input = nullptr; // Null until addInput().
};

} // namespace plumbline
