#include "app/cli/cli.h"
#include "core/base/json.h"
#include "core/edits/script.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

/// What scripts read of a line that was done: the keys of the names it gave, and of every record it made.
static QByteArray acknowledged(const Review &review, int number, const Commit &commit, const ScriptLine &line)
{
    QJsonObject keys;
    for (auto name = line.names.begin(); name != line.names.end(); ++name) {
        const Record *record = review.findAny(name.value());
        const QString key = record ? review.shownKey(*record) : QString();
        keys.insert(name.key(), key.isEmpty() ? name.value().uuid.toString(QUuid::WithoutBraces) : key);
    }
    QStringList made;
    for (auto news = commit.changes.records.cbegin(); news != commit.changes.records.cend(); ++news) {
        const Record *record = news->appeared ? review.find(news.key()) : nullptr;
        if (record && !record->key.isEmpty())
            made += review.shownKey(*record);
    }
    std::sort(made.begin(), made.end());
    QJsonObject answer{{u"ok"_s, true},
                       {u"line"_s, number},
                       {u"keys"_s, keys},
                       {u"made"_s, QJsonArray::fromStringList(made)}};
    answer.insert(u"txn"_s, commit.transactions.isEmpty()
                                ? QJsonValue()
                                : QJsonValue(QString::fromLatin1(commit.transactions.first().toHex())));
    return jsonLine(answer);
}

static int refused(Call &call, int number, const Error &error)
{
    QJsonObject answer{{u"ok"_s, false}, {u"line"_s, number}, {u"error"_s, error.sentence}};
    if (!error.field.isEmpty())
        answer.insert(u"field"_s, error.field);
    call.print(jsonLine(answer));
    Error whole = error;
    whole.sentence =
        say(QT_TRANSLATE_NOOP("Cli", "Line %1: %2 Nothing of this line was kept, what came before stays."))
            .arg(number)
            .arg(error.sentence);
    return call.fail(whole);
}

int runApply(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.word(u"EDITS"_s,
              say(QT_TRANSLATE_NOOP("Cli", "a file of JSON lines; - or nothing for standard input")), true);
    if (!call.parse())
        return call.exitCode();
    QFile edits(call.at(1).isEmpty() ? u"-"_s : call.at(1));
    if (!call.openInput(edits))
        return call.fail(
            {ErrorCode::BadInput,
             say(QT_TRANSLATE_NOOP("Cli", "“%1” cannot be read; nothing was changed.")).arg(call.at(1)),
             {},
             {}});
    const auto session = call.open(Store::ReadWrite);
    if (!session)
        return call.exitCode();
    EditScript script;
    for (int number = 1;; ++number) {
        const QByteArray raw = edits.readLine();
        if (raw.isEmpty())
            break;
        const QByteArray line = raw.trimmed();
        if (line.isEmpty())
            continue;
        const auto edit = script.read(session->context(), line);
        if (!edit)
            return refused(call, number, edit.error());
        const auto commit = session->commit(edit->changes);
        if (!commit)
            return refused(call, number, commit.error());
        script.keepNames(*edit);
        call.print(acknowledged(session->review(), number, *commit, *edit));
    }
    return Done;
}

} // namespace plumbline::cli
