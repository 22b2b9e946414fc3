#include "core/base/textmerge.h"
#include "tests/testprogram.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace textmerge_test {

/// A sentence of a few words that occur nowhere else, as @p serial is different each time.
static QString freshSentence(std::mt19937 &random, int &serial)
{
    QString sentence;
    for (uint left = 1 + random() % 6; left > 0; --left)
        sentence += u"word%1 "_s.arg(++serial);
    sentence += u"end%1"_s.arg(++serial);
    return sentence + QStringList{u". "_s, u"? "_s, u".\n\n"_s, u"。"_s}.at(qsizetype(random() % 4));
}

/// Changes one word of @p sentence but its last.
static QString withOtherWord(const QString &sentence, int &serial)
{
    QStringList units = textUnits(sentence);
    units[0] = u"other%1 "_s.arg(++serial);
    return units.join(QString());
}

/// A text of few different words, so that changes meet each other by chance.
static QString crowdedText(std::mt19937 &random, uint most)
{
    static const QStringList words{u"the "_s,  u"team "_s, u"not "_s, u"acts. "_s,
                                   u"Why? "_s, u"审"_s,    u"。"_s,   u"b\n\n"_s};
    QString text;
    for (uint left = random() % (most + 1); left > 0; --left)
        text += words.at(qsizetype(random() % size_t(words.size())));
    return text;
}

/// @p text after a few small edits: words dropped, doubled, new, moved.
static QString edited(std::mt19937 &random, const QString &text)
{
    QStringList units = textUnits(text);
    for (uint left = 1 + random() % 3; left > 0; --left) {
        const auto place = [&] { return qsizetype(random() % size_t(units.size() + 1)); };
        const qsizetype at = place();
        switch (random() % 4) {
        case 0:
            units.remove(qMin(at, units.size()), qMin(qsizetype(random() % 4), units.size() - at));
            break;
        case 1:
            units.insert(at, u"new%1 "_s.arg(random() % 10));
            break;
        case 2:
            if (at < units.size())
                units[at] = u"changed. "_s;
            break;
        default:
            const QStringList moved = units.mid(at, 4);
            units.remove(at, moved.size());
            const qsizetype to = place();
            units = units.mid(0, to) + moved + units.mid(to);
        }
    }
    return units.join(QString());
}

class TestTextMerge : public QObject
{
    Q_OBJECT

    static void seeds()
    {
        QTest::addColumn<uint>("seed");
        for (const uint seed : {1u, 2u, 3u, 20200124u, 0xdecafu, 0xffffffffu})
            QTest::addRow("seed %u", seed) << seed;
    }

private slots:
    void changesThatKeepApartMergeCleanly_data();
    void changesThatKeepApartMergeCleanly();
    void changesThatMeetAreNotClean_data();
    void changesThatMeetAreNotClean();
    void proposalReadsAsExpected_data();
    void proposalReadsAsExpected();
    void oneSidedChangeIsTheMerge_data() { seeds(); }
    void oneSidedChangeIsTheMerge();
    void sameChangeOnBothSidesIsTheMerge_data() { seeds(); }
    void sameChangeOnBothSidesIsTheMerge();
    void swappingTheSidesChangesNothing_data() { seeds(); }
    void swappingTheSidesChangesNothing();
    void changesInDifferentSentencesAreBothInTheMerge_data() { seeds(); }
    void changesInDifferentSentencesAreBothInTheMerge();
    void changesInOneSentenceAreNeverClean_data() { seeds(); }
    void changesInOneSentenceAreNeverClean();
    void proposalHoldsTheNewWordsOfBoth_data() { seeds(); }
    void proposalHoldsTheNewWordsOfBoth();
    void cleanMergeHoldsNoWordNobodyWrote_data() { seeds(); }
    void cleanMergeHoldsNoWordNobodyWrote();
    void longTextsMergeBySentences();
    void movingASentenceOfALongTextThatTheOtherDeletedIsNotClean();
    void aTextOverTheLimitIsNotClean();
    void aTextOverTheLimitChangedByOneIsTheMerge();
};

void TestTextMerge::changesThatKeepApartMergeCleanly_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("merged");
    QTest::newRow("two sentences") << u"It may rain. The team met. We agreed."_s
                                   << u"It will rain. The team met. We agreed."_s
                                   << u"It may rain. The team met. We all agreed."_s
                                   << u"It will rain. The team met. We all agreed."_s;
    QTest::newRow("two Chinese sentences") << u"小组开会。报告完成。"_s << u"大组开会。报告完成。"_s
                                           << u"小组开会。报告已完成。"_s << u"大组开会。报告已完成。"_s;
    QTest::newRow("new paragraph and a changed one")
        << u"First.\n\nSecond one.\n\nThird one."_s << u"First.\n\nNew.\n\nSecond one.\n\nThird one."_s
        << u"First.\n\nSecond one.\n\nThird two."_s << u"First.\n\nNew.\n\nSecond one.\n\nThird two."_s;
    QTest::newRow("new sentence before one whose end changed, beginning alike")
        << u"Yes. The end is near."_s << u"Yes. The start was far. The end is near."_s
        << u"Yes. The end is here."_s << u"Yes. The start was far. The end is here."_s;
    QTest::newRow("new sentence after one whose beginning changed")
        << u"It may rain. Really."_s << u"It may rain. Or snow. Really."_s << u"It will rain. Really."_s
        << u"It will rain. Or snow. Really."_s;
    QTest::newRow("same change, and another elsewhere in that sentence by one")
        << u"It may rain on the last day."_s << u"It will rain on the last day."_s
        << u"It will rain on the first day."_s << u"It will rain on the first day."_s;
    QTest::newRow("both deleted the same sentence, one changed another")
        << u"Keep me. Drop me now. Change me."_s << u"Keep me. Change me."_s << u"Keep me. Change it."_s
        << u"Keep me. Change it."_s;
    QTest::newRow("two units deleted by one are written elsewhere by the other")
        << u"We met in Kobe. One. Two. Three."_s << u"We met. One. Two. Three."_s
        << u"We met in Kobe. One. Two. Also in Kobe. Three."_s << u"We met. One. Two. Also in Kobe. Three."_s;
    QTest::newRow("paragraph moved by both to the same place")
        << u"Move this one.\n\nStay here.\n\nAnd end.\n\n"_s
        << u"Stay here.\n\nMove this one.\n\nAnd end.\n\n"_s
        << u"Stay here.\n\nMove this one.\n\nAnd finish.\n\n"_s
        << u"Stay here.\n\nMove this one.\n\nAnd finish.\n\n"_s;
}

void TestTextMerge::changesThatKeepApartMergeCleanly()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    const TextMerge merge = mergeTexts(base, mine, theirs);
    QTEST(merge.proposal, "merged");
    QVERIFY(merge.clean);
    QTEST(mergeTexts(base, theirs, mine).proposal, "merged");
    QVERIFY(mergeTexts(base, theirs, mine).clean);
}

void TestTextMerge::changesThatMeetAreNotClean_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    const QString paragraphs =
        u"The registry should publish it.\n\nThe team met in Kobe twice.\n\nNothing else was said there.\n\n"_s;
    QTest::newRow("same word") << u"in 40 days"_s << u"in 50 days"_s << u"in 60 days"_s;
    QTest::newRow("one drops not, the other extends the sentence")
        << u"The Board should not act on it. More."_s << u"The Board should act on it. More."_s
        << u"The Board should not act on it, as the team said. More."_s;
    QTest::newRow("one drops not, the other extends the sentence at the end of the text")
        << u"The Board should not act on it"_s << u"The Board should act on it"_s
        << u"The Board should not act on it before 2020"_s;
    QTest::newRow("one drops not, the other extends the sentence to the front")
        << u"Yes. The Board should not act on it."_s << u"Yes. The Board should act on it."_s
        << u"Yes. After all, The Board should not act on it."_s;
    QTest::newRow("one drops not in Chinese") << u"董事会不应采取行动。完。"_s << u"董事会应采取行动。完。"_s
                                              << u"董事会不应采取行动或措施。完。"_s;
    QTest::newRow("one moves a paragraph down, the other deletes it")
        << paragraphs
        << u"The team met in Kobe twice.\n\nNothing else was said there.\n\nThe registry should publish it.\n\n"_s
        << u"The team met in Kobe twice.\n\nNothing else was said there.\n\n"_s;
    QTest::newRow("one moves a paragraph up, the other deletes it")
        << paragraphs
        << u"Nothing else was said there.\n\nThe registry should publish it.\n\nThe team met in Kobe twice.\n\n"_s
        << u"The registry should publish it.\n\nThe team met in Kobe twice.\n\n"_s;
    QTest::newRow("one moves a paragraph to the end without its empty line, the other deletes it")
        << u"The registry should publish it.\n\nShort.\n\nNothing else was said there by anybody at all."_s
        << u"Short.\n\nNothing else was said there by anybody at all.\n\nThe registry should publish it."_s
        << u"Short.\n\nNothing else was said there by anybody at all."_s;
    QTest::newRow(
        "one moves a paragraph of three words to the end without its empty line, the other deletes it")
        << u"Publish it now.\n\nShort.\n\nNothing else was said."_s
        << u"Short.\n\nNothing else was said.\n\nPublish it now."_s << u"Short.\n\nNothing else was said."_s;
    QTest::newRow("one moves a paragraph and mends it, the other deletes it")
        << paragraphs
        << u"The team met in Kobe twice.\n\nNothing else was said there.\n\nThe registries should publish it.\n\n"_s
        << u"The team met in Kobe twice.\n\nNothing else was said there.\n\n"_s;
    QTest::newRow("both move a paragraph to different places")
        << u"Here we go now. One. Two. Three. Four."_s << u"One. Two. Here we go now. Three. Four."_s
        << u"One. Two. Three. Here we go now. Four."_s;
    QTest::newRow("one deletes what the other edits")
        << u"Keep. It may rain. End."_s << u"Keep. End."_s << u"Keep. It will rain. End."_s;
    QTest::newRow("one deletes the last word, the other replaces it")
        << u"a b c"_s << u"a b "_s << u"a b d"_s;
    QTest::newRow("both insert in the same place")
        << u"One. Four."_s << u"One. Two. Four."_s << u"One. Three. Four."_s;
    QTest::newRow("both append") << u"One."_s << u"One. Two."_s << u"One. Three."_s;
    QTest::newRow("both write into an empty text") << u""_s << u"One."_s << u"Two."_s;
    QTest::newRow("changes touch across the end of a sentence")
        << u"One two. Three four."_s << u"One zwei. Three four."_s << u"One two. Drei four."_s;
    QTest::newRow("one runs two sentences together, the other edits the second")
        << u"It may rain. Then we all meet inside."_s << u"It may rain then we all meet inside."_s
        << u"It may rain. Then we all meet outside."_s;
    QTest::newRow("one drops the end of a sentence, the other edits the next")
        << u"It may rain today. Then we all meet inside."_s << u"It may rain Then we all meet inside."_s
        << u"It may rain today. Then we all meet outside."_s;
    QTest::newRow("one empties the text, the other edits it") << u"One. Two."_s << u""_s << u"One. Three."_s;
}

void TestTextMerge::changesThatMeetAreNotClean()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QVERIFY(!mergeTexts(base, mine, theirs).clean);
    QVERIFY(!mergeTexts(base, theirs, mine).clean);
}

void TestTextMerge::proposalReadsAsExpected_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("proposal");
    QTest::newRow("same word, mine first")
        << u"in 40 days"_s << u"in 50 days"_s << u"in 60 days"_s << u"in 50 60 days"_s;
    QTest::newRow("both edits of a sentence")
        << u"should not act on it."_s << u"should act on it."_s << u"should not act on all of it."_s
        << u"should act on all of it."_s;
    QTest::newRow("both append") << u"One."_s << u"One. Two."_s << u"One. Three."_s << u"One. Two. Three."_s;
    QTest::newRow("both append to a list")
        << u"One"_s << u"One\nTwo"_s << u"One\nThree"_s << u"One\nTwo Three"_s;
    QTest::newRow("edited and deleted")
        << u"It may rain. End."_s << u"It will rain. End."_s << u"End."_s << u"will End."_s;
    QTest::newRow("deleted and edited")
        << u"It may rain. End."_s << u"End."_s << u"It will rain. End."_s << u"will End."_s;
}

void TestTextMerge::proposalReadsAsExpected()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    const TextMerge merge = mergeTexts(base, mine, theirs);
    QVERIFY(!merge.clean);
    QTEST(merge.proposal, "proposal");
}

void TestTextMerge::oneSidedChangeIsTheMerge()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 300; ++i) {
        const QString base = crowdedText(random, 20);
        const QString other = random() % 2 ? edited(random, base) : crowdedText(random, 20);
        for (const TextMerge &merge : {mergeTexts(base, other, base), mergeTexts(base, base, other)}) {
            QVERIFY(merge.clean);
            QCOMPARE(merge.proposal, other);
        }
    }
}

void TestTextMerge::sameChangeOnBothSidesIsTheMerge()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 300; ++i) {
        const QString base = crowdedText(random, 20);
        const QString other = edited(random, base);
        QVERIFY(mergeTexts(base, other, other).clean);
        QCOMPARE(mergeTexts(base, other, other).proposal, other);
    }
}

void TestTextMerge::swappingTheSidesChangesNothing()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    int clean = 0;
    for (int i = 0; i < 2000; ++i) {
        const QString base = crowdedText(random, 40);
        const QString mine = edited(random, base);
        const QString theirs = edited(random, base);
        const TextMerge merge = mergeTexts(base, mine, theirs);
        const TextMerge swapped = mergeTexts(base, theirs, mine);
        QCOMPARE(swapped.clean, merge.clean);
        if (merge.clean) {
            QCOMPARE(swapped.proposal, merge.proposal);
            ++clean;
        }
    }
    QVERIFY2(clean > 200 && clean < 1800, "The texts must meet both verdicts, or the test shows nothing.");
}

void TestTextMerge::changesInDifferentSentencesAreBothInTheMerge()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    int serial = 0;
    for (int i = 0; i < 200; ++i) {
        QString base;
        QString mine;
        QString theirs;
        QString both;
        // A sentence that nobody touches stands between any two that are treated.
        for (uint left = 1 + random() % 8; left > 0; --left) {
            const QString sentence = freshSentence(random, serial);
            const uint treatment = random() % 3;
            const QString now = treatment == 0   ? withOtherWord(sentence, serial)
                                : treatment == 1 ? QString()
                                                 : freshSentence(random, serial) + sentence;
            const bool treatedByMine = random() % 2;
            const QString rest = freshSentence(random, serial);
            base += sentence + rest;
            mine += (treatedByMine ? now : sentence) + rest;
            theirs += (treatedByMine ? sentence : now) + rest;
            both += now + rest;
        }
        const TextMerge merge = mergeTexts(base, mine, theirs);
        QCOMPARE(merge.proposal, both);
        QVERIFY(merge.clean);
    }
}

void TestTextMerge::changesInOneSentenceAreNeverClean()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    int serial = 0;
    for (int i = 0; i < 300; ++i) {
        QStringList words;
        for (uint left = 2 + random() % 10; left > 0; --left)
            words += u"word%1 "_s.arg(++serial);
        const auto treated = [&] {
            QStringList now = words;
            const qsizetype at = qsizetype(random() % size_t(now.size()));
            if (random() % 2)
                now[at] = u"other%1 "_s.arg(++serial);
            else
                now.insert(at, u"new%1 "_s.arg(++serial));
            return now.join(QString());
        };
        const QString before = freshSentence(random, serial);
        const QString after = u"end. "_s + freshSentence(random, serial);
        const QString mine = before + treated() + after;
        const QString theirs = before + treated() + after;
        QVERIFY(!mergeTexts(before + words.join(QString()) + after, mine, theirs).clean);
    }
}

void TestTextMerge::proposalHoldsTheNewWordsOfBoth()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 500; ++i) {
        const QString base = crowdedText(random, 20);
        const QString mine = edited(random, base);
        const QString theirs = edited(random, base);
        QStringList words;
        for (const QString &unit : textUnits(mergeTexts(base, mine, theirs).proposal))
            words += unit.trimmed();
        for (const QString &side : {mine, theirs}) {
            const QStringList units = textUnits(side);
            for (const UnitChange &change : unitChanges(textUnits(base), units)) {
                for (qsizetype word = change.newFrom; word < change.newTo; ++word)
                    QVERIFY(words.contains(units.at(word).trimmed()));
            }
        }
    }
}

void TestTextMerge::cleanMergeHoldsNoWordNobodyWrote()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 500; ++i) {
        const QString base = crowdedText(random, 40);
        const QString mine = edited(random, base);
        const QString theirs = edited(random, base);
        const TextMerge merge = mergeTexts(base, mine, theirs);
        if (!merge.clean)
            continue;
        const QStringList written = textUnits(mine) + textUnits(theirs);
        for (const QString &unit : textUnits(merge.proposal))
            QVERIFY(written.contains(unit));
    }
}

void TestTextMerge::longTextsMergeBySentences()
{
    QString filler;
    for (int i = 0; i < 5000; ++i)
        filler += u"Sentence %1 has five words. "_s.arg(i);
    const TextMerge merge = mergeTexts(u"It may rain. "_s + filler + u"It may snow."_s,
                                       u"It will rain. "_s + filler + u"It may snow."_s,
                                       u"It may rain. "_s + filler + u"It will snow."_s);
    QVERIFY(merge.clean);
    QCOMPARE(merge.proposal, u"It will rain. "_s + filler + u"It will snow."_s);
    QVERIFY(
        !mergeTexts(u"It may rain. "_s + filler, u"It will rain. "_s + filler, u"It may snow. "_s + filler)
             .clean);
}

void TestTextMerge::movingASentenceOfALongTextThatTheOtherDeletedIsNotClean()
{
    QString filler;
    for (int i = 0; i < 5000; ++i)
        filler += u"Sentence %1 has five words. "_s.arg(i);
    const QString sentence = u"This one moves. "_s;
    QVERIFY(!mergeTexts(u"First. "_s + sentence + filler + u"Last. "_s,
                        u"First. "_s + filler + sentence + u"Last. "_s, u"First. "_s + filler + u"Last. "_s)
                 .clean);
}

void TestTextMerge::aTextOverTheLimitIsNotClean()
{
    const auto text = [](int fillers, const QString &first, const QString &last) {
        return first + u" "_s + u"filler "_s.repeated(fillers - 1) + u"filler. "_s + last;
    };
    const QString one = u"One."_s;
    const QString two = u"Two."_s;
    // With the first and the last word, 59,998 fillers make 60,000 units.
    QVERIFY(mergeTexts(text(59998, one, one), text(59998, two, one), text(59998, one, two)).clean);
    const TextMerge merge = mergeTexts(text(59999, one, one), text(59999, two, one), text(59999, one, two));
    QVERIFY(!merge.clean);
    QCOMPARE(merge.proposal, text(59999, two, two));
}

void TestTextMerge::aTextOverTheLimitChangedByOneIsTheMerge()
{
    const QString base = u"word "_s.repeated(60001);
    const TextMerge merge = mergeTexts(base, base + u"more"_s, base);
    QVERIFY(merge.clean);
    QCOMPARE(merge.proposal, base + u"more"_s);
}

PLUMBLINE_TEST(TestTextMerge)
} // namespace textmerge_test

#include "tst_textmerge.moc"
