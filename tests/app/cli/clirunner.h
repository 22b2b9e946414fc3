#pragma once

#include "app/cli/cli.h"
#include "translations/language.h"

#include <QTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace plumbline {

/// What one run of the command line gave.
struct Ran {
    int code = -1; ///< The exit code; -1 when the program crashed or was killed.
    QByteArray out;
    QByteArray err;

    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    /// The answers of `apply`: one object a line.
    QList<QJsonObject> answers() const
    {
        QList<QJsonObject> all;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                all += QJsonDocument::fromJson(line).object();
        }
        return all;
    }
    /// One line on stderr that ends as a sentence, a list or a hint does, and none of it from a library.
    bool saysOneSentence() const
    {
        const QByteArray line = err.trimmed();
        return err.endsWith('\n') && err.count('\n') == 1 && line.size() > 10 && line.contains(' ') &&
               !err.startsWith("Q") && !err.contains("ASSERT");
    }
    QByteArray told() const
    {
        return "exit code " + QByteArray::number(code) + ", stdout: " + out.left(600) +
               ", stderr: " + err.left(600);
    }
};

/// A computer of somebody who uses the command line: a folder to work in, and user data of its own.
class Computer
{
public:
    explicit Computer(const QString &parent = QDir::tempPath())
        : m_folder(parent + QStringLiteral("/plumbline-cli-XXXXXX")),
          m_home(m_folder.filePath(QStringLiteral("home")))
    {
    }

    /// The program that was built with this test; PLUMBLINE_CLI names another, such as an installed one.
    static QString program()
    {
        return qEnvironmentVariable("PLUMBLINE_CLI", QStringLiteral(PLUMBLINE_BIN_DIR "/plumbline-cli"));
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }
    /// Works on the user data of @p other from now on: two copies on one computer.
    void sharesHomeWith(const Computer &other) { m_home = other.m_home; }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home);
        environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        // Memory a program of a moment leaves behind costs nobody anything; the tests of the rooms look for leaks.
        environment.insert(QStringLiteral("ASAN_OPTIONS"),
                           environment.value(QStringLiteral("ASAN_OPTIONS")) + QStringLiteral(":detect_leaks=0"));
        environment.remove(QStringLiteral("QT_QPA_PLATFORM")); // Painting verbs have to see to it themselves.
        return environment;
    }

    void prepare(QProcess &process, const QStringList &words) const
    {
        process.setProgram(program());
        process.setArguments(words);
        process.setWorkingDirectory(folder());
        process.setProcessEnvironment(environment());
    }

    /// Runs the command line in the folder, so that words may be bare file names: within this process, which is ten
    /// times as fast as a process of its own, or with the program that PLUMBLINE_CLI names.
    Ran run(const QStringList &words, const QByteArray &input = {}) const
    {
        if (qEnvironmentVariableIsSet("PLUMBLINE_CLI"))
            return runProgram(words, input);
        const At here(*this);
        const Stream in(input);
        const Stream out;
        const Stream err;
        Ran ran;
        ran.code = cli::run(words, {in.file, out.file, err.file});
        ran.out = out.written();
        ran.err = err.written();
        return ran;
    }

    /// The same in a process of its own.
    Ran runProgram(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        prepare(process, words);
        return finish(process, input);
    }

    /// Whether a folder can be made read-only for the user the program runs as: root writes anywhere, so it
    /// then runs as nobody, which needs a program that nobody may read.
    bool canMakeReadOnly() const
    {
        QFile::setPermissions(folder(), QFile::permissions(folder()) | QFile::ReadOther | QFile::ExeOther);
        static const bool can = runUnprivileged({QStringLiteral("--version")}).code == 0;
        return can;
    }

    /// Runs the program as a user who is not root.
    Ran runUnprivileged(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        prepare(process, words);
#ifdef Q_OS_UNIX
        static constexpr uint nobody = 65534;
        if (geteuid() == 0) {
            process.setChildProcessModifier([] {
                if (setgid(nobody) != 0 || setuid(nobody) != 0)
                    _exit(126);
            });
        }
#endif
        return finish(process, input);
    }

    /// Runs @p prepared to its end.
    static Ran finish(QProcess &prepared, const QByteArray &input = {})
    {
        prepared.start();
        if (!input.isEmpty())
            prepared.write(input);
        prepared.closeWriteChannel();
        Ran ran;
        if (!prepared.waitForFinished(240'000))
            return ran;
        ran.code = prepared.exitStatus() == QProcess::NormalExit ? prepared.exitCode() : -1;
        ran.out = prepared.readAllStandardOutput();
        ran.err = prepared.readAllStandardError();
        return ran;
    }

    Ran apply(const QString &file, const QByteArray &lines) const
    {
        return run({QStringLiteral("apply"), file, QStringLiteral("-")}, lines + '\n');
    }
    QByteArray dump(const QString &file) const
    {
        return run({QStringLiteral("dump"), file}).out;
    }
    /// The records of a kind as `show --json` prints them.
    QJsonArray show(const QString &file, const QString &kind) const
    {
        return run({QStringLiteral("show"), file, kind, QStringLiteral("--json")}).array();
    }
    QJsonObject record(const QString &file, const QString &kind, const QString &key) const
    {
        return run({QStringLiteral("show"), file, kind, key, QStringLiteral("--json")})
            .array()
            .at(0)
            .toObject();
    }

    QByteArray bytes(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    /// Copies a file as people do: byte by byte, without telling the program.
    void copy(const QString &from, const QString &to) const
    {
        write(to, bytes(from));
    }
    bool has(const QString &name) const
    {
        return QFile::exists(path(name));
    }

private:
    /// A stream as a process has it, on a file without a name.
    struct Stream {
        explicit Stream(const QByteArray &content = {})
        {
            std::fwrite(content.constData(), 1, size_t(content.size()), file);
            std::rewind(file);
        }
        ~Stream() { std::fclose(file); }
        QByteArray written() const
        {
            QFile all;
            std::rewind(file);
            return all.open(file, QIODevice::ReadOnly) ? all.readAll() : QByteArray();
        }
        Q_DISABLE_COPY_MOVE(Stream)
        FILE *file = std::tmpfile();
    };

    /// This process is at that computer while this lives.
    struct At {
        explicit At(const Computer &computer)
        {
            static const bool speaks = (installLanguage(), true);
            Q_UNUSED(speaks)
            QDir::setCurrent(computer.folder());
            qputenv("XDG_DATA_HOME", computer.m_home.toUtf8());
        }
        ~At()
        {
            QDir::setCurrent(folder);
            qputenv("XDG_DATA_HOME", home);
        }
        Q_DISABLE_COPY_MOVE(At)
        const QString folder = QDir::currentPath();
        const QByteArray home = qgetenv("XDG_DATA_HOME");
    };

    QTemporaryDir m_folder;
    QString m_home;
};

/// Makes the folder of a computer read-only while it lives.
class ReadOnly
{
public:
    explicit ReadOnly(const Computer &computer)
        : m_folder(computer.folder()), m_before(QFile::permissions(computer.folder()))
    {
        QFile::setPermissions(m_folder,
                              QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    }
    ~ReadOnly() { QFile::setPermissions(m_folder, m_before); }
    ReadOnly(const ReadOnly &) = delete;
    ReadOnly &operator=(const ReadOnly &) = delete;

private:
    QString m_folder;
    QFile::Permissions m_before;
};

/// Every record of @p array whose @p field has that value.
inline QList<QJsonObject> recordsWith(const QJsonArray &array, const QString &field, const QString &value)
{
    QList<QJsonObject> found;
    for (const QJsonValue &record : array) {
        if (record.toObject().value(field).toString() == value)
            found += record.toObject();
    }
    return found;
}

} // namespace plumbline

/// Runs and expects an exit code; a failure shows what the program said.
#define EXPECT_CODE(expected, run)                                                                           \
    do {                                                                                                     \
        const plumbline::Ran ran_ = (run);                                                                   \
        QVERIFY2(ran_.code == (expected), ran_.told().constData());                                          \
    } while (false)

/// Runs and expects to be refused: an exit code, nothing but one sentence on stderr.
#define EXPECT_REFUSED(expected, run)                                                                        \
    do {                                                                                                     \
        const plumbline::Ran ran_ = (run);                                                                   \
        QVERIFY2(ran_.code == (expected) && ran_.saysOneSentence(), ran_.told().constData());                \
    } while (false)
