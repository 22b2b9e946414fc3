#include "core/base/cbor.h"
#include "core/base/value.h"
#include "tests/testprogram.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace value_test {

class TestValue : public QObject
{
    Q_OBJECT

private slots:
    void eachKindKnowsItself();
    void accessorsOfAnotherKindAreEmpty();
    void yesAndNoAreOneAndZero();
    void emptyTextIsNotNothing();
    void textAndBytesOfTheSameBytesDiffer();
    void arraysCompareByTheirItems();
    void textKeepsItsBytesUnnormalised();
    void cleanTextReadsAsExpected_data();
    void cleanTextReadsAsExpected();
    void cleanTextIsFitForTheLog_data();
    void cleanTextIsFitForTheLog();
};

void TestValue::eachKindKnowsItself()
{
    const auto kinds = [](const Value &value) {
        return QList<bool>{value.isNull(), value.isNumber(), value.isText(), value.isBytes(),
                           value.isArray()};
    };
    QCOMPARE(kinds(Value()), (QList<bool>{true, false, false, false, false}));
    QCOMPARE(kinds(Value(qint64(7))), (QList<bool>{false, true, false, false, false}));
    QCOMPARE(kinds(Value(u"seven"_s)), (QList<bool>{false, false, true, false, false}));
    QCOMPARE(kinds(Value::bytes("\x07")), (QList<bool>{false, false, false, true, false}));
    QCOMPARE(kinds(Value(Value::Array{7})), (QList<bool>{false, false, false, false, true}));
}

void TestValue::accessorsOfAnotherKindAreEmpty()
{
    const Value text(u"12"_s);
    QCOMPARE(text.number(), 0);
    QVERIFY(text.rawBytes().isEmpty());
    QVERIFY(text.array().isEmpty());
    const Value number(12);
    QVERIFY(number.toText().isEmpty());
    QVERIFY(number.utf8().isEmpty());
}

void TestValue::yesAndNoAreOneAndZero()
{
    QCOMPARE(Value(true), Value(1));
    QCOMPARE(Value(false), Value(0));
}

void TestValue::emptyTextIsNotNothing()
{
    QVERIFY(!(Value(u""_s) == Value()));
    QVERIFY(!(Value(Value::Array{}) == Value()));
}

void TestValue::textAndBytesOfTheSameBytesDiffer()
{
    QVERIFY(!(Value::text("a") == Value::bytes("a")));
    QCOMPARE(Value::text("a"), Value(u"a"_s));
}

void TestValue::arraysCompareByTheirItems()
{
    QCOMPARE(Value(Value::Array{1, Value::Array{u"a"_s}}), Value(Value::Array{1, Value::Array{u"a"_s}}));
    QVERIFY(!(Value(Value::Array{1, 2}) == Value(Value::Array{2, 1})));
}

void TestValue::textKeepsItsBytesUnnormalised()
{
    const QString composed = u"\u00e9"_s;
    const QString decomposed = u"e\u0301"_s;
    QCOMPARE(Value(decomposed).utf8(), QByteArray("e\xcc\x81"));
    QCOMPARE(Value(decomposed).toText(), decomposed);
    QVERIFY(!(Value(composed) == Value(decomposed)));
}

void TestValue::cleanTextReadsAsExpected_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("clean");
    const QChar replacement(QChar::ReplacementCharacter);
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("plain") << u" as typed "_s << u" as typed "_s;
    QTest::newRow("tab and line feed stay") << u"a\tb\nc"_s << u"a\tb\nc"_s;
    QTest::newRow("CR LF") << u"a\r\nb\r\n"_s << u"a\nb\n"_s;
    QTest::newRow("lone CR") << u"a\rb\r"_s << u"a\nb\n"_s;
    QTest::newRow("CR CR LF") << u"a\r\r\nb"_s << u"a\n\nb"_s;
    QTest::newRow("byte order mark in front") << u"\ufeffa"_s << u"a"_s;
    QTest::newRow("byte order mark inside") << u"a\ufeffb"_s << u"ab"_s;
    QTest::newRow("control characters") << u"a\u0001\u0008\u000b\u001f\u007fb"_s << u"ab"_s;
    QTest::newRow("NUL") << QString(u'a') + QChar(0) + u'b' << u"ab"_s;
    QTest::newRow("decomposed stays so") << u"e\u0301"_s << u"e\u0301"_s;
    QTest::newRow("compatibility ideograph stays so") << u"\uf900"_s << u"\uf900"_s;
    QTest::newRow("two code units") << u"a\U0001F600b"_s << u"a\U0001F600b"_s;
    QTest::newRow("first half of a character")
        << QString(u'a') + QChar(0xd83d) << QString(u'a') + replacement;
    QTest::newRow("second half of a character")
        << QChar(0xde00) + QString(u'a') << replacement + QString(u'a');
    QTest::newRow("halves in the wrong order")
        << QString(QChar(0xde00)) + QChar(0xd83d) << QString(replacement) + replacement;
}

void TestValue::cleanTextReadsAsExpected()
{
    QFETCH(QString, typed);
    QTEST(cleanText(typed), "clean");
}

void TestValue::cleanTextIsFitForTheLog_data()
{
    QTest::addColumn<uint>("seed");
    for (const uint seed : {1u, 2u, 3u, 0xdecafu})
        QTest::addRow("seed %u", seed) << seed;
}

void TestValue::cleanTextIsFitForTheLog()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    static constexpr char16_t likely[] = {u'\r', u'\n', 0, 0x1f, 0x7f, 0xfeff, 0xd83d, 0xde00, u'a', 0x00e9};
    for (int i = 0; i < 1000; ++i) {
        QString typed;
        for (uint left = random() % 20; left > 0; --left)
            typed +=
                QChar(random() % 2 ? likely[random() % std::size(likely)] : char16_t(random() % 0x10000));
        const QString clean = cleanText(typed);
        QVERIFY(isCleanUtf8(clean.toUtf8()));
        QCOMPARE(cleanText(clean), clean);
        QCOMPARE(Value(clean).toText(), clean);
    }
}

PLUMBLINE_TEST(TestValue)
} // namespace value_test

#include "tst_value.moc"
