#include "ui/render/pagetext.h"

#include "ui/render/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline {

/// A paragraph before it is broken into lines.
struct TextSetter::Piece {
    struct Link {
        qsizetype start;
        qsizetype length;
        QString target;
    };
    QString text;
    QList<QTextLayout::FormatRange> formats;
    QList<Link> links;
    QString marker;     ///< "•" or "2." before an item of a list.
    int depth = 0;      ///< Of the list, 0 outside.
    bool joins = false; ///< Follows without a gap.
};

double SetText::height() const
{
    double height = 0;
    for (const SetLine &line : lines)
        height += line.before + line.height;
    return height;
}

QList<PageItem> SetText::placed(double x, double y) const
{
    QList<PageItem> all;
    for (const SetLine &line : lines) {
        y += line.before;
        for (PageItem item : line.items) {
            translate(item, x, y);
            all += item;
        }
        y += line.height;
    }
    return all;
}

/// The Chinese, Japanese and Korean shapes of one code point differ: the language of the report chooses.
static QString eastAsianFamily(const QString &language)
{
    if (language.startsWith(u"zh-TW"_s) || language.startsWith(u"zh-Hant"_s))
        return u"Noto Sans CJK TC"_s;
    if (language.startsWith(u"ja"_s))
        return u"Noto Sans CJK JP"_s;
    return language.startsWith(u"ko"_s) ? u"Noto Sans CJK KR"_s : u"Noto Sans CJK SC"_s;
}

TextSetter::TextSetter(const QString &language, const QMap<QString, PagePlace> &pageOf)
    : m_families{u"Noto Sans"_s, u"Noto Sans Arabic"_s, eastAsianFamily(language)},
      m_rightToLeft(QLocale(language).textDirection() == Qt::RightToLeft),
      m_pageOf(pageOf)
{
}

QFont TextSetter::font(const TextStyle &style) const
{
    QFont font;
    font.setFamilies(m_families);
    font.setPixelSize(int(std::lround(style.size * textScale)));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double TextSetter::widthOf(const QString &text, const TextStyle &style) const
{
    return QFontMetricsF(font(style)).horizontalAdvance(text) / textScale;
}

static QColor colourOf(report::Tone tone, bool link)
{
    const Theme &theme = Theme::light();
    switch (tone) {
    case report::Tone::Quiet:
        return theme.ink3;
    case report::Tone::Attention:
        return theme.amber;
    case report::Tone::Bad:
        return theme.red;
    case report::Tone::Good:
        return theme.green;
    case report::Tone::Normal:
    case report::Tone::Inserted: // Marked by their ground and a line.
    case report::Tone::Deleted:
        break;
    }
    return link ? theme.link : QColor();
}

static QTextCharFormat formatOf(const report::Run &run, const TextStyle &style)
{
    QTextCharFormat format;
    if (run.bold && !style.bold)
        format.setFontWeight(QFont::Bold);
    if (const QColor colour = colourOf(run.tone, !run.target.isEmpty()); colour.isValid())
        format.setForeground(colour);
    if (run.tone == report::Tone::Inserted) {
        format.setFontUnderline(true);
        format.setBackground(Theme::light().addBg);
    } else if (run.tone == report::Tone::Deleted) {
        format.setFontStrikeOut(true);
        format.setBackground(Theme::light().delBg);
    }
    return format;
}

QList<TextSetter::Piece> TextSetter::piecesOfRuns(const QList<report::Run> &runs,
                                                  const TextStyle &style) const
{
    // A line of its own may be in another language and then runs the other way, so each is a piece.
    QList<Piece> pieces{Piece()};
    for (const report::Run &run : runs) {
        QString words = run.text;
        if (!run.pageOf.isEmpty()) {
            const auto place = m_pageOf.constFind(run.pageOf);
            words.replace(u"%1"_s,
                          place == m_pageOf.constEnd() ? u"\u2013"_s : QString::number(place->page + 1));
        }
        const QTextCharFormat format = formatOf(run, style);
        const QStringList lines = words.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0) {
                pieces += Piece();
                pieces.last().joins = true;
            }
            Piece &piece = pieces.last();
            const QString &line = lines.at(i);
            if (!format.isEmpty() && !line.isEmpty())
                piece.formats += {int(piece.text.size()), int(line.size()), format};
            if (!run.target.isEmpty() && !line.isEmpty())
                piece.links += {piece.text.size(), line.size(), run.target};
            piece.text += line;
        }
    }
    return pieces;
}

QList<TextSetter::Piece> TextSetter::piecesOfMarkdown(const QString &markdown, const TextStyle &style)
{
    QTextDocument document;
    // CommonMark is what no feature flag adds to; raw HTML stays text.
    document.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML));
    QList<Piece> pieces;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        Piece piece;
        if (const QTextList *list = block.textList()) {
            const bool numbered = list->format().style() <= QTextListFormat::ListDecimal;
            piece.marker = numbered ? list->itemText(block) : u"\u2022"_s;
            piece.depth = std::max(1, list->format().indent());
            piece.joins = !pieces.isEmpty() && pieces.last().depth > 0;
        }
        const bool heading = block.blockFormat().headingLevel() > 0;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QTextCharFormat source = fragment.charFormat();
            QTextCharFormat format;
            if ((heading || source.fontWeight() >= QFont::Bold) && !style.bold)
                format.setFontWeight(QFont::Bold);
            if (source.fontItalic())
                format.setFontItalic(true);
            if (source.isAnchor()) {
                format.setForeground(Theme::light().link);
                piece.links += {piece.text.size(), fragment.text().size(), source.anchorHref()};
            }
            if (!format.isEmpty())
                piece.formats += {int(piece.text.size()), int(fragment.text().size()), format};
            piece.text += fragment.text();
        }
        if (!piece.text.trimmed().isEmpty())
            pieces += piece;
    }
    return pieces;
}

QList<TextSetter::Piece> TextSetter::piecesOf(const report::Text &text, const TextStyle &style) const
{
    QList<Piece> pieces;
    if (!text.runs.isEmpty())
        pieces += piecesOfRuns(text.runs, style);
    if (!text.markdown.isEmpty()) {
        const qsizetype before = pieces.size();
        pieces += piecesOfMarkdown(text.markdown, style);
        if (before > 0 && pieces.size() > before)
            pieces[before].joins = true;
    }
    return pieces;
}

Qt::Alignment TextSetter::alignment(bool textIsRightToLeft, TextEdge edge) const
{
    bool right = m_rightToLeft;
    if (edge == TextEdge::OfText)
        right = textIsRightToLeft;
    else if (edge == TextEdge::Far)
        right = !m_rightToLeft;
    return right ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute;
}

/// Whether the words decide a direction themselves; figures and dashes do not.
static bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLetter(); });
}

static std::shared_ptr<QTextLayout> brokenInto(double width, const QString &text, const QFont &font,
                                               const QTextOption &option,
                                               const QList<QTextLayout::FormatRange> &formats)
{
    auto layout = std::make_shared<QTextLayout>(text, font);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width * textScale);
        line.setPosition({0, 0});
    }
    layout->endLayout();
    return layout;
}

/// The areas of a line its links cover.
template<class Links>
static QList<PageItem> linksOf(const QTextLine &line, const Links &links, double x, double height)
{
    QList<PageItem> items;
    for (const auto &link : links) {
        const int from = std::max(int(link.start), line.textStart());
        const int to = std::min(int(link.start + link.length), line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const double a = line.cursorToX(from) / textScale;
        const double b = line.cursorToX(to) / textScale;
        items += LinkItem{QRectF(x + std::min(a, b), 0, std::abs(b - a), height), link.target};
    }
    return items;
}

void TextSetter::setPiece(const Piece &piece, const TextStyle &style, double width, TextEdge edge,
                          SetText &set) const
{
    const bool rightToLeft = hasLetters(piece.text) ? piece.text.isRightToLeft() : m_rightToLeft;
    const double indent = std::min(piece.depth * 14.0, width / 2);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(alignment(rightToLeft, edge));
    option.setUseDesignMetrics(true);
    const auto layout = brokenInto(width - indent, piece.text, font(style), option, piece.formats);
    // Lists are indented from where their words begin; pages are mirrored afterwards, so only a text that
    // runs against its document is indented at the far side here.
    const bool against = rightToLeft != m_rightToLeft;
    const double x = against ? 0 : indent;
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        SetLine out;
        out.before = i == 0 && !set.lines.isEmpty() && !piece.joins ? style.line * 0.45 : 0;
        out.height = std::max(style.line, line.height() / textScale);
        const double y = (out.height - line.height() / textScale) / 2;
        out.items += TextItem{layout, i, {x, y}, style.colour};
        out.items += linksOf(line, piece.links, x, out.height);
        if (i == 0 && !piece.marker.isEmpty()) {
            QTextOption markerOption = option;
            markerOption.setAlignment(rightToLeft ? Qt::AlignRight | Qt::AlignAbsolute
                                                  : Qt::AlignLeft | Qt::AlignAbsolute);
            const auto marker = brokenInto(indent, piece.marker, font(style), markerOption, {});
            const double outer = (piece.depth - 1) * 14.0;
            const double markerX = against ? width - indent - outer : outer;
            out.items.prepend(TextItem{marker, 0, {markerX, y}, style.colour});
        }
        set.lines += out;
    }
}

SetText TextSetter::set(const report::Text &text, const TextStyle &style, double width, TextEdge edge) const
{
    SetText set;
    for (const Piece &piece : piecesOf(text, style))
        setPiece(piece, style, width, edge, set);
    return set;
}

SetText TextSetter::set(const QString &text, const TextStyle &style, double width, TextEdge edge) const
{
    return set(report::Text::plain(text), style, width, edge);
}

} // namespace plumbline
