#include "core/exchange/unpublished.h"

#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace unpublished_test {

class TestUnpublished : public QObject
{
    Q_OBJECT

private slots:
    void aSentenceOfAClosedRecordIsFoundWithItsPlace();
    void twentyFourBytesAreFoundAndTwentyThreeAreNot();
    void everyPartOfATextIsSearched();
    void theSentencesBetweenAreNoHit();
    void aPieceNeverBeginsInsideACharacter();
    void anAddressOfAPersonIsFoundAlthoughItIsShort();
    void aNameThatIsPublishedIsNoHit();
    void notesAndDeletedRecordsAreSearched();
    void whatWasSaidBeforeElsewhereIsFound();
    void whatARecordSaidBeforeDoesNotCountAgainstIt();
    void whatWasMovedDoesNotCountAgainstWhereItCameFrom();
    void whatANoteQuotesDoesNotCount();
    void aReviewWithoutSecretsHasNoHits();
};

static const QByteArray secret = "The registrar asked us in confidence not to name the operator.";

static void formGroup(Desk &desk)
{
    desk.apply(R"({"do":"formgroup","args":{"name":"Signers"}})");
}

static QList<UnpublishedHit> hits(Desk &desk)
{
    const Publication publication = must(makePublication(desk.review(), desk.clock.now()));
    return must(unpublishedSentences(desk.session->store(), desk.review(), publication));
}

static void add(Desk &desk, const QByteArray &kind, const QByteArray &name, const QByteArray &field, const QByteArray &text,
                const QByteArray &audience = "team")
{
    desk.apply("{\"create\":\"" + kind + "\",\"as\":\"" + name + "\",\"audience\":\"" + audience + "\",\"set\":{\"" +
               field + "\":\"" + text + "\"}}");
}

void TestUnpublished::aSentenceOfAClosedRecordIsFoundWithItsPlace()
{
    Desk desk;
    formGroup(desk);
    add(desk, "finding", "x", "statement", "First of all. " + secret + " So much for that.", "G1");
    add(desk, "recommendation", "r", "rationale", "We know that: " + secret + " Hence this.");
    const auto found = hits(desk);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().text.contains(QString::fromLatin1(secret)), qPrintable(found.first().text));
    QCOMPARE(found.first().record, desk.script.named(u"x"_s));
    QCOMPARE(found.first().field, QByteArray("statement"));
    QVERIFY(!found.first().former);
    const QString sentence = describeHit(found.first());
    QVERIFY2(sentence.contains(u"F-G1-01, Statement (Signers)"_s), qPrintable(sentence));
}

void TestUnpublished::twentyFourBytesAreFoundAndTwentyThreeAreNot()
{
    for (const int length : {23, 24}) {
        Desk desk;
        formGroup(desk);
        const QByteArray piece = secret.left(length);
        add(desk, "finding", "x", "statement", "####" + piece + "####", "G1");
        add(desk, "finding", "y", "statement", "----" + piece + "----");
        const auto found = hits(desk);
        QCOMPARE(found.size(), length == 24 ? 1 : 0);
        if (length == 24)
            QCOMPARE(found.first().text, QString::fromLatin1(piece));
    }
}

void TestUnpublished::everyPartOfATextIsSearched()
{
    Desk desk;
    formGroup(desk);
    desk.apply(R"({"create":"recommendation","as":"x","audience":"G1","set":{"priority":{"level":"high","reason":")" +
               secret + "\"}}}");
    desk.apply(R"({"create":"recommendation","as":"y","set":{"metric":{"what":"Answers","verification":")" + secret +
               "\"}}}");
    const auto found = hits(desk);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().text, QString::fromLatin1(secret));
    QCOMPARE(found.first().field, QByteArray("priority"));
}

void TestUnpublished::theSentencesBetweenAreNoHit()
{
    Desk desk;
    formGroup(desk);
    const QByteArray other = "Nobody outside this group knows which country this is.";
    const QByteArray between(100, '#');
    add(desk, "finding", "x", "statement", secret + between + other, "G1");
    add(desk, "finding", "y", "statement", other + "-----" + secret);
    QStringList texts;
    for (const UnpublishedHit &hit : hits(desk))
        texts += hit.text;
    texts.sort();
    QCOMPARE(texts, (QStringList{QString::fromLatin1(other), QString::fromLatin1(secret)}));
}

void TestUnpublished::aPieceNeverBeginsInsideACharacter()
{
    Desk desk;
    formGroup(desk);
    // Three bytes each: the first windows that agree begin inside a character that does not.
    add(desk, "finding", "x", "statement", "\u4e01\u5b89\u5168\u6027\u4e0e\u7a33\u5b9a\u6027\u7684\u5ba1\u67e5", "G1");
    add(desk, "finding", "y", "statement", "\u4e02\u5b89\u5168\u6027\u4e0e\u7a33\u5b9a\u6027\u7684\u5ba1\u67e5");
    const auto found = hits(desk);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().text, u"\u5b89\u5168\u6027\u4e0e\u7a33\u5b9a\u6027\u7684\u5ba1\u67e5"_s);
}

void TestUnpublished::anAddressOfAPersonIsFoundAlthoughItIsShort()
{
    Desk desk;
    desk.apply(R"({"create":"person","as":"p","set":{"name":"Eva Ruiz","email":"eva@example.org"}})");
    QCOMPARE(hits(desk).size(), 0);
    add(desk, "decision", "d", "text", "Ask eva@example.org for it.");
    const auto found = hits(desk);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().text, u"eva@example.org"_s);
    QCOMPARE(found.first().field, QByteArray("email"));
    // Also when it stands in a field of her own that is published.
    desk.apply(R"({"delete":"d"})");
    desk.apply(R"({"set":{"p":{"affiliation":"eva.ruiz.of.the.institute@example.org","email":"eva.ruiz.of.the.institute@example.org"}}})");
    QCOMPARE(hits(desk).size(), 1);
}

void TestUnpublished::aNameThatIsPublishedIsNoHit()
{
    Desk desk;
    add(desk, "actionitem", "a", "text", "Technical writer");
    QCOMPARE(hits(desk).size(), 0);
    add(desk, "finding", "f", "statement", "The Technical writer left.");
    QCOMPARE(hits(desk).size(), 1);
    add(desk, "membership", "m", "role", "member");
    ChangeSet changes(desk.review(), Cause::Edit); // A word of a newer version, as a bundle brings it.
    changes.set(Kind::Membership, desk.script.named(u"m"_s), "role", Value(u"Technical writer"_s));
    must(desk.session->commit(changes));
    QCOMPARE(hits(desk).size(), 0);
}

void TestUnpublished::notesAndDeletedRecordsAreSearched()
{
    Desk desk;
    add(desk, "finding", "y", "statement", "We heard: " + secret);
    QCOMPARE(hits(desk).size(), 0);
    add(desk, "note", "n", "text", "Careful. " + secret);
    QCOMPARE(hits(desk).size(), 1);
    desk.apply(R"({"delete":"n"})");
    const auto gone = hits(desk);
    QCOMPARE(gone.size(), 1);
    QVERIFY(gone.first().former);
    QVERIFY(describeHit(gone.first()).contains(u"no longer"_s));
}

void TestUnpublished::whatWasSaidBeforeElsewhereIsFound()
{
    Desk desk;
    add(desk, "finding", "x", "statement", secret);
    desk.apply(R"({"set":{"x":{"statement":"Nothing."}}})");
    add(desk, "finding", "y", "cause", secret);
    const auto found = hits(desk);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().record, desk.script.named(u"x"_s));
    QVERIFY(found.first().former);
}

void TestUnpublished::whatARecordSaidBeforeDoesNotCountAgainstIt()
{
    Desk desk;
    add(desk, "finding", "x", "statement", secret);
    desk.apply("{\"set\":{\"x\":{\"statement\":\"" + secret + " And more.\"}}}");
    QCOMPARE(hits(desk).size(), 0);
}

void TestUnpublished::whatWasMovedDoesNotCountAgainstWhereItCameFrom()
{
    Desk desk;
    formGroup(desk);
    add(desk, "finding", "x", "statement", secret, "G1");
    desk.apply(R"({"do":"move","args":{"record":"x","to":"team"}})");
    QCOMPARE(hits(desk).size(), 0);
    // What stayed behind does.
    const QByteArray rest = "The interview took place on the third of March.";
    add(desk, "finding", "z", "statement", rest, "G1");
    add(desk, "finding", "y", "statement", rest);
    QCOMPARE(hits(desk).size(), 1);
}

void TestUnpublished::whatANoteQuotesDoesNotCount()
{
    Desk desk;
    add(desk, "finding", "x", "statement", secret);
    desk.apply("{\"create\":\"note\",\"set\":{\"on\":\"x\",\"passage\":\"" + secret + "\",\"text\":\"Is that so?\"}}");
    QCOMPARE(hits(desk).size(), 0);
}

void TestUnpublished::aReviewWithoutSecretsHasNoHits()
{
    Desk desk("Ada", u"icann-specific-review"_s);
    add(desk, "finding", "x", "statement", secret);
    QCOMPARE(hits(desk).size(), 0);
}

PLUMBLINE_TEST(TestUnpublished)
} // namespace unpublished_test

#include "tst_unpublished.moc"
