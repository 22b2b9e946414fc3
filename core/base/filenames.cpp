#include "core/base/filenames.h"

#include <QStringList>

namespace plumbline {

using namespace Qt::StringLiterals;

/// Whether a character has no place in the name of a file: it cannot be seen, or makes others appear
/// elsewhere.
static bool isHidden(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    const ushort code = character.unicode();
    return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xfeff;
}

static QString withoutHidden(const QString &name)
{
    QString shown;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar character = name.at(i);
        if (character.isHighSurrogate() && i + 1 < name.size() && name.at(i + 1).isLowSurrogate()) {
            shown += character;
            shown += name.at(++i);
        } else if (character.isSurrogate() || u"<>:\"|?*"_s.contains(character)) {
            shown += u'_';
        } else if (!isHidden(character)) {
            shown += character;
        }
    }
    return shown;
}

static QString withoutEdges(QString name)
{
    const auto isEdge = [](QChar character) { return character == u'.' || character.isSpace(); };
    while (!name.isEmpty() && isEdge(name.back()))
        name.chop(1);
    qsizetype begin = 0;
    while (begin < name.size() && isEdge(name.at(begin)))
        ++begin;
    return name.mid(begin);
}

/// The beginning of @p text that takes at most @p most bytes of UTF-8, whole characters only.
static QString cut(const QString &text, qsizetype most)
{
    QString kept = text.left(most);
    while (!kept.isEmpty() && (kept.toUtf8().size() > most || kept.back().isHighSurrogate()))
        kept.chop(1);
    return kept;
}

static QString shortened(const QString &name)
{
    static constexpr qsizetype longestEnding = 20; // A longer one is not meant as one.
    if (name.toUtf8().size() <= longestFileName)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    QString ending = dot < 0 ? QString() : name.mid(dot);
    if (ending.toUtf8().size() > longestEnding)
        ending.clear();
    return withoutEdges(cut(name.chopped(ending.size()), longestFileName - ending.toUtf8().size())) + ending;
}

static bool isDevice(const QString &name)
{
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    if (QStringList{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s}.contains(stem))
        return true;
    return stem.size() == 4 && (stem.startsWith(u"COM") || stem.startsWith(u"LPT")) && stem.back().isDigit();
}

QString cleanFileName(const QString &name)
{
    const qsizetype folder = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    const QString clean = shortened(withoutEdges(withoutHidden(name.mid(folder + 1))));
    if (clean.isEmpty())
        return u"file"_s;
    return isDevice(clean) ? u'_' + clean : clean;
}

} // namespace plumbline
