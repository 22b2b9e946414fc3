#include "core/exchange/bundlereader.h"
#include "core/exchange/sharing.h"
#include "tests/core/exchange/forgery.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QtEndian>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace encryption_test {

/// Making a key takes the better part of a second on purpose, so what is sealed is made once.
class TestEncryption : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aSealedBundleOpensWithItsPassphraseOnly();
    void whatWasSealedComesBack();
    void whatWasCutOffChangedOrReorderedDoesNotOpen_data();
    void whatWasCutOffChangedOrReorderedDoesNotOpen();
    void aFileThatAsksForTooMuchMemoryIsRefusedAtOnce_data();
    void aFileThatAsksForTooMuchMemoryIsRefusedAtOnce();
    void twoBundlesWithOnePassphraseHaveNothingInCommon();

private:
    QTemporaryDir m_home;
    QByteArray m_content; ///< Three chunks and a bit.
    QByteArray m_sealed;
};

static constexpr qsizetype beginning = 8 + 1 + 4 + 4 + 16 + 24;
static constexpr qsizetype sealedChunk = (64 << 10) + 17;

static QByteArray seal(const QByteArray &content, const QString &passphrase)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = must(EnvelopeWriter::begin(buffer, passphrase));
    for (qsizetype at = 0; at < content.size(); at += 10'000) {
        if (!writer->write(content.mid(at, 10'000)))
            qFatal("not written");
    }
    if (!writer->finish())
        qFatal("not finished");
    return buffer.data();
}

static Status openSealed(const QByteArray &bytes, const QString &passphrase, QByteArray *content = nullptr)
{
    QByteArray input = bytes;
    QBuffer from(&input);
    from.open(QIODevice::ReadOnly);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    const Status opened = openEnvelope(from, to, passphrase, u"b.plumbx"_s);
    if (content)
        *content = to.data();
    return opened;
}

void TestEncryption::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit());
    for (int i = 0; m_content.size() < (3 << 16) + 100; ++i)
        m_content += "canary " + QByteArray::number(i) + '\n';
    m_sealed = seal(m_content, u"Grüße an alle"_s);
}

void TestEncryption::aSealedBundleOpensWithItsPassphraseOnly()
{
    Desk ada;
    Desk ben(ada, "Ben");
    ben.apply(R"({"create":"milestone","set":{"title":"Confidential canary"}})");
    const QString path = ada.file(u"sealed.plumbx"_s);
    ExportOptions options;
    options.passphrase = u"correct horse"_s;
    must(exportBundle(*ben.session, path, options));
    QVERIFY(isSealed(path));
    QVERIFY(!forgery::read(path).contains("Ben"));
    const QByteArray dump = ada.dump();
    ImportOptions none;
    ImportOptions wrong;
    wrong.passphrase = u"Correct horse"_s;
    QCOMPARE(importBundles(*ada.session, {path}, none).error().code, ErrorCode::Refused);
    QCOMPARE(importBundles(*ada.session, {path}, wrong).error().code, ErrorCode::BadInput);
    QCOMPARE(ada.dump(), dump);
    QVERIFY(ada.session->store().imports().isEmpty());
    ImportOptions right;
    right.passphrase = options.passphrase;
    const ImportReport report = must(importBundles(*ada.session, {path}, right));
    QVERIFY(report.bundles.first().encrypted);
    QCOMPARE(report.bundles.first().signature, SignatureState::New);
    QCOMPARE(ada.dump(), ben.dump());
}

void TestEncryption::whatWasSealedComesBack()
{
    QByteArray content;
    // The same letters, put together from parts, as another keyboard may give them.
    QVERIFY(openSealed(m_sealed, u"Grüße an alle"_s.normalized(QString::NormalizationForm_D), &content));
    QVERIFY(content == m_content);
    QVERIFY(!m_sealed.contains("canary"));
    QVERIFY(m_sealed.size() > 3 * sealedChunk);
}

void TestEncryption::whatWasCutOffChangedOrReorderedDoesNotOpen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto chunk = [&](int i) { return m_sealed.mid(beginning + i * sealedChunk, sealedChunk); };
    const QByteArray head = m_sealed.first(beginning);
    QByteArray changed = m_sealed;
    changed[beginning + 2 * sealedChunk + 100] = char(changed.at(beginning + 2 * sealedChunk + 100) ^ 1);
    QTest::newRow("the last chunk is missing") << m_sealed.first(beginning + 3 * sealedChunk);
    QTest::newRow("cut off in a chunk") << m_sealed.chopped(5);
    QTest::newRow("two chunks changed places") << head + chunk(0) + chunk(2) + chunk(1) + chunk(3);
    QTest::newRow("a chunk stands twice") << head + chunk(0) + chunk(1) + chunk(1) + chunk(2) + chunk(3);
    QTest::newRow("a bit is changed") << changed;
    QTest::newRow("something follows") << m_sealed + 'x';
}

void TestEncryption::whatWasCutOffChangedOrReorderedDoesNotOpen()
{
    QFETCH(QByteArray, bytes);
    const Status status = openSealed(bytes, u"Grüße an alle"_s);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Damaged);
}

void TestEncryption::aFileThatAsksForTooMuchMemoryIsRefusedAtOnce_data()
{
    QTest::addColumn<quint32>("rounds");
    QTest::addColumn<quint32>("memory");
    QTest::newRow("memory") << quint32(3) << quint32(64 << 20);
    QTest::newRow("all there is") << quint32(3) << ~quint32(0);
    QTest::newRow("rounds") << quint32(100'000) << quint32(256 << 10);
    QTest::newRow("nothing at all") << quint32(0) << quint32(0);
}

void TestEncryption::aFileThatAsksForTooMuchMemoryIsRefusedAtOnce()
{
    QFETCH(quint32, rounds);
    QFETCH(quint32, memory);
    QByteArray bytes = m_sealed;
    qToBigEndian(rounds, bytes.data() + 9);
    qToBigEndian(memory, bytes.data() + 13);
    const Status status = openSealed(bytes, u"Grüße an alle"_s);
    QVERIFY(!status);
    QCOMPARE(status.error().code, rounds == 0 ? ErrorCode::Damaged : ErrorCode::Newer);
}

void TestEncryption::twoBundlesWithOnePassphraseHaveNothingInCommon()
{
    const QByteArray again = seal(m_content.first(1000), u"Grüße an alle"_s);
    QVERIFY(again.mid(17, 16) != m_sealed.mid(17, 16));
    QVERIFY(again.mid(beginning, 64) != m_sealed.mid(beginning, 64));
}

PLUMBLINE_TEST(TestEncryption)
} // namespace encryption_test

#include "tst_encryption.moc"
