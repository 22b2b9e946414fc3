#include "core/base/json.h"
#include "tests/testprogram.h"

#include <QTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace json_test {

/// Whatever stands at the first place of the JSON array @p text.
static QJsonValue parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreWrittenAsExpected_data();
    void valuesAreWrittenAsExpected();
    void writtenValuesAreReadBack_data();
    void writtenValuesAreReadBack();
    void yesAndNoAreReadAsOneAndZero();
    void textIsCleanedOnReading();
    void whatIsNoValueIsRefused_data();
    void whatIsNoValueIsRefused();
    void nothingAtAllIsNull();
    void largestNumbersAreExact();
    void linesHaveSortedKeysAndNoLineFeed();
    void lineOfTextIsEscaped();
};

static void addValues()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("null") << Value() << QByteArray("null");
    QTest::newRow("zero") << Value(0) << QByteArray("0");
    QTest::newRow("negative") << Value(-40) << QByteArray("-40");
    QTest::newRow("largest number") << Value(qint64(9007199254740992)) << QByteArray("9007199254740992");
    QTest::newRow("smallest number") << Value(qint64(-9007199254740992)) << QByteArray("-9007199254740992");
    QTest::newRow("empty text") << Value(u""_s) << QByteArray("\"\"");
    QTest::newRow("text") << Value(u"水\n\"x\""_s) << QByteArray("\"水\\n\\\"x\\\"\"");
    QTest::newRow("text that looks like a number") << Value(u"2.5"_s) << QByteArray("\"2.5\"");
    QTest::newRow("bytes") << Value::bytes(QByteArray("\x00\xff\x10", 3))
                           << QByteArray("{\"bytes\":\"AP8Q\"}");
    QTest::newRow("no bytes") << Value::bytes({}) << QByteArray("{\"bytes\":\"\"}");
    QTest::newRow("empty array") << Value(Value::Array{}) << QByteArray("[]");
    QTest::newRow("arrays in an array")
        << Value(Value::Array{1, Value(), Value::Array{u"a"_s, Value::bytes("b")}})
        << QByteArray("[1,null,[\"a\",{\"bytes\":\"Yg==\"}]]");
}

void TestJson::valuesAreWrittenAsExpected_data()
{
    addValues();
}

void TestJson::valuesAreWrittenAsExpected()
{
    QFETCH(Value, value);
    QTEST(jsonLine(toJson(value)), "json");
}

void TestJson::writtenValuesAreReadBack_data()
{
    addValues();
}

void TestJson::writtenValuesAreReadBack()
{
    QFETCH(QByteArray, json);
    const auto value = fromJson(parsed(json));
    QVERIFY(value);
    QTEST(*value, "value");
}

void TestJson::yesAndNoAreReadAsOneAndZero()
{
    QCOMPARE(*fromJson(parsed("true")), Value(1));
    QCOMPARE(*fromJson(parsed("false")), Value(0));
}

void TestJson::textIsCleanedOnReading()
{
    QCOMPARE(*fromJson(parsed("\"\\ufeffa\\r\\nb\\u0000\"")), Value(u"a\nb"_s));
    QCOMPARE(*fromJson(parsed("[\"a\\r\"]")), Value(Value::Array{u"a\n"_s}));
}

void TestJson::whatIsNoValueIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("fraction") << QByteArray("2.5");
    QTest::newRow("fraction in an array") << QByteArray("[1,[2.5]]");
    QTest::newRow("first number that a reader with doubles would change") << QByteArray("9007199254740993");
    QTest::newRow("the same below zero") << QByteArray("-9007199254740993");
    QTest::newRow("largest number of 64 bits") << QByteArray("9223372036854775807");
    QTest::newRow("far too large") << QByteArray("1e300");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("other object") << QByteArray("{\"text\":\"a\"}");
    QTest::newRow("object with more than bytes") << QByteArray("{\"bytes\":\"Yg==\",\"name\":\"b\"}");
    QTest::newRow("bytes as a number") << QByteArray("{\"bytes\":5}");
    QTest::newRow("bytes as null") << QByteArray("{\"bytes\":null}");
    QTest::newRow("bytes that are not base64") << QByteArray("{\"bytes\":\"!!!!\"}");
    QTest::newRow("bytes that are not ASCII") << QByteArray("{\"bytes\":\"水水水水\"}");
}

void TestJson::whatIsNoValueIsRefused()
{
    QFETCH(QByteArray, json);
    const auto value = fromJson(parsed(json));
    QVERIFY(!value);
    QCOMPARE(value.error().code, ErrorCode::BadInput);
    QVERIFY(!value.error().sentence.isEmpty());
}

void TestJson::nothingAtAllIsNull()
{
    QCOMPARE(*fromJson(QJsonValue(QJsonValue::Undefined)), Value());
}

void TestJson::largestNumbersAreExact()
{
    const qint64 most = std::numeric_limits<qint64>::max();
    QCOMPARE(jsonLine(toJson(Value(most))), QByteArray("9223372036854775807"));
    QCOMPARE(jsonLine(toJson(Value(-most - 1))), QByteArray("-9223372036854775808"));
}

void TestJson::linesHaveSortedKeysAndNoLineFeed()
{
    const QJsonObject object{{u"b"_s, 1},
                             {u"a"_s, QJsonObject{{u"d"_s, u"x\ny"_s}, {u"c"_s, QJsonValue::Null}}}};
    QCOMPARE(jsonLine(object), QByteArray("{\"a\":{\"c\":null,\"d\":\"x\\ny\"},\"b\":1}"));
}

void TestJson::lineOfTextIsEscaped()
{
    QCOMPARE(jsonLine(u"[\"]"_s), QByteArray("\"[\\\"]\""));
}

PLUMBLINE_TEST(TestJson)
} // namespace json_test

#include "tst_json.moc"
