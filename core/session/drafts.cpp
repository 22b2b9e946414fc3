// Invariant: a draft's file is replaced in one step, so after a crash there is the former draft or the new one, and
// never half of one.

#include "core/session/drafts.h"

#include "core/base/cbor.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThread>

namespace plumbline {

using namespace Qt::StringLiterals;

static constexpr qint64 pauseBetweenWrites = 2000; // Milliseconds.
static constexpr qint64 largestDraft = 8 << 20;           // Bytes; more was not written here.

/// One folder for each file: two copies of a review have positions of their own.
static QString folderOfFile(const QString &folder, const QUuid &review, const QString &file)
{
    const QByteArray place = digest16(QFileInfo(file).absoluteFilePath().toUtf8()).toHex().left(12);
    return folder + u'/' + review.toString(QUuid::WithoutBraces) + u'/' + QString::fromLatin1(place);
}

static QByteArray draftToBytes(const Draft &draft)
{
    return cbor::encode(Value(Value::Array{Value(1), Value::bytes(draft.record.uuid.toRfc4122()),
                                           Value::text(draft.field), draft.typed, draft.shown, Value(draft.readAt),
                                           Value(draft.at.toMSecsSinceEpoch())}));
}

static std::optional<Draft> draftFromBytes(const QByteArray &bytes)
{
    const auto value = cbor::decode(bytes, 4);
    const Value::Array parts = value ? value->array() : Value::Array();
    if (parts.size() != 7 || !(parts.at(0) == Value(1)) || parts.at(1).rawBytes().size() != 16)
        return std::nullopt;
    return Draft{RecordId(QUuid::fromRfc4122(parts.at(1).rawBytes())), parts.at(2).utf8(), parts.at(3), parts.at(4),
                 parts.at(5).number(), QDateTime::fromMSecsSinceEpoch(parts.at(6).number(), Qt::UTC)};
}

Drafts::Drafts(const QUuid &review, const QString &file, const QString &folder)
    : m_folder(folderOfFile(folder, review, file))
{
    load();
}

Drafts::~Drafts()
{
    if (!m_thread)
        return;
    {
        const QMutexLocker lock(&m_mutex);
        m_ending = true;
    }
    m_wake.wakeAll();
    m_thread->wait();
}

QString Drafts::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/plumbline/drafts"_s;
}

QString Drafts::pathOf(const Key &key) const
{
    return m_folder + u'/' + key.first.uuid.toString(QUuid::WithoutBraces) + u'.' + QString::fromLatin1(key.second);
}

void Drafts::load()
{
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (info.size() > largestDraft || !file.open(QIODevice::ReadOnly))
            continue;
        const auto draft = draftFromBytes(file.readAll());
        if (draft && pathOf({draft->record, draft->field}) == info.filePath())
            m_left.insert({draft->record, draft->field}, *draft);
    }
}

void Drafts::keep(const Draft &draft)
{
    schedule({draft.record, draft.field}, draft);
}

void Drafts::done(RecordId record, const QByteArray &field)
{
    schedule({record, field}, left(record, field));
}

void Drafts::leaveBehind(const Draft &draft)
{
    m_left.insert({draft.record, draft.field}, draft);
    keep(draft);
}

std::optional<Draft> Drafts::left(RecordId record, const QByteArray &field) const
{
    const auto found = m_left.constFind({record, field});
    return found == m_left.constEnd() ? std::nullopt : std::optional(*found);
}

void Drafts::forget(RecordId record, const QByteArray &field)
{
    if (m_left.remove({record, field}) > 0)
        schedule({record, field}, std::nullopt);
}

void Drafts::schedule(const Key &key, const std::optional<Draft> &draft)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.insert(key, draft);
    }
    if (!m_thread) {
        m_thread.reset(QThread::create([this] { work(); }));
        m_thread->start(QThread::LowPriority);
    }
    m_wake.wakeAll();
}

void Drafts::work()
{
    QMutexLocker lock(&m_mutex);
    while (true) {
        while (m_waiting.isEmpty() && !m_ending)
            m_wake.wait(&m_mutex);
        if (m_waiting.isEmpty())
            return;
        const auto batch = std::exchange(m_waiting, {});
        lock.unlock();
        for (auto draft = batch.cbegin(); draft != batch.cend(); ++draft)
            write(draft.key(), *draft);
        lock.relock();
        const QDeadlineTimer pause(pauseBetweenWrites);
        while (!m_ending && !pause.hasExpired())
            m_wake.wait(&m_mutex, pause);
    }
}

void Drafts::write(const Key &key, const std::optional<Draft> &draft) const
{
    const QString path = pathOf(key);
    if (!draft) {
        QFile::remove(path);
        return;
    }
    if (!QDir().mkpath(m_folder))
        return; // Nothing can be kept then; what is typed is still in the field.
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(draftToBytes(*draft)) >= 0)
        file.commit();
}

} // namespace plumbline
