#include "core/domain/linkstate.h"
#include "core/domain/note.h"
#include "tests/core/checks/completereview.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace tracechecks_test {

class TestTraceChecks : public QObject
{
    Q_OBJECT

private slots:
    void aLinkIsSuspectWhenAnEndChanged();
    void linksNobodyConfirmedAreNotSuspect();
    void whatNobodyWorksOnAnyMoreIsLeftAlone();
    void anOpenNoteIsPointedOut();
};

static void confirm(CompleteReview &test, LinkId id)
{
    test.change(id, [&](Link &changed) {
        changed.confirmed = linkFingerprint(test.review, changed.from, changed.to);
    });
}

void TestTraceChecks::aLinkIsSuspectWhenAnEndChanged()
{
    CompleteReview test;
    const CompleteReview::Team &team = test.teams.first();
    const LinkId link = team.leadsTo.first();
    confirm(test, link);
    QCOMPARE(faultyIn(test, "link.suspect"), nothing);
    test.change(team.finding, [](Finding &changed) { changed.statement = u"20 of 40 failed."_s; });
    // Whoever holds the other end must look.
    QCOMPARE(faultyIn(test, "link.suspect"), only(team.recommendations.first()));
    QCOMPARE(changedEnds(test.review, *test.review.find(link)), only(team.finding));
    test.change(team.finding, [](Finding &changed) { changed.statement = u"19 of 40 failed."_s; });
    QCOMPARE(faultyIn(test, "link.suspect"), nothing);
    test.change(team.recommendations.first(),
                [](Recommendation &changed) { changed.addressee = u"The Board"_s; });
    QCOMPARE(faultyIn(test, "link.suspect"), only(team.finding));
    confirm(test, link);
    QCOMPARE(faultyIn(test, "link.suspect"), nothing);
}

void TestTraceChecks::linksNobodyConfirmedAreNotSuspect()
{
    CompleteReview test;
    const CompleteReview::Team &team = test.teams.first();
    test.change(team.finding, [](Finding &changed) { changed.statement = u"20 of 40 failed."_s; });
    QCOMPARE(faultyIn(test, "link.suspect"), nothing);
    QCOMPARE(linkState(test.review, *test.review.find(team.leadsTo.first())), LinkState::Unconfirmed);
    // Nor those whose end is not in this copy.
    confirm(test, team.leadsTo.first());
    test.change(team.leadsTo.first(), [](Link &changed) { changed.from = RecordId(QUuid::createUuid()); });
    QCOMPARE(faultyIn(test, "link.suspect"), nothing);
}

void TestTraceChecks::whatNobodyWorksOnAnyMoreIsLeftAlone()
{
    CompleteReview test;
    const CompleteReview::Team &team = test.teams.first();
    confirm(test, team.leadsTo.first());
    test.change(team.finding, [](Finding &changed) { changed.statement = u"20 of 40 failed."_s; });
    for (const RecommendationState state : {RecommendationState::Final, RecommendationState::Withdrawn}) {
        test.change(team.recommendations.first(), [&](Recommendation &changed) { changed.state = state; });
        QCOMPARE(faultyIn(test, "link.suspect"), nothing);
    }
}

void TestTraceChecks::anOpenNoteIsPointedOut()
{
    CompleteReview test;
    Note note;
    note.on = RecordId(test.teams.first().finding.uuid);
    note.text = u"Which registries?"_s;
    const NoteId open = test.add(note);
    note.on = RecordId(open.uuid); // A reply is no question of its own.
    test.add(note);
    QCOMPARE(faultyIn(test, "note.open"), only(open));
    test.change(open, [](Note &changed) { changed.state = NoteState::Resolved; });
    QCOMPARE(faultyIn(test, "note.open"), nothing);
    test.change(open, [](Note &changed) { changed.state = {}; });
    test.remove(test.teams.first().finding);
    QCOMPARE(faultyIn(test, "note.open"), nothing);
}

PLUMBLINE_TEST(TestTraceChecks)
} // namespace tracechecks_test

#include "tst_tracechecks.moc"
