#include "core/checks/wordingrules.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

using Expression = QRegularExpression;

Expression expression(const QString &pattern, bool anyCase = true)
{
    Expression made(pattern, anyCase ? Expression::CaseInsensitiveOption : Expression::NoPatternOption);
    made.optimize();
    return made;
}

QStringList found(const Expression &wanted, const QString &text)
{
    QStringList words;
    for (auto match = wanted.globalMatch(text); match.hasNext();) {
        const QString word = match.next().captured().simplified();
        if (!words.contains(word, Qt::CaseInsensitive))
            words += word;
    }
    return words;
}

/// Something by which a reader can tell that it was done: a number, a date, a frequency.
bool isDefinite(const QString &text)
{
    static const Expression definite = expression(
        u"\\b\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twice|once|monthly|weekly|"
        u"quarterly|annual(?:ly)?|"
        u"yearly|(?:every|each) "
        u"(?:year|quarter|month|week|day)|January|February|March|April|June|July|August|September|October|"
        u"November|December|per cent|percent)\\b|\\bby the end of\\b|\\bbefore the (?:next|start|end|first)\\b|\\bwithin\\b"_s);
    return definite.match(text).hasMatch();
}

QStringList vague(const QString &text)
{
    // Words that stay hollow whatever stands around them.
    static const Expression standards = expression(
        u"\\b(?:(?:appropriate|adequate|robust|reasonabl[ey]|sensible|sufficient|suitable|proper|meaningful)("
        u"?:ly)?\\b|"
        u"as (?:needed|necessary)\\b|where (?:possible|feasible|practicable)\\b|best efforts\\b)"_s);
    static const Expression hollow = expression(
        u"\\b(?:improv(?:e|es|ed|ing|ements?)\\b|enhanc\\w*|strengthen\\w*|as required|consider(?:ing)?|wherever "
        u"(?:possible|feasible)|where appropriate|"
        u"better|timely|promptly|explor\\w+|encourag\\w*|significant\\w*|promot\\w*|foster\\w*|optimi[sz]\\w*"
        u"|facilitat\\w*|"
        u"raise awareness|more "
        u"(?:attention|emphasis|transparent)|effective\\w*|efficient\\w*|proactive\\w*|closer|closely|"
        u"work towards|strive\\w*|endeavou?r\\w*|as soon as (?:possible|practicable)|in due course|good "
        u"practice|best practices?|"
        u"high[- ]quality|regular\\w*|periodic\\w*|relevant|support\\w*|(?<!\\bIP )(?<!\\be-mail )(?<!\\bemail )(?<!\\bpostal )address(?!ee)\\w*|continue to|holistic\\w*|modern)\\b"_s);
    QStringList words = found(standards, text);
    if (!isDefinite(text))
        words += found(hollow, text);
    return words;
}

QStringList twoActions(const QString &text)
{
    static const QString verbs = u"publish|appoint|establish|create|develop|hire|adopt|sell|buy|open|close|"
                                 u"start|stop|train|build|fund|introduce|move|"
                                 u"replace|commission|translate|offer|recruit|promote|modernize|modernise|"
                                 u"streamline|improve|abolish|raise|store|set up|"
                                 u"launch|extend|conduct|amend"_s;
    static const QList<Expression> signs{
        expression(u"\\b(?:should|must|shall) also\\b|\\balso (?:should|must|shall)\\b|"
                   u"\\b(?:in addition|separately|furthermore|moreover|independently|at the same time),? |"
                   u"; (?:and )?(?:it|the \\w+|[A-Z]\\w+) (?:should|must|shall)"_s),
        expression(
            u"(?:should|must|shall|has to|have to)\\b (?:\\w+ly )?(?:%1)\\b[^.]*?(?:,|;| and|; and) (?:and )?(?:%1) (?!and\\b)\\w"_s
                .arg(verbs),
            false),
        expression(
            u"\\b(?:should|must|shall) be [^.]*, and (?:the |a |an )?[\\w' ]{3,60} (?:should|must|shall) (?:be )?"_s,
            false),
        expression(
            u"\\b(?:should|must|shall) [^.]*(?:;|, and) (?:the |it |they |a |an )[\\w' ]{0,60}(?:should|must|shall) "_s,
            false),
    };
    for (const Expression &sign : signs) {
        if (const auto match = sign.match(text); match.hasMatch()) {
            qsizetype end = match.capturedEnd(); // The whole of its last word.
            while (end < text.size() && text.at(end).isLetterOrNumber())
                ++end;
            return {text.mid(match.capturedStart(), end - match.capturedStart()).simplified()};
        }
    }
    return {};
}

QStringList passive(const QString &text)
{
    static const QString adverb = u"(?: \\w+ly| also| not| then| only| always| never)?"_s;
    static const Expression done = expression(u"\\b(?:should|must|shall|needs? to|ha(?:s|ve) to|ought to|is "
                                              u"to|are to|will)%1 be (?:\\w+ly |re-|not )?"
                                              u"(?:\\w+ed|\\w+en|made|set|put|kept|held|given|built|paid|"
                                              u"sent|shown|told|found|brought|taught|done|run|drawn|read|cut|"
                                              u"met|led|sold|bought|left|laid)\\b"_s.arg(adverb));
    // Who does it: "by the Board", or anybody at all of whom the text says that she should do something.
    static const Expression doer = expression(
        u"\\bby (?:the |an? |its |their |all |each |every |both "
        u")?(?:[A-Z][\\w-]+|board|staff|team|council|office|officer|committee|"
        u"ministry|operator|hospital|department|director|chair|registr\\w+|auditor|agency|regulator|"
        u"contractor|supplier|manager|"
        u"head|group|body|organi[sz]ation|company|secretariat|engineer|panel|commission|inspector\\w*|"
        u"independent \\w+|"
        u"external \\w+|community|members?|people|nurses?|doctors?|drivers?|someone|owner\\w*)\\b"_s,
        false);
    static const Expression acts = expression(
        u"\\b(?:should|must|shall|needs? to|has to|have to|ought to)%1 (?!be\\b|not be\\b|have been\\b)\\w+"_s
            .arg(adverb));
    const QStringList phrases = found(done, text);
    return doer.match(text).hasMatch() || acts.match(text).hasMatch() ? QStringList() : phrases;
}

QStringList acronyms(const QString &text, const QSet<QString> &known)
{
    static const Expression capitals = expression(u"(?<![\\w/.-])[a-z]?[A-Z][A-Z0-9]+s?(?!\\w)"_s, false);
    static const Expression roman = expression(u"^[IVXLC]+$"_s, false);
    static const QSet<QString> loud{u"NOT"_s,    u"MUST"_s,   u"SHOULD"_s, u"ALL"_s,  u"AND"_s,  u"ONE"_s,
                                    u"NO"_s,     u"NEVER"_s,  u"ANY"_s,    u"ONLY"_s, u"OR"_s,   u"EVERY"_s,
                                    u"BEFORE"_s, u"ALWAYS"_s, u"SHALL"_s,  u"OPEN"_s, u"FULL"_s, u"STOP"_s,
                                    u"DO"_s,     u"EXIT"_s,   u"NEW"_s};
    QStringList words;
    for (const QString &word : found(capitals, text)) {
        const QString singular = word.endsWith(u's') ? word.chopped(1) : word;
        if (known.contains(singular.toUpper()) || known.contains(word.toUpper()) || loud.contains(word) ||
            roman.match(word).hasMatch())
            continue;
        const bool spelt =
            text.contains(u'(' + singular + u')') || text.contains(u'(' + singular + u"s)"_s) ||
            text.contains(Expression(u"\\(%1s?[,;]|\\b%1s? \\((?!\\d)"_s.arg(Expression::escape(singular))));
        if (!spelt)
            words += word;
    }
    return words;
}

QStringList tooLong(const QString &text)
{
    QStringList sentences = sentencesIn(text);
    sentences.erase(
        std::remove_if(sentences.begin(), sentences.end(),
                       [](const QString &sentence) { return wordsIn(sentence) <= longestSentence; }),
        sentences.end());
    return sentences;
}

QList<WordingAdvice> compute(const QString &text, const QSet<QString> &known)
{
    QList<WordingAdvice> advice;
    const auto add = [&](WordingRule rule, const QStringList &words, bool wrong) {
        if (wrong)
            advice += WordingAdvice{rule, words};
    };
    const QStringList hollow = vague(text);
    add(WordingRule::Vague, hollow, !hollow.isEmpty());
    const QStringList two = twoActions(text);
    add(WordingRule::TwoActions, two, !two.isEmpty());
    const QStringList sentences = tooLong(text);
    add(WordingRule::TooLong, sentences, !sentences.isEmpty() || wordsIn(text) > longestText);
    const QStringList done = passive(text);
    add(WordingRule::Passive, done, !done.isEmpty());
    const QStringList unknown = acronyms(text, known);
    add(WordingRule::Acronym, unknown, !unknown.isEmpty());
    return advice;
}

} // namespace

const char *wordingRuleName(WordingRule rule)
{
    static const char *const names[]{"vague", "twoactions", "toolong", "passive", "acronym"};
    return names[int(rule)];
}

QList<WordingAdvice> wordingAdvice(const QString &text, const QSet<QString> &known)
{
    return text.trimmed().isEmpty() ? QList<WordingAdvice>() : compute(text, known);
}

QSet<QString> knownAcronyms(const QString &rule)
{
    QSet<QString> known{u"IT"_s, u"ISO"_s, u"EU"_s, u"US"_s, u"UN"_s, u"UK"_s, u"PDF"_s, u"UTC"_s, u"CO2"_s};
    for (const QString &word : rule.split(u',', Qt::SkipEmptyParts))
        known.insert(word.trimmed().toUpper());
    return known;
}

int wordsIn(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    int words = 0;
    for (qsizetype start = finder.position(); start >= 0 && start < text.size(); start = finder.position()) {
        const bool begins = finder.boundaryReasons() & QTextBoundaryFinder::StartOfItem;
        words += begins && text.at(start).isLetterOrNumber() ? 1 : 0;
        finder.toNextBoundary();
    }
    return words;
}

QStringList sentencesIn(const QString &text)
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

} // namespace plumbline
