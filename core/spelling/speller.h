#pragma once

#include "core/base/result.h"
#include "core/spelling/dictionaries.h"

#include <QHash>
#include <QStringConverter>

#include <memory>

class Hunspell;

namespace plumbline {

/// One dictionary in memory. Every object may be used in one thread at a time.
class Speller
{
public:
    /// Reads a dictionary, which takes a tenth of a second or, for some languages, several: not for the GUI
    /// thread. Error BadInput when its files cannot be read or have letters in an encoding Qt does not know.
    static Result<std::unique_ptr<Speller>> load(const Dictionary &dictionary);
    ~Speller();

    /// Whether the dictionary has the word, in any of its forms. Remembers what it was asked.
    bool isRight(const QString &word);
    /// What may have been meant, the likeliest first; may take a quarter of a second.
    QStringList suggestions(const QString &word);

private:
    explicit Speller(const Dictionary &dictionary);
    std::string encoded(const QString &word);

    std::unique_ptr<Hunspell> m_hunspell;
    QStringEncoder m_encode;
    QStringDecoder m_decode;
    QHash<QString, bool> m_asked;
};

} // namespace plumbline
