#include "core/domain/recommendation.h"
#include "core/edits/plan.h"
#include "core/exchange/sharing.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/dialogs/conflictsview.h"
#include "ui/pages/rereadlist.h"
#include "ui/pages/sharingpage.h"
#include "ui/pages/sharingpeople.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/pageheader.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace sharingpage_test {

namespace {

/// The text of the cell in a column of the row whose first cell is @p who.
QString cellOf(const SharingPage &page, const QString &who, int column)
{
    const QAbstractItemModel *rows = page.people()->table()->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        if (rows->index(row, 0).data().toString() == who)
            return rows->index(row, column).data().toString();
    }
    return u"no row of "_s + who;
}

QString shownWords(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget))
            words += label->text();
    }
    return words.join(u'\n');
}

} // namespace

class TestSharingPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void peopleAreListedWithWhatTheyHave();
    void anEmptyReviewSaysWhatToDoFirst();
    void enterSendsToThePersonOfTheRow();
    void conflictsAreCountedOnTheSwitch();
    void aConflictIsShownByItsField();
    void whatBothTouchedIsListedUntilItIsRead();
    void readingOnlyCannotReceive();

private:
    /// Both sides change R-S5-01: its title on this side, @p theirField on the other, whose bundle comes in.
    void touchBoth(SampleSession &mine, SampleSession &theirs, const QByteArray &theirField);
};

void TestSharingPage::touchBoth(SampleSession &mine, SampleSession &theirs, const QByteArray &theirField)
{
    QVERIFY(mine->setMe(mine.record("P-018")));
    QVERIFY(theirs->setMe(theirs.record("P-019")));
    ChangeSet ours(mine->review(), Cause::Edit);
    ours.set<&Recommendation::title>(RecommendationId(mine.record("R-S5-01").uuid), u"Of ours"_s);
    QVERIFY(mine->commit(ours));
    ChangeSet others(theirs->review(), Cause::Edit);
    others.set(Kind::Recommendation, theirs.record("R-S5-01"), theirField, Value(u"Of theirs"_s));
    QVERIFY(theirs->commit(others));
    const QString bundle = theirs.file(u"theirs.plumbx"_s);
    QVERIFY(exportBundle(*theirs, bundle));
    QVERIFY(importBundles(*mine, {bundle}));
}

void TestSharingPage::peopleAreListedWithWhatTheyHave()
{
    SampleSession mine;
    SampleSession theirs;
    SharingPage page(*mine);
    page.resize(1100, 700);
    page.show();
    touchBoth(mine, theirs, "effort");
    QCOMPARE(cellOf(page, u"Lead, DNS abuse"_s, 3), u"Today 13:02"_s);
    QVERIFY2(cellOf(page, u"Lead, DNS abuse"_s, 4).contains(u"of ours"_s), qPrintable(cellOf(page, u"Lead, DNS abuse"_s, 4)));
    QCOMPARE(cellOf(page, u"Lead, SSR1"_s, 2), u"never"_s);
    QCOMPARE(cellOf(page, u"Lead, SSR1"_s, 4), u"not known"_s);
    const QStringList heads{u"Who"_s, u"Works on"_s, u"Last sent"_s, u"Last received"_s, u"Still missing"_s};
    for (int i = 0; i < heads.size(); ++i)
        QCOMPARE(page.people()->table()->model()->headerData(i, Qt::Horizontal).toString(), heads.at(i));
}

void TestSharingPage::anEmptyReviewSaysWhatToDoFirst()
{
    SampleSession empty(u"blank"_s, u"A review"_s);
    SharingPage page(*empty);
    page.show();
    QVERIFY2(shownWords(page).contains(u"Nobody else works on this review yet."_s), qPrintable(shownWords(page)));
    QVERIFY(!page.people()->isVisible());
    const QSignalSpy sent(&page, &SharingPage::sendRequested);
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == u"Send everything…"_s)
            button->click();
    }
    QCOMPARE(sent.size(), 1);
}

void TestSharingPage::enterSendsToThePersonOfTheRow()
{
    SampleSession mine;
    SharingPage page(*mine);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const QSignalSpy sent(&page, &SharingPage::sendRequested);
    QTableView *table = page.people()->table();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    const RecordId person = page.people()->currentPerson();
    QVERIFY(!person.isNull());
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().first().value<RecordId>(), person);
    const QSignalSpy received(&page, &SharingPage::receiveRequested);
    QTest::keyClick(&page, Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(received.size(), 1);
}

void TestSharingPage::conflictsAreCountedOnTheSwitch()
{
    SampleSession mine;
    SampleSession theirs;
    SharingPage page(*mine);
    page.show();
    QCOMPARE(page.attention().second, 0);
    touchBoth(mine, theirs, "title");
    QCOMPARE(page.attention().second, 1);
    auto *choice = page.findChild<QToolButton *>(u"conflicts"_s);
    QCOMPARE(choice->text(), u"Conflicts 1"_s);
    choice->click();
    QCOMPARE(page.currentView(), u"conflicts"_s);
    QVERIFY(page.conflicts()->isVisible());
    QCOMPARE(page.currentRecord(), mine.record("R-S5-01"));
}

void TestSharingPage::aConflictIsShownByItsField()
{
    SampleSession mine;
    SampleSession theirs;
    touchBoth(mine, theirs, "title");
    SharingPage page(*mine);
    page.show();
    page.showConflict(mine.record("R-S5-01"), "title");
    QCOMPARE(page.currentView(), u"conflicts"_s);
    QCOMPARE(page.currentRecord(), mine.record("R-S5-01"));
}

void TestSharingPage::whatBothTouchedIsListedUntilItIsRead()
{
    SampleSession mine;
    SampleSession theirs;
    touchBoth(mine, theirs, "effort");
    SharingPage page(*mine);
    page.show();
    auto *list = page.findChild<RereadList *>();
    QCOMPARE(list->count(), 1);
    QVERIFY(list->isVisible());
    QPushButton *read = nullptr;
    for (QPushButton *button : list->findChildren<QPushButton *>()) {
        if (button->accessibleName() == u"R-S5-01 is read"_s)
            read = button;
    }
    QVERIFY(read);
    read->setFocus();
    QTest::keyClick(read, Qt::Key_Space);
    QCOMPARE(list->count(), 0);
    QVERIFY(!list->isVisible());
    QVERIFY(mine->store().toReread().isEmpty());
}

void TestSharingPage::readingOnlyCannotReceive()
{
    SampleSession mine;
    SessionOptions options;
    options.mode = Store::ReadOnly;
    auto reading = Session::open(mine->path(), options);
    QVERIFY(reading);
    SharingPage page(**reading);
    page.show();
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&').startsWith("Receive"_L1))
            QVERIFY(!button->isEnabled());
    }
}

PLUMBLINE_TEST(TestSharingPage)
} // namespace sharingpage_test

#include "tst_sharingpage.moc"
