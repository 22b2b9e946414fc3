#pragma once

#include <QWidget>

class QPushButton;

namespace plumbline {

class QuietLabel;

/// Says, while changes are only tried, how many there are and what they would do, and asks whether to keep or drop them.
class WhatIfBar : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfBar(QWidget *parent = nullptr);

    /// @p red: items that would come too late and do not now; @p saved: those that would no longer.
    void setState(int changes, const QStringList &red, int saved);
    QString text() const;

signals:
    void kept();
    void dropped();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QuietLabel *m_head;
    QuietLabel *m_words;
    QPushButton *m_keep;
    QPushButton *m_drop;
};

} // namespace plumbline
