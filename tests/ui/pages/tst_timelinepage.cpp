// The page of the timeline: what is typed, linked and arranged there, what is only tried, what is shown.

#include "ui/pages/timelinepage.h"

#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "core/domain/subteam.h"
#include "core/edits/plan.h"
#include "core/timeline/timelinetexts.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/gantt/gantttable.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/ganttwidget.h"
#include "ui/pages/milestonetrendview.h"
#include "ui/pages/timelinetools.h"
#include "ui/pages/whatifbar.h"
#include "ui/widgets/apptheme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace timelinepage_test {

class TestTimelinePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }

    void aTypedDateMovesTheItem();
    void whatIsNotUnderstoodStaysToBeMended();
    void cellsSetTheirFields();
    void aCircleIsRefusedInWords();
    void theMenuUnlinks();
    void levelsAndOrder();
    void orderNeedsTheOrderOfThePlan();
    void whatIsTriedIsSeenAndNotWritten();
    void whatIsKeptIsOneStep();
    void whatIsDroppedIsGone();
    void othersGoOnMeanwhile();
    void aLeadSeesHerLaneAndWhatBindsIt();
    void columnsAndGroupsAreRemembered();
    void theTrendShowsHowTheEndMoved();
    void theChartSaysTheFiguresOfSsr2();

private:
    QTemporaryDir m_settings;
};

namespace {

/// A page that is shown, so that focus and keys work.
struct Shown {
    SampleSession sample;
    TimelinePage page{*sample};
    QList<QPair<Severity, QString>> said;

    Shown()
    {
        QObject::connect(&page, &Page::message, [this](Severity severity, const QString &happened, const QString &) {
            said += {severity, happened};
        });
        page.resize(1300, 800);
        page.show();
        QApplication::setActiveWindow(&page);
        QCoreApplication::processEvents();
    }
    const Milestone &milestone(const char *key) { return *sample->review().find(MilestoneId(sample.record(key).uuid)); }
    void type(const char *key, TimelineColumn column, const QString &text)
    {
        QVERIFY(page.showRecord(sample.record(key)));
        page.gantt()->editCurrent(column);
        QLineEdit *field = page.gantt()->table()->titleField();
        QVERIFY(field->isVisible());
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    template<class Widget>
    Widget *find(const QString &accessibleName)
    {
        for (Widget *widget : page.findChildren<Widget *>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }
    void choose(const QString &combo, const QString &text)
    {
        auto *box = find<QComboBox>(combo);
        QVERIFY(box);
        box->setCurrentIndex(box->findText(text, Qt::MatchStartsWith));
        QVERIFY(box->currentIndex() >= 0);
        emit box->activated(box->currentIndex());
    }
    int rows() { return page.gantt()->plan().rowCount(); }
};

} // namespace

void TestTimelinePage::initTestCase()
{
    QCoreApplication::setOrganizationName(u"plumbline-tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    applyTheme(*qApp, ThemeChoice::Light);
}

void TestTimelinePage::aTypedDateMovesTheItem()
{
    Shown shown;
    shown.type("M-S7-05", TimelineColumn::Target, u"5 Dec 2019"_s);
    QCOMPARE(shown.milestone("M-S7-05").target->toText(), u"2019-12-05"_s);
    shown.type("M-S7-05", TimelineColumn::Target, u"in 40 days"_s); // Today is 8 November 2019.
    QCOMPARE(shown.milestone("M-S7-05").target->toText(), u"2019-12-18"_s);
    shown.type("M-S7-05", TimelineColumn::Target, u"tentatively December 2019"_s);
    QCOMPARE(shown.milestone("M-S7-05").target->toText(), u"2019-12?"_s);
    QVERIFY(shown.said.isEmpty());
}

void TestTimelinePage::whatIsNotUnderstoodStaysToBeMended()
{
    Shown shown;
    const auto before = shown.milestone("M-S7-05").target;
    shown.type("M-S7-05", TimelineColumn::Target, u"30 Febuary"_s);
    QCOMPARE(shown.milestone("M-S7-05").target, before);
    QCOMPARE(shown.said.size(), 1);
    QCOMPARE(shown.said.first().first, Severity::Error);
    QLineEdit *field = shown.page.gantt()->table()->titleField();
    QVERIFY(field->isVisible());
    QCOMPARE(field->text(), u"30 Febuary"_s);
}

void TestTimelinePage::cellsSetTheirFields()
{
    Shown shown;
    shown.page.gantt()->table()->resize(900, 400);
    for (const TimelineColumn column : {TimelineColumn::Deadline, TimelineColumn::Progress, TimelineColumn::Start})
        shown.page.tools()->addColumn(column);
    shown.page.gantt()->resize(1600, 700);
    shown.type("M-S7-05", TimelineColumn::Title, u"Draft of DNS SSR"_s);
    QCOMPARE(shown.milestone("M-S7-05").title, u"Draft of DNS SSR"_s);
    shown.type("M-S7-05", TimelineColumn::Owner, u"Lead"_s);
    QCOMPARE(shown.milestone("M-S7-05").responsible, u"Lead"_s);
    shown.type("M-S7-05", TimelineColumn::Title, {});
    QCOMPARE(shown.milestone("M-S7-05").title, u"Draft of DNS SSR"_s);
    QCOMPARE(shown.said.size(), 1); // It needs one.
}

void TestTimelinePage::aCircleIsRefusedInWords()
{
    Shown shown;
    const auto &dependencies = shown.sample->review().all<Dependency>();
    const Dependency &some = *dependencies.front();
    emit shown.page.gantt()->linkRequested(RecordId(some.to.uuid), RecordId(some.from.uuid));
    QCOMPARE(shown.said.size(), 1);
    QVERIFY2(shown.said.first().second.contains(u"→"_s), qPrintable(shown.said.first().second));
    QCOMPARE(shown.sample->review().count(Kind::Dependency), int(dependencies.size()));
}

void TestTimelinePage::theMenuUnlinks()
{
    Shown shown;
    const int before = shown.sample->review().count(Kind::Dependency);
    const Dependency &some = *shown.sample->review().all<Dependency>().front();
    const std::unique_ptr<QMenu> menu(shown.page.makeItemMenu(RecordId(some.to.uuid)));
    QAction *unlink = nullptr;
    for (QAction *action : menu->findChildren<QMenu *>().first()->actions()) {
        if (action->text().startsWith(u"It no longer waits"_s))
            unlink = action;
    }
    QVERIFY(unlink);
    unlink->trigger();
    QCOMPARE(shown.sample->review().count(Kind::Dependency), before - 1);
}

void TestTimelinePage::levelsAndOrder()
{
    Shown shown;
    const RecordId item = shown.sample.record("M-S7-05");
    const Record &record = *shown.sample->review().find(item);
    QVERIFY(shown.sample->review().parentOf(record).isNull());
    emit shown.page.gantt()->levelRequested(item, 1);
    const RecordId parent = shown.sample->review().parentOf(*shown.sample->review().find(item));
    QVERIFY(!parent.isNull());
    QCOMPARE(shown.page.gantt()->plan().rows[size_t(shown.page.gantt()->plan().rowOf(item))].depth, quint8(2));
    emit shown.page.gantt()->levelRequested(item, -1);
    QVERIFY(shown.sample->review().parentOf(*shown.sample->review().find(item)).isNull());
    const int row = shown.page.gantt()->plan().rowOf(item);
    emit shown.page.gantt()->orderRequested(item, -1);
    QCOMPARE(shown.page.gantt()->plan().rowOf(item), row - 1);
    emit shown.page.gantt()->orderRequested(item, 1);
    QCOMPARE(shown.page.gantt()->plan().rowOf(item), row);
}

void TestTimelinePage::orderNeedsTheOrderOfThePlan()
{
    Shown shown;
    shown.page.tools()->sortBy(TimelineColumn::Title);
    const qint64 position = shown.sample->review().position();
    emit shown.page.gantt()->orderRequested(shown.sample.record("M-S7-05"), -1);
    QCOMPARE(shown.said.size(), 1);
    QCOMPARE(shown.sample->review().position(), position);
    shown.page.tools()->sortBy(TimelineColumn::Title); // The other way round,
    shown.page.tools()->sortBy(TimelineColumn::Title); // and not at all.
    QVERIFY(!shown.page.gantt()->plan().options.sortBy);
}

void TestTimelinePage::whatIsTriedIsSeenAndNotWritten()
{
    Shown shown;
    const auto before = shown.milestone("M-022").target;
    const qint64 position = shown.sample->review().position();
    shown.page.tools()->setTrying(true);
    auto *bar = shown.page.findChild<WhatIfBar *>();
    QVERIFY(bar->isVisible());
    const RecordId item = shown.sample.record("M-022");
    emit shown.page.gantt()->valueTyped(item, TimelineColumn::Deadline, u"1 May 2020"_s);
    const auto conflicts = shown.page.gantt()->plan().options.conflicts.size();
    emit shown.page.gantt()->moveRequested(item, {}, PartialDate::day(QDate(2020, 6, 1)));
    QCOMPARE(shown.page.gantt()->plan().rows[size_t(shown.page.gantt()->plan().rowOf(item))].end, dayNumber(QDate(2020, 6, 1)));
    QVERIFY(shown.page.gantt()->plan().options.conflicts.size() > conflicts);
    QVERIFY2(bar->text().contains(u"Would turn red"_s), qPrintable(bar->text()));
    QCOMPARE(shown.milestone("M-022").target, before);
    QCOMPARE(shown.sample->review().position(), position);
}

void TestTimelinePage::whatIsKeptIsOneStep()
{
    Shown shown;
    const auto before = shown.milestone("M-022").target;
    shown.page.tools()->setTrying(true);
    const RecordId item = shown.sample.record("M-022");
    emit shown.page.gantt()->moveRequested(item, {}, PartialDate::day(QDate(2020, 6, 1)));
    emit shown.page.gantt()->addRequested({}, u"Another look"_s);
    emit shown.page.gantt()->moveRequested(item, {}, PartialDate::day(QDate(2020, 6, 8)));
    emit shown.page.findChild<WhatIfBar *>()->kept();
    QVERIFY(!shown.page.tools()->isTrying());
    QCOMPARE(shown.milestone("M-022").target->toText(), u"2020-06-08"_s);
    const auto isNew = [](const Record &record) { return static_cast<const Milestone &>(record).title == u"Another look"_s; };
    QVERIFY(shown.sample->review().any(Kind::Milestone, isNew));
    QVERIFY(shown.sample->undo());
    QCOMPARE(shown.milestone("M-022").target, before);
    QVERIFY(!shown.sample->review().any(Kind::Milestone, isNew));
}

void TestTimelinePage::whatIsDroppedIsGone()
{
    Shown shown;
    const auto before = shown.milestone("M-022").target;
    const RecordId item = shown.sample.record("M-022");
    const int end = shown.page.gantt()->plan().rows[size_t(shown.page.gantt()->plan().rowOf(item))].end;
    shown.page.tools()->setTrying(true);
    emit shown.page.gantt()->deleteRequested(item);
    QCOMPARE(shown.page.gantt()->plan().rowOf(item), -1);
    emit shown.page.findChild<WhatIfBar *>()->dropped();
    QVERIFY(!shown.page.findChild<WhatIfBar *>()->isVisible());
    QCOMPARE(shown.page.gantt()->plan().rows[size_t(shown.page.gantt()->plan().rowOf(item))].end, end);
    QCOMPARE(shown.milestone("M-022").target, before);
}

void TestTimelinePage::othersGoOnMeanwhile()
{
    Shown shown;
    shown.page.tools()->setTrying(true);
    const RecordId item = shown.sample.record("M-022");
    emit shown.page.gantt()->moveRequested(item, {}, PartialDate::day(QDate(2020, 6, 1)));
    const MilestoneId other(shown.sample.record("M-025").uuid);
    QVERIFY(shown.sample->commit(reschedule(shown.sample->context(), other, {}, PartialDate::day(QDate(2019, 12, 24)), u"why"_s)));
    const TimelinePlan &plan = shown.page.gantt()->plan();
    QCOMPARE(plan.rows[size_t(plan.rowOf(item))].end, dayNumber(QDate(2020, 6, 1)));
    QCOMPARE(plan.rows[size_t(plan.rowOf(RecordId(other.uuid)))].end, dayNumber(QDate(2019, 12, 24)));
}

void TestTimelinePage::aLeadSeesHerLaneAndWhatBindsIt()
{
    Shown shown;
    shown.choose(u"Which items to show"_s, u"Show: S7"_s);
    const TimelinePlan &plan = shown.page.gantt()->plan();
    QVERIFY(plan.rowOf(shown.sample.record("M-S7-05")) >= 0);
    QVERIFY(plan.rowOf(RecordId(shown.milestone("M-S7-05").serves.uuid)) >= 0); // The freeze it serves.
    QVERIFY(plan.rowOf(shown.sample.record("M-S6-01")) < 0);
    // What is asked for by its key is shown all the same.
    QVERIFY(shown.page.showRecord(shown.sample.record("M-S6-01")));
    QVERIFY(shown.page.gantt()->plan().rowOf(shown.sample.record("M-S6-01")) >= 0);
    shown.choose(u"Which items to show"_s, u"Show: late"_s);
    const int late = shown.rows();
    shown.choose(u"Which items to show"_s, u"Show: next"_s);
    QVERIFY(shown.rows() != late || late > 0);
    for (const TimelineRow &row : shown.page.gantt()->plan().rows) {
        if (row.kind == TimelineRow::Kind::Item)
            QVERIFY(row.end >= dayNumber(QDate(2019, 11, 8)) && row.end <= dayNumber(QDate(2019, 12, 8)));
    }
}

void TestTimelinePage::columnsAndGroupsAreRemembered()
{
    {
        Shown shown;
        shown.page.tools()->addColumn(TimelineColumn::Slack);
        QVERIFY(shown.page.gantt()->plan().options.columns.contains(TimelineColumn::Slack));
        QVERIFY(!shown.page.gantt()->plan().options.slack.isEmpty());
        for (QAction *action : shown.page.findChildren<QAction *>()) {
            if (action->text() == u"&Owner"_s)
                action->trigger();
        }
        QCOMPARE(shown.page.gantt()->plan().options.grouping, TimelineGrouping::Owner);
    }
    Shown again;
    QVERIFY(again.page.gantt()->plan().options.columns.contains(TimelineColumn::Slack));
    QCOMPARE(again.page.gantt()->plan().options.grouping, TimelineGrouping::Owner);
    QVERIFY(again.page.gantt()->plan().lanes.size() > 3);
}

/// SSR2's own figures: the end was first said to be in September 2020, then October 2020, and was January 2021.
void TestTimelinePage::theTrendShowsHowTheEndMoved()
{
    Shown shown;
    shown.page.showView(u"trend"_s);
    QCoreApplication::processEvents();
    auto *trend = shown.page.findChild<MilestoneTrendView *>();
    auto *items = shown.find<QTableView>(u"Items whose date moved"_s);
    auto *dates = shown.find<QTableView>(u"Former dates"_s);
    QVERIFY(items && dates && items->model()->rowCount() > 3);
    QStringList targets;
    for (int row = 0; row < items->model()->rowCount() && targets.isEmpty(); ++row) {
        if (!items->model()->index(row, 0).data().toString().contains(u"Final report published"_s))
            continue;
        items->setCurrentIndex(items->model()->index(row, 0));
        for (int step = dates->model()->rowCount() - 1; step >= 0; --step)
            targets += dates->model()->index(step, 1).data().toString();
    }
    QVERIFY2(!targets.isEmpty(), "the end of the review is not among the items that moved");
    const QString all = targets.join(u" | "_s);
    const qsizetype september = all.indexOf(u"Sep"_s);
    const qsizetype october = all.indexOf(u"Oct"_s, september);
    const qsizetype january = all.indexOf(u"Jan"_s, october);
    QVERIFY2(september >= 0 && october > september && january > october, qPrintable(all));
    QVERIFY(!trend->currentRecord().isNull());
    QVERIFY(!shown.page.grab().isNull());
}

/// 56 days of public comment where 40 were asked for, 178 of 181 days of the Board's clock, 222 days of suspension.
void TestTimelinePage::theChartSaysTheFiguresOfSsr2()
{
    Shown shown;
    const TimelinePlan &plan = shown.page.gantt()->plan();
    const TimelineTexts texts(plan, QLocale::c());
    const auto words = [&](const char *key) { return texts.words(plan.rows[size_t(plan.rowOf(shown.sample.record(key)))]); };
    QCOMPARE(words("M-010"), u"56 of min. 40 days"_s);
    QCOMPARE(words("M-026"), u"178 of 181 days"_s);
    bool suspended = false;
    for (const TimelineEvent &event : plan.events)
        suspended |= event.suspension && texts.suspensionLength(event).contains(u"222"_s);
    QVERIFY(suspended);
}

PLUMBLINE_TEST(TestTimelinePage)
} // namespace timelinepage_test

#include "tst_timelinepage.moc"
