#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/edits/plan.h"
#include "core/exchange/sharing.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/dialogs/conflictdetail.h"
#include "ui/dialogs/conflictsview.h"
#include "ui/dialogs/importedrecordsdialog.h"
#include "ui/dialogs/mergedtextedit.h"
#include "ui/widgets/apptheme.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTextDocumentFragment>
#include <QTextEdit>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace conflicts_test {

namespace {

/// The conflicts in a window of their own.
using ConflictsWindow = ConflictsView;

QString plainWordsOf(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        const bool rich = label->textFormat() == Qt::RichText;
        words += rich ? QTextDocumentFragment::fromHtml(label->text()).toPlainText() : label->text();
    }
    return words.join(u'\n');
}

QPushButton *button(const QWidget &widget, const QString &text)
{
    for (QPushButton *candidate : widget.findChildren<QPushButton *>()) {
        if (QString(candidate->text()).remove(u'&') == text)
            return candidate;
    }
    return nullptr;
}

/// Presses the letter underlined in a button, which is clicked a moment later.
void pressMnemonic(QWidget &widget, Qt::Key key)
{
    QTest::keyClick(&widget, key, Qt::AltModifier);
}

} // namespace

/// Two people edit copies of the example, exchange bundles, and one of them settles what does not fit together.
class TestConflicts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init();
    void cleanup();

    void bothValuesAreShownWithWhoAndWhen();
    void theirsIsTakenByKeyboard();
    void yoursIsTakenAndTheOtherStaysInHistory();
    void theMergedTextIsEditedAndUsed();
    void keepAsBefore();
    void leavingForLaterGoesOn();
    void aChoiceHasNothingToType();
    void aDateIsTypedAsPeopleWriteIt();
    void aDeletedRecordIsKeptOrDeleted();
    void typingSurvivesOtherChanges();
    void differencesKnowWhatFitsTogether();
    void aMergedTextTakesWhatFitsAndNumbersTheRest();
    void aPlaceLeftOutByOneIsAnAlternative();
    void placesAreDecidedByTheirButtons();
    void undoOpensAPlaceAgain();
    void aPlaceAtTheEndOfTheTextIsPainted();
    void everyChangeShowsWhatComes();
    void severalPlacesAreAllAskedFor();
    void theListSaysWhoCameLastAndHowManyAreSettled();

private:
    template<auto member>
    void differ(const char *key, const typename detail::MemberTraits<decltype(member)>::Member &minds,
                const typename detail::MemberTraits<decltype(member)>::Member &theirs);
    void receive();
    const Recommendation *recommendation() const
    {
        return (*mine)->review().find(RecommendationId(mine->record("R-S5-01").uuid));
    }

    std::unique_ptr<SampleSession> mine;
    std::unique_ptr<SampleSession> other;
};

void TestConflicts::init()
{
    mine = std::make_unique<SampleSession>();
    other = std::make_unique<SampleSession>();
    QVERIFY((*mine)->setMe(mine->record("P-018")));
    QVERIFY((*other)->setMe(other->record("P-019")));
}

void TestConflicts::cleanup()
{
    mine.reset();
    other.reset();
}

template<auto member>
void TestConflicts::differ(const char *key, const typename detail::MemberTraits<decltype(member)>::Member &a,
                           const typename detail::MemberTraits<decltype(member)>::Member &b)
{
    using T = typename detail::MemberTraits<decltype(member)>::Class;
    ChangeSet first((*mine)->review(), Cause::Edit);
    first.set<member>(Id<T>(mine->record(key).uuid), a);
    QVERIFY((*mine)->commit(first));
    ChangeSet second((*other)->review(), Cause::Edit);
    second.set<member>(Id<T>(other->record(key).uuid), b);
    QVERIFY((*other)->commit(second));
}

void TestConflicts::receive()
{
    const QString bundle = other->file(u"theirs.plumbx"_s);
    QVERIFY(exportBundle(**other, bundle));
    const auto report = importBundles(**mine, {bundle});
    QVERIFY2(bool(report), report ? "" : qPrintable(report.error().sentence));
}

void TestConflicts::bothValuesAreShownWithWhoAndWhen()
{
    differ<&Recommendation::title>("R-S5-01", u"Look again at SSR1"_s, u"Review SSR1 once more"_s);
    receive();
    ConflictsWindow dialog(**mine);
    QCOMPARE(dialog.count(), 1);
    dialog.show();
    const QString words = plainWordsOf(dialog);
    QVERIFY2(words.contains(u"You and Lead, DNS abuse changed the same text"_s), qPrintable(words));
    QVERIFY(words.contains(u"Yours"_s) && words.contains(u"Theirs"_s) && words.contains(u"Before"_s));
    QVERIFY(words.contains(u"Look again at"_s));
    QVERIFY(words.contains(u"once more"_s));
    QVERIFY(words.contains(u"Today 13:02"_s));
}

void TestConflicts::theirsIsTakenByKeyboard()
{
    differ<&Recommendation::title>("R-S5-01", u"Look again at SSR1"_s, u"Review SSR1 once more"_s);
    receive();
    ConflictsWindow dialog(**mine);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    pressMnemonic(dialog, Qt::Key_T);
    QTRY_COMPARE(dialog.count(), 0);
    QCOMPARE(recommendation()->title, u"Review SSR1 once more"_s);
    QVERIFY((*mine)->undo());
    QCOMPARE(dialog.count(), 1);
}

void TestConflicts::yoursIsTakenAndTheOtherStaysInHistory()
{
    differ<&Recommendation::title>("R-S5-01", u"Look again at SSR1"_s, u"Review SSR1 once more"_s);
    receive();
    ConflictsWindow dialog(**mine);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    pressMnemonic(dialog, Qt::Key_Y);
    QTRY_COMPARE(dialog.count(), 0);
    QCOMPARE(recommendation()->title, u"Look again at SSR1"_s);
    bool found = false;
    for (const HistoryEntry &entry : (*mine)->history(mine->record("R-S5-01"), "title"))
        found = found || entry.after.toText() == u"Review SSR1 once more"_s;
    QVERIFY(found);
}

void TestConflicts::theMergedTextIsEditedAndUsed()
{
    const QString base = recommendation()->text;
    differ<&Recommendation::text>("R-S5-01", QString(base).replace(u"once more"_s, u"within a year"_s),
                                  QString(base).replace(u"once more"_s, u"by June"_s));
    receive();
    ConflictsWindow dialog(**mine);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *merged = dialog.findChild<QTextEdit *>();
    QVERIFY(merged);
    QPushButton *use = button(dialog, u"Use the merged text"_s);
    QVERIFY(use);
    QVERIFY(!use->isEnabled()); // Both versions stand in the proposal, so somebody has to look.
    QVERIFY(!merged->extraSelections().isEmpty());
    merged->setFocus();
    QTest::keyClick(merged, Qt::Key_F8);
    QVERIFY(merged->textCursor().hasSelection());
    merged->selectAll();
    QTest::keyClicks(merged, u"Decided by hand."_s);
    QVERIFY(use->isEnabled());
    pressMnemonic(dialog, Qt::Key_M);
    QTRY_COMPARE(recommendation()->text, u"Decided by hand."_s);
    QCOMPARE(dialog.count(), 0);
}

void TestConflicts::keepAsBefore()
{
    const QString before = recommendation()->title;
    differ<&Recommendation::title>("R-S5-01", u"Look again at SSR1"_s, u"Review SSR1 once more"_s);
    receive();
    ConflictsWindow dialog(**mine);
    QVERIFY(button(dialog, u"Keep as before"_s));
    button(dialog, u"Keep as before"_s)->click();
    QCOMPARE(recommendation()->title, before);
}

void TestConflicts::leavingForLaterGoesOn()
{
    differ<&Recommendation::title>("R-S5-01", u"One"_s, u"Two"_s);
    differ<&Recommendation::effort>("R-S5-01", u"Three"_s, u"Four"_s);
    receive();
    ConflictsWindow dialog(**mine);
    QCOMPARE(dialog.count(), 2);
    auto *list = dialog.findChild<QListView *>();
    const int before = list->currentIndex().row();
    button(dialog, u"Leave for later"_s)->click();
    QVERIFY(list->currentIndex().row() != before);
    QCOMPARE(dialog.count(), 2);
    button(dialog, u"Take yours"_s)->click();
    QCOMPARE(dialog.count(), 1);
    QVERIFY(list->currentIndex().isValid());
}

void TestConflicts::aChoiceHasNothingToType()
{
    differ<&Recommendation::state>("R-S5-01", RecommendationState::Draft, RecommendationState::Shared);
    receive();
    ConflictsWindow dialog(**mine);
    QCOMPARE(dialog.count(), 1);
    QVERIFY(!dialog.findChild<QTextEdit *>());
    const QString words = plainWordsOf(dialog);
    QVERIFY(words.contains(u"Draft"_s));
    QVERIFY(words.contains(u"Shared with full team"_s));
}

void TestConflicts::aDateIsTypedAsPeopleWriteIt()
{
    differ<&Milestone::target>("M-S7-05", PartialDate::day({2020, 2, 1}), PartialDate::day({2020, 2, 2}));
    receive();
    ConflictsWindow dialog(**mine);
    QCOMPARE(dialog.count(), 1);
    dialog.show();
    QVERIFY(plainWordsOf(dialog).contains(u"Before"_s));
    // As a person writes it; which of the two stands first follows from their streams.
    const QString first = dialog.findChild<QTextEdit *>()->toPlainText();
    QVERIFY2(first == u"1 Feb 2020"_s || first == u"2 Feb 2020"_s, qPrintable(first));
    dialog.findChild<QTextEdit *>()->setPlainText(u"15 March 2020"_s);
    button(dialog, u"Use this value"_s)->click();
    QCOMPARE(dialog.count(), 0);
    const Milestone *milestone = (*mine)->review().find(MilestoneId(mine->record("M-S7-05").uuid));
    QCOMPARE(*milestone->target, PartialDate::day({2020, 3, 15}));
}

void TestConflicts::aDeletedRecordIsKeptOrDeleted()
{
    const RecordId id = mine->record("M-S7-05");
    ChangeSet remove((*mine)->review(), Cause::Delete);
    remove.remove(Kind::Milestone, id);
    QVERIFY((*mine)->commit(remove));
    ChangeSet edit((*other)->review(), Cause::Edit);
    edit.set<&Milestone::title>(MilestoneId(id.uuid), u"Changed meanwhile"_s);
    QVERIFY((*other)->commit(edit));
    receive();
    ConflictsWindow dialog(**mine);
    QCOMPARE(dialog.count(), 1);
    const QString words = plainWordsOf(dialog);
    QVERIFY(words.contains(u"Deleted by one and changed by another"_s));
    QVERIFY2(words.contains(u"You"_s) && words.contains(u"Lead, DNS abuse"_s), qPrintable(words)); // Who did which.
    button(dialog, u"Keep it"_s)->click();
    QCOMPARE(dialog.count(), 0);
    QVERIFY((*mine)->review().find(id));
}

void TestConflicts::typingSurvivesOtherChanges()
{
    const QString base = recommendation()->text;
    differ<&Recommendation::text>("R-S5-01", QString(base).replace(u"once more"_s, u"within a year"_s),
                                  QString(base).replace(u"once more"_s, u"by June"_s));
    receive();
    ConflictsWindow dialog(**mine);
    dialog.findChild<QTextEdit *>()->setPlainText(u"Half a sent"_s);
    QVERIFY((*mine)->commit(addMilestone((*mine)->context(), {}, u"Something else"_s, {})));
    QCOMPARE(dialog.findChild<QTextEdit *>()->toPlainText(), u"Half a sent"_s);
}

void TestConflicts::differencesKnowWhatFitsTogether()
{
    const QString base = u"access to zone files promptly, improve the renewal of access, and publish each quarter."_s;
    const auto differences = differencesOf(
        base, {u"access to zone files within ten days, improve the renewal of access, and publish each month."_s,
               u"access to zone files within five days, simplify the renewal of access, and publish each quarter."_s});
    QVERIFY(differences.places.size() >= 2);
    QCOMPARE(differences.toDecide(), 1);
    const auto alike = differencesOf(base, {u"access only."_s, u"access only."_s});
    QCOMPARE(alike.toDecide(), 0);
    QVERIFY(marksIn(base, base).isEmpty());
}

void TestConflicts::aMergedTextTakesWhatFitsAndNumbersTheRest()
{
    const QString base = u"access to zone files promptly, improve the renewal of access, and publish each quarter."_s;
    const MergeInWords merged = mergedText(
        base, {u"access to zone files within ten days, improve the renewal of access, and publish each month."_s,
               u"access to zone files within five days, simplify the renewal of access, and publish each quarter."_s});
    QCOMPARE(merged.places.size(), 1);
    const MergeInWords::Place place = merged.places.first();
    QVERIFY2(place.alternatives.first().contains(u"within ten days,"_s), qPrintable(place.alternatives.join(u'|')));
    QVERIFY(place.alternatives.last().contains(u"within five days,"_s));
    QString decided = merged.text;
    decided.replace(place.from, place.length, place.alternatives.first());
    QVERIFY2(decided.endsWith(u"the renewal of access, and publish each month."_s), qPrintable(decided));
    QVERIFY(decided.startsWith(u"access to zone files within ten days,"_s));
    QVERIFY(merged.text.mid(place.from, place.length).startsWith(u'1'));
}

void TestConflicts::aPlaceLeftOutByOneIsAnAlternative()
{
    const MergeInWords merged = mergedText(u"one two three four"_s, {u"one four"_s, u"one two tree four"_s});
    QCOMPARE(merged.places.size(), 1);
    QVERIFY(merged.places.first().alternatives.contains(QString()));
    // Whatever is taken, the words around it stay parted.
    QVERIFY(merged.text.startsWith(u"one 1"_s));
    QVERIFY(merged.text.endsWith(u" four"_s));
}

void TestConflicts::placesAreDecidedByTheirButtons()
{
    const QString base = recommendation()->text;
    QVERIFY(base.contains(u"once more"_s));
    differ<&Recommendation::text>("R-S5-01", QString(base).replace(u"once more"_s, u"within a year"_s),
                                  QString(base).replace(u"once more"_s, u"by June"_s));
    receive();
    ConflictsWindow dialog(**mine);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY2(plainWordsOf(dialog).contains(u"decide place 1 first"_s), qPrintable(plainWordsOf(dialog)));
    QPushButton *byJune = nullptr;
    for (QPushButton *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->accessibleName().contains(u"by June"_s))
            byJune = candidate;
    }
    QVERIFY(byJune);
    byJune->setFocus();
    QTest::keyClick(byJune, Qt::Key_Space);
    QPushButton *use = button(dialog, u"Use the merged text"_s);
    QVERIFY(use->isEnabled());
    pressMnemonic(dialog, Qt::Key_M);
    QTRY_COMPARE(recommendation()->text, QString(base).replace(u"once more"_s, u"by June"_s));
}

void TestConflicts::undoOpensAPlaceAgain()
{
    MergedTextEdit edit;
    edit.setMerged(mergedText(u"come promptly please"_s, {u"come today please"_s, u"come tomorrow please"_s}), {});
    QCOMPARE(edit.openPlaces(), QList<int>{0});
    edit.decide(0, 1);
    QVERIFY(edit.openPlaces().isEmpty());
    QCOMPARE(edit.toPlainText(), u"come tomorrow please"_s);
    edit.undo();
    QCOMPARE(edit.openPlaces(), QList<int>{0});
    edit.writeAnother(0);
    QTest::keyClicks(&edit, u"now"_s);
    QVERIFY(edit.openPlaces().isEmpty());
    QCOMPARE(edit.toPlainText(), u"come now please"_s);
}

void TestConflicts::aPlaceAtTheEndOfTheTextIsPainted()
{
    const QString base = recommendation()->text;
    differ<&Recommendation::text>("R-S5-01", base + u" Yearly."_s, base + u" Monthly."_s);
    receive();
    ConflictsWindow dialog(**mine);
    dialog.resize(900, 600);
    dialog.show();
    auto *merged = dialog.findChild<MergedTextEdit *>();
    QVERIFY(merged && !merged->openPlaces().isEmpty());
    QVERIFY(!merged->grab().isNull()); // It used to be painted for ever.
    QTextCursor end = merged->textCursor();
    end.movePosition(QTextCursor::End);
    merged->setTextCursor(end);
    QVERIFY(!dialog.grab().isNull());
}

void TestConflicts::everyChangeShowsWhatComes()
{
    differ<&Recommendation::title>("R-S5-01", u"Look again at SSR1"_s, u"Review SSR1 once more"_s);
    const QString bundle = other->file(u"theirs.plumbx"_s);
    QVERIFY(exportBundle(**other, bundle));
    const auto preview = previewImport((*mine)->path(), (*mine)->clock(), {bundle});
    QVERIFY(preview);
    ImportedRecordsDialog dialog((*mine)->review(), *preview, {});
    for (int row = 0; row < dialog.list()->count(); ++row) {
        dialog.list()->setCurrentRow(row);
        if (!dialog.list()->currentItem()->text().startsWith(u"R-S5-01"_s))
            continue;
        const QString words = plainWordsOf(dialog);
        QVERIFY2(words.contains(u"once more"_s), qPrintable(words));
        QVERIFY(words.contains(u"in conflict with what stands here"_s));
        return;
    }
    QFAIL("the record is not in the list");
}

void TestConflicts::severalPlacesAreAllAskedFor()
{
    MergedTextEdit edit;
    edit.setMerged(mergedText(u"a promptly and with care b then c slowly and d"_s,
                              {u"a today and with care b then c fast and d"_s, u"a now and with care b then c never and d"_s}),
                   {});
    QCOMPARE(edit.openPlaces().size(), 2);
    edit.goToNextPlace();
    QCOMPARE(edit.currentPlace(), 0);
    edit.goToNextPlace();
    QCOMPARE(edit.currentPlace(), 1);
    edit.decide(1, 0);
    QCOMPARE(edit.openPlaces(), QList<int>{0});
    QCOMPARE(edit.currentPlace(), 0);
}

void TestConflicts::theListSaysWhoCameLastAndHowManyAreSettled()
{
    differ<&Recommendation::title>("R-S5-01", u"One"_s, u"Two"_s);
    differ<&Recommendation::effort>("R-S5-01", u"Three"_s, u"Four"_s);
    receive();
    ConflictsWindow dialog(**mine);
    QVERIFY(plainWordsOf(dialog).contains(u"2 open"_s));
    auto *list = dialog.findChild<QListView *>();
    const QString said = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(u"R-S5-01"_s), qPrintable(said));
    button(dialog, u"Take yours"_s)->click();
    QVERIFY2(plainWordsOf(dialog).contains(u"1 open · 1 settled"_s), qPrintable(plainWordsOf(dialog)));
}

PLUMBLINE_TEST(TestConflicts)
} // namespace conflicts_test

#include "tst_conflicts.moc"
