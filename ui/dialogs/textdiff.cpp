#include "ui/dialogs/textdiff.h"

#include "core/base/worddiff.h"

#include <QCoreApplication>

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

} // namespace

WordDiff shownDiff(const QString &before, const QString &after)
{
    WordDiff diff;
    for (const DiffPiece &piece : wordDiff(before, after)) {
        const bool replaced = piece.kind == DiffPiece::Inserted && !diff.isEmpty()
            && diff.last().first == DiffOp::Deleted && !diff.last().second.back().isSpace();
        if (replaced)
            diff.append({DiffOp::Same, u" "_s});
        const DiffOp op = piece.kind == DiffPiece::Inserted  ? DiffOp::Inserted
                          : piece.kind == DiffPiece::Deleted ? DiffOp::Deleted
                                                             : DiffOp::Same;
        diff.append({op, piece.text});
    }
    return diff;
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
