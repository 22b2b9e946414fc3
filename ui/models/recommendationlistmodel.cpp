#include "ui/models/recommendationlistmodel.h"

#include "ui/models/fieldwords.h"
#include "ui/models/statechip.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

RecommendationListModel::RecommendationListModel(Session &session, QObject *parent)
    : RecordModel(session, Kind::Recommendation, {}, parent)
{
    setFilter({}); // Brings the rows into the order of the numbers.
}

/// The state in one word, where a list has room for no more.
static QString shortState(const Recommendation &recommendation)
{
    const auto &state = recommendation.state;
    if (state.is(RecommendationState::Shared))
        return QCoreApplication::translate("RecommendationListModel", "Shared");
    if (state.is(RecommendationState::AgreedForDraft))
        return QCoreApplication::translate("RecommendationListModel", "Agreed");
    if (state.is(RecommendationState::Transmitted))
        return QCoreApplication::translate("RecommendationListModel", "Sent");
    return choiceLabel(state);
}

const RecommendationListModel::Computed &RecommendationListModel::computed() const
{
    if (!m_computed)
        m_computed = Computed{recommendationNumbers(session().review()), RecordLinks(session().review())};
    return *m_computed;
}

const RecordLinks &RecommendationListModel::links() const
{
    return computed().links;
}

void RecommendationListModel::forget(const Changes &changes)
{
    if (concernsEveryRow(changes))
        m_computed.reset();
}

bool RecommendationListModel::concernsEveryRow(const Changes &changes) const
{
    // One recommendation that moves or is withdrawn renumbers the others of its group.
    return std::any_of(changes.records.cbegin(), changes.records.cend(),
                       [](const Changes::Entry &entry) {
                           const bool mayRenumber =
                               entry.appeared || entry.vanished || entry.fields.contains("group") ||
                               entry.fields.contains("state") || entry.fields.contains("~place");
                           return entry.kind == Kind::RecommendationGroup || entry.kind == Kind::Link ||
                                  entry.kind == Kind::Decision || entry.kind == Kind::Finding ||
                                  (entry.kind == Kind::Recommendation && mayRenumber);
                       }) ||
           changes.everything;
}

std::vector<const Record *> RecommendationListModel::records() const
{
    const auto ordered = recommendationsInOrder(session().review());
    return {ordered.cbegin(), ordered.cend()};
}

Completeness RecommendationListModel::completeness(RecordId recommendation) const
{
    const auto *found = session().review().find(RecommendationId(recommendation.uuid));
    return found ? completenessOf(session().review(), links(), *found) : Completeness();
}

QString RecommendationListModel::numberOf(RecordId recommendation) const
{
    const auto number = computed().numbers.constFind(RecommendationId(recommendation.uuid));
    return number == computed().numbers.constEnd() ? QString() : number->toText();
}

int RecommendationListModel::incompleteCount() const
{
    const auto all = session().review().all<Recommendation>();
    return int(std::count_if(all.cbegin(), all.cend(), [this](const Recommendation *recommendation) {
        return isStanding(*recommendation) && !completeness(recommendation->id).isComplete();
    }));
}

int RecommendationListModel::withoutLevelCount() const
{
    const auto all = session().review().all<Recommendation>();
    return int(std::count_if(all.cbegin(), all.cend(), [this](const Recommendation *recommendation) {
        return isStanding(*recommendation) &&
               !consensusDecision(session().review(), links(), recommendation->id);
    }));
}

RowSummary RecommendationListModel::summaryOf(const Record &record) const
{
    const auto &recommendation = static_cast<const Recommendation &>(record);
    const Completeness complete = completenessOf(session().review(), links(), recommendation);
    RowSummary summary;
    // An empty text, not none: the column of the numbers stays even when the first row has no number.
    summary.number = numberOf(record.id);
    if (summary.number.isNull())
        summary.number = u""_s;
    summary.chip = stateChip(Kind::Recommendation, record);
    summary.chip.text = shortState(recommendation);
    for (const QString &word :
         {shortCategory(recommendation.category), choiceLabel(recommendation.priority.level)})
        summary.secondLine += word.isEmpty() ? u"—"_s : word;
    summary.dots = complete.filled();
    summary.toolTip = complete.sentence();
    return summary;
}

QString RecommendationListModel::searchText(const Record &record) const
{
    const auto &recommendation = static_cast<const Recommendation &>(record);
    const RowSummary summary = summaryOf(record);
    return (QStringList{summary.number, session().review().shownKey(record), recommendation.title,
                        recommendation.text, recommendation.rationale, recommendation.addressee,
                        choiceLabel(recommendation.state)} +
            summary.secondLine)
        .join(u' ');
}

QString shortCategory(const Choice<Category> &category)
{
    if (category.is(Category::Direct))
        return QCoreApplication::translate("RecommendationListModel", "Direct");
    if (category.is(Category::Policy))
        return QCoreApplication::translate("RecommendationListModel", "Policy");
    return category.raw;
}

} // namespace plumbline
