#include "core/mail/mimemessage.h"

#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace mime_test {

class TestMime : public QObject
{
    Q_OBJECT

private slots:
    void headersAreDecoded();
    void idsStandWithoutBrackets_data();
    void idsStandWithoutBrackets();
    void datesAreOfUtc_data();
    void datesAreOfUtc();
    void bodiesAreDecoded_data();
    void bodiesAreDecoded();
    void plainTextIsPreferred();
    void htmlAloneBecomesText();
    void anEmptyPlainTextGivesWayToHtml();
    void namesOfFilesAreKept();
    void whatIsForwardedIsRead();
    void aMessageWithoutIdGetsOneOfItsOwn();
    void longTextsAreCut();
};

static MailMessage read(const QByteArray &bytes)
{
    const auto message = readMimeMessage(bytes);
    if (!message)
        qFatal("no message: %s", bytes.left(200).constData());
    return *message;
}

static MailMessage withHeader(const QByteArray &header)
{
    return read("Subject: x\n" + header + "\n\nbody\n");
}

void TestMime::headersAreDecoded()
{
    const MailMessage message =
        read("From: =?utf-8?Q?Ren=C3=A9?= Example <rene@example.org>\r\n"
             "Subject: =?iso-8859-1?Q?Z=FCrich?= =?utf-8?B?5a6J5YWo?=\r\n and a second line\r\n"
             "Message-ID: <1@example.org>\r\nDate: Fri, 8 Nov 2019 13:02:00 +0100\r\n\r\nHello\r\nthere\r\n");
    QCOMPARE(message.sender, u"Ren\u00e9 Example <rene@example.org>"_s);
    QCOMPARE(message.subject, u"Z\u00fcrich\u5b89\u5168 and a second line"_s);
    QCOMPARE(message.text, u"Hello\nthere"_s);
    QCOMPARE(message.id, u"1@example.org"_s);
    QVERIFY(!message.madeId && message.attachments.isEmpty());
    // Without any encoding, as some programs send it.
    QCOMPARE(withHeader("From: J\xFCrg <j@example.org>").sender, u"J\u00fcrg <j@example.org>"_s);
    QCOMPARE(withHeader("From: J\xC3\xBCrg <j@example.org>").sender, u"J\u00fcrg <j@example.org>"_s);
    QCOMPARE(withHeader("From: someone at example.org (Some One)").sender,
             u"someone at example.org (Some One)"_s);
}

void TestMime::idsStandWithoutBrackets_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("answers");
    QTest::newRow("both") << QByteArray("Message-ID: <a@b>\nIn-Reply-To: <c@d>") << u"a@b"_s << u"c@d"_s;
    QTest::newRow("words") << QByteArray("Message-ID: <a@b>\nIn-Reply-To: Your message of \"Friday\" <c@d>")
                           << u"a@b"_s << u"c@d"_s;
    QTest::newRow("thread") << QByteArray("Message-ID: <a@b>\nReferences: <1@d> <2@d>\n <3@d>") << u"a@b"_s
                            << u"3@d"_s;
    QTest::newRow("no brackets") << QByteArray("Message-ID: a@b\nIn-Reply-To: c@d") << u"a@b"_s << u"c@d"_s;
    QTest::newRow("another case") << QByteArray("MESSAGE-id:<a@b>") << u"a@b"_s << u""_s;
    QTest::newRow("folded") << QByteArray("Message-ID:\n <a@b>\nIn-Reply-To: nothing of use") << u"a@b"_s
                            << u""_s;
    QTest::newRow("two") << QByteArray("Message-ID: <a@b> <c@d>") << u"a@b"_s << u""_s;
}

void TestMime::idsStandWithoutBrackets()
{
    QFETCH(QByteArray, headers);
    const MailMessage message = withHeader(headers);
    QTEST(message.id, "id");
    QTEST(message.inReplyTo, "answers");
}

void TestMime::datesAreOfUtc_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QString>("utc");
    QTest::newRow("east") << QByteArray("Fri, 8 Nov 2019 00:30:00 +0900") << u"2019-11-07T15:30:00Z"_s;
    QTest::newRow("west") << QByteArray("Thu, 31 Dec 2020 20:00:00 -0800 (PST)") << u"2021-01-01T04:00:00Z"_s;
    QTest::newRow("two digits") << QByteArray("8 Nov 99 10:00 GMT") << u"1999-11-08T10:00:00Z"_s;
    QTest::newRow("none") << QByteArray("yesterday") << u""_s;
    QTest::newRow("empty") << QByteArray("") << u""_s;
    QTest::newRow("never set") << QByteArray("Thu, 1 Jan 1970 00:00:00 +0000") << u""_s;
    QTest::newRow("far") << QByteArray("Thu, 1 Jan 9999 00:00:00 +0000") << u""_s;
    QTest::newRow("huge") << QByteArray("Thu, 99 Jan 999999999999 99:99:99 +9999") << u""_s;
    QTest::newRow("negative") << QByteArray("Thu, -5 Jan -2020 -1:-1:-1 -99999999") << u""_s;
    QTest::newRow("no such day") << QByteArray("Thu, 30 Feb 2020 10:00:00 +0000") << u""_s;
}

void TestMime::datesAreOfUtc()
{
    QFETCH(QByteArray, date);
    QFETCH(QString, utc);
    const MailMessage message = withHeader("Date: " + date);
    QCOMPARE(message.sent ? message.sent->toString(Qt::ISODate) : u""_s, utc);
    QVERIFY(!message.sent || message.sent->timeSpec() == Qt::UTC);
}

void TestMime::bodiesAreDecoded_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *headers, const QByteArray &body, const QString &text) {
        QTest::newRow(name) << QByteArray(headers) << body << text;
    };
    row("none", "X-A: b", "one\ntwo\n", u"one\ntwo"_s);
    row("quoted-printable",
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
        "Gr=C3=BC=C3=9Fe aus Z=C3=BC=\nrich=3D\n", u"Gr\u00fc\u00dfe aus Z\u00fcrich="_s);
    row("base64", "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: BASE64", "5a6J5YWo\n",
        u"\u5b89\u5168"_s);
    row("broken base64", "Content-Type: text/plain\nContent-Transfer-Encoding: base64", "SGVsbG8*!\x01g\n",
        u"Hello"_s);
    row("Latin 1", "Content-Type: text/plain; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: 8bit",
        "caf\xE9 \x93x\x94", u"caf\u00e9 \u201cx\u201d"_s);
    row("Japanese", "Content-Type: text/plain; charset=iso-2022-jp", "\x1b$B0BA4\x1b(B ok",
        u"\u5b89\u5168 ok"_s);
    row("Shift JIS cut", "Content-Type: text/plain; charset=shift_jis", QByteArray("\x88\xC0\x91", 3),
        u"\u5b89\ufffd"_s);
    row("no such charset", "Content-Type: text/plain; charset=x-nobody-knows", "caf\xC3\xA9", u"caf\u00e9"_s);
    row("a path as charset", "Content-Type: text/plain; charset=\"../../etc/passwd//\"", "caf\xC3\xA9",
        u"caf\u00e9"_s);
    row("wrongly UTF-8", "Content-Type: text/plain; charset=utf-8", "caf\xE9", u"caf\u00e9"_s);
    row("NUL bytes", "Content-Type: text/plain", QByteArray("a\0b\x01\x1b[2Jc", 9), u"ab[2Jc"_s);
    row("no type", "Content-Type: ;;;=\nContent-Transfer-Encoding: nonsense", "words\n", u"words"_s);
    row("no end of line", "X-A: b", "word", u"word"_s);
    row("nothing", "X-A: b", "", u""_s);
    row("indented", "X-A: b", "\n\n  a\n  b\n\n", u"  a\n  b"_s);
}

void TestMime::bodiesAreDecoded()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QCOMPARE(read("Subject: x\n" + headers + "\n\n" + body).text, text);
}

static QByteArray alternative(const QByteArray &plain)
{
    return "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"b\"\n\nNot for "
           "people.\n--b\n"
           "Content-Type: text/plain\n\n" +
           plain + "\n--b\nContent-Type: text/html\n\n<p>Rich <b>words</b></p>\n--b--\nNor this.\n";
}

void TestMime::plainTextIsPreferred()
{
    const MailMessage message = read(alternative("Plain words"));
    QCOMPARE(message.text, u"Plain words"_s);
    QVERIFY(message.attachments.isEmpty());
}

void TestMime::anEmptyPlainTextGivesWayToHtml()
{
    QCOMPARE(read(alternative(" \n")).text, u"Rich words"_s);
}

void TestMime::htmlAloneBecomesText()
{
    QCOMPARE(withHeader("Content-Type: text/html").text, u"body"_s);
    QCOMPARE(
        read("Subject: x\nContent-Type: text/html; charset=utf-8\n\n<p>One<br>two</p><script>no</script>\n")
            .text,
        u"One\ntwo"_s);
}

void TestMime::namesOfFilesAreKept()
{
    const MailMessage message =
        read("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee "
             "the files.\n"
             "--b\nContent-Type: application/pdf; name=\"plan.pdf\"\nContent-Disposition: attachment; "
             "filename=\"plan.pdf\"\n"
             "Content-Transfer-Encoding: base64\n\nJVBERg==\n"
             "--b\nContent-Type: text/plain\nContent-Disposition: attachment; "
             "filename*=utf-8''%C3%BCber.txt\n\nnot shown\n"
             "--b\nContent-Type: image/png; name=\"../../etc/pass\\\\wd.png\"\n\nx\n"
             "--b\nContent-Type: application/zip\n\nx\n"
             "--b\nContent-Type: text/plain\n\nA footer of the list.\n--b--\n");
    QCOMPARE(message.text, u"See the files.\n\nA footer of the list."_s);
    QCOMPARE(message.attachments,
             (QStringList{u"plan.pdf"_s, u"\u00fcber.txt"_s, u"wd.png"_s, u"application/zip"_s}));
}

void TestMime::whatIsForwardedIsRead()
{
    const MailMessage message =
        read("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nFor your information.\n--b\n"
             "Content-Type: message/rfc822\n\nSubject: The key roll\nFrom: a@example.org\n\nIt was "
             "postponed.\n--b--\n");
    QVERIFY2(message.text.contains(u"The key roll \u2013 a@example.org"_s), qPrintable(message.text));
    QVERIFY(message.text.endsWith(u"It was postponed."_s));
    // In a digest parts without a type are messages.
    const MailMessage digest =
        read("Subject: x\nContent-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: One\n\nfirst\n"
             "--b\n\nSubject: Two\n\nsecond\n--b--\n");
    QVERIFY2(digest.text.contains(u"One"_s) && digest.text.endsWith(u"second"_s), qPrintable(digest.text));
}

void TestMime::aMessageWithoutIdGetsOneOfItsOwn()
{
    const QByteArray bytes = "From: a@b\nDate: Fri, 8 Nov 2019 13:02:00 +0000\n\nHello\nthere\n";
    const MailMessage message = read(bytes);
    QVERIFY(message.madeId && message.id.size() > 20);
    // However the file is written, it is the same message.
    QCOMPARE(read(QByteArray(bytes).replace("\n", "\r\n")).id, message.id);
    QCOMPARE(read("X-Spam: no\n" + bytes + "\n\n").id, message.id);
    QVERIFY(read(bytes + "more").id != message.id);
    QVERIFY(!readMimeMessage("X-Only: this\n\nHello\n"));
    QVERIFY(!readMimeMessage(""));
}

void TestMime::longTextsAreCut()
{
    const QByteArray line = "\xC3\xBC\xC3\xBC word\n";
    const MailMessage message = read("Subject: x\n\n" + line.repeated(maxMailBody / int(line.size()) + 100));
    QVERIFY(message.cut);
    QVERIFY(message.text.toUtf8().size() <= maxMailBody && message.text.toUtf8().size() > maxMailBody - 300);
    QVERIFY(message.text.endsWith(u"was left out.]"_s));
    QVERIFY(!message.text.contains(QChar::ReplacementCharacter));
    QVERIFY(!read("Subject: x\n\n" + line).cut);
}

PLUMBLINE_TEST(TestMime)

} // namespace mime_test

#include "tst_mime.moc"
