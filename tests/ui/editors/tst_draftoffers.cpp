#include "tests/ui/editors/formwindow.h"

#include "tests/testprogram.h"
#include "ui/editors/fieldbar.h"
#include "ui/editors/growingtext.h"
#include "ui/editors/inputs.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/linkbutton.h"

#include <QApplication>
#include <QProcess>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace draftoffers_test {

class TestDraftOffers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void typingIsKeptUntilItIsCommitted();
    void whatACrashLeftIsOffered();
    void takingItContinuesWhereTypingStopped();
    void whatCameBetweenBecomesAConflict();
    void droppingItForgetsIt();
    void aDraftThatSaysWhatIsStoredIsNotOffered();
    void textSurvivesAKilledWindow();

private:
    /// What was typed in a run that ended without committing.
    static void leave(const FindingForm &form, const QByteArray &field, const QString &text)
    {
        const Record *record = form.sample.review().findAny(RecordId(form.id.uuid));
        form.sample.session().drafts()->leaveBehind({record->id, field, Value(text),
                                                     describe(Kind::Finding).field(field)->get(*record),
                                                     form.sample.review().position(),
                                                     QDateTime(QDate(2018, 11, 8), QTime(14, 2), Qt::UTC)});
    }
    static void showAnew(const FindingForm &form)
    {
        form.window.view->setRecord({});
        form.window.view->setRecord(RecordId(form.id.uuid));
    }
    static FieldBar *offerOf(const FindingForm &form, const QByteArray &field)
    {
        return form.window.view->editor(field)->findChild<FieldBar *>(u"draft"_s);
    }
};

void TestDraftOffers::typingIsKeptUntilItIsCommitted()
{
    const FindingForm form;
    auto *text = form.window.input<GrowingText>("cause");
    QTest::keyClicks(text, u"Half a thought"_s);
    const auto kept = [&] {
        return Drafts(form.sample.review().uuid(), form.sample.session().path())
            .left(RecordId(form.id.uuid), "cause");
    };
    // The first letters are kept at once, the rest some two seconds later.
    QTRY_VERIFY_WITH_TIMEOUT(kept() && kept()->typed.toText().contains(u"Half a thought"), 10'000);
    form.window.leave();
    QTRY_VERIFY_WITH_TIMEOUT(!kept(), 10'000);
}

void TestDraftOffers::whatACrashLeftIsOffered()
{
    const FindingForm form;
    QVERIFY(!offerOf(form, "cause")->isVisible());
    leave(form, "cause", u"Half a thought"_s);
    showAnew(form);
    FieldBar *bar = offerOf(form, "cause");
    QVERIFY(bar->isVisible());
    QVERIFY(bar->accessibleName().contains(u"8 Nov") && bar->accessibleName().contains(u"Half a thought"));
    QVERIFY(!offerOf(form, "source")->isVisible());
}

void TestDraftOffers::takingItContinuesWhereTypingStopped()
{
    const FindingForm form;
    leave(form, "source", u"Work plan 3b"_s);
    showAnew(form);
    FieldBar *bar = offerOf(form, "source");
    bar->findChildren<LinkButton *>().at(0)->click();
    QVERIFY(!bar->isVisible());
    QCOMPARE(form.window.view->editor("source")->findChild<LineField *>()->text(), u"Work plan 3b"_s);
    QVERIFY(form.finding().source != u"Work plan 3b");
    form.window.leave();
    QCOMPARE(form.finding().source, u"Work plan 3b"_s);
    QVERIFY(!form.conflict("source"));
}

void TestDraftOffers::whatCameBetweenBecomesAConflict()
{
    const FindingForm form;
    leave(form, "source", u"Mine"_s);
    QVERIFY(form.sample.set<&Finding::source>(form.id, u"Theirs"_s));
    showAnew(form);
    offerOf(form, "source")->findChildren<LinkButton *>().at(0)->click();
    QVERIFY(form.window.view->editor("source")->findChild<FieldBar *>(u"meanwhile"_s)->isVisible());
    form.window.leave();
    QVERIFY(form.conflict("source"));
    QCOMPARE(form.conflict("source")->values.size(), 2);
}

void TestDraftOffers::droppingItForgetsIt()
{
    const FindingForm form;
    const QString before = form.finding().source;
    leave(form, "source", u"Mine"_s);
    showAnew(form);
    offerOf(form, "source")->findChildren<LinkButton *>().at(1)->click();
    QVERIFY(!offerOf(form, "source")->isVisible());
    showAnew(form);
    QVERIFY(!offerOf(form, "source")->isVisible());
    QCOMPARE(form.finding().source, before);
}

void TestDraftOffers::aDraftThatSaysWhatIsStoredIsNotOffered()
{
    const FindingForm form;
    leave(form, "source", form.finding().source);
    showAnew(form);
    QVERIFY(!offerOf(form, "source")->isVisible());
}

void TestDraftOffers::textSurvivesAKilledWindow()
{
    SampleReview sample;
    const QString path = sample.filePath(u"typed.plumb"_s);
    QVERIFY(bool(sample.session().store().copyTo(path)));
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--type"_s, path});
    const RecordId id = sample.review().list(Kind::Finding).front()->id;
    const auto left = [&] { return Drafts(sample.review().uuid(), path).left(id, "cause"); };
    const auto isKept = [&] { return left() && left()->typed.toText().contains(u"Typed before the crash"); };
    QVERIFY(QTest::qWaitFor(isKept, 60'000));
    process.kill();
    QVERIFY(process.waitForFinished());
    const auto session = sample.open(path);
    FormWindow window(new RecordForm(*session, Kind::Finding));
    window.view->setRecord(id);
    auto *bar = window.view->editor("cause")->findChild<FieldBar *>(u"draft"_s);
    QVERIFY(bar->isVisible());
    bar->findChildren<LinkButton *>().at(0)->click();
    window.leave();
    QVERIFY(session->review().find(FindingId(id.uuid))->cause.contains(u"Typed before the crash"));
}

/// Types into a form and waits to be killed.
static int typeAndWait(const QString &path)
{
    applyTheme(*qApp, ThemeChoice::Light);
    auto session = Session::open(path);
    if (!session)
        return 1;
    FormWindow window(new RecordForm(**session, Kind::Finding));
    window.view->setRecord((*session)->review().list(Kind::Finding).front()->id);
    QTest::keyClicks(window.input<GrowingText>("cause"), u"Typed before the crash "_s);
    return QApplication::exec();
}

static const testprogram::Helper helper{"--type", &typeAndWait};
PLUMBLINE_TEST(TestDraftOffers)
} // namespace draftoffers_test

#include "tst_draftoffers.moc"
