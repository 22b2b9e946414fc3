// Nothing of a closed group leaves with the team's changes, and nothing that is not on the allow-list with a publication:
// not in what is written, not in its head, not by halves.

#include "core/exchange/bundlereader.h"
#include "core/exchange/publication.h"
#include "core/exchange/sharing.h"
#include "tests/core/exchange/canaries.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace canaries_test {

class TestCanaries : public QObject
{
    Q_OBJECT

private slots:
    void theSearchFindsWhatIsThere();
    void everyFieldThatCanHoldsACanary();
    void theStreamsOfTheTeamHoldNothingClosed();
    void aBundleForTheTeamHoldsNothingClosed();
    void aBundleForTheGroupHoldsWhatIsClosed();
    void aPublicationHoldsWhatIsPublishedAndNothingElse();

private:
    CanaryReview m_review;
};

/// Every canary must stand in the bytes exactly if @p expected says so.
template<class Expected>
static void compare(const QList<Canary> &canaries, const QByteArray &bytes, Expected expected)
{
    const CanarySearch search(bytes);
    int found = 0;
    int missing = 0;
    for (const Canary &canary : canaries) {
        const bool is = search.finds(canary.text);
        is ? ++found : ++missing;
        QVERIFY2(is == expected(canary), canary.place + (is ? " was found" : " was not found"));
    }
    QVERIFY(found > 100 && missing > 100); // Otherwise little was shown.
}

static QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the file cannot be read");
    return file.readAll();
}

/// Everything in a bundle: the file as it is and its records decompressed.
static QByteArray bundleBytes(const QString &path)
{
    QByteArray all = fileBytes(path);
    const auto reader = must(BundleReader::open(path));
    must(reader->read([&](int, const QByteArray &content) -> Status {
        all += content;
        return {};
    }));
    return all;
}

void TestCanaries::theSearchFindsWhatIsThere()
{
    const QByteArray canary = "cAnArY0123456789";
    const QByteArray around(100, '.');
    QVERIFY(!CanarySearch(around).finds(canary));
    for (const QByteArray &form : CanarySearch::forms(canary))
        QVERIFY(CanarySearch(around + form + around).finds(canary));
    QVERIFY(CanarySearch(around + canary.toUpper() + around).finds(canary));
    for (qsizetype i = 0; i + 8 <= canary.size(); ++i)
        QVERIFY(CanarySearch(around + canary.mid(i, 8) + around).finds(canary));
    QVERIFY(!CanarySearch(around + canary.first(7) + around).finds(canary));
}

void TestCanaries::everyFieldThatCanHoldsACanary()
{
    for (const Kind kind : allKinds()) {
        for (const Field &field : describe(kind).fields) {
            const bool cannot = field.type == FieldType::Date || field.type == FieldType::Instant ||
                                field.type == FieldType::Number || field.type == FieldType::Reference ||
                                field.name == "key" || kind == Kind::Review;
            const QByteArray place = QByteArray(describe(kind).name) + '.' + field.name + ',';
            const bool has = std::any_of(m_review.canaries.begin(), m_review.canaries.end(),
                                         [&](const Canary &canary) { return canary.place.startsWith(place); });
            QVERIFY2(has != cannot, place);
        }
    }
}

void TestCanaries::theStreamsOfTheTeamHoldNothingClosed()
{
    QByteArray team;
    must(m_review.desk.session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        if (transaction.audience == wholeTeam)
            team += transaction.toBytes();
        return {};
    }));
    compare(m_review.canaries, team, [](const Canary &canary) { return !canary.closed; });
}

void TestCanaries::aBundleForTheTeamHoldsNothingClosed()
{
    const QString path = m_review.desk.file(u"team.plumbx"_s);
    must(exportBundle(*m_review.desk.session, path));
    compare(m_review.canaries, bundleBytes(path), [](const Canary &canary) { return !canary.closed; });
}

void TestCanaries::aBundleForTheGroupHoldsWhatIsClosed()
{
    const QString path = m_review.desk.file(u"group.plumbx"_s);
    ExportOptions options;
    options.audiences = {m_review.audience};
    must(exportBundle(*m_review.desk.session, path, options));
    compare(m_review.canaries, bundleBytes(path), [](const Canary &canary) { return canary.closed; });
}

void TestCanaries::aPublicationHoldsWhatIsPublishedAndNothingElse()
{
    const QString path = m_review.desk.file(u"public.plumbx"_s);
    const Publication publication =
        must(makePublication(m_review.desk.review(), m_review.desk.clock.now()));
    must(writePublication(publication, path));
    const auto expected = [](const Canary &canary) { return canary.published; };
    compare(m_review.canaries, publication.bytes(), expected);
    compare(m_review.canaries, bundleBytes(path), expected);
    compare(m_review.canaries, dumpReview(must(readPublication(path))), expected);
    // Not even who made it, nor which review it was.
    const QByteArray file = fileBytes(path);
    QVERIFY(!file.contains(m_review.desk.review().uuid().toRfc4122()));
    QVERIFY(!file.contains(m_review.desk.session->me().uuid.toRfc4122()));
}

PLUMBLINE_TEST(TestCanaries)
} // namespace canaries_test

#include "tst_canaries.moc"
