#include "app/cli/cli.h"
#include "core/base/json.h"
#include "core/checks/gates.h"

#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static QString levelWord(ProblemLevel level)
{
    switch (level) {
    case ProblemLevel::Error:
        return u"error"_s;
    case ProblemLevel::Warning:
        return u"warning"_s;
    case ProblemLevel::Hint:
        break;
    }
    return u"hint"_s;
}

static QString recordName(const Review &review, RecordId id)
{
    const Record *record = review.findAny(id);
    const QString key = record ? review.shownKey(*record) : QString();
    return key.isEmpty() && record ? record->id.uuid.toString(QUuid::WithoutBraces) : key;
}

static QJsonObject toJson(const Review &review, const Problem &problem)
{
    QJsonObject object{{u"id"_s, QString::fromLatin1(problem.check)},
                       {u"level"_s, levelWord(problem.level)},
                       {u"record"_s, recordName(review, problem.record)},
                       {u"sentence"_s, problem.sentence},
                       {u"next"_s, problem.next}};
    if (problem.waived)
        object.insert(u"waived"_s, problem.waiverReason);
    return object;
}

int runCheck(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"gate"_s, say(QT_TRANSLATE_NOOP("Cli", "only what the gate asks for: G1 ... G7")),
                u"GATE"_s);
    call.option(u"on"_s, say(QT_TRANSLATE_NOOP("Cli", "judge as on that day, such as 2019-11-08")), u"DAY"_s);
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an array of problems")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    const Review &review = session->review();
    QList<Problem> problems = session->problems();
    if (call.isSet(u"gate"_s)) {
        const QString gate = call.value(u"gate"_s).toUpper();
        if (review.rule(u"gate."_s + gate).isEmpty() && gate != u"G7")
            return call.fail(
                {ErrorCode::NotFound,
                 say(QT_TRANSLATE_NOOP("Cli", "The rules of this review have no gate “%1”.")).arg(gate),
                 {},
                 {}});
        problems = gateProblems(review, session->clock(), gate);
    }
    bool open = false;
    QJsonArray array;
    for (const Problem &problem : std::as_const(problems)) {
        open |= !problem.waived;
        array += toJson(review, problem);
    }
    if (call.isSet(u"json"_s)) {
        call.print(jsonLine(array));
        return open ? ProblemsFound : Done;
    }
    for (const Problem &problem : std::as_const(problems)) {
        call.print(u"%1 [%2] %3"_s.arg(levelWord(problem.level), QString::fromLatin1(problem.check),
                                       problem.sentence));
        call.print(u"    %1"_s.arg(
            problem.waived ? say(QT_TRANSLATE_NOOP("Cli", "accepted: %1")).arg(problem.waiverReason)
                           : problem.next));
    }
    return open ? ProblemsFound : Done;
}

} // namespace plumbline::cli
