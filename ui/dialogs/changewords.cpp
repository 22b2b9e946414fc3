#include "ui/dialogs/changewords.h"

#include "ui/dialogs/recordwords.h"
#include "ui/dialogs/textdiff.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int longestValue = 60;
constexpr int longestLoss = 40; // Of a value named within a sentence.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

QString cut(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestValue ? line.left(longestValue - 1).trimmed() + QChar(0x2026) : line;
}

QString link(const Review &review, RecordId record)
{
    return u"<a href=\"%1\">%2</a>"_s.arg(record.uuid.toString(QUuid::WithoutBraces),
                                          cut(shortName(review, record)).toHtmlEscaped());
}

/// The entry that made or took away a record, if any; of several the oldest, which is the last.
const HistoryEntry *lifeEntry(const Action &action)
{
    for (auto entry = action.crbegin(); entry != action.crend(); ++entry) {
        if (entry->field == "life")
            return &*entry;
    }
    return nullptr;
}

/// The changes a reader cares for.
Action tellingEntries(const Action &action)
{
    Action telling;
    for (const HistoryEntry &entry : action) {
        if (!isBookkeeping(entry))
            telling += entry;
    }
    return telling;
}

QSet<RecordId> recordsOf(const Action &action)
{
    QSet<RecordId> records;
    for (const HistoryEntry &entry : action)
        records += entry.record;
    return records;
}

QString reasonIn(const Action &action)
{
    for (const HistoryEntry &entry : action) {
        if (entry.field == "reason" && !entry.after.toText().isEmpty())
            return entry.after.toText();
    }
    return {};
}

const HistoryEntry *moveIn(const Action &action)
{
    for (const HistoryEntry &entry : action) {
        if (entry.kind == Kind::Milestone && entry.field == "target")
            return &entry;
    }
    return nullptr;
}

/// The record a field of @p entry's record refers to, as a link; empty when it refers to none.
QString ends(const Review &review, const HistoryEntry &entry, const char *name)
{
    const Record *record = review.findAny(entry.record);
    const Field *field = describe(entry.kind).field(name);
    QUuid uuid;
    if (!record || !field || !idFromValue(field->get(*record), uuid) || uuid.isNull())
        return {};
    return link(review, RecordId(uuid));
}

/// What making a record means that stands for a relation and that nobody knows by a name; empty for all others.
QString relationSentence(const Review &review, const HistoryEntry &entry, const QString &who)
{
    const QString from = ends(review, entry, "from");
    const QString to = ends(review, entry, "to");
    const QString on = ends(review, entry, "on");
    if (entry.kind == Kind::Dependency && !from.isEmpty() && !to.isEmpty())
        return Words::tr("%1 made %2 wait for %3", "who, one milestone, another").arg(who, to, from);
    if (entry.kind == Kind::Link && !from.isEmpty() && !to.isEmpty())
        return Words::tr("%1 linked %2 to %3", "who, one record, another").arg(who, from, to);
    if (entry.kind == Kind::Note && !on.isEmpty())
        return Words::tr("%1 wrote a note on %2").arg(who, on);
    if (entry.kind == Kind::Waiver && !on.isEmpty())
        return Words::tr("%1 accepted a problem of %2").arg(who, on);
    return {};
}

QString lifeSentence(const HistoryEntry &entry, const QString &who, const QString &name)
{
    if (entry.after.toText() != "alive"_L1)
        return Words::tr("%1 deleted %2").arg(who, name);
    return entry.cause == Cause::Restore ? Words::tr("%1 brought back %2").arg(who, name)
                                         : Words::tr("%1 added %2").arg(who, name);
}

/// What is said when the way matters more than what was changed; empty for plain edits.
QString causeSentence(Cause cause, const QString &who, const QString &name)
{
    switch (cause) {
    case Cause::Undo:
        return Words::tr("%1 undid a change of %2").arg(who, name);
    case Cause::Redo:
        return Words::tr("%1 repeated a change of %2").arg(who, name);
    case Cause::Resolve:
        return Words::tr("%1 settled a conflict in %2").arg(who, name);
    default:
        return {};
    }
}

/// What @p me had written and somebody else's decision did not take: as a person would name it; empty for nothing.
QString lostWords(const Review &review, const HistoryEntry &entry, RecordId me, const QDate &today)
{
    if (me.isNull() || entry.person == me)
        return {};
    for (const ConflictValue &value : entry.replaced) {
        if (value.by != me || value.value == entry.after)
            continue;
        const Field *field = describe(entry.kind).field(entry.field);
        const QString words = field ? valueWords(review, *field, value.value, today) : QString();
        return words.isEmpty() || words.size() > longestLoss ? Words::tr("your text")
                                                             : Words::tr("your %1", "a value").arg(words);
    }
    return {};
}

/// How a conflict was settled, and that the reader's own value was not taken; empty unless it is about one field.
QString settledSentence(const Review &review, const Action &telling, const QString &who, const QString &name,
                        RecordId me, const QDate &today)
{
    if (telling.size() != 1 || telling.first().cause != Cause::Resolve)
        return {};
    const HistoryEntry &entry = telling.first();
    const QString settled = Words::tr("%1 settled %2 of %3", "who, field, record")
                                .arg(who, fieldLabel(entry.kind, entry.field).toHtmlEscaped(), name);
    const QString lost = lostWords(review, entry, me, today);
    return lost.isEmpty() ? settled
                          : Words::tr("%1; %2 was not taken", "who settled what; your value")
                                .arg(settled, lost.toHtmlEscaped());
}

QString fieldSentence(const Action &telling, const QString &who, const QString &name)
{
    if (telling.size() == 1) {
        const QString field = fieldLabel(telling.first().kind, telling.first().field).toHtmlEscaped();
        return Words::tr("%1 changed %2 of %3", "who, field, record").arg(who, field, name);
    }
    return Words::tr("%1 changed %n field(s) of %2", nullptr, int(telling.size())).arg(who, name);
}

QString fieldNames(const Action &telling)
{
    QStringList names;
    for (auto entry = telling.crbegin(); entry != telling.crend(); ++entry) {
        const QString name = fieldLabel(entry->kind, entry->field);
        if (!names.contains(name))
            names += name;
    }
    return names.join(Words::tr(", ", "between names of fields"));
}

} // namespace

QList<Action> actionsOf(const QList<HistoryEntry> &history)
{
    QList<Action> actions;
    for (const HistoryEntry &entry : history) {
        if (actions.isEmpty() || actions.last().first().group != entry.group)
            actions += Action();
        actions.last() += entry;
    }
    return actions;
}

bool isBookkeeping(const HistoryEntry &entry)
{
    return entry.field == "life" || entry.field == "key" || entry.field.startsWith('~');
}

RecordId actionRecord(const Action &action)
{
    if (const HistoryEntry *life = lifeEntry(action))
        return life->record;
    const Action telling = tellingEntries(action);
    return (telling.isEmpty() ? action : telling).last().record;
}

QString beforeAfter(const Review &review, const HistoryEntry &entry, const QDate &today)
{
    const Field *field = describe(entry.kind).field(entry.field);
    if (!field)
        return {};
    const QString wholeBefore = valueWords(review, *field, entry.before, today);
    const QString wholeAfter = valueWords(review, *field, entry.after, today);
    const QString before = cut(wholeBefore);
    const QString after = cut(wholeAfter);
    if (before.isEmpty())
        return after;
    if (wholeBefore.size() > longestValue && wholeAfter.size() > longestValue)
        return firstDifference(wholeBefore, wholeAfter);
    if (after.isEmpty())
        return Words::tr("%1 taken away", "a value").arg(before);
    return Words::tr("%1 → %2", "value before and after").arg(before, after);
}

QString actionSentence(const Review &review, const Action &action, RecordId me, const QDate &today)
{
    const QString who = personWords(review, action.first().person, me).toHtmlEscaped();
    const QString name = link(review, actionRecord(action));
    const Action telling = tellingEntries(action);
    if (const QString settled = settledSentence(review, telling, who, name, me, today); !settled.isEmpty())
        return settled;
    if (const QString sentence = causeSentence(action.first().cause, who, name); !sentence.isEmpty())
        return sentence;
    const qsizetype records = recordsOf(action).size();
    if (const HistoryEntry *life = lifeEntry(action); life && records == 1) {
        const QString relation = relationSentence(review, *life, who);
        const bool isNew = life->after.toText() == "alive"_L1 && life->cause != Cause::Restore;
        return isNew && !relation.isEmpty() ? relation : lifeSentence(*life, who, name);
    }
    if (records > 1)
        return Words::tr("%1 changed %n record(s), among them %2", nullptr, int(records)).arg(who, name);
    if (const HistoryEntry *move = moveIn(action); move && telling.size() <= 3)
        return Words::tr("%1 moved %2 %3", "who, milestone, before and after")
            .arg(who, name, beforeAfter(review, *move, today).toHtmlEscaped());
    if (telling.isEmpty())
        return Words::tr("%1 moved %2 to another place", "who, record").arg(who, name);
    return fieldSentence(telling, who, name);
}

QString actionDetail(const Review &review, const Action &action, const QDate &today)
{
    const Action telling = tellingEntries(action);
    if (lifeEntry(action) || telling.isEmpty()) {
        const HistoryEntry *life = lifeEntry(action);
        if (life && (life->kind == Kind::Dependency || life->kind == Kind::Link))
            return {};
        const QString title = titleWords(review, actionRecord(action));
        return title == shortName(review, actionRecord(action)) ? QString() : cut(title);
    }
    const QString reason = reasonIn(action);
    if (moveIn(action) || !reason.isEmpty())
        return reason.isEmpty() ? Words::tr("without a reason") : Words::tr("“%1”").arg(cut(reason));
    if (telling.size() == 1)
        return beforeAfter(review, telling.first(), today);
    return fieldNames(telling);
}

} // namespace plumbline
