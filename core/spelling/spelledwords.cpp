#include "core/spelling/spelledwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plumbline {

/// What is passed over, and in the group `word` what is a word.
static const QRegularExpression &places()
{
    static const QRegularExpression expression(
        uR"(```[\s\S]*?```|`+[^`\n]*`+)"                        // Code.
        uR"(|(?:[\p{L}][\p{L}\p{N}+.-]*://|www\.)[^\s<>"]+)"    // Addresses of the web,
        uR"(|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+)"               // of mail,
        uR"(|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)"              // of computers: icann.org, v1.2.
        uR"(|[\p{L}\p{M}\p{N}_-]*[\p{N}_][\p{L}\p{M}\p{N}_-]*)" // Whatever holds a digit.
        uR"(|(?<word>\p{L}[\p{L}\p{M}]*(?:['\x{2019}]\p{L}[\p{L}\p{M}]*)*))"_s, // Words, at last.
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

static bool isCapitals(QStringView word)
{
    bool plural = false; // TLDs
    for (qsizetype i = 0; i < word.size(); ++i) {
        plural = i > 1 && i == word.size() - 1 && word.at(i) == u's';
        if (word.at(i).isLower() && !plural)
            return false;
    }
    return true;
}

QList<WordPlace> wordsToSpell(const QString &text)
{
    QList<WordPlace> words;
    for (auto found = places().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QStringView word = match.capturedView(u"word");
        if (word.size() > 1 && !isCapitals(word))
            words += {match.capturedStart(u"word"), word.size()};
    }
    return words;
}

QString knownForm(const QString &word)
{
    QString form = word.normalized(QString::NormalizationForm_C).toCaseFolded();
    form.replace(QChar(0x2019), u'\'');
    if (form.endsWith(u"'s"_s))
        form.chop(2);
    return form;
}

bool isAmong(const QSet<QString> &known, const QString &word)
{
    const QString form = knownForm(word);
    return known.contains(form) || (form.endsWith(u's') && known.contains(form.chopped(1)));
}

QSet<QString> knownForms(const QString &name)
{
    static const QRegularExpression gap(u"[^\\p{L}\\p{M}'\\x{2019}]+"_s,
                                        QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> forms;
    for (const QString &word : name.split(gap, Qt::SkipEmptyParts))
        forms.insert(knownForm(word));
    return forms;
}

} // namespace plumbline
