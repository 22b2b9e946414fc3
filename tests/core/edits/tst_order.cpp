#include "core/edits/order.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QRandomGenerator>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace order_test {

class TestOrder : public QObject
{
    Q_OBJECT

private slots:
    void movesOneRecordOnly();
    void recordsWithoutAPlaceGetOneWhenTheyMust();
    void equalNeighboursGiveWayToTheRight();
    void anyMovesGiveTheOrderAListWouldHave();
    void longKeysAreMadeAnew();
    void putsBelowAndUndoes();
    void nothingLiesBelowItself();
    void recommendationsOfTwoGroupsAreNotInOneList();
    void twoPeopleInsertingAtOnePlaceAgree();
};

static QStringList titles(const Desk &desk)
{
    QStringList all;
    for (const Record *record : desk.review().list(Kind::Milestone))
        all += static_cast<const Milestone *>(record)->title;
    return all;
}

static RecordId titled(const Desk &desk, const QString &title)
{
    for (const Record *record : desk.review().list(Kind::Milestone)) {
        if (static_cast<const Milestone *>(record)->title == title)
            return record->id;
    }
    return {};
}

static void add(Desk &desk, const QStringList &names)
{
    for (const QString &name : names)
        desk.apply(R"({"create":"milestone","set":{"title":")" + name.toUtf8() + R"("}})");
}

static QString orderOf(const Desk &desk, const QString &title)
{
    return desk.review().find(titled(desk, title))->place.order;
}

/// How many places a move writes.
static qsizetype put(Desk &desk, const QString &title, const QString &neighbour, Side side)
{
    const auto changes = must(arrange(desk.session->context(), titled(desk, title), titled(desk, neighbour), side));
    must(desk.session->commit(changes));
    return changes.edits.size();
}

void TestOrder::movesOneRecordOnly()
{
    Desk desk;
    add(desk, {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    put(desk, u"d"_s, u"a"_s, Side::Before); // Now all have places or need none.
    QCOMPARE(titles(desk), QStringList({u"d"_s, u"a"_s, u"b"_s, u"c"_s}));
    put(desk, u"a"_s, u"c"_s, Side::After);
    QCOMPARE(titles(desk), QStringList({u"d"_s, u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(put(desk, u"a"_s, u"b"_s, Side::Before), 1);
    QCOMPARE(titles(desk), QStringList({u"d"_s, u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(put(desk, u"d"_s, u"b"_s, Side::After), 1);
    QCOMPARE(titles(desk), QStringList({u"a"_s, u"b"_s, u"d"_s, u"c"_s}));
}

void TestOrder::recordsWithoutAPlaceGetOneWhenTheyMust()
{
    Desk desk;
    add(desk, {u"a"_s, u"b"_s, u"c"_s});
    for (const QString &title : titles(desk))
        QVERIFY(orderOf(desk, title).isEmpty());
    QCOMPARE(put(desk, u"a"_s, u"b"_s, Side::After), 2); // c as well, or it would stand before.
    QCOMPARE(titles(desk), QStringList({u"b"_s, u"a"_s, u"c"_s}));
    QVERIFY(orderOf(desk, u"b"_s).isEmpty());
}

void TestOrder::equalNeighboursGiveWayToTheRight()
{
    Desk desk;
    add(desk, {u"a"_s, u"b"_s, u"c"_s, u"x"_s});
    ChangeSet changes(desk.review(), Cause::Edit);
    for (const auto &[title, order] : {std::pair{u"a"_s, u"a1V1"_s}, {u"b"_s, u"a1V1"_s}, {u"c"_s, u"a2V1"_s}, {u"x"_s, u"a3V1"_s}})
        changes.set(Kind::Milestone, titled(desk, title), "~place", toValue(Place{{}, order}));
    must(desk.session->commit(changes));
    QCOMPARE(put(desk, u"x"_s, u"b"_s, Side::Before), 2);
    QCOMPARE(titles(desk), QStringList({u"a"_s, u"x"_s, u"b"_s, u"c"_s}));
    QCOMPARE(orderOf(desk, u"a"_s), u"a1V1"_s);
    QCOMPARE(orderOf(desk, u"c"_s), u"a2V1"_s);
}

void TestOrder::anyMovesGiveTheOrderAListWouldHave()
{
    Desk desk;
    QStringList expected;
    for (int i = 0; i < 12; ++i)
        expected += u"m%1"_s.arg(i);
    add(desk, expected);
    QRandomGenerator random(4);
    for (int i = 0; i < 80; ++i) {
        const QString moved = expected.at(random.bounded(12));
        const QString beside = expected.at(random.bounded(12));
        if (moved == beside)
            continue;
        const bool after = random.bounded(2) == 1;
        put(desk, moved, beside, after ? Side::After : Side::Before);
        expected.removeOne(moved);
        expected.insert(expected.indexOf(beside) + (after ? 1 : 0), moved);
        QCOMPARE(titles(desk), expected);
    }
}

void TestOrder::longKeysAreMadeAnew()
{
    Desk desk;
    add(desk, {u"a"_s, u"b"_s, u"c"_s});
    qsizetype most = 0;
    qsizetype longest = 0;
    for (int i = 0; i < 260; ++i) { // Always between the first and the second: keys grow.
        most = std::max(most, put(desk, titles(desk).at(2), titles(desk).at(0), Side::After));
        longest = std::max(longest, orderOf(desk, titles(desk).at(1)).size());
    }
    QCOMPARE(most, 3);
    QVERIFY2(longest > 20 && longest <= 40, qPrintable(QString::number(longest)));
}

void TestOrder::putsBelowAndUndoes()
{
    Desk desk;
    add(desk, {u"a"_s, u"b"_s, u"c"_s});
    put(desk, u"b"_s, u"a"_s, Side::Below);
    put(desk, u"c"_s, u"a"_s, Side::Below);
    const auto parentOf = [&](const QString &title) { return desk.review().parentOf(*desk.review().find(titled(desk, title))); };
    QCOMPARE(parentOf(u"b"_s), titled(desk, u"a"_s));
    QCOMPARE(titles(desk), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    put(desk, u"c"_s, u"b"_s, Side::Before);
    QVERIFY(areSiblings(desk.review(), titled(desk, u"b"_s), titled(desk, u"c"_s)));
    QVERIFY(!areSiblings(desk.review(), titled(desk, u"b"_s), titled(desk, u"a"_s)));
    must(desk.session->undo());
    must(desk.session->undo());
    QVERIFY(parentOf(u"c"_s).isNull());
}

void TestOrder::nothingLiesBelowItself()
{
    Desk desk;
    add(desk, {u"a"_s, u"b"_s});
    put(desk, u"b"_s, u"a"_s, Side::Below);
    for (const Side side : {Side::Before, Side::Below}) {
        const auto refused = arrange(desk.session->context(), titled(desk, u"a"_s), titled(desk, u"b"_s), side);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
    }
    QVERIFY(!arrange(desk.session->context(), titled(desk, u"a"_s), titled(desk, u"a"_s), Side::After));
    QVERIFY(!arrange(desk.session->context(), RecordId(QUuid::createUuid()), titled(desk, u"a"_s), Side::After));
}

void TestOrder::recommendationsOfTwoGroupsAreNotInOneList()
{
    Desk desk;
    desk.apply(R"([{"create":"recommendationgroup","as":"g","set":{"title":"One"}},)"
               R"({"create":"recommendationgroup","as":"h","set":{"title":"Two"}},)"
               R"({"create":"recommendation","as":"r","set":{"title":"R","group":"g"}},)"
               R"({"create":"recommendation","as":"s","set":{"title":"S","group":"h"}}])");
    QVERIFY(!areSiblings(desk.review(), desk.script.named(u"r"_s), desk.script.named(u"s"_s)));
    QCOMPARE(desk.refusal(R"({"do":"arrange","args":{"record":"r","after":"s"}})").code, ErrorCode::Refused);
    QCOMPARE(desk.refusal(R"({"do":"arrange","args":{"record":"r"}})").code, ErrorCode::BadInput);
    QCOMPARE(desk.refusal(R"({"do":"arrange","args":{"record":"r","after":"s","before":"s"}})").code, ErrorCode::BadInput);
}

void TestOrder::twoPeopleInsertingAtOnePlaceAgree()
{
    Desk ada;
    add(ada, {u"a"_s, u"b"_s, u"x"_s, u"y"_s});
    put(ada, u"x"_s, u"b"_s, Side::After);
    put(ada, u"y"_s, u"x"_s, Side::After);
    Desk ben(ada, "Ben");
    put(ada, u"x"_s, u"a"_s, Side::After);
    put(ben, u"y"_s, u"a"_s, Side::After);
    ada.takeFrom(ben);
    ben.takeFrom(ada);
    QCOMPARE(titles(ada), titles(ben));
    QCOMPARE(titles(ada).first(), u"a"_s);
    QCOMPARE(titles(ada).last(), u"b"_s);
}

PLUMBLINE_TEST(TestOrder)
} // namespace order_test

#include "tst_order.moc"
