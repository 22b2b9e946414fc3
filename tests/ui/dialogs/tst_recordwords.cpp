#include "core/domain/milestone.h"
#include "core/domain/recommendation.h"
#include "core/edits/plan.h"
#include "tests/testprogram.h"
#include "tests/ui/dialogs/samplesession.h"
#include "ui/dialogs/changewords.h"
#include "ui/dialogs/recordwords.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace recordwords_test {

class TestRecordWords : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreSaidToPeople();
    void everyFieldOfEveryRecordHasWords();
    void aMoveSaysBeforeAfterAndReason();
    void aNameIsEscapedInASentence();
    void undoIsSaidAsUndo();
    void daysAreShortWhenTheyAreNear();
};

void TestRecordWords::valuesAreSaidToPeople()
{
    SampleSession session;
    const Review &review = session->review();
    const auto words = [&](Kind kind, const char *field, const Value &value) {
        return valueWords(review, *describe(kind).field(field), value, QDate(2019, 11, 8));
    };
    QCOMPARE(words(Kind::Milestone, "target", Value(u"2019-12-02"_s)), u"2 Dec"_s);
    QCOMPARE(words(Kind::Milestone, "target", Value(u"2020-01"_s)), u"Jan 2020"_s);
    QCOMPARE(words(Kind::Milestone, "type", Value(u"freeze"_s)), u"Draft frozen"_s);
    QCOMPARE(words(Kind::Milestone, "subteam", idValue(session.record("S7").uuid)), u"S7 DNS SSR (workstream)"_s);
    QCOMPARE(words(Kind::Recommendation, "priority", Value(Value::Array{Value(u"high"_s), Value(u"it blocks"_s)})),
             u"High · it blocks"_s);
    QCOMPARE(words(Kind::Milestone, "target", Value()), QString());
}

void TestRecordWords::everyFieldOfEveryRecordHasWords()
{
    SampleSession session;
    for (const Kind kind : allKinds()) {
        QVERIFY2(!kindIcon(kind).isEmpty(), describe(kind).name);
        for (const Record *record : session->review().list(kind)) {
            for (const Field &field : describe(kind).fields) {
                const Value value = field.get(*record);
                if (!value.isNull() && field.type == FieldType::Reference)
                    QVERIFY(!valueWords(session->review(), field, value).contains(u'{'));
            }
        }
    }
}

void TestRecordWords::aMoveSaysBeforeAfterAndReason()
{
    SampleSession session;
    QVERIFY(session->setMe(session.record("P-018")));
    const MilestoneId milestone(session.record("M-S7-05").uuid);
    QVERIFY(session->commit(reschedule(session->context(), milestone, {}, PartialDate::day({2020, 1, 20}), u"late data"_s)));
    const Action action = actionsOf(session->recent(40)).first();
    const QString sentence = actionSentence(session->review(), action, session->me(), session->clock().today());
    QVERIFY2(sentence.startsWith(u"You moved "_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"15 Jan 2020 → 20 Jan 2020"_s), qPrintable(sentence));
    QCOMPARE(actionDetail(session->review(), action, session->clock().today()), u"“late data”"_s);
    QCOMPARE(actionRecord(action), RecordId(milestone.uuid));
}

void TestRecordWords::aNameIsEscapedInASentence()
{
    SampleSession session;
    QVERIFY(session->commit(addMilestone(session->context(), {}, u"<b>Bold & sly</b>"_s, {})));
    const QString sentence = actionSentence(session->review(), actionsOf(session->recent(20)).first(), {}, {});
    QVERIFY2(sentence.contains(u"&lt;b&gt;Bold &amp; sly&lt;/b&gt;"_s), qPrintable(sentence));
    QVERIFY(sentence.startsWith(u"Somebody added "_s));
}

void TestRecordWords::undoIsSaidAsUndo()
{
    SampleSession session;
    QVERIFY(session->commit(reschedule(session->context(), MilestoneId(session.record("M-S7-05").uuid), {},
                                       PartialDate::day({2020, 1, 20}), {})));
    QVERIFY(session->undo());
    const QString sentence = actionSentence(session->review(), actionsOf(session->recent(20)).first(), {}, {});
    QVERIFY2(sentence.contains(u"undid"_s), qPrintable(sentence));
}

void TestRecordWords::daysAreShortWhenTheyAreNear()
{
    const QDateTime now(QDate(2019, 11, 8), QTime(13, 2), Qt::UTC);
    QCOMPARE(whenWords(now.addSecs(-3600), now), u"12:02"_s);
    QCOMPARE(whenWords(now.addDays(-1), now), u"Yesterday"_s);
    QCOMPARE(whenWords(now.addDays(-8), now), u"31 Oct"_s);
    QCOMPARE(whenWords(now.addYears(-1), now), u"8 Nov 2018"_s);
    QCOMPARE(longWhenWords(now, now), u"Today 13:02"_s);
}

PLUMBLINE_TEST(TestRecordWords)
} // namespace recordwords_test

#include "tst_recordwords.moc"
