// Links, presentations with their feedback, and notes in the margin.

#include "core/domain/linkstate.h"
#include "core/edits/findings.h"
#include "core/edits/linking.h"
#include "core/edits/notes.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace trace_test {

class TestTrace : public QObject
{
    Q_OBJECT

private slots:
    void aLinkIsConfirmedWhenItIsMade();
    void aSuspectLinkIsConfirmedAgain();
    void twoWhoLinkApartMakeOneLink();
    void linksWithoutSenseAreRefused_data();
    void linksWithoutSenseAreRefused();
    void findingsArePresentedWithTheirMethodology();
    void feedbackIsNotedAndAnswered();
    void onlyWhatTheTeamStandsByIsPresented();
    void aSourceIsCitedByPage();
    void notesHaveRepliesAndAreSettled();
    void aNoteStandsOnWordsThatAreThere();
};

static void prepare(Desk &desk)
{
    desk.apply(R"({"create":"datasource","as":"ds","set":{"title":"Zone file study"}})");
    desk.apply(R"({"create":"meeting","as":"mt","set":{"title":"Plenary 1","held":"2019-03-02"}})");
    desk.apply(
        R"({"create":"finding","as":"f","set":{"title":"Refusals","statement":"19 of 40 were refused.","methodology":"Counted."}})");
    desk.apply(
        R"({"create":"recommendation","as":"r","set":{"title":"Answer","text":"Answer within five days."}})");
    desk.apply(R"({"create":"recommendation","as":"r2","set":{"title":"Report"}})");
    desk.apply(
        R"({"do":"relate","args":{"from":"ds","type":"supports","to":"f","passage":"Nineteen were refused.","page":"12"}})");
}

static const Link &onlyLink(const Desk &desk)
{
    return *desk.review().all<Link>().front();
}

void TestTrace::aLinkIsConfirmedWhenItIsMade()
{
    Desk desk;
    prepare(desk);
    QCOMPARE(linkState(desk.review(), onlyLink(desk)), LinkState::Confirmed);
    QCOMPARE(onlyLink(desk).passage, u"Nineteen were refused."_s);
    QCOMPARE(onlyLink(desk).page, u"12"_s);
    desk.apply(R"({"do":"unrelate","args":{"from":"ds","type":"supports","to":"f"}})");
    QCOMPARE(desk.review().count(Kind::Link), 0);
    QCOMPARE(desk.refusal(R"({"do":"unrelate","args":{"from":"ds","type":"supports","to":"f"}})").code,
             ErrorCode::NotFound);
    desk.apply(R"({"set":{"f":{"statement":"20 of 40 were refused."}}})");
    desk.apply(R"({"do":"relate","args":{"from":"ds","type":"supports","to":"f"}})"); // It comes back, on
                                                                                      // what is said now.
    QCOMPARE(linkState(desk.review(), onlyLink(desk)), LinkState::Confirmed);
}

void TestTrace::aSuspectLinkIsConfirmedAgain()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"set":{"f":{"statement":"20 of 40 were refused."}}})");
    QCOMPARE(linkState(desk.review(), onlyLink(desk)), LinkState::Suspect);
    desk.apply(R"({"do":"confirm","args":{"from":"ds","type":"supports","to":"f"}})");
    QCOMPARE(linkState(desk.review(), onlyLink(desk)), LinkState::Confirmed);
    must(desk.session->undo());
    QCOMPARE(linkState(desk.review(), onlyLink(desk)), LinkState::Suspect);
    desk.reopen();
    QCOMPARE(linkState(desk.review(), onlyLink(desk)), LinkState::Suspect);
}

void TestTrace::twoWhoLinkApartMakeOneLink()
{
    Desk ada;
    prepare(ada);
    Desk ben(ada, "Ben");
    const QByteArray key = ada.review().find(ada.script.named(u"f"_s))->key.toUtf8();
    const QByteArray line =
        R"({"do":"relate","args":{"from":")" + key + R"(","type":"leadsto","to":"R-001"}})";
    ada.apply(line);
    ben.apply(line);
    ada.takeFrom(ben);
    ben.takeFrom(ada);
    QCOMPARE(ada.review().count(Kind::Link), 2);
    QCOMPARE(ada.dump(), ben.dump());
    QVERIFY(ada.review().conflicts().isEmpty());
}

void TestTrace::linksWithoutSenseAreRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("itself") << QByteArray(
        R"({"do":"relate","args":{"from":"r","type":"dependson","to":"r"}})");
    QTest::newRow("kinds that have none")
        << QByteArray(R"({"do":"relate","args":{"from":"mt","type":"supports","to":"r"}})");
    QTest::newRow("the other way round")
        << QByteArray(R"({"do":"relate","args":{"from":"f","type":"supports","to":"ds"}})");
    QTest::newRow("said already") << QByteArray(
        R"({"do":"relate","args":{"from":"ds","type":"supports","to":"f"}})");
    QTest::newRow("a circle") << QByteArray(
        R"({"do":"relate","args":{"from":"r2","type":"dependson","to":"r"}})");
    QTest::newRow("no such type") << QByteArray(
        R"({"do":"relate","args":{"from":"f","type":"proves","to":"r"}})");
}

void TestTrace::linksWithoutSenseAreRefused()
{
    QFETCH(QByteArray, line);
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"relate","args":{"from":"r","type":"dependson","to":"r2"}})");
    QVERIFY(!desk.refusal(line).sentence.isEmpty());
}

void TestTrace::findingsArePresentedWithTheirMethodology()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"present","args":{"findings":"f","meeting":"mt"}})");
    const Presentation *shown = desk.review().all<Presentation>().front();
    QCOMPARE(shown->methodology, u"Counted."_s);
    const Finding *finding = desk.review().find(FindingId(desk.script.named(u"f"_s).uuid));
    QVERIFY(finding->state.is(FindingState::Presented));
    QCOMPARE(RecordId(finding->presented.uuid), desk.script.named(u"mt"_s));
    const auto link = [&]() -> const Link & {
        for (const Link *one : desk.review().all<Link>()) {
            if (one->type.is(LinkType::Concerns))
                return *one;
        }
        qFatal("no link");
    };
    QCOMPARE(linkState(desk.review(), link()), LinkState::Confirmed);
    desk.apply(R"({"set":{"f":{"cause":"No rule asks for reasons."}}})");
    QCOMPARE(linkState(desk.review(), link()), LinkState::Suspect);
    desk.apply(R"({"create":"finding","as":"bare","set":{"title":"Bare"}})");
    QVERIFY(
        desk.refusal(R"({"do":"present","args":{"findings":"bare"}})").sentence.contains(u"methodology"_s));
    QCOMPARE(desk.refusal(R"({"do":"present","args":{"findings":";"}})").code, ErrorCode::BadInput);
}

void TestTrace::aSourceIsCitedByPage()
{
    Desk desk;
    desk.apply(R"({"create":"datasource","as":"d","set":{"title":"D"}})");
    desk.apply(R"({"create":"finding","as":"f","set":{"title":"F"}})");
    QCOMPARE(desk.refusal(R"({"do":"cite","args":{"from":"d","to":"f","page":"1"}})").code, ErrorCode::NotFound);
    desk.apply(R"({"do":"relate","args":{"from":"d","type":"supports","to":"f"}})");
    desk.apply(R"({"do":"cite","args":{"from":"d","to":"f","page":" 12 ","passage":"19 of 40."}})");
    const auto link = [&] { return desk.review().all<Link>().front(); };
    QCOMPARE(link()->page, u"12"_s);
    QCOMPARE(link()->passage, u"19 of 40."_s);
    desk.apply(R"({"do":"cite","args":{"from":"d","to":"f"}})");
    QVERIFY(link()->page.isEmpty() && link()->passage.isEmpty());
    must(desk.session->undo());
    QCOMPARE(link()->page, u"12"_s);
}

void TestTrace::onlyWhatTheTeamStandsByIsPresented()
{
    Desk desk;
    desk.apply(R"({"create":"finding","as":"f","set":{"title":"F","methodology":"Counted."}})");
    desk.apply(R"({"create":"finding","as":"g","set":{"title":"G","methodology":"Counted.","state":"dropped"}})");
    QCOMPARE(desk.refusal(R"({"do":"present","args":{"findings":"f;g"}})").code, ErrorCode::Refused);
    desk.apply(R"({"do":"present","args":{"findings":"f;f"}})"); // Named twice, presented once.
    const Presentation *shown = desk.review().all<Presentation>().front();
    QCOMPARE(shown->title, u"F"_s);
    QCOMPARE(desk.review().count(Kind::Link), 1);
    desk.apply(R"({"create":"finding","as":"h","set":{"title":"H"}})");
    const QByteArray line = R"({"do":"feedback","args":{"presentation":")" + shown->key.toUtf8() +
                            R"(","finding":"h","text":"Why?"}})";
    QCOMPARE(desk.refusal(line).code, ErrorCode::Refused);
}

void TestTrace::feedbackIsNotedAndAnswered()
{
    Desk desk;
    prepare(desk);
    desk.apply(R"({"do":"present","args":{"findings":"f"}})");
    desk.apply(
        R"({"do":"feedback","args":{"presentation":"PN-001","finding":"f","text":"Which registries?"}})");
    const auto point = [&] { return desk.review().all<FeedbackPoint>().front(); };
    QVERIFY(point()->outcome.isNone());
    QCOMPARE(
        desk.refusal(
                R"({"do":"answerfeedback","args":{"point":"FP-001","outcome":"incorporated","how":" "}})")
            .code,
        ErrorCode::BadInput);
    desk.apply(
        R"({"do":"answerfeedback","args":{"point":"FP-001","outcome":"notincorporated","how":"The names are confidential."}})");
    QVERIFY(point()->outcome.is(FeedbackOutcome::NotIncorporated));
    QCOMPARE(point()->how, u"The names are confidential."_s);
}

void TestTrace::notesHaveRepliesAndAreSettled()
{
    Desk desk;
    prepare(desk);
    desk.apply(
        R"({"do":"note","args":{"on":"f","field":"statement","passage":"19 of 40","text":"In which year?"}})");
    desk.apply(R"({"do":"note","args":{"on":"N-001","text":"In 2017."}})");
    const NoteId first(desk.byKey(u"N-001"_s).uuid);
    QCOMPARE(repliesTo(desk.review(), first).size(), size_t(1));
    QCOMPARE(RecordId(desk.review().find(first)->author.uuid), desk.session->me());
    desk.apply(R"({"do":"settlenote","args":{"note":"N-001","resolution":"The year is named."}})");
    QVERIFY(desk.review().find(first)->state.is(NoteState::Resolved));
    desk.apply(R"({"do":"reopennote","args":{"note":"N-001"}})");
    QVERIFY(desk.review().find(first)->state.is(NoteState::Open));
}

void TestTrace::aNoteStandsOnWordsThatAreThere()
{
    Desk desk;
    prepare(desk);
    QCOMPARE(desk.refusal(R"({"do":"note","args":{"on":"f","passage":"21 of 40","text":"?"}})").code,
             ErrorCode::BadInput);
    QCOMPARE(desk.refusal(R"({"do":"note","args":{"on":"f","field":"colour","text":"?"}})").code,
             ErrorCode::BadInput);
    QCOMPARE(desk.refusal(R"({"do":"note","args":{"on":"f","text":"  "}})").code, ErrorCode::BadInput);
    desk.apply(
        R"({"do":"note","args":{"on":"f","passage":"Counted","text":"By whom?"}})"); // In whichever field.
}

PLUMBLINE_TEST(TestTrace)
} // namespace trace_test

#include "tst_trace.moc"
