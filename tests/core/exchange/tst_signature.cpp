#include "core/exchange/bundlereader.h"
#include "core/exchange/sharing.h"
#include "tests/core/exchange/forgery.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QRegularExpression>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace signature_test {

class TestSignature : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aKeyIsTrustedOnFirstUseAndKnownAfterwards();
    void comparingTheFingerprintIsRemembered();
    void aPreviewTrustsNobody();
    void ownBundlesNeedNoComparing();
    void aChangedSignatureIsRefused();
    void aBundleWithoutASignatureIsNobodys();
    void anotherKeyOfAKnownSenderWaitsToBeCompared();
    void aKeyOfSomebodyElseIsWrong();
    void aKeyWhoseOwnerSaysHerNameLaterIsHers();
    void theSecretKeyIsForItsOwnerAlone();
    void everyFileHasAKeyOfItsOwn();
    void fingerprintsAreEightGroupsOfFiveDigits();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

/// Every test has user data of its own.
void TestSignature::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->path().toLocal8Bit());
}

/// Ada with a bundle of Ben.
struct Post {
    Desk ada;
    Desk ben{ada, "Ben"};
    QString bundle = ada.file(u"ben.plumbx"_s);
    Post() { must(exportBundle(*ben.session, bundle)); }

    BundleNews take(const QString &path) { return must(importBundles(*ada.session, {path})).bundles.first(); }
    BundleNews take() { return take(bundle); }
    TrustedKeys keys() const { return TrustedKeys(ada.review().uuid()); }
};

void TestSignature::aKeyIsTrustedOnFirstUseAndKnownAfterwards()
{
    Post post;
    const BundleNews first = post.take();
    QCOMPARE(first.signature, SignatureState::New);
    QCOMPARE(first.key.size(), 32);
    QCOMPARE(post.take().signature, SignatureState::Known);
    QCOMPARE(post.keys().all().size(), 1);
    QCOMPARE(post.keys().all().first().name, u"Ben"_s);
    QVERIFY(post.keys().all().first().trusted && !post.keys().all().first().checked);
    // It is known to this user, not to the review: another review trusts nobody.
    QVERIFY(TrustedKeys(QUuid::createUuid()).all().isEmpty());
}

void TestSignature::comparingTheFingerprintIsRemembered()
{
    Post post;
    const BundleNews news = post.take();
    TrustedKeys keys = post.keys();
    must(keys.markChecked(news.key, news.header.sender));
    QCOMPARE(post.take().signature, SignatureState::Checked);
    QVERIFY(!keys.markChecked(QByteArray(32, 'x'), news.header.sender));
    QVERIFY(!keys.markChecked(news.key, RecordId(QUuid::createUuid())));
}

void TestSignature::aPreviewTrustsNobody()
{
    Post post;
    for (int i = 0; i < 2; ++i) {
        const auto report = must(previewImport(post.ada.path(), post.ada.clock, {post.bundle}));
        QCOMPARE(report.bundles.first().signature, SignatureState::New);
    }
    QVERIFY(post.keys().all().isEmpty());
}

void TestSignature::ownBundlesNeedNoComparing()
{
    Post post;
    const QString own = post.ada.file(u"own.plumbx"_s);
    must(exportBundle(*post.ada.session, own));
    QCOMPARE(post.take(own).signature, SignatureState::Checked);
    QVERIFY(post.ada.session->store().peers().isEmpty());
}

void TestSignature::aChangedSignatureIsRefused()
{
    Post post;
    const QByteArray dump = post.ada.dump();
    const QByteArray good = forgery::read(post.bundle);
    const QString path = post.ada.file(u"changed.plumbx"_s);
    QByteArray otherSignature = good;
    otherSignature[good.size() - 1] = char(good.back() ^ 1);
    QByteArray otherKey = good; // Somebody else's key under Ben's content does not fit either.
    otherKey.replace(good.size() - 96, 32, QByteArray(32, 'k'));
    for (const QByteArray &bytes : {otherSignature, otherKey}) {
        forgery::write(path, bytes);
        const auto refused = importBundles(*post.ada.session, {path});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY(refused.error().sentence.contains(u"changed after it had been signed"));
        QVERIFY(!previewImport(post.ada.path(), post.ada.clock, {path}));
    }
    QCOMPARE(post.ada.dump(), dump);
    QVERIFY(post.keys().all().isEmpty()); // The key beside it says nothing.
}

void TestSignature::aBundleWithoutASignatureIsNobodys()
{
    Post post;
    BundleHeader header;
    header.review = post.ada.review().uuid();
    header.sender = post.ben.session->me();
    header.senderName = u"Ben"_s;
    const QString path = post.ada.file(u"unsigned.plumbx"_s);
    forgery::write(path, forgery::bundle(header, {}));
    const BundleNews news = post.take(path);
    QCOMPARE(news.signature, SignatureState::None);
    QVERIFY(describeSignature(post.ada.review(), news).contains(u"Not signed"));
}

void TestSignature::anotherKeyOfAKnownSenderWaitsToBeCompared()
{
    Post post;
    post.take();
    // Ben's second computer, or somebody who says to be Ben: nobody can tell from the bundle.
    Desk laptop(post.ben, "Ben");
    must(laptop.session->setMe(post.ben.session->me()));
    const QString second = post.ada.file(u"second.plumbx"_s);
    must(exportBundle(*laptop.session, second));
    for (int i = 0; i < 2; ++i) {
        const BundleNews news = post.take(second);
        QCOMPARE(news.signature, SignatureState::OtherKey);
    }
    TrustedKeys keys = post.keys();
    QCOMPARE(keys.all().size(), 2);
    QVERIFY(!keys.all().last().trusted);
    must(keys.markChecked(keys.all().last().key, post.ben.session->me()));
    QCOMPARE(post.take(second).signature, SignatureState::Checked);
    QCOMPARE(post.take().signature, SignatureState::Known); // The first stays hers.
}

void TestSignature::aKeyOfSomebodyElseIsWrong()
{
    Post post;
    post.take();
    TrustedKeys keys = post.keys();
    const QByteArray ofBen = keys.all().first().key;
    const RecordId eve(QUuid::createUuid());
    QCOMPARE(keys.judge(ofBen, eve), SignatureState::OtherKey);
    // What only waits to be compared binds nobody.
    const QByteArray ofEve(32, 'e');
    must(keys.remember(ofEve, post.ben.session->me(), u"Ben"_s, QDateTime::currentDateTimeUtc()));
    QCOMPARE(keys.judge(ofEve, eve), SignatureState::New);
}

void TestSignature::aKeyWhoseOwnerSaysHerNameLaterIsHers()
{
    TrustedKeys keys{QUuid::createUuid()};
    const QByteArray key(32, 'k');
    const RecordId ada(QUuid::createUuid());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(keys.judge(key, {}), SignatureState::New);
    must(keys.remember(key, {}, {}, now));
    QCOMPARE(keys.judge(key, {}), SignatureState::Known);
    QCOMPARE(keys.judge(key, ada), SignatureState::New);
    must(keys.remember(key, ada, u"Ada"_s, now));
    QCOMPARE(keys.judge(key, ada), SignatureState::Known);
}

void TestSignature::theSecretKeyIsForItsOwnerAlone()
{
    const QByteArray file(16, 'f');
    const SigningKey key = must(signingKeyOf(file));
    const QFileInfo stored(signingKeyFolder() + u'/' + QString::fromLatin1(file.toHex()));
    QVERIFY(stored.exists());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(stored.permissions() & others));
    QCOMPARE(must(signingKeyOf(file)).secretKey, key.secretKey);
    QCOMPARE(knownPublicKey(file), key.publicKey);
    QVERIFY(knownPublicKey(QByteArray(16, 'g')).isEmpty());
    QVERIFY(signatureFits(key.publicKey, QByteArray(32, 'd'), signDigest(key, QByteArray(32, 'd'))));
    QVERIFY(!signatureFits(key.publicKey, QByteArray(32, 'e'), signDigest(key, QByteArray(32, 'd'))));
    QVERIFY(!signatureFits({}, {}, {}));
}

void TestSignature::everyFileHasAKeyOfItsOwn()
{
    Post post;
    QCOMPARE(QDir(signingKeyFolder()).entryList(QDir::Files).size(), 1);
    must(exportBundle(*post.ben.session, post.bundle));
    QCOMPARE(QDir(signingKeyFolder()).entryList(QDir::Files).size(), 1);
    must(exportBundle(*post.ada.session, post.ada.file(u"own.plumbx"_s)));
    QCOMPARE(QDir(signingKeyFolder()).entryList(QDir::Files).size(), 2);
}

void TestSignature::fingerprintsAreEightGroupsOfFiveDigits()
{
    // From Python: hashlib.blake2b(b"fingerprint" + b"k" * 32), each five bytes modulo 100000.
    QCOMPARE(fingerprintOf(QByteArray(32, 'k')), u"78753 39653 74787 48112 64867 14618 27249 15681"_s);
    const QRegularExpression shape(u"^(\\d{5} ){7}\\d{5}$"_s);
    for (int i = 0; i < 50; ++i)
        QVERIFY(shape.match(fingerprintOf(QByteArray(32, char(i)))).hasMatch());
}

PLUMBLINE_TEST(TestSignature)
} // namespace signature_test

#include "tst_signature.moc"
