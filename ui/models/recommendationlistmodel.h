#pragma once

#include "core/domain/numbers.h"
#include "core/checks/completeness.h"
#include "ui/models/recordmodel.h"

namespace plumbline {

/// The recommendations in the order of their numbers, for a list drawn by TwoLineDelegate: number, title,
/// state, category, priority, and how many of the eight demands are met. The tool tip says what is missing.
class RecommendationListModel : public RecordModel
{
    Q_OBJECT

public:
    explicit RecommendationListModel(Session &session, QObject *parent = nullptr);

    /// How far the recommendation is filled in.
    Completeness completeness(RecordId recommendation) const;
    /// The number it is printed under; empty text when it has none.
    QString numberOf(RecordId recommendation) const;
    const RecordLinks &links() const;
    /// How many lack something, and how many have no level of consensus; withdrawn, split and merged ones not
    /// counted.
    int incompleteCount() const;
    int withoutLevelCount() const;

protected:
    std::vector<const Record *> records() const override;
    RowSummary summaryOf(const Record &record) const override;
    bool concernsEveryRow(const Changes &changes) const override;
    void forget(const Changes &changes) override;
    QString searchText(const Record &record) const override;

private:
    /// What is computed from the whole review at once, when first asked for after a change.
    struct Computed {
        QHash<RecommendationId, RecommendationNumber> numbers;
        RecordLinks links;
    };
    const Computed &computed() const;

    mutable std::optional<Computed> m_computed;
};
/// "Direct" and "Policy": the category where there is little room.
QString shortCategory(const Choice<Category> &category);

} // namespace plumbline
