#include "core/spelling/ownwords.h"

#include "core/spelling/spelledwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr qint64 largestList = 4 << 20; ///< Bytes; more was not typed by a person.

static QStringList cleaned(const QStringList &words)
{
    QStringList clean;
    for (const QString &word : words) {
        if (const QString one = word.simplified(); !one.isEmpty() && !clean.contains(one))
            clean += one;
    }
    std::sort(clean.begin(), clean.end(),
              [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    return clean;
}

OwnWords::OwnWords(const QString &path) : m_path(path)
{
    QFile file(path);
    if (!path.isEmpty() && file.open(QIODevice::ReadOnly))
        m_words = cleaned(QString::fromUtf8(file.read(largestList)).split(u'\n'));
}

QString OwnWords::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/plumbline/words.txt"_s;
}

bool OwnWords::has(const QString &word) const
{
    const QString form = knownForm(word);
    return std::any_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &one) { return knownForm(one) == form; });
}

Status OwnWords::add(const QString &word)
{
    return has(word) ? Status() : replace(m_words + QStringList{word});
}

Status OwnWords::replace(const QStringList &words)
{
    m_words = cleaned(words);
    return write();
}

Status OwnWords::write()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const QByteArray bytes = m_words.isEmpty() ? QByteArray() : (m_words.join(u'\n') + u'\n').toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{ErrorCode::CannotWrite,
                 QCoreApplication::translate("Spelling",
                                             "Your words could not be written to “%1” (%2); they are known "
                                             "until the program ends. Make room there, and add one again.")
                     .arg(QDir::toNativeSeparators(m_path), file.errorString()),
                 {},
                 {}};
}

} // namespace plumbline
