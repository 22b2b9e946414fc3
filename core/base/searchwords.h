#pragma once

#include <QList>
#include <QString>

namespace plumbline {

/// A word of a text as search sees it.
struct SearchWord {
    qsizetype from = 0;   ///< Where it stands in the text, in UTF-16 units.
    qsizetype length = 0; ///< What of the text it covers, in UTF-16 units.
    QString folded;       ///< Without case, accents and differences of width: what is compared.
};

/// The words of a text: runs of letters and digits, or one CJK character each, so that Chinese, which has no
/// blanks between words, is found by any of its characters.
///
/// Accents fall away where they are marks of their own in decomposed text: “é” is found by “e”, not “ø” by “o”.
QList<SearchWord> searchWords(const QString &text);

/// What a person typed into a search field. It is never read as a language: quotes, AND and * are what they are.
///
/// A record is found when it holds every term. A term is what stands between blanks; where punctuation or Chinese cuts
/// it into several words ("R-S2-04", "安全"), they must stand side by side. The last term may be the beginning of a
/// word, unless a blank follows it.
class SearchQuery
{
public:
    explicit SearchQuery(const QString &typed);

    bool isEmpty() const { return m_terms.isEmpty(); }
    const QList<QStringList> &terms() const { return m_terms; }
    bool lastIsPrefix() const { return m_lastIsPrefix; }
    /// Indices of the words that belong to an occurrence of the term with that number, in order.
    QList<qsizetype> occurrences(qsizetype term, const QList<SearchWord> &words) const;

private:
    QList<QStringList> m_terms;
    bool m_lastIsPrefix = false;
};

} // namespace plumbline
