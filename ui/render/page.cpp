#include "ui/render/page.h"

#include <QTransform>

namespace plumbline {

QString wordsOf(const TextItem &item)
{
    const QTextLine line = item.layout->lineAt(item.line);
    return item.layout->text().mid(line.textStart(), line.textLength());
}

namespace {

struct Bounds {
    QRectF operator()(const TextItem &item) const
    {
        const QTextLine line = item.layout->lineAt(item.line);
        const QRectF words = line.naturalTextRect();
        return QRectF(words.x() / textScale, 0, words.width() / textScale, line.height() / textScale)
            .translated(item.at);
    }
    QRectF operator()(const RuleItem &item) const
    {
        return QRectF(item.line.p1(), item.line.p2()).normalized();
    }
    QRectF operator()(const RectangleItem &item) const { return item.area; }
    QRectF operator()(const PathItem &item) const { return item.path.boundingRect(); }
    QRectF operator()(const LinkItem &item) const { return item.area; }
    QRectF operator()(const FigureItem &item) const { return item.area; }
};

struct Mirror {
    double width;

    QRectF flipped(const QRectF &area) const
    {
        return {width - area.right(), area.top(), area.width(), area.height()};
    }
    void operator()(TextItem &item) const
    {
        item.at.setX(width - item.at.x() - item.layout->lineAt(item.line).width() / textScale);
    }
    void operator()(RuleItem &item) const
    {
        item.line = QLineF(width - item.line.x1(), item.line.y1(), width - item.line.x2(), item.line.y2());
    }
    void operator()(RectangleItem &item) const { item.area = flipped(item.area); }
    void operator()(PathItem &item) const { item.path = QTransform(-1, 0, 0, 1, width, 0).map(item.path); }
    void operator()(LinkItem &item) const { item.area = flipped(item.area); }
    void operator()(FigureItem &) const {} // Figures take the whole width between the margins.
};

} // namespace

QRectF boundsOf(const PageItem &item)
{
    return std::visit(Bounds(), item);
}

void mirror(PageItem &item, double width)
{
    std::visit(Mirror{width}, item);
}

void translate(PageItem &item, double dx, double dy)
{
    const QPointF by(dx, dy);
    if (auto *text = std::get_if<TextItem>(&item))
        text->at += by;
    else if (auto *rule = std::get_if<RuleItem>(&item))
        rule->line.translate(by);
    else if (auto *rectangle = std::get_if<RectangleItem>(&item))
        rectangle->area.translate(by);
    else if (auto *path = std::get_if<PathItem>(&item))
        path->path.translate(by);
    else if (auto *link = std::get_if<LinkItem>(&item))
        link->area.translate(by);
    else if (auto *figure = std::get_if<FigureItem>(&item))
        figure->area.translate(by);
}

} // namespace plumbline
