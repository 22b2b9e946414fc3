// Invariants: units joined are the text; applying the changes to the units before gives the units after,
// whatever dtl answers. Merges that are shown but never written are computed from these changes on every
// computer, so the ranges of characters, the limit of 20,000 units and the way a change is moved to its place
// never change.

#include "core/base/worddiff.h"

#include <QHash>

#include <dtl/dtl.hpp>

#include <algorithm>
#include <exception>
#include <vector>

namespace plumbline {

using namespace Qt::StringLiterals;

static constexpr qsizetype MostUnitsCompared = 20000;

/// The code point at @p position; half a surrogate pair stands for itself.
static char32_t codePointAt(const QString &text, qsizetype position)
{
    const QChar c = text.at(position);
    if (c.isHighSurrogate() && position + 1 < text.size() && text.at(position + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(c, text.at(position + 1));
    return c.unicode();
}

/// Blank characters: the White_Space property of Unicode, written out so that no later edition changes it.
static bool isBlank(char32_t c)
{
    return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
           c == 0x3000;
}

bool isCjk(char32_t c)
{
    return (c >= 0x2e80 && c <= 0x2fff)       // Radicals.
           || (c >= 0x3001 && c <= 0x9fff)    // Punctuation, kana, bopomofo, unified ideographs.
           || (c >= 0xf900 && c <= 0xfaff)    // Compatibility ideographs.
           || (c >= 0xfe30 && c <= 0xfe4f)    // Vertical forms.
           || (c >= 0xff00 && c <= 0xffef)    // Half-width and full-width forms.
           || (c >= 0x1aff0 && c <= 0x1b16f)  // Kana beyond the first plane.
           || (c >= 0x20000 && c <= 0x3ffff); // Ideographs beyond the first plane.
}

/// Marks that select a variant of the CJK character before them, or voice a kana, and so belong to it.
static bool belongsToCjkBefore(char32_t c)
{
    return c == 0x3099 || c == 0x309a || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

static QStringList wordUnits(const QString &text)
{
    QStringList units;
    qsizetype position = 0;
    const auto more = [&] { return position < text.size(); };
    const auto next = [&] { return codePointAt(text, position); };
    const auto advance = [&] { position += next() > 0xffff ? 2 : 1; };
    while (more()) {
        const qsizetype from = position;
        if (isCjk(next())) {
            advance();
            while (more() && belongsToCjkBefore(next()))
                advance();
        } else {
            while (more() && !isBlank(next()) && !isCjk(next()))
                advance();
        }
        while (more() && isBlank(next()))
            advance();
        units += text.mid(from, position - from);
    }
    return units;
}

static QStringList sentencesOf(const QStringList &words)
{
    QStringList sentences;
    QString sentence;
    for (const QString &word : words) {
        sentence += word;
        if (endsSentence(word)) {
            sentences += sentence;
            sentence.clear();
        }
    }
    if (!sentence.isEmpty())
        sentences += sentence;
    return sentences;
}

QStringList textUnits(const QString &text, TextGrain grain)
{
    const QStringList words = wordUnits(text);
    return grain == TextGrain::Words ? words : sentencesOf(words);
}

CutTexts cutTogether(const QStringList &texts)
{
    CutTexts cut;
    for (const QString &text : texts) {
        cut.units += wordUnits(text);
        cut.mostWords = std::max(cut.mostWords, cut.units.last().size());
    }
    if (cut.mostWords > MostUnitsCompared) {
        cut.grain = TextGrain::Sentences;
        for (QStringList &units : cut.units)
            units = sentencesOf(units);
    }
    return cut;
}

bool endsSentence(const QString &unit)
{
    qsizetype end = unit.size();
    int lineFeeds = 0;
    while (end > 0 && isBlank(unit.at(end - 1).unicode())) {
        --end;
        if (unit.at(end) == u'\n')
            ++lineFeeds;
    }
    if (lineFeeds >= 2)
        return true;
    static const QString closing = u"\"')]}’”»›」』）】》"_s;
    while (end > 0 && closing.contains(unit.at(end - 1)))
        --end;
    static const QString final = u".!?。！？"_s;
    return end > 0 && final.contains(unit.at(end - 1));
}

using Numbers = std::vector<int>;

/// The changes between two sequences of numbers, as dtl finds them.
///
/// dtl answers with steps: keep, drop, add. Only the kinds of the steps are used, because the positions it
/// gives are wrong once a comparison exceeds its two million points and is continued in a second run.
static QList<UnitChange> changesByDtl(const Numbers &before, const Numbers &after)
{
    QList<UnitChange> changes;
    dtl::Diff<int, Numbers> diff(before, after);
    diff.compose();
    qsizetype position = 0;
    qsizetype newPosition = 0;
    bool inChange = false;
    for (const auto &[number, step] : diff.getSes().getSequence()) {
        if (step.type == dtl::SES_COMMON) {
            inChange = false;
            ++position;
            ++newPosition;
            continue;
        }
        if (!inChange)
            changes += UnitChange{position, position, newPosition, newPosition};
        inChange = true;
        if (step.type == dtl::SES_DELETE)
            changes.last().to = ++position;
        else
            changes.last().newTo = ++newPosition;
    }
    return changes;
}

/// True when the changes lie within both sides and what stands between them is the same on both.
static bool holdTogether(const QList<UnitChange> &changes, const Numbers &before, const Numbers &after)
{
    auto position = before.begin();
    auto newPosition = after.begin();
    for (const UnitChange &change : changes) {
        if (change.to > qsizetype(before.size()) || change.newTo > qsizetype(after.size()))
            return false;
        if (!std::equal(position, before.begin() + change.from, newPosition, after.begin() + change.newFrom))
            return false;
        position = before.begin() + change.to;
        newPosition = after.begin() + change.newTo;
    }
    return std::equal(position, before.end(), newPosition, after.end());
}

/// changesByDtl(), with the plain answer "all of it was replaced" when there is too much to compare (the time
/// grows with the square: half a second at the limit) and when dtl throws or is wrong.
static QList<UnitChange> differences(const Numbers &before, const Numbers &after)
{
    if (before.empty() && after.empty())
        return {};
    const QList<UnitChange> allReplaced{{0, qsizetype(before.size()), 0, qsizetype(after.size())}};
    const size_t longer = std::max(before.size(), after.size());
    if (before.empty() || after.empty() || longer > size_t(MostUnitsCompared))
        return allReplaced;
    try {
        const QList<UnitChange> changes = changesByDtl(before, after);
        return holdTogether(changes, before, after) ? changes : allReplaced;
    } catch (const std::exception &) {
        return allReplaced; // Too large for the memory; the coarse answer is right all the same.
    }
}

/// Moves the range [from, to) of @p units, an insertion or deletion, to the place unitChanges() promises.
///
/// A range may move one to the front when the unit before it equals its last one: the text stays the same.
/// @p front and @p back tell how far it may go so that an unchanged unit stays between it and its neighbours.
/// Returns by how many units it moves; negative is to the front.
static qsizetype wayToSentence(const QStringList &units, qsizetype from, qsizetype to, qsizetype front,
                               qsizetype back)
{
    qsizetype lowest = 0;
    while (lowest > -front && units.at(from + lowest - 1) == units.at(to + lowest - 1))
        --lowest;
    qsizetype highest = 0;
    while (highest < back && units.at(from + highest) == units.at(to + highest))
        ++highest;
    for (qsizetype way = lowest; way <= highest; ++way) {
        if (from + way == 0 || endsSentence(units.at(from + way - 1)))
            return way;
    }
    return lowest;
}

static void moveToSentences(QList<UnitChange> &changes, const QStringList &before, const QStringList &after)
{
    for (qsizetype i = 0; i < changes.size(); ++i) {
        UnitChange &change = changes[i];
        const bool deletion = change.newFrom == change.newTo;
        if (!deletion && change.from != change.to)
            continue; // A replacement stands where it stands.
        const qsizetype front = i > 0 ? change.from - changes.at(i - 1).to - 1 : change.from;
        const qsizetype back =
            i + 1 < changes.size() ? changes.at(i + 1).from - change.to - 1 : before.size() - change.to;
        const qsizetype way = deletion ? wayToSentence(before, change.from, change.to, front, back)
                                       : wayToSentence(after, change.newFrom, change.newTo, front, back);
        change = {change.from + way, change.to + way, change.newFrom + way, change.newTo + way};
    }
}

QList<UnitChange> unitChanges(const QStringList &before, const QStringList &after)
{
    // What both begin and end with needs no comparison: most edits are a few words in the middle of a text.
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before.at(head) == after.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;

    QHash<QString, int> numbers;
    const auto numbered = [&](const QStringList &units) {
        Numbers result;
        for (qsizetype i = head; i < units.size() - tail; ++i) {
            const int unused = int(numbers.size());
            const auto known = numbers.constFind(units.at(i));
            result.push_back(known != numbers.cend() ? *known : *numbers.insert(units.at(i), unused));
        }
        return result;
    };
    const Numbers middle = numbered(before);
    QList<UnitChange> changes = differences(middle, numbered(after));
    for (UnitChange &change : changes)
        change = {change.from + head, change.to + head, change.newFrom + head, change.newTo + head};
    moveToSentences(changes, before, after);
    return changes;
}

QList<DiffPiece> wordDiff(const QString &before, const QString &after)
{
    const CutTexts cut = cutTogether({before, after});
    const QStringList &old = cut.units.at(0);
    const QStringList &now = cut.units.at(1);
    QList<DiffPiece> pieces;
    const auto add = [&](DiffPiece::Kind kind, const QStringList &units, qsizetype from, qsizetype to) {
        if (from < to)
            pieces += {kind, units.mid(from, to - from).join(QString())};
    };
    qsizetype position = 0;
    for (const UnitChange &change : unitChanges(old, now)) {
        add(DiffPiece::Same, old, position, change.from);
        add(DiffPiece::Deleted, old, change.from, change.to);
        add(DiffPiece::Inserted, now, change.newFrom, change.newTo);
        position = change.to;
    }
    add(DiffPiece::Same, old, position, old.size());
    return pieces;
}

} // namespace plumbline
