#include "app/cli/cli.h"

#include "core/domain/person.h"
#include "core/session/backup.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace plumbline::cli {

using namespace Qt::StringLiterals;

QString say(const char *text, int n)
{
    return QCoreApplication::translate("Cli", text, nullptr, n);
}

QString personName(const Review &review, RecordId id)
{
    const Person *person = review.find(PersonId(id.uuid));
    return person ? person->name : say(QT_TRANSLATE_NOOP("Cli", "somebody"));
}

int exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Usage:
        return WrongUsage;
    case ErrorCode::Locked:
    case ErrorCode::CannotWrite:
    case ErrorCode::Damaged:
        return CannotWrite;
    default:
        return BadInput;
    }
}

Call::Call(const QString &verb, const QStringList &words, const Streams &streams)
    : m_verb(verb), m_words(words), m_streams(streams)
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    m_parser.addOption({{u"h"_s, u"help"_s}, QCoreApplication::translate("Cli", "Shows this help.")});
}

void Call::word(const QString &name, const QString &explanation, bool optional)
{
    m_parser.addPositionalArgument(name, explanation, optional ? u"[%1]"_s.arg(name) : name);
    if (optional)
        ++m_optional;
    else
        m_required += name;
}

void Call::option(const QString &name, const QString &explanation, const QString &valueName)
{
    m_parser.addOption({name, explanation, valueName});
    m_options += name;
}

bool Call::parse()
{
    const bool ok = m_parser.parse(QStringList{u"plumbline-cli "_s + m_verb} + m_words);
    if (m_parser.isSet(u"help"_s)) {
        print(helpText());
        return false;
    }
    if (!ok) {
        m_exitCode = wrongUsage(m_parser.errorText());
        return false;
    }
    const qsizetype given = m_parser.positionalArguments().size();
    if (given < m_required.size()) {
        m_exitCode = wrongUsage(
            QCoreApplication::translate("Cli", "“%1” needs %2.").arg(m_verb, m_required.at(given)));
        return false;
    }
    if (!m_allowMore && given > m_required.size() + m_optional) {
        m_exitCode = wrongUsage(QCoreApplication::translate("Cli", "“%1” does not know what to do with “%2”.")
                                    .arg(m_verb, at(int(m_required.size()) + m_optional)));
        return false;
    }
    return true;
}

const Clock &Call::clock()
{
    if (!knows(u"on"_s) || !isSet(u"on"_s))
        return m_systemClock;
    const QDate day = QDate::fromString(value(u"on"_s), Qt::ISODate);
    m_fixedClock = std::make_unique<FixedClock>(QDateTime(day, QTime(12, 0), Qt::UTC));
    return *m_fixedClock;
}

QString Call::helpText() const
{
    // Qt writes the path of the program and knows nothing of verbs.
    QString text = m_parser.helpText().trimmed();
    const QString program = QCoreApplication::arguments().value(0);
    text.replace(u"Usage: "_s + program, u"Usage: plumbline-cli "_s + m_verb);
    return text;
}

Status Call::checkTarget(const QString &path)
{
    QFile there(path);
    if (!there.open(QIODevice::ReadOnly) || !there.peek(16).startsWith("SQLite format 3"))
        return {};
    return Error{ErrorCode::Refused,
                 QCoreApplication::translate(
                     "Cli", "“%1” is a review or another database; it was left as it is. Choose "
                            "another name to write to.")
                     .arg(path),
                 {},
                 {}};
}

bool Call::openInput(QFile &file) const
{
    return file.fileName() == u"-" ? file.open(m_streams.in, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
}

void Call::print(const QByteArray &line) const
{
    std::fwrite(line.constData(), 1, size_t(line.size()), m_streams.out);
    std::fputc('\n', m_streams.out);
    std::fflush(m_streams.out);
}

void Call::print(const QString &line) const
{
    print(line.toUtf8());
}

int Call::fail(const Error &error) const
{
    const QByteArray sentence = error.sentence.toUtf8() + '\n';
    std::fwrite(sentence.constData(), 1, size_t(sentence.size()), m_streams.err);
    return exitCodeOf(error);
}

int Call::wrongUsage(const QString &sentence) const
{
    const QString whole = sentence + (sentence.endsWith(u'.') ? u" "_s : u". "_s) +
                          QCoreApplication::translate("Cli", "See: plumbline-cli help %1").arg(m_verb);
    return fail({ErrorCode::Usage, whole, {}, {}});
}

std::unique_ptr<Session> Call::open(Store::Mode mode)
{
    if (knows(u"on"_s) && isSet(u"on"_s) && !QDate::fromString(value(u"on"_s), Qt::ISODate).isValid()) {
        m_exitCode = wrongUsage(
            QCoreApplication::translate("Cli", "“%1” is not a day; write 2020-01-24.").arg(value(u"on"_s)));
        return nullptr;
    }
    SessionOptions options;
    options.mode = mode;
    options.clock = &clock();
    auto session = Session::open(at(0), options);
    if (!session) {
        m_exitCode = fail(session.error());
        return nullptr;
    }
    if (mode == Store::ReadWrite)
        logBackup(Backups((*session)->review().uuid()).make((*session)->path(), m_systemClock.today()));
    return std::move(*session);
}

const QList<Verb> &verbs()
{
    static const QList<Verb> all{
        {"new", QT_TRANSLATE_NOOP("Cli", "Makes a review from a template."), runNew},
        {"sample", QT_TRANSLATE_NOOP("Cli", "Makes the built-in example, the SSR2 review."), runSample},
        {"whoami", QT_TRANSLATE_NOOP("Cli", "Says, or sets, in whose name this file is edited."), runWhoami},
        {"show", QT_TRANSLATE_NOOP("Cli", "Shows the records of a kind, or one record."), runShow},
        {"dump", QT_TRANSLATE_NOOP("Cli", "Prints the whole state as canonical JSON."), runDump},
        {"apply", QT_TRANSLATE_NOOP("Cli", "Edits the review: JSON lines, one transaction a line."),
         runApply},
        {"attach", QT_TRANSLATE_NOOP("Cli", "Attaches a file to a record and keeps it in the review."), runAttach},
        {"extract", QT_TRANSLATE_NOOP("Cli", "Writes a copy of an attached file."), runExtract},
        {"check", QT_TRANSLATE_NOOP("Cli", "Lists the problems the checks see."), runCheck},
        {"trace", QT_TRANSLATE_NOOP("Cli", "Follows evidence over findings to recommendations, and says what is missing."), runTrace},
        {"log", QT_TRANSLATE_NOOP("Cli", "Lists who changed what when, newest first."), runLog},
        {"imports", QT_TRANSLATE_NOOP("Cli", "Lists what came from others, the last first."), runImports},
        {"setaside", QT_TRANSLATE_NOOP("Cli", "Takes back what an import brought."), runSetAside},
        {"redline", QT_TRANSLATE_NOOP("Cli", "Shows word by word what changed since a baseline."), runRedline},
        {"undo", QT_TRANSLATE_NOOP("Cli", "Takes back the last thing done through this file."), runUndo},
        {"redo", QT_TRANSLATE_NOOP("Cli", "Does again what was taken back last."), runRedo},
        {"export", QT_TRANSLATE_NOOP("Cli", "Writes a bundle for other members of the team."), runExport},
        {"import", QT_TRANSLATE_NOOP("Cli", "Takes in bundles others have sent."), runImport},
        {"sharing", QT_TRANSLATE_NOOP("Cli", "Says who has what: last sent, last received, what is missing."),
         runSharing},
        {"fingerprint", QT_TRANSLATE_NOOP("Cli", "Shows the keys bundles are signed with, to be compared."),
         runFingerprint},
        {"conflicts", QT_TRANSLATE_NOOP("Cli", "Lists the fields that hold several values."), runConflicts},
        {"resolve", QT_TRANSLATE_NOOP("Cli", "Settles a conflict by one of its values or a new one."),
         runResolve},
        {"baseline", QT_TRANSLATE_NOOP("Cli", "Freezes dates and numbers under a name."), runBaseline},
        {"verify", QT_TRANSLATE_NOOP("Cli", "Checks that nothing in the file was damaged."), runVerify},
        {"search", QT_TRANSLATE_NOOP("Cli", "Finds records by their words."), runSearch},
        {"spelling", QT_TRANSLATE_NOOP("Cli", "Lists words that no dictionary knows."), runSpelling},
        {"backups", QT_TRANSLATE_NOOP("Cli", "Lists the backups of the last days, or copies one."), runBackups},
        {"salvage", QT_TRANSLATE_NOOP("Cli", "Saves what can be read of a damaged review into a new one."),
         runSalvage},
        {"report", QT_TRANSLATE_NOOP("Cli", "Writes a report as PDF."), runReport},
        {"schedule", QT_TRANSLATE_NOOP("Cli", "Says when items can be done, what they wait for and what is left."), runSchedule},
        {"import-plan", QT_TRANSLATE_NOOP("Cli", "Takes in the plan of another program."), runImportPlan},
        {"export-plan", QT_TRANSLATE_NOOP("Cli", "Writes the plan for another program."), runExportPlan},
        {"import-mail", QT_TRANSLATE_NOOP("Cli", "Takes in the messages of a mailing list."), runImportMail},
        {"timeline", QT_TRANSLATE_NOOP("Cli", "Draws the plan as PNG, SVG or PDF."), runTimeline},
        {"help", QT_TRANSLATE_NOOP("Cli", "Explains a verb, or the edit functions with “help do”."), runHelp},
    };
    return all;
}

int run(QStringList words, const Streams &streams)
{
    const QString name = words.isEmpty() ? u"help"_s : words.takeFirst();
    if (name == u"--version") {
        Call(name, {}, streams).print(QStringLiteral("plumbline-cli " PLUMBLINE_VERSION));
        return Done;
    }
    const QString verb = name == u"--help" || name == u"-h" ? u"help"_s : name;
    Call call(verb, words, streams);
    const auto &all = verbs();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Verb &known) { return verb == QLatin1String(known.name); });
    if (found == all.end())
        return call.fail(
            {ErrorCode::Usage,
             QCoreApplication::translate("Cli", "There is no verb “%1”; plumbline-cli help lists them.").arg(verb),
             {},
             {}});
    return found->run(call);
}

} // namespace plumbline::cli
