#include "core/planfiles/planreader.h"

#include "tests/testprogram.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace projectlibre_test {

class TestProjectLibre : public QObject
{
    Q_OBJECT

private slots:
    void thePlanAfterTheJavaObjectsIsRead();
    void javaAloneIsRefused();
    void aFileThatIsCutOffIsRefused();
};

static const QByteArray java("\xAC\xED\x00\x05sr\x00\x04"
                             "Data\x00\xFF<Project>",
                             23);
static const QByteArray mark = "@@@@@@@@@@ProjectLibreSeparator_MSXML@@@@@@@@@@";
static const QByteArray xml =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\">"
    "<Tasks><Task><UID>1</UID><Name>A</Name></Task></Tasks></Project>\n";

void TestProjectLibre::thePlanAfterTheJavaObjectsIsRead()
{
    const auto plan = readPlan(java + mark + xml, u"plan.pod"_s);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
    QCOMPARE(plan->tasks.size(), 1);
}

void TestProjectLibre::javaAloneIsRefused()
{
    const auto plan = readPlan(java, u"plan"_s);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::Refused);
    QVERIFY(plan.error().sentence.contains(u"XML"));
}

void TestProjectLibre::aFileThatIsCutOffIsRefused()
{
    QVERIFY(!readPlan(java + mark, u"plan.pod"_s));
    QVERIFY(!readPlan(java + mark + xml.left(120), u"plan.pod"_s));
}

PLUMBLINE_TEST(TestProjectLibre)

} // namespace projectlibre_test

#include "tst_projectlibre.moc"
