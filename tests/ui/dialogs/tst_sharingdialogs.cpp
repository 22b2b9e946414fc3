#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/edits/plan.h"
#include "core/exchange/sharing.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/dialogs/importedrecordsdialog.h"
#include "ui/dialogs/joindialog.h"
#include "ui/dialogs/receivedialog.h"
#include "ui/dialogs/senddialog.h"
#include "ui/dialogs/sharingwords.h"
#include "ui/widgets/apptheme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace sharingdialogs_test {

namespace {

constexpr int patience = 60'000; ///< Milliseconds: a trial copy on a loaded machine.

QString wordsOf(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        words += label->text();
    return words.join(u'\n');
}

template<auto member, class T>
void change(SampleSession &session, const char *key, const T &value)
{
    using R = typename detail::MemberTraits<decltype(member)>::Class;
    ChangeSet changes(session->review(), Cause::Edit);
    changes.set<member>(Id<R>(session.record(key).uuid), value);
    QVERIFY(session->commit(changes));
}

} // namespace

/// Two copies of the example exchange changes through the dialogs.
class TestSharingDialogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init();
    void cleanup();

    void nothingIsStoredBeforeItIsTaken();
    void conflictsSayWhoseValueIsWhose();
    void whatIsUntickedIsSetAside();
    void nothingNewCannotBeTaken();
    void aFileThatIsNoBundleIsRefusedInASentence();
    void anEncryptedBundleAsksForItsPassphrase();
    void stoppingWhileItReadsClosesTheDialog();
    void sendingToSomebodyUnheardOfSendsEverything();
    void sendingToSomebodyHeardOfSendsWhatIsLacking();
    void passphrasesHaveToAgree();
    void theProposedNameSaysWhoAndWhen();
    void joiningMakesAFile();
    void gapsSayWhomToAsk();
    void daysAreSaidAsShortAsTheyCan();

private:
    QString bundleOf(SampleSession &from, const QString &passphrase = {}, const QString &name = u"theirs.plumbx"_s);

    std::unique_ptr<SampleSession> m_mine;
    std::unique_ptr<SampleSession> m_theirs;
};

void TestSharingDialogs::init()
{
    m_mine = std::make_unique<SampleSession>();
    m_theirs = std::make_unique<SampleSession>();
    QVERIFY((*m_mine)->setMe(m_mine->record("P-018")));
    QVERIFY((*m_theirs)->setMe(m_theirs->record("P-019")));
}

void TestSharingDialogs::cleanup()
{
    m_mine.reset();
    m_theirs.reset();
}

QString TestSharingDialogs::bundleOf(SampleSession &from, const QString &passphrase, const QString &name)
{
    ExportOptions options;
    options.passphrase = passphrase;
    const QString path = m_mine->file(name);
    const auto written = exportBundle(*from, path, options);
    if (!written)
        qWarning("%s", qPrintable(written.error().sentence));
    return path;
}

void TestSharingDialogs::nothingIsStoredBeforeItIsTaken()
{
    QVERIFY((*m_theirs)->commit(addMilestone((*m_theirs)->context(), {}, u"Something new"_s, {})));
    const qint64 before = (*m_mine)->store().transactionCount();
    ReceiveDialog dialog(**m_mine, {bundleOf(*m_theirs)});
    dialog.show();
    dialog.start();
    QVERIFY(dialog.isWorking());
    QTRY_VERIFY_WITH_TIMEOUT(dialog.preview().has_value(), patience);
    const QString words = wordsOf(dialog);
    QVERIFY2(words.contains(u"1 change(s) from Lead, DNS abuse"_s), qPrintable(words));
    QVERIFY(words.contains(u"theirs.plumbx"_s));
    QVERIFY(words.contains(u"nothing is stored yet"_s));
    QVERIFY(words.contains(u"Everything fits together"_s));
    QVERIFY(words.contains(u"By whom"_s));
    QCOMPARE((*m_mine)->store().transactionCount(), before);
    const QSignalSpy told(&**m_mine, &Session::changed);
    QTest::keyClick(dialog.acceptButton(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(dialog.taken().has_value(), patience);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(told.size(), 1);
    QCOMPARE((*m_mine)->store().transactionCount(), before + 1);
    bool found = false;
    for (const Milestone *milestone : (*m_mine)->review().all<Milestone>())
        found = found || milestone->title == u"Something new"_s;
    QVERIFY(found);
}

void TestSharingDialogs::conflictsSayWhoseValueIsWhose()
{
    change<&Recommendation::state>(*m_mine, "R-S5-01", Choice<RecommendationState>(RecommendationState::Draft));
    change<&Recommendation::state>(*m_theirs, "R-S5-01", Choice<RecommendationState>(RecommendationState::Shared));
    ReceiveDialog dialog(**m_mine, {bundleOf(*m_theirs)});
    dialog.show();
    dialog.start();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.preview().has_value(), patience);
    QCOMPARE(dialog.preview()->newConflicts.size(), 1);
    const QString words = wordsOf(dialog);
    QVERIFY2(words.contains(u"Draft here, Shared with full team there"_s), qPrintable(words));
    QVERIFY(words.contains(u"Both versions are kept"_s));
}

void TestSharingDialogs::whatIsUntickedIsSetAside()
{
    change<&Recommendation::title>(*m_theirs, "R-S5-01", u"A title of theirs"_s);
    change<&Recommendation::title>(*m_theirs, "R-S6-02", u"Another title of theirs"_s);
    const QString before = (*m_mine)->review().find(RecommendationId(m_mine->record("R-S5-01").uuid))->title;
    ReceiveDialog dialog(**m_mine, {bundleOf(*m_theirs)});
    dialog.show();
    dialog.start();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.preview().has_value(), patience);
    QTimer::singleShot(0, this, [] {
        auto *records = qobject_cast<ImportedRecordsDialog *>(QApplication::activeModalWidget());
        QVERIFY(records);
        QCOMPARE(records->list()->count(), 2);
        QVERIFY(wordsOf(*records).contains(u"A title of theirs"_s));
        records->list()->setFocus();
        QTest::keyClick(records->list(), Qt::Key_Space);
        QCOMPARE(records->setAside().size(), 1);
        records->accept();
    });
    dialog.readEveryChange();
    QVERIFY(wordsOf(dialog).contains(u"1 record(s) are set aside"_s));
    dialog.accept();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.taken().has_value(), patience);
    const Review &review = (*m_mine)->review();
    QCOMPARE(review.find(RecommendationId(m_mine->record("R-S5-01").uuid))->title, before);
    QCOMPARE(review.find(RecommendationId(m_mine->record("R-S6-02").uuid))->title, u"Another title of theirs"_s);
}

void TestSharingDialogs::nothingNewCannotBeTaken()
{
    ReceiveDialog dialog(**m_mine, {bundleOf(*m_mine)});
    dialog.show();
    dialog.start();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.preview().has_value(), patience);
    QVERIFY(!dialog.acceptButton()->isEnabled());
    QVERIFY(wordsOf(dialog).contains(u"Everything in it is here already."_s));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestSharingDialogs::aFileThatIsNoBundleIsRefusedInASentence()
{
    QFile letter(m_mine->file(u"letter.plumbx"_s));
    QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write("Dear all, attached is nothing.") > 0);
    letter.close();
    ReceiveDialog dialog(**m_mine, {letter.fileName()});
    dialog.show();
    dialog.start();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isWorking(), patience);
    QVERIFY(dialog.isVisible());
    QVERIFY(!dialog.preview());
    QVERIFY2(wordsOf(dialog).contains(u"letter.plumbx"_s), qPrintable(wordsOf(dialog)));
}

void TestSharingDialogs::anEncryptedBundleAsksForItsPassphrase()
{
    QVERIFY((*m_theirs)->commit(addMilestone((*m_theirs)->context(), {}, u"Something new"_s, {})));
    ReceiveDialog dialog(**m_mine, {bundleOf(*m_theirs, u"correct horse"_s)});
    dialog.show();
    dialog.start();
    auto *passphrase = dialog.findChild<QLineEdit *>();
    QTRY_VERIFY_WITH_TIMEOUT(passphrase->isVisible(), patience);
    QVERIFY(!dialog.acceptButton()->isEnabled());
    QTest::keyClicks(passphrase, u"wrong"_s);
    QTest::keyClick(passphrase, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(wordsOf(dialog).contains(u"does not open it"_s), patience);
    passphrase->setText(u"correct horse"_s);
    QTest::keyClick(passphrase, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(dialog.preview().has_value(), patience);
    QCOMPARE(dialog.preview()->counts.transactions, 1);
    dialog.accept();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.taken().has_value(), patience);
}

void TestSharingDialogs::stoppingWhileItReadsClosesTheDialog()
{
    QVERIFY((*m_theirs)->commit(addMilestone((*m_theirs)->context(), {}, u"Something new"_s, {})));
    ReceiveDialog dialog(**m_mine, {bundleOf(*m_theirs)});
    dialog.show();
    dialog.start();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    // Either it was stopped, or it had read it all already; nothing is stored in both cases.
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isWorking(), patience);
    QVERIFY(!dialog.taken());
    if (!dialog.preview())
        QVERIFY(!dialog.isVisible());
}

void TestSharingDialogs::sendingToSomebodyUnheardOfSendsEverything()
{
    SendDialog dialog(**m_mine, m_mine->record("P-019"), m_mine->file({}));
    QCOMPARE(dialog.receiver(), m_mine->record("P-019"));
    QVERIFY2(wordsOf(dialog).contains(u"nothing was received from there yet"_s), qPrintable(wordsOf(dialog)));
    dialog.show();
    dialog.accept();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.written().has_value(), patience);
    QVERIFY(QFileInfo::exists(dialog.path()));
    QCOMPARE(dialog.written()->transactions, (*m_mine)->store().transactionCount());
    bool remembered = false;
    for (const Peer &peer : (*m_mine)->store().peers())
        remembered = remembered || (peer.person == m_mine->record("P-019") && peer.lastOut.isValid());
    QVERIFY(remembered);
}

void TestSharingDialogs::sendingToSomebodyHeardOfSendsWhatIsLacking()
{
    QVERIFY((*m_theirs)->commit(addMilestone((*m_theirs)->context(), {}, u"Something of theirs"_s, {})));
    QVERIFY(importBundles(**m_mine, {bundleOf(*m_theirs)}));
    QVERIFY((*m_mine)->commit(addMilestone((*m_mine)->context(), {}, u"Something of mine"_s, {})));
    SendDialog dialog(**m_mine, m_mine->record("P-019"), m_mine->file({}));
    QVERIFY2(wordsOf(dialog).contains(u"1 change(s) since the last bundle"_s), qPrintable(wordsOf(dialog)));
    dialog.show();
    dialog.accept();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.written().has_value(), patience);
    QCOMPARE(dialog.written()->transactions, 1);
    QVERIFY(importBundles(**m_theirs, {dialog.path()}));
    bool found = false;
    for (const Milestone *milestone : (*m_theirs)->review().all<Milestone>())
        found = found || milestone->title == u"Something of mine"_s;
    QVERIFY(found);
}

void TestSharingDialogs::passphrasesHaveToAgree()
{
    SendDialog dialog(**m_mine, {}, m_mine->file({}));
    dialog.show();
    QList<QLineEdit *> secret;
    for (QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->echoMode() == QLineEdit::Password)
            secret += edit;
    }
    QCOMPARE(secret.size(), 2);
    QTest::keyClicks(secret.first(), u"one"_s);
    QVERIFY(!dialog.acceptButton()->isEnabled());
    QVERIFY(wordsOf(dialog).contains(u"a second time"_s));
    QTest::keyClicks(secret.last(), u"two"_s);
    QVERIFY(!dialog.acceptButton()->isEnabled());
    QVERIFY(wordsOf(dialog).contains(u"differ"_s));
    secret.last()->setText(u"one"_s);
    QVERIFY(dialog.acceptButton()->isEnabled());
}

void TestSharingDialogs::theProposedNameSaysWhoAndWhen()
{
    QVERIFY((*m_mine)->setMe(m_mine->record("P-019")));
    SendDialog dialog(**m_mine, {}, m_mine->file({}));
    QCOMPARE(QFileInfo(dialog.path()).fileName(), u"ssr2-lead-dns-abuse-2019-11-08.plumbx"_s);
    dialog.setPath(m_mine->file(u"other"_s));
    QCOMPARE(dialog.path(), m_mine->file(u"other.plumbx"_s));
}

void TestSharingDialogs::joiningMakesAFile()
{
    JoinDialog dialog(bundleOf(*m_theirs));
    dialog.setPath(m_mine->file(u"joined"_s));
    dialog.show();
    QTest::keyClick(dialog.acceptButton(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int(QDialog::Accepted), patience);
    auto joined = Session::open(m_mine->file(u"joined.plumb"_s));
    QVERIFY(joined);
    QCOMPARE((*joined)->review().uuid(), (*m_theirs)->review().uuid());
    JoinDialog again(bundleOf(*m_theirs));
    again.setPath(m_mine->file(u"joined"_s));
    QVERIFY(!again.acceptButton()->isEnabled());
}

void TestSharingDialogs::gapsSayWhomToAsk()
{
    const Review &review = (*m_mine)->review();
    const QByteArray stream(16, 's');
    const Gap gap{stream, 88, 99, m_mine->record("P-005")};
    QCOMPARE(gapSentence(review, gap, {}), u"12 change(s) by Lead, SSR1 are missing: no. 88–99."_s);
    QVERIFY(gapAdvice(review, gap, {}, {}).startsWith(u"Ask Lead, SSR1 or anyone who has them"_s));
    Peer has{QByteArray(16, 'f'), m_mine->record("P-019"), {}, {{stream, 120, {}}}, {}, {}};
    QVERIFY2(gapAdvice(review, gap, {has}, {}).startsWith(u"Ask Lead, SSR1 or Lead, DNS abuse"_s),
             qPrintable(gapAdvice(review, gap, {has}, {})));
    has.have = {{stream, 90, {}}};
    QVERIFY(!gapAdvice(review, gap, {has}, {}).contains(u"DNS abuse"_s));
    QCOMPARE(gapNumbers({gap, {stream, 103, 103, {}}}), u"no. 88–99, no. 103"_s);
    QCOMPARE(gapCount({gap, {stream, 103, 103, {}}}), 13);
}

void TestSharingDialogs::daysAreSaidAsShortAsTheyCan()
{
    const auto at = [](int year, int month, int day) { return QDateTime(QDate(year, month, day), QTime(12, 0), Qt::UTC); };
    const QDateTime now = at(2019, 11, 8);
    QCOMPARE(daySpan(at(2019, 11, 8), at(2019, 11, 8), now), u"8 Nov"_s);
    QCOMPARE(daySpan(at(2019, 11, 1), at(2019, 11, 8), now), u"1 – 8 Nov"_s);
    QCOMPARE(daySpan(at(2019, 10, 28), at(2019, 11, 8), now), u"28 Oct – 8 Nov"_s);
    QCOMPARE(daySpan(at(2018, 10, 28), at(2019, 11, 8), now), u"28 Oct 2018 – 8 Nov"_s);
    QCOMPARE(daySpan(at(2018, 11, 1), at(2018, 11, 8), now), u"1 – 8 Nov 2018"_s);
}

PLUMBLINE_TEST(TestSharingDialogs)
} // namespace sharingdialogs_test

#include "tst_sharingdialogs.moc"
