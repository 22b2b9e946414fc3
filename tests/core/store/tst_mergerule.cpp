#include "core/store/mergerule.h"

#include "core/domain/changeset.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace mergerule_test {

class TestMergeRule : public QObject
{
    Q_OBJECT

private slots:
    void noHeadShowsNothing();
    void oneHeadIsSettledUnderEveryPolicy();
    void askKeepsEveryDifferentValueAndShowsTheFirst();
    void equalValuesNeverConflict();
    void aConflictOfEqualAndOtherValuesOffersEachOnce();
    void anEditOfAConflictRefersOnlyToWhatWasShown();
    void anEditOfASettledFieldRefersToAllItsHeads();
    void theBaseOfAConflictIsTheValueBeforeTheyParted();
    void lastWriterWinsShowsTheLast();
    void aRekeyLosesToAnyOther();
    void theLastOfSeveralRekeysWins();
    void firstShowsTheFirst();
    void aTieOfOrderOnForkedCopiesIsSettledByTheHash();
    void text3MergesChangesOfDifferentSentences();
    void aCleanMergeIsMadeFromAllHeads();
    void text3AsksWhenBothChangedOneSentence();
    void text3OffersAProposalThatHoldsBothSides();
    void text3OfThreeCopiesMergesAllOfThem();
    void text3MergesSeveralAncestorsFirst();
    void text3DoesNotBringBackADeletedParagraph();
    void text3DoesNotMergeAConflictThatAnUndoBroughtBack();
    void text3OfValuesThatAreNoTextAsks();
    void aClearedTextAgainstAnEditedOneAsks();
    void headsADamagedFileLostAreAsked();
    void fieldsHaveThePolicyOfTheirDescription();
    void fieldsThisVersionDoesNotKnowHaveAPolicyAllTheSame();
};

/// Operations of one register, as a log would give them.
class History
{
public:
    /// Adds an operation that replaces @p refs, and returns its name.
    OperationRef add(char stream, const Value &value, const QList<OperationRef> &refs = {}, int cause = 0)
    {
        StoredOperation operation;
        operation.oid = qint64(m_operations.size()) + 1;
        operation.self = {QByteArray(16, char('0' + m_operations.size())), 0};
        operation.refs = refs;
        operation.value = value;
        operation.stream = QByteArray(16, stream);
        operation.cause = cause;
        operation.lam = 1;
        for (const StoredOperation &other : m_operations) {
            if (refs.contains(other.self))
                operation.lam = std::max(operation.lam, other.lam + 1);
        }
        m_operations.push_back(operation);
        return operation.self;
    }
    OperationRef add(char stream, const QString &text, const QList<OperationRef> &refs = {}, int cause = 0)
    {
        return add(stream, Value(text), refs, cause);
    }

    std::vector<StoredOperation> heads() const
    {
        std::vector<StoredOperation> found;
        for (const StoredOperation &operation : m_operations) {
            const bool replaced =
                std::any_of(m_operations.begin(), m_operations.end(), [&](const StoredOperation &other) {
                    return other.refs.contains(operation.self);
                });
            if (!replaced)
                found.push_back(operation);
        }
        std::sort(found.begin(), found.end());
        return found;
    }
    ShownValue shown(MergePolicy policy) const
    {
        return shownValue(heads(), policy, [this] { return m_operations; });
    }

private:
    std::vector<StoredOperation> m_operations;
};

static QStringList offered(const ShownValue &shown)
{
    QStringList texts;
    for (const StoredOperation &head : shown.distinct)
        texts += head.value.toText();
    return texts;
}

void TestMergeRule::noHeadShowsNothing()
{
    const ShownValue shown = History().shown(MergePolicy::Ask);
    QVERIFY(shown.value.isNull());
    QVERIFY(!shown.conflict);
    QVERIFY(shown.madeFrom.isEmpty());
}

void TestMergeRule::oneHeadIsSettledUnderEveryPolicy()
{
    for (const MergePolicy policy :
         {MergePolicy::Ask, MergePolicy::Text3, MergePolicy::LastWriterWins, MergePolicy::First}) {
        History history;
        const OperationRef first = history.add('a', u"one"_s);
        const OperationRef second = history.add('b', u"two"_s, {first});
        const ShownValue shown = history.shown(policy);
        QCOMPARE(shown.value, Value(u"two"_s));
        QVERIFY(!shown.conflict);
        QVERIFY(!shown.merged);
        QCOMPARE(shown.madeFrom, QSet<OperationRef>{second});
    }
}

void TestMergeRule::askKeepsEveryDifferentValueAndShowsTheFirst()
{
    History history;
    const OperationRef base = history.add('a', u"base"_s);
    history.add('c', u"of c"_s, {base});
    history.add('b', u"of b"_s, {base});
    const ShownValue shown = history.shown(MergePolicy::Ask);
    QVERIFY(shown.conflict);
    QCOMPARE(shown.value, Value(u"of b"_s));
    QCOMPARE(offered(shown), (QStringList{u"of b"_s, u"of c"_s}));
}

void TestMergeRule::equalValuesNeverConflict()
{
    for (const MergePolicy policy :
         {MergePolicy::Ask, MergePolicy::Text3, MergePolicy::LastWriterWins, MergePolicy::First}) {
        History history;
        const OperationRef base = history.add('a', u"base"_s);
        history.add('b', u"the same"_s, {base});
        history.add('c', u"the same"_s, {base});
        const ShownValue shown = history.shown(policy);
        QVERIFY(!shown.conflict);
        QCOMPARE(shown.value, Value(u"the same"_s));
    }
}

void TestMergeRule::aConflictOfEqualAndOtherValuesOffersEachOnce()
{
    History history;
    history.add('a', u"one"_s);
    history.add('b', u"two"_s);
    history.add('c', u"one"_s);
    QCOMPARE(offered(history.shown(MergePolicy::Ask)), (QStringList{u"one"_s, u"two"_s}));
}

void TestMergeRule::anEditOfAConflictRefersOnlyToWhatWasShown()
{
    History history;
    const OperationRef a = history.add('a', u"one"_s);
    history.add('b', u"two"_s);
    const OperationRef c = history.add('c', u"one"_s);
    QCOMPARE(history.shown(MergePolicy::Ask).madeFrom, (QSet<OperationRef>{a, c}));
}

void TestMergeRule::anEditOfASettledFieldRefersToAllItsHeads()
{
    History history;
    const OperationRef a = history.add('a', u"one"_s);
    const OperationRef b = history.add('b', u"one"_s);
    QCOMPARE(history.shown(MergePolicy::Ask).madeFrom, (QSet<OperationRef>{a, b}));
}

void TestMergeRule::theBaseOfAConflictIsTheValueBeforeTheyParted()
{
    History history;
    const OperationRef oldest = history.add('a', u"oldest"_s);
    const OperationRef base = history.add('a', u"before they parted"_s, {oldest});
    const OperationRef step = history.add('b', u"a step"_s, {base});
    history.add('b', u"of b"_s, {step});
    history.add('c', u"of c"_s, {base});
    QCOMPARE(history.shown(MergePolicy::Ask).base, Value(u"before they parted"_s));
}

void TestMergeRule::lastWriterWinsShowsTheLast()
{
    History history;
    history.add('a', u"first"_s);
    history.add('c', u"last"_s);
    history.add('b', u"middle"_s);
    const ShownValue shown = history.shown(MergePolicy::LastWriterWins);
    QCOMPARE(shown.value, Value(u"last"_s));
    QVERIFY(!shown.conflict);
    QCOMPARE(shown.madeFrom.size(), 3);
}

void TestMergeRule::aRekeyLosesToAnyOther()
{
    History history;
    history.add('a', u"a drag"_s);
    history.add('z', u"a re-key"_s, {}, int(Cause::Rekey));
    QCOMPARE(history.shown(MergePolicy::LastWriterWins).value, Value(u"a drag"_s));
}

void TestMergeRule::theLastOfSeveralRekeysWins()
{
    History history;
    history.add('z', u"last"_s, {}, int(Cause::Rekey));
    history.add('a', u"first"_s, {}, int(Cause::Rekey));
    QCOMPARE(history.shown(MergePolicy::LastWriterWins).value, Value(u"last"_s));
}

void TestMergeRule::firstShowsTheFirst()
{
    History history;
    history.add('b', u"later"_s);
    history.add('a', u"earlier"_s);
    const ShownValue shown = history.shown(MergePolicy::First);
    QCOMPARE(shown.value, Value(u"earlier"_s));
    QVERIFY(!shown.conflict);
}

void TestMergeRule::aTieOfOrderOnForkedCopiesIsSettledByTheHash()
{
    // Same lam, stream and seq: two copies of one file that wrote on under one stream.
    StoredOperation here;
    here.self = {QByteArray(16, '1'), 0};
    here.value = Value(u"here"_s);
    here.stream = QByteArray(16, 'a');
    here.seq = 5;
    StoredOperation there = here;
    there.self = {QByteArray(16, '2'), 0};
    there.value = Value(u"there"_s);
    std::vector<StoredOperation> one{here, there};
    std::vector<StoredOperation> other{there, here};
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    const auto none = [] { return std::vector<StoredOperation>(); };
    QCOMPARE(shownValue(one, MergePolicy::Ask, none).value, Value(u"here"_s));
    QCOMPARE(shownValue(other, MergePolicy::Ask, none).value, Value(u"here"_s));
}

static const QString paragraph = u"The team met in May. It agreed on three findings. It adjourned at noon."_s;

void TestMergeRule::text3MergesChangesOfDifferentSentences()
{
    History history;
    const OperationRef base = history.add('a', paragraph);
    history.add('b', u"The team met in June. It agreed on three findings. It adjourned at noon."_s, {base});
    history.add('c', u"The team met in May. It agreed on three findings. It adjourned at one."_s, {base});
    const ShownValue shown = history.shown(MergePolicy::Text3);
    QVERIFY(shown.merged);
    QVERIFY(!shown.conflict);
    QCOMPARE(shown.value,
             Value(u"The team met in June. It agreed on three findings. It adjourned at one."_s));
}

void TestMergeRule::aCleanMergeIsMadeFromAllHeads()
{
    History history;
    const OperationRef base = history.add('a', paragraph);
    const OperationRef b = history.add('b', QString(paragraph).replace(u"May"_s, u"June"_s), {base});
    const OperationRef c = history.add('c', QString(paragraph).replace(u"noon"_s, u"one"_s), {base});
    QCOMPARE(history.shown(MergePolicy::Text3).madeFrom, (QSet<OperationRef>{b, c}));
}

void TestMergeRule::text3AsksWhenBothChangedOneSentence()
{
    // "A drops 'not', B extends the sentence": both merge word by word, and mean the opposite together.
    History history;
    const OperationRef base = history.add('a', u"The Board should not act on this."_s);
    history.add('b', u"The Board should act on this."_s, {base});
    history.add('c', u"The Board should not act on this before the year ends."_s, {base});
    const ShownValue shown = history.shown(MergePolicy::Text3);
    QVERIFY(shown.conflict);
    QVERIFY(!shown.merged);
    QCOMPARE(shown.distinct.size(), 2);
    QCOMPARE(shown.value, Value(u"The Board should act on this."_s));
    QCOMPARE(shown.base, Value(u"The Board should not act on this."_s));
}

void TestMergeRule::text3OffersAProposalThatHoldsBothSides()
{
    History history;
    const OperationRef base = history.add('a', u"The team met in May."_s);
    history.add('b', u"The team met in June."_s, {base});
    history.add('c', u"The team met in July."_s, {base});
    const ShownValue shown = history.shown(MergePolicy::Text3);
    QVERIFY(shown.proposal);
    QVERIFY(shown.proposal->toText().contains(u"June"));
    QVERIFY(shown.proposal->toText().contains(u"July"));
}

void TestMergeRule::text3OfThreeCopiesMergesAllOfThem()
{
    History history;
    const OperationRef base = history.add('a', paragraph);
    history.add('b', QString(paragraph).replace(u"May"_s, u"June"_s), {base});
    history.add('c', QString(paragraph).replace(u"three"_s, u"four"_s), {base});
    history.add('d', QString(paragraph).replace(u"noon"_s, u"one"_s), {base});
    const ShownValue shown = history.shown(MergePolicy::Text3);
    QVERIFY(shown.merged);
    QCOMPARE(shown.value, Value(u"The team met in June. It agreed on four findings. It adjourned at one."_s));
}

void TestMergeRule::text3MergesSeveralAncestorsFirst()
{
    // Two people settle the same two heads apart and go on: the settled texts have two maximal common
    // ancestors.
    History history;
    const OperationRef base = history.add('a', paragraph);
    const OperationRef may = history.add('a', QString(paragraph).replace(u"May"_s, u"June"_s), {base});
    const OperationRef noon = history.add('b', QString(paragraph).replace(u"noon"_s, u"one"_s), {base});
    const QString both = QString(paragraph).replace(u"May"_s, u"June"_s).replace(u"noon"_s, u"one"_s);
    history.add('a', QString(both).replace(u"three"_s, u"four"_s), {may, noon});
    history.add('b', both + u" It thanked the hosts."_s, {may, noon});
    const ShownValue shown = history.shown(MergePolicy::Text3);
    QVERIFY(shown.merged);
    QCOMPARE(shown.value, Value(u"The team met in June. It agreed on four findings. It adjourned at one. It "
                                u"thanked the hosts."_s));
}

void TestMergeRule::text3DoesNotBringBackADeletedParagraph()
{
    // "A moves a paragraph, B deletes it": the merge would silently keep what B threw away.
    const QString first = u"One is short.\n\n"_s;
    const QString second = u"Two is the paragraph that moves about.\n\n"_s;
    const QString third = u"Three ends it.\n\n"_s;
    History history;
    const OperationRef base = history.add('a', first + second + third);
    history.add('b', first + third + second, {base});
    history.add('c', first + third, {base});
    QVERIFY(history.shown(MergePolicy::Text3).conflict);
}

void TestMergeRule::text3DoesNotMergeAConflictThatAnUndoBroughtBack()
{
    // The resolution took one of two values; its undo wrote both, in one transaction that builds on the
    // resolution.
    StoredOperation resolution;
    resolution.self = {QByteArray(16, 'r'), 0};
    resolution.value = Value(u"The team met in May."_s);
    StoredOperation one;
    one.self = {QByteArray(16, 'u'), 0};
    one.refs = {resolution.self};
    one.value = resolution.value;
    StoredOperation other = one;
    other.self.index = 1;
    other.value = Value(u"The team met in June."_s);
    const ShownValue shown = shownValue({one, other}, MergePolicy::Text3, [&] {
        return std::vector<StoredOperation>{resolution, one, other};
    });
    QVERIFY(shown.conflict);
    QCOMPARE(offered(shown), (QStringList{one.value.toText(), other.value.toText()}));
}

void TestMergeRule::text3OfValuesThatAreNoTextAsks()
{
    History history;
    history.add('a', Value(5));
    history.add('b', u"five"_s);
    const ShownValue shown = history.shown(MergePolicy::Text3);
    QVERIFY(shown.conflict);
    QVERIFY(!shown.proposal);
}

void TestMergeRule::aClearedTextAgainstAnEditedOneAsks()
{
    History history;
    const OperationRef base = history.add('a', paragraph);
    history.add('b', Value(), {base});
    history.add('c', QString(paragraph).replace(u"May"_s, u"June"_s), {base});
    QVERIFY(history.shown(MergePolicy::Text3).conflict);
}

void TestMergeRule::headsADamagedFileLostAreAsked()
{
    History history;
    const OperationRef base = history.add('a', u"The team met. It agreed."_s);
    history.add('a', u"The team met twice. It agreed."_s, {base});
    history.add('b', u"The team met. It agreed at last."_s, {base});
    const auto heads = history.heads();
    // The rows of a damaged file contradict each other: the heads are there, what they are heads of is not.
    const ShownValue shown = shownValue(heads, MergePolicy::Text3, [] { return std::vector<StoredOperation>(); });
    QVERIFY(shown.conflict);
    QVERIFY(!shown.merged);
    QCOMPARE(offered(shown).size(), 2);
}

void TestMergeRule::fieldsHaveThePolicyOfTheirDescription()
{
    QCOMPARE(policyOf("milestone.title"), MergePolicy::Ask);
    QCOMPARE(policyOf("milestone.description"), MergePolicy::Text3);
    QCOMPARE(policyOf("milestone.~place"), MergePolicy::LastWriterWins);
    QVERIFY(isMinorField("milestone.~place"));
    QVERIFY(!isMinorField("milestone.title"));
}

void TestMergeRule::fieldsThisVersionDoesNotKnowHaveAPolicyAllTheSame()
{
    QCOMPARE(policyOf("milestone.of_tomorrow"), MergePolicy::Ask);
    QCOMPARE(policyOf("milestone.~of_tomorrow"), MergePolicy::LastWriterWins);
    QCOMPARE(policyOf("unheard_of.title"), MergePolicy::Ask);
    QCOMPARE(policyOf("unheard_of.~place"), MergePolicy::LastWriterWins);
    QCOMPARE(policyOf("nodot"), MergePolicy::Ask);
}

PLUMBLINE_TEST(TestMergeRule)
} // namespace mergerule_test

#include "tst_mergerule.moc"
