#include "core/edits/mailimport.h"

#include "core/domain/keys.h"
#include "core/domain/subteam.h"
#include "core/mail/mbox.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace mailimport_test {

class TestMailImport : public QObject
{
    Q_OBJECT

private slots:
    void messagesBecomeRecordsInOneStep();
    void theListIsThatOfTheSubTeam();
    void takenAgainNothingIsAdded();
    void twoPeopleAddOneRecordEach();
    void deletedMessagesStayDeleted();
    void whatStandsTwiceIsTakenOnce();
    void keysHoldWhenItWasSent();
    void whatTheyLackIsLeftOut();
    void aSubTeamThatIsGoneIsRefused();
    void wordsOfATextAreFound();
    void listsTooLargeForOneStepAreParted();
};

static MailMessage message(int number, const QString &text = u"Some words."_s)
{
    MailMessage mail;
    mail.id = u"%1@example.org"_s.arg(number);
    mail.subject = u"Message %1"_s.arg(number);
    mail.sender = u"Ada <ada@example.org>"_s;
    mail.sent = QDateTime(QDate(2019, 11, 8), QTime(12, 0), Qt::UTC).addDays(number);
    mail.text = text;
    return mail;
}

static MailFile mails(int first, int last)
{
    MailFile file;
    for (int i = first; i <= last; ++i)
        file.messages += message(i);
    return file;
}

static MailImport take(Desk &desk, const MailFile &file, const MailImportOptions &options = {})
{
    MailImport import = must(importMail(desk.session->context(), file, options));
    for (const ChangeSet &step : import.steps)
        must(desk.session->commit(step));
    return import;
}

static const Message *found(const Desk &desk, const QString &id)
{
    return desk.review().find(messageRecordId(desk.review(), id));
}

void TestMailImport::messagesBecomeRecordsInOneStep()
{
    Desk desk;
    const QByteArray before = desk.dump();
    MailFile file = mails(1, 3);
    file.messages[1].inReplyTo = u"1@example.org"_s;
    file.messages[1].attachments = {u"plan.pdf"_s, u"map.png"_s};
    file.notes = {u"Something was left out."_s};
    const MailImport import = take(desk, file, {{}, u" list@example.org "_s});
    QCOMPARE(import.steps.size(), 1);
    QCOMPARE(import.counts.added, 3);
    QCOMPARE(import.notes, file.notes);
    const Message *second = found(desk, u"2@example.org"_s);
    QVERIFY(second);
    QCOMPARE(second->subject, u"Message 2"_s);
    QCOMPARE(second->sender, u"Ada <ada@example.org>"_s);
    QCOMPARE(second->sent, u"2019-11-10T12:00Z"_s);
    QCOMPARE(second->list, u"list@example.org"_s);
    QCOMPARE(second->messageid, u"2@example.org"_s);
    QCOMPARE(second->inreplyto, u"1@example.org"_s);
    QCOMPARE(second->text, u"Some words."_s);
    QCOMPARE(second->attachments, u"plan.pdf, map.png"_s);
    QVERIFY(second->subteam.isNull() && second->audience == 0);
    desk.reopen();
    QVERIFY(found(desk, u"3@example.org"_s));
    must(desk.session->undo());
    QCOMPARE(desk.dump(), before);
    must(desk.session->redo());
    QVERIFY(found(desk, u"3@example.org"_s));
}

void TestMailImport::theListIsThatOfTheSubTeam()
{
    Desk desk;
    desk.apply(R"({"create":"subteam","as":"s","set":{"title":"DNS SSR","list":"dns@example.org"}})");
    const auto team = Id<SubTeam>(desk.byKey(u"S1"_s).uuid);
    take(desk, mails(1, 1), {team, {}});
    const Message *mail = found(desk, u"1@example.org"_s);
    QCOMPARE(mail->list, u"dns@example.org"_s);
    QCOMPARE(mail->subteam, team);
    QVERIFY2(mail->key.startsWith(u"MS-S1-"_s), qPrintable(mail->key));
    take(desk, mails(2, 2), {team, u"other@example.org"_s});
    QCOMPARE(found(desk, u"2@example.org"_s)->list, u"other@example.org"_s);
}

void TestMailImport::takenAgainNothingIsAdded()
{
    Desk desk;
    take(desk, mails(1, 3));
    const QByteArray before = desk.dump();
    const MailImport again = take(desk, mails(1, 3));
    QVERIFY(again.steps.isEmpty());
    QCOMPARE(again.counts.added, 0);
    QCOMPARE(again.counts.known, 3);
    QCOMPARE(desk.dump(), before);
    const MailImport more = take(desk, mails(2, 5));
    QCOMPARE(more.counts.added, 2);
    QCOMPARE(more.counts.known, 2);
    QCOMPARE(desk.review().count(Kind::Message), 5);
}

/// Two who take in different parts of a list, which overlap, exchange what they have: no message twice,
/// nothing to decide.
void TestMailImport::twoPeopleAddOneRecordEach()
{
    Desk ada;
    ada.apply(R"({"create":"subteam","as":"s","set":{"title":"DNS SSR","list":"dns@example.org"}})");
    Desk bob(ada, "Bob");
    const auto team = Id<SubTeam>(ada.byKey(u"S1"_s).uuid);
    take(ada, mails(1, 6), {team, {}});
    take(bob, mails(4, 9), {team, {}});
    ada.takeFrom(bob);
    bob.takeFrom(ada);
    QCOMPARE(ada.review().count(Kind::Message), 9);
    QCOMPARE(ada.dump(), bob.dump());
    QVERIFY(ada.review().conflicts().isEmpty());
    QVERIFY(ada.review().duplicateKeys().isEmpty());
    QCOMPARE(countMail(bob.review(), mails(1, 9)).known, 9);
}

void TestMailImport::deletedMessagesStayDeleted()
{
    Desk desk;
    take(desk, mails(1, 2));
    ChangeSet removal(desk.review(), Cause::Delete);
    removal.remove(Kind::Message, RecordId(messageRecordId(desk.review(), u"1@example.org"_s).uuid));
    must(desk.session->commit(removal));
    const MailImport again = take(desk, mails(1, 3));
    QCOMPARE(again.counts.deleted, 1);
    QCOMPARE(again.counts.known, 1);
    QCOMPARE(again.counts.added, 1);
    QVERIFY(!found(desk, u"1@example.org"_s));
    QVERIFY2(again.notes.join(u' ').contains(u"deleted from this review"_s),
             qPrintable(again.notes.join(u' ')));
}

void TestMailImport::whatStandsTwiceIsTakenOnce()
{
    Desk desk;
    MailFile file = mails(1, 2);
    file.messages += message(1, u"Another text."_s);
    const MailImport import = take(desk, file);
    QCOMPARE(import.counts.added, 2);
    QCOMPARE(import.counts.repeated, 1);
    QCOMPARE(found(desk, u"1@example.org"_s)->text, u"Some words."_s);
    QVERIFY(import.notes.join(u' ').contains(u"more than once"_s));
}

void TestMailImport::keysHoldWhenItWasSent()
{
    Desk desk;
    take(desk, mails(1, 30));
    const Message *first = found(desk, u"1@example.org"_s);
    QCOMPARE(first->key, u"MS-191109500"_s); // At noon.
    const auto all = desk.review().all<Message>();
    for (size_t i = 1; i < all.size(); ++i)
        QVERIFY(all[i - 1]->sent < all[i]->sent && keyLess(all[i - 1]->key, all[i]->key));
    MailMessage late = message(400);
    late.sent = QDateTime(QDate(2099, 12, 31), QTime(23, 59, 59, 999), Qt::UTC);
    take(desk, {{late}, {}});
    QCOMPARE(found(desk, late.id)->key, u"MS-991231999"_s);
    // One written by hand afterwards has a key as well.
    desk.apply(R"({"create":"message","set":{"subject":"By hand","messageid":"hand@example.org"}})");
    QVERIFY(found(desk, u"hand@example.org"_s)->key.startsWith(u"MS-"_s));
}

void TestMailImport::whatTheyLackIsLeftOut()
{
    Desk desk;
    MailMessage bare;
    bare.id = u"bare@example.org"_s;
    for (int i = 0; i < 1000; ++i)
        bare.attachments += u"\u5b89"_s.repeated(1000);
    take(desk, {{bare}, {}});
    const Message *mail = found(desk, bare.id);
    QVERIFY(!mail->subject.isEmpty());
    QVERIFY(mail->sender.isEmpty() && mail->sent.isEmpty() && mail->text.isEmpty() && mail->list.isEmpty());
    QVERIFY(mail->attachments.size() < 5000);
}

void TestMailImport::aSubTeamThatIsGoneIsRefused()
{
    Desk desk;
    const auto import =
        importMail(desk.session->context(), mails(1, 1), {Id<SubTeam>(QUuid::createUuid()), {}});
    QVERIFY(!import);
    QCOMPARE(import.error().code, ErrorCode::NotFound);
}

void TestMailImport::wordsOfATextAreFound()
{
    Desk desk;
    const MailFile file = must(
        readMbox("From a Fri Nov  8 13:02:00 2019\nSubject: Roll\nMessage-ID: <1@x>\n"
                 "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\n"
                 "The anchor of Z=C3=BCrich was rotated.\n"));
    take(desk, file);
    for (const QString &words : {u"rotated"_s, u"z\u00fcrich anchor"_s, u"roll"_s}) {
        const QList<SearchHit> hits = must(desk.session->store().search(words));
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().record, RecordId(messageRecordId(desk.review(), u"1@x"_s).uuid));
    }
    must(desk.session->undo());
    QVERIFY(must(desk.session->store().search(u"rotated"_s)).isEmpty());
}

void TestMailImport::listsTooLargeForOneStepAreParted()
{
    Desk desk;
    MailFile file;
    const QString text = u"word "_s.repeated(199999);
    for (int i = 0; i < 35; ++i)
        file.messages += message(i, text);
    const MailImport import = must(importMail(desk.session->context(), file, {}));
    QCOMPARE(import.counts.added, 35);
    QCOMPARE(import.steps.size(), 2);
}

PLUMBLINE_TEST(TestMailImport)

} // namespace mailimport_test

#include "tst_mailimport.moc"
