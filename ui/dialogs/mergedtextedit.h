#pragma once

#include "ui/dialogs/conflicttext.h"

#include <QTextCursor>
#include <QTextEdit>

namespace plumbline {

/// A merged text being edited: what is new in it is marked, and in a frame of amber what somebody has to decide.
///
/// A place is open while the words that stand for it are in the text, wherever typing has moved them; it is decided when
/// decide() has put one of its alternatives there, or somebody typed over them. Undo opens it again.
class MergedTextEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit MergedTextEdit(QWidget *parent = nullptr);

    /// Shows @p merged; words are marked against @p base. Nothing of this can be undone.
    void setMerged(const MergeInWords &merged, const QString &base);

    /// Numbers of the places that are still open, from 0.
    QList<int> openPlaces() const;
    /// The open place the cursor stands in, else the next one after it, else the first; -1 for none.
    int currentPlace() const;
    QStringList alternatives(int place) const { return m_merged.places.at(place).alternatives; }

public slots:
    /// Selects the next open place after the cursor, from the last one the first.
    void goToNextPlace();
    /// Puts the alternative into the place; undo takes it back.
    void decide(int place, int alternative);
    /// Selects the words that stand for the place, so that typing replaces them.
    void writeAnother(int place);

signals:
    /// Another place is open, decided or current.
    void placesChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void mark();
    QTextCursor openWords(int place) const;
    bool isWithinOpenPlace(const TextMark &mark) const;

    MergeInWords m_merged;
    QString m_base;
};

} // namespace plumbline
