#include "ui/dialogs/textdiff.h"

#include "core/base/worddiff.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int wordsAround = 4;   ///< Unchanged words shown on either side of a change.
constexpr int longestSide = 60;  ///< Characters of each side in plain words.

struct DiffWords {
    Q_DECLARE_TR_FUNCTIONS(TextDiff)
};

QString cut(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestSide ? line.left(longestSide - 1).trimmed() + QChar(0x2026) : line;
}

/// The end or the beginning of an unchanged stretch, or both, with dots for what is left out.
QString around(const QString &text, bool isFirst, bool isLast)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() <= 2 * wordsAround)
        return text;
    const QString begin = words.mid(0, wordsAround).join(u' ');
    const QString end = words.mid(words.size() - wordsAround).join(u' ');
    if (isFirst)
        return u"… "_s + end + u' ';
    return isLast ? begin + u" …"_s : begin + u" … "_s + end + u' ';
}

/// Where the words and marks of a text begin, and its end: "Board, that" has four pieces.
QList<qsizetype> edges(const QString &text)
{
    QList<qsizetype> edges{0};
    for (qsizetype i = 1; i < text.size(); ++i) {
        const bool inWord = text.at(i).isLetterOrNumber() && text.at(i - 1).isLetterOrNumber();
        if (!inWord && !text.at(i).isLowSurrogate() && !text.at(i).isMark())
            edges += i;
    }
    if (!text.isEmpty())
        edges += text.size();
    return edges;
}

/// How many characters two texts begin with in common, by whole words and marks.
qsizetype sameBeginning(const QString &a, const QString &b)
{
    const QList<qsizetype> inBoth = edges(b);
    qsizetype same = 0;
    for (const qsizetype edge : edges(a)) {
        if (inBoth.contains(edge) && QStringView(a).first(edge) == QStringView(b).first(edge))
            same = edge;
    }
    return same;
}

qsizetype sameEnd(const QString &a, const QString &b)
{
    const QList<qsizetype> inBoth = edges(b);
    qsizetype same = 0;
    for (const qsizetype edge : edges(a)) {
        const qsizetype length = a.size() - edge;
        if (length > same && inBoth.contains(b.size() - length) && a.endsWith(QStringView(b).last(length)))
            same = length;
    }
    return same;
}

/// Pieces to be shown: a comma or blank that stands on both sides is no change, and no mark reaches over a blank at its end.
class ShownPieces
{
public:
    void add(DiffOp op, const QString &text)
    {
        if (text.isEmpty())
            return;
        if (!m_diff.isEmpty() && m_diff.last().first == op)
            m_diff.last().second += text;
        else
            m_diff.append({op, text});
    }

    void addChange(QString gone, QString come)
    {
        const qsizetype begin = sameBeginning(gone, come);
        add(DiffOp::Same, gone.first(begin));
        gone = gone.mid(begin);
        come = come.mid(begin);
        const qsizetype end = sameEnd(gone, come);
        const QString after = gone.last(end);
        addMarked(DiffOp::Deleted, gone.chopped(end), !come.chopped(end).isEmpty());
        addMarked(DiffOp::Inserted, come.chopped(end), false);
        add(DiffOp::Same, after);
    }

    WordDiff diff() const { return m_diff; }

private:
    void addMarked(DiffOp op, const QString &text, bool otherFollows)
    {
        qsizetype words = text.size();
        while (words > 0 && text.at(words - 1).isSpace())
            --words;
        add(op, text.first(words));
        add(DiffOp::Same, text.mid(words));
        if (otherFollows && words > 0 && words == text.size())
            add(DiffOp::Same, u" "_s); // Else the two words run into each other.
    }

    WordDiff m_diff;
};

} // namespace

WordDiff shownDiff(const QString &before, const QString &after)
{
    ShownPieces shown;
    QString gone;
    QString come;
    for (const DiffPiece &piece : wordDiff(before, after)) {
        if (piece.kind != DiffPiece::Same) {
            (piece.kind == DiffPiece::Deleted ? gone : come) += piece.text;
            continue;
        }
        shown.addChange(std::exchange(gone, {}), std::exchange(come, {}));
        shown.add(DiffOp::Same, piece.text);
    }
    shown.addChange(gone, come);
    return shown.diff();
}

WordDiff diffExcerpt(const QString &before, const QString &after)
{
    WordDiff diff = shownDiff(before, after);
    for (qsizetype i = 0; i < diff.size(); ++i) {
        if (diff.at(i).first == DiffOp::Same)
            diff[i].second = around(diff.at(i).second, i == 0, i + 1 == diff.size());
    }
    return diff;
}

QString firstDifference(const QString &before, const QString &after)
{
    QString gone;
    QString come;
    for (const DiffPiece &piece : wordDiff(before, after)) {
        if (piece.kind == DiffPiece::Same && (!gone.isEmpty() || !come.isEmpty()))
            break;
        if (piece.kind != DiffPiece::Same)
            (piece.kind == DiffPiece::Deleted ? gone : come) += piece.text;
    }
    if (gone.isEmpty())
        return DiffWords::tr("“%1” was put in").arg(cut(come));
    if (come.isEmpty())
        return DiffWords::tr("“%1” was taken out").arg(cut(gone));
    return DiffWords::tr("“%1” → “%2”", "words before and after").arg(cut(gone), cut(come));
}

} // namespace plumbline
