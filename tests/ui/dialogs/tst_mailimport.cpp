#include "core/domain/subteam.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/dialogs/mailimportdialog.h"
#include "ui/widgets/apptheme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace mailimportdialog_test {

static constexpr int patience = 60'000; ///< Milliseconds.

class TestMailImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void nothingIsAddedBeforeItIsTaken();
    void whatIsNoListIsRefusedInASentence();

private:
    static QString wordsOf(const QWidget &widget)
    {
        QStringList words;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            words += label->text();
        return words.join(u'\n');
    }
    static QString write(const SampleSession &session, const QByteArray &bytes)
    {
        QFile file(session.file(u"list.mbox"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the list cannot be written");
        return file.fileName();
    }
};

void TestMailImport::nothingIsAddedBeforeItIsTaken()
{
    SampleSession session(u"blank"_s, u"SSR2"_s);
    ChangeSet changes(session->review(), Cause::Create);
    const auto team = changes.create<SubTeam>(session->review());
    changes.set<&SubTeam::title>(team, u"DNS SSR"_s);
    changes.set<&SubTeam::list>(team, u"dns@example.org"_s);
    QVERIFY(session->commit(changes));
    const QString path =
        write(session, "From a Fri Nov  8 13:02:00 2019\nSubject: One\nMessage-ID: <1@x>\n\nwords\n\n"
                       "From a Fri Nov  8 13:02:00 2019\nSubject: Two\nMessage-ID: <2@x>\n\nwords\n\n"
                       "From a Fri Nov  8 13:02:00 2019\nSubject: Two\nMessage-ID: <2@x>\n\nwords\n");
    MailImportDialog dialog(*session, path);
    dialog.show();
    QVERIFY(!dialog.acceptButton()->isEnabled());
    dialog.start();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.preview().has_value(), patience);
    QCOMPARE(dialog.preview()->added, 2);
    QVERIFY2(wordsOf(dialog).contains(u"more than once"_s), qPrintable(wordsOf(dialog)));
    QCOMPARE(session->review().count(Kind::Message), 0);
    dialog.team()->setCurrentIndex(1);
    QCOMPARE(dialog.list()->text(), u"dns@example.org"_s);
    const QSignalSpy told(&*session, &Session::changed);
    QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(dialog.taken().has_value(), patience);
    QCOMPARE(dialog.taken()->steps, 1);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(told.size(), 1);
    QCOMPARE(session->review().count(Kind::Message), 2);
    QCOMPARE(session->review().all<Message>().front()->subteam, team);
    // Again there is nothing to add.
    MailImportDialog again(*session, path);
    again.start();
    QTRY_VERIFY_WITH_TIMEOUT(again.preview().has_value(), patience);
    QCOMPARE(again.preview()->known, 2);
    QVERIFY(!again.acceptButton()->isEnabled());
    QVERIFY(session->undo());
    QCOMPARE(session->review().count(Kind::Message), 0);
}

void TestMailImport::whatIsNoListIsRefusedInASentence()
{
    SampleSession session(u"blank"_s, u"SSR2"_s);
    MailImportDialog dialog(*session, write(session, "Dear all,\n"));
    dialog.show();
    dialog.start();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isWorking(), patience);
    QVERIFY2(wordsOf(dialog).contains(u"This is no mailing list"_s), qPrintable(wordsOf(dialog)));
    QVERIFY(!dialog.acceptButton()->isEnabled());
    QTest::mouseClick(dialog.rejectButton(), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
}

PLUMBLINE_TEST(TestMailImport)

} // namespace mailimportdialog_test

#include "tst_mailimport.moc"
