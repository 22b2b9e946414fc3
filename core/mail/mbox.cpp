// A file is read once from its beginning, line by line, and at most one message of it is in memory in its raw
// form. What a stranger wrote decides nothing but texts: every size is bounded before memory is asked for.

#include "core/mail/mbox.h"

#include "core/mail/mimemessage.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

static Error mailError(const QString &sentence, ErrorCode code = ErrorCode::BadInput)
{
    return {code, sentence, {}, {}};
}

namespace {

/// Reads the messages of one file.
class MboxReader
{
public:
    MboxReader(QIODevice &device, const Progress &progress, const MailBounds &bounds = {})
        : m_device(device), m_progress(progress), m_bounds(bounds)
    {
    }
    Result<MailFile> read();

private:
    bool isSeparator(const QByteArray &line) const;
    void takeLine(QByteArray line, bool begins);
    Status endMessage();
    Status takeMessage(const std::optional<MailMessage> &message);
    void addNotes();

    QIODevice &m_device; // Not owned.
    const Progress &m_progress;
    const MailBounds m_bounds;
    MailFile m_file;
    QByteArray m_message;
    bool m_inside = false; ///< A message has begun.
    bool m_inHeaders = true;
    bool m_afterBlank = true; ///< The line before was empty, or there was none.
    bool m_framed = false;    ///< A line "From " was met.
    int m_unreadable = 0;
    qint64 m_text = 0;
};

bool looksLikeHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    return colon > 0 && colon < 80 &&
           std::all_of(line.begin(), line.begin() + colon, [](char c) { return c > ' ' && c < 127; });
}

/// Whether a line holds a time of the day and a year, as the line before a message does.
bool holdsDate(const QByteArray &line)
{
    const auto digit = [&](qsizetype i) {
        return i >= 0 && i < line.size() && line.at(i) >= '0' && line.at(i) <= '9';
    };
    bool time = false;
    bool year = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        time = time || (line.at(i) == ':' && digit(i - 1) && digit(i + 1) && digit(i + 2));
        year = year || (!digit(i - 1) && digit(i) && digit(i + 1) && digit(i + 2) && digit(i + 3) &&
                        !digit(i + 4) && (line.mid(i, 2) == "19" || line.mid(i, 2) == "20"));
    }
    return time && year;
}

/// Whether @p line, behind which the device stands, comes before a message.
bool MboxReader::isSeparator(const QByteArray &line) const
{
    static constexpr qsizetype longest = 500;
    if (!line.startsWith("From ") || line.size() > longest)
        return false;
    const bool dated = holdsDate(line);
    if (m_afterBlank && dated)
        return true;
    const QByteArray ahead = m_device.peek(200);
    const bool headersFollow = looksLikeHeader(ahead.left(ahead.indexOf('\n'))) || ahead.startsWith(">From ");
    const bool bare = line.simplified().count(' ') <= 1; // "From somebody", as a few programs write it.
    return headersFollow && (dated || !m_inside || (m_afterBlank && bare));
}

void MboxReader::takeLine(QByteArray line, bool begins)
{
    if (m_inHeaders) {
        line.replace('\0', ' ');
        const QByteArray trimmed = line.trimmed();
        if (begins && trimmed.isEmpty())
            m_inHeaders = false;
        else if (m_message.size() + line.size() > maxHeaderBytes)
            return; // Headers nobody wrote for people.
    } else if (begins && line.startsWith('>')) {
        qsizetype marks = 0;
        while (marks < line.size() && line.at(marks) == '>')
            ++marks;
        if (QByteArrayView(line).sliced(marks).startsWith("From "))
            line.remove(0, 1);
    }
    if (m_message.size() + line.size() <= maxMessageBytes)
        m_message += line;
}

Status MboxReader::takeMessage(const std::optional<MailMessage> &message)
{
    if (!message) {
        ++m_unreadable;
        return {};
    }
    if (m_file.messages.size() >= m_bounds.messages)
        return mailError(
            QCoreApplication::translate(
                "Mail",
                "The file holds more than %1 messages. Nothing was read; split it and import the parts.")
                .arg(m_bounds.messages));
    m_text += message->text.size();
    if (m_text > m_bounds.text)
        return mailError(
            QCoreApplication::translate(
                "Mail",
                "The messages hold more than %1 MB of text. Nothing was read; split the file and import "
                "the parts.")
                .arg(m_bounds.text >> 20));
    m_file.messages += *message;
    return {};
}

Status MboxReader::endMessage()
{
    if (!m_inside)
        return {};
    Status taken;
    if (!m_message.trimmed().isEmpty())
        taken = takeMessage(readMimeMessage(m_message));
    m_message.clear();
    m_inHeaders = true;
    return taken;
}

void MboxReader::addNotes()
{
    const auto note = [&](const char *sentence, qsizetype count) {
        if (count > 0)
            m_file.notes += QCoreApplication::translate("Mail", sentence, nullptr, int(count));
    };
    const auto count = [&](auto wanted) {
        return std::count_if(m_file.messages.cbegin(), m_file.messages.cend(), wanted);
    };
    note(QT_TRANSLATE_N_NOOP("Mail", "%n message(s) were left out: they have no headers that could be read."),
         m_unreadable);
    note(QT_TRANSLATE_N_NOOP("Mail", "%n message(s) have no date, or one that is none."),
         count([](const MailMessage &message) { return !message.sent; }));
    note(QT_TRANSLATE_N_NOOP("Mail", "%n message(s) have no id and got one made from what they say."),
         count([](const MailMessage &message) { return message.madeId; }));
    note(QT_TRANSLATE_N_NOOP("Mail", "%n message(s) are longer than 1 MB and were cut."),
         count([](const MailMessage &message) { return message.cut; }));
}

Result<MailFile> MboxReader::read()
{
    static constexpr qint64 longestPiece = 64 << 10;
    static constexpr qint64 often = 1 << 20; // Bytes between two signs of progress.
    const qint64 total = m_device.size();
    QByteArray buffer(longestPiece, Qt::Uninitialized);
    bool blank = true; // So far.
    qint64 done = 0;
    qint64 told = -often;
    bool begins = true; // What comes next is the beginning of a line.
    while (true) {
        if (done - told >= often) {
            told = done;
            if (!m_progress.step(done, std::max(total, done)))
                return mailError(QCoreApplication::translate("Mail", "Stopped; nothing was taken in."),
                                 ErrorCode::Cancelled);
        }
        const qint64 length = m_device.readLine(buffer.data(), buffer.size());
        if (length <= 0)
            break;
        QByteArray line(buffer.constData(), length);
        if (done == 0 && line.startsWith("\xEF\xBB\xBF"))
            line.remove(0, 3);
        done += line.size();
        if (done > m_bounds.bytes)
            return mailError(
                QCoreApplication::translate(
                    "Mail", "The file is larger than %1 GB. Nothing was read; split it and import the parts.")
                    .arg(m_bounds.bytes >> 30));
        const bool blankLine = begins && line.trimmed().isEmpty();
        blank = blank && blankLine;
        if (begins && isSeparator(line)) {
            if (Status taken = endMessage(); !taken)
                return taken.error();
            m_inside = true;
            m_framed = true;
        } else if (m_inside) {
            takeLine(line, begins);
        } else if (!blankLine) {
            if (!looksLikeHeader(line))
                break; // Neither a line "From " nor a header: no mail.
            m_inside = true;
            takeLine(line, begins);
        }
        m_afterBlank = blankLine;
        begins = line.endsWith('\n');
    }
    if (Status taken = endMessage(); !taken)
        return taken.error();
    if (blank)
        return mailError(QCoreApplication::translate("Mail", "The file is empty."));
    const bool single = !m_framed && m_file.messages.size() == 1 &&
                        (m_file.messages.first().sender.isEmpty() ||
                         (!m_file.messages.first().sent && m_file.messages.first().madeId));
    if (m_file.messages.isEmpty() || single)
        return mailError(QCoreApplication::translate("Mail",
                                                     "This is no mailing list that can be read. Save it in "
                                                     "mbox form, as Mailman and mail programs do, and "
                                                     "import that file."));
    addNotes();
    return m_file;
}

} // namespace

Result<MailFile> readMbox(const QByteArray &data, const Progress &progress, const MailBounds &bounds)
{
    QBuffer buffer;
    buffer.setData(data);
    if (!buffer.open(QIODevice::ReadOnly))
        return mailError(QCoreApplication::translate("Mail", "The file is empty."));
    return MboxReader(buffer, progress, bounds).read();
}

Result<MailFile> readMboxFile(const QString &path, const Progress &progress)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Mail", "“%1” cannot be read. Check the name.").arg(name),
                     file.errorString(),
                     {}};
    auto read = MboxReader(file, progress).read();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Mail", "“%1” cannot be read to its end.").arg(name),
                     file.errorString(),
                     {}};
    return read;
}

} // namespace plumbline
