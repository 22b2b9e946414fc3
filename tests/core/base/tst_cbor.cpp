#include "core/base/cbor.h"
#include "tests/testprogram.h"

#include <QTest>

#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace cbor_test {

static QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

/// Depth that no example reaches.
static constexpr int Deep = 16;

static Value randomValue(std::mt19937 &random, int depth)
{
    switch (random() % (depth > 0 ? 5 : 4)) {
    case 0:
        return {};
    case 1: {
        const quint64 bits = (quint64(random()) << 32 | random()) >> (random() % 64);
        return Value(qint64(bits));
    }
    case 2:
        return Value(
            cleanText(QString(qsizetype(random() % 300), QChar(char16_t(0x20 + random() % 0x9000)))));
    case 3:
        return Value::bytes(QByteArray(qsizetype(random() % 300), char(random() % 256)));
    default: {
        Value::Array items;
        for (uint left = random() % 30; left > 0; --left)
            items += randomValue(random, depth - 1);
        return items;
    }
    }
}

class TestCbor : public QObject
{
    Q_OBJECT

    static void seeds()
    {
        QTest::addColumn<uint>("seed");
        for (const uint seed : {1u, 2u, 3u, 8949u})
            QTest::addRow("seed %u", seed) << seed;
    }
    static void maps();

private slots:
    void examplesOfTheStandardAreWritten_data();
    void examplesOfTheStandardAreWritten();
    void examplesOfTheStandardAreRead_data() { examplesOfTheStandardAreWritten_data(); }
    void examplesOfTheStandardAreRead();
    void largestUnsignedNumberIsReadAndWritten();
    void numbersBeyondTheSignedRangeAreNoValues();
    void whatTheFormatLacksIsRefused_data();
    void whatTheFormatLacksIsRefused();
    void longerFormsThanNecessaryAreRefused_data();
    void longerFormsThanNecessaryAreRefused();
    void textThatIsNotCleanIsRefused_data();
    void textThatIsNotCleanIsRefused();
    void cleanTextOfAllLengthsOfUtf8IsAccepted();
    void everyCutOffInputIsRefused_data() { examplesOfTheStandardAreWritten_data(); }
    void everyCutOffInputIsRefused();
    void bytesAfterTheValueAreRefused();
    void countsBeyondTheInputAreRefused_data();
    void countsBeyondTheInputAreRefused();
    void arraysDeeperThanAllowedAreRefused();
    void errorIsOneOfADamagedFile();
    void valuesAreReadBack_data() { seeds(); }
    void valuesAreReadBack();
    void whatIsReadIsWrittenWithTheSameBytes_data() { seeds(); }
    void whatIsReadIsWrittenWithTheSameBytes();
    void mapsOfTheStandardArePassedOver_data() { maps(); }
    void mapsOfTheStandardArePassedOver();
    void cutOffMapsAreNotPassedOver_data() { maps(); }
    void cutOffMapsAreNotPassedOver();
    void mapsOutOfOrderAreNotPassedOver_data();
    void mapsOutOfOrderAreNotPassedOver();
    void mapsAreNoValues_data() { maps(); }
    void mapsAreNoValues();
    void passingOverStopsAtTheDepth();
    void readerReadsAStructureItemByItem();
    void readerStopsForGoodAtTheFirstFault();
    void digestsAreThoseOfBlake2b_data();
    void digestsAreThoseOfBlake2b();
};

// RFC 8949, appendix A: the rows of our subset.
void TestCbor::examplesOfTheStandardAreWritten_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("encoded");
    const auto row = [](const char *name, const Value &value, const char *digits) {
        QTest::newRow(name) << value << hex(digits);
    };
    row("0", 0, "00");
    row("1", 1, "01");
    row("10", 10, "0a");
    row("23", 23, "17");
    row("24", 24, "1818");
    row("25", 25, "1819");
    row("100", 100, "1864");
    row("1000", 1000, "1903e8");
    row("1000000", 1000000, "1a000f4240");
    row("1000000000000", qint64(1000000000000), "1b000000e8d4a51000");
    row("-1", -1, "20");
    row("-10", -10, "29");
    row("-100", -100, "3863");
    row("-1000", -1000, "3903e7");
    row("null", {}, "f6");
    row("h''", Value::bytes({}), "40");
    row("h'01020304'", Value::bytes(hex("01020304")), "4401020304");
    row("\"\"", u""_s, "60");
    row("\"a\"", u"a"_s, "6161");
    row("\"IETF\"", u"IETF"_s, "6449455446");
    row("quote and backslash", u"\"\\"_s, "62225c");
    row("u umlaut", u"\u00fc"_s, "62c3bc");
    row("water", u"\u6c34"_s, "63e6b0b4");
    row("beyond the first plane", u"\U00010151"_s, "64f0908591");
    row("[]", Value::Array{}, "80");
    row("[1, 2, 3]", Value::Array{1, 2, 3}, "83010203");
    row("[1, [2, 3], [4, 5]]", Value::Array{1, Value::Array{2, 3}, Value::Array{4, 5}}, "8301820203820405");
    Value::Array upTo25;
    for (int i = 1; i <= 25; ++i)
        upTo25 += i;
    row("[1 to 25]", upTo25, "98190102030405060708090a0b0c0d0e0f101112131415161718181819");
    // The ends of each length and of the range follow from section 3.1; the table has none of them.
    row("255", 255, "18ff");
    row("256", 256, "190100");
    row("65535", 65535, "19ffff");
    row("65536", 65536, "1a00010000");
    row("2^32 - 1", qint64(4294967295), "1affffffff");
    row("2^32", qint64(4294967296), "1b0000000100000000");
    row("2^63 - 1", std::numeric_limits<qint64>::max(), "1b7fffffffffffffff");
    row("-2^63", std::numeric_limits<qint64>::min(), "3b7fffffffffffffff");
}

void TestCbor::examplesOfTheStandardAreWritten()
{
    QFETCH(Value, value);
    QTEST(cbor::encode(value), "encoded");
}

void TestCbor::examplesOfTheStandardAreRead()
{
    QFETCH(QByteArray, encoded);
    const auto value = cbor::decode(encoded);
    QVERIFY(value);
    QTEST(*value, "value");
}

void TestCbor::largestUnsignedNumberIsReadAndWritten()
{
    // RFC 8949, appendix A: 18446744073709551615.
    const QByteArray encoded = hex("1bffffffffffffffff");
    cbor::Reader reader(encoded);
    QCOMPARE(reader.readUnsigned(), std::numeric_limits<quint64>::max());
    QVERIFY(reader.ok() && reader.atEnd());
    QByteArray written;
    cbor::unsignedNumber(written, std::numeric_limits<quint64>::max());
    QCOMPARE(written, encoded);
}

void TestCbor::numbersBeyondTheSignedRangeAreNoValues()
{
    QVERIFY(!cbor::decode(hex("1b8000000000000000")));
    QVERIFY(!cbor::decode(hex("3b8000000000000000")));
    QVERIFY(!cbor::decode(hex("3bffffffffffffffff")));
}

void TestCbor::whatTheFormatLacksIsRefused_data()
{
    QTest::addColumn<QByteArray>("encoded");
    // RFC 8949, appendix A: rows outside our subset.
    QTest::newRow("false") << hex("f4");
    QTest::newRow("true") << hex("f5");
    QTest::newRow("undefined") << hex("f7");
    QTest::newRow("simple(16)") << hex("f0");
    QTest::newRow("simple(255)") << hex("f8ff");
    QTest::newRow("0.0") << hex("f90000");
    QTest::newRow("1.0") << hex("f93c00");
    QTest::newRow("100000.0") << hex("fa47c35000");
    QTest::newRow("1.1") << hex("fb3ff199999999999a");
    QTest::newRow("Infinity") << hex("f97c00");
    QTest::newRow("NaN") << hex("f97e00");
    QTest::newRow("date and time") << hex("c074323031332d30332d32315432303a30343a30305a");
    QTest::newRow("seconds since 1970") << hex("c11a514b67b0");
    QTest::newRow("big number") << hex("c249010000000000000000");
    QTest::newRow("tagged bytes") << hex("d74401020304");
    QTest::newRow("bytes of indefinite length") << hex("5f42010243030405ff");
    QTest::newRow("text of indefinite length") << hex("7f657374726561646d696e67ff");
    QTest::newRow("array of indefinite length") << hex("9fff");
    QTest::newRow("arrays of both lengths") << hex("83018202039f0405ff");
    QTest::newRow("map of indefinite length") << hex("bf61610161629f0203ffff");
    // Reserved lengths (section 3) and a break outside of anything.
    QTest::newRow("length 28") << hex("1c");
    QTest::newRow("length 29") << hex("5d");
    QTest::newRow("length 30") << hex("7e");
    QTest::newRow("number of indefinite length") << hex("1f");
    QTest::newRow("break") << hex("ff");
    QTest::newRow("nothing") << QByteArray();
}

void TestCbor::whatTheFormatLacksIsRefused()
{
    QFETCH(QByteArray, encoded);
    QVERIFY(!cbor::decode(encoded, Deep));
    cbor::Reader reader(encoded);
    QVERIFY(reader.skip(Deep).isEmpty());
    QVERIFY(!reader.ok());
}

void TestCbor::longerFormsThanNecessaryAreRefused_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("0 in two bytes") << hex("1800");
    QTest::newRow("23 in two bytes") << hex("1817");
    QTest::newRow("255 in three bytes") << hex("1900ff");
    QTest::newRow("65535 in five bytes") << hex("1a0000ffff");
    QTest::newRow("2^32 - 1 in nine bytes") << hex("1b00000000ffffffff");
    QTest::newRow("-1 in two bytes") << hex("3800");
    QTest::newRow("-256 in three bytes") << hex("3900ff");
    QTest::newRow("bytes with a long length") << hex("580101");
    QTest::newRow("text with a long length") << hex("780161");
    QTest::newRow("array with a long length") << hex("980101");
    QTest::newRow("within an array") << hex("82011817");
    QTest::newRow("null as a simple value in two bytes") << hex("f816");
}

void TestCbor::longerFormsThanNecessaryAreRefused()
{
    QFETCH(QByteArray, encoded);
    QVERIFY(!cbor::decode(encoded));
    cbor::Reader reader(encoded);
    reader.skip(Deep);
    QVERIFY(!reader.ok());
}

void TestCbor::textThatIsNotCleanIsRefused_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::newRow("NUL") << hex("00");
    QTest::newRow("unit separator") << hex("1f");
    QTest::newRow("carriage return") << hex("610d0a");
    QTest::newRow("delete") << hex("7f");
    QTest::newRow("byte order mark") << hex("efbbbf61");
    QTest::newRow("continuation alone") << hex("80");
    QTest::newRow("cut-off character") << hex("e6b0");
    QTest::newRow("cut-off character, then a letter") << hex("e6b061");
    QTest::newRow("overlong slash") << hex("c0af");
    QTest::newRow("overlong slash in three bytes") << hex("e080af");
    QTest::newRow("overlong NUL") << hex("c080");
    QTest::newRow("surrogate") << hex("eda080");
    QTest::newRow("surrogate pair") << hex("eda081edb080");
    QTest::newRow("beyond Unicode") << hex("f4908080");
    QTest::newRow("byte FE") << hex("fe");
}

void TestCbor::textThatIsNotCleanIsRefused()
{
    QFETCH(QByteArray, utf8);
    QVERIFY(!isCleanUtf8(utf8));
    QByteArray encoded;
    cbor::text(encoded, utf8);
    QVERIFY(!cbor::decode(encoded));
}

void TestCbor::cleanTextOfAllLengthsOfUtf8IsAccepted()
{
    QVERIFY(isCleanUtf8({}));
    QVERIFY(isCleanUtf8("a\tb\n"));
    QVERIFY(isCleanUtf8(hex("c280dfbf")));           // U+0080, U+07FF.
    QVERIFY(isCleanUtf8(hex("e0a080efbfbdefa480"))); // U+0800, U+FFFD, U+F900.
    QVERIFY(isCleanUtf8(hex("f0908080f48fbfbf")));   // U+10000, U+10FFFF.
    QVERIFY(isCleanUtf8(hex("efbfbeefbfbf")));       // U+FFFE and U+FFFF are valid in UTF-8.
}

void TestCbor::everyCutOffInputIsRefused()
{
    QFETCH(QByteArray, encoded);
    for (qsizetype length = 0; length < encoded.size(); ++length) {
        const QByteArray cut = encoded.first(length);
        QVERIFY(!cbor::decode(cut));
        cbor::Reader reader(cut);
        QVERIFY(reader.skip(Deep).isEmpty());
        QVERIFY(!reader.ok());
    }
}

void TestCbor::bytesAfterTheValueAreRefused()
{
    QVERIFY(!cbor::decode(hex("0100")));
    QVERIFY(!cbor::decode(hex("80f6")));
}

void TestCbor::countsBeyondTheInputAreRefused_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("bytes") << hex("5bffffffffffffffff");
    QTest::newRow("bytes of the largest signed length") << hex("5b7fffffffffffffff");
    QTest::newRow("text") << hex("7bffffffffffffffff61");
    QTest::newRow("array") << hex("9bffffffffffffffff01");
    QTest::newRow("array in an array") << hex("819affffffff01");
    QTest::newRow("map whose doubled count would be two") << hex("bb80000000000000010101");
}

void TestCbor::countsBeyondTheInputAreRefused()
{
    QFETCH(QByteArray, encoded);
    QVERIFY(!cbor::decode(encoded, Deep));
    cbor::Reader reader(encoded);
    QVERIFY(reader.skip(Deep).isEmpty());
    QVERIFY(!reader.ok());
}

void TestCbor::arraysDeeperThanAllowedAreRefused()
{
    QVERIFY(cbor::decode(hex("01"), 0));
    QVERIFY(!cbor::decode(hex("80"), 0));
    QVERIFY(cbor::decode(hex("8101"), 1));
    QVERIFY(!cbor::decode(hex("8180"), 1));
    QVERIFY(cbor::decode(hex("818101")));
    QVERIFY(!cbor::decode(hex("81818101")));
    QVERIFY(!cbor::decode(QByteArray(1000000, '\x81')));
}

void TestCbor::errorIsOneOfADamagedFile()
{
    const auto value = cbor::decode(hex("ff"));
    QVERIFY(!value);
    QCOMPARE(value.error().code, ErrorCode::Damaged);
    QVERIFY(!value.error().sentence.isEmpty());
}

void TestCbor::valuesAreReadBack()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 300; ++i) {
        const Value value = randomValue(random, 2);
        const QByteArray encoded = cbor::encode(value);
        const auto decoded = cbor::decode(encoded);
        QVERIFY(decoded);
        QCOMPARE(*decoded, value);
        cbor::Reader reader(encoded);
        QCOMPARE(reader.skip(2), encoded);
        QVERIFY(reader.atEnd());
    }
}

void TestCbor::whatIsReadIsWrittenWithTheSameBytes()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    int read = 0;
    for (int i = 0; i < 20000; ++i) {
        // A small value with a byte or two changed: mostly refused, and canonical when not.
        QByteArray bytes = cbor::encode(randomValue(random, 2)).first(1) + hex("83182063e6b0b4418000f6");
        bytes = bytes.mid(qsizetype(random() % 2));
        for (uint left = random() % 3; left > 0; --left)
            bytes[qsizetype(random() % size_t(bytes.size()))] = char(random() % 256);
        bytes.truncate(qsizetype(1 + random() % size_t(bytes.size())));
        if (const auto value = cbor::decode(bytes)) {
            QCOMPARE(cbor::encode(*value), bytes);
            ++read;
        }
    }
    QVERIFY2(read > 100, "Nearly nothing was read, so the test shows nothing.");
}

// RFC 8949, appendix A: maps.
void TestCbor::maps()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("{}") << hex("a0");
    QTest::newRow("{1: 2, 3: 4}") << hex("a201020304");
    QTest::newRow("{a: 1, b: [2, 3]}") << hex("a26161016162820203");
    QTest::newRow("[a, {b: c}]") << hex("826161a161626163");
    QTest::newRow("{a: A, b: B, c: C, d: D, e: E}") << hex("a56161614161626142616361436164614461656145");
}

void TestCbor::mapsOfTheStandardArePassedOver()
{
    QFETCH(QByteArray, encoded);
    const QByteArray followed = encoded + hex("01");
    cbor::Reader reader(followed);
    QCOMPARE(reader.skip(2), encoded);
    QVERIFY(reader.ok());
    QCOMPARE(reader.readUnsigned(), 1u);
    QVERIFY(reader.ok() && reader.atEnd());
}

void TestCbor::cutOffMapsAreNotPassedOver()
{
    QFETCH(QByteArray, encoded);
    for (qsizetype length = 0; length < encoded.size(); ++length) {
        const QByteArray cut = encoded.first(length);
        cbor::Reader reader(cut);
        QVERIFY(reader.skip(Deep).isEmpty());
        QVERIFY(!reader.ok());
    }
}

void TestCbor::mapsOutOfOrderAreNotPassedOver_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("same key twice") << hex("a201020103");
    QTest::newRow("same text key twice") << hex("a2616101616102");
    QTest::newRow("keys descending") << hex("a203040102");
    QTest::newRow("a negative key before a positive one") << hex("a220010001");
    QTest::newRow("a longer text before a shorter one") << hex("a262616101616201");
    QTest::newRow("in an inner map") << hex("a101a201020102");
}

void TestCbor::mapsOutOfOrderAreNotPassedOver()
{
    QFETCH(QByteArray, encoded);
    cbor::Reader reader(encoded);
    QVERIFY(reader.skip(Deep).isEmpty());
    QVERIFY(!reader.ok());
}

void TestCbor::mapsAreNoValues()
{
    QFETCH(QByteArray, encoded);
    QVERIFY(!cbor::decode(encoded, Deep));
}

void TestCbor::passingOverStopsAtTheDepth()
{
    const QByteArray nested = hex("81a10180");
    cbor::Reader enough(nested);
    QCOMPARE(enough.skip(3), nested);
    cbor::Reader tooLittle(nested);
    QVERIFY(tooLittle.skip(2).isEmpty());
    QVERIFY(!tooLittle.ok());
    const QByteArray bomb(1000000, '\x81');
    cbor::Reader reader(bomb);
    reader.skip(Deep);
    QVERIFY(!reader.ok());
}

void TestCbor::readerReadsAStructureItemByItem()
{
    QByteArray bytes;
    cbor::mapHead(bytes, 2);
    cbor::unsignedNumber(bytes, 0);
    cbor::number(bytes, -5);
    cbor::unsignedNumber(bytes, 1);
    cbor::arrayHead(bytes, 3);
    cbor::text(bytes, "a");
    cbor::bytes(bytes, "b");
    cbor::null(bytes);
    QCOMPARE(bytes, hex("a2002401836161"
                        "4162f6"));

    cbor::Reader reader(bytes);
    QCOMPARE(reader.readMapHead(), 2u);
    QVERIFY(reader.nextIsUnsigned());
    QCOMPARE(reader.readUnsigned(), 0u);
    QVERIFY(!reader.nextIsUnsigned());
    QCOMPARE(reader.readNumber(), -5);
    QCOMPARE(reader.readUnsigned(), 1u);
    QVERIFY(reader.nextIsArray());
    QCOMPARE(reader.readArrayHead(), 3u);
    QVERIFY(reader.nextIsText());
    QCOMPARE(reader.readText(), QByteArray("a"));
    QVERIFY(reader.nextIsBytes());
    QCOMPARE(reader.readBytes(), QByteArray("b"));
    QVERIFY(reader.nextIsNull());
    reader.readNull();
    QVERIFY(reader.ok() && reader.atEnd());
}

void TestCbor::readerStopsForGoodAtTheFirstFault()
{
    const QByteArray bytes = hex("016161");
    cbor::Reader reader(bytes);
    QCOMPARE(reader.readText(), QByteArray());
    QVERIFY(!reader.ok());
    QVERIFY(!reader.nextIsUnsigned());
    QCOMPARE(reader.readUnsigned(), 0u);
    QCOMPARE(reader.readNumber(), 0);
    QCOMPARE(reader.readText(), QByteArray());
    QCOMPARE(reader.readArrayHead(), 0u);
    QCOMPARE(reader.readMapHead(), 0u);
    QCOMPARE(reader.readValue(2), Value());
    QCOMPARE(reader.skip(2), QByteArray());
    QVERIFY(!reader.ok());
}

// Computed with another implementation: python3, hashlib.blake2b(data, digest_size=32).hexdigest().
void TestCbor::digestsAreThoseOfBlake2b_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("digest");
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    QTest::newRow("nothing") << QByteArray()
                             << hex("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    QTest::newRow("abc") << QByteArray("abc")
                         << hex("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    QTest::newRow("all bytes") << all
                               << hex("39a7eb9fedc19aabc83425c6755dd90e6f9d0c804964a1f4aaeea3b9fb599835");
}

void TestCbor::digestsAreThoseOfBlake2b()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, digest);
    QCOMPARE(digest32(data), digest);
    QCOMPARE(digest16(data), digest.first(16));
}

PLUMBLINE_TEST(TestCbor)
} // namespace cbor_test

#include "tst_cbor.moc"
