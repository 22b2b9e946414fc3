#include "core/spelling/spelledwords.h"

#include "tests/testprogram.h"

#include <QStringList>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace spelledwords_test {

class TestSpelledWords : public QObject
{
    Q_OBJECT

private slots:
    void findsWords_data();
    void findsWords();
    void placesAreInUtf16();
    void monstersAreReadSoon_data();
    void monstersAreReadSoon();
    void knownForms();
};

static QStringList wordsOf(const QString &text)
{
    QStringList words;
    for (const WordPlace &place : wordsToSpell(text))
        words += text.mid(place.start, place.length);
    return words;
}

void TestSpelledWords::findsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QString &text, const QString &words) {
        QTest::newRow(name) << text << words.split(u' ', Qt::SkipEmptyParts);
    };
    row("plain", u"The Board should agree."_s, u"The Board should agree"_s);
    row("apostrophes", u"the team's, don’t, boards' 'so'"_s, u"the team's don’t boards so"_s);
    row("hyphens", u"a data-driven e-mail"_s, u"data driven mail"_s);
    row("capitals", u"ICANN’s DNS and TLDs, RSSAC037"_s, u"and"_s);
    row("keys", u"see R-S2-03 and S2 or M-001 in v1.2"_s, u"see and or in"_s);
    row("underscores", u"the field agreed_by here"_s, u"the field here"_s);
    row("the web", u"at https://www.icann.org/en/x-yz?q=wrod, www.icann.org or icann.org now"_s,
        u"at or now"_s);
    row("mail", u"write to first.last@sub-team.example.org today"_s, u"write to today"_s);
    row("code", u"run `plumbline-cli chekc`, then\n```\nwrod\n\nwrod\n```\ndone"_s, u"run then done"_s);
    row("an open code mark", u"a lone ` mark\nbelow"_s, u"lone mark below"_s);
    row("marks of CommonMark", u"**bold** _soft_ [link](x) # Head"_s, u"bold link Head"_s);
    row("accents", u"cafe\u0301 naïve"_s, u"cafe\u0301 naïve"_s);
    row("other letters", u"Совет директоров"_s, u"Совет директоров"_s);
    row("nothing", QString(), QString());
}

void TestSpelledWords::findsWords()
{
    QFETCH(QString, text);
    QTEST(wordsOf(text), "words");
}

void TestSpelledWords::placesAreInUtf16()
{
    QCOMPARE(wordsToSpell(u"😀 word"_s), QList<WordPlace>({{3, 4}}));
}

void TestSpelledWords::monstersAreReadSoon_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
         {"`", "` ", "```x ", "a", "a'", "a.", "a@", "a_", "-", "http://", "1", "a1 ", "%"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void TestSpelledWords::monstersAreReadSoon()
{
    QFETCH(QString, piece);
    QElapsedTimer timer;
    timer.start();
    wordsToSpell(piece.repeated(200000 / piece.size()));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestSpelledWords::knownForms()
{
    const QSet<QString> known{u"gtld"_s, u"lovelace"_s};
    QVERIFY(isAmong(known, u"gTLD"_s) && isAmong(known, u"gTLDs"_s) && isAmong(known, u"Lovelace’s"_s));
    QVERIFY(!isAmong(known, u"gTL"_s) && !isAmong(known, u"s"_s));
    QCOMPARE(knownForm(u"Ko\u0301s’s"_s), u"kós"_s);
    QCOMPARE(plumbline::knownForms(u"Dr. Anne-Marie O’Neill (chair)"_s),
             QSet<QString>({u"dr"_s, u"anne"_s, u"marie"_s, u"o'neill"_s, u"chair"_s}));
}

PLUMBLINE_TEST(TestSpelledWords)

} // namespace spelledwords_test

#include "tst_spelledwords.moc"
