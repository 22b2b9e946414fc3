#pragma once

#include <QWidget>

namespace plumbline {

class QuietLabel;

/// Says below a field that it was changed elsewhere while somebody types in it, and offers both values.
class MeanwhileBar : public QWidget
{
    Q_OBJECT

public:
    explicit MeanwhileBar(QWidget *parent = nullptr);

    /// Shows the bar with the value the field has now, in words; an empty one means that it was cleared.
    void showValue(const QString &value);

signals:
    /// The user wants the value that arrived; what was typed is dropped.
    void theirsTaken();
    /// The user keeps on typing and knows what is being replaced.
    void mineKept();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QuietLabel *m_sentence;
};

} // namespace plumbline
