#include "ui/editors/spelling.h"

#include "core/session/job.h"
#include "core/spelling/spelledwords.h"
#include "core/spelling/speller.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSettings>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace plumbline {

static const QString setting = u"spelling"_s;
static const QString none = u"none"_s;

/// Suggestions take long, and a speller serves one thread. Read when the first suggestion is asked for.
struct Spelling::Adviser {
    Dictionary dictionary;
    std::unique_ptr<Speller> speller;
    QStringList words;
};

Spelling &Spelling::instance()
{
    static QPointer<Spelling> spelling;
    if (!spelling)
        spelling = new Spelling(QCoreApplication::instance());
    return *spelling;
}

Spelling::Spelling(QObject *parent) : QObject(parent) {}

Spelling::~Spelling() = default;

void Spelling::start(const QStringList &folders, const QString &ownWords)
{
    m_own = OwnWords(ownWords);
    m_dictionaries = installedDictionaries(folders);
    m_chosen = QSettings().value(setting).toString();
    if (!dictionary() && m_chosen != none) {
        const Dictionary *preferred = preferredDictionary(m_dictionaries, QLocale());
        m_chosen = preferred ? preferred->name : QString();
    }
    if (m_chosen == none)
        m_chosen.clear();
    read();
}

const Dictionary *Spelling::dictionary() const
{
    const auto it = std::find_if(m_dictionaries.cbegin(), m_dictionaries.cend(),
                                 [this](const Dictionary &one) { return one.name == m_chosen; });
    return it == m_dictionaries.cend() ? nullptr : &*it;
}

void Spelling::choose(const QString &name)
{
    QSettings().setValue(setting, name.isEmpty() ? none : name);
    m_chosen = name;
    read();
}

void Spelling::read()
{
    m_reading.reset();
    m_advising.reset();
    m_adviser.reset();
    m_speller.reset();
    emit changed();
    const Dictionary *wanted = dictionary();
    if (!wanted)
        return;
    m_adviser = std::make_shared<Adviser>();
    m_adviser->dictionary = *wanted;
    const auto read = std::make_shared<std::optional<Result<std::unique_ptr<Speller>>>>();
    m_reading =
        std::make_unique<Job>([wanted = *wanted, read](const Progress &) { *read = Speller::load(wanted); });
    connect(m_reading.get(), &Job::finished, this, [this, read] {
        if (**read) {
            m_speller = std::move(***read);
            emit changed();
        } else {
            m_chosen.clear();
            emit failed((*read)->error().sentence);
        }
    });
    m_reading->start();
}

bool Spelling::isRight(const QString &word)
{
    return !m_speller || m_speller->isRight(word) || isAmong(m_reviewWords, word) ||
           m_own.has(word);
}

void Spelling::suggest(const QString &word, QObject *context,
                       const std::function<void(const QStringList &)> &tell)
{
    if (!m_adviser)
        return;
    m_advising.reset(); // Waits for an earlier one, which nobody wants any more.
    m_advising = std::make_unique<Job>([adviser = m_adviser, word](const Progress &) {
        if (!adviser->speller) {
            auto loaded = Speller::load(adviser->dictionary);
            if (loaded)
                adviser->speller = std::move(*loaded);
        }
        adviser->words = adviser->speller ? adviser->speller->suggestions(word) : QStringList();
    });
    connect(m_advising.get(), &Job::finished, context, [adviser = m_adviser, tell] { tell(adviser->words); });
    m_advising->start();
}

void Spelling::setReviewWords(const QSet<QString> &words)
{
    if (words == m_reviewWords)
        return;
    m_reviewWords = words;
    emit changed();
}

void Spelling::told(const Status &written)
{
    emit changed();
    if (!written)
        emit failed(written.error().sentence);
}

void Spelling::learn(const QString &word)
{
    told(m_own.add(word));
}

void Spelling::setOwnWords(const QStringList &words)
{
    told(m_own.replace(words));
}

} // namespace plumbline
