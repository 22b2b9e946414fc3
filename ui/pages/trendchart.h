#pragma once

#include <QDate>
#include <QList>
#include <QPair>
#include <QWidget>

#include <optional>

namespace plumbline {

/// What was said of one item: on which day which target. In the order of the saying.
struct TrendLine {
    QString title;
    QList<QPair<QDate, QDate>> steps;
    std::optional<QDate> met;
};

/// A milestone-trend chart: across the days on which targets were said, upwards the targets. A level line is a date that held,
/// a rising one a date that slips; a line that reaches the diagonal is due. The current line is strong, the others are quiet.
class TrendChart : public QWidget
{
    Q_OBJECT

public:
    explicit TrendChart(QWidget *parent = nullptr);

    void setLines(const QList<TrendLine> &lines, const QDate &today);
    void setCurrent(int line);
    QSize sizeHint() const override { return {640, 360}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

signals:
    /// A line was clicked.
    void chosen(int line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF area() const;
    double xOf(const QDate &said) const;
    double yOf(const QDate &target) const;
    QPolygonF way(const TrendLine &line) const;
    void paintAxes(QPainter &painter) const;
    void paintLine(QPainter &painter, const TrendLine &line, bool current) const;

    QList<TrendLine> m_lines;
    QDate m_today;
    QDate m_firstSaid;
    QDate m_lastSaid;
    QDate m_firstTarget;
    QDate m_lastTarget;
    int m_current = -1;
};

} // namespace plumbline
