#include "core/domain/ordering.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>
#include <QSet>
#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace ordering_test {

class TestOrdering : public QObject
{
    Q_OBJECT

private slots:
    void randomInsertionsKeepTheOrder();
    void appendingStaysShort();
    void insertingAtTheFrontKeepsTheOrder();
    void insertingAtOnePlaceKeepsTheOrder();
    void appendingToAnyKeyKeepsTheOrder();
    void equalNeighboursGiveAKey();
    void twoPeopleRarelyTie();
};

static bool isBetween(const QString &before, const QString &key, const QString &after)
{
    return before.toUtf8() < key.toUtf8() && (after.isEmpty() || key.toUtf8() < after.toUtf8());
}

void TestOrdering::randomInsertionsKeepTheOrder()
{
    QRandomGenerator random(1);
    QStringList keys;
    qsizetype longest = 0;
    for (int i = 0; i < 10'000; ++i) {
        const qsizetype at = random.bounded(int(keys.size()) + 1);
        const QString before = at > 0 ? keys.at(at - 1) : QString();
        const QString after = at < keys.size() ? keys.at(at) : QString();
        const QString key = orderBetween(before, after, random.generate());
        QVERIFY2(isBetween(before, key, after), qPrintable(before + u' ' + key + u' ' + after));
        keys.insert(at, key);
        longest = std::max(longest, key.size());
    }
    QVERIFY(std::is_sorted(keys.cbegin(), keys.cend(),
                           [](const QString &a, const QString &b) { return a.toUtf8() < b.toUtf8(); }));
    QVERIFY2(longest <= 40, qPrintable(QString::number(longest)));
}

void TestOrdering::appendingStaysShort()
{
    QRandomGenerator random(2);
    QString last;
    for (int i = 0; i < 100'000; ++i) {
        const QString key = orderBetween(last, {}, random.generate());
        QVERIFY(isBetween(last, key, {}));
        last = key;
    }
    QVERIFY2(last.size() <= 6, qPrintable(last)); // A head of four and two random digits.
}

void TestOrdering::insertingAtTheFrontKeepsTheOrder()
{
    QRandomGenerator random(3);
    QString first;
    for (int i = 0; i < 1000; ++i) {
        const QString key = orderBetween({}, first, random.generate());
        QVERIFY(isBetween({}, key, first));
        first = key;
    }
}

void TestOrdering::insertingAtOnePlaceKeepsTheOrder()
{
    QRandomGenerator random(4);
    for (const bool below : {true, false}) {
        QString before = orderBetween({}, {}, random.generate());
        QString after = orderBetween(before, {}, random.generate());
        for (int i = 0; i < 1000; ++i) {
            const QString key = orderBetween(before, after, random.generate());
            QVERIFY(isBetween(before, key, after));
            (below ? after : before) = key;
        }
    }
}

void TestOrdering::appendingToAnyKeyKeepsTheOrder()
{
    QRandomGenerator random(5);
    const QString digits = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"_s;
    for (int i = 0; i < 20'000; ++i) { // Also keys no version of ours would make.
        QString before;
        for (int length = random.bounded(8); length >= 0; --length)
            before += random.bounded(3) == 0 ? u'z' : digits.at(random.bounded(62));
        const QString key = orderBetween(before, {}, random.generate());
        QVERIFY2(isBetween(before, key, {}), qPrintable(before + u' ' + key));
    }
}

void TestOrdering::equalNeighboursGiveAKey()
{
    // Nothing fits between equal keys; the call must still end, and ties are ordered by id.
    QVERIFY(!orderBetween(u"a0V1"_s, u"a0V1"_s, 1).isEmpty());
    QVERIFY(!orderBetween(u"a0V2"_s, u"a0V1"_s, 1).isEmpty());
}

void TestOrdering::twoPeopleRarelyTie()
{
    QRandomGenerator random(6);
    QSet<QString> keys;
    for (int i = 0; i < 20; ++i)
        keys += orderBetween(u"a0V1"_s, u"a1V1"_s, random.generate());
    QVERIFY(keys.size() >= 18);
}

PLUMBLINE_TEST(TestOrdering)
} // namespace ordering_test

#include "tst_ordering.moc"
