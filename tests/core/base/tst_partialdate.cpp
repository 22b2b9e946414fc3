#include "core/base/partialdate.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;

namespace partialdate_test {

static PartialDate fromText(const QString &text)
{
    const auto date = PartialDate::fromText(text);
    return date ? *date : PartialDate{};
}

class TestPartialDate : public QObject
{
    Q_OBJECT

private slots:
    void textInFilesMeansADate_data();
    void textInFilesMeansADate();
    void everyDateIsReadBackFromItsText_data() { textInFilesMeansADate_data(); }
    void everyDateIsReadBackFromItsText();
    void otherTextIsRefused_data();
    void otherTextIsRefused();
    void lastDayIsThatOfThePeriod_data();
    void lastDayIsThatOfThePeriod();
    void datesOrderByTheirLastDay();
    void onlyDaysAreExact();
    void typedTextIsUnderstood_data();
    void typedTextIsUnderstood();
    void typedTextIsUnderstoodInOtherLanguages_data();
    void typedTextIsUnderstoodInOtherLanguages();
    void typedNonsenseIsRefused_data();
    void typedNonsenseIsRefused();
    void fileTextsCanBeTyped_data() { textInFilesMeansADate_data(); }
    void fileTextsCanBeTyped();
    void datesAreWrittenForPeople_data();
    void datesAreWrittenForPeople();
    void whatIsWrittenForPeopleCanBeTyped_data();
    void whatIsWrittenForPeopleCanBeTyped();
    void daysAreCountedBetweenExactDates();
    void noDaysAreCountedWhenADateIsInexact();
};

void TestPartialDate::textInFilesMeansADate_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<int>("precision");
    QTest::addColumn<bool>("tentative");
    const auto row = [](const char *name, const QString &text, QDate first, DatePrecision precision,
                        bool tentative) {
        QTest::newRow(name) << text << first << int(precision) << tentative;
    };
    row("day", u"2020-01-24"_s, {2020, 1, 24}, DatePrecision::Day, false);
    row("tentative day", u"2020-01-24?"_s, {2020, 1, 24}, DatePrecision::Day, true);
    row("leap day", u"2020-02-29"_s, {2020, 2, 29}, DatePrecision::Day, false);
    row("month", u"2017-06"_s, {2017, 6, 1}, DatePrecision::Month, false);
    row("tentative month", u"2017-06?"_s, {2017, 6, 1}, DatePrecision::Month, true);
    row("first quarter", u"2017-Q1"_s, {2017, 1, 1}, DatePrecision::Quarter, false);
    row("third quarter", u"2017-Q3"_s, {2017, 7, 1}, DatePrecision::Quarter, false);
    row("tentative last quarter", u"2017-Q4?"_s, {2017, 10, 1}, DatePrecision::Quarter, true);
    row("year", u"2017"_s, {2017, 1, 1}, DatePrecision::Year, false);
    row("tentative year", u"2017?"_s, {2017, 1, 1}, DatePrecision::Year, true);
    row("early year", u"0097"_s, {97, 1, 1}, DatePrecision::Year, false);
    row("not settled", u"TBD"_s, {}, DatePrecision::Open, false);
}

void TestPartialDate::textInFilesMeansADate()
{
    QFETCH(QString, text);
    const auto date = PartialDate::fromText(text);
    QVERIFY(date);
    QTEST(date->first, "first");
    QTEST(int(date->precision), "precision");
    QTEST(date->tentative, "tentative");
}

void TestPartialDate::everyDateIsReadBackFromItsText()
{
    QFETCH(QString, text);
    QCOMPARE(fromText(text).toText(), text);
    QVERIFY(fromText(fromText(text).toText()) == fromText(text));
}

void TestPartialDate::otherTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             " ",
                             "2019-02-29",
                             "2020-13",
                             "2020-00",
                             "2020-01-00",
                             "2020-04-31",
                             "2017-Q0",
                             "2017-Q5",
                             "2017-q3",
                             "2017Q3",
                             "17",
                             "20170",
                             "0000",
                             "2020-1-24",
                             "2020/01/24",
                             "24.01.2020",
                             "2020-01-24 ",
                             " 2020-01-24",
                             "2020-01-24\n",
                             "2020-01-24??",
                             "?2020",
                             "TBD?",
                             "tbd",
                             "TBD ",
                             "2020-01-24T00:00Z",
                             "-2020",
                             "+2020-01-24"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("Arabic digits") << u"٢٠٢٠"_s;
}

void TestPartialDate::otherTextIsRefused()
{
    QFETCH(QString, text);
    const auto date = PartialDate::fromText(text);
    QVERIFY(!date);
    QCOMPARE(date.error().code, ErrorCode::BadInput);
    QVERIFY(!date.error().sentence.isEmpty());
}

void TestPartialDate::lastDayIsThatOfThePeriod_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("last");
    QTest::newRow("day") << u"2020-01-24"_s << QDate(2020, 1, 24);
    QTest::newRow("month") << u"2017-05"_s << QDate(2017, 5, 31);
    QTest::newRow("February of a leap year") << u"2020-02"_s << QDate(2020, 2, 29);
    QTest::newRow("December") << u"2017-12"_s << QDate(2017, 12, 31);
    QTest::newRow("quarter") << u"2017-Q2"_s << QDate(2017, 6, 30);
    QTest::newRow("last quarter") << u"2017-Q4"_s << QDate(2017, 12, 31);
    QTest::newRow("year") << u"2017"_s << QDate(2017, 12, 31);
    QTest::newRow("not settled") << u"TBD"_s << QDate();
}

void TestPartialDate::lastDayIsThatOfThePeriod()
{
    QFETCH(QString, text);
    QTEST(fromText(text).last(), "last");
}

void TestPartialDate::datesOrderByTheirLastDay()
{
    const QStringList ascending{u"2016"_s,       u"2017-05-30"_s, u"2017-05"_s, u"2017-05-31"_s,
                                u"2017-06-29"_s, u"2017-Q2"_s,    u"2017-06"_s, u"2017-06-30"_s,
                                u"2017"_s,       u"2018-01-01"_s, u"TBD"_s};
    for (qsizetype a = 0; a < ascending.size(); ++a) {
        for (qsizetype b = 0; b < ascending.size(); ++b)
            QCOMPARE(fromText(ascending.at(a)) < fromText(ascending.at(b)), a < b);
    }
}

void TestPartialDate::onlyDaysAreExact()
{
    QVERIFY(fromText(u"2017-05-01"_s).isExact());
    QVERIFY(fromText(u"2017-05-01?"_s).isExact());
    for (const QString &text : {u"2017-05"_s, u"2017-Q2"_s, u"2017"_s, u"TBD"_s})
        QVERIFY(!fromText(text).isExact());
}

void TestPartialDate::typedTextIsUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &typed, const QString &text) {
        QTest::newRow(qPrintable(typed)) << typed << text;
    };
    // Today is 1 May 2020.
    row(u"15 Mar"_s, u"2021-03-15"_s);
    row(u"1 May"_s, u"2020-05-01"_s);
    row(u"30 April"_s, u"2021-04-30"_s);
    row(u"29 Feb"_s, u"2024-02-29"_s);
    row(u"15 March 2018"_s, u"2018-03-15"_s);
    row(u"15. March 2018"_s, u"2018-03-15"_s);
    row(u"15 mar. 2018"_s, u"2018-03-15"_s);
    row(u"  15   MARCH  2018 "_s, u"2018-03-15"_s);
    row(u"March 15, 2018"_s, u"2018-03-15"_s);
    row(u"March 15 2018"_s, u"2018-03-15"_s);
    row(u"Mar 15"_s, u"2021-03-15"_s);
    row(u"Sept 2017"_s, u"2017-09"_s);
    row(u"June 2017"_s, u"2017-06"_s);
    row(u"June 2017?"_s, u"2017-06?"_s);
    row(u"tentatively June 2017"_s, u"2017-06?"_s);
    row(u"Tentative 15 March 2018"_s, u"2018-03-15?"_s);
    row(u"about 2018"_s, u"2018?"_s);
    row(u"Q3 2017"_s, u"2017-Q3"_s);
    row(u"q3 2017 ?"_s, u"2017-Q3?"_s);
    row(u"in 40 days"_s, u"2020-06-10"_s);
    row(u"In 1 Day"_s, u"2020-05-02"_s);
    row(u"in 2 weeks"_s, u"2020-05-15"_s);
    row(u"today"_s, u"2020-05-01"_s);
    row(u"Tomorrow"_s, u"2020-05-02"_s);
    row(u"tomorrow?"_s, u"2020-05-02?"_s);
    row(u"TBD"_s, u"TBD"_s);
    row(u"tbd"_s, u"TBD"_s);
}

void TestPartialDate::typedTextIsUnderstood()
{
    QFETCH(QString, typed);
    const auto date = parseTypedDate(typed, QDate(2020, 5, 1), QLocale::c());
    QVERIFY(date);
    QTEST(date->toText(), "text");
}

void TestPartialDate::typedTextIsUnderstoodInOtherLanguages_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::newRow("German") << u"de_DE"_s << u"15. März 2018"_s << u"2018-03-15"_s;
    QTest::newRow("German month") << u"de_DE"_s << u"Oktober 2017"_s << u"2017-10"_s;
    QTest::newRow("French") << u"fr_FR"_s << u"3 août 2019"_s << u"2019-08-03"_s;
    QTest::newRow("Spanish") << u"es_ES"_s << u"enero 2019"_s << u"2019-01"_s;
    QTest::newRow("English elsewhere") << u"de_DE"_s << u"15 October 2018"_s << u"2018-10-15"_s;
}

void TestPartialDate::typedTextIsUnderstoodInOtherLanguages()
{
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    const auto date = parseTypedDate(typed, QDate(2020, 5, 1), QLocale(locale));
    QVERIFY(date);
    QTEST(date->toText(), "text");
}

void TestPartialDate::typedNonsenseIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"",
                              "?",
                              "soon",
                              "tentatively",
                              "tentatively soon",
                              "31 April 2018",
                              "30 Feb",
                              "0 March 2018",
                              "32 March",
                              "15 Ma 2018",
                              "15 Foo 2018",
                              "Foo 2018",
                              "Q5 2017",
                              "Q3",
                              "in days",
                              "in -3 days",
                              "in 123456 days",
                              "2019-02-29",
                              "15 March 18",
                              "15 March 0000",
                              "March 0000",
                              "Q1 0000",
                              "March",
                              "12"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestPartialDate::typedNonsenseIsRefused()
{
    QFETCH(QString, typed);
    const auto date = parseTypedDate(typed, QDate(2020, 5, 1), QLocale::c());
    QVERIFY(!date);
    QCOMPARE(date.error().code, ErrorCode::BadInput);
    QVERIFY(date.error().sentence.contains(u"2020-01-24"_s));
}

void TestPartialDate::fileTextsCanBeTyped()
{
    QFETCH(QString, text);
    const auto date = parseTypedDate(text, QDate(2020, 5, 1), QLocale::c());
    QVERIFY(date);
    QCOMPARE(date->toText(), text);
}

void TestPartialDate::datesAreWrittenForPeople_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("day") << u"2018-03-15"_s << u"15 Mar 2018"_s;
    QTest::newRow("day of this year") << u"2020-03-15"_s << u"15 Mar"_s;
    QTest::newRow("tentative day") << u"2018-03-15?"_s << u"15 Mar 2018, tentative"_s;
    QTest::newRow("month") << u"2017-06"_s << u"Jun 2017"_s;
    QTest::newRow("month of this year") << u"2020-06"_s << u"Jun 2020"_s;
    QTest::newRow("quarter") << u"2017-Q3"_s << u"Q3 2017"_s;
    QTest::newRow("year") << u"2017"_s << u"2017"_s;
    QTest::newRow("tentative year") << u"2017?"_s << u"2017, tentative"_s;
    QTest::newRow("not settled") << u"TBD"_s << u"TBD"_s;
}

void TestPartialDate::datesAreWrittenForPeople()
{
    QFETCH(QString, text);
    QTEST(formatDate(fromText(text), QLocale::c(), QDate(2020, 5, 1)), "written");
}

void TestPartialDate::whatIsWrittenForPeopleCanBeTyped_data()
{
    QTest::addColumn<QString>("locale");
    for (const char *locale : {"C", "en_GB", "en_US", "de_DE", "fr_FR", "es_ES"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

void TestPartialDate::whatIsWrittenForPeopleCanBeTyped()
{
    QFETCH(QString, locale);
    const QLocale language(locale);
    for (int month = 1; month <= 12; ++month) {
        for (const PartialDate &date : {PartialDate::day({2018, month, 15}),
                                        PartialDate{{2018, month, 1}, DatePrecision::Month, false}}) {
            const QString written = formatDate(date, language);
            const auto typed = parseTypedDate(written, QDate(2020, 5, 1), language);
            QVERIFY2(typed, qPrintable(written));
            QCOMPARE(typed->toText(), date.toText());
        }
    }
}

void TestPartialDate::daysAreCountedBetweenExactDates()
{
    QCOMPARE(daysBetween(fromText(u"2020-02-28"_s), fromText(u"2020-03-01"_s)), std::optional<int>(2));
    QCOMPARE(daysBetween(fromText(u"2020-03-01"_s), fromText(u"2020-02-28"_s)), std::optional<int>(-2));
    QCOMPARE(daysBetween(fromText(u"2020-03-01?"_s), fromText(u"2020-03-01"_s)), std::optional<int>(0));
}

void TestPartialDate::noDaysAreCountedWhenADateIsInexact()
{
    const PartialDate day = fromText(u"2017-05-04"_s);
    QVERIFY(!daysBetween(std::nullopt, day));
    QVERIFY(!daysBetween(day, std::nullopt));
    for (const QString &text : {u"2017-05"_s, u"2017-Q2"_s, u"2017"_s, u"TBD"_s}) {
        QVERIFY(!daysBetween(day, fromText(text)));
        QVERIFY(!daysBetween(fromText(text), day));
    }
}

PLUMBLINE_TEST(TestPartialDate)
} // namespace partialdate_test

#include "tst_partialdate.moc"
