#include "core/base/filenames.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace filenames_test {

class TestFileNames : public QObject
{
    Q_OBJECT

private slots:
    void namesAreCleaned_data();
    void namesAreCleaned();
    void whatIsTooLongKeepsItsEnding_data();
    void whatIsTooLongKeepsItsEnding();
    void cleanNamesStayAsTheyAre();
};

void TestFileNames::namesAreCleaned_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char *what, const QString &name, const QString &clean) {
        QTest::newRow(what) << name << clean;
    };
    row("an ordinary one", u"Minutes of 24 January.pdf"_s, u"Minutes of 24 January.pdf"_s);
    row("Arabic", u"محضر الاجتماع.pdf"_s, u"محضر الاجتماع.pdf"_s);
    row("Chinese", u"会议记录.docx"_s, u"会议记录.docx"_s);
    row("a smile", u"\U0001F600.png"_s, u"\U0001F600.png"_s);
    row("no ending", u"README"_s, u"README"_s);
    row("folders above", u"../../etc/passwd"_s, u"passwd"_s);
    row("folders of Windows", u"..\\..\\boot.ini"_s, u"boot.ini"_s);
    row("a folder", u"folder/"_s, u"file"_s);
    row("here", u"."_s, u"file"_s);
    row("above", u".."_s, u"file"_s);
    row("nothing", {}, u"file"_s);
    row("blanks", u"  \t "_s, u"file"_s);
    row("hidden", u".bash_login"_s, u"bash_login"_s);
    row("a drive", u"C:x.txt"_s, u"C_x.txt"_s);
    row("another stream", u"x.txt:hidden.exe"_s, u"x.txt_hidden.exe"_s);
    row("marks Windows forbids", u"a<b>c|d?e*f\"g.txt"_s, u"a_b_c_d_e_f_g.txt"_s);
    row("dots and blanks at the end", u"x.txt. . "_s, u"x.txt"_s);
    row("a NUL", u"x.pdf"_s + QChar(0) + u".exe"_s, u"x.pdf.exe"_s);
    row("line ends", u"x\r\ny.txt"_s, u"xy.txt"_s);
    row("control characters", QString(QChar(0x1b)) + u"[31mred"_s + QChar(0x7f) + QChar(0x9b), u"[31mred"_s);
    row("the direction turned round", u"invoice"_s + QChar(0x202e) + u"fdp.exe"_s, u"invoicefdp.exe"_s);
    row("isolates", QString(QChar(0x2066)) + u"x"_s + QChar(0x2069) + u".txt"_s, u"x.txt"_s);
    row("a line separator", u"a"_s + QChar(0x2028) + u"b"_s, u"ab"_s);
    row("half a character", u"a"_s + QChar(0xd83d) + u".txt"_s, u"a_.txt"_s);
    row("a device", u"con"_s, u"_con"_s);
    row("a device with an ending", u"NUL.tar.gz"_s, u"_NUL.tar.gz"_s);
    row("a port", u"com1.txt"_s, u"_com1.txt"_s);
    row("no port", u"company.txt"_s, u"company.txt"_s);
}

void TestFileNames::namesAreCleaned()
{
    QFETCH(QString, name);
    QFETCH(QString, clean);
    QCOMPARE(cleanFileName(name), clean);
    QCOMPARE(cleanFileName(clean), clean);
}

void TestFileNames::whatIsTooLongKeepsItsEnding_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("ending");
    QTest::newRow("Latin") << QString(300, u'x') + u".pdf"_s << u".pdf"_s;
    QTest::newRow("Arabic") << QString(300, QChar(0x0645)) + u".pdf"_s << u".pdf"_s;
    QTest::newRow("smiles") << u"\U0001F600"_s.repeated(150) + u".png"_s << u".png"_s;
    QTest::newRow("no ending") << QString(300, u'x') << u"x"_s;
    QTest::newRow("nothing but an ending") << u"x."_s + QString(300, u'y') << u"y"_s;
    QTest::newRow("many dots") << u"x."_s.repeated(200) + u"y"_s << u"y"_s;
}

void TestFileNames::whatIsTooLongKeepsItsEnding()
{
    QFETCH(QString, name);
    QFETCH(QString, ending);
    const QString clean = cleanFileName(name);
    QVERIFY(clean.endsWith(ending));
    QVERIFY(clean.toUtf8().size() <= longestFileName && clean.toUtf8().size() > longestFileName - 8);
    QVERIFY(name.startsWith(clean.chopped(ending.size())));
    QCOMPARE(QString::fromUtf8(clean.toUtf8()), clean);
}

void TestFileNames::cleanNamesStayAsTheyAre()
{
    // Whatever comes in, what comes out is one name in one folder and is clean.
    quint32 random = 1;
    for (int i = 0; i < 2000; ++i) {
        QString name;
        for (int length = int(random % 30); length > 0; --length) {
            random = random * 1664525 + 1013904223;
            const ushort code = ushort(random >> 16);
            name += QChar(random % 3 == 0 ? code : ushort(code % 128));
        }
        random = random * 1664525 + 1013904223;
        const QString clean = cleanFileName(name);
        QVERIFY(!clean.isEmpty() && clean != u"." && clean != u"..");
        QVERIFY(!clean.contains(u'/') && !clean.contains(u'\\') && !clean.contains(QChar(0)));
        QCOMPARE(cleanFileName(clean), clean);
    }
}

PLUMBLINE_TEST(TestFileNames)
} // namespace filenames_test

#include "tst_filenames.moc"
