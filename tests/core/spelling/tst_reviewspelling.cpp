#include "core/spelling/reviewspelling.h"

#include "core/domain/message.h"
#include "core/domain/milestone.h"
#include "core/domain/person.h"
#include "core/domain/recommendation.h"
#include "core/domain/rule.h"
#include "core/spelling/ownwords.h"
#include "core/spelling/speller.h"
#include "tests/core/base/must.h"
#include "tests/core/domain/testreview.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace reviewspelling_test {

class TestReviewSpelling : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesEachWordOncePerField();
    void knowsWhatTheReviewAndThePersonKnow();
    void leavesAloneWhatIsNotOurs();

private:
    std::unique_ptr<Speller> m_speller;
    QTemporaryDir m_folder;
};

void TestReviewSpelling::initTestCase()
{
    m_speller = must(Speller::load(
        installedDictionaries({QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/spelling")}).first()));
}

void TestReviewSpelling::namesEachWordOncePerField()
{
    TestReview test;
    Milestone milestone;
    milestone.title = u"Shared tiemline"_s;
    const auto first = test.add(milestone);
    Recommendation recommendation;
    recommendation.title = u"The review"_s;
    recommendation.text = u"The teem shared the teem review"_s;
    const auto second = test.add(recommendation);
    const QList<Misspelling> expected{{Kind::Milestone, RecordId(first.uuid), "title", u"tiemline"_s},
                                      {Kind::Recommendation, RecordId(second.uuid), "text", u"teem"_s}};
    QList<Misspelling> found = misspellings(test.review, *m_speller, OwnWords(m_folder.filePath(u"none"_s)));
    QCOMPARE(found.size(), 2);
    for (const Misspelling &one : expected)
        QVERIFY(found.contains(one));
}

void TestReviewSpelling::knowsWhatTheReviewAndThePersonKnow()
{
    TestReview test;
    Person person;
    person.name = u"Ada Lovelace"_s;
    person.affiliation = u"Analytical Society"_s;
    test.add(person);
    test.setRule(u"knownAcronyms"_s, u"gTLD, ccTLD"_s);
    Milestone milestone;
    milestone.title = u"Ada Lovelace’s Society shared the gTLD milestone anycast"_s;
    test.add(milestone);
    OwnWords own(m_folder.filePath(u"words.txt"_s));
    QCOMPARE(misspellings(test.review, *m_speller, own).size(), 1);
    must(own.add(u"Anycast"_s));
    QVERIFY(misspellings(test.review, *m_speller, own).isEmpty());
}

void TestReviewSpelling::leavesAloneWhatIsNotOurs()
{
    TestReview test;
    Message message;
    message.subject = u"Qwert"_s;
    message.text = u"zuiop"_s;
    test.add(message);
    Person person;
    person.name = u"Xqzt"_s;
    test.add(person);
    QVERIFY(misspellings(test.review, *m_speller, OwnWords(m_folder.filePath(u"none"_s))).isEmpty());
}

PLUMBLINE_TEST(TestReviewSpelling)

} // namespace reviewspelling_test

#include "tst_reviewspelling.moc"
