#include "tests/app/cli/clirunner.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace spelling_test {

/// The dictionary of nine words in tests/data/spelling; whatever else is installed here does not matter.
class TestSpellingVerb : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesPlaceWordAndSuggestions();
    void saysNothingWhereAllIsKnown();
    void anUnknownDictionaryIsRefused();

private:
    Ran spelling(const QStringList &more = {})
    {
        return m_computer.run(QStringList{u"spelling"_s, u"r.plumb"_s, u"--dictionary"_s, u"tiny"_s} + more);
    }
    Computer m_computer;
};

void TestSpellingVerb::initTestCase()
{
    qputenv("DICPATH", PLUMBLINE_SOURCE_DIR "/tests/data/spelling");
    EXPECT_CODE(0, m_computer.run({u"new"_s, u"r.plumb"_s, u"--title"_s, u"The review"_s}));
}

void TestSpellingVerb::saysNothingWhereAllIsKnown()
{
    m_computer.copy(u"r.plumb"_s, u"kept.plumb"_s);
    const Ran before = spelling({u"--json"_s});
    EXPECT_CODE(
        0, m_computer.apply(u"r.plumb"_s, R"({"create":"milestone","set":{"title":"The shared timeline"}})"));
    QCOMPARE(spelling({u"--json"_s}).array(), before.array());
}

void TestSpellingVerb::namesPlaceWordAndSuggestions()
{
    const qsizetype before = spelling({u"--json"_s}).array().size();
    EXPECT_CODE(0,
                m_computer.apply(u"r.plumb"_s, R"({"create":"milestone","set":{"title":"The tiemline"}})"));
    const Ran ran = spelling();
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("  title  tiemline  (timeline"), ran.told());
    const QJsonArray found = spelling({u"--json"_s}).array();
    QCOMPARE(found.size(), before + 1);
    const auto ours = std::find_if(found.begin(), found.end(),
                                   [](const QJsonValue &one) { return one[u"word"_s] == u"tiemline"_s; });
    QVERIFY(ours != found.end());
    QVERIFY((*ours)[u"record"_s].toString().startsWith(u"M-"_s));
    QCOMPARE((*ours)[u"suggestions"_s][0].toString(), u"timeline"_s);
    EXPECT_CODE(0, m_computer.run({u"undo"_s, u"r.plumb"_s}));
}

void TestSpellingVerb::anUnknownDictionaryIsRefused()
{
    const Ran ran = m_computer.run({u"spelling"_s, u"r.plumb"_s, u"--dictionary"_s, u"klingon"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains("There is no dictionary “klingon” here. There are:"), ran.told());
}

PLUMBLINE_TEST(TestSpellingVerb)

} // namespace spelling_test

#include "tst_spelling.moc"
