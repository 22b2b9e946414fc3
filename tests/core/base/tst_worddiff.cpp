#include "core/base/worddiff.h"
#include "tests/testprogram.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace worddiff_test {

/// A text of up to @p most words from a small vocabulary, so that texts have much in common by chance.
static QString randomText(std::mt19937 &random, uint most)
{
    static const QStringList words{u"the "_s, u"team "_s, u"should "_s, u"not "_s,  u"report. "_s, u"Why? "_s,
                                   u"审"_s,   u"查"_s,    u"。"_s,      u"a\n\n"_s, u"b\n"_s,      u"𠀀"_s};
    QString text;
    for (uint left = random() % (most + 1); left > 0; --left)
        text += words.at(qsizetype(random() % size_t(words.size())));
    return text;
}

/// Length of the longest common subsequence by the textbook table: the measure for what a diff may keep.
static int longestCommon(const QStringList &a, const QStringList &b)
{
    QList<QList<int>> table(a.size() + 1, QList<int>(b.size() + 1, 0));
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            table[i][j] = a[i] == b[j] ? table[i + 1][j + 1] + 1 : qMax(table[i + 1][j], table[i][j + 1]);
    }
    return table[0][0];
}

static QString joinedWithout(DiffPiece::Kind left, const QList<DiffPiece> &pieces)
{
    QString text;
    for (const DiffPiece &piece : pieces) {
        if (piece.kind != left)
            text += piece.text;
    }
    return text;
}

/// The pieces as one line: [-deleted-], {+inserted+}.
static QString shown(const QList<DiffPiece> &pieces)
{
    QString line;
    for (const DiffPiece &piece : pieces) {
        line += piece.kind == DiffPiece::Same      ? piece.text
                : piece.kind == DiffPiece::Deleted ? u"[-"_s + piece.text + u"-]"_s
                                                   : u"{+"_s + piece.text + u"+}"_s;
    }
    return line;
}

class TestWordDiff : public QObject
{
    Q_OBJECT

    static void seeds()
    {
        QTest::addColumn<uint>("seed");
        for (const uint seed : {1u, 2u, 3u, 20170302u, 0xdecafu, 0xffffffffu})
            QTest::addRow("seed %u", seed) << seed;
    }

private slots:
    void textIsCutIntoUnits_data();
    void textIsCutIntoUnits();
    void sentencesEndWhereTheyShould_data();
    void sentencesEndWhereTheyShould();
    void unitsBySentencesAreWholeSentences();
    void unitsJoinedAreTheText_data() { seeds(); }
    void unitsJoinedAreTheText();
    void textsAreCutAlikeAsSoonAsOneIsLong();
    void differenceReadsAsExpected_data();
    void differenceReadsAsExpected();
    void piecesJoinedAreBothTexts_data() { seeds(); }
    void piecesJoinedAreBothTexts();
    void neighbouringPiecesAreOfDifferentKinds_data() { seeds(); }
    void neighbouringPiecesAreOfDifferentKinds();
    void nothingMoreIsReplacedThanNecessary_data() { seeds(); }
    void nothingMoreIsReplacedThanNecessary();
    void anUnchangedUnitStandsBetweenChanges_data() { seeds(); }
    void anUnchangedUnitStandsBetweenChanges();
    void textsWithThousandsOfDifferencesStillJoin();
    void longTextsAreComparedBySentences();
    void tooManyUnitsAreOneChange();
};

void TestWordDiff::textIsCutIntoUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("units");
    const QString halfCharacter = QString(QChar(0xd840)) + u'a';
    QTest::newRow("nothing") << u""_s << QStringList{};
    QTest::newRow("one word") << u"review"_s << QStringList{u"review"_s};
    QTest::newRow("words keep the blanks after them")
        << u"The  team\n\nmet."_s << QStringList{u"The  "_s, u"team\n\n"_s, u"met."_s};
    QTest::newRow("blanks before the first word are a unit") << u"\n a"_s << QStringList{u"\n "_s, u"a"_s};
    QTest::newRow("only blanks") << u" \t"_s << QStringList{u" \t"_s};
    QTest::newRow("no-break space is a blank") << u"10\u00a0%"_s << QStringList{u"10\u00a0"_s, u"%"_s};
    QTest::newRow("Chinese by characters")
        << u"审查 组。"_s << QStringList{u"审"_s, u"查 "_s, u"组"_s, u"。"_s};
    QTest::newRow("ideographic space is a blank") << u"审\u3000查"_s << QStringList{u"审\u3000"_s, u"查"_s};
    QTest::newRow("Chinese next to Latin")
        << u"对ICANN的 SSR"_s << QStringList{u"对"_s, u"ICANN"_s, u"的 "_s, u"SSR"_s};
    QTest::newRow("kana") << u"レビュ"_s << QStringList{u"レ"_s, u"ビ"_s, u"ュ"_s};
    QTest::newRow("Korean by words") << u"검토 팀"_s << QStringList{u"검토 "_s, u"팀"_s};
    QTest::newRow("Arabic by words") << u"فريق المراجعة"_s << QStringList{u"فريق "_s, u"المراجعة"_s};
    QTest::newRow("compatibility ideograph") << u"a\uf900b"_s << QStringList{u"a"_s, u"\uf900"_s, u"b"_s};
    QTest::newRow("ideograph of two code units") << u"𠀀𠀁"_s << QStringList{u"𠀀"_s, u"𠀁"_s};
    QTest::newRow("variation selector stays with its ideograph")
        << u"葛\U000E0100城"_s << QStringList{u"葛\U000E0100"_s, u"城"_s};
    QTest::newRow("emoji is no ideograph") << u"ok😀ok"_s << QStringList{u"ok😀ok"_s};
    QTest::newRow("half a surrogate pair") << halfCharacter << QStringList{halfCharacter};
}

void TestWordDiff::textIsCutIntoUnits()
{
    QFETCH(QString, text);
    QTEST(textUnits(text), "units");
}

void TestWordDiff::sentencesEndWhereTheyShould_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<bool>("ends");
    QTest::newRow("full stop") << u"met."_s << true;
    QTest::newRow("full stop and blanks") << u"met. \n"_s << true;
    QTest::newRow("exclamation mark") << u"Stop! "_s << true;
    QTest::newRow("question mark") << u"Why? "_s << true;
    QTest::newRow("Chinese full stop") << u"。"_s << true;
    QTest::newRow("Chinese exclamation mark") << u"！"_s << true;
    QTest::newRow("Chinese question mark") << u"？"_s << true;
    QTest::newRow("closing quotation mark") << u"met.” "_s << true;
    QTest::newRow("closing brackets") << u"met.)] "_s << true;
    QTest::newRow("empty line") << u"Background\n\n"_s << true;
    QTest::newRow("only an empty line") << u"\n\n"_s << true;
    QTest::newRow("one line feed") << u"Background\n"_s << false;
    QTest::newRow("comma") << u"met, "_s << false;
    QTest::newRow("number with a dot inside") << u"7.4 "_s << false;
    QTest::newRow("only a bracket") << u") "_s << false;
    QTest::newRow("nothing") << u""_s << false;
}

void TestWordDiff::sentencesEndWhereTheyShould()
{
    QFETCH(QString, unit);
    QTEST(endsSentence(unit), "ends");
}

void TestWordDiff::unitsBySentencesAreWholeSentences()
{
    const QStringList sentences{u"It is. "_s, u"Why? "_s, u"Title\n\n"_s, u"好。"_s, u"And so"_s};
    QCOMPARE(textUnits(sentences.join(QString()), TextGrain::Sentences), sentences);
}

void TestWordDiff::unitsJoinedAreTheText()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 200; ++i) {
        QString text = randomText(random, 30);
        for (int strange = int(random() % 3); strange > 0; --strange)
            text.insert(qsizetype(random() % size_t(text.size() + 1)), QChar(char16_t(random() % 0x10000)));
        QCOMPARE(textUnits(text).join(QString()), text);
        QCOMPARE(textUnits(text, TextGrain::Sentences).join(QString()), text);
        QVERIFY(!textUnits(text).contains(QString()));
    }
}

void TestWordDiff::textsAreCutAlikeAsSoonAsOneIsLong()
{
    const QString atLimit = u"word. "_s.repeated(20000);
    QCOMPARE(cutTogether({u"One two. Three"_s, atLimit}).grain, TextGrain::Words);
    const CutTexts cut = cutTogether({u"One two. Three"_s, atLimit + u"more"_s});
    QCOMPARE(cut.grain, TextGrain::Sentences);
    QCOMPARE(cut.mostWords, 20001);
    QCOMPARE(cut.units.at(0), (QStringList{u"One two. "_s, u"Three"_s}));
}

void TestWordDiff::differenceReadsAsExpected_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both empty") << u""_s << u""_s << u""_s;
    QTest::newRow("same") << u"As it was."_s << u"As it was."_s << u"As it was."_s;
    QTest::newRow("all new") << u""_s << u"New text"_s << u"{+New text+}"_s;
    QTest::newRow("all gone") << u"Old text"_s << u""_s << u"[-Old text-]"_s;
    QTest::newRow("nothing in common") << u"Old text"_s << u"new words"_s << u"[-Old text-]{+new words+}"_s;
    QTest::newRow("word replaced") << u"within 40 days of"_s << u"within 60 days of"_s
                                   << u"within [-40 -]{+60 +}days of"_s;
    QTest::newRow("word dropped") << u"should not act"_s << u"should act"_s << u"should [-not -]act"_s;
    QTest::newRow("one Chinese character")
        << u"审查小组报告"_s << u"审查大组报告"_s << u"审查[-小-]{+大+}组报告"_s;
    QTest::newRow("added sentence begins like the next")
        << u"One. The end is near."_s << u"One. The start was far. The end is near."_s
        << u"One. {+The start was far. +}The end is near."_s;
    QTest::newRow("deleted sentence begins like the next")
        << u"One. The start was far. The end is near."_s << u"One. The end is near."_s
        << u"One. [-The start was far. -]The end is near."_s;
    QTest::newRow("added first sentence begins like the next")
        << u"The end is near."_s << u"The start was far. The end is near."_s
        << u"{+The start was far. +}The end is near."_s;
    QTest::newRow("added paragraph") << u"A b.\n\nE f."_s << u"A b.\n\nC d.\n\nE f."_s
                                     << u"A b.\n\n{+C d.\n\n+}E f."_s;
}

void TestWordDiff::differenceReadsAsExpected()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(shown(wordDiff(before, after)), "expected");
}

void TestWordDiff::piecesJoinedAreBothTexts()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 300; ++i) {
        const QString before = randomText(random, 25);
        const QString after = randomText(random, 25);
        const QList<DiffPiece> pieces = wordDiff(before, after);
        QCOMPARE(joinedWithout(DiffPiece::Inserted, pieces), before);
        QCOMPARE(joinedWithout(DiffPiece::Deleted, pieces), after);
    }
}

void TestWordDiff::neighbouringPiecesAreOfDifferentKinds()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 300; ++i) {
        DiffPiece previous{DiffPiece::Same, {}};
        bool first = true;
        for (const DiffPiece &piece : wordDiff(randomText(random, 25), randomText(random, 25))) {
            QVERIFY(!piece.text.isEmpty());
            QVERIFY(first || piece.kind != previous.kind);
            QVERIFY(previous.kind != DiffPiece::Inserted || piece.kind == DiffPiece::Same);
            previous = piece;
            first = false;
        }
    }
}

void TestWordDiff::nothingMoreIsReplacedThanNecessary()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 200; ++i) {
        const QStringList before = textUnits(randomText(random, 25));
        const QStringList after = textUnits(randomText(random, 25));
        qsizetype kept = before.size();
        for (const UnitChange &change : unitChanges(before, after))
            kept -= change.to - change.from;
        QCOMPARE(int(kept), longestCommon(before, after));
    }
}

void TestWordDiff::anUnchangedUnitStandsBetweenChanges()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 300; ++i) {
        const QStringList before = textUnits(randomText(random, 25));
        const QStringList after = textUnits(randomText(random, 25));
        UnitChange previous{-1, -1, -1, -1};
        for (const UnitChange &change : unitChanges(before, after)) {
            QVERIFY(change.from > previous.to && change.newFrom > previous.newTo);
            QCOMPARE(change.from - previous.to, change.newFrom - previous.newTo);
            QVERIFY(change.from < change.to || change.newFrom < change.newTo);
            previous = change;
        }
        QVERIFY(previous.to <= before.size() && previous.newTo <= after.size());
    }
}

void TestWordDiff::textsWithThousandsOfDifferencesStillJoin()
{
    // So many differences that dtl continues in a second run.
    std::mt19937 random(5);
    const auto noise = [&](int words) {
        QString text;
        while (words-- > 0)
            text += QString::number(random() % 400) + u' ';
        return text;
    };
    const QString before = noise(9000);
    const QString after = noise(6000);
    const QList<DiffPiece> pieces = wordDiff(before, after);
    QCOMPARE(joinedWithout(DiffPiece::Inserted, pieces), before);
    QCOMPARE(joinedWithout(DiffPiece::Deleted, pieces), after);
}

void TestWordDiff::longTextsAreComparedBySentences()
{
    const QString filler = u"Five words are in this. "_s.repeated(5000);
    QCOMPARE(shown(wordDiff(u"It may rain. "_s + filler, u"It will rain. "_s + filler)),
             u"[-It may rain. -]{+It will rain. +}"_s + filler);
}

void TestWordDiff::tooManyUnitsAreOneChange()
{
    const auto units = [](const QString &second, qsizetype same, const QString &lastButOne) {
        return QStringList{u"a"_s, second} + QStringList(same, u"m"_s) + QStringList{lastButOne, u"z"_s};
    };
    QCOMPARE(unitChanges(units(u"x"_s, 19998, u"x"_s), units(u"y"_s, 19998, u"y"_s)),
             (QList<UnitChange>{{1, 2, 1, 2}, {20000, 20001, 20000, 20001}}));
    QCOMPARE(unitChanges(units(u"x"_s, 19999, u"x"_s), units(u"y"_s, 19999, u"y"_s)),
             (QList<UnitChange>{{1, 20002, 1, 20002}}));
}

PLUMBLINE_TEST(TestWordDiff)
} // namespace worddiff_test

#include "tst_worddiff.moc"
