#include "core/mail/mailparts.h"

#include "core/base/value.h"
#include "core/mail/gmimelibrary.h"
#include "core/mail/htmltext.h"
#include "core/mail/mailheaders.h"
#include "core/mail/mimemessage.h"

#include <algorithm>
#include <mutex>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#define PLUMBLINE_LEAKS_ARE_WATCHED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#define PLUMBLINE_LEAKS_ARE_WATCHED
#endif
#endif

namespace plumbline {

using namespace Qt::StringLiterals;

/// Types that are messages themselves.
static constexpr const char *messageTypes[] = {"rfc822", "rfc2822", "global", "news"};

GMimeParserOptions *gmimeOptions()
{
    static std::once_flag once;
    static GMimeParserOptions *options = nullptr;
    std::call_once(once, [] {
#ifdef PLUMBLINE_LEAKS_ARE_WATCHED
        const __lsan::ScopedDisabler forgetful; // Of a type that is registered anew GMime loses 16 bytes.
#endif
        g_mime_init();
        // Messages within messages are read here, because of their headers; see MailHeaders.
        for (const char *subtype : messageTypes)
            g_mime_object_register_type("message", subtype, GMIME_TYPE_PART);
        options = g_mime_parser_options_new();
        const char *charsets[] = {"utf-8", "windows-1252", nullptr};
        g_mime_parser_options_set_fallback_charsets(options, charsets);
    });
    return options;
}

namespace {

/// What the parts of a message hold, gathered from the tree of them.
class PartWalk
{
public:
    void takeBody(const QByteArray &bodyPart, int depth);

    QStringList texts; ///< In the order of the message.
    QStringList attachments;

private:
    void take(GMimeObject *part, int depth);
    void takeMultipart(GMimeMultipart *multipart, int depth);
    void takeAlternatives(GMimeMultipart *multipart, int depth);
    void takeMessage(GMimePart *part, int depth);
    void takeLeaf(GMimePart *part);
    void takeName(GMimeObject *part, const char *name);
    static bool isText(GMimeObject *part, const char *subtype);
    static bool isMessage(GMimeObject *part);
    static QByteArray contentOf(GMimePart *part, qsizetype most);
    static QString textOf(GMimePart *part);

    int m_parts = 0;
};

/// The type of a part as it stands there.
QByteArray typeHeader(GMimeObject *part)
{
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(part), "Content-Type");
    const char *value = header ? g_mime_header_get_raw_value(header) : nullptr;
    return value ? value : "";
}

bool PartWalk::isMessage(GMimeObject *part)
{
    GMimeContentType *type = g_mime_object_get_content_type(part);
    return type && std::any_of(std::begin(messageTypes), std::end(messageTypes), [&](const char *subtype) {
               return g_mime_content_type_is_type(type, "message", subtype);
           });
}

bool PartWalk::isText(GMimeObject *part, const char *subtype)
{
    GMimeContentType *type = g_mime_object_get_content_type(part);
    if (type && g_mime_content_type_is_type(type, "text", subtype))
        return true;
    // What has no type that could be read is plain text (RFC 2045, 5.2).
    return qstrcmp(subtype, "plain") == 0 && GMIME_IS_PART(part) && !typeHeader(part).contains('/');
}

void PartWalk::take(GMimeObject *part, int depth)
{
    if (!part || depth > maxMailDepth || ++m_parts > maxMailParts)
        return;
    if (GMIME_IS_MULTIPART(part)) {
        GMimeContentType *type = g_mime_object_get_content_type(part);
        if (type && g_mime_content_type_is_type(type, "multipart", "alternative"))
            takeAlternatives(GMIME_MULTIPART(part), depth);
        else
            takeMultipart(GMIME_MULTIPART(part), depth);
    } else if (GMIME_IS_PART(part) && isMessage(part)) {
        takeMessage(GMIME_PART(part), depth);
    } else if (GMIME_IS_PART(part)) {
        takeLeaf(GMIME_PART(part));
    }
}

void PartWalk::takeMultipart(GMimeMultipart *multipart, int depth)
{
    const int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count && m_parts < maxMailParts; ++i)
        take(g_mime_multipart_get_part(multipart, i), depth + 1);
}

/// Of several forms of one text the plain one is taken; where there is none that says something, the last,
/// which its sender liked best.
void PartWalk::takeAlternatives(GMimeMultipart *multipart, int depth)
{
    const int count = std::min(g_mime_multipart_get_count(multipart), maxMailParts);
    GMimeObject *plain = nullptr;
    GMimeObject *rich = nullptr;
    for (int i = 0; i < count; ++i) {
        GMimeObject *part = g_mime_multipart_get_part(multipart, i);
        if (isText(part, "plain"))
            plain = plain ? plain : part;
        else if (GMIME_IS_MULTIPART(part) || isText(part, "html"))
            rich = part;
    }
    const qsizetype before = texts.size();
    take(plain, depth + 1);
    const bool said = texts.size() > before && !texts.last().trimmed().isEmpty();
    if (!said)
        take(rich, depth + 1);
    const qsizetype after = texts.size();
    for (int i = 0; i < count && m_parts < maxMailParts; ++i) {
        GMimeObject *part = g_mime_multipart_get_part(multipart, i);
        const bool other = part != plain && part != rich && !isText(part, "plain") && !isText(part, "html");
        if (other || (said && part == rich && GMIME_IS_MULTIPART(part)))
            take(part, depth + 1); // Pictures and invitations.
    }
    texts.resize(after); // Their texts say the same once more.
}

/// A message within a message, as in a digest: its text belongs to what was said.
void PartWalk::takeMessage(GMimePart *part, int depth)
{
    static constexpr int step = 10; // Each level is held in memory while the next one is read.
    const MailHeaders headers(contentOf(part, maxMessageBytes));
    texts +=
        u"----- %1 -----"_s.arg(QStringList{headers.text("Subject"), headers.text("From")}.join(u" – "_s));
    takeBody(headers.bodyPart(), depth + step);
}

void PartWalk::takeBody(const QByteArray &bodyPart, int depth)
{
    if (depth > maxMailDepth)
        return;
    GMimeParserOptions *options = gmimeOptions();
    const GMimeOwned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bodyPart.constData(), size_t(bodyPart.size())));
    const GMimeOwned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const GMimeOwned<GMimeObject> body(g_mime_parser_construct_part(parser.get(), options));
    take(body.get(), depth);
}

void PartWalk::takeName(GMimeObject *part, const char *name)
{
    QString shown = mailLine(QString::fromUtf8(name ? name : ""));
    shown.remove(0, std::max(shown.lastIndexOf(u'/'), shown.lastIndexOf(u'\\')) +
                        1); // No path, whatever a mail says.
    if (shown.isEmpty()) {
        GMimeContentType *type = g_mime_object_get_content_type(part);
        const GMimeText words(type ? g_mime_content_type_get_mime_type(type) : nullptr);
        shown = mailLine(QString::fromUtf8(words ? words.get() : ""));
    }
    if (!shown.isEmpty())
        attachments += shown;
}

QByteArray PartWalk::contentOf(GMimePart *part, qsizetype most)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const GMimeOwned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray *decoded = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    if (!decoded || !decoded->data)
        return {};
    return QByteArray(reinterpret_cast<const char *>(decoded->data), std::min<qsizetype>(decoded->len, most));
}

QString PartWalk::textOf(GMimePart *part)
{
    static constexpr qsizetype most = 8 * maxMailBody; // HTML takes more room than its words.
    const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    return mailTextFrom(contentOf(part, most), charset);
}

void PartWalk::takeLeaf(GMimePart *part)
{
    GMimeObject *object = GMIME_OBJECT(part);
    const char *name = g_mime_part_get_filename(part);
    const bool plain = isText(object, "plain");
    const bool html = isText(object, "html");
    if ((!plain && !html) || g_mime_part_is_attachment(part) || (name && *name))
        return takeName(object, name);
    const QString text = cleanText(textOf(part));
    texts += html ? textOfHtml(text) : text;
}

} // namespace

static QString joinedMailTexts(const QStringList &texts)
{
    QStringList trimmed;
    for (const QString &text : texts) {
        qsizetype begin = 0; // Blanks at the beginning of the first line that says something mean something.
        for (qsizetype i = 0; i < text.size() && text.at(i).isSpace(); ++i) {
            if (text.at(i) == u'\n')
                begin = i + 1;
        }
        qsizetype end = text.size();
        while (end > begin && text.at(end - 1).isSpace())
            --end;
        if (end > begin)
            trimmed += text.mid(begin, end - begin);
    }
    return trimmed.join(u"\n\n"_s);
}

MailParts readMailParts(const QByteArray &bodyPart)
{
    PartWalk walk;
    walk.takeBody(bodyPart, 0);
    return {joinedMailTexts(walk.texts), walk.attachments};
}

} // namespace plumbline
