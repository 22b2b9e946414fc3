#pragma once

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace plumbline {

class MessageBar;
class QuietLabel;

/// A dialog on the ground of the page with a quiet foot: a note at the reading edge, two buttons at the far end.
class DialogFrame : public QDialog
{
    Q_OBJECT

public:
    explicit DialogFrame(const QString &windowTitle, QWidget *parent = nullptr);

    QPushButton *acceptButton() const { return m_accept; }
    QPushButton *rejectButton() const { return m_reject; }

protected:
    /// Where a dialog puts what it is about.
    QVBoxLayout *body() const { return m_body; }
    /// Everything above the foot, to be shut while the dialog works.
    QWidget *content() const { return m_content; }
    /// Puts @p widget between the body and the foot, over the whole width.
    void addAboveFoot(QWidget *widget);
    /// Puts @p widget at the far end of the heading, such as a chip.
    void addBesideHeading(QWidget *widget);
    /// Puts @p widget at the foot in place of the note, at the reading edge.
    void addAtFoot(QWidget *widget);
    /// The heading and the sentence below it, which may be empty. Both are plain text.
    void setHeading(const QString &title, const QString &sentence);
    /// A caption in the body that belongs to @p field, and the field below it.
    void addField(const QString &label, QWidget *field);
    void addField(const QString &label, QLayout *row, QWidget *field);
    /// Texts of the buttons; the first is the primary one. An empty second text hides that button.
    void setButtons(const QString &accept, const QString &reject);
    /// Whether the primary button may be pressed and, if not, what is still needed, which stands at the foot.
    void allow(bool allowed, const QString &needed = {});
    /// What stands at the foot while nothing is needed.
    void setFootnote(const QString &note);
    /// Says in a bar on top that something was refused, and keeps the dialog open.
    void complain(const QString &sentence);

    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_content;
    QVBoxLayout *m_body;
    QHBoxLayout *m_heading;
    MessageBar *m_bar;
    QuietLabel *m_title;
    QuietLabel *m_sentence;
    QWidget *m_foot;
    QuietLabel *m_note;
    QString m_footnote;
    QPushButton *m_accept;
    QPushButton *m_reject;
};

} // namespace plumbline
