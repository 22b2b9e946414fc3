#include "core/spelling/dictionaries.h"

#include "tests/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace dictionaries_test {

class TestDictionaries : public QObject
{
    Q_OBJECT

private slots:
    void findsPairsByName();
    void theFirstFolderWins();
    void saysTheLanguage_data();
    void saysTheLanguage();
    void prefersEnglish_data();
    void prefersEnglish();
};

static void touch(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

static QStringList namesOf(const QList<Dictionary> &dictionaries)
{
    QStringList names;
    for (const Dictionary &dictionary : dictionaries)
        names += dictionary.name;
    return names;
}

void TestDictionaries::findsPairsByName()
{
    QTemporaryDir folder;
    for (const QString &name :
         {u"en_GB.aff"_s, u"en_GB.dic"_s, u"de_AT.aff"_s, u"de_AT.dic"_s, u"hyph_de.dic"_s, u"hyph_fr.aff"_s,
          u"hyph_fr.dic"_s, u"lonely.aff"_s, u"alone.dic"_s})
        touch(folder.filePath(name));
    QCOMPARE(namesOf(installedDictionaries({folder.path(), folder.filePath(u"missing"_s)})),
             QStringList({u"de_AT"_s, u"en_GB"_s}));
    QVERIFY(installedDictionaries({}).isEmpty());
}

void TestDictionaries::theFirstFolderWins()
{
    QTemporaryDir folder;
    for (const QString &below : {u"mine"_s, u"system"_s}) {
        QVERIFY(QDir(folder.path()).mkdir(below));
        touch(folder.filePath(below + u"/en_GB.aff"_s));
        touch(folder.filePath(below + u"/en_GB.dic"_s));
    }
    const auto found = installedDictionaries({folder.filePath(u"mine"_s), folder.filePath(u"system"_s)});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().words, folder.filePath(u"mine/en_GB.dic"_s));
}

void TestDictionaries::saysTheLanguage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("label");
    QTest::newRow("English says its country") << u"en_GB"_s << u"British English"_s;
    QTest::newRow("a country") << u"de_DE"_s << u"Deutsch (Deutschland)"_s;
    QTest::newRow("a name of its own") << u"de_CH"_s << u"Schweizer Hochdeutsch"_s;
    QTest::newRow("English without") << u"en_ZA"_s << u"English (South Africa)"_s;
    QTest::newRow("American") << u"en_US"_s << u"American English"_s;
    QTest::newRow("no country") << u"nl"_s << u"Nederlands"_s;
    QTest::newRow("no language") << u"legal-terms"_s << u"legal-terms"_s;
}

void TestDictionaries::saysTheLanguage()
{
    QFETCH(QString, name);
    QTEST(dictionaryLabel(name), "label");
}

void TestDictionaries::prefersEnglish_data()
{
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("preferred");
    const QStringList many{u"de_DE"_s, u"en_AU"_s, u"en_GB"_s, u"en_US"_s};
    QTest::newRow("of her country") << many << u"en_AU"_s << u"en_AU"_s;
    QTest::newRow("any country") << many << u"de_DE"_s << u"en_GB"_s;
    QTest::newRow("any English") << QStringList{u"de_DE"_s, u"en_ZA"_s} << u"de_DE"_s << u"en_ZA"_s;
    QTest::newRow("her own language") << QStringList{u"de_CH"_s, u"fr"_s} << u"fr_BE"_s << u"fr"_s;
    QTest::newRow("no prefix of a word") << QStringList{u"enx_X"_s} << u"en_GB"_s << QString();
    QTest::newRow("none") << QStringList{u"pl_PL"_s} << u"fr_BE"_s << QString();
}

void TestDictionaries::prefersEnglish()
{
    QFETCH(QStringList, there);
    QFETCH(QString, locale);
    QList<Dictionary> dictionaries;
    for (const QString &name : there)
        dictionaries += {name, {}, {}};
    const Dictionary *preferred = preferredDictionary(dictionaries, QLocale(locale));
    QTEST(preferred ? preferred->name : QString(), "preferred");
}

PLUMBLINE_TEST(TestDictionaries)

} // namespace dictionaries_test

#include "tst_dictionaries.moc"
