#include "core/edits/tags.h"

#include "core/domain/identity.h"
#include "core/edits/linking.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

static RecordId tagNamed(const Review &review, const QString &name)
{
    for (const Tag *tag : review.all<Tag>()) {
        if (tag->name.compare(name, Qt::CaseInsensitive) == 0)
            return tag->id;
    }
    return {};
}

Result<ChangeSet> toggleTagOn(const EditContext &context, const QString &typed,
                              const QList<RecordId> &records)
{
    const Review &review = context.review;
    const QString name = cleanText(typed).simplified();
    if (name.isEmpty() || records.isEmpty())
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Edits", "A tag needs a name, and records to put it on."),
                     {},
                     {}};
    if (std::any_of(records.begin(), records.end(), [&](RecordId record) { return !review.find(record); }))
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate(
                         "Edits", "A record is not in this review any more; nothing was tagged."),
                     {},
                     {}};
    ChangeSet changes(review, Cause::Edit);
    RecordId tag = tagNamed(review, name);
    if (tag.isNull()) {
        tag = changes.create(review, Kind::Tag, {},
                             naturalId(review.uuid(), Kind::Tag, {{"name", toValue(name)}}));
        if (review.findAny(tag))
            changes.edits.last() = {Edit::Restore, Kind::Tag, tag, {}, {}, 0};
        else
            changes.set<&Tag::name>(TagId(tag.uuid), name);
    }
    const bool everywhere = std::all_of(records.begin(), records.end(), [&](RecordId record) {
        return review.find(linkId(review, LinkType::Tagged, tag, record));
    });
    for (const RecordId record : records) {
        if (everywhere)
            removeLink(changes, review, LinkType::Tagged, tag, record);
        else
            addLink(changes, review, LinkType::Tagged, tag, record);
    }
    return changes;
}

QStringList tagsOf(const Review &review, RecordId record)
{
    QStringList names;
    for (const Tag *tag : review.all<Tag>()) {
        if (review.find(linkId(review, LinkType::Tagged, RecordId(tag->id.uuid), record)))
            names += tag->name;
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

QHash<RecordId, QStringList> tagsByRecord(const Review &review)
{
    QHash<RecordId, QStringList> tags;
    if (review.count(Kind::Tag) == 0)
        return tags;
    for (const Link *link : review.all<Link>()) {
        const Tag *tag = link->type.is(LinkType::Tagged) ? review.find(TagId(link->from.uuid)) : nullptr;
        if (tag)
            tags[link->to] += tag->name;
    }
    return tags;
}

} // namespace plumbline
