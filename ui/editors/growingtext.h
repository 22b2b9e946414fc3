#pragma once

#include "ui/widgets/apptheme.h"

#include <QPlainTextEdit>

namespace plumbline {

/// A text field as high as its text, within limits, that can wear a red frame. Tab leaves it.
class GrowingText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit GrowingText(Type type, QWidget *parent = nullptr);

    /// Least and greatest height in lines; a longer text scrolls.
    void setLines(int least, int most);
    /// Return leaves the field instead of making a new line, as in a title, and the field has no frame until
    /// it has the keyboard.
    void setIsTitle();
    void setWrong(bool wrong);
    /// Underlines every occurrence of the words with dots.
    void setMarkedWords(const QStringList &words);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// Return was pressed in a title.
    void returnPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    int heightFor(qreal lines) const;
    int lineCount() const;
    void updateHeight();
    void markWords();

    Type m_type;
    int m_least = 1;
    int m_most = 12;
    bool m_isTitle = false;
    bool m_wrong = false;
    QStringList m_marked;
};

} // namespace plumbline
