#include "core/domain/audience.h"

#include "core/base/cbor.h"
#include "core/domain/link.h"
#include "core/domain/person.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

static constexpr int largestAudience = (1 << 20) - 1;

int audienceNumber(ClosedGroupId group)
{
    const QByteArray digest = digest16("audience" + group.uuid.toRfc4122());
    quint32 number = 0;
    for (int i = 0; i < 4; ++i)
        number = (number << 8) | uchar(digest.at(i));
    return 1 + int(number % quint32(largestAudience));
}

const ClosedGroup *groupOfAudience(const Review &review, int audience)
{
    for (const ClosedGroup *group : review.all<ClosedGroup>()) {
        if (audienceNumber(ClosedGroupId(group->id.uuid)) == audience)
            return group;
    }
    return nullptr;
}

QString audienceName(const Review &review, int audience)
{
    if (audience == wholeTeam)
        return QCoreApplication::translate("Audience", "the whole team");
    const ClosedGroup *group = groupOfAudience(review, audience);
    return group ? titleOf(Kind::ClosedGroup, *group)
                 : QCoreApplication::translate("Audience", "a closed group that is not in this copy");
}

QList<int> audiences(const Review &review)
{
    QList<int> numbers{wholeTeam};
    for (const ClosedGroup *group : review.all<ClosedGroup>())
        numbers += audienceNumber(ClosedGroupId(group->id.uuid));
    return numbers;
}

Result<int> audienceNamed(const Review &review, const QString &name)
{
    if (name == QLatin1String("team"))
        return int(wholeTeam);
    QStringList known{QStringLiteral("team")};
    for (const ClosedGroup *group : review.all<ClosedGroup>()) {
        const QString key = review.shownKey(*group);
        if (name == key || name.compare(group->title, Qt::CaseInsensitive) == 0)
            return audienceNumber(ClosedGroupId(group->id.uuid));
        known += key;
    }
    return Error{ErrorCode::NotFound,
                 QCoreApplication::translate("Audience",
                                             "There is no closed group “%1”; nothing was done. There are: %2.")
                     .arg(name.left(60), known.join(QStringLiteral(", "))),
                 {},
                 QStringLiteral("audience")};
}

std::vector<const Person *> membersOf(const Review &review, ClosedGroupId group)
{
    std::vector<const Person *> members;
    for (const Person *person : review.all<Person>()) {
        const auto links = review.all<Link>();
        const bool belongs = std::any_of(links.begin(), links.end(), [&](const Link *link) {
            return link->type == LinkType::MemberOf && link->from == person->id && link->to.uuid == group.uuid;
        });
        if (belongs)
            members.push_back(person);
    }
    return members;
}

} // namespace plumbline
