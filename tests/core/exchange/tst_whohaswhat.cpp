#include "core/exchange/whohaswhat.h"

#include "core/exchange/sharing.h"
#include "core/session/create.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace whohaswhat_test {

class TestWhoHasWhat : public QObject
{
    Q_OBJECT

private slots:
    void changesAreCountedPerStream();
    void everybodyButMeHasARow();
    void aBundleTellsWhatItsSenderLacks();
    void whatWasSentToSomebodyUnheardOfIsHers();
};

static StreamTip tip(char stream, quint64 seq)
{
    return {QByteArray(16, stream), seq, QByteArray(16, char(seq))};
}

void TestWhoHasWhat::changesAreCountedPerStream()
{
    const QList<StreamTip> ours{tip('a', 10), tip('b', 5)};
    QCOMPARE(changesBeyond(ours, {}), 15);
    QCOMPARE(changesBeyond(ours, ours), 0);
    QCOMPARE(changesBeyond(ours, {tip('a', 7), tip('c', 9)}), 8);
    // What others have more than we is nothing they lack.
    QCOMPARE(changesBeyond(ours, {tip('a', 12), tip('b', 5)}), 0);
    // A stream told of twice, as by two files of one person, counts as far as any of them has it.
    QCOMPARE(changesBeyond(ours, {tip('a', 4), tip('a', 9), tip('b', 5)}), 1);
}

/// A copy of the example with somebody at the keyboard.
struct Copy {
    explicit Copy(const char *key)
    {
        const QString path = folder.filePath(u"review.plumb"_s);
        if (!putSample(path))
            qFatal("The example cannot be copied.");
        SessionOptions options;
        options.clock = &clock;
        options.registry = StreamRegistry::inMemory();
        auto opened = Session::open(path, options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        session = std::move(*opened);
        const Status known = session->setMe(record(key));
        Q_UNUSED(known);
    }
    RecordId record(const char *key) const { return *session->review().byKey(QString::fromLatin1(key)); }
    QList<SharingState> states() const
    {
        return whoHasWhat(session->store(), session->me(), session->clock().today());
    }
    /// The row of a person; the first of several.
    SharingState of(const char *key) const
    {
        for (const SharingState &state : states()) {
            if (state.person == record(key))
                return state;
        }
        return {};
    }
    void retitle(const QString &title) const
    {
        ChangeSet changes(session->review(), Cause::Edit);
        changes.set(Kind::Recommendation, record("R-S5-01"), "title", Value(title));
        QVERIFY(session->commit(changes));
    }

    QTemporaryDir folder;
    FixedClock clock{QDateTime(QDate(2019, 11, 8), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<Session> session;
};

void TestWhoHasWhat::everybodyButMeHasARow()
{
    const Copy chair("P-018");
    const QList<SharingState> states = chair.states();
    QVERIFY(states.size() > 3);
    QSet<RecordId> seen;
    for (const SharingState &state : states) {
        QVERIFY(state.person != chair.session->me());
        QVERIFY(!seen.contains(state.person));
        QVERIFY(!state.heard && !state.lastIn.isValid() && !state.lastOut.isValid());
        QVERIFY(!state.name.isEmpty());
        seen += state.person;
    }
    QVERIFY(seen.contains(chair.record("P-019")));
}

void TestWhoHasWhat::aBundleTellsWhatItsSenderLacks()
{
    const Copy chair("P-018");
    const Copy lead("P-019");
    lead.retitle(u"By the lead"_s);
    const QString bundle = lead.folder.filePath(u"lead.plumbx"_s);
    QVERIFY(exportBundle(*lead.session, bundle));
    chair.retitle(u"By the chair"_s);
    chair.retitle(u"By the chair again"_s);
    QVERIFY(importBundles(*chair.session, {bundle}));
    const SharingState state = chair.of("P-019");
    QVERIFY(state.heard);
    QVERIFY(state.lastIn.isValid());
    QCOMPARE(state.file, lead.session->store().fileId());
    QCOMPARE(state.oursLacking, 2);
    QVERIFY(state.theirsLacking.isEmpty());
}

void TestWhoHasWhat::whatWasSentToSomebodyUnheardOfIsHers()
{
    const Copy chair("P-018");
    const Copy lead("P-019");
    ExportOptions options;
    options.receiver = chair.record("P-019");
    QVERIFY(exportBundle(*chair.session, chair.folder.filePath(u"chair.plumbx"_s), options));
    QVERIFY(chair.of("P-019").lastOut.isValid());
    QVERIFY(!chair.of("P-019").heard);
    const qsizetype rows = chair.states().size();
    lead.retitle(u"By the lead"_s);
    const QString bundle = lead.folder.filePath(u"lead.plumbx"_s);
    QVERIFY(exportBundle(*lead.session, bundle));
    QVERIFY(importBundles(*chair.session, {bundle}));
    QCOMPARE(chair.states().size(), rows); // Still one row: the file that was heard of is hers.
    QVERIFY(chair.of("P-019").lastOut.isValid());
    QVERIFY(chair.of("P-019").heard);
}

PLUMBLINE_TEST(TestWhoHasWhat)
} // namespace whohaswhat_test

#include "tst_whohaswhat.moc"
