// A week of a chair and two leads, each with a file of their own: two at the window, one with the command line. Mails are
// lost and doubled, and one file is copied by hand. At the end everybody shows the same.

#include "tests/app/cli/clirunner.h"

#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/exchange/sharing.h"
#include "core/session/create.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"
#include "ui/dialogs/changewords.h"
#include "ui/dialogs/conflictsview.h"
#include "ui/dialogs/joindialog.h"
#include "ui/dialogs/receivedialog.h"
#include "ui/dialogs/senddialog.h"
#include "ui/pages/sharingpage.h"
#include "ui/widgets/apptheme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/reviewview.h"

#include <QApplication>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTextDocumentFragment>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace threepeople_test {

static constexpr int patience = 120'000; // Milliseconds, on a loaded machine with sanitizers.

/// Somebody at the window, with a file of their own.
class Desk
{
public:
    Desk(const Clock &clock, const QString &file) : m_window(&clock), m_file(file) { m_window.resize(1280, 800); }

    MainWindow &window() { return m_window; }
    Session &session() { return *m_window.session(); }
    QString file() const { return m_file; }
    RecordId record(const char *key) { return *session().review().byKey(QString::fromLatin1(key)); }

    void open(const char *me)
    {
        m_window.show();
        QVERIFY(m_window.openReview(m_file));
        QVERIFY(session().setMe(record(me)));
    }

    /// Joins by a bundle somebody mailed.
    void join(const QString &bundle, const char *me)
    {
        m_window.show();
        m_window.joinBy(bundle);
        auto *dialog = m_window.findChild<JoinDialog *>();
        QVERIFY(dialog);
        dialog->setPath(m_file);
        QTest::keyClick(dialog->acceptButton(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_window.session(), patience);
        QVERIFY(session().setMe(record(me)));
    }

    /// Writes what @p receiver lacks, as the window proposes it.
    void send(const char *receiver, const QString &bundle)
    {
        m_window.sendTo(record(receiver));
        const QPointer<SendDialog> dialog = m_window.findChild<SendDialog *>();
        QVERIFY(dialog);
        dialog->setPath(bundle);
        QTest::keyClick(dialog->acceptButton(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog || !dialog->isVisible(), patience);
        QTRY_VERIFY(!dialog);
        QVERIFY(QFile::exists(bundle));
    }

    /// Takes in bundles; false when there was nothing new in them and the dialog was left.
    bool receive(const QStringList &bundles)
    {
        m_window.receiveBundles(bundles);
        const QPointer<ReceiveDialog> dialog = m_window.findChild<ReceiveDialog *>();
        if (!QTest::qWaitFor([&] { return !dialog || dialog->preview().has_value(); }, patience) || !dialog)
            return false;
        const bool news = dialog->acceptButton()->isEnabled();
        QTest::keyClick(dialog, news ? Qt::Key_Return : Qt::Key_Escape);
        return QTest::qWaitFor([&] { return !dialog; }, patience) && news;
    }

    template<auto member, class T>
    void change(const char *key, const T &value)
    {
        using R = typename detail::MemberTraits<decltype(member)>::Class;
        ChangeSet changes(session().review(), Cause::Edit);
        changes.set<member>(Id<R>(record(key).uuid), value);
        QVERIFY(session().commit(changes));
    }

    const Recommendation *recommendation(const char *key)
    {
        return session().review().find(RecommendationId(record(key).uuid));
    }

private:
    MainWindow m_window;
    QString m_file;
};

class TestThreePeople : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aWeekOfAChairAndTwoLeads();

private:
    QString path(const QString &name) const { return m_post.filePath(name); }
    void settleByKeyboard(Desk &desk);
    QString recentWords(Desk &desk) const;

    QTemporaryDir m_post; ///< Where all bundles lie.
    FixedClock m_clock{QDateTime(QDate(2019, 11, 8), QTime(12, 0), Qt::UTC)};
};

void TestThreePeople::initTestCase()
{
    QCoreApplication::setOrganizationName(u"plumbline-tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_post.path());
    applyTheme(*qApp, ThemeChoice::Light);
}

/// Goes to the conflicts from the status bar's page and takes one's own version with the letter underlined.
void TestThreePeople::settleByKeyboard(Desk &desk)
{
    desk.window().activateWindow();
    desk.window().showConflicts();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    SharingPage *page = desk.window().view()->sharing();
    QCOMPARE(page->conflicts()->count(), 1);
    page->conflicts()->findChild<QListView *>()->setFocus();
    QTest::keyClick(&desk.window(), Qt::Key_Y, Qt::AltModifier);
    QTRY_COMPARE(page->conflicts()->count(), 0);
}

/// What Recent changes say to whoever sits at the desk.
QString TestThreePeople::recentWords(Desk &desk) const
{
    QString words;
    for (const Action &action : actionsOf(desk.session().recent(60)))
        words += QTextDocumentFragment::fromHtml(actionSentence(desk.session().review(), action, desk.session().me(),
                                                                m_clock.today()))
                     .toPlainText()
                 + u'\n';
    return words;
}

void TestThreePeople::aWeekOfAChairAndTwoLeads()
{
    const Computer bob; // Works with the command line, on a computer of his own.
    QTemporaryDir annFolder;
    QTemporaryDir chairFolder;
    Desk chair(m_clock, chairFolder.filePath(u"chair.plumb"_s));
    Desk ann(m_clock, annFolder.filePath(u"ann.plumb"_s));

    // Monday: the chair has a review, and the leads join it.
    QVERIFY(putSample(chair.file()));
    chair.open("P-018");
    chair.send("P-019", path(u"invitation.plumbx"_s));
    ann.join(path(u"invitation.plumbx"_s), "P-019");
    QVERIFY(putSample(bob.path(u"bob.plumb"_s)));
    EXPECT_CODE(0, bob.run({u"import"_s, u"bob.plumb"_s, path(u"invitation.plumbx"_s)}));
    EXPECT_CODE(0, bob.run({u"whoami"_s, u"bob.plumb"_s, u"--set"_s, u"Lead, SSR1"_s}));

    // Tuesday: everybody works.
    chair.change<&Recommendation::title>("R-S5-01", u"Look again at SSR1"_s);
    ann.change<&Recommendation::title>("R-S5-01", u"Review SSR1 once more"_s);
    ann.change<&Recommendation::effort>("R-S6-02", u"Two people for a month"_s);
    EXPECT_CODE(0, bob.apply(u"bob.plumb"_s, R"({"set":{"M-S7-05":{"target":"2020-03-04"}}})"));

    // Wednesday: Ann's first mail is lost; her second one holds that all the same, and comes twice.
    ann.send("P-018", path(u"lost.plumbx"_s));
    QVERIFY(QFile::remove(path(u"lost.plumbx"_s)));
    ann.change<&Recommendation::effort>("R-S6-01", u"Half a year"_s);
    ann.send("P-018", path(u"ann-1.plumbx"_s));
    QVERIFY(QFile::copy(path(u"ann-1.plumbx"_s), path(u"ann-1 (copy).plumbx"_s)));
    QVERIFY(chair.receive({path(u"ann-1.plumbx"_s)}));
    QVERIFY(!chair.receive({path(u"ann-1 (copy).plumbx"_s)}));
    QCOMPARE(chair.recommendation("R-S6-02")->effort, u"Two people for a month"_s);
    QCOMPARE(chair.recommendation("R-S6-01")->effort, u"Half a year"_s);
    QCOMPARE(chair.session().review().conflicts().size(), 1);

    // Thursday: Bob copies his file to a laptop and works on both.
    bob.copy(u"bob.plumb"_s, u"laptop.plumb"_s);
    EXPECT_CODE(0, bob.apply(u"bob.plumb"_s, R"({"create":"finding","set":{"title":"At the desk"}})"));
    EXPECT_CODE(0, bob.apply(u"laptop.plumb"_s, R"({"create":"finding","set":{"title":"On the train"}})"));
    EXPECT_CODE(0, bob.run({u"export"_s, u"bob.plumb"_s, path(u"bob.plumbx"_s)}));
    EXPECT_CODE(0, bob.run({u"export"_s, u"laptop.plumb"_s, path(u"laptop.plumbx"_s)}));

    // Friday: the chair settles the conflict, takes in both of Bob's files at once, and sends to everybody.
    settleByKeyboard(chair);
    QCOMPARE(chair.recommendation("R-S5-01")->title, u"Look again at SSR1"_s);
    QVERIFY(chair.receive({path(u"laptop.plumbx"_s), path(u"bob.plumbx"_s)}));
    QVERIFY(chair.session().store().gaps().isEmpty());
    chair.send("P-019", path(u"chair-ann.plumbx"_s));
    chair.send("P-005", path(u"chair-bob.plumbx"_s));
    QVERIFY(ann.receive({path(u"chair-ann.plumbx"_s)}));
    QVERIFY(ann.session().review().conflicts().isEmpty());
    const QString recent = recentWords(ann);
    QVERIFY2(recent.contains(u"settled Title of R-S5-01; your Review SSR1 once more was not taken"_s), qPrintable(recent));
    EXPECT_CODE(0, bob.run({u"import"_s, u"bob.plumb"_s, path(u"chair-bob.plumbx"_s)}));
    EXPECT_CODE(0, bob.run({u"import"_s, u"laptop.plumb"_s, path(u"chair-bob.plumbx"_s)}));

    // Whoever sent nothing after the last mail has nothing that the others lack.
    chair.window().closeReview();
    ann.window().closeReview();
    const QByteArray dump = bob.dump(chair.file());
    QVERIFY(dump.contains("On the train") && dump.contains("At the desk"));
    for (const QString &file : {ann.file(), bob.path(u"bob.plumb"_s), bob.path(u"laptop.plumb"_s)}) {
        QCOMPARE(bob.dump(file), dump);
        EXPECT_CODE(0, bob.run({u"verify"_s, file}));
    }
}

PLUMBLINE_TEST(TestThreePeople)
} // namespace threepeople_test

#include "tst_threepeople.moc"
