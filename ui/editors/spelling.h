#pragma once

#include "core/spelling/dictionaries.h"
#include "core/spelling/ownwords.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace plumbline {

class Job;
class Speller;

/// The dictionary this program spells by, one for every text in it. Does nothing until it is started, and
/// nothing but say so where no dictionary is installed. The dictionary is read in the background.
class Spelling : public QObject
{
    Q_OBJECT

public:
    /// Lives as long as the application.
    static Spelling &instance();
    ~Spelling() override;

    /// Looks for dictionaries and reads the one that was chosen, or the preferred one. Also starts anew.
    void start(const QStringList &folders = dictionaryFolders(),
               const QString &ownWords = OwnWords::defaultPath());
    const QList<Dictionary> &dictionaries() const { return m_dictionaries; }
    /// The name of the dictionary in use; empty where spelling is not checked.
    const QString &chosen() const { return m_chosen; }
    /// Takes another dictionary, or none where @p name is empty; kept for the next start.
    void choose(const QString &name);

    /// Whether words can be asked for: the dictionary is there and was read.
    bool isReady() const { return bool(m_speller); }
    /// True for every word as long as it is not ready.
    bool isRight(const QString &word);
    /// Finds what may have been meant, in the background, and tells it unless @p context is gone by then.
    void suggest(const QString &word, QObject *context, const std::function<void(const QStringList &)> &tell);

    /// Words of the review that is open, in the form of knownForm().
    void setReviewWords(const QSet<QString> &words);
    const QStringList &ownWords() const { return m_own.words(); }
    /// Adds a word to one's own; what goes wrong is told by failed().
    void learn(const QString &word);
    void setOwnWords(const QStringList &words);

signals:
    /// Words that were wrong may be right now, or the other way about.
    void changed();
    /// A sentence for people.
    void failed(const QString &sentence);

private:
    explicit Spelling(QObject *parent);
    void read();
    const Dictionary *dictionary() const;
    void told(const Status &written);

    struct Adviser;
    QList<Dictionary> m_dictionaries;
    QString m_chosen;
    OwnWords m_own{QString()};
    QSet<QString> m_reviewWords;
    std::unique_ptr<Speller> m_speller; ///< Used in this thread only.
    std::shared_ptr<Adviser> m_adviser; ///< The same dictionary once more, for the background.
    std::unique_ptr<Job> m_reading;
    std::unique_ptr<Job> m_advising;
};

} // namespace plumbline
