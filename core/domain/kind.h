#pragma once

#include "core/domain/field.h"

#include <QStringView>

#include <memory>

namespace plumbline {

/// Every kind of record, in the order in which lists and dumps show them.
enum class Kind {
    Review,
    Rule,
    TorSection,
    ScopeItem,
    Person,
    Membership,
    InterestStatement,
    Recusal,
    SubTeam,
    ReportBack,
    ClosedGroup,
    PriorRecommendation,
    Milestone,
    Dependency,
    CalendarEvent,
    DataSource,
    DataRequest,
    Message,
    Finding,
    Presentation,
    FeedbackPoint,
    RecommendationGroup,
    Recommendation,
    ImplementabilityInput,
    Meeting,
    Decision,
    ActionItem,
    BoardAction,
    Baseline,
    BaselineItem,
    Link,
    Attachment,
    Tag,
    Note,
    Waiver,
};
inline constexpr int kindCount = int(Kind::Waiver) + 1;

/// All the program knows of a kind of record. Consumers loop over @ref fields; none names a type.
struct KindDescription {
    Kind kind;
    const char *name;    ///< As in files and on the command line: `milestone`. For ever.
    const char *label;   ///< QT_TRANSLATE_NOOP of context "Kind": "Milestone".
    const char *plural;  ///< QT_TRANSLATE_NOOP of context "Kind": "Milestones".
    const char *prefix;  ///< Of its keys: `M`; empty when records of the kind have no key.
    const char *title;   ///< Name of the field that serves as the record's title in lists.
    QList<Field> fields; ///< `key` and `~place` first, then the kind's own.
    std::shared_ptr<Record> (*create)();
    std::shared_ptr<Record> (*copy)(const Record &);
    bool (*equal)(const Record &, const Record &);

    /// The field of that name, or null.
    const Field *field(QByteArrayView fieldName) const;
};

/// The description of @p kind; built once, at first use.
const KindDescription &describe(Kind kind);
/// All kinds, in order.
const QList<Kind> &allKinds();
/// The kind of that name in files and on the command line.
std::optional<Kind> kindNamed(QByteArrayView name);

/// The title of a record for lists: the text of its title field, else its key.
QString titleOf(Kind kind, const Record &record);

/// Builds a description; used once in each kind's source.
template<class T>
KindDescription kindDescription(const char *name, const char *label, const char *plural, const char *prefix,
                                const char *title, QList<Field> fields)
{
    QList<Field> all = commonFields(*prefix != 0);
    all += fields;
    return {T::kind,
            name,
            label,
            plural,
            prefix,
            title,
            all,
            [] { return std::static_pointer_cast<Record>(std::make_shared<T>()); },
            [](const Record &record) {
                return std::static_pointer_cast<Record>(std::make_shared<T>(static_cast<const T &>(record)));
            },
            [](const Record &a, const Record &b) {
                return static_cast<const T &>(a) == static_cast<const T &>(b);
            }};
}

} // namespace plumbline
