#include "core/edits/functions.h"

#include "core/edits/agreement.h"
#include "core/edits/baselines.h"
#include "core/edits/history.h"
#include "core/edits/meetings.h"
#include "core/edits/groups.h"
#include "core/edits/order.h"
#include "core/edits/plan.h"
#include "core/edits/waivers.h"

#include "core/domain/baseline.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;
using Resolver = std::function<Result<RecordId>(const QString &)>;

static Result<std::optional<PartialDate>> dateArgument(const QJsonObject &arguments, const char *name)
{
    const QString text = arguments.value(QLatin1String(name)).toString();
    if (text.isEmpty())
        return std::optional<PartialDate>();
    const auto date = PartialDate::fromText(text);
    return date ? Result<std::optional<PartialDate>>(*date) : date.error();
}

static Result<ChangeSet> runReschedule(const EditContext &context, const QJsonObject &arguments,
                                       const Resolver &resolve)
{
    const auto milestone = resolve(arguments.value(u"milestone"_s).toString());
    if (!milestone)
        return milestone.error();
    const auto start = dateArgument(arguments, "start");
    if (!start)
        return start.error();
    const auto target = dateArgument(arguments, "target");
    if (!target)
        return target.error();
    if (!*target)
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Edits", "The new date is missing."),
                     {},
                     u"target"_s};
    return reschedule(context, MilestoneId(milestone->uuid), *start, **target,
                      arguments.value(u"reason"_s).toString());
}

static Result<ChangeSet> runBaseline(const EditContext &context, const QJsonObject &arguments,
                                     const Resolver &)
{
    const QString group = arguments.value(u"audience"_s).toString();
    const auto audience = group.isEmpty() ? Result<int>(wholeTeam) : audienceNamed(context.review, group);
    if (!audience)
        return audience.error();
    return takeBaseline(context, arguments.value(u"name"_s).toString(), *audience);
}

static Result<ChangeSet> runWriteMerges(const EditContext &context, const QJsonObject &arguments, const Resolver &)
{
    const QString group = arguments.value(u"audience"_s).toString();
    const auto audience = group.isEmpty() ? Result<int>(wholeTeam) : audienceNamed(context.review, group);
    if (!audience)
        return audience.error();
    return writeMerges(context, *audience);
}

static Result<ChangeSet> runRestoreValue(const EditContext &context, const QJsonObject &arguments,
                                         const Resolver &resolve)
{
    const auto record = resolve(arguments.value(u"record"_s).toString());
    if (!record)
        return record.error();
    const QByteArray name = arguments.value(u"field"_s).toString().toUtf8();
    if (const QString number = arguments.value(u"change"_s).toString(); !number.isEmpty()) {
        const auto former = context.formerValue(number.toLongLong());
        if (!former || former->record != *record || former->field != name)
            return Error{ErrorCode::NotFound,
                         QCoreApplication::translate("Edits",
                                                     "Change %1 is no change of that field; “log” lists them.")
                             .arg(number.left(60)),
                         {},
                         u"change"_s};
        return restoreValue(context, *record, name, former->value);
    }
    const auto kind = context.review.kindOf(*record);
    const Field *field = kind ? describe(*kind).field(name) : nullptr;
    if (!field) // Says what is wrong.
        return restoreValue(context, *record, name, {});
    const auto value = typedValue(context.review, *field, arguments.value(u"value"_s).toString());
    return value ? restoreValue(context, *record, name, *value) : Result<ChangeSet>(value.error());
}

static Result<ChangeSet> runWaive(const EditContext &context, const QJsonObject &arguments,
                                  const Resolver &resolve)
{
    RecordId record;
    if (const QString key = arguments.value(u"on"_s).toString(); !key.isEmpty()) {
        const auto found = resolve(key);
        if (!found)
            return found.error();
        record = *found;
    }
    return waive(context, arguments.value(u"check"_s).toString(), record,
                 arguments.value(u"reason"_s).toString());
}

static Result<ChangeSet> runRestore(const EditContext &context, const QJsonObject &arguments,
                                    const Resolver &resolve)
{
    const auto record = resolve(arguments.value(u"record"_s).toString());
    if (!record)
        return record.error();
    if (!context.review.kindOf(*record)) // Created in the same line, so it is not deleted.
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Edits",
                                                 "There is no such record in this review yet; nothing was "
                                                 "brought back."),
                     {},
                     u"record"_s};
    ChangeSet changes(context.review, Cause::Restore);
    changes.restore(*context.review.kindOf(*record), *record);
    return changes;
}

static Result<ChangeSet> runFormGroup(const EditContext &context, const QJsonObject &arguments, const Resolver &)
{
    return formGroup(context, arguments.value(u"name"_s).toString(), arguments.value(u"purpose"_s).toString());
}

/// Runs an edit of one closed group and one person.
static Result<ChangeSet> runMember(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve,
                                   Result<ChangeSet> (*edit)(const EditContext &, ClosedGroupId, Id<Person>))
{
    const auto group = resolve(arguments.value(u"group"_s).toString());
    if (!group)
        return group.error();
    const auto person = resolve(arguments.value(u"person"_s).toString());
    if (!person)
        return person.error();
    return edit(context, ClosedGroupId(group->uuid), Id<Person>(person->uuid));
}

static Result<ChangeSet> runAddMember(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve)
{
    return runMember(context, arguments, resolve, addMember);
}

static Result<ChangeSet> runRemoveMember(const EditContext &context, const QJsonObject &arguments,
                                         const Resolver &resolve)
{
    return runMember(context, arguments, resolve, removeMember);
}

static Result<ChangeSet> runMove(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve)
{
    const auto record = resolve(arguments.value(u"record"_s).toString());
    if (!record)
        return record.error();
    const auto audience = audienceNamed(context.review, arguments.value(u"to"_s).toString());
    if (!audience)
        return audience.error();
    return moveRecord(context, *record, *audience);
}

static Result<ChangeSet> runArrange(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve)
{
    static constexpr std::pair<const char *, Side> sides[]{
        {"before", Side::Before}, {"after", Side::After}, {"below", Side::Below}};
    const auto record = resolve(arguments.value(u"record"_s).toString());
    if (!record)
        return record.error();
    std::optional<std::pair<QString, Side>> asked;
    for (const auto &[name, side] : sides) {
        const QString key = arguments.value(QLatin1String(name)).toString();
        if (key.isEmpty())
            continue;
        if (asked) {
            asked.reset();
            break;
        }
        asked = {key, side};
    }
    if (!asked)
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Edits", "“arrange” needs one of “before”, “after” and “below”."),
                     {},
                     u"after"_s};
    const auto neighbour = resolve(asked->first);
    if (!neighbour)
        return neighbour.error();
    return arrange(context, *record, *neighbour, asked->second);
}

/// Sets a choice from its word; an empty word leaves it as it is.
template<class Enum>
static Status readChoice(const QJsonObject &arguments, const char *name, Choice<Enum> &choice)
{
    const QString word = arguments.value(QLatin1String(name)).toString();
    if (word.isEmpty())
        return {};
    for (const ChoiceWord &known : choiceWords<Enum>()) {
        if (word.compare(QLatin1String(known.word), Qt::CaseInsensitive) == 0) {
            choice = Choice<Enum>::fromWord(QLatin1String(known.word));
            return {};
        }
    }
    QStringList words;
    for (const ChoiceWord &known : choiceWords<Enum>())
        words += QLatin1String(known.word);
    return Error{ErrorCode::BadInput,
                 QCoreApplication::translate("Edits", "“%1” is none of %2.").arg(word.left(60), words.join(u", "_s)),
                 {},
                 QLatin1String(name)};
}

/// Runs an edit of two items of the plan.
static Result<ChangeSet> runTwoItems(const QJsonObject &arguments, const Resolver &resolve,
                                     const std::function<Result<ChangeSet>(MilestoneId, MilestoneId)> &edit)
{
    const auto from = resolve(arguments.value(u"from"_s).toString());
    if (!from)
        return from.error();
    const auto to = resolve(arguments.value(u"to"_s).toString());
    return to ? edit(MilestoneId(from->uuid), MilestoneId(to->uuid)) : Result<ChangeSet>(to.error());
}

static Result<ChangeSet> runLink(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve)
{
    Choice<DependencyType> type(DependencyType::FS);
    if (Status read = readChoice(arguments, "type", type); !read)
        return read.error();
    std::optional<qint64> lag;
    if (const QString days = arguments.value(u"lag"_s).toString(); !days.isEmpty()) {
        bool number = false;
        lag = days.toLongLong(&number);
        if (!number)
            return Error{ErrorCode::BadInput,
                         QCoreApplication::translate("Edits", "“%1” is no whole number of days.").arg(days.left(60)),
                         {},
                         u"lag"_s};
    }
    return runTwoItems(arguments, resolve, [&](MilestoneId from, MilestoneId to) {
        return linkItems(context, from, to, *type.value, lag);
    });
}

static Result<ChangeSet> runUnlink(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve)
{
    return runTwoItems(arguments, resolve,
                       [&](MilestoneId from, MilestoneId to) { return unlinkItems(context, from, to); });
}

static Result<ChangeSet> runRollCall(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve)
{
    const auto meeting = resolve(arguments.value(u"meeting"_s).toString());
    if (!meeting)
        return meeting.error();
    const auto person = resolve(arguments.value(u"person"_s).toString());
    if (!person)
        return person.error();
    Choice<Attendance> attendance;
    if (arguments.value(u"attendance"_s).toString() != u"none"_s) {
        if (Status read = readChoice(arguments, "attendance", attendance); !read)
            return read.error();
    }
    return callRoll(context, MeetingId(meeting->uuid), PersonId(person->uuid), attendance.value);
}

static Result<ChangeSet> runSupersede(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve)
{
    const auto newer = resolve(arguments.value(u"decision"_s).toString());
    if (!newer)
        return newer.error();
    const auto older = resolve(arguments.value(u"older"_s).toString());
    return older ? supersede(context, DecisionId(newer->uuid), DecisionId(older->uuid)) : Result<ChangeSet>(older.error());
}

static Result<ChangeSet> runAgreeSchedule(const EditContext &context, const QJsonObject &arguments, const Resolver &resolve)
{
    AgreementDetails details;
    const auto subTeam = resolve(arguments.value(u"subteam"_s).toString());
    if (!subTeam)
        return subTeam.error();
    const auto find = [&](const char *name, auto &id) -> Status {
        const QString key = arguments.value(QLatin1String(name)).toString();
        if (key.isEmpty())
            return {};
        const auto record = resolve(key);
        if (!record)
            return record.error();
        id = std::decay_t<decltype(id)>(record->uuid);
        return {};
    };
    const auto date = dateArgument(arguments, "date");
    if (!date)
        return date.error();
    details.date = *date;
    for (const Status &read : {find("decision", details.decision), find("meeting", details.meeting),
                               readChoice(arguments, "channel", details.channel), readChoice(arguments, "level", details.level)}) {
        if (!read)
            return read.error();
    }
    if (const QString name = arguments.value(u"baseline"_s).toString(); !name.isEmpty()) {
        const auto plan = baselineNamed(context.review, name);
        if (!plan)
            return plan.error();
        details.plan = BaselineId(plan->uuid);
    }
    return agreeSchedule(context, SubTeamId(subTeam->uuid), details);
}

const QList<EditFunction> &editFunctions()
{
    static const QList<EditFunction> functions = QList<EditFunction>{
        {"reschedule",
         QT_TRANSLATE_NOOP("Edits",
                           "Moves a milestone or an activity, keeping the former dates and the reason."),
         {{"milestone", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"target", true, QT_TRANSLATE_NOOP("Edits", "the new date")},
          {"start", false, QT_TRANSLATE_NOOP("Edits", "the new start of an activity")},
          {"reason", false, QT_TRANSLATE_NOOP("Edits", "why it moved")}},
         runReschedule},
        {"baseline",
         QT_TRANSLATE_NOOP("Edits",
                           "Takes a baseline: freezes the dates and the display numbers under a name."),
         {{"name", true, QT_TRANSLATE_NOOP("Edits", "its name")},
          {"audience", false, QT_TRANSLATE_NOOP("Edits", "the closed group whose records it holds as well")}},
         runBaseline},
        {"link",
         QT_TRANSLATE_NOOP("Edits", "Makes an item of the plan wait for another."),
         {{"from", true, QT_TRANSLATE_NOOP("Edits", "the key of the one that comes first")},
          {"to", true, QT_TRANSLATE_NOOP("Edits", "the key of the one that waits")},
          {"type", false, QT_TRANSLATE_NOOP("Edits", "which ends are meant: fs (unless given), ss, ff or sf")},
          {"lag", false, QT_TRANSLATE_NOOP("Edits", "days in between; negative for a lead")}},
         runLink},
        {"unlink",
         QT_TRANSLATE_NOOP("Edits", "Ends that an item of the plan waits for another."),
         {{"from", true, QT_TRANSLATE_NOOP("Edits", "the key of the one that comes first")},
          {"to", true, QT_TRANSLATE_NOOP("Edits", "the key of the one that waits")}},
         runUnlink},
        {"agreeschedule",
         QT_TRANSLATE_NOOP("Edits", "Records that a sub-team agrees to its schedule; it lapses visibly when that changes."),
         {{"subteam", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"decision", false, QT_TRANSLATE_NOOP("Edits", "the decision, when it is recorded already; else one is made")},
          {"date", false, QT_TRANSLATE_NOOP("Edits", "when it was decided; today unless given")},
          {"channel", false, QT_TRANSLATE_NOOP("Edits", "meeting or list")},
          {"level", false, QT_TRANSLATE_NOOP("Edits", "the level of consensus")},
          {"meeting", false, QT_TRANSLATE_NOOP("Edits", "the meeting")},
          {"baseline", false, QT_TRANSLATE_NOOP("Edits", "the plan agreed to; else a baseline is taken")}},
         runAgreeSchedule},
        {"rollcall",
         QT_TRANSLATE_NOOP("Edits", "Calls somebody in a meeting's roll."),
         {{"meeting", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"person", true, QT_TRANSLATE_NOOP("Edits", "her key")},
          {"attendance", true, QT_TRANSLATE_NOOP("Edits", "present, excused or observing; none strikes what was recorded")}},
         runRollCall},
        {"supersede",
         QT_TRANSLATE_NOOP("Edits", "Says that a decision takes the place of an older one."),
         {{"decision", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"older", true, QT_TRANSLATE_NOOP("Edits", "the key of the older one")}},
         runSupersede},
        {"writemerges",
         QT_TRANSLATE_NOOP("Edits", "Writes down the merges that long texts show, so that they stay as they are."),
         {{"audience", false, QT_TRANSLATE_NOOP("Edits", "the closed group whose texts are meant as well")}},
         runWriteMerges},
        {"waive",
         QT_TRANSLATE_NOOP("Edits",
                           "Accepts a problem, or passes a gate, with a reason that stays on record."),
         {{"check", true, QT_TRANSLATE_NOOP("Edits", "the id of the check or gate")},
          {"on", false, QT_TRANSLATE_NOOP("Edits", "the key of the record concerned")},
          {"reason", true, QT_TRANSLATE_NOOP("Edits", "why it is accepted")}},
         runWaive},
        {"restore",
         QT_TRANSLATE_NOOP("Edits", "Brings a deleted record back."),
         {{"record", true, QT_TRANSLATE_NOOP("Edits", "its key or id")}},
         runRestore},
        {"restorevalue",
         QT_TRANSLATE_NOOP("Edits", "Gives a field a value again that it once had."),
         {{"record", true, QT_TRANSLATE_NOOP("Edits", "its key or id")},
          {"field", true, QT_TRANSLATE_NOOP("Edits", "the field")},
          {"change", false, QT_TRANSLATE_NOOP("Edits", "the number of the change that wrote the value, as “log” says it")},
          {"value", false, QT_TRANSLATE_NOOP("Edits", "or the value as it stands; neither of them means none")}},
         runRestoreValue},
        {"arrange",
         QT_TRANSLATE_NOOP("Edits", "Puts a record next to another of its kind, or below it; name one of the three."),
         {{"record", true, QT_TRANSLATE_NOOP("Edits", "its key or id")},
          {"before", false, QT_TRANSLATE_NOOP("Edits", "the record it comes to stand before")},
          {"after", false, QT_TRANSLATE_NOOP("Edits", "the record it comes to stand after")},
          {"below", false, QT_TRANSLATE_NOOP("Edits", "the record it comes to lie below, as the last there")}},
         runArrange},
        {"formgroup",
         QT_TRANSLATE_NOOP("Edits", "Forms a closed group, among whom records can be kept."),
         {{"name", true, QT_TRANSLATE_NOOP("Edits", "its name")},
          {"purpose", false, QT_TRANSLATE_NOOP("Edits", "why there is a group, and who may belong to it")}},
         runFormGroup},
        {"addmember",
         QT_TRANSLATE_NOOP("Edits", "Makes a person a member of a closed group."),
         {{"group", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"person", true, QT_TRANSLATE_NOOP("Edits", "her key")}},
         runAddMember},
        {"removemember",
         QT_TRANSLATE_NOOP("Edits", "Ends a person's membership of a closed group; what she has she keeps."),
         {{"group", true, QT_TRANSLATE_NOOP("Edits", "its key")},
          {"person", true, QT_TRANSLATE_NOOP("Edits", "her key")}},
         runRemoveMember},
        {"move",
         QT_TRANSLATE_NOOP("Edits", "Moves a record into a closed group or out of one, by copying its values into a new "
                                    "record. Moved to the team, what it says becomes visible to everybody and cannot be "
                                    "taken back; moved into a group, what the team has seen stays in the team's history."),
         {{"record", true, QT_TRANSLATE_NOOP("Edits", "its key or id")},
          {"to", true, QT_TRANSLATE_NOOP("Edits", "the key or the name of a closed group, or team")}},
         runMove},
    } + workFunctions();
    return functions;
}

Result<ChangeSet> runEditFunction(const EditContext &context, const QString &name,
                                  const QJsonObject &arguments, const Resolver &resolve)
{
    const auto &all = editFunctions();
    const auto function = std::find_if(
        all.begin(), all.end(), [&](const EditFunction &known) { return name == QLatin1String(known.name); });
    if (function == all.end())
        return Error{
            ErrorCode::NotFound,
            QCoreApplication::translate("Edits", "There is no edit function “%1”; “help do” lists them.")
                .arg(name.left(60)),
            {},
            u"do"_s};
    for (auto argument = arguments.begin(); argument != arguments.end(); ++argument) {
        const bool known =
            std::any_of(function->arguments.begin(), function->arguments.end(),
                        [&](const EditArgument &a) { return argument.key() == QLatin1String(a.name); });
        if (!known)
            return Error{ErrorCode::BadInput,
                         QCoreApplication::translate("Edits", "“%1” takes no argument “%2”.")
                             .arg(name, argument.key().left(60)),
                         {},
                         argument.key()};
        if (!argument.value().isString())
            return Error{
                ErrorCode::BadInput,
                QCoreApplication::translate("Edits", "The argument “%1” must be text.").arg(argument.key()),
                {},
                argument.key()};
    }
    for (const EditArgument &argument : function->arguments) {
        if (argument.required && arguments.value(QLatin1String(argument.name)).toString().isEmpty())
            return Error{ErrorCode::BadInput,
                         QCoreApplication::translate("Edits", "“%1” needs the argument “%2”.")
                             .arg(name, QLatin1String(argument.name)),
                         {},
                         QLatin1String(argument.name)};
    }
    return function->run(context, arguments, resolve);
}

} // namespace plumbline
