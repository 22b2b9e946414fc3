#include "ui/pages/decisionspage.h"

#include "core/domain/actionitem.h"
#include "core/domain/attendance.h"
#include "core/domain/decision.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/pages/meetingsections.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/choicebar.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QToolButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace decisionspage_test {

class TestDecisionsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void everyRecordOfItsKindsIsFound();
    void whatAMeetingDecidedIsTypedBelowIt();
    void theRollIsCalled();
    void lateActionItemsCount();
};

namespace {

struct Shown {
    SampleSession sample;
    DecisionsPage page{*sample};
    Shown()
    {
        page.resize(1200, 900);
        page.show();
        QApplication::setActiveWindow(&page);
        QCoreApplication::processEvents();
    }
    RecordId first(Kind kind) { return sample->review().list(kind).front()->id; }
};

} // namespace

void TestDecisionsPage::everyRecordOfItsKindsIsFound()
{
    Shown shown;
    for (const Kind kind : {Kind::Meeting, Kind::Decision, Kind::ActionItem}) {
        for (const Record *record : shown.sample->review().list(kind)) {
            QVERIFY(shown.page.showRecord(record->id));
            QCOMPARE(shown.page.currentRecord(), record->id);
        }
    }
    QVERIFY(!shown.page.showRecord(shown.first(Kind::Finding)));
    QVERIFY(!shown.page.grab().isNull());
}

void TestDecisionsPage::whatAMeetingDecidedIsTypedBelowIt()
{
    Shown shown;
    const RecordId meeting = shown.first(Kind::Meeting);
    QVERIFY(shown.page.showRecord(meeting));
    const int decisions = shown.sample->review().count(Kind::Decision);
    const int actions = shown.sample->review().count(Kind::ActionItem);
    const QList<QLineEdit *> fields = shown.page.findChild<MeetingOutcome *>()->findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 2);
    for (QLineEdit *field : fields) {
        field->setText(u"Staff: look it up"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->text().isEmpty());
    }
    QCOMPARE(shown.sample->review().count(Kind::Decision), decisions + 1);
    QCOMPARE(shown.sample->review().count(Kind::ActionItem), actions + 1);
    const auto isNew = [&](const Record &record) {
        const auto &item = static_cast<const ActionItem &>(record);
        return item.owner == u"Staff"_s && item.text == u"look it up"_s && item.meeting.uuid == meeting.uuid;
    };
    QVERIFY(shown.sample->review().any(Kind::ActionItem, isNew));
    QTest::keyClick(fields.first(), Qt::Key_Return); // Nothing typed, nothing recorded.
    QCOMPARE(shown.sample->review().count(Kind::Decision), decisions + 1);
}

void TestDecisionsPage::theRollIsCalled()
{
    Shown shown;
    const RecordId meeting = shown.first(Kind::Meeting);
    QVERIFY(shown.page.showRecord(meeting));
    auto *roll = shown.page.findChild<RollCallSection *>();
    const QList<ChoiceBar *> bars = roll->findChildren<ChoiceBar *>();
    QVERIFY(!bars.isEmpty());
    emit bars.first()->chosen(u"present"_s);
    const auto called = rollCall(shown.sample->review(), MeetingId(meeting.uuid));
    QCOMPARE(called.size(), 1);
    QCOMPARE(called.begin().value(), Attendance::Present);
    QVERIFY(shown.sample->undo());
    QVERIFY(rollCall(shown.sample->review(), MeetingId(meeting.uuid)).isEmpty());
}

void TestDecisionsPage::lateActionItemsCount()
{
    Shown shown;
    const int before = shown.page.attention().second;
    ChangeSet changes(shown.sample->review(), Cause::Create);
    const ActionItemId item(changes.create(shown.sample->review(), Kind::ActionItem).uuid);
    changes.set<&ActionItem::text>(item, u"Late"_s);
    changes.set<&ActionItem::due>(item, PartialDate::day(QDate(2019, 11, 7))); // Today is the 8th.
    QVERIFY(shown.sample->commit(changes));
    QCOMPARE(shown.page.attention(), qMakePair(Severity::Warning, before + 1));
    ChangeSet done(shown.sample->review(), Cause::Edit);
    done.set<&ActionItem::done>(item, PartialDate::day(QDate(2019, 11, 8)));
    QVERIFY(shown.sample->commit(done));
    QCOMPARE(shown.page.attention().second, before);
}

PLUMBLINE_TEST(TestDecisionsPage)
} // namespace decisionspage_test

#include "tst_decisionspage.moc"
