#pragma once

#include "ui/dialogs/conflicttext.h"

#include <QTextEdit>

namespace plumbline {

/// A merged text being edited: what is new in it is marked, and in amber what stands where somebody has to decide.
class MergedTextEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit MergedTextEdit(QWidget *parent = nullptr);

    /// What the words are marked against; nothing is marked without it.
    void compareWith(const QString &base, const TextDifferences &differences);

public slots:
    /// Selects the next place to decide after the cursor, from the last one the first.
    void goToNextPlace();

protected:
    bool event(QEvent *event) override;

private:
    void mark();
    QList<TextMark> marks() const;

    QString m_base;
    TextDifferences m_differences;
};

} // namespace plumbline
