#include "tests/testprogram.h"
#include "ui/render/pdfcanvas.h"
#include "ui/render/reportwriter.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace pdf_test {

namespace {

report::Document sample()
{
    report::Document document;
    document.kind = u"Draft report"_s;
    document.title = u"A review of names & numbers"_s;
    document.shortName = u"AR draft report"_s;
    document.author = u"The team"_s;
    document.language = u"en"_s;
    document.recordDate = QDate(2020, 1, 24);
    document.dateText = u"24 January 2020"_s;
    report::Chart chart;
    chart.language = u"en"_s;
    chart.from = QDate(2020, 1, 1);
    chart.to = QDate(2020, 6, 30);
    chart.asOf = document.recordDate;
    report::ChartRow head;
    head.head = true;
    head.title = u"Full team"_s;
    chart.rows += head;
    document.sections = {
        {1, {}, u"Contents"_s, {}, {report::ContentsList()}},
        {1, {}, u"Summary"_s, {}, {report::Paragraph{report::Text::plain(u"Plumbago sentence."_s)}}},
        {1, {}, u"Timeline"_s, {}, {chart}}};
    report::numberSections(document);
    return document;
}

/// What a tool says; empty when it is not installed.
QString saidBy(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(QStandardPaths::findExecutable(tool), arguments);
    process.waitForFinished(60000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// A disk that is full after some bytes.
class FullDisk : public QIODevice
{
public:
    explicit FullDisk(qint64 room) : m_room(room) { open(WriteOnly | Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 length) override
    {
        setErrorString(u"No space left on device"_s);
        return std::min(length, m_room);
    }

private:
    qint64 m_room;
};

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private slots:
    void aPdfIsWritten();
    void theFileKnowsNoDateButItsRecordDate();
    void toolsReadTitleAndPages();
    void toolsReadTheWords();
    void aMissingFolderIsAnError();
    void aFullDiskIsAnError();
    void aFailureKeepsTheFormerFile();

private:
    QString written();
    QTemporaryDir m_folder;
};

QString TestPdf::written()
{
    const QString path = m_folder.filePath(u"report.pdf"_s);
    if (!QFile::exists(path) && !writeReport(sample(), path))
        return {};
    return path;
}

void TestPdf::aPdfIsWritten()
{
    QFile file(written());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-1."));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
}

void TestPdf::theFileKnowsNoDateButItsRecordDate()
{
    QFile file(written());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(bytes.count("(D:"), bytes.count("(D:20200124000000"));
    QVERIFY(bytes.contains("(D:20200124000000"));
    QVERIFY(!bytes.contains(QDate::currentDate().toString(u"yyyyMMdd"_s).toLatin1()));
    QVERIFY(!bytes.contains(QDate::currentDate().toString(Qt::ISODate).toLatin1()));
}

void TestPdf::toolsReadTitleAndPages()
{
    if (QStandardPaths::findExecutable(u"pdfinfo"_s).isEmpty())
        QSKIP("pdfinfo is not installed");
    const QString path = written();
    const QString info = saidBy(u"pdfinfo"_s, {path});
    QVERIFY(info.contains(u"A review of names & numbers"_s));
    QVERIFY(info.contains(QRegularExpression(u"Pages:\\s+4\\b"_s)));
    QVERIFY(info.contains(u"(A4)"_s));
    QVERIFY(saidBy(u"pdfinfo"_s, {u"-meta"_s, path}).contains(u"The team"_s));
    const QString sheet = saidBy(u"pdfinfo"_s, {u"-f"_s, u"4"_s, u"-l"_s, u"4"_s, path});
    QVERIFY2(sheet.contains(QRegularExpression(u"size:\\s+84[12].* x 595"_s)), qPrintable(sheet));
}

void TestPdf::toolsReadTheWords()
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("pdftotext is not installed");
    // Without its line breaks: the title takes two lines on the cover.
    const QString words = saidBy(u"pdftotext"_s, {written(), u"-"_s}).simplified();
    for (const QString &expected :
         {u"A review of names & numbers"_s, u"Plumbago sentence."_s, u"page 2 of 4"_s, u"24 January 2020"_s,
          u"As of 24 Jan"_s, u"Full team"_s})
        QVERIFY2(words.contains(expected), qPrintable(expected));
}

void TestPdf::aMissingFolderIsAnError()
{
    const Status status = writeReport(sample(), m_folder.filePath(u"nowhere/report.pdf"_s));
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::CannotWrite);
    QVERIFY(status.error().sentence.contains(u"nowhere"_s));
}

void TestPdf::aFullDiskIsAnError()
{
    FullDisk disk(1000);
    PdfCanvas canvas(disk);
    const Status status = draw(layOut(sample()), canvas);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::CannotWrite);
    QVERIFY(status.error().sentence.contains(u"No space left on device"_s));
}

void TestPdf::aFailureKeepsTheFormerFile()
{
    const QString path = m_folder.filePath(u"former.pdf"_s);
    QFile former(path);
    QVERIFY(former.open(QIODevice::WriteOnly));
    former.write("former");
    former.close();
    // A folder in place of the file cannot be replaced either.
    QVERIFY(QDir(m_folder.path()).mkdir(u"folder.pdf"_s));
    QVERIFY(!writeReport(sample(), m_folder.filePath(u"folder.pdf"_s)));
    QVERIFY(former.open(QIODevice::ReadOnly));
    QCOMPARE(former.readAll(), QByteArray("former"));
}

PLUMBLINE_TEST(TestPdf)
} // namespace pdf_test

#include "tst_pdf.moc"
