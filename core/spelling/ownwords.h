#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace plumbline {

/// The words somebody added to her dictionary, in a file of her own that serves every review: a word on each
/// line.
class OwnWords
{
public:
    /// With an empty path there are none yet.
    explicit OwnWords(const QString &path = defaultPath());
    static QString defaultPath();

    /// As they were added, sorted.
    const QStringList &words() const { return m_words; }
    bool has(const QString &word) const;
    /// Adds a word, unless it is there. Error CannotWrite; the word is then known until the program ends.
    Status add(const QString &word);
    /// Takes @p words for all there are; space, empty ones and repetitions are dropped. Error CannotWrite, as
    /// above.
    Status replace(const QStringList &words);

private:
    Status write();

    QString m_path;
    QStringList m_words;
};

} // namespace plumbline
