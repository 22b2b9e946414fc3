#include "core/exchange/trust.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

static KnownKey keyFromJson(const QJsonObject &json)
{
    return {QByteArray::fromHex(json.value(u"key"_s).toString().toLatin1()),
            RecordId(QUuid::fromString(json.value(u"person"_s).toString())),
            json.value(u"name"_s).toString(),
            QDateTime::fromString(json.value(u"first"_s).toString(), Qt::ISODate),
            json.value(u"trusted"_s).toBool(),
            json.value(u"checked"_s).toBool()};
}

static QJsonObject keyToJson(const KnownKey &key)
{
    return {{u"key"_s, QString::fromLatin1(key.key.toHex())},
            {u"person"_s, key.person.uuid.toString(QUuid::WithoutBraces)},
            {u"name"_s, key.name},
            {u"first"_s, key.first.toUTC().toString(Qt::ISODate)},
            {u"trusted"_s, key.trusted},
            {u"checked"_s, key.checked}};
}

TrustedKeys::TrustedKeys(const QUuid &review)
    : m_path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/plumbline/trust/"_s +
             review.toString(QUuid::WithoutBraces) + u".json"_s)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        if (const KnownKey key = keyFromJson(value.toObject()); key.key.size() == 32)
            m_keys += key;
    }
}

SignatureState TrustedKeys::judge(const QByteArray &key, RecordId person) const
{
    bool anotherPersons = false;
    bool anotherKey = false;
    for (const KnownKey &known : m_keys) {
        if (known.key == key && known.person == person && known.trusted)
            return known.checked ? SignatureState::Checked : SignatureState::Known;
        if (!known.trusted || known.person.isNull())
            continue;
        anotherPersons |= known.key == key && known.person != person;
        anotherKey |= known.key != key && known.person == person;
    }
    return anotherPersons || anotherKey ? SignatureState::OtherKey : SignatureState::New;
}

Status TrustedKeys::remember(const QByteArray &key, RecordId person, const QString &name, const QDateTime &when)
{
    for (const KnownKey &known : std::as_const(m_keys)) {
        if (known.key == key && known.person == person)
            return {};
    }
    const bool trusted = judge(key, person) == SignatureState::New;
    m_keys += {key, person, name, when, trusted, false};
    return save();
}

Status TrustedKeys::markChecked(const QByteArray &key, RecordId person)
{
    const auto known = std::find_if(m_keys.begin(), m_keys.end(), [&](const KnownKey &one) {
        return one.key == key && one.person == person;
    });
    if (known == m_keys.end())
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Bundle", "No bundle signed with that key has arrived here."),
                     {},
                     {}};
    known->trusted = true;
    known->checked = true;
    return save();
}

Status TrustedKeys::save() const
{
    QJsonArray array;
    for (const KnownKey &key : m_keys)
        array += keyToJson(key);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const QByteArray json = QJsonDocument(array).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return Error{ErrorCode::CannotWrite,
                     QCoreApplication::translate("Bundle", "Which keys are known cannot be kept in “%1”. Check that "
                                                           "the folder can be written to.")
                         .arg(QFileInfo(m_path).absolutePath()),
                     file.errorString(),
                     {}};
    return {};
}

} // namespace plumbline
