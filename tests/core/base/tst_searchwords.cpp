#include "core/base/searchwords.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace searchwords_test {

class TestSearchWords : public QObject
{
    Q_OBJECT

private slots:
    void textsAreCutIntoFoldedWords_data();
    void textsAreCutIntoFoldedWords();
    void wordsCoverTheTextTheyCameFrom();
    void queriesAreTermsOfPlainText_data();
    void queriesAreTermsOfPlainText();
    void onlyTheLastTermMayBeABeginning();
    void aTermOfSeveralWordsMustStandSideBySide();
};

static QStringList foldedWords(const QString &text)
{
    QStringList all;
    for (const SearchWord &word : searchWords(text))
        all += word.folded;
    return all;
}

void TestSearchWords::textsAreCutIntoFoldedWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("empty") << u""_s << QStringList();
    QTest::newRow("blanks and marks only") << u" \"*-- \n"_s << QStringList();
    QTest::newRow("case") << u"Root Zone KSK-2017"_s << QStringList{u"root"_s, u"zone"_s, u"ksk"_s, u"2017"_s};
    QTest::newRow("accents") << u"Évaluation naïve, Größe"_s
                             << QStringList{u"evaluation"_s, u"naive"_s, u"grosse"_s};
    QTest::newRow("accents apart") << u"e\u0301tat"_s << QStringList{u"etat"_s};
    QTest::newRow("Chinese") << u"根区安全。DNS滥用"_s
                             << QStringList{u"根"_s, u"区"_s, u"安"_s, u"全"_s, u"dns"_s, u"滥"_s, u"用"_s};
    QTest::newRow("beyond the first plane") << u"\U00020000x"_s << QStringList{u"\U00020000"_s, u"x"_s};
    QTest::newRow("wide letters") << u"ＤＮＳ"_s << QStringList{u"d"_s, u"n"_s, u"s"_s};
    QTest::newRow("Arabic") << u"أمن الأسماء"_s << QStringList{u"امن"_s, u"الاسماء"_s};
}

void TestSearchWords::textsAreCutIntoFoldedWords()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(foldedWords(text), words);
}

void TestSearchWords::wordsCoverTheTextTheyCameFrom()
{
    const QString text = u"The Größe of 安全 e\u0301"_s;
    QStringList pieces;
    for (const SearchWord &word : searchWords(text))
        pieces += text.mid(word.from, word.length);
    QCOMPARE(pieces, (QStringList{u"The"_s, u"Größe"_s, u"of"_s, u"安"_s, u"全"_s, u"e\u0301"_s}));
}

void TestSearchWords::queriesAreTermsOfPlainText_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<QStringList>>("terms");
    QTest::newRow("nothing") << u"  "_s << QList<QStringList>();
    QTest::newRow("marks only") << u"\" * ( ^ : -"_s << QList<QStringList>();
    QTest::newRow("words") << u"root zone"_s << QList<QStringList>{{u"root"_s}, {u"zone"_s}};
    QTest::newRow("quotes and operators")
        << u"\"root AND NEAR(zone* OR"_s
        << QList<QStringList>{{u"root"_s}, {u"and"_s}, {u"near"_s, u"zone"_s}, {u"or"_s}};
    QTest::newRow("a key") << u"R-S2-04"_s << QList<QStringList>{{u"r"_s, u"s2"_s, u"04"_s}};
    QTest::newRow("Chinese") << u"安全 审查"_s << QList<QStringList>{{u"安"_s, u"全"_s}, {u"审"_s, u"查"_s}};
}

void TestSearchWords::queriesAreTermsOfPlainText()
{
    QFETCH(QString, typed);
    QFETCH(QList<QStringList>, terms);
    QCOMPARE(SearchQuery(typed).terms(), terms);
}

void TestSearchWords::onlyTheLastTermMayBeABeginning()
{
    const QList<SearchWord> words = searchWords(u"secure secret section"_s);
    QCOMPARE(SearchQuery(u"sec sec"_s).occurrences(0, words), QList<qsizetype>());
    QCOMPARE(SearchQuery(u"sec sec"_s).occurrences(1, words), (QList<qsizetype>{0, 1, 2}));
    QCOMPARE(SearchQuery(u"sec "_s).occurrences(0, words), QList<qsizetype>());
}

void TestSearchWords::aTermOfSeveralWordsMustStandSideBySide()
{
    QCOMPARE(SearchQuery(u"安全"_s).occurrences(0, searchWords(u"网络安全审查"_s)), (QList<qsizetype>{2, 3}));
    QCOMPARE(SearchQuery(u"安全"_s).occurrences(0, searchWords(u"安心完全"_s)), QList<qsizetype>());
}

PLUMBLINE_TEST(TestSearchWords)
} // namespace searchwords_test

#include "tst_searchwords.moc"
