#include "ui/dialogs/conflicttext.h"

#include "core/base/worddiff.h"

#include <algorithm>

namespace plumbline {

namespace {

/// One change of one version, with the words it puts in place.
struct Change {
    UnitChange where;
    QString words;
};

bool touches(const TextDifferences::Place &place, qsizetype from, qsizetype to)
{
    return from <= place.to && to >= place.from;
}

/// What a version puts where it changed, to see whether two versions changed alike.
QList<Change> changesOf(const QStringList &base, const QStringList &version)
{
    QList<Change> changes;
    for (const UnitChange &change : unitChanges(base, version))
        changes += {change, version.mid(change.newFrom, change.newTo - change.newFrom).join(QString()).trimmed()};
    return changes;
}

bool alike(const Change &a, const Change &b)
{
    return a.where.from == b.where.from && a.where.to == b.where.to && a.words == b.words;
}

} // namespace

int TextDifferences::toDecide() const
{
    return int(std::count_if(places.begin(), places.end(), [](const Place &place) { return place.toDecide; }));
}

TextDifferences differencesOf(const QString &base, const QStringList &versions)
{
    const CutTexts cut = cutTogether(QStringList{base} + versions);
    QList<Change> all;
    for (qsizetype i = 1; i < cut.units.size(); ++i) {
        for (const Change &change : changesOf(cut.units.first(), cut.units.at(i))) {
            // What several did alike is agreed and counts once.
            if (std::none_of(all.begin(), all.end(), [&](const Change &known) { return alike(known, change); }))
                all += change;
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Change &a, const Change &b) { return a.where.from < b.where.from; });
    TextDifferences differences;
    for (const Change &change : all) {
        auto &places = differences.places;
        if (!places.isEmpty() && touches(places.last(), change.where.from, change.where.to)) {
            places.last().to = std::max(places.last().to, change.where.to);
            places.last().toDecide = true;
        } else {
            places += {change.where.from, change.where.to, false};
        }
    }
    return differences;
}

namespace {

/// Where the unit @p at of the base stands in a version: shifted by what the version changed before it.
///
/// Changes that end or begin exactly there count when @p inclusive, so that the two ends of a place hold all that
/// was changed in it.
qsizetype shifted(qsizetype at, const QList<UnitChange> &changes, bool inclusive)
{
    qsizetype place = at;
    for (const UnitChange &change : changes) {
        if (inclusive ? change.from <= at : change.to < at)
            place += (change.newTo - change.newFrom) - (change.to - change.from);
    }
    return place;
}

/// What one version says at a place of the base.
QString wordsAt(const TextDifferences::Place &place, const QStringList &version, const QList<UnitChange> &changes)
{
    const qsizetype from = shifted(place.from, changes, false);
    return version.mid(from, shifted(place.to, changes, true) - from).join(QString());
}

/// Puts a place to decide at the end of @p merged. Blanks at its end stay outside of it, whatever is chosen.
void addOpenPlace(MergeInWords &merged, const QStringList &versions)
{
    MergeInWords::Place place;
    bool blankAfter = false;
    for (const QString &words : versions) {
        const QString trimmed = words.trimmed();
        if (!place.alternatives.contains(trimmed))
            place.alternatives += trimmed;
        blankAfter = blankAfter || (!words.isEmpty() && words.back().isSpace());
    }
    QStringList shown;
    for (const QString &alternative : std::as_const(place.alternatives))
        shown += alternative.isEmpty() ? QStringLiteral("\u2014") : alternative;
    const QString open = QString::number(merged.places.size() + 1) + QChar(0xa0) + shown.join(QStringLiteral(" | "));
    place.from = int(merged.text.size());
    place.length = int(open.size());
    merged.text += open;
    if (blankAfter)
        merged.text += QLatin1Char(' ');
    merged.places += place;
}

} // namespace

MergeInWords mergedText(const QString &base, const QStringList &versions)
{
    const CutTexts cut = cutTogether(QStringList{base} + versions);
    const QStringList &before = cut.units.first();
    QList<QList<UnitChange>> changes;
    for (qsizetype i = 1; i < cut.units.size(); ++i)
        changes += unitChanges(before, cut.units.at(i));
    MergeInWords merged;
    qsizetype at = 0;
    for (const TextDifferences::Place &place : differencesOf(base, versions).places) {
        merged.text += before.mid(at, place.from - at).join(QString());
        at = place.to;
        const QString old = before.mid(place.from, place.to - place.from).join(QString());
        QStringList said;
        for (qsizetype i = 0; i < changes.size(); ++i)
            said += wordsAt(place, cut.units.at(i + 1), changes.at(i));
        if (place.toDecide) {
            addOpenPlace(merged, said);
            continue;
        }
        said.removeAll(old);
        merged.text += said.isEmpty() ? old : said.first();
    }
    merged.text += before.mid(at).join(QString());
    return merged;
}

QList<TextMark> marksIn(const QString &text, const QString &base)
{
    const CutTexts cut = cutTogether({base, text});
    const QStringList &words = cut.units.last();
    QList<TextMark> marks;
    qsizetype unit = 0;
    int at = 0;
    for (const UnitChange &change : unitChanges(cut.units.first(), words)) {
        for (; unit < change.newFrom; ++unit)
            at += int(words.at(unit).size());
        TextMark mark{at, 0};
        for (; unit < change.newTo; ++unit)
            mark.length += int(words.at(unit).size());
        at += mark.length;
        while (mark.length > 0 && text.at(mark.from + mark.length - 1).isSpace())
            --mark.length;
        if (mark.length > 0)
            marks += mark;
    }
    return marks;
}

} // namespace plumbline
