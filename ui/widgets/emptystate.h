#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace plumbline {

class QuietLabel;

/// What an empty list shows instead of rows: what belongs here, a real example, and how to add the first one.
///
/// Stands left-aligned on the text column. Connect to the buttons it answers.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// @p sentence says what belongs here and is its heading; @p iconName is that of the page.
    EmptyState(const QString &iconName, const QString &sentence, QWidget *parent = nullptr);

    /// A real example, and below it @p more: what is there already to start from. Plain text; both may be
    /// empty.
    void setExample(const QString &example, const QString &more = {});

    /// The one button on the accent colour.
    QPushButton *setPrimary(const QString &text);

    /// Another way to begin, with a frame for the first one added and without for those after it.
    QPushButton *addChoice(const QString &text);

    /// The last, quiet line: the shortcut and what helps to know.
    void setHint(const QString &hint);

protected:
    bool event(QEvent *event) override;

private:
    void build();
    void setLook();

    QString m_iconName;
    QLabel *m_icon;
    QuietLabel *m_sentence;
    QuietLabel *m_example;
    QuietLabel *m_more;
    QuietLabel *m_hint;
    QPushButton *m_primary = nullptr; // Null until setPrimary().
    QBoxLayout *m_buttons;
    int m_choices = 0;
};

} // namespace plumbline
