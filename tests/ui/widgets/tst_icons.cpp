#include "tests/testprogram.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/severity.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace icons_test {

namespace {

/// How many pixels of @p picture carry any ink.
int inkedPixels(const QPixmap &picture)
{
    const QImage image = picture.toImage().convertToFormat(QImage::Format_ARGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 0;
    }
    return count;
}

/// The colour of the most opaque pixel.
QColor inkOf(const QPixmap &picture)
{
    const QImage image = picture.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor strongest(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor color = image.pixelColor(x, y); color.alpha() > strongest.alpha())
                strongest = color;
        }
    }
    return strongest;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }
    void cleanup() { qApp->setLayoutDirection(Qt::LeftToRight); }

    void everyFileIsInTheResources();
    void everyNameRenders_data();
    void everyNameRenders();
    void everyIconOfTheDesignIsThere();
    void everySeverityHasItsOwnShapeAndColour();
    void unknownNameGivesAnEmptyPicture();
    void iconFollowsTheTheme();
    void disabledAndCheckedHaveTheirColours();
    void tokenOverridesTheColour();
    void pixmapHasTheRatioOfTheDevice();
    void directionIsMirroredRightToLeft();
};

void TestIcons::everyFileIsInTheResources()
{
    const QDir folder(QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources/icons"));
    QStringList files = folder.entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (QString &file : files)
        file.chop(4);
    QStringList known = iconNames();
    files.sort();
    known.sort();
    QVERIFY(!files.isEmpty());
    QCOMPARE(known, files);
}

void TestIcons::everyNameRenders_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : iconNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestIcons::everyNameRenders()
{
    QFETCH(QString, name);
    for (const int size : {16, 20, 48}) {
        const QPixmap picture = iconPixmap(name, size, Theme::light().ink2, 1);
        QCOMPARE(picture.size(), QSize(size, size));
        QVERIFY(inkedPixels(picture) >= size / 2);
        QVERIFY(inkedPixels(picture) < size * size * 9 / 10);
        QVERIFY(!icon(name).pixmap(size).isNull());
    }
}

void TestIcons::everyIconOfTheDesignIsThere()
{
    const auto wanted =
        "overview timeline sub-teams evidence findings recommendations comments decisions report after "
        "sharing error warning hint good milestone activity deadline link suspect-link note history "
        "dissent lock eye person clock quote conflict gap inbox send trend plus minus close check edit "
        "filter columns group sort fit zoom more drag-handle undo redo up down left right open compass "
        "search calendar plumbline"_L1;
    const QStringList names = iconNames();
    for (const QString &name : QString(wanted).split(u' '))
        QVERIFY2(names.contains(name), qPrintable(name));
}

void TestIcons::everySeverityHasItsOwnShapeAndColour()
{
    QList<QImage> shapes;
    for (const Severity severity : {Severity::Hint, Severity::Warning, Severity::Error, Severity::Good}) {
        const QString name = severityIcon(severity);
        QCOMPARE(iconColor(name), severityMark(severity));
        // Drawn in one colour, so that only the shape can differ.
        const QImage shape = iconPixmap(name, 16, Theme::light().ink, 1).toImage();
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
        QVERIFY(!severityWord(severity).isEmpty());
    }
    QVERIFY(severityIcon(Severity::None).isEmpty());
}

void TestIcons::unknownNameGivesAnEmptyPicture()
{
    QTest::ignoreMessage(QtWarningMsg, "There is no icon of the name \"no-such-icon\"");
    const QPixmap picture = iconPixmap(u"no-such-icon"_s, 16, Theme::light().ink, 1);
    QCOMPARE(picture.size(), QSize(16, 16));
    QCOMPARE(inkedPixels(picture), 0);
}

void TestIcons::iconFollowsTheTheme()
{
    const QIcon plus = icon("plus");
    QCOMPARE(inkOf(plus.pixmap(32)).rgb(), Theme::light().ink2.rgb());
    applyTheme(*qApp, ThemeChoice::Dark);
    QCOMPARE(inkOf(plus.pixmap(32)).rgb(), Theme::dark().ink2.rgb());
}

void TestIcons::disabledAndCheckedHaveTheirColours()
{
    const Theme &theme = Theme::current();
    const QIcon plus = icon("plus");
    QCOMPARE(inkOf(plus.pixmap(32, QIcon::Disabled)).rgb(), theme.ink3.rgb());
    QCOMPARE(inkOf(plus.pixmap(32, QIcon::Selected)).rgb(), theme.ink.rgb());
    QCOMPARE(inkOf(plus.pixmap(32, QIcon::Normal, QIcon::On)).rgb(), theme.ink.rgb());
    QCOMPARE(inkOf(icon("error").pixmap(32, QIcon::Selected)).rgb(), theme.red.rgb());
}

void TestIcons::tokenOverridesTheColour()
{
    const QIcon send = icon(u"plus"_s, &Theme::onAccent);
    QCOMPARE(inkOf(send.pixmap(32)).rgb(), Theme::current().onAccent.rgb());
    QCOMPARE(inkOf(send.pixmap(32, QIcon::Disabled)).rgb(), Theme::current().ink3.rgb());
}

void TestIcons::pixmapHasTheRatioOfTheDevice()
{
    const QPixmap picture = iconPixmap(u"check"_s, 16, Theme::light().ink, 2);
    QCOMPARE(picture.size(), QSize(32, 32));
    QCOMPARE(picture.devicePixelRatio(), 2.0);
    QCOMPARE(icon("check").pixmap(QSize(16, 16), 2.0).deviceIndependentSize(), QSizeF(16, 16));
}

void TestIcons::directionIsMirroredRightToLeft()
{
    const auto picture = [](const QString &name) {
        return iconPixmap(name, 16, Theme::light().ink, 1).toImage();
    };
    const QImage undo = picture(u"undo"_s);
    const QImage clock = picture(u"clock"_s);
    qApp->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(picture(u"undo"_s) != undo);
    QCOMPARE(picture(u"clock"_s), clock);
    for (const QString &name :
         {u"timeline"_s, u"send"_s, u"history"_s, u"deadline"_s, u"right"_s, u"trend"_s})
        QVERIFY2(iconIsMirrored(name), qPrintable(name));
    for (const QString &name : {u"check"_s, u"search"_s, u"person"_s, u"clock"_s})
        QVERIFY2(!iconIsMirrored(name), qPrintable(name));
}

PLUMBLINE_TEST(TestIcons)
} // namespace icons_test

#include "tst_icons.moc"
