#include "core/report/reportwords.h"

#include "core/domain/membership.h"
#include "core/domain/person.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/subteam.h"
#include "core/report/publicrecords.h"

#include <QMap>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace plumbline::report {

static QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString dateText(const std::optional<PartialDate> &date, const QLocale &locale)
{
    return date ? formatDate(*date, locale) : QString();
}

QString dateText(const QDate &day, const QLocale &locale)
{
    return formatDate(PartialDate::day(day), locale);
}

Text missing(const QString &sentence)
{
    return Text::plain(sentence, Tone::Attention);
}

Text orMissing(const QString &text, const QString &missingSentence)
{
    return text.isEmpty() ? missing(missingSentence) : Text::plain(text);
}

Text markdownOrMissing(const QString &markdown, const QString &missingSentence)
{
    return markdown.isEmpty() ? missing(missingSentence) : Text::ofMarkdown(markdown);
}

QString anchorOf(const Record &record)
{
    return u"record-"_s + record.id.uuid.toString(QUuid::WithoutBraces);
}

QString laneName(const Review &review, const SubTeam *subTeam)
{
    if (!subTeam)
        return tr(QT_TRANSLATE_NOOP("Report", "Full team"));
    const QString key = review.shownKey(*subTeam);
    const QString title = shown<&SubTeam::title>(*subTeam);
    return key.isEmpty() ? title : key + u' ' + title;
}

QStringList memberLines(const Review &review, const SubTeam *subTeam)
{
    QMap<int, QStringList> namesByRole;
    for (const Membership *membership : publicRecords<Membership>(review)) {
        const Person *person = publicRecord(review, membership->person);
        const bool here =
            subTeam ? RecordId(membership->subteam.uuid) == subTeam->id : membership->subteam.isNull();
        if (!person || !here || !membership->role.value)
            continue;
        QString name = shown<&Person::name>(*person);
        if (const QString group = shown<&Person::group>(*person); !group.isEmpty())
            name += u" ("_s + group + u')';
        namesByRole[int(*membership->role.value)] += name;
    }
    QStringList lines;
    for (auto role = namesByRole.cbegin(); role != namesByRole.cend(); ++role)
        lines += tr(QT_TRANSLATE_NOOP("Report", "%1: %2"))
                     .arg(wordOf(Choice<Role>(Role(role.key()))), role.value().join(u", "_s));
    return lines;
}

QString signedDays(std::optional<int> days)
{
    if (!days)
        return {};
    if (*days == 0)
        return u"0"_s;
    return (*days > 0 ? u"+"_s : u"\u2212"_s) + QString::number(std::abs(*days));
}

void fillCover(Document &document, const Review &review, const QDate &recordDate, const QLocale &locale)
{
    const auto records = publicRecords<ReviewRecord>(review);
    const ReviewRecord *record = records.empty() ? nullptr : records.front();
    document.title = record ? shown<&ReviewRecord::title>(*record) : QString();
    if (document.title.isEmpty())
        document.title = tr(QT_TRANSLATE_NOOP("Report", "A review without a title"));
    const QString acronym = record ? shown<&ReviewRecord::acronym>(*record) : QString();
    document.shortName = acronym.isEmpty() ? document.kind : acronym + u' ' + document.kind.toLower();
    document.author = acronym.isEmpty() ? tr(QT_TRANSLATE_NOOP("Report", "The review team"))
                                        : tr(QT_TRANSLATE_NOOP("Report", "%1 review team")).arg(acronym);
    document.recordDate = recordDate;
    document.dateText = locale.toString(recordDate, u"d MMMM yyyy"_s);
    document.language = locale.bcp47Name();
    document.facts +=
        tr(QT_TRANSLATE_NOOP("Report", "Everything in this report comes from the records of the review."));
    document.facts +=
        tr(QT_TRANSLATE_NOOP("Report", "State of the records: %1")).arg(recordDate.toString(Qt::ISODate));
    if (const QString website = record ? shown<&ReviewRecord::website>(*record) : QString();
        !website.isEmpty())
        document.facts += website;
}

Section contentsSection()
{
    return {1, {}, tr(QT_TRANSLATE_NOOP("Report", "Contents")), u"contents"_s, {ContentsList()}};
}

} // namespace plumbline::report
