#include "tests/ui/models/samplereview.h"

#include "core/domain/finding.h"
#include "core/domain/recommendation.h"
#include "core/domain/subteam.h"
#include "tests/testprogram.h"
#include "ui/editors/growingtext.h"
#include "ui/editors/inputs.h"
#include "ui/editors/recordview.h"
#include "ui/pages/evidencepage.h"
#include "ui/pages/findingspage.h"
#include "ui/pages/recommendationspage.h"
#include "ui/pages/recordpagefilter.h"
#include "ui/pages/recordtable.h"
#include "ui/widgets/chip.h"
#include "ui/pages/subteamspage.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace recordpages_test {

class TestRecordPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void firstRecordIsShown();
    void newRecordIsTypedOver();
    void newRecordBelongsToTheChosenSubTeam();
    void newRecordIsSeenDespiteAFilter();
    void editedTitleIsInTheList();
    void deleteAndUndo();
    void rowsAreMovedByKeyboard();
    void aRecommendationStaysInItsGroup();
    void filterNarrowsTheList();
    void scopeNarrowsTheList();
    void emptyPageSaysWhatBelongsThere();
    void showRecordFindsItsKindOnly();
    void attentionCountsProblemsOfItsKind();
    void aListBecomesATable();
    void readOnlyReviewOffersNoEdits();
    void longAndArabicTitlesAreShown();
    void allPagesPaintInBothThemesAndDirections();
};

/// A page in a window that has the keyboard.
template<class P>
struct Shown {
    SampleReview sample;
    P page{sample.session()};

    Shown()
    {
        page.resize(952, 780);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("The window does not become active.");
    }
    QModelIndex current() const { return page.list()->currentIndex(); }
    int rows() const { return page.list()->model()->rowCount(); }
};

void TestRecordPages::firstRecordIsShown()
{
    Shown<RecommendationsPage> shown;
    QCOMPARE(shown.rows(), 63);
    QCOMPARE(shown.current().row(), 0);
    QCOMPARE(shown.page.view()->record(), shown.page.currentRecord());
    QVERIFY(shown.page.wantsInspector());
}

void TestRecordPages::newRecordIsTypedOver()
{
    Shown<FindingsPage> shown;
    const int before = shown.rows();
    const QSignalSpy current(&shown.page, &Page::currentRecordChanged);
    shown.page.addRecord();
    QCOMPARE(shown.rows(), before + 1);
    QCOMPARE(current.size(), 1);
    const RecordId id = shown.page.currentRecord();
    QCOMPARE(shown.sample.review().find(FindingId(id.uuid))->title, u"New finding"_s);
    auto *title = shown.page.view()->editor("title")->findChild<GrowingText *>();
    QTRY_VERIFY(title->hasFocus());
    QTest::keyClicks(title, u"Renewals take 60 days"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(shown.sample.review().find(FindingId(id.uuid))->title, u"Renewals take 60 days"_s);
}

void TestRecordPages::newRecordBelongsToTheChosenSubTeam()
{
    Shown<FindingsPage> shown;
    const Record *subTeam = shown.sample.review().list(Kind::SubTeam).at(1);
    auto *scopes = shown.page.filterBar()->scopes();
    scopes->setCurrentIndex(scopes->findText(subTeam->key, Qt::MatchStartsWith));
    shown.page.addRecord();
    const auto *added = shown.sample.review().find(FindingId(shown.page.currentRecord().uuid));
    QCOMPARE(added->subteam.uuid, subTeam->id.uuid);
    QVERIFY(added->key.startsWith(u"F-"_s + subTeam->key + u'-'));
}

void TestRecordPages::newRecordIsSeenDespiteAFilter()
{
    Shown<FindingsPage> shown;
    shown.page.filterBar()->field()->setText(u"zzz nothing has this"_s);
    QCOMPARE(shown.rows(), 0);
    shown.page.addRecord();
    QVERIFY(!shown.page.currentRecord().isNull());
    QCOMPARE(shown.current().data().toString(), u"New finding"_s);
}

void TestRecordPages::editedTitleIsInTheList()
{
    Shown<RecommendationsPage> shown;
    auto *title = shown.page.view()->editor("title")->findChild<GrowingText *>();
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, u"Fix zone file access"_s);
    shown.page.list()->setFocus();
    QCOMPARE(shown.current().data().toString(), u"Fix zone file access"_s);
    QVERIFY(shown.sample.session().undo());
    QVERIFY(shown.current().data().toString() != u"Fix zone file access"_s);
    QVERIFY(title->toPlainText() != u"Fix zone file access"_s);
}

void TestRecordPages::rowsAreMovedByKeyboard()
{
    Shown<FindingsPage> shown;
    const auto ids = [&] {
        QList<RecordId> all;
        for (int row = 0; row < shown.rows(); ++row)
            all += shown.page.list()->model()->index(row, 0).data(RecordModel::IdRole).value<RecordId>();
        return all;
    };
    const QList<RecordId> before = ids();
    shown.page.list()->setFocus();
    QTest::keyClick(shown.page.list(), Qt::Key_Up, Qt::AltModifier); // The first stays.
    QCOMPARE(ids(), before);
    QTest::keyClick(shown.page.list(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(shown.page.list(), Qt::Key_Down, Qt::AltModifier);
    QList<RecordId> moved = before;
    moved.move(0, 2);
    QCOMPARE(ids(), moved);
    QCOMPARE(shown.current().row(), 2);
    QTest::keyClick(shown.page.list(), Qt::Key_Up, Qt::AltModifier);
    moved.move(2, 1);
    QCOMPARE(ids(), moved);
    for (int i = 0; i < 3; ++i)
        QVERIFY(shown.sample.session().undo());
    QCOMPARE(ids(), before);
}

void TestRecordPages::aRecommendationStaysInItsGroup()
{
    Shown<RecommendationsPage> shown;
    shown.page.list()->setFocus();
    QCOMPARE(shown.current().row(), 0);
    const auto group = [&] {
        return shown.sample.review().find(RecommendationId(shown.page.currentRecord().uuid))->group;
    };
    const auto first = group();
    for (int i = 0; i < shown.rows(); ++i)
        QTest::keyClick(shown.page.list(), Qt::Key_Down, Qt::AltModifier);
    const int last = shown.current().row();
    QVERIFY(group() == first);
    const QModelIndex next = shown.current().siblingAtRow(last + 1);
    QVERIFY(shown.sample.review()
                .find(RecommendationId(next.data(RecordModel::IdRole).value<RecordId>().uuid))
                ->group != first);
}

void TestRecordPages::deleteAndUndo()
{
    Shown<FindingsPage> shown;
    const int before = shown.rows();
    const RecordId first = shown.page.currentRecord();
    const QSignalSpy said(&shown.page, &Page::message);
    shown.page.list()->setFocus();
    QTest::keyClick(shown.page.list(), Qt::Key_Delete);
    QCOMPARE(shown.rows(), before - 1);
    QCOMPARE(said.size(), 1);
    QVERIFY(said.at(0).at(2).toString().contains(u"Undo"_s));
    QVERIFY(shown.page.currentRecord() != first);
    QCOMPARE(shown.page.view()->record(), shown.page.currentRecord());
    QVERIFY(shown.sample.session().undo());
    QCOMPARE(shown.rows(), before);
    QVERIFY(shown.page.showRecord(first));

    shown.page.list()->selectAll();
    shown.page.deleteSelected();
    QCOMPARE(shown.sample.review().count(Kind::Finding), 0);
    QVERIFY(!shown.page.wantsInspector());
    QVERIFY(shown.sample.session().undo());
    QCOMPARE(shown.rows(), before);
}

void TestRecordPages::filterNarrowsTheList()
{
    Shown<RecommendationsPage> shown;
    QTest::keyClicks(shown.page.filterBar()->field(), u"abuse"_s);
    QVERIFY(shown.rows() > 0);
    QVERIFY(shown.rows() < 63);
    shown.page.filterBar()->field()->clear();
    QCOMPARE(shown.rows(), 63);
}

void TestRecordPages::scopeNarrowsTheList()
{
    Shown<RecommendationsPage> shown;
    auto *scopes = shown.page.filterBar()->scopes();
    scopes->setCurrentIndex(1);
    QVERIFY(shown.rows() < 63);
    for (int row = 0; row < shown.rows(); ++row) {
        const auto id = shown.page.list()->model()->index(row, 0).data(RecordModel::IdRole).value<RecordId>();
        QVERIFY(shown.sample.review().find(RecommendationId(id.uuid))->subteam.isNull());
    }
    scopes->setCurrentIndex(scopes->count() - 1); // The last group.
    QVERIFY(shown.rows() > 0);
    QVERIFY(shown.rows() < 10);
    scopes->setCurrentIndex(0);
    QCOMPARE(shown.rows(), 63);
}

void TestRecordPages::emptyPageSaysWhatBelongsThere()
{
    const SampleReview sample;
    const QString path = sample.filePath(u"blank.plumb"_s);
    QVERIFY(createReview(path, u"blank"_s, u"Blank"_s));
    const auto session = sample.open(path);
    FindingsPage page(*session);
    page.resize(1232, 780);
    page.show();
    QVERIFY(!page.wantsInspector());
    QCOMPARE(page.attention(), (QPair<Severity, int>(Severity::None, 0)));
    auto *empty = page.findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    empty->setPrimary(u"Write the first finding"_s)->click();
    QCOMPARE(session->review().count(Kind::Finding), 1);
    QVERIFY(!empty->isVisible());
    QVERIFY(session->undo());
    QVERIFY(empty->isVisible());
}

void TestRecordPages::showRecordFindsItsKindOnly()
{
    Shown<FindingsPage> shown;
    const Review &review = shown.sample.review();
    QVERIFY(!shown.page.showRecord(review.list(Kind::Recommendation).front()->id));
    QVERIFY(!shown.page.showRecord({}));
    const RecordId last = review.list(Kind::Finding).back()->id;
    shown.page.filterBar()->field()->setText(u"zzz"_s);
    QVERIFY(shown.page.showRecord(last));
    QCOMPARE(shown.page.currentRecord(), last);
}

void TestRecordPages::attentionCountsProblemsOfItsKind()
{
    Shown<FindingsPage> shown;
    const auto before = shown.page.attention();
    QCOMPARE(before.first, Severity::Error); // Some of the example rest on nothing yet.
    const FindingId first(shown.page.currentRecord().uuid);
    const QSignalSpy attention(&shown.page, &Page::attentionChanged);
    ChangeSet mine(shown.sample.review(), Cause::Edit);
    mine.set<&Finding::title>(first, u"Mine"_s);
    QVERIFY(shown.sample.set<&Finding::title>(first, u"Theirs"_s));
    QVERIFY(shown.sample.session().commit(mine));
    QCOMPARE(shown.page.attention(), qMakePair(before.first, before.second + 1));
    QVERIFY(attention.size() >= 1);
}

void TestRecordPages::aListBecomesATable()
{
    Shown<FindingsPage> shown;
    shown.page.setTableShown(true);
    RecordTable *table = shown.page.table();
    QVERIFY(table->isVisibleTo(&shown.page));
    const RecordId firstOfReview = shown.sample.review().list(Kind::Finding).front()->id;
    table->sortByColumn(shown.page.model()->columnOf("title"), Qt::DescendingOrder);
    const auto title = [&](int row) {
        return table->model()->index(row, shown.page.model()->columnOf("title")).data().toString();
    };
    for (int row = 1; row < table->model()->rowCount(); ++row)
        QVERIFY(title(row - 1).localeAwareCompare(title(row)) >= 0);
    QCOMPARE(shown.page.list()->model()->index(0, 0).data(RecordModel::IdRole).value<RecordId>(),
             firstOfReview); // The list stays.

    table->selectAll();
    const QList<RecordId> all = table->selectedRecords();
    QCOMPARE(all.size(), shown.sample.review().count(Kind::Finding));
    const QStringList lines = table->selectedText().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), all.size() + 1);
    for (const QString &line : lines)
        QCOMPARE(line.count(u'\t'), lines.first().count(u'\t'));

    QVERIFY(table->setForAll(all, "state", u"agreed"_s));
    const auto agreed = [&] {
        const auto findings = shown.sample.review().all<Finding>();
        return std::count_if(findings.begin(), findings.end(),
                             [](const Finding *one) { return one->state.is(FindingState::Agreed); });
    };
    QCOMPARE(agreed(), all.size());
    QVERIFY(shown.sample.session().undo()); // All of it in one step.
    QVERIFY(agreed() < all.size());
    QVERIFY(!table->setForAll(all, "state", u"perfect"_s) || agreed() < all.size());

    QVERIFY(table->toggleTag(all.first(2), u"Look again"_s));
    shown.page.filterBar()->field()->setText(u"look again"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(table->toggleTag(all.first(1), u"look AGAIN"_s)); // Taken off.
    QCOMPARE(shown.sample.review().count(Kind::Tag), 1);
    shown.page.setTableShown(false);
    // The record says so itself.
    const auto tagsShown = [&] {
        QCoreApplication::processEvents(); // A widget put into a layout is shown then.
        QStringList names;
        for (const Chip *chip : shown.page.view()->findChildren<Chip *>()) {
            if (chip->isVisible() && chip->text().icon == u"tag"_s)
                names += chip->text().text;
        }
        return names;
    };
    shown.page.view()->setRecord(all.at(1));
    QCOMPARE(tagsShown(), QStringList(u"Look again"_s));
    for (const QString &name : {u"b"_s, u"c"_s, u"d"_s})
        QVERIFY(table->toggleTag({all.at(1)}, name));
    QCOMPARE(tagsShown(), QStringList({u"b"_s, u"c"_s, u"and 2 more"_s}));
    shown.page.view()->setRecord(all.at(0));
    QVERIFY(tagsShown().isEmpty());
    QVERIFY(!table->isVisibleTo(&shown.page));
}

void TestRecordPages::readOnlyReviewOffersNoEdits()
{
    const SampleReview sample;
    SessionOptions options;
    options.mode = Store::ReadOnly;
    options.registry = StreamRegistry::inMemory();
    const auto session = Session::open(sample.session().path(), options);
    QVERIFY(session);
    RecommendationsPage page(**session);
    page.resize(952, 780);
    page.show();
    for (const auto *button : page.findChildren<QPushButton *>()) {
        if (button->text() == u"New"_s)
            QVERIFY(!button->isEnabled());
    }
    for (const auto *text : page.view()->findChildren<GrowingText *>())
        QVERIFY(text->isReadOnly());
    page.deleteSelected();
    QCOMPARE((*session)->review().count(Kind::Recommendation), 63);
}

void TestRecordPages::longAndArabicTitlesAreShown()
{
    Shown<RecommendationsPage> shown;
    const RecommendationId id(shown.page.currentRecord().uuid);
    QVERIFY(shown.sample.set<&Recommendation::title>(id, u"a long title "_s.repeated(16).left(200)));
    QVERIFY(!shown.page.grab().isNull());
    QVERIFY(shown.page.view()->widget()->width() <= shown.page.view()->viewport()->width());
    QVERIFY(shown.sample.set<&Recommendation::text>(id, u"إصلاح مشاكل الوصول إلى ملفات المنطقة"_s));
    QCOMPARE(shown.page.view()->editor("text")->findChild<GrowingText *>()->toPlainText(),
             u"إصلاح مشاكل الوصول إلى ملفات المنطقة"_s);
    QVERIFY(!shown.page.grab().isNull());
}

/// Keeps a picture where PLUMBLINE_PICTURES says, to be looked at beside the mock-ups.
static void keep(QWidget &page, const QString &name)
{
    QTest::qWait(50); // Texts that wrap settle their height in a second pass.
    const QPixmap picture = page.grab();
    QVERIFY(!picture.isNull());
    if (const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES"); !folder.isEmpty())
        picture.save(folder + u'/' + name + u".png"_s);
}

void TestRecordPages::allPagesPaintInBothThemesAndDirections()
{
    const SampleReview sample;
    const std::pair<ThemeChoice, QString> themes[]{{ThemeChoice::Light, u"light"_s},
                                                   {ThemeChoice::Dark, u"dark"_s}};
    for (const auto &[choice, name] : themes) {
        applyTheme(*qApp, choice);
        FindingsPage findings(sample.session());
        EvidencePage evidence(sample.session());
        SubTeamsPage subTeams(sample.session());
        RecommendationsPage recommendations(sample.session());
        for (Page *page : std::initializer_list<Page *>{&findings, &evidence, &subTeams, &recommendations}) {
            page->resize(952, 812);
            page->show();
            keep(*page, QString::fromLatin1(page->metaObject()->className()).section(u':', -1) + u'-' + name);
        }
    }
    applyTheme(*qApp, ThemeChoice::Light);
    qApp->setLayoutDirection(Qt::RightToLeft);
    RecommendationsPage mirrored(sample.session());
    mirrored.resize(952, 812);
    mirrored.show();
    keep(mirrored, u"RecommendationsPage-mirrored"_s);
    qApp->setLayoutDirection(Qt::LeftToRight);
    const QString path = sample.filePath(u"blank.plumb"_s);
    QVERIFY(createReview(path, u"blank"_s, u"Blank"_s));
    const auto session = sample.open(path);
    FindingsPage empty(*session);
    empty.resize(1232, 812);
    empty.show();
    keep(empty, u"FindingsPage-empty"_s);
}

PLUMBLINE_TEST(TestRecordPages)
} // namespace recordpages_test

#include "tst_recordpages.moc"
