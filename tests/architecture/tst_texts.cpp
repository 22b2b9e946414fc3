// Every text that counts something has its plural forms in English. A text that lupdate does not see, because it is
// handed on without its mark, would show "3 day(s)".

#include "tests/testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace texts_test {

class TestTexts : public QObject
{
    Q_OBJECT

private slots:
    void whatCountsHasPluralForms();
    void pluralFormsAreWritten();
};

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The string literals of a source, neighbours joined.
static QStringList literalsOf(const QString &source)
{
    static const QRegularExpression run(uR"("(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*)"_s);
    static const QRegularExpression seam(uR"("\s*")"_s);
    QStringList literals;
    for (auto found = run.globalMatch(source); found.hasNext();) {
        QString text = found.next().captured();
        text = text.mid(1, text.size() - 2).replace(seam, QString());
        literals += text.replace(u"\\\""_s, u"\""_s).replace(u"\\n"_s, u"\n"_s);
    }
    return literals;
}

/// The texts of the English translation and whether their forms are written.
static QHash<QString, bool> englishTexts()
{
    QHash<QString, bool> texts;
    const QByteArray bytes = contents(QStringLiteral(PLUMBLINE_SOURCE_DIR "/translations/plumbline_en.ts"));
    QXmlStreamReader xml(bytes);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation")
            texts[source] = true;
        else if (xml.name() == u"numerusform")
            texts[source] = texts.value(source) && !xml.readElementText().isEmpty();
    }
    return texts;
}

void TestTexts::whatCountsHasPluralForms()
{
    const QHash<QString, bool> english = englishTexts();
    QVERIFY(english.size() > 100);
    QStringList missing;
    int counted = 0;
    for (const char *room : {"core", "ui", "app"}) {
        QDirIterator files(QStringLiteral(PLUMBLINE_SOURCE_DIR "/") + QLatin1String(room), {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            for (const QString &text : literalsOf(QString::fromUtf8(contents(path)))) {
                // "%name" would be no count; nothing of ours looks like that but in style sheets.
                if (!text.contains(QRegularExpression(u"%n\\b"_s)))
                    continue;
                ++counted;
                if (!english.contains(text))
                    missing += path.section(u'/', -2) + u": "_s + text;
            }
        }
    }
    QVERIFY(counted > 100);
    QVERIFY2(missing.isEmpty(), qPrintable(u"not in translations/plumbline_en.ts:\n"_s + missing.join(u'\n')));
}

void TestTexts::pluralFormsAreWritten()
{
    const QHash<QString, bool> english = englishTexts();
    for (auto text = english.cbegin(); text != english.cend(); ++text)
        QVERIFY2(*text, qPrintable(u"without its English forms: "_s + text.key()));
}

PLUMBLINE_TEST(TestTexts)

} // namespace texts_test

#include "tst_texts.moc"
