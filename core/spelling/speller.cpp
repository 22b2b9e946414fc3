#include "core/spelling/speller.h"

#include <QCoreApplication>
#include <QFile>

#include <hunspell.hxx>

namespace plumbline {

/// What a speller remembers at most; a text that asks for more is no text.
static constexpr qsizetype mostAsked = 50'000;

Speller::Speller(const Dictionary &dictionary)
    : m_hunspell(std::make_unique<Hunspell>(QFile::encodeName(dictionary.affixes).constData(),
                                            QFile::encodeName(dictionary.words).constData())),
      m_encode(m_hunspell->get_dict_encoding().c_str()),
      m_decode(m_hunspell->get_dict_encoding().c_str())
{
}

Speller::~Speller() = default;

Result<std::unique_ptr<Speller>> Speller::load(const Dictionary &dictionary)
{
    const auto refused = [&](const char *sentence) {
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Spelling", sentence).arg(dictionary.name),
                     {},
                     {}};
    };
    // Hunspell takes files it cannot read for empty ones.
    for (const QString &path : {dictionary.affixes, dictionary.words}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.read(1).isEmpty())
            return refused(QT_TRANSLATE_NOOP(
                "Spelling",
                "The dictionary “%1” cannot be read; spelling is not checked. Choose another one."));
    }
    std::unique_ptr<Speller> speller(new Speller(dictionary));
    if (!speller->m_encode.isValid() || !speller->m_decode.isValid())
        return refused(QT_TRANSLATE_NOOP("Spelling",
                                         "The dictionary “%1” is written in an encoding that is not known; "
                                         "spelling is not checked. Choose another one."));
    return speller;
}

std::string Speller::encoded(const QString &word)
{
    // Dictionaries know the apostrophe of typewriters and composed letters.
    QString plain = word.normalized(QString::NormalizationForm_C);
    plain.replace(QChar(0x2019), u'\'');
    m_encode.resetState();
    const QByteArray bytes = m_encode.encode(plain);
    return m_encode.hasError() ? std::string() : bytes.toStdString();
}

bool Speller::isRight(const QString &word)
{
    if (const auto known = m_asked.constFind(word); known != m_asked.cend())
        return *known;
    if (m_asked.size() >= mostAsked)
        m_asked.clear();
    const std::string bytes = encoded(word);
    // A word the dictionary has no letters for is of another language, about which it can say nothing.
    const bool right = bytes.empty() || m_hunspell->spell(bytes);
    m_asked.insert(word, right);
    return right;
}

QStringList Speller::suggestions(const QString &word)
{
    QStringList words;
    const std::string bytes = encoded(word);
    if (bytes.empty())
        return words;
    for (const std::string &one : m_hunspell->suggest(bytes)) {
        m_decode.resetState();
        QString suggestion = m_decode.decode(QByteArray::fromStdString(one));
        if (word.contains(QChar(0x2019)))
            suggestion.replace(u'\'', QChar(0x2019));
        words += suggestion;
    }
    return words;
}

} // namespace plumbline
