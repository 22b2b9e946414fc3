// What is always true of a log that was written through here: whoever has the records of one audience and of the whole
// team finds in them no id of a record of another audience.

#include "core/domain/audiencerules.h"

#include "core/domain/audience.h"

#include <QCoreApplication>

#include <optional>

namespace plumbline {

bool mayBeClosed(Kind kind)
{
    switch (kind) {
    case Kind::Review:
    case Kind::Rule:
    case Kind::Person:
    case Kind::ClosedGroup:
        return false;
    default:
        return true;
    }
}

bool followsWhatItNames(Kind kind)
{
    switch (kind) {
    case Kind::Membership:
    case Kind::InterestStatement:
    case Kind::Recusal:
    case Kind::ReportBack:
    case Kind::FeedbackPoint:
    case Kind::ImplementabilityInput:
    case Kind::Attachment:
    case Kind::Dependency:
    case Kind::ActionItem:
    case Kind::BoardAction:
    case Kind::BaselineItem:
    case Kind::Link:
    case Kind::Note:
    case Kind::Waiver:
        return true;
    default:
        return false;
    }
}

QList<RecordId> namedRecords(const Field &field, const Value &value)
{
    QList<RecordId> named;
    const auto add = [&](const Value &id) {
        if (id.isBytes() && id.rawBytes().size() == 16)
            named += RecordId(QUuid::fromRfc4122(id.rawBytes()));
    };
    if (field.type == FieldType::Reference)
        add(value);
    if (field.type == FieldType::Parts && value.isArray()) {
        const Value::Array items = value.array();
        for (qsizetype i = 0; i < std::min(items.size(), field.parts.size()); ++i) {
            if (field.parts.at(i).type == FieldType::Reference)
                add(items.at(i));
        }
    }
    return named;
}

namespace {

class AudienceGate
{
public:
    AudienceGate(const Review &review, ChangeSet &changes) : m_review(review), m_changes(changes)
    {
        for (const Edit &edit : std::as_const(changes.edits)) {
            if (edit.what == Edit::Create && !review.findAny(edit.record))
                m_created.insert(edit.record, edit.audience);
        }
    }

    Status settle()
    {
        for (Edit &edit : m_changes.edits) {
            if (edit.what != Edit::Create || !m_created.contains(edit.record))
                continue;
            if (followsWhatItNames(edit.kind)) {
                if (Status followed = follow(edit); !followed)
                    return followed;
            }
            if (edit.audience != wholeTeam && !mayBeClosed(edit.kind))
                return refused(QCoreApplication::translate(
                                   "Audience", "Records of the kind “%1” are known to the whole team and cannot belong to a "
                                               "closed group; nothing was changed.")
                                   .arg(QCoreApplication::translate("Kind", describe(edit.kind).label)));
        }
        for (const Edit &edit : std::as_const(m_changes.edits)) {
            if (Status kept = keepApart(edit); !kept)
                return kept;
        }
        return {};
    }

private:
    /// Of a record that is here or is being created; nothing for one that is not in this copy.
    std::optional<int> audienceOf(RecordId id) const
    {
        if (const Record *record = m_review.findAny(id))
            return record->audience;
        const auto created = m_created.constFind(id);
        return created == m_created.constEnd() ? std::nullopt : std::optional(*created);
    }

    QString nameOf(RecordId id) const
    {
        const Record *record = m_review.findAny(id);
        if (!record)
            return QCoreApplication::translate("Audience", "A record that is being made");
        const QString key = m_review.shownKey(*record);
        return key.isEmpty() ? titleOf(*m_review.kindOf(id), *record) : key;
    }

    static QList<RecordId> namedBy(const Edit &edit)
    {
        if (edit.what != Edit::Set && edit.what != Edit::Resolve)
            return {};
        const Field *field = describe(edit.kind).field(edit.field);
        return field ? namedRecords(*field, edit.value) : QList<RecordId>();
    }

    /// Gives the record @p creation makes to the closed group of what it names.
    Status follow(Edit &creation)
    {
        std::optional<RecordId> closed;
        for (const Edit &edit : std::as_const(m_changes.edits)) {
            if (edit.record != creation.record)
                continue;
            for (const RecordId named : namedBy(edit)) {
                const int audience = audienceOf(named).value_or(wholeTeam);
                if (audience == wholeTeam)
                    continue;
                if (closed && audience != audienceOf(*closed))
                    return betweenGroups(*closed, named);
                closed = named;
            }
        }
        const int audience = closed ? *audienceOf(*closed) : wholeTeam;
        if (creation.audience != wholeTeam && audience != wholeTeam && audience != creation.audience)
            return refused(QCoreApplication::translate(
                               "Audience", "What is said of %1 belongs to “%2” and to nobody else; nothing was changed.")
                               .arg(nameOf(*closed), audienceName(m_review, audience)));
        if (audience != wholeTeam)
            creation.audience = audience;
        m_created.insert(creation.record, creation.audience);
        return {};
    }

    Status keepApart(const Edit &edit) const
    {
        const int own = audienceOf(edit.record).value_or(wholeTeam);
        for (const RecordId named : namedBy(edit)) {
            const int audience = audienceOf(named).value_or(wholeTeam);
            if (audience == wholeTeam || audience == own)
                continue;
            if (own != wholeTeam)
                return betweenGroups(edit.record, named);
            return refused(
                QCoreApplication::translate("Audience", "%1 belongs to “%2”, and a record of the whole team that names it "
                                                        "would give it away; nothing was changed. Move one of them first.")
                    .arg(nameOf(named), audienceName(m_review, audience)),
                edit.field);
        }
        return {};
    }

    Status betweenGroups(RecordId one, RecordId other) const
    {
        return refused(
            QCoreApplication::translate("Audience", "%1 belongs to “%2” and %3 to “%4”; a link between them would show each "
                                                    "group a record of the other. Nothing was changed.")
                .arg(nameOf(one), audienceName(m_review, audienceOf(one).value_or(wholeTeam)), nameOf(other),
                     audienceName(m_review, audienceOf(other).value_or(wholeTeam))));
    }

    static Status refused(const QString &sentence, const QByteArray &field = {})
    {
        return Error{ErrorCode::Refused, sentence, {}, QString::fromLatin1(field)};
    }

    const Review &m_review; // Not owned.
    ChangeSet &m_changes;   // Not owned.
    QHash<RecordId, int> m_created;
};

} // namespace

Status settleAudiences(const Review &review, ChangeSet &changes)
{
    return AudienceGate(review, changes).settle();
}

} // namespace plumbline
