#pragma once

#include "core/edits/preparation.h"
#include "core/session/session.h"
#include "ui/dialogs/dialogframe.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace plumbline {

class ChoiceBar;

/// A small dialog around one edit: its callers put the fields into it that the edit needs, and it commits.
///
/// What is refused is said in the dialog, which stays open with what was typed.
class EditDialog : public DialogFrame
{
    Q_OBJECT

public:
    EditDialog(Session &session, const QString &title, const QString &sentence, const QString &accept, QWidget *parent = nullptr);

    /// A line; while it is empty and @p needed says what is missing, the dialog cannot be accepted.
    QLineEdit *addLine(const QString &label, const QString &text = {}, const QString &needed = {});
    QPlainTextEdit *addText(const QString &label, const QString &needed = {});
    /// Any other widget.
    void addWidget(const QString &label, QWidget *widget) { addField(label, widget); }
    /// Records to choose from, after @p none unless that is empty. The data of an item is the id.
    QComboBox *addRecords(const QString &label, const QList<RecordId> &records, const QString &none);
    /// The fields of a decision: one on record, or its day, how, where and with which level, without which it cannot be
    /// accepted where @p levelNeeded.
    void addDecision(bool levelNeeded = false);
    /// What those fields say. Error BadInput when the date is not understood.
    Result<DecisionDetails> decision() const;
    /// A day as people type it; today when nothing is typed. Error BadInput.
    Result<PartialDate> dayIn(const QLineEdit *line) const;

    using EditFunctionCall = std::function<Result<ChangeSet>(const EditContext &)>;
    /// What is committed. With @p takesBaseline merges that long texts show are written down first.
    void setEdit(const EditFunctionCall &edit, bool takesBaseline = false);

public slots:
    void accept() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void judge();
    QComboBox *addBox();

    struct Needed {
        std::function<bool()> isThere;
        QString sentence;
    };

    Session &m_session; // Not owned.
    QList<Needed> m_needed;
    EditFunctionCall m_edit;
    bool m_takesBaseline = false;
    QComboBox *m_decision = nullptr;
    QLineEdit *m_date = nullptr;
    ChoiceBar *m_channel = nullptr;
    QComboBox *m_meeting = nullptr;
    QComboBox *m_level = nullptr;
};

} // namespace plumbline
