#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct SubTeam;

/// An e-mail of a sub-team's list, open to the full team.
struct Message : Record {
    static constexpr Kind kind = Kind::Message;

    QString subject;
    QString sender; ///< As the header has it.
    QString sent;   ///< UTC.
    QString list;
    Id<SubTeam> subteam;
    QString messageid; ///< As the header has it, without angle brackets.
    QString inreplyto; ///< The message id it answers.
    QString text;      ///< Plain text.
    QString attachments;
    friend bool operator==(const Message &, const Message &) = default;
};

using MessageId = Id<Message>;

} // namespace plumbline
