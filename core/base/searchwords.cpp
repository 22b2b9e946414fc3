#include "core/base/searchwords.h"

#include "core/base/worddiff.h"

namespace plumbline {

/// More terms than anybody types; the rest is left out, so that a pasted page does not become a query.
static constexpr qsizetype mostTerms = 16;

static QString folded(QStringView word)
{
    QString plain;
    const QString apart = word.toString().normalized(QString::NormalizationForm_KD);
    for (const QChar c : apart) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    }
    // Qt folds letter by letter; the one letter of ours that folds into two is done here.
    return plain.toCaseFolded().replace(u'ß', QStringLiteral("ss")).normalized(QString::NormalizationForm_KC);
}

QList<SearchWord> searchWords(const QString &text)
{
    QList<SearchWord> words;
    const auto add = [&](qsizetype from, qsizetype to) {
        const QString plain = folded(QStringView(text).mid(from, to - from));
        if (!plain.isEmpty())
            words += {from, to - from, plain};
    };
    qsizetype begun = -1; // Where the word that is being read begins.
    for (qsizetype at = 0; at < text.size();) {
        const bool pair = text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text.at(at), text.at(at + 1)) : text.at(at).unicode();
        const qsizetype next = at + (pair ? 2 : 1);
        const bool inWord = QChar::isLetterOrNumber(c) || (begun >= 0 && QChar::isMark(c));
        if (begun >= 0 && (!inWord || isCjk(c))) {
            add(begun, at);
            begun = -1;
        }
        if (inWord && isCjk(c))
            add(at, next);
        else if (inWord && begun < 0)
            begun = at;
        at = next;
    }
    if (begun >= 0)
        add(begun, text.size());
    return words;
}

SearchQuery::SearchQuery(const QString &typed)
{
    const QStringList pieces = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &piece : pieces) {
        QStringList term;
        for (const SearchWord &word : searchWords(piece))
            term += word.folded;
        if (!term.isEmpty() && m_terms.size() < mostTerms)
            m_terms += term;
    }
    m_lastIsPrefix = !typed.isEmpty() && !typed.back().isSpace();
}

QList<qsizetype> SearchQuery::occurrences(qsizetype term, const QList<SearchWord> &words) const
{
    const QStringList &wanted = m_terms.at(term);
    const bool prefix = m_lastIsPrefix && term == m_terms.size() - 1;
    const auto standsAt = [&](qsizetype at) {
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const QString &word = words.at(at + i).folded;
            const bool fits = prefix && i == wanted.size() - 1 ? word.startsWith(wanted.at(i)) : word == wanted.at(i);
            if (!fits)
                return false;
        }
        return true;
    };
    QList<qsizetype> found;
    for (qsizetype at = 0; at + wanted.size() <= words.size(); ++at) {
        if (!standsAt(at))
            continue;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (found.isEmpty() || found.last() < at + i)
                found += at + i;
        }
    }
    return found;
}

} // namespace plumbline
