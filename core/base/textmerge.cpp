// Invariants: a merge is clean only when every stretch of the proposal is what the base, one side or both
// sides wrote there, and each sentence of the base was changed by one side at most, or by both alike. The
// verdict and a clean text do not depend on which side is called mine.
//
// The fold walks two scripts of two-way changes, base to mine and base to theirs. The three-way merge that
// dtl brings is not used: it calls it clean when one side deletes the last unit and the other replaces that
// very unit.

#include "core/base/textmerge.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace plumbline {

static constexpr qsizetype MostWordsMergedUnseen = 60000;

namespace {

/// What one side made of the base.
struct Side {
    const QStringList &units; ///< Not owned, outlives the side.
    QList<UnitChange> changes;
};

/// A stretch of the base that one or both sides changed, with no unchanged unit between their changes.
struct Region {
    qsizetype from = 0;
    qsizetype to = 0;
    QList<UnitChange> mine;
    QList<UnitChange> theirs;
};

} // namespace

/// The changes of both sides in groups that overlap or touch, in the order of the base.
static QList<Region> regions(const QList<UnitChange> &mine, const QList<UnitChange> &theirs)
{
    QList<Region> regions;
    auto nextMine = mine.begin();
    auto nextTheirs = theirs.begin();
    while (nextMine != mine.end() || nextTheirs != theirs.end()) {
        const bool takeMine =
            nextTheirs == theirs.end() || (nextMine != mine.end() && nextMine->from <= nextTheirs->from);
        const UnitChange &change = takeMine ? *nextMine++ : *nextTheirs++;
        if (regions.isEmpty() || change.from > regions.last().to)
            regions += Region{change.from, change.to, {}, {}};
        Region &region = regions.last();
        region.to = std::max(region.to, change.to);
        (takeMine ? region.mine : region.theirs) += change;
    }
    return regions;
}

/// What one side has in place of the base units of @p region; @p changes are its changes there.
static QStringList sideOf(const Region &region, const QList<UnitChange> &changes, const QStringList &base,
                          const QStringList &side)
{
    QStringList units;
    qsizetype position = region.from;
    for (const UnitChange &change : changes) {
        units += base.mid(position, change.from - position);
        units += side.mid(change.newFrom, change.newTo - change.newFrom);
        position = change.to;
    }
    return units + base.mid(position, region.to - position);
}

/// For each unit of the base the number of its sentence.
static std::vector<int> sentenceNumbers(const QStringList &base)
{
    std::vector<int> numbers;
    int number = 0;
    for (const QString &unit : base) {
        numbers.push_back(number);
        number += endsSentence(unit) ? 1 : 0;
    }
    return numbers;
}

/// Adds to @p touched the numbers of the sentences of the base that @p change alters.
///
/// Whole sentences put between two sentences alter neither. Words put before a sentence become part of it,
/// and so does what is left of a sentence that lost its end.
static void addTouched(QSet<int> &touched, const UnitChange &change, const QStringList &base,
                       const QStringList &side, const std::vector<int> &sentences)
{
    for (qsizetype i = change.from; i < change.to; ++i)
        touched.insert(sentences.at(size_t(i)));
    const bool atStart = change.to == 0 || endsSentence(base.at(change.to - 1));
    if (!atStart) {
        touched.insert(sentences.at(size_t(change.to - 1)));
    } else if (change.to < base.size()) {
        const QString unitBefore = change.newTo > 0 ? side.at(change.newTo - 1) : QString();
        if (!unitBefore.isEmpty() && !endsSentence(unitBefore))
            touched.insert(sentences.at(size_t(change.to)));
    }
}

/// Adds to @p runs each run of @p length units within [from, to) of @p units, without the blanks around
/// words: a paragraph that was moved to the end is the same, although the empty line after it is gone.
static void addRuns(QSet<QStringList> &runs, const QStringList &units, qsizetype from, qsizetype to,
                    qsizetype length)
{
    QStringList run;
    for (qsizetype i = from; i < to; ++i) {
        run += units.at(i).trimmed();
        if (run.size() > length)
            run.removeFirst();
        if (run.size() == length)
            runs.insert(run);
    }
}

/// Adds @p units to @p text, with a blank where two words would otherwise become one. That can happen only
/// where both sides changed the same place: elsewhere the neighbours stood next to each other in one of the
/// texts.
static void append(QStringList &text, const QStringList &units)
{
    if (!text.isEmpty() && !units.isEmpty()) {
        QString &last = text.last();
        if (textUnits(last + units.first()).size() < textUnits(last).size() + textUnits(units.first()).size())
            last += u' ';
    }
    text += units;
}

/// Adds to @p text what to offer where both sides changed the same place: the insertions of both, mine first,
/// and of the base what neither deleted.
static void appendBlend(QStringList &text, const Region &region, const QStringList &base, const Side &mine,
                        const Side &theirs)
{
    auto nextMine = region.mine.begin();
    auto nextTheirs = region.theirs.begin();
    qsizetype deletedUpTo = region.from;
    for (qsizetype i = region.from; i <= region.to; ++i) {
        QStringList ours;
        QStringList others;
        if (nextMine != region.mine.end() && nextMine->from == i) {
            ours = mine.units.mid(nextMine->newFrom, nextMine->newTo - nextMine->newFrom);
            deletedUpTo = std::max(deletedUpTo, nextMine++->to);
        }
        if (nextTheirs != region.theirs.end() && nextTheirs->from == i) {
            others = theirs.units.mid(nextTheirs->newFrom, nextTheirs->newTo - nextTheirs->newFrom);
            deletedUpTo = std::max(deletedUpTo, nextTheirs++->to);
        }
        // What both insertions begin with is not offered twice.
        const auto parting = std::mismatch(ours.begin(), ours.end(), others.begin(), others.end());
        append(text, ours);
        append(text, others.mid(parting.second - others.begin()));
        if (i < region.to && i >= deletedUpTo)
            append(text, {base.at(i)});
    }
}

/// True when each side's own changes leave the other's sentences alone and bring back nothing it deleted.
///
/// Asked only when no place was changed by both differently: a region of both is one they changed alike.
static bool keepApart(const QList<Region> &all, const QStringList &base, const Side &mine, const Side &theirs,
                      qsizetype runLength)
{
    const std::vector<int> sentences = sentenceNumbers(base);
    QSet<int> touchedByMine;
    QSet<int> touchedByTheirs;
    QSet<QStringList> insertedByMine;
    QSet<QStringList> insertedByTheirs;
    for (const Region &region : all) {
        if (!region.mine.isEmpty() && !region.theirs.isEmpty())
            continue; // Agreed.
        for (const UnitChange &change : region.mine) {
            addTouched(touchedByMine, change, base, mine.units, sentences);
            addRuns(insertedByMine, mine.units, change.newFrom, change.newTo, runLength);
        }
        for (const UnitChange &change : region.theirs) {
            addTouched(touchedByTheirs, change, base, theirs.units, sentences);
            addRuns(insertedByTheirs, theirs.units, change.newFrom, change.newTo, runLength);
        }
    }
    QSet<QStringList> deletedByMine;
    QSet<QStringList> deletedByTheirs;
    for (const UnitChange &change : mine.changes)
        addRuns(deletedByMine, base, change.from, change.to, runLength);
    for (const UnitChange &change : theirs.changes)
        addRuns(deletedByTheirs, base, change.from, change.to, runLength);
    return !touchedByMine.intersects(touchedByTheirs) && !insertedByMine.intersects(deletedByTheirs) &&
           !insertedByTheirs.intersects(deletedByMine);
}

TextMerge mergeTexts(const QString &base, const QString &mine, const QString &theirs)
{
    if (mine == theirs || theirs == base)
        return {mine, true};
    if (mine == base)
        return {theirs, true};

    const CutTexts cut = cutTogether({base, mine, theirs});
    const QStringList &old = cut.units.at(0);
    const Side my{cut.units.at(1), unitChanges(old, cut.units.at(1))};
    const Side their{cut.units.at(2), unitChanges(old, cut.units.at(2))};
    const QList<Region> changed = regions(my.changes, their.changes);

    QStringList merged;
    bool samePlace = false;
    qsizetype position = 0;
    for (const Region &region : changed) {
        append(merged, old.mid(position, region.from - position));
        position = region.to;
        const QStringList ours = sideOf(region, region.mine, old, my.units);
        const QStringList others = sideOf(region, region.theirs, old, their.units);
        if (region.theirs.isEmpty() || ours == others) {
            append(merged, ours);
        } else if (region.mine.isEmpty()) {
            append(merged, others);
        } else {
            samePlace = true;
            appendBlend(merged, region, old, my, their);
        }
    }
    append(merged, old.mid(position));
    const qsizetype runLength = cut.grain == TextGrain::Sentences ? 1 : 3;
    const bool clean =
        !samePlace && cut.mostWords <= MostWordsMergedUnseen && keepApart(changed, old, my, their, runLength);
    return {merged.join(QString()), clean};
}

} // namespace plumbline
