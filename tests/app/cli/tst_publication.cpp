#include "tests/app/cli/clirunner.h"
#include "tests/testprogram.h"

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace publication_test {

/// What goes to readers outside the team, and what is kept among a closed group, as the command line has it.
class TestPublication : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void holdsWhatMayBePublishedOnly();
    void textThatIsNotPublishedStopsIt();
    void theSameTextIsReleasedWhenAsked();
    void showAndDumpReadIt();
    void importRefusesIt();
    void showAndDumpSayWhomARecordBelongsTo();
    void optionsOfBundlesDoNotGoWithIt();
    void aBaselineIsPublishedAsItWas();
    void neverOntoAReview();

private:
    Ran publish(const QStringList &more = {}) const
    {
        return m_computer->run(QStringList{u"export"_s, u"r.plumb"_s, u"p.plumbx"_s, u"--publication"_s} + more);
    }
    void apply(const QByteArray &lines) const
    {
        EXPECT_CODE(0, m_computer->run({u"apply"_s, u"r.plumb"_s}, lines));
    }

    std::unique_ptr<Computer> m_computer;
};

static const QByteArray secret = "An operator told us under the agreement that its keys were copied.";

void TestPublication::init()
{
    m_computer = std::make_unique<Computer>();
    EXPECT_CODE(0, m_computer->run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s}));
    apply(R"({"do":"formgroup","args":{"name":"Signers"}})"
          "\n"
          R"({"create":"person","set":{"name":"Eva Ruiz","email":"eva@example.org"}})"
          "\n"
          R"({"create":"finding","as":"open","set":{"title":"Keys are stored badly"}})"
          "\n"
          R"({"create":"finding","as":"closed","audience":"G1","set":{"title":"Interview","statement":")" +
          secret + R"("}})"
          "\n"
          R"({"create":"link","set":{"type":"supports","from":"closed","to":"open"}})"
          "\n"
          R"({"create":"note","set":{"on":"open","text":"Between you and me"}})"
          "\n");
}

void TestPublication::holdsWhatMayBePublishedOnly()
{
    EXPECT_CODE(0, publish());
    const Ran dump = m_computer->run({u"dump"_s, u"p.plumbx"_s});
    EXPECT_CODE(0, dump);
    QVERIFY(dump.out.contains("Keys are stored badly"));
    QVERIFY(dump.out.contains("Eva Ruiz"));
    for (const QByteArray word : {"eva@example.org", "Interview", "Between you and me", "Signers", "supports", "copied"})
        QVERIFY2(!dump.out.contains(word), word);
}

void TestPublication::textThatIsNotPublishedStopsIt()
{
    apply(R"({"set":{"F-001":{"effect":"We were told: )" + secret + "\"}}}\n");
    const Ran refused = publish();
    EXPECT_REFUSED(3, refused);
    QVERIFY2(refused.out.contains(secret) && refused.out.contains("F-G1-01, Statement"), refused.told());
    QVERIFY(!m_computer->has(u"p.plumbx"_s));
}

void TestPublication::theSameTextIsReleasedWhenAsked()
{
    apply(R"({"set":{"F-001":{"effect":"We were told: )" + secret + "\"}}}\n");
    const Ran released = publish({u"--release"_s});
    EXPECT_CODE(0, released);
    QVERIFY(released.out.contains(secret)); // It is named all the same.
    QVERIFY(m_computer->run({u"dump"_s, u"p.plumbx"_s}).out.contains(secret));
}

void TestPublication::showAndDumpReadIt()
{
    EXPECT_CODE(0, publish());
    const Ran one = m_computer->run({u"show"_s, u"p.plumbx"_s, u"finding"_s, u"F-001"_s, u"--json"_s});
    EXPECT_CODE(0, one);
    QCOMPARE(one.array().first().toObject().value(u"title"_s).toString(), u"Keys are stored badly"_s);
    EXPECT_REFUSED(3, m_computer->run({u"show"_s, u"p.plumbx"_s, u"finding"_s, u"F-G1-01"_s}));
    EXPECT_REFUSED(3, m_computer->run({u"dump"_s, u"p.plumbx"_s, u"--history"_s}));
    EXPECT_CODE(0, m_computer->run({u"export"_s, u"r.plumb"_s, u"b.plumbx"_s}));
    EXPECT_REFUSED(3, m_computer->run({u"dump"_s, u"b.plumbx"_s})); // Changes for the team are no state.
}

void TestPublication::importRefusesIt()
{
    EXPECT_CODE(0, publish());
    const QByteArray before = m_computer->bytes(u"r.plumb"_s);
    const Ran refused = m_computer->run({u"import"_s, u"r.plumb"_s, u"p.plumbx"_s, u"--dry-run"_s});
    EXPECT_REFUSED(3, refused);
    QVERIFY2(refused.err.contains("publication"), refused.told());
    EXPECT_REFUSED(3, m_computer->run({u"import"_s, u"r.plumb"_s, u"p.plumbx"_s}));
    QCOMPARE(m_computer->run({u"dump"_s, u"r.plumb"_s, u"--history"_s}).code, 0);
    QVERIFY(before.size() == m_computer->bytes(u"r.plumb"_s).size());
}

void TestPublication::showAndDumpSayWhomARecordBelongsTo()
{
    const Ran shown = m_computer->run({u"show"_s, u"r.plumb"_s, u"finding"_s, u"F-G1-01"_s});
    EXPECT_CODE(0, shown);
    QVERIFY2(shown.out.contains("audience: Signers"), shown.told());
    const QString group = m_computer->run({u"show"_s, u"r.plumb"_s, u"closedgroup"_s, u"G1"_s, u"--json"_s})
                              .array()
                              .first()
                              .toObject()
                              .value(u"id"_s)
                              .toString();
    int closed = 0;
    const QJsonArray records = m_computer->run({u"dump"_s, u"r.plumb"_s}).object().value(u"records"_s).toArray();
    for (const QJsonValue &record : records) {
        const QJsonValue audience = record.toObject().value(u"audience"_s);
        QVERIFY(audience.isUndefined() || audience.toString() == group);
        closed += audience.isString();
    }
    QCOMPARE(closed, 2); // The finding, and the link that leads from it.
    const Ran log = m_computer->run({u"log"_s, u"r.plumb"_s, u"F-G1-01"_s});
    EXPECT_CODE(0, log);
    QVERIFY(log.out.contains("F-G1-01"));
}

void TestPublication::optionsOfBundlesDoNotGoWithIt()
{
    EXPECT_REFUSED(2, publish({u"--audience"_s, u"G1"_s}));
    EXPECT_REFUSED(2, publish({u"--for"_s, u"Eva Ruiz"_s}));
    EXPECT_REFUSED(2, publish({u"--full"_s}));
    for (const QStringList &words : {QStringList{u"--release"_s}, {u"--baseline"_s, u"First"_s}})
        EXPECT_REFUSED(2, m_computer->run(QStringList{u"export"_s, u"r.plumb"_s, u"p.plumbx"_s} + words));
    QVERIFY(!m_computer->has(u"p.plumbx"_s));
}

void TestPublication::aBaselineIsPublishedAsItWas()
{
    EXPECT_CODE(0, m_computer->run({u"baseline"_s, u"r.plumb"_s, u"Draft report"_s}));
    apply(R"({"set":{"F-001":{"title":"Keys are stored well"}}})"
          "\n");
    EXPECT_CODE(0, publish({u"--baseline"_s, u"Draft report"_s}));
    const QByteArray then = m_computer->dump(u"p.plumbx"_s);
    QVERIFY(then.contains("Keys are stored badly") && !then.contains("stored well"));
    EXPECT_CODE(0, publish());
    const QByteArray now = m_computer->dump(u"p.plumbx"_s);
    QVERIFY(now.contains("Keys are stored well") && !now.contains("stored badly"));
    EXPECT_REFUSED(3, publish({u"--baseline"_s, u"Never taken"_s}));
}

void TestPublication::neverOntoAReview()
{
    const QByteArray before = m_computer->bytes(u"r.plumb"_s);
    EXPECT_REFUSED(3, m_computer->run({u"export"_s, u"r.plumb"_s, u"r.plumb"_s, u"--publication"_s}));
    QCOMPARE(m_computer->bytes(u"r.plumb"_s), before);
}

PLUMBLINE_TEST(TestPublication)
} // namespace publication_test

#include "tst_publication.moc"
