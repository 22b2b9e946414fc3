#include "ui/editors/demands.h"

#include "ui/editors/texteditor.h"
#include "ui/models/completeness.h"
#include "ui/models/fieldwords.h"
#include "ui/models/recommendationlistmodel.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int longestSentence = 60; // Words; a sentence beyond that is read twice.
constexpr int longestText = 150;    // Words; about half a page in the report.

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Demands", text, nullptr, n);
}

/// Words that ask for something without saying what. Recommendations are agreed in English.
const QStringList &vagueWords()
{
    static const QStringList words{
        u"improve"_s,        u"enhance"_s,      u"strengthen"_s, u"appropriate"_s, u"adequate"_s,
        u"as needed"_s,      u"as necessary"_s, u"consider"_s,   u"ensure"_s,      u"where possible"_s,
        u"where feasible"_s, u"better"_s,       u"timely"_s,     u"promptly"_s,    u"sufficient"_s,
        u"reasonable"_s,     u"explore"_s,      u"encourage"_s,  u"significant"_s, u"robust"_s,
        u"best efforts"_s};
    return words;
}

QStringList sentencesOf(const QString &text)
{
    QStringList sentences;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    for (qsizetype start = 0, end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        if (const QString sentence = text.mid(start, end - start).trimmed(); !sentence.isEmpty())
            sentences += sentence;
        start = end;
    }
    return sentences;
}

Judgement clear(const Recommendation &recommendation)
{
    int longest = 0;
    for (const QString &sentence : sentencesOf(recommendation.text))
        longest = std::max(longest, wordCount(sentence));
    if (longest == 0)
        return {Demand::Clear, Severity::Error, tr("There is no text yet."), {}};
    if (longest > longestSentence)
        return {Demand::Clear, Severity::Warning, tr("One sentence has %n word(s).", longest), {}};
    return {Demand::Clear, Severity::Good, {}, {}};
}

Judgement concise(const Recommendation &recommendation)
{
    const int words = wordCount(recommendation.text);
    const int sentences = int(sentencesOf(recommendation.text).size());
    if (words == 0)
        return {Demand::Concise, Severity::Hint, tr("There is no text yet."), {}};
    const QString counted = tr("%n word(s)", words) + u", "_s + tr("%n sentence(s)", sentences);
    if (words > longestText)
        return {
            Demand::Concise, Severity::Warning, tr("%1: move reasons to the rationale.").arg(counted), {}};
    return {Demand::Concise, Severity::Good, counted, {}};
}

Judgement concrete(const Recommendation &recommendation)
{
    if (recommendation.text.trimmed().isEmpty())
        return {Demand::Concrete, Severity::Hint, tr("There is no text yet."), {}};
    QStringList found;
    for (const QString &word : vagueWords()) {
        const QRegularExpression whole(u"\\b%1\\b"_s.arg(word), QRegularExpression::CaseInsensitiveOption);
        if (recommendation.text.contains(whole))
            found += word;
    }
    if (found.isEmpty())
        return {Demand::Concrete, Severity::Good, {}, {}};
    const QString quoted = tr("“%1”").arg(found.mid(0, 3).join(tr("”, “")));
    return {Demand::Concrete, Severity::Warning, tr("%1: say by what, or how much.").arg(quoted), found};
}

Judgement prioritised(const Recommendation &recommendation)
{
    const Graded &priority = recommendation.priority;
    const QString level = choiceLabel(priority.level);
    if (priority.level.isNone())
        return {Demand::Prioritised, Severity::Error, tr("No priority yet."), {}};
    if (priority.reason.trimmed().isEmpty())
        return {Demand::Prioritised, Severity::Warning, tr("%1, but not why.").arg(level), {}};
    return {Demand::Prioritised, Severity::Good, tr("%1: %2").arg(level, priority.reason), {}};
}

Judgement measurable(const Recommendation &recommendation)
{
    const Metric &metric = recommendation.metric;
    if (isComplete(metric))
        return {Demand::Measurable,
                Severity::Good,
                tr("%1 %2 by %3").arg(metric.target, metric.unit, dateText(metric.by)),
                {}};
    if (!recommendation.deferred.trimmed().isEmpty())
        return {Demand::Measurable, Severity::Good, tr("Deferred: %1").arg(recommendation.deferred), {}};
    if (metric == Metric())
        return {Demand::Measurable, Severity::Error, tr("No metric, and no reason to defer one."), {}};
    QStringList missing;
    const Value::Array items = metric.toArray();
    const QList<Part> parts = Metric::parts();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i).isNull())
            missing += partLabel(parts.at(i)).toLower();
    }
    return {Demand::Measurable,
            Severity::Error,
            tr("Missing: %1.").arg(QLocale().createSeparatedList(missing)),
            {}};
}

Judgement implementable(const Recommendation &recommendation)
{
    const bool hasCategory = !recommendation.category.isNone();
    const bool hasAddressee = !recommendation.addressee.trimmed().isEmpty();
    if (hasCategory && hasAddressee)
        return {Demand::Implementable,
                Severity::Good,
                tr("%1, by %2").arg(shortCategory(recommendation.category), recommendation.addressee),
                {}};
    QString sentence = tr("Nobody is asked to do it, and how is not said.");
    if (hasCategory)
        sentence = tr("No addressee yet: who must act?");
    else if (hasAddressee)
        sentence = tr("No category yet: directly, or by policy?");
    return {Demand::Implementable, Severity::Warning, sentence, {}};
}

} // namespace

QString demandName(Demand demand)
{
    switch (demand) {
    case Demand::Clear:
        return tr("Clear");
    case Demand::Concise:
        return tr("Concise");
    case Demand::Concrete:
        return tr("Concrete");
    case Demand::Prioritised:
        return tr("Prioritised");
    case Demand::Measurable:
        return tr("Measurable");
    case Demand::Implementable:
        return tr("Implementable");
    }
    return {};
}

QString demandCheck(Demand demand)
{
    static const std::array names{"quality.clear",       "quality.concise",    "quality.concrete",
                                  "quality.prioritised", "quality.measurable", "quality.implementable"};
    return QLatin1String(names.at(size_t(demand)));
}

QList<Judgement> judge(const Recommendation &recommendation)
{
    return {clear(recommendation),       concise(recommendation),    concrete(recommendation),
            prioritised(recommendation), measurable(recommendation), implementable(recommendation)};
}

} // namespace plumbline
