// A new lead in the window: from a sub-team just formed to a draft recommendation shared with the full team,
// by the keyboard where that is quicker. Counts what it takes; docs/testing.md has the figures.

#include "ui/window/mainwindow.h"

#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/recommendation.h"
#include "core/edits/people.h"
#include "core/edits/script.h"
#include "core/session/create.h"
#include "tests/testprogram.h"
#include "ui/dialogs/editdialog.h"
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

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace newlead_test {

class TestNewLead : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fromASubTeamToASharedRecommendation();

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
    /// Fills in the dialog that comes next: text typed into its first text, if any, and accepted.
    void answerNext(const QString &text)
    {
        QTimer::singleShot(0, qApp, [this, text] {
            for (QWidget *window : QApplication::topLevelWidgets()) {
                auto *dialog = qobject_cast<EditDialog *>(window);
                if (!dialog || !dialog->isVisible())
                    continue;
                if (auto *field = dialog->findChild<QPlainTextEdit *>(); field && !text.isEmpty())
                    type(field, text);
                click(dialog->acceptButton());
                if (dialog->isVisible())
                    dialog->reject();
                return;
            }
        });
    }

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

void TestNewLead::fromASubTeamToASharedRecommendation()
{
    const QString path = m_folder.filePath(u"new.plumb"_s);
    QVERIFY(createReview(path, u"icann-specific-review"_s, u"A review"_s));
    {
        // What the chair did before: a person, a sub-team formed by decision, a plenary.
        const auto session = Session::open(path);
        QVERIFY(session);
        EditScript script;
        for (
            const QByteArray &line :
            {QByteArray(R"({"create":"person","as":"lena","set":{"name":"Lena Holt"}})"),
             QByteArray(
                 R"({"do":"formsubteam","args":{"name":"Zone files","scope":"Access to zone files.","lead":"lena","date":"2026-04-01"}})"),
             QByteArray(
                 R"({"create":"meeting","set":{"title":"Plenary 3","category":"plenary","held":"2026-05-06"}})")}) {
            const auto read = script.read((*session)->context(), line);
            QVERIFY(read);
            QVERIFY((*session)->commit(read->changes));
            script.keepNames(*read);
        }
        QVERIFY((*session)->setMe(personNamed((*session)->review(), u"Lena Holt"_s)));
    }
    Lead lead(m_clock, path);
    QCOMPARE(lead.session().me(), personNamed(lead.review(), u"Lena Holt"_s));
    const SubTeamId team(lead.review().list(Kind::SubTeam).front()->id.uuid);

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
    lead.answerNext({}); // The methodology is there already.
    lead.click(lead.list()
                   ->findChild<PresentationsSection *>()
                   ->findChild<SectionHeader *>()
                   ->findChild<LinkButton *>());
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
    auto *lineage = lead.list()->findChild<LineageSection *>();
    lineage->share(); // Two clicks: the menu and its first line.
    lead.clicks += 2;
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
    QVERIFY(lead.clicks + lead.keys <= 60);
}

PLUMBLINE_TEST(TestNewLead)
} // namespace newlead_test

#include "tst_newlead.moc"
