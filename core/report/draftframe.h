#pragma once

#include "core/domain/review.h"
#include "core/report/document.h"

#include <QLocale>

namespace plumbline::report {

/// What stands around the findings and recommendations of a draft or final report.
class DraftFrame
{
public:
    DraftFrame(const Review &review, const QLocale &locale) : m_review(review), m_locale(locale) {}

    /// The mandate and the scope items.
    QList<Section> mandate() const;
    /// The team and its sub-teams, the rules it follows, its evidence.
    QList<Section> howTheReviewWorked() const;
    /// Every decision with its level of consensus.
    QList<Section> decisions() const;
    /// What was accepted with a reason; empty when nothing was.
    QList<Section> waivers() const;
    /// When, where and how to comment.
    QList<Section> howToComment() const;

private:
    const Review &m_review; // Not owned, outlives this.
    QLocale m_locale;
};

} // namespace plumbline::report
