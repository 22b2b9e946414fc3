#include "tests/testprogram.h"
#include "ui/widgets/apptheme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QTest>

#include <cmath>

using namespace plumbline;

namespace theme_test {

namespace {

/// Relative luminance of WCAG 2.1.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

struct Pair {
    const char *name;
    QColor Theme::*color;
    QColor Theme::*ground;
    double minimum;
};

constexpr double text = 4.5;
constexpr double mark = 3.0;

const std::pair<const char *, QColor Theme::*> grounds[] = {
    {"base", &Theme::base}, {"window", &Theme::window}, {"sel", &Theme::sel}};

const std::pair<const char *, QColor Theme::*> texts[] = {
    {"ink", &Theme::ink},   {"ink2", &Theme::ink2}, {"ink3", &Theme::ink3},   {"accent", &Theme::accent},
    {"link", &Theme::link}, {"red", &Theme::red},   {"amber", &Theme::amber}, {"green", &Theme::green}};

const std::pair<const char *, QColor Theme::*> marks[] = {
    {"line2", &Theme::line2}, {"amberMark", &Theme::amberMark}, {"ghost", &Theme::ghost}};

const Pair onTheirGround[] = {
    {"onAccent on accent", &Theme::onAccent, &Theme::accent, text},
    {"onBar on red", &Theme::onBar, &Theme::red, text},
    {"red on redBg", &Theme::red, &Theme::redBg, text},
    {"amber on amberBg", &Theme::amber, &Theme::amberBg, text},
    {"green on greenBg", &Theme::green, &Theme::greenBg, text},
    {"ink on addBg", &Theme::ink, &Theme::addBg, text},
    {"ink on delBg", &Theme::ink, &Theme::delBg, text},
    {"ink on hover", &Theme::ink, &Theme::hover, text},
    {"ink2 on hover", &Theme::ink2, &Theme::hover, text},
    {"ink on raised", &Theme::ink, &Theme::raised, text},
    {"ink2 on redBg", &Theme::ink2, &Theme::redBg, text},
    {"ink2 on amberBg", &Theme::ink2, &Theme::amberBg, text},
    {"ink2 on greenBg", &Theme::ink2, &Theme::greenBg, text},
    {"accent on raised", &Theme::accent, &Theme::raised, mark},
    {"laneFull on base", &Theme::laneFull, &Theme::base, mark},
};

const std::pair<const char *, const Theme &(*)()> themes[] = {{"light", &Theme::light},
                                                              {"dark", &Theme::dark}};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsEnoughEverywhere_data();
    void contrastIsEnoughEverywhere();
    void lanesStandOutFromThePage();
    void sixthLaneRepeatsTheFirstWithStripes();
    void everyTokenIsOpaque();
    void paletteFollowsTheTheme();
    void applyingAThemeMakesItCurrent();
    void applyingTwiceKeepsTheSizeOfTheFont();
    void typesGrowWithTheFontOfTheApplication();
    void rowIsTwentyEightHighAtTenPoints();
};

void TestTheme::contrastIsEnoughEverywhere_data()
{
    QTest::addColumn<QColor>("color");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("minimum");
    for (const auto &[themeName, theme] : themes) {
        const Theme &t = theme();
        for (const auto &[groundName, ground] : grounds) {
            for (const auto &[name, color] : texts)
                QTest::addRow("%s: text %s on %s", themeName, name, groundName)
                    << t.*color << t.*ground << text;
            for (const auto &[name, color] : marks)
                QTest::addRow("%s: mark %s on %s", themeName, name, groundName)
                    << t.*color << t.*ground << mark;
        }
        for (const Pair &pair : onTheirGround)
            QTest::addRow("%s: %s", themeName, pair.name) << t.*pair.color << t.*pair.ground << pair.minimum;
    }
}

void TestTheme::contrastIsEnoughEverywhere()
{
    QFETCH(QColor, color);
    QFETCH(QColor, ground);
    QFETCH(double, minimum);
    const double found = contrast(color, ground);
    QVERIFY2(found >= minimum, qPrintable(QStringLiteral("%1, wanted %2").arg(found).arg(minimum)));
}

void TestTheme::lanesStandOutFromThePage()
{
    for (const auto &[name, theme] : themes) {
        for (int lane = -1; lane < 5; ++lane)
            QVERIFY2(contrast(theme().laneColor(lane), theme().base) >= 4.5, name);
    }
}

void TestTheme::sixthLaneRepeatsTheFirstWithStripes()
{
    const Theme &theme = Theme::light();
    QCOMPARE(theme.laneColor(5), theme.laneColor(0));
    QVERIFY(!Theme::laneIsStriped(4));
    QVERIFY(Theme::laneIsStriped(5));
    QCOMPARE(theme.laneColor(-1), theme.laneFull);
}

void TestTheme::everyTokenIsOpaque()
{
    for (const auto &[name, theme] : themes) {
        for (const auto token : {&Theme::line, &Theme::alt, &Theme::hatch, &Theme::hover, &Theme::sel}) {
            QVERIFY2((theme().*token).isValid(), name);
            QCOMPARE((theme().*token).alpha(), 255);
        }
    }
}

void TestTheme::paletteFollowsTheTheme()
{
    for (const auto &[name, theme] : themes) {
        const QPalette colors = palette(theme());
        QCOMPARE(colors.color(QPalette::Base), theme().base);
        QCOMPARE(colors.color(QPalette::Window), theme().window);
        QCOMPARE(colors.color(QPalette::Highlight), theme().sel);
        QCOMPARE(colors.color(QPalette::HighlightedText), theme().ink);
        QCOMPARE(colors.color(QPalette::Disabled, QPalette::Text), theme().ink3);
        QCOMPARE(colors.color(QPalette::PlaceholderText), theme().ink3);
    }
}

void TestTheme::applyingAThemeMakesItCurrent()
{
    applyTheme(*qApp, ThemeChoice::Dark);
    QCOMPARE(Theme::current(), Theme::dark());
    QVERIFY(Theme::current().isDark());
    QCOMPARE(qApp->palette().color(QPalette::Window), Theme::dark().window);
    applyTheme(*qApp, ThemeChoice::Light);
    QCOMPARE(Theme::current(), Theme::light());
    QVERIFY(!Theme::current().isDark());
    QCOMPARE(qApp->palette().color(QPalette::Window), Theme::light().window);
}

void TestTheme::applyingTwiceKeepsTheSizeOfTheFont()
{
    applyTheme(*qApp, ThemeChoice::Light);
    const qreal once = QApplication::font().pointSizeF();
    applyTheme(*qApp, ThemeChoice::Dark);
    QCOMPARE(QApplication::font().pointSizeF(), once);
}

void TestTheme::typesGrowWithTheFontOfTheApplication()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(20);
    QApplication::setFont(large);
    QCOMPARE(typeFont(Type::Body).pointSizeF(), 20.0);
    QCOMPARE(typeFont(Type::Caption).pointSizeF(), 18.0);
    QCOMPARE(typeFont(Type::Title).pointSizeF(), 30.0);
    QVERIFY(typeFont(Type::Title).bold());
    QVERIFY(!typeFont(Type::Reading).bold());
    QVERIFY(rowHeight(QFontMetrics(large)) > rowHeight(QFontMetrics(before)));
    QApplication::setFont(before);
}

void TestTheme::rowIsTwentyEightHighAtTenPoints()
{
    QFont font(QStringLiteral("Noto Sans"));
    if (!QFontInfo(font).exactMatch())
        QSKIP("Noto Sans is not installed.");
    font.setPixelSize(13); // 10 pt at 96 dots per inch.
    QCOMPARE(rowHeight(QFontMetrics(font)), 28);
}

PLUMBLINE_TEST(TestTheme)
} // namespace theme_test

#include "tst_theme.moc"
