#include "core/session/create.h"

#include "core/base/cbor.h"
#include "core/base/files.h"
#include "core/edits/script.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// A static library's resources must be named once; outside any namespace.
static void initDataResources()
{
    Q_INIT_RESOURCE(data);
}

namespace plumbline {

using namespace Qt::StringLiterals;

QStringList templateNames()
{
    return {u"icann-specific-review"_s, u"blank"_s};
}

QUuid sampleUuid()
{
    return QUuid::fromRfc4122(digest16("plumbline example review ssr2"));
}

namespace {

Error badSource(const QString &file, int line, const QString &sentence)
{
    return {ErrorCode::BadInput,
            QCoreApplication::translate("Create", "The built-in file %1 is wrong in line %2: %3")
                .arg(file)
                .arg(line)
                .arg(sentence),
            {},
            {}};
}

QList<QByteArray> templateFiles(const QString &name)
{
    const QString folder = u":/data/templates/"_s;
    QList<QByteArray> files;
    for (const QString &ending : {u".rules.jsonl"_s, u".plan.jsonl"_s, u".jsonl"_s}) {
        if (QFile::exists(folder + name + ending))
            files += (folder + name + ending).toUtf8();
    }
    return files;
}

/// Runs built-in scripts on a fresh file, each line under the time and person it names.
class ScriptRunner
{
public:
    ScriptRunner(Store &store, const Entropy &entropy, const QDateTime &now)
        : m_store(store), m_entropy(entropy), m_now(now)
    {
    }

    Status run(const QString &fileName)
    {
        QFile file(fileName);
        if (!file.open(QIODevice::ReadOnly))
            return badSource(fileName, 0, file.errorString());
        for (int number = 1; !file.atEnd(); ++number) {
            const QByteArray line = file.readLine().trimmed();
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            if (Status done = runLine(line); !done)
                return badSource(fileName, number, done.error().sentence);
        }
        return {};
    }

    /// Commits one line under the name of @p by, who may be created in it.
    Status runEdits(const QJsonValue &edits, const QDateTime &when, const QString &by)
    {
        EditContext context{m_store.review(), when, m_script.named(by),
                            [this] { return RecordId(QUuid::fromRfc4122(m_entropy(16))); }};
        context.tips = [this](const QList<int> &audiences) { return m_store.tipsOf(audiences); };
        const auto line = m_script.read(context, edits);
        if (!line)
            return line.error();
        const Author author{context.me.isNull() ? line->names.value(by) : context.me, when};
        if (const auto done = m_store.commit(line->changes, author); !done)
            return done.error();
        m_script.keepNames(*line);
        return {};
    }

private:
    Status runLine(const QByteArray &line)
    {
        QJsonParseError fault;
        const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
        if (fault.error != QJsonParseError::NoError)
            return Error{ErrorCode::BadInput, fault.errorString(), {}, {}};
        const QJsonObject wrapped = document.object();
        if (!wrapped.contains(u"edits"_s))
            return runEdits(document.isArray() ? QJsonValue(document.array()) : QJsonValue(wrapped), m_now,
                            {});
        const QDateTime at = QDateTime::fromString(wrapped.value(u"at"_s).toString(), Qt::ISODate);
        if (!at.isValid())
            return Error{ErrorCode::BadInput, u"the time is not valid"_s, {}, {}};
        return runEdits(wrapped.value(u"edits"_s), at.toUTC(), wrapped.value(u"by"_s).toString());
    }

    Store &m_store; // Not owned.
    Entropy m_entropy;
    QDateTime m_now;
    EditScript m_script;
};

/// Creates the review's own record, which everything else may name as "review".
Status createReviewRecord(Store &store, const QUuid &uuid, const QString &templateName, const QString &title,
                          const Author &author)
{
    ChangeSet changes(store.review(), Cause::Create);
    const RecordId id(uuid);
    changes.create(store.review(), Kind::Review, {}, id);
    changes.set(Kind::Review, id, "title", Value(title));
    changes.set(Kind::Review, id, "phase", Value(u"preparation"_s));
    changes.set(Kind::Review, id, "template", Value(templateName));
    const auto done = store.commit(changes, author);
    return done ? Status() : Status(done.error());
}

/// Makes a file and fills it by @p fill under another name first, so that a half-made review never carries
/// the name asked for.
Status createFile(const QString &path, const QUuid &uuid, const Entropy &entropy,
                  const std::function<Status(Store &)> &fill)
{
    initDataResources();
    if (QFile::exists(path))
        return Store::create(path, uuid); // Says that it is there already.
    const QString unfinished = path + QStringLiteral(".making");
    QFile::remove(unfinished);
    QFile::remove(unfinished + QStringLiteral("-journal")); // What is left of an attempt that was cut short.
    Status status = Store::create(unfinished, uuid);
    if (!status) // In the name that was asked for.
        return Error{
            ErrorCode::CannotWrite,
            QCoreApplication::translate("Create", "“%1” cannot be created. Choose a folder you may write to.")
                .arg(path),
            status.error().detail,
            {}};
    {
        auto store = Store::open(unfinished, Store::ReadWrite, StreamRegistry::inMemory(), entropy);
        status = store ? (*store)->setDurable(false) : Status(store.error());
        if (status)
            status = fill(**store);
        if (status)
            status = (*store)->disown();
    }
    syncFile(unfinished);
    if (status && !QFile::rename(unfinished, path))
        status = Error{
            ErrorCode::CannotWrite,
            QCoreApplication::translate("Create", "“%1” cannot be created. Choose a folder you may write to.")
                .arg(path),
            {},
            {}};
    QFile::remove(unfinished);
    QFile::remove(unfinished + QStringLiteral("-journal"));
    syncFolderOf(path);
    return status;
}

} // namespace

Status createReview(const QString &path, const QString &templateName, const QString &title,
                    const SessionOptions &options)
{
    initDataResources();
    const QList<QByteArray> files = templateFiles(templateName);
    if (files.isEmpty())
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Create", "There is no template “%1”; there are: %2.")
                         .arg(templateName.left(60), templateNames().join(u", ")),
                     {},
                     {}};
    const QUuid uuid = QUuid::fromRfc4122(options.entropy(16));
    const QDateTime now = options.clock ? options.clock->now() : QDateTime::currentDateTimeUtc();
    const QString cleanTitle = cleanText(title).simplified();
    return createFile(path, uuid, options.entropy, [&](Store &store) -> Status {
        if (Status made = createReviewRecord(
                store, uuid, templateName,
                cleanTitle.isEmpty() ? QCoreApplication::translate("Create", "New review") : cleanTitle,
                {{}, now});
            !made)
            return made;
        ScriptRunner runner(store, options.entropy, now);
        for (const QByteArray &file : files) {
            if (Status done = runner.run(QString::fromUtf8(file)); !done)
                return done;
        }
        return {};
    });
}

Status createSample(const QString &path)
{
    // Everything random follows from one seed, and no stream is remembered, so every example is the same
    // bytes.
    const Entropy entropy = seededEntropy("plumbline example review ssr2 entropy");
    const QDateTime begin(QDate(2016, 6, 30), QTime(12, 0), Qt::UTC);
    return createFile(path, sampleUuid(), entropy, [&](Store &store) -> Status {
        if (Status made =
                createReviewRecord(store, sampleUuid(), u"icann-specific-review"_s, u"SSR2"_s, {{}, begin});
            !made)
            return made;
        ScriptRunner runner(store, entropy, begin);
        if (Status done = runner.run(u":/data/templates/icann-specific-review.rules.jsonl"_s); !done)
            return done;
        const QDir folder(u":/data/sample"_s);
        for (const QString &name : folder.entryList({u"*.jsonl"_s}, QDir::Files, QDir::Name)) {
            if (Status done = runner.run(folder.filePath(name)); !done)
                return done;
        }
        return {};
    });
}

} // namespace plumbline
