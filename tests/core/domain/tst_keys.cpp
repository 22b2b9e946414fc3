#include "core/domain/keys.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace keys_test {

class TestKeys : public QObject
{
    Q_OBJECT

private slots:
    void takesKeysApart_data();
    void takesKeysApart();
    void ordersAsPeopleCount_data();
    void ordersAsPeopleCount();
    void theOrderIsAnOrder();
    void stemsFollowTheKindAndTheSubTeam();
    void numbersHaveTheirWidth();
    void everyKindsNumberedKeyCanBeTakenApart();
    void tailsAreBase32AndNeverShared();
};

void TestKeys::takesKeysApart_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("stem");
    QTest::addColumn<int>("number");
    QTest::newRow("milestone") << u"M-012"_s << u"M-"_s << 12;
    QTest::newRow("of a sub-team") << u"R-S2-04"_s << u"R-S2-"_s << 4;
    QTest::newRow("sub-team") << u"S5"_s << u"S"_s << 5;
    QTest::newRow("no number") << u"M-"_s << u"M-"_s << 0;
    QTest::newRow("empty") << QString() << QString() << 0;
    QTest::newRow("only digits") << u"42"_s << QString() << 42;
    QTest::newRow("too long a number") << u"M-12345678901"_s << u"M-12"_s << 345678901;
    QTest::newRow("digits of another script") << u"M-\u0663"_s << u"M-\u0663"_s << 0;
}

void TestKeys::takesKeysApart()
{
    QFETCH(QString, key);
    const KeyParts parts = splitKey(key);
    QTEST(parts.stem, "stem");
    QTEST(parts.number, "number");
}

void TestKeys::ordersAsPeopleCount_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("numbers") << u"M-9"_s << u"M-10"_s;
    QTest::newRow("inner numbers") << u"R-S2-04"_s << u"R-S10-01"_s;
    QTest::newRow("same sub-team") << u"R-S2-04"_s << u"R-S2-10"_s;
    QTest::newRow("a prefix") << u"M"_s << u"M-1"_s;
    QTest::newRow("letters") << u"M-99"_s << u"R-1"_s;
    QTest::newRow("alike as numbers") << u"M-01"_s << u"M-1"_s;
    QTest::newRow("printed numbers") << u"9.2"_s << u"10.1"_s;
    QTest::newRow("full team before sub-teams") << u"M-001"_s << u"M-S1-01"_s;
}

void TestKeys::ordersAsPeopleCount()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QVERIFY(keyLess(first, second));
    QVERIFY(!keyLess(second, first));
    QVERIFY(!keyLess(first, first));
}

void TestKeys::theOrderIsAnOrder()
{
    // Keys may come from any file, so every string must have its one place, or sorting would break.
    QRandomGenerator random(7);
    const QString letters = u"0123456789-~SR.\u0663\uFF15é"_s;
    QStringList keys;
    for (int i = 0; i < 90; ++i) {
        QString key;
        for (int length = random.bounded(5); length >= 0; --length)
            key += letters.at(random.bounded(int(letters.size())));
        keys += key;
    }
    keys += u"99999999999999999999999999"_s;
    for (const QString &a : keys) {
        for (const QString &b : keys) {
            QCOMPARE(keyLess(a, b) || keyLess(b, a), a != b);
            QVERIFY(!(keyLess(a, b) && keyLess(b, a)));
            for (const QString &c : keys) {
                if (keyLess(a, b) && keyLess(b, c))
                    QVERIFY2(keyLess(a, c), qPrintable(a + u' ' + b + u' ' + c));
            }
        }
    }
}

void TestKeys::stemsFollowTheKindAndTheSubTeam()
{
    QCOMPARE(keyStem(Kind::Milestone, {}), u"M-"_s);
    QCOMPARE(keyStem(Kind::Milestone, u"S5"_s), u"M-S5-"_s);
    QCOMPARE(keyStem(Kind::Recommendation, u"S2"_s), u"R-S2-"_s);
    QCOMPARE(keyStem(Kind::SubTeam, {}), u"S"_s);
    QCOMPARE(keyStem(Kind::SubTeam, u"S5"_s), u"S"_s);
    QCOMPARE(keyStem(Kind::Link, {}), QString());
    QCOMPARE(keyStem(Kind::BaselineItem, u"S5"_s), QString());
}

void TestKeys::numbersHaveTheirWidth()
{
    QCOMPARE(numberedKey(u"M-"_s, 7), u"M-007"_s);
    QCOMPARE(numberedKey(u"M-"_s, 1234), u"M-1234"_s);
    QCOMPARE(numberedKey(u"R-S2-"_s, 4), u"R-S2-04"_s);
    QCOMPARE(numberedKey(u"R-S2-"_s, 104), u"R-S2-104"_s);
    QCOMPARE(numberedKey(u"S"_s, 5), u"S5"_s);
}

void TestKeys::everyKindsNumberedKeyCanBeTakenApart()
{
    QSet<QString> stems;
    for (const Kind kind : allKinds()) {
        for (const QString &team : {QString(), u"S12"_s}) {
            const QString stem = keyStem(kind, team);
            if (stem.isEmpty())
                continue;
            for (const int number : {1, 9, 10, 99, 100, 1000, 99999999}) {
                const KeyParts parts = splitKey(numberedKey(stem, number));
                QCOMPARE(parts.stem, stem);
                QCOMPARE(parts.number, number);
            }
            if ((kind == Kind::SubTeam || kind == Kind::ClosedGroup) && !team.isEmpty())
                continue; // Sub-teams and closed groups have one stem.
            QVERIFY2(!stems.contains(stem), qPrintable(stem));
            stems += stem;
        }
    }
}

void TestKeys::tailsAreBase32AndNeverShared()
{
    const QString null = idTail(QUuid());
    QCOMPARE(null, QString(26, u'0'));
    QCOMPARE(idTail(QUuid(u"{ffffffff-ffff-ffff-ffff-ffffffffffff}"_s)), QString(25, u'z') + u'w');
    QSet<QString> tails;
    for (uchar last = 0; last < 255; ++last) // Ids that differ in their last bits only.
        tails += idTail(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, last));
    QCOMPARE(tails.size(), 255);
    for (const QString &tail : std::as_const(tails)) {
        QCOMPARE(tail.size(), 26);
        QVERIFY(std::none_of(tail.cbegin(), tail.cend(), [](QChar c) { return u"ilou~"_s.contains(c); }));
    }
}

PLUMBLINE_TEST(TestKeys)
} // namespace keys_test

#include "tst_keys.moc"
