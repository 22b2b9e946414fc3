#include "ui/dialogs/filewords.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int longestName = 60; // Characters; most file systems take 255 bytes.

QString fileNameFor(const QString &words, const QString &fallback)
{
    static const QRegularExpression others(u"[^\\p{L}\\p{M}\\p{N}]+"_s);
    QString name = words.left(longestName).toLower();
    name.replace(others, u"-"_s);
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? fallback : name;
}

QString usualFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace plumbline
