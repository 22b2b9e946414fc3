// A dictionary of nine words, in an encoding other than UTF-8, stands in tests/data/spelling.

#include "core/spelling/speller.h"

#include "tests/core/base/must.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace speller_test {

class TestSpeller : public QObject
{
    Q_OBJECT

private slots:
    void knowsWords_data();
    void knowsWords();
    void suggests();
    void refusesWhatCannotBeRead();
};

static Dictionary tiny()
{
    return installedDictionaries({QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/spelling")}).first();
}

void TestSpeller::knowsWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("right");
    QTest::newRow("a word") << u"review"_s << true;
    QTest::newRow("at the beginning of a sentence") << u"Review"_s << true;
    QTest::newRow("another form") << u"timelines"_s << true;
    QTest::newRow("a slip") << u"tiemline"_s << false;
    QTest::newRow("a typewriter's apostrophe") << u"don't"_s << true;
    QTest::newRow("a printer's apostrophe") << u"don’t"_s << true;
    QTest::newRow("an accent in the dictionary's encoding") << u"café"_s << true;
    QTest::newRow("an accent set by itself") << u"cafe\u0301"_s << true;
    QTest::newRow("without its accent") << u"cafe"_s << false;
    QTest::newRow("letters it does not have") << u"Совет"_s << true;
    QTest::newRow("longer than any word") << u"a"_s.repeated(100000) << false;
}

void TestSpeller::knowsWords()
{
    QFETCH(QString, word);
    const auto speller = must(Speller::load(tiny()));
    QTEST(speller->isRight(word), "right");
    QTEST(speller->isRight(word), "right"); // Asked again.
}

void TestSpeller::suggests()
{
    const auto speller = must(Speller::load(tiny()));
    QCOMPARE(speller->suggestions(u"tiemline"_s).value(0), u"timeline"_s);
    QVERIFY(speller->suggestions(u"cafe"_s).contains(u"café"_s));
    QVERIFY(speller->suggestions(u"dont’"_s).contains(u"don’t"_s));
    QVERIFY(speller->suggestions(u"Совет"_s).isEmpty());
}

void TestSpeller::refusesWhatCannotBeRead()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    Dictionary dictionary{u"xx"_s, folder.filePath(u"xx.aff"_s), folder.filePath(u"xx.dic"_s)};
    const auto missing = Speller::load(dictionary);
    QVERIFY(!missing);
    QCOMPARE(missing.error().sentence,
             u"The dictionary “xx” cannot be read; spelling is not checked. Choose another one."_s);
    write(u"xx.aff"_s, "SET KLINGON-1\n");
    write(u"xx.dic"_s, "1\nword\n");
    const auto encoding = Speller::load(dictionary);
    QVERIFY(!encoding);
    QVERIFY(encoding.error().sentence.contains(u"encoding"_s));
    // Damaged, as long as it does no harm: it knows no words.
    write(u"xx.aff"_s, "SET UTF-8\nSFX A Y 300\nSFX\nREP 5\nFLAG num\n");
    write(u"xx.dic"_s, QByteArray("-7\n\0\xff\xfe/\n/////\n", 16));
    const auto damaged = Speller::load(dictionary);
    if (damaged)
        QVERIFY(!(*damaged)->isRight(u"word"_s));
}

PLUMBLINE_TEST(TestSpeller)

} // namespace speller_test

#include "tst_speller.moc"
