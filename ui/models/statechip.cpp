#include "ui/models/statechip.h"

#include "core/domain/audience.h"
#include "ui/models/fieldwords.h"

using namespace Qt::StringLiterals;

namespace plumbline {

ChipText stateChip(Kind kind, const Record &record)
{
    static const QStringList good{u"agreedfordraft"_s, u"final"_s,     u"transmitted"_s, u"agreed"_s,
                                  u"obtained"_s,       u"appraised"_s, u"used"_s,        u"done"_s};
    static const QStringList waiting{u"incall"_s, u"finalcall"_s, u"requested"_s, u"expected"_s};
    const Field *state = describe(kind).field("state");
    const QString word = state ? state->get(record).toText() : QString();
    if (word.isEmpty())
        return {};
    const QString label = choiceLabel(state->choices, word);
    if (good.contains(word))
        return {label, ChipText::Tone::Good};
    if (waiting.contains(word))
        return {label, ChipText::Tone::Accent, u"clock"_s};
    return {label, ChipText::Tone::Plain};
}

ChipText audienceChip(const Review &review, const Record &record)
{
    if (record.audience == wholeTeam)
        return {};
    return {audienceName(review, record.audience), ChipText::Tone::Plain, u"lock"_s};
}

} // namespace plumbline
