// What sharing promises: copies that were edited apart and exchanged show the same, and nothing is lost
// silently.

#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace sharing_test {

/// How two people come to have the same review.
enum class Start { Import, CopiedFile, CopiedFileOnOneComputer, TwoSamples };

class TestSharing : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void exchangedCopiesAreEqual_data()
    {
        starts();
        QTest::newRow("two samples") << int(Start::TwoSamples);
    }
    void exchangedCopiesAreEqual();
    void theSameFieldChangedOnBothSidesIsOneConflict_data() { starts(); }
    void theSameFieldChangedOnBothSidesIsOneConflict();
    void differentWordsOfOneTextMerge_data() { starts(); }
    void differentWordsOfOneTextMerge();
    void aResolutionSettlesTheOtherSide_data() { starts(); }
    void aResolutionSettlesTheOtherSide();
    void deletedHereAndEditedThereIsAsked_data() { starts(); }
    void deletedHereAndEditedThereIsAsked();
    void anOldCopyMayComeBack();
    void threePeopleInAnyOrder();

private:
    void starts();
    void begin(Start how);
    void exchange(int expectedCode = 0);
    QJsonArray conflicts(const Computer &who) const
    {
        return who.run({u"conflicts"_s, u"r.plumb"_s, u"--json"_s}).array();
    }

    std::unique_ptr<Computer> m_ann;
    std::unique_ptr<Computer> m_bob;
};

void TestSharing::starts()
{
    QTest::addColumn<int>("how");
    QTest::newRow("import") << int(Start::Import);
    QTest::newRow("copied file") << int(Start::CopiedFile);
    QTest::newRow("copied file, one computer") << int(Start::CopiedFileOnOneComputer);
}

/// Ann and Bob each have r.plumb with a milestone that Ann calls "Shared" and a recommendation.
void TestSharing::begin(Start how)
{
    m_ann = std::make_unique<Computer>();
    m_bob = std::make_unique<Computer>();
    if (how == Start::CopiedFileOnOneComputer)
        m_bob->sharesHomeWith(*m_ann);
    if (how == Start::TwoSamples) {
        EXPECT_CODE(0, m_ann->run({u"sample"_s, u"r.plumb"_s}));
        EXPECT_CODE(0, m_bob->run({u"sample"_s, u"r.plumb"_s}));
    } else {
        EXPECT_CODE(0, m_ann->run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
        m_bob->write(u"r.plumb"_s, m_ann->bytes(u"r.plumb"_s));
    }
    EXPECT_CODE(0, m_ann->run({u"whoami"_s, u"r.plumb"_s, u"--set"_s, u"Ann"_s}));
    EXPECT_CODE(
        0,
        m_ann->apply(
            u"r.plumb"_s,
            R"([{"create":"milestone","set":{"key":"M-900","title":"Shared","target":"2020-01-24"}},)"
            R"({"create":"recommendation","set":{"key":"R-900","title":"R","text":"The board should publish a report. It should say what was done."}}])"));
    if (how == Start::Import || how == Start::TwoSamples) {
        EXPECT_CODE(0, m_ann->run({u"export"_s, u"r.plumb"_s, m_bob->path(u"first.plumbx"_s)}));
        EXPECT_CODE(0, m_bob->run({u"import"_s, u"r.plumb"_s, u"first.plumbx"_s}));
    } else {
        m_bob->write(u"r.plumb"_s, m_ann->bytes(u"r.plumb"_s));
    }
    EXPECT_CODE(0, m_bob->run({u"whoami"_s, u"r.plumb"_s, u"--set"_s, u"Bob"_s}));
}

/// Both send, both take in; afterwards both show the same.
void TestSharing::exchange(int expectedCode)
{
    EXPECT_CODE(0, m_ann->run({u"export"_s, u"r.plumb"_s, m_bob->path(u"ann.plumbx"_s)}));
    EXPECT_CODE(0, m_bob->run({u"export"_s, u"r.plumb"_s, m_ann->path(u"bob.plumbx"_s)}));
    EXPECT_CODE(expectedCode, m_ann->run({u"import"_s, u"r.plumb"_s, u"bob.plumbx"_s}));
    EXPECT_CODE(expectedCode, m_bob->run({u"import"_s, u"r.plumb"_s, u"ann.plumbx"_s}));
    const QByteArray dump = m_ann->dump(u"r.plumb"_s);
    QVERIFY(!dump.isEmpty());
    QCOMPARE(m_bob->dump(u"r.plumb"_s), dump);
    QCOMPARE(m_bob->run({u"dump"_s, u"r.plumb"_s, u"--history"_s}).out,
             m_ann->run({u"dump"_s, u"r.plumb"_s, u"--history"_s}).out);
}

void TestSharing::cleanup()
{
    EXPECT_CODE(0, m_ann->run({u"verify"_s, u"r.plumb"_s}));
    EXPECT_CODE(0, m_bob->run({u"verify"_s, u"r.plumb"_s}));
}

void TestSharing::exchangedCopiesAreEqual()
{
    QFETCH(int, how);
    begin(Start(how));
    EXPECT_CODE(0, m_ann->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-03-04"}}}
{"create":"finding","set":{"key":"F-901","title":"By Ann"}}
{"create":"milestone","as":"gone","set":{"title":"Not for long"}}
{"delete":"gone"})"));
    EXPECT_CODE(0, m_bob->apply(u"r.plumb"_s, R"({"set":{"M-900":{"title":"Named by Bob"}}}
{"create":"finding","set":{"key":"F-902","title":"By Bob"}})"));
    EXPECT_CODE(0, m_bob->run({u"undo"_s, u"r.plumb"_s}));
    EXPECT_CODE(0, m_bob->run({u"redo"_s, u"r.plumb"_s}));
    exchange();
    const QJsonObject milestone = m_bob->record(u"r.plumb"_s, u"milestone"_s, u"M-900"_s);
    QCOMPARE(milestone[u"title"_s].toString(), u"Named by Bob"_s);
    QCOMPARE(milestone[u"target"_s].toString(), u"2020-03-04"_s);
    QCOMPARE(m_ann->record(u"r.plumb"_s, u"finding"_s, u"F-902"_s)[u"title"_s].toString(), u"By Bob"_s);
    QVERIFY(conflicts(*m_ann).isEmpty() && conflicts(*m_bob).isEmpty());
    exchange(); // Once more changes nothing.
}

void TestSharing::theSameFieldChangedOnBothSidesIsOneConflict()
{
    QFETCH(int, how);
    begin(Start(how));
    EXPECT_CODE(0, m_ann->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-03-04"}}})"));
    EXPECT_CODE(0, m_bob->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-05-06"}}})"));
    exchange(1);
    for (const Computer *who : {m_ann.get(), m_bob.get()}) {
        const QJsonArray open = conflicts(*who);
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.at(0)[u"conflict"_s].toString(), u"M-900.target"_s);
        const QJsonArray values = open.at(0)[u"values"_s].toArray();
        QCOMPARE(values.size(), 2);
        QCOMPARE(recordsWith(values, u"by"_s, u"Ann"_s).value(0)[u"value"_s].toString(), u"2020-03-04"_s);
        QCOMPARE(recordsWith(values, u"by"_s, u"Bob"_s).value(0)[u"value"_s].toString(), u"2020-05-06"_s);
    }
    // The same value on both sides is no conflict.
    begin(Start(how));
    EXPECT_CODE(0, m_ann->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-03-04"}}})"));
    EXPECT_CODE(0, m_bob->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-03-04"}}})"));
    exchange(0);
}

void TestSharing::differentWordsOfOneTextMerge()
{
    QFETCH(int, how);
    begin(Start(how));
    EXPECT_CODE(
        0,
        m_ann->apply(
            u"r.plumb"_s,
            R"({"set":{"R-900":{"text":"The board should publish a yearly report. It should say what was done."}}})"));
    EXPECT_CODE(
        0,
        m_bob->apply(
            u"r.plumb"_s,
            R"({"set":{"R-900":{"text":"The board should publish a report. It should say what was done and what was not."}}})"));
    exchange(0);
    QCOMPARE(m_ann->record(u"r.plumb"_s, u"recommendation"_s, u"R-900"_s)[u"text"_s].toString(),
             u"The board should publish a yearly report. It should say what was done and what was not."_s);
    // The same sentence on both sides is asked.
    EXPECT_CODE(
        0, m_ann->apply(u"r.plumb"_s, R"({"set":{"R-900":{"text":"The board must publish a report."}}})"));
    EXPECT_CODE(
        0, m_bob->apply(u"r.plumb"_s, R"({"set":{"R-900":{"text":"The board may publish a report."}}})"));
    exchange(1);
    QCOMPARE(conflicts(*m_bob).size(), 1);
}

void TestSharing::aResolutionSettlesTheOtherSide()
{
    QFETCH(int, how);
    begin(Start(how));
    EXPECT_CODE(0, m_ann->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-03-04"}}})"));
    EXPECT_CODE(0, m_bob->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-05-06"}}})"));
    exchange(1);
    EXPECT_CODE(0, m_ann->run({u"resolve"_s, u"r.plumb"_s, u"M-900.target"_s, u"--take"_s, u"2"_s}));
    exchange(0);
    QVERIFY(conflicts(*m_ann).isEmpty() && conflicts(*m_bob).isEmpty());
    EXPECT_CODE(0, m_bob->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-07-08"}}})"));
    exchange(0);
    QCOMPARE(m_ann->record(u"r.plumb"_s, u"milestone"_s, u"M-900"_s)[u"target"_s].toString(),
             u"2020-07-08"_s);
}

void TestSharing::deletedHereAndEditedThereIsAsked()
{
    QFETCH(int, how);
    begin(Start(how));
    EXPECT_CODE(0, m_ann->apply(u"r.plumb"_s, R"({"delete":"M-900"})"));
    EXPECT_CODE(0, m_bob->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-05-06"}}})"));
    exchange(1);
    QCOMPARE(conflicts(*m_ann).at(0)[u"conflict"_s].toString(), u"M-900.life"_s);
    QCOMPARE(m_ann->record(u"r.plumb"_s, u"milestone"_s, u"M-900"_s)[u"target"_s].toString(),
             u"2020-05-06"_s);
    EXPECT_CODE(0, m_bob->run({u"resolve"_s, u"r.plumb"_s, u"M-900.life"_s, u"--take"_s, u"2"_s}));
    exchange(0);
    QVERIFY(conflicts(*m_ann).isEmpty() && conflicts(*m_bob).isEmpty());
}

void TestSharing::anOldCopyMayComeBack()
{
    // A backup is put back and worked on: what was done after it was made returns with the next bundle.
    begin(Start::CopiedFile);
    m_ann->copy(u"r.plumb"_s, u"backup.plumb"_s);
    EXPECT_CODE(0, m_ann->apply(u"r.plumb"_s, R"({"set":{"M-900":{"title":"After the backup"}}})"));
    exchange(0);
    m_ann->copy(u"backup.plumb"_s, u"r.plumb"_s);
    EXPECT_CODE(0, m_ann->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2021-01-01"}}})"));
    exchange(0);
    const QJsonObject milestone = m_ann->record(u"r.plumb"_s, u"milestone"_s, u"M-900"_s);
    QCOMPARE(milestone[u"title"_s].toString(), u"After the backup"_s);
    QCOMPARE(milestone[u"target"_s].toString(), u"2021-01-01"_s);
}

void TestSharing::threePeopleInAnyOrder()
{
    begin(Start::CopiedFile);
    Computer eva;
    eva.write(u"r.plumb"_s, m_ann->bytes(u"r.plumb"_s));
    EXPECT_CODE(0, m_ann->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-01-01"}}})"));
    EXPECT_CODE(0, m_bob->apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-02-02"}}})"));
    EXPECT_CODE(0, eva.apply(u"r.plumb"_s, R"({"set":{"M-900":{"target":"2020-03-03"}}})"));
    const QList<const Computer *> people{m_ann.get(), m_bob.get(), &eva};
    const QStringList names{u"ann.plumbx"_s, u"bob.plumbx"_s, u"eva.plumbx"_s};
    for (int from = 0; from < 3; ++from) {
        EXPECT_CODE(0, people.at(from)->run({u"export"_s, u"r.plumb"_s, names.at(from)}));
        for (int to = 0; to < 3; ++to)
            people.at(to)->write(names.at(from), people.at(from)->bytes(names.at(from)));
    }
    const QList<QStringList> orders{
        {names[2], names[1]}, {names[0], names[2], names[0]}, {names[1], names[0], names[1]}};
    for (int who = 0; who < 3; ++who)
        EXPECT_CODE(1, people.at(who)->run(QStringList{u"import"_s, u"r.plumb"_s} + orders.at(who)));
    for (const Computer *who : people) {
        QCOMPARE(who->dump(u"r.plumb"_s), m_ann->dump(u"r.plumb"_s));
        QCOMPARE(conflicts(*who).at(0)[u"values"_s].toArray().size(), 3);
    }
}

PLUMBLINE_TEST(TestSharing)
} // namespace sharing_test

#include "tst_sharing.moc"
