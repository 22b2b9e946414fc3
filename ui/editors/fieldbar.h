#pragma once

#include <QWidget>

namespace plumbline {

class LinkButton;
class QuietLabel;

/// A line below a field that says what there is besides its value, and offers to take that or to keep what stands.
class FieldBar : public QWidget
{
    Q_OBJECT

public:
    FieldBar(const QString &take, const QString &keep, QWidget *parent = nullptr);

    void say(const QString &sentence);
    /// The beginning of a long value in one line: enough to know which one it is.
    static QString shortened(const QString &value);

signals:
    void taken();
    void kept();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QuietLabel *m_sentence;
};

} // namespace plumbline
