#include "core/domain/reviewrecord.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QDir>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace create_test {

class TestCreate : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void twoExamplesAreOneReview();
    void twoExamplesHoldTheSameTransactions();
    void anExampleIsSound();
    void anExampleHasNoConflictsAndNothingToUndo();
    void theFirstEditOfAnExampleMintsAStreamOfItsOwn();
    void everyTemplateMakesAReview_data();
    void everyTemplateMakesAReview();
    void twoReviewsFromATemplateAreTwoReviews();
    void anUnknownTemplateIsRefusedNamingThoseThereAre();
    void aFileThatIsThereIsLeftAsItIs_data();
    void aFileThatIsThereIsLeftAsItIs();
    void nothingIsLeftBesideANewFile();
    void aFolderThatIsNotThereIsRefused();

private:
    QTemporaryDir m_folder;
    QString m_one;
    QString m_two;
};

static std::unique_ptr<Session> openFile(const QString &path)
{
    SessionOptions options;
    options.registry = StreamRegistry::inMemory();
    return must(Session::open(path, options));
}

static QList<QByteArray> identities(Session &session)
{
    QList<QByteArray> all;
    must(session.store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction.identity();
        return {};
    }));
    return all;
}

void TestCreate::initTestCase()
{
    m_one = m_folder.filePath(u"one.plumb"_s);
    m_two = m_folder.filePath(u"two.plumb"_s);
    must(createSample(m_one));
    must(createSample(m_two));
}

void TestCreate::twoExamplesAreOneReview()
{
    const auto one = openFile(m_one);
    const auto two = openFile(m_two);
    QCOMPARE(one->review().uuid(), sampleUuid());
    QVERIFY(one->review().count(Kind::Milestone) > 10);
    QCOMPARE(dumpReview(one->review()), dumpReview(two->review()));
}

void TestCreate::twoExamplesHoldTheSameTransactions()
{
    const auto one = openFile(m_one);
    const auto two = openFile(m_two);
    QCOMPARE(identities(*one), identities(*two));
}

void TestCreate::anExampleIsSound()
{
    const auto one = openFile(m_one);
    const VerifyReport report = must(one->store().verify());
    QVERIFY2(report.problems.isEmpty(), qPrintable(report.problems.join(u'\n')));
    QVERIFY(one->store().gaps().isEmpty());
}

void TestCreate::anExampleHasNoConflictsAndNothingToUndo()
{
    const auto one = openFile(m_one);
    QVERIFY(one->review().conflicts().isEmpty());
    QVERIFY(one->undoText().isEmpty());
    QVERIFY(one->me().isNull());
}

void TestCreate::theFirstEditOfAnExampleMintsAStreamOfItsOwn()
{
    const QString path = m_folder.filePath(u"edited.plumb"_s);
    QVERIFY(QFile::copy(m_one, path));
    const auto session = openFile(path);
    const QList<StreamTip> before = session->store().tips();
    ChangeSet changes(session->review(), Cause::Edit);
    changes.set(Kind::Review, RecordId(sampleUuid()), "title", Value(u"Mine"_s));
    must(session->commit(changes));
    const QList<StreamTip> after = session->store().tips();
    QCOMPARE(after.size(), before.size() + 1);
    for (const StreamTip &tip : before)
        QVERIFY(after.contains(tip));
}

void TestCreate::everyTemplateMakesAReview_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : templateNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestCreate::everyTemplateMakesAReview()
{
    QFETCH(QString, name);
    const QString path = m_folder.filePath(name);
    SessionOptions options;
    options.registry = StreamRegistry::inMemory();
    must(createReview(path, name, u"  The third\r\nreview "_s, options));
    const auto session = openFile(path);
    const auto reviews = session->review().all<ReviewRecord>();
    QCOMPARE(reviews.size(), size_t(1));
    QCOMPARE(reviews.front()->id.uuid, session->review().uuid());
    QCOMPARE(reviews.front()->title, u"The third review"_s);
    QVERIFY(session->review().ruleNumber(u"minCommentDays"_s, 0) > 0);
    QVERIFY(session->review().conflicts().isEmpty());
    QVERIFY(must(session->store().verify()).problems.isEmpty());
}

void TestCreate::twoReviewsFromATemplateAreTwoReviews()
{
    const QString one = m_folder.filePath(u"first.plumb"_s);
    const QString two = m_folder.filePath(u"second.plumb"_s);
    must(createReview(one, u"blank"_s, u"One"_s));
    must(createReview(two, u"blank"_s, u"Two"_s));
    QVERIFY(openFile(one)->review().uuid() != openFile(two)->review().uuid());
}

void TestCreate::anUnknownTemplateIsRefusedNamingThoseThereAre()
{
    const QString path = m_folder.filePath(u"unknown.plumb"_s);
    const Status status = createReview(path, u"../blank"_s, u"X"_s);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::NotFound);
    QVERIFY(status.error().sentence.contains(u"icann-specific-review"));
    QVERIFY(!QFile::exists(path));
}

void TestCreate::aFileThatIsThereIsLeftAsItIs_data()
{
    QTest::addColumn<bool>("sample");
    QTest::newRow("example") << true;
    QTest::newRow("template") << false;
}

void TestCreate::aFileThatIsThereIsLeftAsItIs()
{
    QFETCH(bool, sample);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"thesis.plumb"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("years of work");
    file.close();
    const Status status = sample ? createSample(path) : createReview(path, u"blank"_s, u"X"_s);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Refused);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("years of work"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"thesis.plumb"_s});
}

void TestCreate::nothingIsLeftBesideANewFile()
{
    QTemporaryDir folder;
    must(createReview(folder.filePath(u"new.plumb"_s), u"blank"_s, u"X"_s));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"new.plumb"_s});
}

void TestCreate::aFolderThatIsNotThereIsRefused()
{
    const Status status = createSample(m_folder.filePath(u"nowhere/new.plumb"_s));
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::CannotWrite);
}

PLUMBLINE_TEST(TestCreate)
} // namespace create_test

#include "tst_create.moc"
