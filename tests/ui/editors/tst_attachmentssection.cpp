#include "tests/core/base/must.h"
#include "tests/testprogram.h"
#include "tests/ui/editors/formwindow.h"
#include "ui/editors/attachmentssection.h"
#include "ui/editors/factlist.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace attachmentssection_test {

class TestAttachmentsSection : public QObject
{
    Q_OBJECT

private slots:
    void filesAreAttachedListedAndRemoved();
    void severalFilesAreOneStep();
    void aFileThatCannotBeReadAttachesNone();
    void filesAreDropped();
    void whatIsNoFileIsNotTaken();
    void aCopyIsSaved();
    void contentsThatAreNotHereAreTold();
    void theButtonsAreReachedByKeyboardAndNamed();
    void withoutARecordNothingCanBeAttached();
};

/// The section of the first finding of the example, with a folder of files.
struct Shown {
    SampleReview sample;
    RecordId finding = sample.review().list(Kind::Finding).front()->id;
    AttachmentsSection section{sample.session()};
    QSignalSpy refused{&section, &AttachmentsSection::refused};
    QTemporaryDir folder;

    Shown()
    {
        section.setRecord(finding);
        section.resize(500, 300);
        section.show();
    }
    QString file(const QString &name, const QByteArray &contents) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("the file cannot be written");
        return file.fileName();
    }
    qsizetype count() const { return qsizetype(attachmentsOn(sample.review(), finding).size()); }
    QList<Fact> facts() const { return section.list()->facts(); }
    bool drop(const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&section, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                        Qt::NoModifier);
        QCoreApplication::sendEvent(&section, &drop);
        return drop.dropAction() == Qt::CopyAction;
    }
};

void TestAttachmentsSection::filesAreAttachedListedAndRemoved()
{
    Shown shown;
    QVERIFY(shown.facts().isEmpty());
    QVERIFY(shown.section.attach({shown.file(u"minutes.pdf"_s, QByteArray(2048, 'x'))}));
    QCOMPARE(shown.facts().size(), 1);
    QCOMPARE(shown.facts().first().words, u"minutes.pdf"_s);
    QVERIFY(shown.facts().first().rest.contains(QLocale().formattedDataSize(2048)));
    QCOMPARE(shown.facts().first().severity, Severity::None);
    QSignalSpy requested(&shown.section, &AttachmentsSection::recordRequested);
    emit shown.section.list()->recordRequested(shown.facts().first().record);
    QCOMPARE(requested.size(), 1);
    emit shown.section.list()->removalRequested(shown.facts().first().record);
    QVERIFY(shown.facts().isEmpty());
    must(shown.sample.session().undo());
    QCOMPARE(shown.facts().size(), 1);
    QVERIFY(shown.refused.isEmpty());
}

void TestAttachmentsSection::severalFilesAreOneStep()
{
    Shown shown;
    QVERIFY(shown.section.attach({shown.file(u"a.txt"_s, "a"), shown.file(u"b.txt"_s, "b")}));
    QCOMPARE(shown.facts().size(), 2);
    must(shown.sample.session().undo());
    QCOMPARE(shown.facts().size(), 0);
}

void TestAttachmentsSection::aFileThatCannotBeReadAttachesNone()
{
    Shown shown;
    QVERIFY(!shown.section.attach({shown.file(u"a.txt"_s, "a"), shown.folder.filePath(u"gone.txt"_s)}));
    QCOMPARE(shown.refused.size(), 1);
    QVERIFY(shown.refused.first().first().toString().contains(u"gone.txt"));
    QCOMPARE(shown.count(), 0);
}

void TestAttachmentsSection::filesAreDropped()
{
    Shown shown;
    const QString path = shown.file(u"a.txt"_s, "a");
    QVERIFY(shown.drop({QUrl::fromLocalFile(path), QUrl::fromLocalFile(shown.file(u"b.txt"_s, "b"))}));
    QCOMPARE(shown.facts().size(), 2);
    QVERIFY(QFile::exists(path));
}

void TestAttachmentsSection::whatIsNoFileIsNotTaken()
{
    Shown shown;
    QVERIFY(!shown.drop({}));
    QVERIFY(!shown.drop({QUrl(u"https://example.org/a.txt"_s)}));
    QVERIFY(!shown.drop({QUrl::fromLocalFile(shown.folder.path())}));
    QVERIFY(!shown.drop(
        {QUrl::fromLocalFile(shown.file(u"a.txt"_s, "a")), QUrl(u"https://example.org/a.txt"_s)}));
    QCOMPARE(shown.count(), 0);
}

void TestAttachmentsSection::aCopyIsSaved()
{
    Shown shown;
    QVERIFY(shown.section.attach({shown.file(u"a.txt"_s, "contents")}));
    const AttachmentId id(shown.facts().first().record.uuid);
    const QString copy = shown.file(u"copy.txt"_s, "the dialog has asked whether this may go");
    QVERIFY(shown.section.saveCopy(id, copy));
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "contents");
    QVERIFY(!shown.section.saveCopy(id, shown.folder.filePath(u"no/such/folder"_s)));
    QCOMPARE(shown.refused.size(), 1);
}

void TestAttachmentsSection::contentsThatAreNotHereAreTold()
{
    Shown shown;
    ChangeSet changes(shown.sample.review(), Cause::Create);
    const AttachmentId id = changes.create<Attachment>(shown.sample.review());
    changes.set<&Attachment::on>(id, shown.finding);
    changes.set<&Attachment::filename>(id, u"../of a colleague"_s + QChar(0x202e) + u"fdp.exe"_s);
    changes.set<&Attachment::sha256>(id, QByteArray(32, 'x'));
    must(shown.sample.session().commit(changes));
    QCOMPARE(shown.facts().size(), 1);
    QCOMPARE(shown.facts().first().words, u"of a colleaguefdp.exe"_s);
    QCOMPARE(shown.facts().first().severity, Severity::Warning);
    QVERIFY(shown.facts().first().rest.contains(u"not in this copy"));
    QVERIFY(!shown.section.saveCopy(id, shown.folder.filePath(u"x"_s)));
    QCOMPARE(shown.refused.size(), 1);
}

void TestAttachmentsSection::theButtonsAreReachedByKeyboardAndNamed()
{
    Shown shown;
    QVERIFY(shown.section.attach({shown.file(u"a.txt"_s, "a")}));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const QList<QToolButton *> buttons = shown.section.list()->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2);
    for (const QToolButton *button : buttons) {
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        QVERIFY(button->accessibleName().contains(u"a.txt"));
    }
    QVERIFY(shown.section.attachButton()->focusPolicy() & Qt::TabFocus);
    QVERIFY(!shown.section.accessibleName().isEmpty());
}

void TestAttachmentsSection::withoutARecordNothingCanBeAttached()
{
    Shown shown;
    shown.section.setRecord({});
    QVERIFY(!shown.section.attachButton()->isEnabled());
    QVERIFY(!shown.drop({QUrl::fromLocalFile(shown.file(u"a.txt"_s, "a"))}));
    QVERIFY(!shown.section.attach({shown.file(u"a.txt"_s, "a")}));
    QCOMPARE(shown.refused.size(), 1);
}

PLUMBLINE_TEST(TestAttachmentsSection)
} // namespace attachmentssection_test

#include "tst_attachmentssection.moc"
