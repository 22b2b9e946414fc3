#pragma once

#include "core/domain/numbers.h"
#include "core/report/document.h"
#include "core/report/publicrecords.h"

#include <QCoreApplication>
#include <QLocale>

namespace plumbline {
struct Decision;
struct Finding;
struct Recommendation;
} // namespace plumbline

namespace plumbline::report {

/// Turns findings, recommendations and decisions into what a reader sees of them.
///
/// Every field that outsiders may read is there; a field nobody filled in is said in words when the reader
/// would look for it, and left out when not (a source, a relation).
class DraftRecords
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    DraftRecords(const Review &review, const QLocale &locale);

    FindingBlock finding(const Finding &finding) const;
    RecommendationBlock recommendation(const Recommendation &recommendation) const;

    /// "7.4", or "–" for one that has no number.
    QString numberOf(const Recommendation &recommendation) const;
    bool isNumbered(const Recommendation &recommendation) const;
    /// A cell with the words in which the level of consensus is printed, most recent decision first.
    Text consensusOf(const Recommendation &recommendation) const;
    /// "High. Because ...".
    Text graded(const Graded &grade, const QString &missingSentence) const;
    const PublicLinks &links() const { return m_links; }

private:
    Text sources(const Finding &finding) const;
    Text restsOn(const Recommendation &recommendation) const;
    Text related(const Recommendation &recommendation) const;
    RecordPart measure(const Recommendation &recommendation) const;

    const Review &m_review; // Not owned, outlives this.
    QLocale m_locale;
    PublicLinks m_links;
    QHash<RecommendationId, RecommendationNumber> m_numbers;
};

} // namespace plumbline::report
