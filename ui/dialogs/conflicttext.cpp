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

QList<TextMark> marksIn(const QString &text, const QString &base, const TextDifferences &differences)
{
    const CutTexts cut = cutTogether({base, text});
    const QStringList &words = cut.units.last();
    QList<TextMark> marks;
    qsizetype unit = 0;
    int at = 0;
    for (const UnitChange &change : unitChanges(cut.units.first(), words)) {
        for (; unit < change.newFrom; ++unit)
            at += int(words.at(unit).size());
        TextMark mark{at, 0, false};
        for (; unit < change.newTo; ++unit)
            mark.length += int(words.at(unit).size());
        at += mark.length;
        for (const auto &place : differences.places)
            mark.toDecide = mark.toDecide || (place.toDecide && touches(place, change.from, change.to));
        while (mark.length > 0 && text.at(mark.from + mark.length - 1).isSpace())
            --mark.length;
        if (mark.length > 0)
            marks += mark;
    }
    return marks;
}

} // namespace plumbline
