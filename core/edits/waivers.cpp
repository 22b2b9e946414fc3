#include "core/edits/waivers.h"

#include "core/checks/check.h"
#include "core/checks/gates.h"
#include "core/domain/materialhash.h"
#include "core/domain/person.h"
#include "core/domain/review.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/waiver.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

Result<ChangeSet> waive(const EditContext &context, const QString &check, RecordId record,
                        const QString &reason)
{
    if (check.isEmpty() || reason.trimmed().isEmpty())
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Edits", "Accepting a problem needs a written reason."),
                     {},
                     {}};
    static const QString gatePrefix = QStringLiteral("gate.");
    const QString gate = check.startsWith(gatePrefix) ? check.mid(gatePrefix.size()) : check;
    const bool isGate = std::any_of(gatesOfPhases().begin(), gatesOfPhases().end(),
                                    [&](const GateOfPhase &one) { return gate == QLatin1String(one.gate); });
    if (!isGate && !checkNamed(check.toUtf8()))
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Edits", "There is no check “%1”, so nothing was accepted.").arg(check.left(60)),
                     {},
                     QStringLiteral("check")};
    ChangeSet changes(context.review, Cause::Create);
    const WaiverId id(changes.create(context.review, Kind::Waiver, {}, context.newId()).uuid);
    changes.set<&Waiver::check>(id, check);
    if (!record.isNull())
        changes.set<&Waiver::on>(id, record);
    changes.set<&Waiver::reason>(id, reason);
    if (!context.me.isNull())
        changes.set<&Waiver::person>(id, PersonId(context.me.uuid));
    changes.set<&Waiver::date>(id, PartialDate::day(context.now.date()));
    // What was said of some words says nothing of others.
    if (const Record *on = context.review.find(record); on && check.startsWith(QStringLiteral("quality.")))
        changes.set<&Waiver::text>(id, materialHash(*context.review.kindOf(record), *on));
    return changes;
}

Result<ChangeSet> passGate(const EditContext &context, const QString &typed, const QString &reason)
{
    const QString name = typed.trimmed().toUpper();
    const auto &gates = gatesOfPhases();
    const auto gate = std::find_if(gates.begin(), gates.end(),
                                   [&](const GateOfPhase &one) { return name == QLatin1String(one.gate); });
    if (gate == gates.end())
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Edits", "There is no gate “%1”; there are G1 to G7.")
                         .arg(typed.left(60)),
                     {},
                     QStringLiteral("gate")};
    const ReviewRecordId id(context.review.uuid());
    const Phase phase = phaseOf(context.review);
    const auto label = [](Phase one) {
        return QCoreApplication::translate("Choice", choiceWords<Phase>().at(int(one)).label);
    };
    if (phase != gate->before)
        return Error{
            ErrorCode::Refused,
            QCoreApplication::translate(
                "Edits",
                "Gate %1 leads out of the phase “%2”, and the review is in “%3”; nothing was changed.")
                .arg(name, label(gate->before), label(phase)),
            {},
            QStringLiteral("gate")};
    QList<Problem> open = gateProblems(context.review, FixedClock(context.now), name);
    open.erase(
        std::remove_if(open.begin(), open.end(), [](const Problem &problem) { return problem.waived; }),
        open.end());
    ChangeSet changes(context.review, Cause::Edit);
    if (!open.isEmpty()) {
        if (reason.trimmed().isEmpty())
            return Error{ErrorCode::Refused,
                         QCoreApplication::translate(
                             "Edits",
                             "Gate %1 lacks %n thing(s), first: %2 Give a reason to pass it all the same.",
                             nullptr, int(open.size()))
                             .arg(name, open.first().sentence),
                         {},
                         QStringLiteral("reason")};
        const auto waiver = waive(context, QStringLiteral("gate.") + name, id.uuid.isNull() ? RecordId() : RecordId(id.uuid), reason);
        if (!waiver)
            return waiver;
        changes = *waiver;
    }
    if (gate->after)
        changes.set<&ReviewRecord::phase>(id, Choice<Phase>(*gate->after));
    return changes;
}

} // namespace plumbline
