#pragma once

#include "core/session/session.h"
#include "ui/dialogs/conflicttext.h"
#include "ui/dialogs/conflictvalues.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace plumbline {

class Chip;
class MergedTextEdit;
class QuietLabel;

/// One conflict: every version with who and when, a merged proposal to edit where there is one, and what can be done.
///
/// It asks; ConflictsView commits.
class ConflictDetail : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictDetail(Session &session, QWidget *parent = nullptr);

    /// Shows @p conflict anew, unless it is the one shown already: what is being typed stays.
    void setConflict(const std::optional<Conflict> &conflict);
    const std::optional<Conflict> &conflict() const { return m_conflict; }

public slots:
    /// Puts the cursor on the next place to decide in the merged text.
    void goToNextPlace();

signals:
    /// One of the versions, counted from 1 as takeConflictValue() does.
    void taken(int number);
    /// Another text, as typed.
    void settled(const QString &text);
    void leftForLater();
    void recordRequested(plumbline::RecordId record);

private:
    void build();
    void addHead(QVBoxLayout *layout);
    std::pair<QString, QString> whoDid(bool deleted) const;
    void addVersions(QVBoxLayout *layout);
    void addMerged(QVBoxLayout *layout);
    void addActs(QVBoxLayout *layout);
    void judge();
    QString headline() const;
    QString subline() const;
    QString words(const Value &value) const;
    bool isText() const;
    bool canBeTyped() const;
    bool isMine(const ConflictValue &value) const;
    QList<int> order() const;
    void fillMerged();
    ConflictValueColumn::Content before() const;

    Session &m_session; // Not owned, outlives the widget.
    std::optional<Conflict> m_conflict;
    TextDifferences m_differences;
    QWidget *m_content = nullptr;
    MergedTextEdit *m_merged = nullptr; // Null when the field cannot be typed.
    QPushButton *m_use = nullptr;
    QuietLabel *m_needed = nullptr;
    Chip *m_open = nullptr;
};

} // namespace plumbline
