#include "core/edits/history.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace history_test {

class TestEditHistory : public QObject
{
    Q_OBJECT

private slots:
    void givesAFormerValueAgain();
    void theValueShownNowChangesNothing();
    void scriptsNameTheChangeOrTheValue();
    void scriptsThatNameAnotherChangeAreRefused();
    void whatIsNotThereIsRefused();
};

/// A milestone whose title was changed twice.
struct Retitled {
    Desk desk;
    RecordId id;
    Retitled()
    {
        desk.apply(R"({"create":"milestone","set":{"title":"one","progress":10}})");
        desk.apply(R"({"set":{"M-001":{"title":"two","progress":20}}})");
        desk.apply(R"({"set":{"M-001":{"title":"three"}}})");
        id = desk.byKey(u"M-001"_s);
    }
};

void TestEditHistory::givesAFormerValueAgain()
{
    Retitled it;
    must(it.desk.session->commit(restoreValue(it.desk.session->context(), it.id, "title", Value(u"one"_s))));
    QCOMPARE(it.desk.milestone(u"M-001"_s).title, u"one"_s);
    const HistoryEntry entry = it.desk.session->history(it.id, "title").first();
    QCOMPARE(entry.cause, Cause::Restore);
    QCOMPARE(entry.before, Value(u"three"_s));
    must(it.desk.session->undo());
    QCOMPARE(it.desk.milestone(u"M-001"_s).title, u"three"_s);
}

void TestEditHistory::theValueShownNowChangesNothing()
{
    Retitled it;
    QVERIFY(must(restoreValue(it.desk.session->context(), it.id, "title", Value(u"three"_s))).isEmpty());
}

void TestEditHistory::scriptsNameTheChangeOrTheValue()
{
    Retitled it;
    const HistoryEntry first = it.desk.session->history(it.id, "title").last();
    QCOMPARE(first.after, Value(u"one"_s));
    it.desk.apply(R"({"do":"restorevalue","args":{"record":"M-001","field":"title","change":")" +
                  QByteArray::number(first.number) + R"("}})");
    QCOMPARE(it.desk.milestone(u"M-001"_s).title, u"one"_s);
    it.desk.apply(R"({"do":"restorevalue","args":{"record":"M-001","field":"progress","value":"10"}})");
    QCOMPARE(it.desk.milestone(u"M-001"_s).progress, std::optional<qint64>(10));
    it.desk.apply(R"({"do":"restorevalue","args":{"record":"M-001","field":"progress"}})");
    QVERIFY(!it.desk.milestone(u"M-001"_s).progress);
}

void TestEditHistory::scriptsThatNameAnotherChangeAreRefused()
{
    Retitled it;
    const QByteArray progress = QByteArray::number(it.desk.session->history(it.id, "progress").first().number);
    for (const QByteArray &number : {progress, QByteArray("999999"), QByteArray("x")}) {
        const Error error = it.desk.refusal(
            R"({"do":"restorevalue","args":{"record":"M-001","field":"title","change":")" + number + R"("}})");
        QCOMPARE(error.code, ErrorCode::NotFound);
    }
}

void TestEditHistory::whatIsNotThereIsRefused()
{
    Retitled it;
    const auto code = [&](RecordId id, const QByteArray &field, const Value &value) {
        return restoreValue(it.desk.session->context(), id, field, value).error().code;
    };
    QCOMPARE(code(RecordId(QUuid::createUuid()), "title", {}), ErrorCode::NotFound);
    QCOMPARE(code(it.id, "nonsense", {}), ErrorCode::NotFound);
    QCOMPARE(code(it.id, "target", Value(u"next week"_s)), ErrorCode::BadInput);
    it.desk.apply(R"({"delete":"M-001"})");
    QCOMPARE(code(it.id, "title", Value(u"one"_s)), ErrorCode::Refused);
}

PLUMBLINE_TEST(TestEditHistory)
} // namespace history_test

#include "tst_history.moc"
