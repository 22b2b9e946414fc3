// A new lead in the window: from an empty review to a draft recommendation shared with the full team, by the keyboard
// where that is quicker. Counts what it takes; docs/testing.md has the figures.

#include "ui/window/mainwindow.h"

#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/meeting.h"
#include "core/domain/membership.h"
#include "core/domain/recommendation.h"
#include "core/domain/subteam.h"
#include "core/edits/people.h"
#include "core/session/create.h"
#include "tests/testprogram.h"
#include "ui/dialogs/editdialog.h"
#include "ui/dialogs/whoamidialog.h"
#include "ui/editors/choiceeditor.h"
#include "ui/editors/fieldeditor.h"
#include "ui/editors/inputs.h"
#include "ui/editors/parteditors.h"
#include "ui/editors/recordview.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/findingsections.h"
#include "ui/pages/listspage.h"
#include "ui/pages/recommendationsections.h"
#include "ui/pages/relationssection.h"
#include "ui/pages/subteamsections.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/sectionheader.h"
#include "ui/window/reviewview.h"

#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <functional>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace newlead_test {

class TestNewLead : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fromAnEmptyReviewToASharedRecommendation();

private:
    QTemporaryDir m_folder;
    FixedClock m_clock{QDateTime(QDate(2026, 5, 4), QTime(12, 0), Qt::UTC)};
};

namespace {

/// The window as the lead has it, with what she does counted.
class Lead
{
public:
    Lead(const Clock &clock, const QString &file) : m_window(&clock)
    {
        m_window.resize(1440, 900);
        m_window.show();
        QApplication::setActiveWindow(&m_window);
        if (!m_window.openReview(file))
            qFatal("the review cannot be opened");
        QCoreApplication::processEvents();
    }

    int clicks = 0;
    int keys = 0;
    int letters = 0;

    const Review &review() { return m_window.session()->review(); }
    Session &session() { return *m_window.session(); }
    Page *page() { return m_window.view()->currentPage(); }
    RecordPage *list()
    {
        if (auto *lists = qobject_cast<ListsPage *>(page()))
            return lists->view(lists->currentView());
        return qobject_cast<RecordPage *>(page());
    }

    void goTo(const QString &id)
    {
        QApplication::setActiveWindow(&m_window); // A dialog before may have taken that.
        m_window.view()->showPage(id);            // One click on its name.
        ++clicks;
        QCoreApplication::processEvents();
    }
    void press(QWidget *target, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(target, key, modifiers);
        ++keys;
        QCoreApplication::processEvents();
    }
    void type(QWidget *target, const QString &text)
    {
        QTest::keyClicks(target, text);
        letters += int(text.size());
    }
    void click(QWidget *target)
    {
        QTest::mouseClick(target, Qt::LeftButton);
        ++clicks;
        QCoreApplication::processEvents();
    }
    /// A new record of the list, its title typed over.
    void add(const QString &title)
    {
        for (QPushButton *button : list()->header()->findChildren<QPushButton *>()) {
            if (button->text() == u"New"_s)
                click(button);
        }
        type(QApplication::focusWidget(), title);
        press(QApplication::focusWidget(), Qt::Key_Return);
    }
    /// Clicks into a field, types, and leaves it by the Tab key.
    void fill(const QByteArray &field, const QString &text)
    {
        FieldEditor *editor = list()->view()->editor(field);
        if (!editor || !editor->input())
            qFatal("there is no field %s", field.constData());
        QWidget *input = editor->input();
        input->setFocus(Qt::MouseFocusReason);
        ++clicks;
        type(input, text);
        press(input, Qt::Key_Tab);
    }
    /// Picks an item of a combo box: one click opens the list, one picks.
    void choose(QWidget *combo, const QString &text)
    {
        auto *box = qobject_cast<QComboBox *>(combo);
        if (!box)
            box = combo->findChild<QComboBox *>();
        if (box)
            box->setFocus(Qt::MouseFocusReason); // It may be filled only now.
        QCoreApplication::processEvents();
        const int item = box ? box->findText(text, Qt::MatchContains) : -1;
        if (item < 0)
            qFatal("there is no item %s", qPrintable(text));
        box->setCurrentIndex(item);
        emit box->activated(item);
        clicks += 2;
        press(box, Qt::Key_Tab);
    }
    /// Picks a record in a section of links: one click opens the list, one picks.
    bool pick(const QString &section, const QString &title)
    {
        for (RelationsSection *relations : list()->findChildren<RelationsSection *>()) {
            if (relations->header()->title() != section)
                continue;
            relations->picker()->fill();
            const int item = relations->picker()->findText(title, Qt::MatchContains);
            if (item < 0)
                return false;
            relations->picker()->setCurrentIndex(item);
            emit relations->picker()->activated(item);
            clicks += 2;
            return true;
        }
        return false;
    }
    /// Does @p work in the dialog that comes next, and accepts it.
    template<class Dialog = EditDialog>
    void inNext(const std::function<void(Dialog &)> &work)
    {
        QTimer::singleShot(0, qApp, [this, work] {
            for (QWidget *window : QApplication::topLevelWidgets()) {
                auto *dialog = qobject_cast<Dialog *>(window);
                if (!dialog || !dialog->isVisible())
                    continue;
                work(*dialog);
                click(dialog->acceptButton());
                if (dialog->isVisible())
                    dialog->reject();
                return;
            }
        });
    }
    /// Opens the menu of a button in that section and takes a line of it: two clicks.
    void takeFromMenu(QWidget *section, const QString &text)
    {
        for (QPushButton *button : section->findChildren<QPushButton *>()) {
            if (!button->menu())
                continue;
            emit button->menu()->aboutToShow();
            for (QAction *action : button->menu()->actions()) {
                if (action->text() != text)
                    continue;
                if (!action->isEnabled())
                    qFatal("“%s” cannot be chosen", qPrintable(text));
                clicks += 2;
                action->trigger();
                QCoreApplication::processEvents();
                return;
            }
        }
        qFatal("there is no line “%s”", qPrintable(text));
    }
    /// Clicks the link at the end of the head of a section.
    void clickLink(const QString &text)
    {
        for (LinkButton *link : list()->findChildren<LinkButton *>()) {
            if (link->text() == text && link->isVisible())
                return click(link);
        }
        qFatal("there is no link “%s”", qPrintable(text));
    }
    void showList(const QString &id)
    {
        qobject_cast<ListsPage *>(page())->showView(id);
        ++clicks;
        QCoreApplication::processEvents();
    }
    QWidget *window() { return &m_window; }

private:
    MainWindow m_window;
};

template<class T>
const T *titled(const Review &review, const QString &title)
{
    for (const T *record : review.all<T>()) {
        if (record->title == title)
            return record;
    }
    return nullptr;
}

} // namespace

void TestNewLead::initTestCase()
{
    QCoreApplication::setOrganizationName(u"plumbline-tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QSettings().clear();
    applyTheme(*qApp, ThemeChoice::Light);
}

void TestNewLead::fromAnEmptyReviewToASharedRecommendation()
{
    const QString path = m_folder.filePath(u"new.plumb"_s);
    QVERIFY(createReview(path, u"icann-specific-review"_s, u"A review"_s));
    Lead lead(m_clock, path);

    // Who she is, and the sub-team she leads, formed by a decision of the full team.
    lead.inNext<WhoAmIDialog>([&](WhoAmIDialog &dialog) { lead.type(dialog.findChild<QLineEdit *>(), u"Lena Holt"_s); });
    for (QToolButton *button : lead.window()->findChildren<QToolButton *>()) {
        if (button->text() == u"Who are you?"_s)
            lead.click(button);
    }
    QCOMPARE(lead.session().me(), personNamed(lead.review(), u"Lena Holt"_s));
    QVERIFY(!lead.session().me().isNull());
    lead.goTo(u"subteams"_s);
    lead.add(u"Zone files"_s);
    lead.fill("scope", u"Access to zone files."_s);
    lead.inNext<EditDialog>([](EditDialog &) {}); // Today.
    lead.takeFromMenu(lead.list()->findChild<FormationSection *>(), u"Record the decision that formed it…"_s);
    const SubTeamId team(lead.review().list(Kind::SubTeam).front()->id.uuid);
    QVERIFY(lead.review().find(team)->state.is(SubTeamState::Active));
    QVERIFY(lead.review().find(lead.review().find(team)->formed));
    lead.goTo(u"preparation"_s);
    lead.showList(u"people"_s);
    lead.inNext<EditDialog>([&](EditDialog &dialog) {
        const auto boxes = dialog.findChildren<QComboBox *>();
        lead.choose(boxes.at(0), choiceLabel(Choice<Role>(Role::Lead)));
        lead.choose(boxes.at(1), u"Zone files"_s);
    });
    lead.clickLink(u"Add a role…"_s);
    QCOMPARE(lead.review().count(Kind::Membership), 1);
    QVERIFY(lead.review().all<Membership>().front()->role.is(Role::Lead));
    lead.goTo(u"decisions"_s);
    lead.add(u"Plenary 3"_s);
    lead.fill("held", u"4 May 2026"_s);
    QVERIFY(titled<Meeting>(lead.review(), u"Plenary 3"_s));
    QVERIFY(titled<Meeting>(lead.review(), u"Plenary 3"_s)->held);

    // The evidence.
    lead.goTo(u"evidence"_s);
    lead.add(u"Log of zone file requests, 2025"_s);
    lead.fill("obtained", u"2 May 2026"_s);
    lead.fill("appraisal", u"Complete; kept by the organisation itself."_s);
    const auto *source = titled<DataSource>(lead.review(), u"Log of zone file requests, 2025"_s);
    QVERIFY(source);
    QVERIFY(source->obtained);
    QVERIFY(!source->appraisal.isEmpty());

    // The finding.
    lead.goTo(u"findings"_s);
    lead.add(u"Half of the requests are refused"_s);
    lead.fill("statement", u"Of 40 requests, 19 were refused without a reason."_s);
    lead.fill("methodology", u"All requests of 2025 were counted by two members."_s);
    QVERIFY(lead.pick(u"Rests on"_s, u"Log of zone file requests"_s));
    lead.inNext<EditDialog>([](EditDialog &) {}); // The meeting and the methodology are there already.
    lead.clickLink(u"Present…"_s);
    const auto *finding = titled<Finding>(lead.review(), u"Half of the requests are refused"_s);
    QVERIFY(finding && finding->state.is(FindingState::Presented));

    // The recommendation.
    lead.goTo(u"recommendations"_s);
    lead.add(u"Answer requests within five days"_s);
    lead.fill(
        "text",
        u"ICANN org should answer each request for zone files within five working days, with a reason when it refuses."_s);
    lead.fill("rationale", u"Refusals without a reason cannot be appealed."_s);
    lead.fill("addressee", u"ICANN org"_s);
    QVERIFY(lead.pick(u"Rests on"_s, u"Half of the requests"_s));
    const auto recommendation = [&] {
        return titled<Recommendation>(lead.review(), u"Answer requests within five days"_s);
    };
    QVERIFY(recommendation());
    const RecommendationId id(recommendation()->id.uuid);
    RecordView *editor = lead.list()->view();
    static_cast<TwoChoiceEditor *>(editor->editor("category"))
        ->bar()
        ->findChildren<QAbstractButton *>()
        .first()
        ->click();
    ++lead.clicks;
    const QList<QWidget *> priority = static_cast<PartsEditor *>(editor->editor("priority"))->cells();
    lead.choose(priority.at(0), choiceLabel(Choice<Level>(Level::High)));
    priority.at(1)->setFocus(Qt::MouseFocusReason);
    lead.type(priority.at(1), u"Research waits for it."_s);
    lead.press(priority.at(1), Qt::Key_Tab);
    const auto links = editor->findChildren<LinkButton *>();
    const auto defer = std::find_if(links.begin(), links.end(), [](const LinkButton *link) {
        return link->text().contains(u"deferred"_s);
    });
    QVERIFY(defer != links.end());
    QVERIFY((*defer)->isVisibleTo(editor));
    (*defer)->click();
    ++lead.clicks;
    QVERIFY(editor->editor("deferred")->isVisibleTo(editor));
    QWidget *because = QApplication::focusWidget(); // Where the link has put the keyboard.
    QVERIFY(because && editor->editor("deferred")->isAncestorOf(because));
    lead.type(because, u"No log of answers is kept yet."_s);
    lead.press(because, Qt::Key_Tab);
    lead.choose(editor->editor("subteam")->input(), u"Zone files"_s);
    QCOMPARE(recommendation()->subteam, team);
    QVERIFY(recommendation()->category.is(Category::Direct));
    lead.takeFromMenu(lead.list()->findChild<LineageSection *>(), u"Share with the full team"_s);
    QVERIFY(recommendation()->state.is(RecommendationState::Shared));
    QCOMPARE(RecordId(recommendation()->sharedby.uuid), lead.session().me());

    // What is left is for others: Board, staff and the full team.
    QStringList left;
    for (const Problem &problem : lead.session().problems()) {
        if (problem.record == RecordId(id.uuid))
            left += QString::fromLatin1(problem.check);
    }
    left.sort();
    QCOMPARE(left, (QStringList{u"consensus.level"_s, u"recommendation.implementability"_s}));
    qInfo("%d clicks, %d keys and %d letters of text", lead.clicks, lead.keys, lead.letters);
    QVERIFY(lead.clicks + lead.keys <= 80);
}

PLUMBLINE_TEST(TestNewLead)
} // namespace newlead_test

#include "tst_newlead.moc"
