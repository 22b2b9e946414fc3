#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace plumbline {

/// A small icon beside words, in its own colour of the current theme. Said by nobody: the words say it.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(const QString &name, QWidget *parent = nullptr);
    /// In a colour of its own, such as the hue of a sub-team: called whenever it is painted.
    IconLabel(const QString &name, std::function<QColor()> color, QWidget *parent = nullptr);

    QString iconName() const { return m_name; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    std::function<QColor()> m_color; // Empty: the colour of icon().
};

} // namespace plumbline
