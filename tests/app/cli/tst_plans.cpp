// schedule, import-plan and export-plan.

#include "tests/app/cli/clirunner.h"
#include "tests/samplefile.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace plans_test {

class TestPlans : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aPlanComesInIsScheduledAndGoesOut();
    void anEmptyPlanSaysSo();
    void aDryRunAddsNothing();
    void backwardsSaysWhichDateMustMove();
    void deadlinesComeScarcestFirst();
    void whatIsNoPlanIsRefusedAndNothingIsAdded_data();
    void whatIsNoPlanIsRefusedAndNothingIsAdded();
    void theExampleSurvivesTheWayThroughMsProject();
    void anAgreementIsRecordedAndLapses();
    void theTrendTellsHowTheEndOfTheExampleMoved();
    void whatIfWritesNothing();
    void whatIfRefusesWhatItDoesNotUnderstand_data();
    void whatIfRefusesWhatItDoesNotUnderstand();

private:
    void writePlan()
    {
        m_computer->write(u"plan.csv"_s, "ID,Name,Start,Finish,Duration,Predecessors,Milestone,Deadline\n"
                                         "1,Interviews,2030-01-07,2030-01-11,5,,,\n"
                                         "2,Analysis,2030-01-14,2030-01-18,5,1,,\n"
                                         "3,Draft recommendations,2030-01-18,2030-01-18,0,2,yes,2030-01-16\n");
    }
    QJsonArray array(const QStringList &words)
    {
        const Ran ran = m_computer->run(words);
        return QJsonDocument::fromJson(ran.out).array();
    }
    std::unique_ptr<Computer> m_computer;
};

void TestPlans::init()
{
    m_computer = std::make_unique<Computer>();
    QCOMPARE(m_computer->run({u"new"_s, u"r.plumb"_s, u"--template"_s, u"blank"_s, u"--title"_s, u"R"_s}).code, 0);
    writePlan();
}

void TestPlans::aPlanComesInIsScheduledAndGoesOut()
{
    const Ran ran = m_computer->run({u"import-plan"_s, u"r.plumb"_s, u"plan.csv"_s});
    QVERIFY2(ran.code == 0, ran.told());
    QVERIFY(ran.out.contains("3 items, 2 dependencies"));
    const QJsonArray items = array({u"schedule"_s, u"r.plumb"_s, u"--json"_s, u"--forecast"_s});
    QCOMPARE(items.size(), 3);
    const QJsonObject draft = items.at(2).toObject();
    QCOMPARE(draft.value(u"earlyFinish"_s).toString(), u"2030-01-18"_s);
    QCOMPARE(draft.value(u"slack"_s).toInt(), -2);
    QVERIFY(draft.value(u"critical"_s).toBool());
    QCOMPARE(draft.value(u"waitsFor"_s).toArray().size(), 2);
    QCOMPARE(draft.value(u"forecast"_s).toObject().value(u"chance"_s).toInt(), 0);
    for (const char *ending : {"xml", "ics", "csv"}) {
        const QString name = u"out."_s + QLatin1String(ending);
        const Ran written = m_computer->run({u"export-plan"_s, u"r.plumb"_s, name});
        QVERIFY2(written.code == 0, written.told());
        QVERIFY(m_computer->bytes(name).contains("Draft recommendations"));
    }
    // Undo takes the whole plan back.
    QCOMPARE(m_computer->run({u"undo"_s, u"r.plumb"_s}).code, 0);
    QVERIFY(array({u"schedule"_s, u"r.plumb"_s, u"--json"_s}).isEmpty());
}

void TestPlans::anEmptyPlanSaysSo()
{
    for (const QStringList &more : {QStringList(), QStringList{u"--deadlines"_s}}) {
        const Ran ran = m_computer->run(QStringList{u"schedule"_s, u"r.plumb"_s} + more);
        QVERIFY2(ran.code == 0 && ran.out.count('\n') == 1, ran.told());
    }
}

void TestPlans::aDryRunAddsNothing()
{
    const Ran ran = m_computer->run({u"import-plan"_s, u"r.plumb"_s, u"plan.csv"_s, u"--dry-run"_s});
    QVERIFY2(ran.code == 0 && ran.out.contains("Would be added: 3 items"), ran.told());
    QVERIFY(array({u"schedule"_s, u"r.plumb"_s, u"--json"_s}).isEmpty());
}

void TestPlans::backwardsSaysWhichDateMustMove()
{
    QCOMPARE(m_computer->run({u"import-plan"_s, u"r.plumb"_s, u"plan.csv"_s}).code, 0);
    const QString key = array({u"schedule"_s, u"r.plumb"_s, u"--json"_s}).at(2).toObject().value(u"key"_s).toString();
    const Ran can = m_computer->run({u"schedule"_s, u"r.plumb"_s, u"--backward"_s, key, u"--by"_s, u"2030-02-01"_s});
    QCOMPARE(can.code, 0);
    const Ran cannot = m_computer->run({u"schedule"_s, u"r.plumb"_s, u"--backward"_s, key, u"--by"_s, u"2030-01-15"_s});
    QCOMPARE(cannot.code, 1);
    QVERIFY2(cannot.out.contains("move it by 3 days, to 2030-01-18"), cannot.told());
    QCOMPARE(m_computer->run({u"schedule"_s, u"r.plumb"_s, u"--backward"_s, key, u"--by"_s, u"soon"_s}).code, 2);
    QVERIFY(m_computer->run({u"schedule"_s, u"r.plumb"_s, u"--backward"_s, u"M-999"_s, u"--by"_s, u"2030-01-15"_s}).code > 1);
}

void TestPlans::deadlinesComeScarcestFirst()
{
    QVERIFY(putSample(m_computer->path(u"s.plumb"_s)));
    const QJsonArray rows = array({u"schedule"_s, u"s.plumb"_s, u"--deadlines"_s, u"--json"_s, u"--on"_s, u"2017-09-01"_s});
    QVERIFY(rows.size() > 10);
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const QJsonObject before = rows.at(i - 1).toObject();
        const QJsonObject here = rows.at(i).toObject();
        const bool bothOpen = !before.value(u"met"_s).toBool() && !here.value(u"met"_s).toBool();
        if (bothOpen && before.contains(u"spare"_s) && here.contains(u"spare"_s))
            QVERIFY(before.value(u"spare"_s).toInt() <= here.value(u"spare"_s).toInt());
    }
}

void TestPlans::whatIsNoPlanIsRefusedAndNothingIsAdded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("broken XML") << QByteArray("<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks>");
    QTest::newRow("something else") << QByteArray("\x89PNG\r\n\x1a\n");
    QTest::newRow("a wrong date") << QByteArray("Name,Start\nA,31.31.2020\n");
}

void TestPlans::whatIsNoPlanIsRefusedAndNothingIsAdded()
{
    QFETCH(QByteArray, bytes);
    m_computer->write(u"bad.csv"_s, bytes);
    const Ran ran = m_computer->run({u"import-plan"_s, u"r.plumb"_s, u"bad.csv"_s});
    QVERIFY2(ran.code != 0 && ran.err.count('\n') == 1, ran.told());
    QVERIFY(array({u"schedule"_s, u"r.plumb"_s, u"--json"_s}).isEmpty());
}

void TestPlans::theExampleSurvivesTheWayThroughMsProject()
{
    QVERIFY(putSample(m_computer->path(u"s.plumb"_s)));
    QCOMPARE(m_computer->run({u"export-plan"_s, u"s.plumb"_s, u"s.xml"_s}).code, 0);
    const Ran ran = m_computer->run({u"import-plan"_s, u"r.plumb"_s, u"s.xml"_s});
    QVERIFY2(ran.code == 0, ran.told());
    // The same dates, whatever the links would allow.
    QCOMPARE(m_computer->run({u"export-plan"_s, u"s.plumb"_s, u"s.csv"_s}).code, 0);
    QCOMPARE(m_computer->run({u"export-plan"_s, u"r.plumb"_s, u"r.csv"_s}).code, 0);
    const auto dates = [&](const QString &name) {
        QList<QByteArray> all;
        for (const QByteArray &line : m_computer->bytes(name).split('\n')) {
            QByteArrayList found; // An activity whose end is open ends where it begins for Microsoft Project.
            for (const QByteArray &field : line.trimmed().split(',')) {
                if (QDate::fromString(QString::fromUtf8(field), Qt::ISODate).isValid() && !found.contains(field))
                    found += field;
            }
            all += found.join(' ');
        }
        std::sort(all.begin(), all.end());
        return all;
    };
    QCOMPARE(dates(u"r.csv"_s).size(), dates(u"s.csv"_s).size());
    QCOMPARE(dates(u"r.csv"_s), dates(u"s.csv"_s));
}

void TestPlans::anAgreementIsRecordedAndLapses()
{
    const auto apply = [&](const QByteArray &lines) {
        m_computer->write(u"s.jsonl"_s, lines);
        const Ran ran = m_computer->run({u"apply"_s, u"r.plumb"_s, u"s.jsonl"_s});
        QVERIFY2(ran.code == 0, ran.told());
    };
    apply(R"({"create":"subteam","as":"s","set":{"title":"DNS SSR","state":"active"}}
{"create":"milestone","set":{"title":"Draft","target":"2030-03-01","subteam":"s"}}
)");
    const auto state = [&] { return array({u"schedule"_s, u"r.plumb"_s, u"--agreements"_s, u"--json"_s}).first().toObject(); };
    QCOMPARE(state().value(u"state"_s).toString(), u"none"_s);
    QVERIFY(m_computer->run({u"check"_s, u"r.plumb"_s}).out.contains("has not agreed to its schedule"));
    apply(R"({"do":"agreeschedule","args":{"subteam":"S1","date":"2030-01-10","channel":"meeting"}}
)");
    QCOMPARE(state().value(u"state"_s).toString(), u"holds"_s);
    apply(R"({"do":"reschedule","args":{"milestone":"M-S1-01","target":"2030-03-08","reason":"late data"}}
)");
    QCOMPARE(state().value(u"state"_s).toString(), u"lapsed"_s);
    QCOMPARE(state().value(u"changes"_s).toArray().size(), 1);
    const Ran words = m_computer->run({u"schedule"_s, u"r.plumb"_s, u"--agreements"_s});
    QVERIFY2(words.out.contains("S1  DNS SSR: lapsed (agreed 2030-01-10, D-001)"), words.out);
    QVERIFY2(words.out.contains("was moved from 1 Mar 2030 to 8 Mar 2030"), words.out);
    QVERIFY(m_computer->run({u"check"_s, u"r.plumb"_s}).out.contains("has lapsed"));
    QCOMPARE(m_computer->run({u"undo"_s, u"r.plumb"_s}).code, 0);
    QCOMPARE(state().value(u"state"_s).toString(), u"holds"_s);
}

/// The forecasts of the end of SSR2 as its records tell them: September 2020, October 2020, January 2021; 25 January 2021.
void TestPlans::theTrendTellsHowTheEndOfTheExampleMoved()
{
    QVERIFY(putSample(m_computer->path(u"ssr2.plumb"_s)));
    QStringList targets;
    for (const QJsonValue &step : array({u"schedule"_s, u"ssr2.plumb"_s, u"--trend"_s, u"M-013"_s, u"--json"_s}))
        targets += step.toObject().value(u"target"_s).toString();
    QCOMPARE(targets.mid(targets.size() - 3), QStringList({u"2020-09"_s, u"2020-10"_s, u"2021-01"_s}));
    // The comment period on the draft: 40 days from 24 January to 4 March, extended to 20 March, which makes 56.
    const QJsonArray comment = array({u"schedule"_s, u"ssr2.plumb"_s, u"--trend"_s, u"M-010"_s, u"--json"_s});
    QCOMPARE(comment.at(comment.size() - 2).toObject().value(u"target"_s).toString(), u"2020-03-04"_s);
    QCOMPARE(comment.last().toObject().value(u"target"_s).toString(), u"2020-03-20"_s);
    QCOMPARE(comment.last().toObject().value(u"moved"_s).toInt(), 16);
    QVERIFY(comment.last().toObject().value(u"reason"_s).toString().contains(u"56 days"_s));
    const Ran words = m_computer->run({u"schedule"_s, u"ssr2.plumb"_s, u"--trend"_s, u"M-010"_s});
    QVERIFY2(words.out.contains("2020-03-20  16 days later"), words.out);
    QCOMPARE(m_computer->run({u"schedule"_s, u"ssr2.plumb"_s, u"--trend"_s, u"D-001"_s}).code, 3);
}

void TestPlans::whatIfWritesNothing()
{
    QCOMPARE(m_computer->run({u"import-plan"_s, u"r.plumb"_s, u"plan.csv"_s}).code, 0);
    const QByteArray before = m_computer->run({u"dump"_s, u"r.plumb"_s}).out;
    const Ran later = m_computer->run({u"schedule"_s, u"r.plumb"_s, u"--if"_s, u"M-003=2030-02-01"_s});
    QCOMPARE(later.code, 1);
    QVERIFY2(later.out.contains("Would turn red: M-003"), later.out);
    QVERIFY2(later.out.contains("16 days after its deadline"), later.out);
    const Ran earlier = m_computer->run({u"schedule"_s, u"r.plumb"_s, u"--if"_s, u"M-003=2030-01-16"_s, u"--json"_s});
    QVERIFY2(earlier.out.contains("goesAway"), earlier.out);
    QCOMPARE(m_computer->run({u"dump"_s, u"r.plumb"_s}).out, before);
}

void TestPlans::whatIfRefusesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"M-003", "M-003=", "=2030-01-01", "M-003=2030-02-30", "M-999=2030-01-01", "2030-01-01=M-003"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TestPlans::whatIfRefusesWhatItDoesNotUnderstand()
{
    QFETCH(QString, word);
    QCOMPARE(m_computer->run({u"import-plan"_s, u"r.plumb"_s, u"plan.csv"_s}).code, 0);
    const Ran ran = m_computer->run({u"schedule"_s, u"r.plumb"_s, u"--if"_s, word});
    QVERIFY2(ran.code == 3 || ran.code == 2, ran.told());
    QVERIFY(ran.err.trimmed().endsWith('.'));
    QCOMPARE(ran.err.trimmed().count('\n'), 0);
}

PLUMBLINE_TEST(TestPlans)

} // namespace plans_test

#include "tst_plans.moc"
