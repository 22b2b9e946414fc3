#include "core/domain/kind.h"

#include "core/domain/kinds.h"

namespace plumbline {

const Field *KindDescription::field(QByteArrayView fieldName) const
{
    for (const Field &candidate : fields) {
        if (candidate.name == fieldName)
            return &candidate;
    }
    return nullptr;
}

const KindDescription &describe(Kind kind)
{
    static const QList<KindDescription> descriptions{
        describeReviewRecord(),
        describeRule(),
        describeTorSection(),
        describeScopeItem(),
        describePerson(),
        describeMembership(),
        describeInterestStatement(),
        describeRecusal(),
        describeSubTeam(),
        describeReportBack(),
        describeClosedGroup(),
        describePriorRecommendation(),
        describeMilestone(),
        describeDependency(),
        describeCalendarEvent(),
        describeDataSource(),
        describeDataRequest(),
        describeMessage(),
        describeFinding(),
        describePresentation(),
        describeFeedbackPoint(),
        describeRecommendationGroup(),
        describeRecommendation(),
        describeImplementabilityInput(),
        describeMeeting(),
        describeDecision(),
        describeActionItem(),
        describeBoardAction(),
        describeBaseline(),
        describeBaselineItem(),
        describeLink(),
        describeAttachment(),
        describeTag(),
        describeNote(),
        describeWaiver(),
    };
    return descriptions.at(qsizetype(kind));
}

const QList<Kind> &allKinds()
{
    static const QList<Kind> kinds = [] {
        QList<Kind> all;
        for (int i = 0; i < kindCount; ++i)
            all += Kind(i);
        return all;
    }();
    return kinds;
}

std::optional<Kind> kindNamed(QByteArrayView name)
{
    for (const Kind kind : allKinds()) {
        if (name == describe(kind).name)
            return kind;
    }
    return std::nullopt;
}

QString titleOf(Kind kind, const Record &record)
{
    const KindDescription &description = describe(kind);
    const Field *title = description.field(description.title);
    const QString text = title ? title->get(record).toText().simplified() : QString();
    return text.isEmpty() ? record.key : text;
}

} // namespace plumbline
