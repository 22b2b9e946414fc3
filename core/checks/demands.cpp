#include "core/checks/demands.h"

#include "core/checks/check.h"
#include "core/checks/completeness.h"
#include "core/checks/wording.h"
#include "core/checks/wordingrules.h"

#include <QCache>
#include <QCoreApplication>
#include <QLocale>
#include <QMutex>

#include <array>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

QString said(const char *text, int n = -1)
{
    return QCoreApplication::translate("Demands", text, nullptr, n);
}

template<class E>
QString label(const Choice<E> &choice)
{
    if (!choice.value)
        return choice.raw;
    return QCoreApplication::translate("Choice", choiceWords<E>().at(qsizetype(*choice.value)).label);
}

const WordingAdvice *find(const QList<WordingAdvice> &advice, WordingRule rule)
{
    for (const WordingAdvice &one : advice) {
        if (one.rule == rule)
            return &one;
    }
    return nullptr;
}

/// The first words in quotation marks: “improve”, “better”.
QString quoted(const QStringList &words)
{
    return said(QT_TRANSLATE_NOOP("Demands", "“%1”"))
        .arg(words.mid(0, 3).join(said(QT_TRANSLATE_NOOP("Demands", "”, “"))));
}

Judgement clear(const Recommendation &recommendation, const QList<WordingAdvice> &advice)
{
    if (recommendation.text.trimmed().isEmpty())
        return {
            Demand::Clear, Verdict::Missing, said(QT_TRANSLATE_NOOP("Demands", "There is no text yet.")), {}};
    if (const WordingAdvice *passive = find(advice, WordingRule::Passive))
        return {Demand::Clear, Verdict::Doubtful,
                said(QT_TRANSLATE_NOOP("Demands", "%1: say who must do it.")).arg(quoted(passive->words)),
                passive->words};
    if (const WordingAdvice *acronym = find(advice, WordingRule::Acronym))
        return {Demand::Clear, Verdict::Doubtful,
                said(QT_TRANSLATE_NOOP("Demands", "%1: spell it out once.")).arg(quoted(acronym->words)),
                acronym->words};
    int longest = 0;
    for (const QString &sentence : sentencesIn(recommendation.text))
        longest = std::max(longest, wordsIn(sentence));
    if (longest > longestSentence)
        return {Demand::Clear,
                Verdict::Doubtful,
                said(QT_TRANSLATE_N_NOOP("Demands", "One sentence has %n word(s)."), longest),
                {}};
    return {Demand::Clear, Verdict::Met, {}, {}};
}

Judgement concise(const Recommendation &recommendation)
{
    const int words = wordsIn(recommendation.text);
    const int sentences = int(sentencesIn(recommendation.text).size());
    if (words == 0)
        return {
            Demand::Concise, Verdict::Open, said(QT_TRANSLATE_NOOP("Demands", "There is no text yet.")), {}};
    const QString counted = said(QT_TRANSLATE_N_NOOP("Demands", "%n word(s)"), words) + u", "_s +
                            said(QT_TRANSLATE_N_NOOP("Demands", "%n sentence(s)"), sentences);
    if (words > longestText)
        return {Demand::Concise,
                Verdict::Doubtful,
                said(QT_TRANSLATE_NOOP("Demands", "%1: move reasons to the rationale.")).arg(counted),
                {}};
    return {Demand::Concise, Verdict::Met, counted, {}};
}

Judgement concrete(const Recommendation &recommendation, const QList<WordingAdvice> &advice)
{
    if (recommendation.text.trimmed().isEmpty())
        return {
            Demand::Concrete, Verdict::Open, said(QT_TRANSLATE_NOOP("Demands", "There is no text yet.")), {}};
    if (const WordingAdvice *vague = find(advice, WordingRule::Vague))
        return {Demand::Concrete, Verdict::Doubtful,
                said(QT_TRANSLATE_NOOP("Demands", "%1: say by what, or how much.")).arg(quoted(vague->words)),
                vague->words};
    if (const WordingAdvice *two = find(advice, WordingRule::TwoActions))
        return {Demand::Concrete, Verdict::Doubtful,
                said(QT_TRANSLATE_NOOP("Demands", "%1: two actions in one? Split what can be decided apart."))
                    .arg(quoted(two->words)),
                two->words};
    return {Demand::Concrete, Verdict::Met, {}, {}};
}

Judgement prioritised(const Recommendation &recommendation)
{
    const Graded &priority = recommendation.priority;
    const QString level = label(priority.level);
    if (priority.level.isNone())
        return {Demand::Prioritised,
                Verdict::Missing,
                said(QT_TRANSLATE_NOOP("Demands", "No priority yet.")),
                {}};
    if (priority.reason.trimmed().isEmpty())
        return {Demand::Prioritised,
                Verdict::Doubtful,
                said(QT_TRANSLATE_NOOP("Demands", "%1, but not why.")).arg(level),
                {}};
    return {Demand::Prioritised,
            Verdict::Met,
            said(QT_TRANSLATE_NOOP("Demands", "%1: %2")).arg(level, priority.reason),
            {}};
}

Judgement measurable(const Recommendation &recommendation)
{
    const Metric &metric = recommendation.metric;
    if (isComplete(metric))
        return {Demand::Measurable,
                Verdict::Met,
                said(QT_TRANSLATE_NOOP("Demands", "%1 %2 by %3"))
                    .arg(metric.target, metric.unit, dateWords(*metric.by)),
                {}};
    if (!recommendation.deferred.trimmed().isEmpty())
        return {Demand::Measurable,
                Verdict::Met,
                said(QT_TRANSLATE_NOOP("Demands", "Deferred: %1")).arg(recommendation.deferred),
                {}};
    if (metric == Metric())
        return {Demand::Measurable,
                Verdict::Missing,
                said(QT_TRANSLATE_NOOP("Demands", "No metric, and no reason to defer one.")),
                {}};
    QStringList missing;
    const Value::Array items = metric.toArray();
    const QList<Part> parts = Metric::parts();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i).isNull())
            missing += QCoreApplication::translate("Field", parts.at(i).label).toLower();
    }
    return {Demand::Measurable,
            Verdict::Missing,
            said(QT_TRANSLATE_NOOP("Demands", "Missing: %1.")).arg(QLocale().createSeparatedList(missing)),
            {}};
}

Judgement implementable(const Recommendation &recommendation)
{
    const bool hasCategory = !recommendation.category.isNone();
    const bool hasAddressee = !recommendation.addressee.trimmed().isEmpty();
    if (hasCategory && hasAddressee)
        return {Demand::Implementable,
                Verdict::Met,
                said(QT_TRANSLATE_NOOP("Demands", "%1, by %2"))
                    .arg(label(recommendation.category), recommendation.addressee),
                {}};
    QString sentence = said(QT_TRANSLATE_NOOP("Demands", "Nobody is asked to do it, and how is not said."));
    if (hasCategory)
        sentence = said(QT_TRANSLATE_NOOP("Demands", "No addressee yet: who must act?"));
    else if (hasAddressee)
        sentence = said(QT_TRANSLATE_NOOP("Demands", "No category yet: directly, or by policy?"));
    return {Demand::Implementable, Verdict::Doubtful, sentence, {}};
}

} // namespace

QString demandName(Demand demand)
{
    switch (demand) {
    case Demand::Clear:
        return said(QT_TRANSLATE_NOOP("Demands", "Clear"));
    case Demand::Concise:
        return said(QT_TRANSLATE_NOOP("Demands", "Concise"));
    case Demand::Concrete:
        return said(QT_TRANSLATE_NOOP("Demands", "Concrete"));
    case Demand::Prioritised:
        return said(QT_TRANSLATE_NOOP("Demands", "Prioritised"));
    case Demand::Measurable:
        return said(QT_TRANSLATE_NOOP("Demands", "Measurable"));
    case Demand::Implementable:
        return said(QT_TRANSLATE_NOOP("Demands", "Implementable"));
    }
    return {};
}

QString demandCheck(Demand demand, const Recommendation &recommendation)
{
    if (demand == Demand::Implementable && recommendation.category.isNone() &&
        !recommendation.addressee.trimmed().isEmpty())
        return QStringLiteral("recommendation.category");
    static const std::array names{"quality.clear",         "quality.concise",
                                  "quality.concrete",      "recommendation.priority",
                                  "recommendation.metric", "recommendation.addressee"};
    return QLatin1String(names.at(size_t(demand)));
}

namespace {

/// The first three demands, which are about the text alone. Checks judge every recommendation after each edit of one, and
/// only that one has a new text: what was found last is remembered by the text, for one set of known abbreviations.
class WordingJudge
{
public:
    using Judgements = std::array<Judgement, 3>;

    /// Holds what is remembered as long as it lives.
    explicit WordingJudge(const QSet<QString> &known) : m_lock(&memory().mutex), m_known(known)
    {
        if (memory().known == known)
            return;
        memory().judgements.clear();
        memory().known = known;
    }

    const Judgements &judge(const Recommendation &recommendation)
    {
        if (const Judgements *judgements = memory().judgements.object(recommendation.text))
            return *judgements;
        const QList<WordingAdvice> advice = wordingAdvice(recommendation.text, m_known);
        auto *judgements =
            new Judgements{clear(recommendation, advice), concise(recommendation), concrete(recommendation, advice)};
        memory().judgements.insert(recommendation.text, judgements);
        return *judgements;
    }

private:
    struct Memory {
        QMutex mutex;
        QCache<QString, Judgements> judgements{20'000};
        QSet<QString> known;
    };
    static Memory &memory()
    {
        static Memory memory;
        return memory;
    }

    QMutexLocker<QMutex> m_lock;
    const QSet<QString> &m_known; // Not owned, outlives the judge.
};

} // namespace

static void adviseOn(Demand demand, const CheckContext &context, QList<Problem> &problems)
{
    const Review &review = context.review;
    const QSet<QString> known = knownAcronyms(review.rule(QStringLiteral("knownAcronyms")));
    WordingJudge judge(known);
    for (const Recommendation *recommendation : review.all<Recommendation>()) {
        if (!isBeingWritten(*recommendation))
            continue;
        const Judgement &judgement = judge.judge(*recommendation).at(size_t(demand));
        if (judgement.verdict != Verdict::Doubtful)
            continue;
        problems += problemOn(
            *recommendation,
            QCoreApplication::translate("Checks", "%1 may not be %2. %3", "a recommendation, a demand, why")
                .arg(nameOf(review, *recommendation), demandName(demand).toLower(), judgement.sentence),
            QCoreApplication::translate("Checks", "Change the words, or leave them with a reason."));
    }
}

const QList<Check> &qualityChecks()
{
    const QList<Kind> reads{Kind::Recommendation, Kind::Rule};
    static const QList<Check> checks{
        {"quality.clear", ProblemLevel::Hint, reads, false,
         [](const CheckContext &context, QList<Problem> &problems) {
             adviseOn(Demand::Clear, context, problems);
         },
         QT_TRANSLATE_NOOP("Checks", "A recommendation is clear: who must act, in sentences one can follow, "
                                     "without unexplained abbreviations.")},
        {"quality.concise", ProblemLevel::Hint, reads, false,
         [](const CheckContext &context, QList<Problem> &problems) {
             adviseOn(Demand::Concise, context, problems);
         },
         QT_TRANSLATE_NOOP("Checks", "A recommendation is concise.")},
        {"quality.concrete", ProblemLevel::Hint, reads, false,
         [](const CheckContext &context, QList<Problem> &problems) {
             adviseOn(Demand::Concrete, context, problems);
         },
         QT_TRANSLATE_NOOP("Checks",
                           "A recommendation is concrete: one thing at a time, in words one can check.")},
    };
    return checks;
}

QList<Judgement> judge(const Recommendation &recommendation, const QSet<QString> &known)
{
    const auto [isClear, isConcise, isConcrete] = WordingJudge(known).judge(recommendation);
    return {isClear,
            isConcise,
            isConcrete,
            prioritised(recommendation),
            measurable(recommendation),
            implementable(recommendation)};
}

} // namespace plumbline
