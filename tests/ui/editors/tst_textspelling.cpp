// Goes by the dictionary of nine words in tests/data/spelling.

#include "tests/ui/editors/formwindow.h"

#include "tests/testprogram.h"
#include "ui/editors/growingtext.h"
#include "ui/editors/spelling.h"
#include "ui/editors/textspelling.h"
#include "ui/widgets/apptheme.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace textspelling_test {

class TestTextSpelling : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanupTestCase() { Spelling::instance().start({}, m_folder.filePath(u"none"_s)); }

    void marksWhatNoDictionaryKnows();
    void leavesTheWordBeingTyped();
    void markingIsNoEdit();
    void aSuggestionTakesTheWordsPlace();
    void aLearntWordIsRightAtOnceAndForEver();
    void namesOfTheReviewAreRight();
    void whatIsLockedIsNotMarked();
    void otherMarksStay();
    void withoutADictionaryNothingHappens();
    void theChoiceIsKept();
    void aDictionaryThatCannotBeReadIsToldAndGivenUp();

private:
    static QString data() { return QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/spelling"); }
    QTemporaryDir m_folder;
    int m_run = 0;
};

static void waitUntilReady()
{
    QTRY_VERIFY(Spelling::instance().isReady());
}

void TestTextSpelling::initTestCase()
{
    applyTheme(*qApp, ThemeChoice::Light);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void TestTextSpelling::init()
{
    QSettings().setValue(u"spelling"_s, u"tiny"_s);
    Spelling::instance().setReviewWords({});
    Spelling::instance().start({data()}, m_folder.filePath(u"words%1.txt"_s.arg(++m_run)));
    waitUntilReady();
}

/// A text field with the keyboard.
struct Field {
    GrowingText text{Type::Reading};
    TextSpelling spelling{&text};

    explicit Field(const QString &words = {})
    {
        text.setPlainText(words);
        text.resize(400, 200);
        text.show();
        text.activateWindow();
        if (!QTest::qWaitForWindowActive(&text))
            qFatal("The window does not become active.");
        text.setFocus();
    }
    QTextCursor at(int position) const
    {
        QTextCursor cursor(text.document());
        cursor.setPosition(position);
        return cursor;
    }
};

static QAction *actionNamed(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void TestTextSpelling::marksWhatNoDictionaryKnows()
{
    const Field field(u"The teem shared the milestone review\nthe café, the cafe"_s);
    QTRY_COMPARE(field.spelling.markedWords(), QStringList({u"teem"_s, u"cafe"_s}));
}

void TestTextSpelling::leavesTheWordBeingTyped()
{
    Field field;
    QTest::keyClicks(&field.text, u"teem tea"_s);
    QTRY_COMPARE(field.spelling.markedWords(), QStringList(u"teem"_s));
    QTest::qWait(400); // Longer than the pause after typing.
    QCOMPARE(field.spelling.markedWords(), QStringList(u"teem"_s));
    QTest::keyClick(&field.text, Qt::Key_Home);
    QTRY_COMPARE(field.spelling.markedWords(), QStringList({u"teem"_s, u"tea"_s}));
}

void TestTextSpelling::markingIsNoEdit()
{
    Field field(u"teem"_s);
    QSignalSpy changed(&field.text, &QPlainTextEdit::textChanged);
    QTRY_COMPARE(field.spelling.markedWords().size(), 1);
    QVERIFY(changed.isEmpty() && !field.text.document()->isUndoAvailable());
}

void TestTextSpelling::aSuggestionTakesTheWordsPlace()
{
    Field field(u"the tiemline shared"_s);
    QTRY_COMPARE(field.spelling.markedWords(), QStringList(u"tiemline"_s));
    const std::unique_ptr<QMenu> elsewhere(field.spelling.makeMenu(field.at(1)));
    QVERIFY(!actionNamed(*elsewhere, u"Add “tiemline” to my words"_s));
    const std::unique_ptr<QMenu> menu(field.spelling.makeMenu(field.at(6)));
    QTRY_VERIFY(actionNamed(*menu, u"timeline"_s));
    QVERIFY(menu->actions().contains(actionNamed(*menu, u"Add “tiemline” to my words"_s)));
    actionNamed(*menu, u"timeline"_s)->trigger();
    QCOMPARE(field.text.toPlainText(), u"the timeline shared"_s);
    QTRY_VERIFY(field.spelling.markedWords().isEmpty());
    field.text.undo();
    QCOMPARE(field.text.toPlainText(), u"the tiemline shared"_s);
}

void TestTextSpelling::aLearntWordIsRightAtOnceAndForEver()
{
    Field field(u"the anycast"_s);
    QTRY_COMPARE(field.spelling.markedWords(), QStringList(u"anycast"_s));
    const std::unique_ptr<QMenu> menu(field.spelling.makeMenu(field.at(6)));
    actionNamed(*menu, u"Add “anycast” to my words"_s)->trigger();
    QTRY_VERIFY(field.spelling.markedWords().isEmpty());
    Spelling::instance().start({data()}, m_folder.filePath(u"words%1.txt"_s.arg(m_run)));
    QCOMPARE(Spelling::instance().ownWords(), QStringList(u"anycast"_s));
    Spelling::instance().setOwnWords({});
    QTRY_COMPARE(field.spelling.markedWords(), QStringList(u"anycast"_s));
}

void TestTextSpelling::namesOfTheReviewAreRight()
{
    const Field field(u"the Kerstin’s review"_s);
    QTRY_COMPARE(field.spelling.markedWords().size(), 1);
    Spelling::instance().setReviewWords({u"kerstin"_s});
    QTRY_VERIFY(field.spelling.markedWords().isEmpty());
}

void TestTextSpelling::whatIsLockedIsNotMarked()
{
    Field field(u"teem"_s);
    QTRY_COMPARE(field.spelling.markedWords().size(), 1);
    field.text.setReadOnly(true);
    QTRY_VERIFY(field.spelling.markedWords().isEmpty());
}

void TestTextSpelling::otherMarksStay()
{
    Field field(u"teem shared"_s);
    field.text.setMarkedWords({u"shared"_s});
    QTRY_COMPARE(field.text.extraSelections().size(), 2);
    field.text.setMarkedWords({});
    QCOMPARE(field.spelling.markedWords(), QStringList(u"teem"_s));
    QCOMPARE(field.text.extraSelections().size(), 1);
}

void TestTextSpelling::withoutADictionaryNothingHappens()
{
    Spelling::instance().start({}, m_folder.filePath(u"none"_s));
    QVERIFY(Spelling::instance().dictionaries().isEmpty() && !Spelling::instance().isReady());
    Field field(u"teem"_s);
    QTest::qWait(400);
    QVERIFY(field.spelling.markedWords().isEmpty());
    const std::unique_ptr<QMenu> menu(field.spelling.makeMenu(field.at(2)));
    QVERIFY(!menu->actions().isEmpty()); // Copy and paste are there.
}

void TestTextSpelling::theChoiceIsKept()
{
    Spelling &spelling = Spelling::instance();
    spelling.choose({});
    QVERIFY(!spelling.isReady() && spelling.isRight(u"teem"_s));
    spelling.start({data()}, m_folder.filePath(u"none"_s));
    QCOMPARE(spelling.chosen(), QString());
    spelling.choose(u"tiny"_s);
    waitUntilReady();
    spelling.start({data()}, m_folder.filePath(u"none"_s));
    QCOMPARE(spelling.chosen(), u"tiny"_s);
}

void TestTextSpelling::aDictionaryThatCannotBeReadIsToldAndGivenUp()
{
    QTemporaryDir folder;
    for (const char *ending : {"aff", "dic"})
        QVERIFY(QFile(folder.filePath(u"en_GB."_s + QLatin1String(ending))).open(QIODevice::WriteOnly));
    QSettings().remove(u"spelling"_s);
    QSignalSpy failed(&Spelling::instance(), &Spelling::failed);
    Spelling::instance().start({folder.path()}, m_folder.filePath(u"none"_s));
    QCOMPARE(Spelling::instance().chosen(), u"en_GB"_s);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"“en_GB” cannot be read"_s));
    QCOMPARE(Spelling::instance().chosen(), QString());
}

PLUMBLINE_TEST(TestTextSpelling)

} // namespace textspelling_test

#include "tst_textspelling.moc"
