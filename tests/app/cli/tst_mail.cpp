// import-mail.

#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace mail_test {

class TestMail : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aListIsTakenInAndFound();
    void aDryRunAddsNothing();
    void countsAsJson();
    void takenAgainNothingIsAdded();
    void itGoesOutAndInWithABundle();
    void whatIsNoListIsRefusedAndNothingIsAdded_data();
    void whatIsNoListIsRefusedAndNothingIsAdded();
    void wrongWordsAreRefused();

private:
    Ran take(const QStringList &more = {}) const
    {
        return m_computer->run(QStringList{u"import-mail"_s, u"r.plumb"_s, u"list.mbox"_s} + more);
    }
    std::unique_ptr<Computer> m_computer;
};

void TestMail::init()
{
    m_computer = std::make_unique<Computer>();
    EXPECT_CODE(0,
                m_computer->run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s, u"--title"_s, u"R"_s}));
    EXPECT_CODE(
        0, m_computer->apply(u"r.plumb"_s,
                             R"({"create":"subteam","set":{"title":"DNS SSR","list":"dns@example.org"}})"));
    m_computer->write(
        u"list.mbox"_s,
        "From ada@example.org Fri Nov  8 13:02:00 2019\n"
        "From: Ada <ada@example.org>\nSubject: =?utf-8?Q?Z=C3=BCrich?=\nMessage-ID: <1@example.org>\n"
        "Date: Fri, 8 Nov 2019 13:02:00 +0000\n\nThe workshop is on Monday.\n\n"
        "From bob@example.org Sat Nov  9 09:00:00 2019\n"
        "From: Bob <bob@example.org>\nSubject: Re: Z\nMessage-ID: <2@example.org>\nIn-Reply-To: "
        "<1@example.org>\n"
        "Date: Sat, 9 Nov 2019 10:00:00 +0100\n\nI shall be there.\n");
}

void TestMail::aListIsTakenInAndFound()
{
    const Ran ran = take({u"--subteam"_s, u"S1"_s});
    QVERIFY2(ran.code == 0 && ran.out == "2 messages were added.\n" && ran.err.isEmpty(), ran.told());
    const QJsonArray messages = m_computer->show(u"r.plumb"_s, u"message"_s);
    QCOMPARE(messages.size(), 2);
    const QJsonObject second = recordsWith(messages, u"messageid"_s, u"2@example.org"_s).value(0);
    QCOMPARE(second[u"key"_s].toString(), u"MS-S1-191109375"_s);
    QCOMPARE(second[u"sent"_s].toString(), u"2019-11-09T09:00Z"_s);
    QCOMPARE(second[u"list"_s].toString(), u"dns@example.org"_s);
    QCOMPARE(second[u"inreplyto"_s].toString(), u"1@example.org"_s);
    QCOMPARE(m_computer->run({u"search"_s, u"r.plumb"_s, u"workshop"_s, u"--json"_s}).array().size(), 1);
    EXPECT_CODE(0, m_computer->run({u"undo"_s, u"r.plumb"_s}));
    QVERIFY(m_computer->show(u"r.plumb"_s, u"message"_s).isEmpty());
}

void TestMail::aDryRunAddsNothing()
{
    const QByteArray before = m_computer->bytes(u"r.plumb"_s);
    const Ran ran = take({u"--dry-run"_s});
    QVERIFY2(ran.code == 0 && ran.out == "2 messages would be added.\n", ran.told());
    QCOMPARE(m_computer->bytes(u"r.plumb"_s), before);
}

void TestMail::countsAsJson()
{
    const Ran dry = take({u"--dry-run"_s, u"--json"_s});
    const Ran ran = take({u"--json"_s, u"--list"_s, u"all@example.org"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(dry.out, ran.out);
    const QJsonObject counts = ran.object();
    QCOMPARE(counts[u"new"_s].toInt(-1), 2);
    for (const QString &name : {u"known"_s, u"repeated"_s, u"deleted"_s})
        QCOMPARE(counts[name].toInt(-1), 0);
    QVERIFY(counts[u"notes"_s].isArray());
    QCOMPARE(m_computer->show(u"r.plumb"_s, u"message"_s).at(0).toObject()[u"list"_s].toString(),
             u"all@example.org"_s);
}

void TestMail::takenAgainNothingIsAdded()
{
    EXPECT_CODE(0, take());
    const QByteArray before = m_computer->dump(u"r.plumb"_s);
    const Ran again = take();
    QVERIFY2(again.code == 0 && again.out == "0 messages were added.\n2 messages were here already.\n",
             again.told());
    QCOMPARE(m_computer->dump(u"r.plumb"_s), before);
}

void TestMail::itGoesOutAndInWithABundle()
{
    m_computer->copy(u"r.plumb"_s, u"b.plumb"_s);
    EXPECT_CODE(0, m_computer->run({u"import-mail"_s, u"b.plumb"_s, u"list.mbox"_s}));
    EXPECT_CODE(0, m_computer->run({u"export"_s, u"b.plumb"_s, u"b.plumbx"_s}));
    EXPECT_CODE(0, take()); // Both took it in.
    EXPECT_CODE(0, m_computer->run({u"import"_s, u"r.plumb"_s, u"b.plumbx"_s}));
    EXPECT_CODE(0, m_computer->run({u"conflicts"_s, u"r.plumb"_s}));
    QCOMPARE(m_computer->dump(u"r.plumb"_s), m_computer->dump(u"b.plumb"_s));
    QCOMPARE(m_computer->show(u"r.plumb"_s, u"message"_s).size(), 2);
}

void TestMail::whatIsNoListIsRefusedAndNothingIsAdded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("something else") << QByteArray("\x89PNG\r\n\x1a\n");
    QTest::newRow("a letter") << QByteArray("Dear all,\nhow are you?\n");
}

void TestMail::whatIsNoListIsRefusedAndNothingIsAdded()
{
    QFETCH(QByteArray, bytes);
    m_computer->write(u"list.mbox"_s, bytes);
    EXPECT_REFUSED(3, take());
    QVERIFY(m_computer->show(u"r.plumb"_s, u"message"_s).isEmpty());
}

void TestMail::wrongWordsAreRefused()
{
    EXPECT_REFUSED(2, m_computer->run({u"import-mail"_s, u"r.plumb"_s}));
    EXPECT_REFUSED(2, take({u"--frobnicate"_s}));
    EXPECT_REFUSED(3, take({u"--subteam"_s, u"S9"_s}));
    EXPECT_REFUSED(3, m_computer->run({u"import-mail"_s, u"r.plumb"_s, u"none.mbox"_s}));
    EXPECT_CODE(0, m_computer->apply(u"r.plumb"_s, R"({"create":"milestone","set":{"title":"M"}})"));
    EXPECT_REFUSED(3, take({u"--subteam"_s, u"M-001"_s}));
}

PLUMBLINE_TEST(TestMail)

} // namespace mail_test

#include "tst_mail.moc"
