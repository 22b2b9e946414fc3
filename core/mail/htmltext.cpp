#include "core/mail/htmltext.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

/// Goes through a text once, from tag to tag.
class HtmlReader
{
public:
    explicit HtmlReader(const QString &html) : m_html(html) {}
    QString read();

private:
    void takeTag(qsizetype from, qsizetype to);
    void skipElement(const QString &name);
    void takeCharacter(char32_t character);
    void newLine(bool emptyLineBefore);
    void endLink();
    char32_t entity();

    const QString &m_html;
    qsizetype m_at = 0;
    bool m_noMoreTags = false; ///< There is no ">" any more, so "<" means itself.
    int m_preformatted = 0;
    bool m_blank = false; ///< A blank is due before the next character.
    QString m_link;
    qsizetype m_linkFrom = 0; ///< Where its words begin in @ref m_text.
    QString m_text;
};

/// Entities people meet in mail; others stay as they are written.
char32_t namedEntity(QStringView name)
{
    static const QHash<QString, char32_t> known{
        {u"amp"_s, '&'},       {u"lt"_s, '<'},        {u"gt"_s, '>'},        {u"quot"_s, '"'},
        {u"apos"_s, '\''},     {u"nbsp"_s, ' '},      {u"ensp"_s, ' '},      {u"emsp"_s, ' '},
        {u"thinsp"_s, ' '},    {u"zwnj"_s, 0x200c},   {u"zwj"_s, 0x200d},    {u"shy"_s, 0xad},
        {u"ndash"_s, 0x2013},  {u"mdash"_s, 0x2014},  {u"lsquo"_s, 0x2018},  {u"rsquo"_s, 0x2019},
        {u"sbquo"_s, 0x201a},  {u"ldquo"_s, 0x201c},  {u"rdquo"_s, 0x201d},  {u"bdquo"_s, 0x201e},
        {u"hellip"_s, 0x2026}, {u"bull"_s, 0x2022},   {u"middot"_s, 0xb7},   {u"laquo"_s, 0xab},
        {u"raquo"_s, 0xbb},    {u"lsaquo"_s, 0x2039}, {u"rsaquo"_s, 0x203a}, {u"copy"_s, 0xa9},
        {u"reg"_s, 0xae},      {u"trade"_s, 0x2122},  {u"deg"_s, 0xb0},      {u"sect"_s, 0xa7},
        {u"para"_s, 0xb6},     {u"euro"_s, 0x20ac},   {u"pound"_s, 0xa3},    {u"yen"_s, 0xa5},
        {u"cent"_s, 0xa2},     {u"times"_s, 0xd7},    {u"rarr"_s, 0x2192},   {u"larr"_s, 0x2190},
        {u"auml"_s, 0xe4},     {u"ouml"_s, 0xf6},     {u"uuml"_s, 0xfc},     {u"Auml"_s, 0xc4},
        {u"Ouml"_s, 0xd6},     {u"Uuml"_s, 0xdc},     {u"szlig"_s, 0xdf},    {u"aacute"_s, 0xe1},
        {u"eacute"_s, 0xe9},   {u"iacute"_s, 0xed},   {u"oacute"_s, 0xf3},   {u"uacute"_s, 0xfa},
        {u"Aacute"_s, 0xc1},   {u"Eacute"_s, 0xc9},   {u"Iacute"_s, 0xcd},   {u"Oacute"_s, 0xd3},
        {u"Uacute"_s, 0xda},   {u"agrave"_s, 0xe0},   {u"egrave"_s, 0xe8},   {u"ugrave"_s, 0xf9},
        {u"acirc"_s, 0xe2},    {u"ecirc"_s, 0xea},    {u"icirc"_s, 0xee},    {u"ocirc"_s, 0xf4},
        {u"ucirc"_s, 0xfb},    {u"ntilde"_s, 0xf1},   {u"Ntilde"_s, 0xd1},   {u"ccedil"_s, 0xe7},
        {u"Ccedil"_s, 0xc7},   {u"atilde"_s, 0xe3},   {u"otilde"_s, 0xf5},   {u"aring"_s, 0xe5},
        {u"oslash"_s, 0xf8},   {u"aelig"_s, 0xe6},    {u"euml"_s, 0xeb},     {u"iuml"_s, 0xef},
    };
    return known.value(name.toString(), 0);
}

bool isBlank(char32_t character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r' ||
           character == '\f' || character == 0xa0;
}

/// The character an entity at the cursor, which stands on "&", means; "&" itself when it is none.
char32_t HtmlReader::entity()
{
    static constexpr qsizetype longest = 12;
    const QStringView after = QStringView(m_html).mid(m_at + 1, longest);
    const qsizetype end = after.indexOf(u';');
    if (end < 1)
        return '&';
    const QStringView name = after.left(end);
    char32_t character = 0;
    if (name.startsWith(u'#')) {
        const bool hexadecimal = name.size() > 2 && (name.at(1) == u'x' || name.at(1) == u'X');
        bool ok = false;
        const uint number = name.mid(hexadecimal ? 2 : 1).toUInt(&ok, hexadecimal ? 16 : 10);
        const bool exists = ok && number > 0 && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff);
        character = exists ? char32_t(number) : char32_t(0xfffd);
    } else {
        character = namedEntity(name);
    }
    if (character == 0)
        return '&';
    m_at += end + 1; // The caller passes the last one.
    return character;
}

void HtmlReader::takeCharacter(char32_t character)
{
    if (m_preformatted > 0 && character != 0xa0) {
        if (character != '\r')
            m_text += QChar::fromUcs4(character);
        return;
    }
    if (isBlank(character)) {
        m_blank = true;
        return;
    }
    if (m_blank && !m_text.isEmpty() && !m_text.endsWith(u'\n') && !m_text.endsWith(u' '))
        m_text += u' ';
    m_blank = false;
    m_text += QChar::fromUcs4(character);
}

void HtmlReader::newLine(bool emptyLineBefore)
{
    m_blank = false;
    while (m_text.endsWith(u' '))
        m_text.chop(1);
    if (m_text.isEmpty())
        return;
    if (!m_text.endsWith(u'\n'))
        m_text += u'\n';
    if (emptyLineBefore && !m_text.endsWith("\n\n"_L1))
        m_text += u'\n';
}

/// The value of an attribute of a tag; empty when it has none.
QString attribute(QStringView tag, QLatin1StringView name)
{
    qsizetype at = tag.indexOf(name, 0, Qt::CaseInsensitive);
    if (at < 1 || !tag.at(at - 1).isSpace())
        return {};
    QStringView rest = tag.mid(at + name.size()).trimmed();
    if (!rest.startsWith(u'='))
        return {};
    rest = rest.mid(1).trimmed();
    if (rest.isEmpty())
        return {};
    const QChar quote = rest.front();
    if (quote == u'"' || quote == u'\'') {
        const qsizetype end = rest.indexOf(quote, 1);
        return rest.mid(1, end < 0 ? -1 : end - 1).toString();
    }
    qsizetype end = 0;
    while (end < rest.size() && !rest.at(end).isSpace())
        ++end;
    return rest.left(end).toString();
}

void HtmlReader::endLink()
{
    const bool address = m_link.startsWith("http://"_L1) || m_link.startsWith("https://"_L1);
    if (address && !QStringView(m_text).mid(std::min(m_linkFrom, m_text.size())).contains(m_link)) {
        m_blank = true;
        takeCharacter('<');
        m_text += m_link + u'>';
    }
    m_link.clear();
}

/// Passes over an element whose content is no text, to behind its end.
void HtmlReader::skipElement(const QString &name)
{
    const qsizetype end = m_html.indexOf(u"</"_s + name, m_at, Qt::CaseInsensitive);
    const qsizetype behind = end < 0 ? -1 : m_html.indexOf(u'>', end);
    m_at = behind < 0 ? m_html.size() : behind + 1;
}

/// The tag between @p from and @p to, without its brackets; the cursor stands behind it.
void HtmlReader::takeTag(qsizetype from, qsizetype to)
{
    static const QSet<QString> silent{u"script"_s, u"style"_s, u"title"_s, u"template"_s, u"noscript"_s};
    static const QSet<QString> paragraphs{u"p"_s,     u"h1"_s, u"h2"_s,        u"h3"_s, u"h4"_s,
                                          u"h5"_s,    u"h6"_s, u"ul"_s,        u"ol"_s, u"dl"_s,
                                          u"table"_s, u"hr"_s, u"blockquote"_s};
    static const QSet<QString> lines{u"div"_s,     u"tr"_s,      u"dt"_s,     u"dd"_s,
                                     u"address"_s, u"section"_s, u"article"_s};
    const QStringView tag = QStringView(m_html).mid(from, to - from);
    const bool closes = tag.startsWith(u'/');
    qsizetype end = closes ? 1 : 0;
    while (end < tag.size() && tag.at(end).isLetterOrNumber())
        ++end;
    const QString name =
        tag.mid(closes ? 1 : 0, std::min<qsizetype>(end - (closes ? 1 : 0), 20)).toString().toLower();
    if (!closes && silent.contains(name)) {
        skipElement(name);
    } else if (name == "br"_L1) {
        m_blank = false;
        m_text += u'\n';
    } else if (name == "pre"_L1) {
        newLine(true);
        m_preformatted = closes ? std::max(0, m_preformatted - 1) : m_preformatted + 1;
    } else if (name == "li"_L1) {
        newLine(false);
        if (!closes)
            m_text += u"- "_s;
    } else if (name == "td"_L1 || name == "th"_L1) {
        m_blank = true;
    } else if (name == "a"_L1) {
        endLink();
        if (!closes)
            m_link = attribute(tag, "href"_L1).left(1000);
        m_linkFrom = m_text.size();
    } else if (paragraphs.contains(name)) {
        newLine(true);
    } else if (lines.contains(name)) {
        newLine(false);
    }
}

QString HtmlReader::read()
{
    while (m_at < m_html.size()) {
        const QChar character = m_html.at(m_at);
        if (character == u'<' && !m_noMoreTags) {
            if (QStringView(m_html).mid(m_at, 4) == u"<!--") {
                const qsizetype end = m_html.indexOf("-->"_L1, m_at + 4);
                m_at = end < 0 ? m_html.size() : end + 3;
                continue;
            }
            const QChar next = m_at + 1 < m_html.size() ? m_html.at(m_at + 1) : QChar(u' ');
            const qsizetype end = m_html.indexOf(u'>', m_at);
            m_noMoreTags = end < 0;
            if (end > 0 && (next.isLetter() || next == u'/' || next == u'!' || next == u'?')) {
                const qsizetype from = m_at + 1;
                m_at = end + 1;
                takeTag(from, end);
                continue;
            }
        }
        if (character == u'&') {
            takeCharacter(entity());
        } else if (character.isSurrogate()) {
            takeCharacter('x'); // Stands in for the half, which has no place of its own.
            m_text.back() = character;
        } else {
            takeCharacter(character.unicode());
        }
        ++m_at;
    }
    endLink();
    return m_text.trimmed();
}

} // namespace

QString textOfHtml(const QString &html)
{
    return HtmlReader(html).read();
}

} // namespace plumbline
