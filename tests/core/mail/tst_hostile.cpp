// Mail that is cut off, flipped, monstrous or made to do harm: something is read or one sentence refuses it,
// soon.

#include "core/base/value.h"
#include "core/mail/mbox.h"
#include "tests/testprogram.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace mailhostile_test {

class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void monstersAreReadSoon_data();
    void monstersAreReadSoon();
    void everyCutIsReadOrRefused();
    void flippedBytesDoNoHarm();
    void whatIsTooMuchIsRefused();
};

static const QByteArray frame = "From ada@example.org Fri Nov  8 13:02:00 2019\nSubject: x\n";

static QByteArray nested(int depth)
{
    QByteArray mail = frame;
    for (int i = 0; i < depth; ++i) {
        const QByteArray name = QByteArray::number(i);
        mail += "Content-Type: multipart/mixed; boundary=\"b" + name + "\"\n\n--b" + name + "\n";
    }
    return mail + "\nat the bottom\n";
}

/// What everything that was read must keep to, whatever the file.
static void verifyFit(const Result<MailFile> &file)
{
    if (!file) {
        QVERIFY2(file.error().sentence.endsWith(u'.'), qPrintable(file.error().sentence));
        return;
    }
    for (const MailMessage &message : file->messages) {
        QVERIFY(!message.id.isEmpty());
        for (const QString &line :
             QStringList{message.id, message.inReplyTo, message.subject, message.sender} +
                 message.attachments)
            QVERIFY(line.size() <= maxMailLine && !line.contains(u'\n') && cleanText(line) == line);
        QVERIFY(cleanText(message.text) == message.text);
        QVERIFY(message.text.toUtf8().size() <= maxMailBody);
        QVERIFY(QString::fromUtf8(message.text.toUtf8()) == message.text);
    }
}

void TestHostile::monstersAreReadSoon_data()
{
    QTest::addColumn<QByteArray>("data");
    const auto row = [](const char *name, const QByteArray &data) { QTest::newRow(name) << data; };
    static constexpr int many = 30000;
    row("deep multiparts", nested(3000));
    row("deep messages", frame + QByteArray("Content-Type: message/rfc822\n\n").repeated(3000) + "x\n");
    row("many parts",
        frame + "Content-Type: multipart/mixed; boundary=b\n\n" + QByteArray("--b\n\nx\n").repeated(5000));
    row("many headers", frame + QByteArray("X-A: b\n").repeated(many / 7) + "\nx\n");
    row("long header", frame + "X-A: " + QByteArray(many, 'a') + "\n\nx\n");
    row("long subject", "From x Fri Nov  8 13:02:00 2019\nSubject: " +
                            QByteArray("=?utf-8?q?a?= ").repeated(many / 14) + "\n\nx\n");
    row("encoded without an end", "From x Fri Nov  8 13:02:00 2019\nSubject: " +
                                      QByteArray("=?utf-8?q?").repeated(many / 10) + "\n\nx\n");
    row("long address", frame + "From: " + QByteArray("(").repeated(many) + "\n\nx\n");
    row("quoted address", frame + "From: " + QByteArray("\"a\" <").repeated(many / 5) + "\n\nx\n");
    row("groups of addresses", frame + "To: " + QByteArray("g:").repeated(many / 2) + "\n\nx\n");
    row("many ids", frame + "References: " + QByteArray("<a@b> ").repeated(many / 6) + "\n\nx\n");
    row("parameters",
        frame + "Content-Type: text/plain" + QByteArray("; a=b").repeated(many / 5) + "\n\nx\n");
    row("numbered parameters", frame + "Content-Disposition: attachment" +
                                   QByteArray("; filename*0*=a").repeated(many / 15) + "\n\nx\n");
    row("numbers of parameters",
        frame +
            "Content-Disposition: attachment; filename*999999999*=a; filename*-1=b; filename*=x''%\n\nx\n");
    row("boundary of its own", frame + "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n--\n----\n");
    row("long boundary", frame + "Content-Type: multipart/mixed; boundary=\"" + QByteArray(5000, 'b') +
                             "\"\n\n--" + QByteArray(5000, 'b') + "\n\nx\n");
    row("dashes",
        frame + "Content-Type: multipart/mixed; boundary=b\n\n" + QByteArray("--\n").repeated(many / 3));
    row("one long line", frame + "\n" + QByteArray(1000000, 'x'));
    row("zeros", frame + "\n" + QByteArray(many, '\0'));
    row("uuencoded", frame + "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n" +
                         QByteArray("M~~~~\n").repeated(1000));
    row("yencoded", frame + "Content-Transfer-Encoding: x-yenc\n\n=ybegin line=999999999 size=-1 name=a\n" +
                        QByteArray("=~~~\n").repeated(1000));
    row("quoted-printable",
        frame + "Content-Transfer-Encoding: quoted-printable\n\n" + QByteArray("==A=").repeated(many / 4));
    row("a text of UTF-7",
        frame + "Content-Type: text/plain; charset=utf-7\n\n" + QByteArray("+AGE-+").repeated(many / 6));
    row("an invalid text of UTF-16",
        frame + "Content-Type: text/plain; charset=utf-16\n\n" + QByteArray("\xD8\x01").repeated(many / 2));
    row("HTML",
        frame + "Content-Type: text/html\n\n" + QByteArray("<div><a href='http://x'>").repeated(many / 24));
    row("alternatives", frame + "Content-Type: multipart/alternative; boundary=b\n\n" +
                            QByteArray("--b\nContent-Type: text/html\n\n<p>x\n").repeated(1500));
    row("pieces of a message",
        frame + "Content-Type: message/partial; id=\"a\"; number=99999999; total=-1\n\nx\n");
    row("a body somewhere else",
        frame + "Content-Type: message/external-body; access-type=local-file; name=\"/etc/passwd\"\n\nx\n");
    row("encrypted", frame + "Content-Type: multipart/encrypted; protocol=x; boundary=b\n\n--b\n\n--b--\n");
    row("signed",
        frame +
            "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; "
            "boundary=b\n\n--b\n\nx\n--b\nContent-Type: application/pgp-signature\n\n-----BEGIN\n--b--\n");
    row("S/MIME", frame + "Content-Type: application/pkcs7-mime; "
                          "smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nAAAA\n");
    row("many frames", frame.repeated(1000));
    row("frames without mail", QByteArray("From x Fri Nov  8 13:02:00 2019\n\n").repeated(2000));
    row("marks", frame + "\n" + QByteArray(many, '>') + "From x\n");
}

void TestHostile::monstersAreReadSoon()
{
    QFETCH(QByteArray, data);
    QElapsedTimer timer;
    timer.start();
    verifyFit(readMbox(data));
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
}

static QByteArray richMail()
{
    return frame +
           "From: =?utf-8?Q?Ren=C3=A9?= <r@example.org>\nMessage-ID: <1@x>\nIn-Reply-To: <0@x>\n"
           "Date: Fri, 8 Nov 2019 13:02:00 +0100\nContent-Type: multipart/mixed; boundary=\"o\"\n\n--o\n"
           "Content-Type: multipart/alternative; boundary=i\n\n--i\nContent-Type: text/plain; "
           "charset=iso-2022-jp\n\n"
           "\x1b$B0BA4\x1b(B\n--i\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: "
           "quoted-printable\n\n"
           "<p>=C3=BC &amp; <a href=3D\"http://x\">y</a></p>\n--i--\n--o\nContent-Type: application/pdf\n"
           "Content-Disposition: attachment; filename*0*=utf-8''%C3%BC; "
           "filename*1=.pdf\nContent-Transfer-Encoding: base64\n\n"
           "JVBERg==\n--o\nContent-Type: message/rfc822\n\nSubject: inner\n\n>From inside\n--o--\n\n" +
           frame + "\nthe second\n";
}

void TestHostile::everyCutIsReadOrRefused()
{
    const QByteArray mail = richMail();
    for (qsizetype cut = 0; cut < mail.size(); ++cut)
        verifyFit(readMbox(mail.left(cut)));
    QCOMPARE(readMbox(mail)->messages.size(), 2);
}

void TestHostile::flippedBytesDoNoHarm()
{
    QRandomGenerator random(20191108);
    const QByteArray mail = richMail();
    for (int round = 0; round < 300; ++round) {
        QByteArray broken = mail;
        for (int i = 0; i <= round % 8; ++i)
            broken[random.bounded(broken.size())] = char(random.bounded(256));
        if (round % 3 == 0)
            broken.remove(random.bounded(broken.size()), random.bounded(20));
        verifyFit(readMbox(broken));
    }
}

void TestHostile::whatIsTooMuchIsRefused()
{
    const QByteArray ten = (frame + "\nhello\n\n").repeated(10);
    QCOMPARE(readMbox(ten, {}, {ten.size(), 10, 50})->messages.size(), 10);
    const auto refusal = [&](const MailBounds &bounds) { return readMbox(ten, {}, bounds).error().sentence; };
    QVERIFY(refusal({ten.size() - 1, 10, 50}).startsWith(u"The file is larger"_s));
    QVERIFY(refusal({ten.size(), 9, 50}).startsWith(u"The file holds more than 9 messages"_s));
    QVERIFY(refusal({ten.size(), 10, 49}).startsWith(u"The messages hold more"_s));
}

PLUMBLINE_TEST(TestHostile)

} // namespace mailhostile_test

#include "tst_hostile.moc"
