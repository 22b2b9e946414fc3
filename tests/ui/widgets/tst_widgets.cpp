#include "tests/testprogram.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/gatestrip.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/worddiff.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace widgets_test {

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }

    void sectionHeaderOffersItsAction();
    void pageHeaderColoursOnlyWhatNeedsAttention();
    void pageHeaderEscapesItsSentence();
    void chipIsNamedAndWideEnough();
    void choiceBarPressesOneChoice();
    void emptyStateHasOnePrimaryButton();
    void gateStripSaysItsStages();
    void gateStripPaintsAtAnyWidth();
    void wordDiffMarksAndEscapes();
    void quietLabelFollowsTheTheme();
    void linkButtonPressesByKeyboard();
};

void TestWidgets::sectionHeaderOffersItsAction()
{
    SectionHeader header(u"Recent changes"_s);
    QCOMPARE(header.accessibleName(), u"Recent changes"_s);
    auto *link = header.findChild<LinkButton *>();
    QVERIFY(link->isHidden());
    header.setAction(u"All"_s);
    QVERIFY(!link->isHidden());
    const QSignalSpy triggered(&header, &SectionHeader::actionTriggered);
    link->click();
    QCOMPARE(triggered.size(), 1);
}

void TestWidgets::pageHeaderColoursOnlyWhatNeedsAttention()
{
    PageHeader header(u"Recommendations"_s);
    header.setCounts({{u"41"_s}, {u"14 incomplete"_s, Severity::Warning}, {u"6 agreed"_s, Severity::Good}});
    QString html;
    for (const QLabel *label : header.findChildren<QLabel *>())
        html += label->textFormat() == Qt::RichText ? label->text() : QString();
    QCOMPARE(html.count(Theme::light().amber.name()), 1);
    QCOMPARE(html.count(Theme::light().green.name()), 0);
    applyTheme(*qApp, ThemeChoice::Dark);
    header.show(); // Made in one theme and first shown in another.
    html.clear();
    for (const QLabel *label : header.findChildren<QLabel *>())
        html += label->text();
    QVERIFY(html.contains(Theme::dark().amber.name()));
}

void TestWidgets::pageHeaderEscapesItsSentence()
{
    PageHeader header(u"Findings"_s);
    header.setCounts({{u"<b>&"_s}});
    bool found = false;
    for (const QLabel *label : header.findChildren<QLabel *>())
        found |= label->text().contains(u"&lt;b&gt;&amp;"_s) && label->accessibleName() == u"<b>&"_s;
    QVERIFY(found);
    QVERIFY(header.minimumSizeHint().height() >= 56);
}

void TestWidgets::chipIsNamedAndWideEnough()
{
    const Chip plain({u"Draft"_s});
    const Chip warned({u"Draft"_s, ChipText::Tone::Warning});
    QCOMPARE(plain.accessibleName(), u"Draft"_s);
    QVERIFY(plain.sizeHint().width() > QFontMetrics(typeFont(Type::Caption)).horizontalAdvance(u"Draft"_s));
    QVERIFY(warned.sizeHint().width() > plain.sizeHint().width());
}

void TestWidgets::choiceBarPressesOneChoice()
{
    ChoiceBar bar;
    bar.addChoice(u"gantt"_s, u"Gantt"_s, u"timeline"_s);
    bar.addChoice(u"table"_s, u"Table"_s);
    QCOMPARE(bar.current(), u"gantt"_s);
    const QSignalSpy chosen(&bar, &ChoiceBar::chosen);
    bar.setCurrent(u"table"_s);
    bar.setCurrent(u"no such choice"_s);
    QCOMPARE(bar.current(), u"table"_s);
    QCOMPARE(chosen.size(), 0);
    bar.findChild<QToolButton *>(u"gantt"_s)->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"gantt"_s);
    QVERIFY(!bar.grab().isNull());
}

void TestWidgets::emptyStateHasOnePrimaryButton()
{
    EmptyState state(u"findings"_s, u"A finding says what was established, and how"_s);
    QPushButton *primary = state.setPrimary(u"Write the first finding"_s);
    QCOMPARE(state.setPrimary(u"Write one"_s), primary);
    QVERIFY(primary->property("primary").toBool());
    QVERIFY(primary->isDefault());
    QVERIFY(!state.addChoice(u"Paste from a table…"_s)->isFlat());
    QVERIFY(state.addChoice(u"Start from a data source…"_s)->isFlat());
    QCOMPARE(state.accessibleName(), u"A finding says what was established, and how"_s);
}

void TestWidgets::gateStripSaysItsStages()
{
    GateStrip strip;
    strip.setStages({{.gate = u"G1"_s, .title = u"Preparation"_s, .state = GateStage::State::Done},
                     {.gate = u"G2"_s,
                      .title = u"Drafting"_s,
                      .lines = {{u"1 date past the freeze"_s, Severity::Error}},
                      .state = GateStage::State::Current}});
    QVERIFY(strip.accessibleDescription().contains(u"Preparation: done."_s));
    QVERIFY(strip.accessibleDescription().contains(u"Drafting: current, 1 date past the freeze."_s));
}

void TestWidgets::gateStripPaintsAtAnyWidth()
{
    GateStrip strip;
    strip.resize(300, 90);
    QVERIFY(!strip.grab().isNull()); // Without any stage.
    strip.setStages({{.gate = u"G1"_s,
                      .title = u"Analysis of everything"_s,
                      .lines = {{u"suspended 222 days, to 7 Jun 2018"_s}},
                      .state = GateStage::State::Done,
                      .suspension = {0.2, 0.6}},
                     {.title = u"Closed"_s}});
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        strip.setLayoutDirection(direction);
        for (const int width : {20, 120, 1200}) {
            strip.resize(width, strip.sizeHint().height());
            QVERIFY(!strip.grab().isNull());
        }
    }
    const QImage image = strip.grab().toImage();
    const int line = QFontMetrics(typeFont(Type::Caption)).lineSpacing() + 4 + 8;
    QCOMPARE(image.pixelColor(image.width() - 3, line), Theme::light().laneFull);
}

void TestWidgets::wordDiffMarksAndEscapes()
{
    const WordDiff diff{{DiffOp::Same, u"a < b "_s},
                        {DiffOp::Deleted, u"promptly"_s},
                        {DiffOp::Inserted, u"in five\ndays"_s}};
    const QString html = wordDiffHtml(diff, Theme::dark());
    QVERIFY(html.startsWith(u"a &lt; b "_s));
    QVERIFY(html.contains(Theme::dark().delBg.name()));
    QVERIFY(html.contains(Theme::dark().addBg.name()));
    QVERIFY(html.contains(u"line-through\">promptly<"_s));
    QVERIFY(html.contains(u"in five<br>days"_s));
    QCOMPARE(wordDiffSpoken(diff), u"a < b promptly (deleted) in five days (inserted)"_s);
}

void TestWidgets::quietLabelFollowsTheTheme()
{
    QWidget page;
    auto *label = new QuietLabel(u"words"_s, &page);
    const auto color = [&] { return label->palette().color(QPalette::Active, label->foregroundRole()); };
    QCOMPARE(color(), Theme::light().ink2);
    label->setToken(&Theme::red);
    QCOMPARE(color(), Theme::light().red);
    applyTheme(*qApp, ThemeChoice::Dark);
    QCOMPARE(color(), Theme::dark().red);
}

void TestWidgets::linkButtonPressesByKeyboard()
{
    LinkButton link(u"Show 14"_s);
    link.show();
    QVERIFY(QTest::qWaitForWindowActive(&link));
    const QSignalSpy clicked(&link, &LinkButton::clicked);
    QTest::keyClick(&link, Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
}

PLUMBLINE_TEST(TestWidgets)
} // namespace widgets_test

#include "tst_widgets.moc"
