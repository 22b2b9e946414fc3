#include "core/spelling/ownwords.h"

#include "tests/core/base/must.h"
#include "tests/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace ownwords_test {

class TestOwnWords : public QObject
{
    Q_OBJECT

private slots:
    void staysForTheNextRun();
    void isKnownInEveryForm();
    void replacesAll();
    void aFileThatIsNoListDoesNoHarm();
    void saysWhenItCannotWrite();
};

void TestOwnWords::staysForTheNextRun()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"deeper/words.txt"_s);
    {
        OwnWords words(path);
        QVERIFY(words.words().isEmpty());
        must(words.add(u"anycast"_s));
        must(words.add(u"Škoda"_s));
        must(words.add(u"Anycast"_s)); // Is there.
    }
    QCOMPARE(OwnWords(path).words(), QStringList({u"anycast"_s, u"Škoda"_s}));
}

void TestOwnWords::isKnownInEveryForm()
{
    QTemporaryDir folder;
    OwnWords words(folder.filePath(u"words.txt"_s));
    must(words.add(u"registrar"_s));
    QVERIFY(words.has(u"Registrar"_s) && words.has(u"registrar's"_s) && words.has(u"Registrar’s"_s));
    QVERIFY(!words.has(u"registrars"_s) && !words.has(u"regist"_s));
}

void TestOwnWords::replacesAll()
{
    QTemporaryDir folder;
    OwnWords words(folder.filePath(u"words.txt"_s));
    must(words.add(u"old"_s));
    must(words.replace({u" second  "_s, {}, u"first"_s, u"first"_s}));
    QCOMPARE(words.words(), QStringList({u"first"_s, u"second"_s}));
    must(words.replace({}));
    QVERIFY(OwnWords(folder.filePath(u"words.txt"_s)).words().isEmpty());
}

void TestOwnWords::aFileThatIsNoListDoesNoHarm()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"words.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\xff\xfe\0\n\r\n  \nword\r\n", 16));
    file.close();
    QVERIFY(OwnWords(file.fileName()).has(u"word"_s));
    QVERIFY(OwnWords(folder.path()).words().isEmpty()); // A folder.
}

void TestOwnWords::saysWhenItCannotWrite()
{
    QTemporaryDir folder;
    OwnWords words(folder.path()); // A folder where the file should be.
    const Status added = words.add(u"anycast"_s);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::CannotWrite);
    QVERIFY(added.error().sentence.contains(u"until the program ends"_s));
    QVERIFY(words.has(u"anycast"_s));
}

PLUMBLINE_TEST(TestOwnWords)

} // namespace ownwords_test

#include "tst_ownwords.moc"
