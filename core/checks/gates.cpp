#include "core/checks/gates.h"

#include "core/checks/check.h"
#include "core/checks/waivers.h"
#include "core/checks/wording.h"
#include "core/domain/rule.h"

#include <QCoreApplication>

namespace plumbline {

const QList<GateOfPhase> &gatesOfPhases()
{
    static const QList<GateOfPhase> gates{
        {"G1", Phase::Preparation, Phase::Analysis},   {"G2", Phase::Analysis, Phase::Drafting},
        {"G3", Phase::Drafting, Phase::PublicComment}, {"G4", Phase::PublicComment, Phase::Finalisation},
        {"G5", Phase::Finalisation, std::nullopt},     {"G6", Phase::Finalisation, Phase::FollowUp},
        {"G7", Phase::FollowUp, Phase::Closed},
    };
    return gates;
}

Phase phaseOf(const Review &review)
{
    const ReviewRecord *record = review.find(ReviewRecordId(review.uuid()));
    return record ? record->phase.value.value_or(Phase::Preparation) : Phase::Preparation;
}

static QString ruleName(const QString &gate)
{
    return QStringLiteral("gate.") + gate;
}

QList<QByteArray> gateChecks(const Review &review, const QString &gate)
{
    QList<QByteArray> ids;
    for (const QString &id : review.rule(ruleName(gate)).split(u',', Qt::SkipEmptyParts)) {
        const QByteArray trimmed = id.trimmed().toUtf8();
        if (!trimmed.isEmpty() && !ids.contains(trimmed))
            ids += trimmed;
    }
    return ids;
}

static Problem unknownCheck(const Review &review, const QString &gate, const QByteArray &id)
{
    Problem problem;
    problem.check = id;
    problem.level = ProblemLevel::Warning;
    problem.sentence =
        QCoreApplication::translate(
            "Checks", "Gate %1 asks for the check “%2”, which this version of the program does not know.")
            .arg(gate, QString::fromUtf8(id));
    problem.next = QCoreApplication::translate("Checks", "Check it by hand, or use a newer version.");
    for (const Rule *rule : review.all<Rule>()) {
        if (rule->name == ruleName(gate) && problem.record.isNull())
            problem.record = rule->id;
    }
    return problem;
}

QList<Problem> gateProblems(const Review &review, const Clock &clock, const QString &gate)
{
    const CheckContext context(review, clock.today());
    QList<Problem> problems;
    for (const QByteArray &id : gateChecks(review, gate)) {
        if (const Check *check = checkNamed(id))
            problems += findProblems(*check, context);
        else
            problems += unknownCheck(review, gate, id);
    }
    markWaived(review, problems);
    markGateWaived(review, gate, problems);
    sortByUrgency(review, problems);
    return problems;
}

} // namespace plumbline
