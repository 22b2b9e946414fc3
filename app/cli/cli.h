#pragma once

#include "core/base/clock.h"
#include "core/session/session.h"

#include <QCommandLineParser>
#include <QFile>
#include <QStringList>

#include <cstdio>
#include <functional>

namespace plumbline::report {
struct Redline;
}

namespace plumbline::cli {

/// Exit codes, part of the command line's contract (docs/command-line.md).
enum ExitCode {
    Done = 0,
    ProblemsFound = 1, ///< Done, but problems or conflicts were found.
    WrongUsage = 2,
    BadInput = 3,
    CannotWrite = 4,
};

/// Where a call reads and speaks: the streams of the process, or others where it is called from within one.
struct Streams {
    FILE *in = stdin;
    FILE *out = stdout;
    FILE *err = stderr;
};

/// Does what the words of a command line say, the name of the program not among them, and gives the exit code. What
/// paints needs a QGuiApplication.
int run(QStringList words, const Streams &streams = {});

/// What a verb works with: its words and where it speaks. stdout gets what was asked for, stderr one sentence
/// on what went wrong.
class Call
{
public:
    Call(const QString &verb, const QStringList &words, const Streams &streams);

    QCommandLineParser &parser() { return m_parser; }
    /// Declares a word that stands at a place; @p optional ones come last.
    void word(const QString &name, const QString &explanation, bool optional = false);
    void option(const QString &name, const QString &explanation, const QString &valueName = {});
    /// Reads the words; false when they are wrong or help was asked for: then return exitCode().
    bool parse();
    int exitCode() const { return m_exitCode; }
    const Streams &streams() const { return m_streams; }
    QString at(int index) const { return m_parser.positionalArguments().value(index); }
    QStringList from(int index) const { return m_parser.positionalArguments().mid(index); }
    bool isSet(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    /// Every value of an option that may be given several times.
    QStringList values(const QString &name) const { return m_parser.values(name); }
    /// May be given more often than the declared words.
    void allowMore() { m_allowMore = true; }

    /// The clock the verb goes by: the machine's, or the day given by --on.
    const Clock &clock();

    /// Opens a file to read from; standard input where it is called `-`.
    bool openInput(QFile &file) const;
    void print(const QByteArray &line) const;
    void print(const QString &line) const;
    int fail(const Error &error) const;
    /// The same for helpers of verbs: exitCode() is then what the verb returns.
    void failed(const Error &error) { m_exitCode = fail(error); }
    int wrongUsage(const QString &sentence) const;
    /// Opens the review named by the first word; an exit code when that fails.
    std::unique_ptr<Session> open(Store::Mode mode);
    QString helpText() const;
    /// Whether a report, picture or bundle may be written to @p path: never onto a review, the open one or
    /// another. Error Refused.
    static Status checkTarget(const QString &path);

private:
    QString m_verb;
    QStringList m_words;
    Streams m_streams;
    QCommandLineParser m_parser;
    bool knows(const QString &option) const { return m_options.contains(option); }

    QStringList m_options;
    QStringList m_required;
    int m_optional = 0;
    bool m_allowMore = false;
    int m_exitCode = Done;
    SystemClock m_systemClock;
    std::unique_ptr<FixedClock> m_fixedClock;
};

/// One verb of the command line. run() declares its words, parses them and does the work.
struct Verb {
    const char *name;
    const char *summary; ///< One line for `help`.
    int (*run)(Call &);
};

/// Every verb, in the order in which help lists them.
const QList<Verb> &verbs();

int exitCodeOf(const Error &error);

/// A text of the command line in the reader's language; with @p n in the form for that number.
QString say(const char *text, int n = -1);

/// The name of a person, or "somebody".
QString personName(const Review &review, RecordId id);

/// The redline that --baseline and --against ask for; without them from the last baseline to now.
Result<report::Redline> redlineAsked(Call &call, Session &session);

int runNew(Call &);
int runSample(Call &);
int runWhoami(Call &);
int runShow(Call &);
int runDump(Call &);
int runApply(Call &);
int runAttach(Call &);
int runExtract(Call &);
int runCheck(Call &);
int runLog(Call &);
int runImports(Call &);
int runSetAside(Call &);
int runRedline(Call &);
int runUndo(Call &);
int runRedo(Call &);
int runExport(Call &);
int runImport(Call &);
int runSharing(Call &);
int runFingerprint(Call &);
int runConflicts(Call &);
int runResolve(Call &);
int runBaseline(Call &);
int runVerify(Call &);
int runSearch(Call &);
int runSpelling(Call &);
int runBackups(Call &);
int runSalvage(Call &);
int runReport(Call &);
int runSchedule(Call &);
int runImportPlan(Call &);
int runExportPlan(Call &);
int runImportMail(Call &);
int runTimeline(Call &);
int runTrace(Call &);
int runHelp(Call &);

} // namespace plumbline::cli
