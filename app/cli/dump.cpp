#include "app/cli/publication.h"
#include "core/base/json.h"
#include "core/domain/recordjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static QJsonObject logEntry(const Transaction &transaction)
{
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    QJsonArray operations;
    for (const Operation &operation : transaction.operations) {
        QJsonArray refs;
        for (const OperationRef &ref : operation.refs)
            refs += u"%1/%2"_s.arg(hex(ref.h)).arg(ref.index);
        operations +=
            QJsonObject{{u"type"_s, operation.type},
                        {u"record"_s, QUuid::fromRfc4122(operation.entity).toString(QUuid::WithoutBraces)},
                        {u"field"_s, QString::fromLatin1(operation.field)},
                        {u"refs"_s, refs},
                        {u"value"_s, toJson(operation.value)}};
    }
    return {
        {u"h"_s, hex(transaction.identity())},
        {u"stream"_s, hex(transaction.stream)},
        {u"seq"_s, qint64(transaction.seq)},
        {u"lam"_s, qint64(transaction.lam)},
        {u"when"_s, QDateTime::fromMSecsSinceEpoch(transaction.wall, Qt::UTC).toString(Qt::ISODateWithMs)},
        {u"person"_s, QUuid::fromRfc4122(transaction.person).toString(QUuid::WithoutBraces)},
        {u"cause"_s, transaction.cause},
        {u"operations"_s, operations}};
}

int runDump(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"history"_s, say(QT_TRANSLATE_NOOP("Cli", "add every operation ever made")));
    if (!call.parse())
        return call.exitCode();
    const auto read = readState(call);
    if (!read)
        return call.exitCode();
    const QByteArray state = dumpReview(read->review);
    if (!call.isSet(u"history"_s)) {
        call.print(state);
        return Done;
    }
    if (!read->session)
        return call.fail({ErrorCode::Refused,
                          say(QT_TRANSLATE_NOOP("Cli", "A publication holds no history; without --history it is printed.")),
                          {},
                          {}});
    QList<QPair<QString, QJsonObject>> sorted; // By identity, so that equal logs give equal bytes.
    const Status walked = read->session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        sorted += {QString::fromLatin1(transaction.identity().toHex()), logEntry(transaction)};
        return {};
    });
    if (!walked)
        return call.fail(walked.error());
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QJsonArray log;
    for (const auto &entry : std::as_const(sorted))
        log += entry.second;
    QJsonObject whole = QJsonDocument::fromJson(state).object();
    whole.insert(u"log"_s, log);
    call.print(jsonLine(whole));
    return Done;
}

} // namespace plumbline::cli
