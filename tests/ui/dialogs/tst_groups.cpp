#include "core/domain/audience.h"
#include "core/domain/finding.h"
#include "core/domain/person.h"
#include "core/edits/groups.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/dialogs/groupsdialog.h"
#include "ui/dialogs/movedialog.h"
#include "ui/dialogs/publishdialog.h"
#include "ui/widgets/apptheme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace groups_test {

class TestGroupDialogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void aGroupIsFormedByTypingItsName();
    void aNameThatIsTakenIsRefusedInSight();
    void aMemberIsAddedAndRemoved();
    void movingSaysWhatItMeansAndDoesIt();
    void withoutAGroupNothingCanBeMoved();
    void publishingWithoutHitsIsAllowed();
    void hitsMustBeReleased();
    void whatIsInConflictCannotBePublished();
};

/// The list whose accessible name begins like that.
static QListWidget *listNamed(const QWidget &dialog, const QString &name)
{
    for (QListWidget *list : dialog.findChildren<QListWidget *>()) {
        if (list->accessibleName().startsWith(name))
            return list;
    }
    qFatal("there is no such list");
}

static bool says(const QWidget &dialog, const QString &words)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (!label->isHidden() && label->text().contains(words))
            return true;
    }
    return false;
}

static int form(Session &session, const QString &name)
{
    const auto changes = formGroup(session.context(), name, {});
    if (!session.commit(changes))
        qFatal("the group cannot be formed");
    return audienceNumber(ClosedGroupId(changes->edits.first().record.uuid));
}

static RecordId addFinding(Session &session, const QString &statement, int audience)
{
    ChangeSet changes(session.review(), Cause::Create);
    const RecordId id = changes.create(session.review(), Kind::Finding, {}, {}, audience);
    changes.set(Kind::Finding, id, "title", Value(u"A finding"_s));
    changes.set(Kind::Finding, id, "statement", Value(statement));
    if (!session.commit(changes))
        qFatal("the finding cannot be added");
    return id;
}

void TestGroupDialogs::aGroupIsFormedByTypingItsName()
{
    SampleSession session(u"blank"_s, u"Trial"_s);
    GroupsDialog dialog(*session);
    dialog.show();
    auto *name = dialog.findChild<QLineEdit *>();
    QTest::keyClicks(name, u"Signers"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(dialog.isVisible()); // Enter forms the group and does not close.
    QCOMPARE(session->review().count(Kind::ClosedGroup), 1);
    QVERIFY(!dialog.currentGroup().isNull());
    QVERIFY(name->text().isEmpty());
    QCOMPARE(listNamed(dialog, u"Closed groups"_s)->count(), 1);
}

void TestGroupDialogs::aNameThatIsTakenIsRefusedInSight()
{
    SampleSession session(u"blank"_s, u"Trial"_s);
    form(*session, u"Signers"_s);
    GroupsDialog dialog(*session);
    dialog.show();
    auto *name = dialog.findChild<QLineEdit *>();
    QTest::keyClicks(name, u"signers"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(says(dialog, u"of that name already"_s));
    QCOMPARE(session->review().count(Kind::ClosedGroup), 1);
}

void TestGroupDialogs::aMemberIsAddedAndRemoved()
{
    SampleSession session;
    form(*session, u"Signers"_s);
    GroupsDialog dialog(*session);
    dialog.show();
    QListWidget *people = listNamed(dialog, u"People"_s);
    QCOMPARE(people->count(), session->review().count(Kind::Person));
    people->setCurrentRow(1);
    QPushButton *change = nullptr;
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"Add to the group"_s)
            change = button;
    }
    QVERIFY(change && change->isEnabled());
    change->click();
    QCOMPARE(membersOf(session->review(), dialog.currentGroup()).size(), size_t(1));
    QCOMPARE(change->text(), u"Remove from the group"_s); // The person is still the current one.
    QVERIFY(people->currentItem()->data(Qt::AccessibleTextRole).toString().contains(u"member"_s));
    change->click();
    QVERIFY(membersOf(session->review(), dialog.currentGroup()).empty());
}

void TestGroupDialogs::movingSaysWhatItMeansAndDoesIt()
{
    SampleSession session(u"blank"_s, u"Trial"_s);
    const int signers = form(*session, u"Signers"_s);
    const RecordId id = addFinding(*session, u"Secret"_s, signers);
    MoveDialog dialog(*session, id);
    dialog.show();
    QCOMPARE(dialog.findChild<QComboBox *>()->count(), 1); // Where it is already it cannot go.
    QCOMPARE(dialog.audience(), int(wholeTeam));
    QVERIFY(says(dialog, u"becomes visible to the whole team"_s));
    dialog.acceptButton()->click();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    const Finding *moved = session->review().find(FindingId(dialog.moved().uuid));
    QVERIFY(moved && moved->audience == wholeTeam);
    QCOMPARE(moved->statement, u"Secret"_s);
    QVERIFY(!session->review().find(id));
}

void TestGroupDialogs::withoutAGroupNothingCanBeMoved()
{
    SampleSession session(u"blank"_s, u"Trial"_s);
    MoveDialog dialog(*session, addFinding(*session, u"Open"_s, wholeTeam));
    dialog.show();
    QVERIFY(!dialog.acceptButton()->isEnabled());
    QVERIFY(says(dialog, u"no closed group yet"_s));
}

void TestGroupDialogs::publishingWithoutHitsIsAllowed()
{
    SampleSession session(u"blank"_s, u"Trial"_s);
    PublishDialog dialog(*session);
    dialog.show();
    QVERIFY(dialog.acceptButton()->isEnabled());
    QVERIFY(says(dialog, u"No unpublished text"_s));
    const QString path = session.file(u"public.plumbx"_s);
    QVERIFY(dialog.write(path));
    QCOMPARE(readPublication(path)->count(Kind::Review), 1);
}

void TestGroupDialogs::hitsMustBeReleased()
{
    SampleSession session(u"blank"_s, u"Trial"_s);
    const QString secret = u"An operator told us that its keys were copied."_s;
    const RecordId closed = addFinding(*session, secret, form(*session, u"Signers"_s));
    addFinding(*session, secret, wholeTeam);
    PublishDialog dialog(*session);
    dialog.show();
    QListWidget *hits = listNamed(dialog, u"Text"_s);
    QCOMPARE(hits->count(), 1);
    QVERIFY(hits->item(0)->text().contains(secret) && hits->item(0)->text().contains(u"Signers"_s));
    QVERIFY(!dialog.acceptButton()->isEnabled());
    dialog.findChild<QCheckBox *>()->click();
    QVERIFY(dialog.acceptButton()->isEnabled());
    QSignalSpy requested(&dialog, &PublishDialog::recordRequested);
    emit hits->itemActivated(hits->item(0));
    QCOMPARE(requested.first().first().value<RecordId>(), closed);
}

void TestGroupDialogs::whatIsInConflictCannotBePublished()
{
    SampleSession mine(u"blank"_s, u"Trial"_s);
    const RecordId id = addFinding(*mine, u"Open"_s, wholeTeam);
    const qint64 before = mine->review().position();
    for (const QString &title : {u"One"_s, u"Other"_s}) {
        ChangeSet changes(mine->review(), Cause::Edit);
        changes.readAt = before; // As if neither had seen the other's.
        changes.set(Kind::Finding, id, "title", Value(title));
        QVERIFY(mine->commit(changes));
    }
    QCOMPARE(mine->review().conflicts().size(), 1);
    PublishDialog dialog(*mine);
    dialog.show();
    QVERIFY(!dialog.acceptButton()->isEnabled());
    QVERIFY(says(dialog, u"several values"_s));
}

PLUMBLINE_TEST(TestGroupDialogs)
} // namespace groups_test

#include "tst_groups.moc"
