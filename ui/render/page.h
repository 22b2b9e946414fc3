#pragma once

#include <QColor>
#include <QDate>
#include <QLineF>
#include <QList>
#include <QMap>
#include <QPainterPath>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QTextLayout>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

class QPainter;

/// A report laid out: pages of positioned things. Nothing here knows records, and nothing knows PDF.
///
/// Unit of all lengths: points (1/72 inch), from the top left corner of the page, y downwards.
namespace plumbline {

/// Text is laid out this many times larger than it is painted, without hinting, so that breaks and positions
/// do not depend on the device.
inline constexpr double textScale = 100;

/// One line of a text layout whose lines all stand at its origin.
struct TextItem {
    std::shared_ptr<const QTextLayout> layout; ///< In units of 1 / textScale point.
    int line = 0;
    QPointF at;    ///< Top left corner of the line.
    QColor colour; ///< Of words without a colour of their own.
};

struct RuleItem {
    QLineF line;
    double width = 0.75;
    QColor colour;
};

/// A filled or framed area; an invalid colour means none.
struct RectangleItem {
    QRectF area;
    QColor fill;
    QColor frame;
    double radius = 0;
};

struct PathItem {
    QPainterPath path;
    QColor fill;
};

/// An area that leads somewhere when pressed.
struct LinkItem {
    QRectF area;
    QString target; ///< An anchor of the document, or an address with a scheme.
};

/// A drawing made by somebody else, clipped to its area.
struct FigureItem {
    QRectF area;
    /// Paints in points of the page. Called once per painting, possibly more often.
    std::function<void(QPainter &)> paint;
    QString alternative; ///< The drawing in words.
};

using PageItem = std::variant<TextItem, RuleItem, RectangleItem, PathItem, LinkItem, FigureItem>;

struct PaperPage {
    QSizeF size;
    bool landscape = false;
    QList<PageItem> items;     ///< What the page says, in reading order.
    QList<PageItem> furniture; ///< Running head, page number and the like: artifacts, not content.
};

/// Where an anchor or a heading stands.
struct PagePlace {
    int page = 0; ///< From 0.
    double y = 0;
    friend bool operator==(const PagePlace &, const PagePlace &) = default;
};

struct OutlineEntry {
    int level = 1; ///< 1 is the highest; never jumps down by more than one.
    QString title;
    PagePlace place;
};

struct PageMetadata {
    QString title;
    QString author;
    QString subject;
    QString language; ///< BCP 47.
    QDate date;       ///< The record date; a report knows no other.
};

struct Pages {
    PageMetadata metadata;
    QList<PaperPage> pages;
    QMap<QString, PagePlace> anchors;
    QList<OutlineEntry> outline;
};

/// The area an item covers; for text, the words of the line and not the column.
QRectF boundsOf(const PageItem &item);
/// The words of a text item.
QString wordsOf(const TextItem &item);
/// Moves an item.
void translate(PageItem &item, double dx, double dy);
/// Mirrors an item about the middle of a page of @p width; words and drawings keep their own direction.
void mirror(PageItem &item, double width);

} // namespace plumbline
