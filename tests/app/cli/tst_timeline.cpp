#include "tests/app/cli/clirunner.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"

#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace timeline_test {

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pictureIsWhatItsNameSays_data();
    void pictureIsWhatItsNameSays();
    void fewerDaysAreNarrower();
    void oneLaneIsLower();
    void whatCannotBeDrawn();
    void wrongWords();

private:
    QSize sizeOfPng(const QStringList &options);
    Computer m_computer;
};

void TestTimeline::initTestCase()
{
    QVERIFY(putSample(m_computer.path(u"s.plumb"_s)));
}

void TestTimeline::pictureIsWhatItsNameSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("png") << u"t.png"_s << QByteArray("\x89PNG\r\n\x1a\n")
                         << QByteArray("IEND\xae\x42\x60\x82");
    QTest::newRow("svg") << u"t.svg"_s << QByteArray("<?xml ") << QByteArray("</svg>");
    QTest::newRow("pdf") << u"t.pdf"_s << QByteArray("%PDF-1.") << QByteArray("%%EOF");
    QTest::newRow("upper case") << u"t2.PDF"_s << QByteArray("%PDF-1.") << QByteArray("%%EOF");
}

void TestTimeline::pictureIsWhatItsNameSays()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, end);
    const Ran ran = m_computer.run({u"timeline"_s, u"s.plumb"_s, name});
    QVERIFY2(ran.code == 0 && ran.err.isEmpty(), ran.told());
    const QByteArray picture = m_computer.bytes(name);
    QVERIFY(picture.startsWith(begin) && picture.trimmed().endsWith(end));
    QVERIFY(picture.size() > 5000);
    if (name.endsWith(u".svg"_s))
        QVERIFY(picture.contains("<svg "));
}

/// Width and height as the header of a PNG says, so that the test needs nothing that paints.
QSize TestTimeline::sizeOfPng(const QStringList &options)
{
    if (m_computer.run(QStringList{u"timeline"_s, u"s.plumb"_s, u"size.png"_s} + options).code != 0)
        return {};
    const QByteArray png = m_computer.bytes(u"size.png"_s);
    const auto number = [&](int at) { return int(qFromBigEndian<quint32>(png.constData() + at)); };
    return {number(16), number(20)};
}

void TestTimeline::fewerDaysAreNarrower()
{
    const QSize all = sizeOfPng({});
    const QSize year = sizeOfPng({u"--from"_s, u"2019-01-01"_s, u"--to"_s, u"2019-12-31"_s});
    QVERIFY(all.width() > 1000 && year.isValid() && year.width() < all.width());
}

void TestTimeline::oneLaneIsLower()
{
    const QSize all = sizeOfPng({});
    const QSize lane = sizeOfPng({u"--subteam"_s, u"S7"_s});
    QVERIFY(lane.isValid() && lane.height() < all.height() / 2);
}

void TestTimeline::whatCannotBeDrawn()
{
    EXPECT_REFUSED(3, m_computer.run({u"timeline"_s, u"s.plumb"_s, u"t.bmp"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"timeline"_s, u"s.plumb"_s, u"t"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"timeline"_s, u"s.plumb"_s, u"no.png"_s, u"--subteam"_s, u"S99"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"timeline"_s, u"s.plumb"_s, u"no.png"_s, u"--subteam"_s, u"M-001"_s}));
    EXPECT_REFUSED(3, m_computer.run({u"timeline"_s, u"s.plumb"_s, u"no.png"_s, u"--from"_s, u"2020-01-01"_s,
                                      u"--to"_s, u"2019-01-01"_s}));
    EXPECT_REFUSED(4, m_computer.run({u"timeline"_s, u"s.plumb"_s, u"nowhere/no.png"_s}));
    QVERIFY(!m_computer.has(u"t.bmp"_s) && !m_computer.has(u"no.png"_s));
}

void TestTimeline::wrongWords()
{
    EXPECT_REFUSED(2, m_computer.run({u"timeline"_s, u"s.plumb"_s}));
    EXPECT_REFUSED(2,
                   m_computer.run({u"timeline"_s, u"s.plumb"_s, u"no.png"_s, u"--from"_s, u"2020-02-30"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"timeline"_s, u"s.plumb"_s, u"no.png"_s, u"--to"_s, u"soon"_s}));
    EXPECT_REFUSED(2, m_computer.run({u"timeline"_s, u"s.plumb"_s, u"no.png"_s, u"--on"_s, u"soon"_s}));
    QVERIFY(!m_computer.has(u"no.png"_s));
}

PLUMBLINE_TEST(TestTimeline)
} // namespace timeline_test

#include "tst_timeline.moc"
