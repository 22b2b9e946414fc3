#pragma once

#include "core/report/document.h"
#include "ui/render/page.h"
#include "ui/render/pagestyle.h"

#include <QHash>

namespace plumbline {

/// Which edge words are set against.
enum class TextEdge {
    OfDocument, ///< The edge the document reads from: labels, cells, numbers.
    OfText,     ///< The edge the words themselves read from: paragraphs.
    Far,        ///< The opposite of OfDocument: figures in tables, page numbers.
};

/// A line of set text, relative to the column it stands in.
struct SetLine {
    double before = 0; ///< Space above the line.
    double height = 0;
    QList<PageItem> items; ///< x from the column's left edge, y from the line's top, links included.
};

/// Words broken into lines for one column.
struct SetText {
    QList<SetLine> lines;

    double height() const;
    /// All items, y from the top of the first line.
    QList<PageItem> placed(double x, double y) const;
};

/// Turns words into lines: CommonMark, bold, tones, links, scripts and directions.
class TextSetter
{
public:
    /// @p pageOf tells the page (from 0) of an anchor as far as an earlier pass knows it.
    TextSetter(const QString &language, const QMap<QString, PagePlace> &pageOf);

    SetText set(const report::Text &text, const TextStyle &style, double width, TextEdge edge) const;
    SetText set(const QString &text, const TextStyle &style, double width, TextEdge edge) const;
    /// Whether pages of this language are mirrored.
    bool isRightToLeft() const { return m_rightToLeft; }
    /// The font of a style at textScale times its size.
    QFont font(const TextStyle &style) const;
    /// Width of a line of @p text, points.
    double widthOf(const QString &text, const TextStyle &style) const;

private:
    struct Piece;
    QList<Piece> piecesOf(const report::Text &text, const TextStyle &style) const;
    QList<Piece> piecesOfRuns(const QList<report::Run> &runs, const TextStyle &style) const;
    static QList<Piece> piecesOfMarkdown(const QString &markdown, const TextStyle &style);
    void setPiece(const Piece &piece, const TextStyle &style, double width, TextEdge edge,
                  SetText &set) const;
    Qt::Alignment alignment(bool textIsRightToLeft, TextEdge edge) const;

    QStringList m_families;
    bool m_rightToLeft = false;
    const QMap<QString, PagePlace> &m_pageOf; // Not owned, outlives this.
};

} // namespace plumbline
