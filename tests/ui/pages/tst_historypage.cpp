#include "core/domain/milestone.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/pages/historychanges.h"
#include "ui/pages/historycompare.h"
#include "ui/pages/historypage.h"
#include "ui/pages/historytrash.h"
#include "ui/widgets/apptheme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTextDocumentFragment>
#include <QTreeView>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace historypage_test {

class TestHistoryPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void aFormerValueIsRestoredByKeyboard();
    void recordAndPersonRestrictTheList();
    void anImportIsSetAside();
    void theTrashBringsBack();
    void movedRecordsAreMarkedAndStay();
    void comparesABaselineWithNow();
};

/// A page that is shown, so that focus and keys work.
struct Shown {
    SampleSession sample;
    HistoryPage page{*sample};
    QList<QPair<Severity, QString>> said;
    Shown()
    {
        QObject::connect(&page, &Page::message, [this](Severity severity, const QString &happened, const QString &) {
            said += {severity, happened};
        });
        page.resize(1200, 800);
        page.show();
        QApplication::setActiveWindow(&page);
    }
    const Milestone &milestone() { return *sample->review().all<Milestone>().front(); }
    void setTitle(const QString &title)
    {
        ChangeSet changes(sample->review(), Cause::Edit);
        changes.set<&Milestone::title>(MilestoneId(milestone().id.uuid), title);
        QVERIFY(sample->commit(changes));
    }
    /// What the last change replaced is gone, and what it brought is shown.
    static void settle()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    QPushButton *button(const QString &text)
    {
        settle();
        for (QPushButton *candidate : page.findChildren<QPushButton *>()) {
            if (candidate->text().remove(u'&').contains(text) && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    template<class T>
    T *named(const QString &name)
    {
        for (T *candidate : page.findChildren<T *>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }
};

void TestHistoryPage::aFormerValueIsRestoredByKeyboard()
{
    Shown shown;
    const QString before = shown.milestone().title;
    shown.setTitle(u"Something else"_s);
    auto *list = shown.named<QListView>(u"Changes, newest first"_s);
    QVERIFY(list);
    list->setCurrentIndex(list->model()->index(0, 0));
    shown.settle();
    const auto *diff = shown.page.findChild<QLabel *>(u"diff"_s);
    QVERIFY(diff);
    const QString words = QTextDocumentFragment::fromHtml(diff->text()).toPlainText();
    QVERIFY2(words.contains(u"Something else") && words.contains(before.section(u' ', 0, 0)), qPrintable(words));
    QPushButton *now = shown.button(u"Restore this value"_s);
    QVERIFY(now && !now->isEnabled()); // It is the value shown.
    QPushButton *restore = shown.button(u"Restore the value before"_s);
    QVERIFY(restore && restore->isEnabled());
    restore->setFocus();
    QTest::keyClick(restore, Qt::Key_Space);
    QCOMPARE(shown.milestone().title, before);
    QCOMPARE(shown.said.last().first, Severity::Good);
    QCOMPARE(list->model()->index(0, 0).row(), 0);
}

void TestHistoryPage::recordAndPersonRestrictTheList()
{
    Shown shown;
    auto *list = shown.named<QListView>(u"Changes, newest first"_s);
    const int all = list->model()->rowCount();
    auto *key = shown.named<QLineEdit>(u"Changes of which record"_s);
    QTest::keyClicks(key, shown.sample->review().shownKey(shown.milestone()));
    QTest::keyClick(key, Qt::Key_Return);
    const int ofRecord = list->model()->rowCount();
    QVERIFY(ofRecord > 0 && ofRecord < all);
    auto *person = shown.named<QComboBox>(u"Changes of whom"_s);
    person->setCurrentIndex(person->count() - 1);
    QVERIFY(list->model()->rowCount() <= ofRecord);
    person->setCurrentIndex(0);
    QCOMPARE(list->model()->rowCount(), ofRecord);
    key->setFocus();
    key->setText(u"M-999"_s);
    QTest::keyClick(key, Qt::Key_Return);
    QCOMPARE(shown.said.last().first, Severity::Warning);
}

void TestHistoryPage::anImportIsSetAside()
{
    Shown shown;
    const QString before = shown.milestone().title;
    // A colleague's copy, made by hand, comes back with a new title.
    const QString copy = shown.sample.file(u"copy.plumb"_s);
    QVERIFY(QFile::copy(shown.sample->path(), copy));
    SessionOptions options;
    options.registry = StreamRegistry::inMemory();
    auto other = Session::open(copy, options);
    QVERIFY(other);
    ChangeSet changes((*other)->review(), Cause::Edit);
    changes.set<&Milestone::title>(MilestoneId(shown.milestone().id.uuid), u"Theirs"_s);
    QVERIFY((*other)->commit(changes));
    QList<Transaction> all;
    QVERIFY((*other)->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        all += transaction;
        return {};
    }));
    QVERIFY(shown.sample->importTransactions(
        [&]() -> std::optional<Transaction> {
            return all.isEmpty() ? std::nullopt : std::optional(all.takeFirst());
        },
        u"Ben"_s));
    QCOMPARE(shown.milestone().title, u"Theirs"_s);
    auto *list = shown.named<QListView>(u"Changes, newest first"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    QPushButton *aside = shown.button(u"Set aside this import"_s);
    QVERIFY(aside);
    aside->setFocus();
    QTest::keyClick(aside, Qt::Key_Space);
    QCOMPARE(shown.milestone().title, before);
    QVERIFY(shown.sample->undo());
    QCOMPARE(shown.milestone().title, u"Theirs"_s);
}

void TestHistoryPage::theTrashBringsBack()
{
    Shown shown;
    const RecordId id = shown.milestone().id;
    ChangeSet changes(shown.sample->review(), Cause::Delete);
    changes.remove(Kind::Milestone, id);
    QVERIFY(shown.sample->commit(changes));
    shown.page.showView(u"trash"_s);
    auto *list = shown.named<QTreeView>(u"Deleted records"_s);
    QVERIFY(list->model()->rowCount() > 0);
    QCOMPARE(list->currentIndex().row(), 0); // The newest first.
    QCOMPARE(list->model()->index(0, 2).data().toString(), u"deleted"_s);
    const int before = list->model()->rowCount();
    QPushButton *back = shown.button(u"Bring back"_s);
    QVERIFY(back && back->isEnabled());
    back->setFocus();
    QTest::keyClick(back, Qt::Key_Space);
    QVERIFY(shown.sample->review().find(id));
    QCOMPARE(list->model()->rowCount(), before - 1);
}

void TestHistoryPage::movedRecordsAreMarkedAndStay()
{
    Shown shown;
    const RecordId id = shown.milestone().id;
    ChangeSet changes(shown.sample->review(), Cause::Delete);
    changes.remove(Kind::Milestone, id, "moved");
    QVERIFY(shown.sample->commit(changes));
    shown.page.showView(u"trash"_s);
    auto *list = shown.named<QTreeView>(u"Deleted records"_s);
    QVERIFY(list->model()->index(0, 2).data().toString().contains(u"moved"));
    QVERIFY(!shown.button(u"Bring back"_s)->isEnabled());
}

void TestHistoryPage::comparesABaselineWithNow()
{
    Shown shown;
    QVERIFY(shown.sample->takeBaseline(u"Now and here"_s));
    shown.setTitle(u"Something else"_s);
    auto *compare = shown.page.findChild<HistoryCompare *>();
    QSignalSpy compared(compare, &HistoryCompare::compared);
    shown.page.showView(u"compare"_s);
    auto *from = shown.named<QComboBox>(u"Compare from"_s);
    from->setCurrentIndex(from->findText(u"Now and here"_s));
    auto *list = shown.named<QListView>(u"Records that changed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, 30000);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Something else"_s);
    QCOMPARE(compare->currentRecord(), shown.milestone().id);
    QString words;
    for (const QLabel *label : compare->findChildren<QLabel *>())
        words += QTextDocumentFragment::fromHtml(label->text()).toPlainText() + u'\n';
    QVERIFY2(words.contains(u"Something else"), qPrintable(words));
}

PLUMBLINE_TEST(TestHistoryPage)
} // namespace historypage_test

#include "tst_historypage.moc"
