// What somebody could do to a review, on purpose or not, and what must come of it. Attacks on single functions are
// tested beside them; these go through whole files.

#include "core/store/transaction.h"
#include "tests/core/store/memorylog.h"
#include "tests/core/store/teststore.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace attacks_test {

class TestAttacks : public QObject
{
    Q_OBJECT

private slots:
    void aClockThatStandsAtTheEndOfTimeStopsNobody_data();
    void aClockThatStandsAtTheEndOfTimeStopsNobody();
    void madeUpReferencesByTheHundredThousandReplaceNothing();
    void aReferenceToAnotherFieldsChangeReplacesNothingInEitherOrder();
    void aReferenceToAnotherRecordsLifeDeletesNothing();
    void oneChangeThatCannotBeIsSetAsideAndTheOthersAreTaken();
    void aSecondComputerOfOnePersonLosesNothing();
    void aCopiedFileUnderOneNameShowsBothValuesEverywhere();
    void movingAParagraphThatTheOtherDeletesIsAsked();
    void droppingNotFromASentenceTheOtherExtendsIsAsked();
    void longTextsOfDifferentSentencesStillMerge();
    void aNameIsKeptAsItWasTyped_data();
    void aNameIsKeptAsItWasTyped();
    void aByteOrderMarkInANameIsRefused();
    void aStrangersByteOrderMarkIsSetAside();
    void anEditorLeftOpenDuringAnImportBecomesAConflict();
    void anEditorLeftOpenWhileTheRecordIsDeletedIsAsked();
    void editingAConflictedFieldInPlaceKeepsTheOtherValue();
    void settlingTheSameConflictTwiceInTwoWaysIsAskedAgain();
    void recordsPutBelowEachOtherInACircleAreCutWhereTheLastWasPut();
    void aCircleOfThreeIsCutOnceAndTheSameInEveryOrder();
};

/// A review two people have, with one record.
struct Two {
    TestStore ada;
    RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore ben{ada, "Ben"};
};

/// How operations name a record.
static QByteArray bytesOf(RecordId id)
{
    return id.uuid.toRfc4122();
}

/// The last change somebody made to a field.
static OperationRef lastChange(const TestStore &store, const QByteArray &field)
{
    OperationRef found;
    for (const Transaction &transaction : store.transactions()) {
        for (qsizetype i = 0; i < transaction.operations.size(); ++i) {
            if (transaction.operations.at(i).field == field)
                found = {transaction.identity(), quint32(i)};
        }
    }
    return found;
}

static void verifyAll(std::initializer_list<TestStore *> stores)
{
    for (TestStore *store : stores) {
        const VerifyReport report = must(store->store->verify());
        QVERIFY2(report.problems.isEmpty(), qPrintable(report.problems.join(u' ')));
    }
}

void TestAttacks::aClockThatStandsAtTheEndOfTimeStopsNobody_data()
{
    QTest::addColumn<quint64>("lam");
    QTest::newRow("2^48 - 1") << (quint64(1) << 48) - 1;
    QTest::newRow("2^48") << (quint64(1) << 48);
    QTest::newRow("2^63") << (quint64(1) << 63);
    QTest::newRow("2^64 - 1") << ~quint64(0);
}

void TestAttacks::aClockThatStandsAtTheEndOfTimeStopsNobody()
{
    QFETCH(quint64, lam);
    Two two;
    Transaction late = plainTransaction('z');
    late.lam = lam;
    late.operations += setOf(bytesOf(two.id), "milestone.title", u"from the end of time"_s,
                             {lastChange(two.ada, "milestone.title")});
    QCOMPARE(two.ada.take({late}).transactions, 1);
    QCOMPARE(two.ada.text(two.id, "title"), u"from the end of time"_s);
    // Whoever goes on from it can, again and again, and it counts as later.
    two.ada.set(two.id, "title", u"after it"_s);
    two.ada.set(two.id, "title", u"and after that"_s);
    two.ben.set(two.id, "source", u"of Ben"_s);
    exchange(two.ada, two.ben);
    for (TestStore *copy : {&two.ada, &two.ben}) {
        QCOMPARE(copy->text(two.id, "title"), u"and after that"_s);
        QVERIFY(!copy->inConflict(two.id, "title"));
    }
    QVERIFY(two.ada.transactions().last().lam <= quint64(1) << 48);
    QCOMPARE(two.ada.dump(), two.ben.dump());
    verifyAll({&two.ada, &two.ben});
}

void TestAttacks::madeUpReferencesByTheHundredThousandReplaceNothing()
{
    Two two;
    const QByteArray before = two.ada.dump();
    Transaction flood = plainTransaction('z');
    for (quint32 i = 0; i < 25; ++i) {
        QList<OperationRef> refs;
        for (quint32 k = 0; k < 4096; ++k)
            refs += {QByteArray::number(i * 10'000 + k).rightJustified(16, '0'), k};
        flood.operations += setOf(QByteArray(16, char('A' + i)), "milestone.title", u"x"_s, refs);
    }
    QVERIFY(flood.validate());
    QCOMPARE(two.ada.take({flood}).operations, 25);
    QCOMPARE(two.ada.dump(), before); // Records nobody created are not shown.
    two.ada.set(two.id, "title", u"Final report"_s);
    two.ben.takeFrom(two.ada);
    QCOMPARE(two.ben.text(two.id, "title"), u"Final report"_s);
    verifyAll({&two.ada, &two.ben});
}

void TestAttacks::aReferenceToAnotherFieldsChangeReplacesNothingInEitherOrder()
{
    Two two;
    two.ada.set(two.id, "source", u"the minutes"_s);
    const Transaction source = two.ada.transactions().last();
    Transaction wrong = plainTransaction('z');
    wrong.lam = 90;
    wrong.operations += setOf(bytesOf(two.id), "milestone.title", u"of a faulty program"_s,
                              {lastChange(two.ada, "milestone.source")});
    two.ada.take({wrong});
    two.ben.take({wrong}); // Before what it names.
    two.ben.take({source});
    for (TestStore *copy : {&two.ada, &two.ben}) {
        QCOMPARE(copy->text(two.id, "source"), u"the minutes"_s);
        QCOMPARE(copy->values(two.id, "title"), (QStringList{u"Draft report"_s, u"of a faulty program"_s}));
    }
    QCOMPARE(two.ada.dump(), two.ben.dump());
    verifyAll({&two.ada, &two.ben});
}

void TestAttacks::aReferenceToAnotherRecordsLifeDeletesNothing()
{
    Two two;
    const RecordId other = two.ada.addMilestone(u"Final report"_s);
    const Transaction creation = two.ada.transactions().last();
    Transaction wrong = plainTransaction('z');
    Operation life = setOf(bytesOf(two.id), "milestone.life", {});
    life.type = LifeOperation;
    life.value = Value::Array{Value(u"deleted"_s), Value(u"milestone"_s)};
    for (quint32 i = 0; i < quint32(creation.operations.size()); ++i)
        life.refs += {creation.identity(), i};
    wrong.operations += life;
    two.ada.take({wrong});
    QCOMPARE(two.ada.life(other), Life::Alive);
    QCOMPARE(two.ada.life(two.id), Life::Alive); // Its creation was not replaced either.
    verifyAll({&two.ada});
}

void TestAttacks::oneChangeThatCannotBeIsSetAsideAndTheOthersAreTaken()
{
    Two two;
    two.ben.set(two.id, "title", u"of Ben"_s);
    two.ben.set(two.id, "source", u"of Ben"_s);
    QList<Transaction> all = two.ben.transactions();
    Transaction twice = plainTransaction('z');
    twice.operations += setOf(bytesOf(two.id), "milestone.reason", u"one"_s);
    twice.operations += setOf(bytesOf(two.id), "milestone.reason", u"two"_s);
    all.insert(all.size() - 1, twice);
    const ImportCounts counts = two.ada.take(all);
    QCOMPARE(counts.setAside, 1);
    QCOMPARE(counts.transactions, 2);
    QCOMPARE(two.ada.dump(), two.ben.dump());
    verifyAll({&two.ada});
}

void TestAttacks::aSecondComputerOfOnePersonLosesNothing()
{
    TestStore office;
    const RecordId id = office.addMilestone(u"Draft report"_s);
    TestStore home(office, "Ada at home");
    const Author ada{RecordId(QUuid::fromRfc4122(QByteArray(16, 'a'))), office.now};
    for (TestStore *computer : {&office, &home}) {
        ChangeSet changes = computer->edit();
        changes.set(Kind::Milestone, id, "title", Value(computer == &office ? u"at the office"_s : u"at home"_s));
        must(computer->store->commit(changes, ada));
    }
    QVERIFY(office.transactions().last().stream != home.transactions().last().stream);
    exchange(office, home);
    QCOMPARE(office.dump(), home.dump());
    const QStringList values = home.values(id, "title");
    QCOMPARE(QSet<QString>(values.begin(), values.end()), (QSet<QString>{u"at home"_s, u"at the office"_s}));
    home.resolve(id, "title", u"at home"_s);
    exchange(office, home);
    QCOMPARE(office.text(id, "title"), u"at home"_s);
    QVERIFY(!office.inConflict(id, "title"));
    // What was done on the other computer is not offered for undoing here.
    const auto undone = office.undo();
    QVERIFY(undone.left.contains(u"M-001.title"_s));
    verifyAll({&office, &home});
}

void TestAttacks::aCopiedFileUnderOneNameShowsBothValuesEverywhere()
{
    TestStore ada;
    const RecordId id = ada.addMilestone(u"Draft report"_s);
    TestStore copy(ada, "a copy on the same computer");
    for (const StreamTip &tip : ada.store->tips())
        copy.registry.remember(tip.stream, tip.h);
    copy.reopen();
    ada.set(id, "title", u"here"_s);
    copy.set(id, "title", u"there"_s);
    QCOMPARE(copy.transactions().last().stream, ada.transactions().last().stream);
    QCOMPARE(copy.transactions().last().seq, ada.transactions().last().seq);
    TestStore cleo(ada, "Cleo");
    cleo.takeFrom(copy);
    TestStore dora(copy, "Dora");
    dora.takeFrom(ada);
    QCOMPARE(cleo.values(id, "title").size(), 2);
    QCOMPARE(cleo.dump(), dora.dump());
    QCOMPARE(cleo.text(id, "title"), dora.text(id, "title"));
}

/// What two people make of one long text.
struct TwoTexts : Two {
    TwoTexts(const QString &base, const QString &ofAda, const QString &ofBen)
    {
        ada.set(id, "description", base);
        ben.takeFrom(ada);
        ada.set(id, "description", ofAda);
        ben.set(id, "description", ofBen);
        exchange(ada, ben);
    }
};

void TestAttacks::movingAParagraphThatTheOtherDeletesIsAsked()
{
    const QString first = u"The board shall publish the report.\n\n"_s;
    const QString second = u"Staff keeps a list of all requests for delay.\n\n"_s;
    const QString third = u"The team meets on Mondays.\n\n"_s;
    TwoTexts two(first + second + third, first + third + second, first + third);
    QCOMPARE(two.ada.dump(), two.ben.dump());
    QVERIFY(two.ada.inConflict(two.id, "description"));
    const QStringList values = two.ada.values(two.id, "description");
    QVERIFY(values.contains(first + third + second));
    QVERIFY(values.contains(first + third));
}

void TestAttacks::droppingNotFromASentenceTheOtherExtendsIsAsked()
{
    TwoTexts two(u"The board should not delay the report."_s, u"The board should delay the report."_s,
                 u"The board should not delay the report by more than six months."_s);
    QCOMPARE(two.ada.dump(), two.ben.dump());
    QVERIFY(two.ada.inConflict(two.id, "description"));
    const QStringList values = two.ben.values(two.id, "description");
    QVERIFY(values.contains(u"The board should delay the report."_s));
    QVERIFY(values.contains(u"The board should not delay the report by more than six months."_s));
}

void TestAttacks::longTextsOfDifferentSentencesStillMerge()
{
    // The opposite of the two above, so that they do not pass because everything is asked.
    TwoTexts two(u"One is here. Two is here. Three is here."_s, u"One is new. Two is here. Three is here."_s,
                 u"One is here. Two is here. Three is new."_s);
    QVERIFY(!two.ada.inConflict(two.id, "description"));
    QCOMPARE(two.ada.text(two.id, "description"), u"One is new. Two is here. Three is new."_s);
}

void TestAttacks::aNameIsKeptAsItWasTyped_data()
{
    QTest::addColumn<QByteArray>("utf8");
    // Unicode normalisation would turn U+F900 into U+8C48, and compose or decompose the second and third.
    QTest::newRow("U+F900") << QByteArray("\xEF\xA4\x80 of the team");
    QTest::newRow("e with a combining acute") << QByteArray("Rene\xCC\x81");
    QTest::newRow("Angstrom sign") << QByteArray("\xE2\x84\xAB");
    QTest::newRow("right to left mark") << QByteArray("a\xE2\x80\x8F b");
    QTest::newRow("beyond 16 bits") << QByteArray("\xF0\xA0\x80\x8B");
}

void TestAttacks::aNameIsKeptAsItWasTyped()
{
    QFETCH(QByteArray, utf8);
    Two two;
    // Both say what a program that normalises texts would take for the same.
    two.ada.set(two.id, "title", Value::text(utf8));
    const QString normal = QString::fromUtf8(utf8).normalized(QString::NormalizationForm_C);
    two.ben.set(two.id, "title", normal);
    two.ada.reopen();
    QCOMPARE(two.ada.text(two.id, "title").toUtf8(), utf8);
    QCOMPARE(two.ada.transactions().last().operations.first().value.utf8(), utf8);
    exchange(two.ada, two.ben);
    QCOMPARE(two.ben.inConflict(two.id, "title"), normal.toUtf8() != utf8);
    if (two.ben.inConflict(two.id, "title"))
        QVERIFY(two.ben.values(two.id, "title").contains(QString::fromUtf8(utf8)));
    else
        QCOMPARE(two.ben.text(two.id, "title").toUtf8(), utf8);
    QCOMPARE(two.ada.dump(), two.ben.dump());
    verifyAll({&two.ada, &two.ben});
}

void TestAttacks::aByteOrderMarkInANameIsRefused()
{
    Two two;
    const QByteArray before = two.ada.dump();
    ChangeSet changes = two.ada.edit();
    changes.set(Kind::Milestone, two.id, "title", Value::text("\xEF\xBB\xBF" "Draft"));
    const auto result = two.ada.store->commit(changes, two.ada.author());
    QVERIFY(!result);
    QVERIFY(result.error().sentence.endsWith(u'.'));
    QCOMPARE(two.ada.dump(), before);
    // What is typed or pasted loses it on the way in.
    two.ada.set(two.id, "title", cleanText(u"\uFEFFDraft"_s));
    QCOMPARE(two.ada.text(two.id, "title"), u"Draft"_s);
}

void TestAttacks::aStrangersByteOrderMarkIsSetAside()
{
    Two two;
    Transaction wrong = plainTransaction('z');
    wrong.operations += setOf(bytesOf(two.id), "milestone.title", {});
    wrong.operations.last().value = Value::text("\xEF\xBB\xBF" "Draft");
    QCOMPARE(two.ada.take({wrong}).setAside, 1);
    QCOMPARE(two.ada.dump(), two.ben.dump());
}

void TestAttacks::anEditorLeftOpenDuringAnImportBecomesAConflict()
{
    Two two;
    ChangeSet typed = two.ada.edit(); // Made when the editor opened.
    typed.set(Kind::Milestone, two.id, "title", Value(u"typed by Ada"_s));
    two.ben.set(two.id, "title", u"sent by Ben"_s);
    two.ada.takeFrom(two.ben);
    QCOMPARE(two.ada.text(two.id, "title"), u"sent by Ben"_s);
    two.ada.commit(typed);
    QVERIFY(two.ada.inConflict(two.id, "title"));
    two.ben.takeFrom(two.ada);
    QCOMPARE(two.ada.dump(), two.ben.dump());
    const QStringList values = two.ben.values(two.id, "title");
    QCOMPARE(QSet<QString>(values.begin(), values.end()), (QSet<QString>{u"typed by Ada"_s, u"sent by Ben"_s}));
}

void TestAttacks::anEditorLeftOpenWhileTheRecordIsDeletedIsAsked()
{
    Two two;
    ChangeSet typed = two.ada.edit();
    typed.set(Kind::Milestone, two.id, "title", Value(u"typed by Ada"_s));
    two.ben.remove(two.id);
    two.ada.takeFrom(two.ben);
    two.ada.commit(typed);
    QCOMPARE(two.ada.life(two.id), Life::DeletedWhileEdited);
    two.ben.takeFrom(two.ada);
    QCOMPARE(two.ben.life(two.id), Life::DeletedWhileEdited);
}

void TestAttacks::editingAConflictedFieldInPlaceKeepsTheOtherValue()
{
    Two two;
    two.ada.set(two.id, "title", u"of Ada"_s);
    two.ben.set(two.id, "title", u"of Ben"_s);
    exchange(two.ada, two.ben);
    const QString first = two.ada.text(two.id, "title");
    const QString other = first == u"of Ada"_s ? u"of Ben"_s : u"of Ada"_s;
    two.ada.set(two.id, "title", u"typed over the badge"_s);
    QVERIFY(two.ada.inConflict(two.id, "title"));
    const QStringList values = two.ada.values(two.id, "title");
    QCOMPARE(QSet<QString>(values.begin(), values.end()), (QSet<QString>{other, u"typed over the badge"_s}));
}

void TestAttacks::settlingTheSameConflictTwiceInTwoWaysIsAskedAgain()
{
    Two two;
    two.ada.set(two.id, "title", u"of Ada"_s);
    two.ben.set(two.id, "title", u"of Ben"_s);
    exchange(two.ada, two.ben);
    two.ada.resolve(two.id, "title", u"of Ada"_s);
    two.ben.resolve(two.id, "title", u"of Ben"_s);
    exchange(two.ada, two.ben);
    QCOMPARE(two.ada.values(two.id, "title").size(), 2);
    two.ada.undo(); // Her resolution; his stands, and so do the values hers had settled.
    exchange(two.ada, two.ben);
    QCOMPARE(two.ada.dump(), two.ben.dump());
    verifyAll({&two.ada, &two.ben});
}

static void putBelow(TestStore &store, RecordId id, RecordId parent)
{
    store.set(id, "~place", toValue(Place{parent, u"a0"_s}));
}

static RecordId parentOf(const TestStore &store, RecordId id)
{
    return store.review().parentOf(*store.review().find(id));
}

void TestAttacks::recordsPutBelowEachOtherInACircleAreCutWhereTheLastWasPut()
{
    TestStore ada;
    const RecordId one = ada.addMilestone(u"one"_s);
    const RecordId two = ada.addMilestone(u"two"_s);
    TestStore ben(ada, "Ben");
    putBelow(ada, one, two);
    ben.set(two, "title", u"two and a half"_s);
    ben.set(two, "title", u"three"_s); // So that his next change comes later in order than hers.
    putBelow(ben, two, one);
    exchange(ada, ben);
    for (TestStore *copy : {&ada, &ben}) {
        QCOMPARE(parentOf(*copy, one), two);
        QCOMPARE(parentOf(*copy, two), RecordId());
        copy->reopen();
        QCOMPARE(parentOf(*copy, one), two);
        QCOMPARE(parentOf(*copy, two), RecordId());
    }
    // Without the one the other's place counts again.
    ben.remove(one);
    QCOMPARE(ben.review().parentOf(*ben.review().find(two)), one);
    ben.undo();
    QCOMPARE(parentOf(ben, two), RecordId());
    putBelow(ben, one, RecordId());
    QCOMPARE(parentOf(ben, two), one);
}

void TestAttacks::aCircleOfThreeIsCutOnceAndTheSameInEveryOrder()
{
    TestStore ada;
    const RecordId one = ada.addMilestone(u"one"_s);
    const RecordId two = ada.addMilestone(u"two"_s);
    const RecordId three = ada.addMilestone(u"three"_s);
    const RecordId apart = ada.addMilestone(u"apart"_s);
    TestStore ben(ada, "Ben");
    TestStore cleo(ada, "Cleo");
    putBelow(ada, one, two);
    putBelow(ben, two, three);
    putBelow(cleo, three, one);
    putBelow(cleo, apart, three);
    exchange(ada, ben);
    exchange(cleo, ada);
    exchange(cleo, ben);
    int cut = 0;
    for (const RecordId id : {one, two, three}) {
        cut += parentOf(ada, id).isNull();
        QCOMPARE(parentOf(ben, id), parentOf(ada, id));
        QCOMPARE(parentOf(cleo, id), parentOf(ada, id));
    }
    QCOMPARE(cut, 1);
    QCOMPARE(parentOf(ben, apart), three);
}

PLUMBLINE_TEST(TestAttacks)
} // namespace attacks_test

#include "tst_attacks.moc"
