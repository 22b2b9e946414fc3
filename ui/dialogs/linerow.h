#pragma once

#include <QWidget>

class QHBoxLayout;

namespace plumbline {

class LinkButton;
class QuietLabel;

/// A row of a short list that is no table: an icon, words, a link, on a hairline. Grows with its words.
class LineRow : public QWidget
{
    Q_OBJECT

public:
    explicit LineRow(QWidget *parent = nullptr);

    void addIcon(const QString &name);
    /// Words that wrap and take the room there is.
    QuietLabel *addText(const QString &text);
    /// The same on two lines, the second in second text.
    void addTexts(const QString &text, const QString &below);
    /// Words in second text at their natural width.
    QuietLabel *addQuiet(const QString &text);
    LinkButton *addLink(const QString &text);
    void setLineVisible(bool visible);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_layout;
    bool m_lineVisible = true;
};

} // namespace plumbline
