#include "core/mail/htmltext.h"

#include "tests/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace htmltext_test {

class TestHtmlText : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreKept_data();
    void wordsAreKept();
    void monstersAreReadSoon_data();
    void monstersAreReadSoon();
};

void TestHtmlText::wordsAreKept_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &html, const QString &text) {
        QTest::newRow(name) << html << text;
    };
    row("plain", u"just words"_s, u"just words"_s);
    row("nothing", u""_s, u""_s);
    row("paragraphs", u"<html><body><p>One\n  two</p>\n<p>Three</p></body></html>"_s, u"One two\n\nThree"_s);
    row("lines", u"One<br>two<BR/>three<div>four</div>five"_s, u"One\ntwo\nthree\nfour\nfive"_s);
    row("list", u"<ul><li>One</li><li>Two</li></ul>After"_s, u"- One\n- Two\n\nAfter"_s);
    row("table", u"<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>"_s, u"A B\nC"_s);
    row("preformatted", u"<pre>a  b\n c</pre>d"_s, u"a  b\n c\n\nd"_s);
    row("entities", u"a &amp; b &lt;c&gt; &#8364; &#x20AC; &uuml; &nbsp; d &unknown; &"_s,
        u"a & b <c> \u20ac \u20ac \u00fc d &unknown; &"_s);
    row("entities that are none", u"&#0; &#xD800; &#99999999; &#x110000;"_s,
        u"\ufffd \ufffd \ufffd \ufffd"_s);
    row("silent", u"<style>p{color:red}</style><SCRIPT>alert('<p>')</SCRIPT>said<!-- not <b>said</b> -->"_s,
        u"said"_s);
    row("style without an end", u"said<style>p{"_s, u"said"_s);
    row("comment without an end", u"said<!-- and not"_s, u"said"_s);
    row("link", u"See <a class=x href=\"https://example.org/a?b=1\">the page</a>."_s,
        u"See the page <https://example.org/a?b=1>."_s);
    row("link that shows itself", u"<a href='https://example.org/'>https://example.org/</a>"_s,
        u"https://example.org/"_s);
    row("link that does something", u"<a href=\"javascript:alert(1)\">press</a>"_s, u"press"_s);
    row("no tag", u"1 < 2 and 3 > 2, <3"_s, u"1 < 2 and 3 > 2, <3"_s);
    row("tag without an end", u"a <b and no more"_s, u"a <b and no more"_s);
    row("other scripts", u"<p>\u5b89\u5168 \U0001F510</p>"_s, u"\u5b89\u5168 \U0001F510"_s);
}

void TestHtmlText::wordsAreKept()
{
    QFETCH(QString, html);
    QFETCH(QString, text);
    QCOMPARE(textOfHtml(html), text);
}

void TestHtmlText::monstersAreReadSoon_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"<", "&", "<a href=", "<a href='x'>", "</", "<!--", "<p>", "<li>", "<br>", "&#",
                              "<script>", "<td ", "<pre>", " ", "x <b> "})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void TestHtmlText::monstersAreReadSoon()
{
    QFETCH(QString, piece);
    QElapsedTimer timer;
    timer.start();
    textOfHtml(piece.repeated(200000 / piece.size()));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

PLUMBLINE_TEST(TestHtmlText)

} // namespace htmltext_test

#include "tst_htmltext.moc"
