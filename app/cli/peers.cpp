#include "app/cli/sharing.h"

#include "core/base/json.h"
#include "core/domain/person.h"

#include <QJsonArray>
#include <QJsonObject>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

static QString nameOf(const Review &review, RecordId person, const QString &fallback)
{
    if (const Person *known = review.find(PersonId(person.uuid)))
        return known->name;
    return fallback.isEmpty() ? say(QT_TRANSLATE_NOOP("Cli", "somebody")) : fallback;
}

static QString instantWords(const QDateTime &instant)
{
    return instant.isValid() ? instant.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) : say(QT_TRANSLATE_NOOP("Cli", "never"));
}

static QJsonValue instantJson(const QDateTime &instant)
{
    return instant.isValid() ? QJsonValue(instant.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

static QJsonObject sharingJson(Session &session)
{
    const Review &review = session.review();
    QJsonArray peers;
    for (const Peer &peer : session.store().peers())
        peers += QJsonObject{{u"file"_s, QString::fromLatin1(peer.file.toHex())},
                             {u"person"_s, nameOf(review, peer.person, peer.name)},
                             {u"received"_s, instantJson(peer.lastIn)},
                             {u"sent"_s, instantJson(peer.lastOut)}};
    QJsonArray imports;
    for (const ImportRecord &import : session.store().imports())
        imports += QJsonObject{{u"import"_s, import.id},
                               {u"when"_s, instantJson(import.source.when)},
                               {u"bundle"_s, import.source.bundle},
                               {u"sender"_s, nameOf(review, import.source.person, import.source.name)},
                               {u"new"_s, import.transactions},
                               {u"setAside"_s, import.setAside}};
    return {{u"peers"_s, peers}, {u"imports"_s, imports}, {u"gaps"_s, gapsJson(review, session.store().gaps())}};
}

static void printSharing(const Call &call, Session &session)
{
    const Review &review = session.review();
    const QList<Peer> peers = session.store().peers();
    const QList<ImportRecord> imports = session.store().imports();
    if (peers.isEmpty() && imports.isEmpty())
        call.print(say(QT_TRANSLATE_NOOP("Cli", "Nothing was received, and nothing was sent to anybody by name.")));
    for (const Peer &peer : peers)
        call.print(say(QT_TRANSLATE_NOOP("Cli", "%1: last received %2, last sent %3."))
                       .arg(nameOf(review, peer.person, peer.name), instantWords(peer.lastIn),
                            instantWords(peer.lastOut)));
    for (const ImportRecord &import : imports) {
        const QString line =
            import.setAside
                ? say(QT_TRANSLATE_NOOP("Cli", "Import %1, %2: %3 from %4, %5 new changes, set aside."))
                : say(QT_TRANSLATE_NOOP("Cli", "Import %1, %2: %3 from %4, %5 new changes."));
        call.print(line.arg(import.id)
                       .arg(instantWords(import.source.when), import.source.bundle,
                            nameOf(review, import.source.person, import.source.name))
                       .arg(import.transactions));
    }
    for (const Gap &gap : session.store().gaps())
        call.print(describeGap(review, gap));
}

int runSharing(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"json"_s, say(QT_TRANSLATE_NOOP("Cli", "print an object")));
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    if (call.isSet(u"json"_s))
        call.print(jsonLine(sharingJson(*session)));
    else
        printSharing(call, *session);
    return session->store().gaps().isEmpty() ? Done : ProblemsFound;
}

/// The key to be marked as compared: the only one of that person that is not, or the one whose fingerprint is given.
static Result<KnownKey> keyToCheck(const TrustedKeys &keys, const Review &review, const QString &name)
{
    QList<KnownKey> fitting;
    const auto person = personFrom(review, name);
    for (const KnownKey &key : keys.all()) {
        const bool hers = person && key.person == *person && !key.checked;
        if (hers || fingerprintOf(key.key) == name.simplified())
            fitting += key;
    }
    if (fitting.size() == 1)
        return fitting.first();
    if (fitting.isEmpty() && !person)
        return person.error();
    return Error{ErrorCode::NotFound,
                 fitting.isEmpty()
                     ? say(QT_TRANSLATE_NOOP("Cli", "No key of “%1” waits to be compared; nothing was done.")).arg(name)
                     : say(QT_TRANSLATE_NOOP("Cli", "Several keys of “%1” wait to be compared; nothing was done. Give the "
                                                    "fingerprint that was read to you instead of the name."))
                           .arg(name),
                 {},
                 {}};
}

static QString stateWords(const KnownKey &key)
{
    return key.checked   ? say(QT_TRANSLATE_NOOP("Cli", "compared"))
           : key.trusted ? say(QT_TRANSLATE_NOOP("Cli", "not compared yet"))
                         : say(QT_TRANSLATE_NOOP("Cli", "another key than the one known: compare before you trust it"));
}

int runFingerprint(Call &call)
{
    call.word(u"FILE"_s, say(QT_TRANSLATE_NOOP("Cli", "the review")));
    call.option(u"checked"_s,
                say(QT_TRANSLATE_NOOP("Cli", "the person whose fingerprint you have compared, or the fingerprint")),
                u"NAME"_s);
    if (!call.parse())
        return call.exitCode();
    const auto session = call.open(Store::ReadOnly);
    if (!session)
        return call.exitCode();
    TrustedKeys keys(session->review().uuid());
    if (call.isSet(u"checked"_s)) {
        const auto key = keyToCheck(keys, session->review(), call.value(u"checked"_s));
        if (!key)
            return call.fail(key.error());
        if (Status marked = keys.markChecked(key->key, key->person); !marked)
            return call.fail(marked.error());
    }
    const auto own = signingKeyOf(session->store().fileId());
    if (!own)
        return call.fail(own.error());
    call.print(say(QT_TRANSLATE_NOOP("Cli", "This file: %1")).arg(fingerprintOf(own->publicKey)));
    for (const KnownKey &key : keys.all()) {
        if (key.key == own->publicKey)
            continue;
        call.print(say(QT_TRANSLATE_NOOP("Cli", "%1: %2 (%3)"))
                       .arg(nameOf(session->review(), key.person, key.name), fingerprintOf(key.key), stateWords(key)));
    }
    return Done;
}

} // namespace plumbline::cli
