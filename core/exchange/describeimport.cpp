#include "core/exchange/sharing.h"

#include "core/domain/person.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline {

using namespace Qt::StringLiterals;

static QString sayImport(const char *sentence, qint64 n = -1)
{
    return QCoreApplication::translate("Import", sentence, nullptr, int(n));
}

static QString personWords(const Review &review, RecordId id, const QString &fallback = {})
{
    if (const Person *person = review.find(PersonId(id.uuid)))
        return person->name;
    return fallback.isEmpty() ? sayImport(QT_TRANSLATE_NOOP("Import", "somebody who did not say their name")) : fallback;
}

QString describeSignature(const Review &review, const BundleNews &news)
{
    const QString sender = personWords(review, news.header.sender, news.header.senderName);
    switch (news.signature) {
    case SignatureState::None:
        return sayImport(QT_TRANSLATE_NOOP("Import", "Not signed: nothing shows that it is from %1.")).arg(sender);
    case SignatureState::OtherKey:
        return sayImport(QT_TRANSLATE_NOOP("Import", "Signed with another key than the one known as that of %1: another "
                                                     "computer, or somebody else. Compare the fingerprint with %1:\n%2"))
            .arg(sender, fingerprintOf(news.key));
    case SignatureState::New:
        return sayImport(QT_TRANSLATE_NOOP("Import", "Signed with a key not seen before, from now on known as that of %1. "
                                                     "Compare the fingerprint once:\n%2"))
            .arg(sender, fingerprintOf(news.key));
    case SignatureState::Known:
        return sayImport(QT_TRANSLATE_NOOP("Import", "Signed by %1, with the key known from earlier bundles.")).arg(sender);
    case SignatureState::Checked:
        return sayImport(QT_TRANSLATE_NOOP("Import", "Signed by %1, whose fingerprint you have compared.")).arg(sender);
    }
    return {};
}

QString describeGap(const Review &review, const Gap &gap)
{
    return sayImport(QT_TRANSLATE_N_NOOP("Import", "%n change(s) by %1 are missing, no. %2–%3; ask them or anyone who has "
                                                   "them."),
                     qint64(gap.last - gap.first + 1))
        .arg(personWords(review, gap.person, sayImport(QT_TRANSLATE_NOOP("Import", "somebody"))))
        .arg(gap.first)
        .arg(gap.last);
}

static QStringList describeBundles(const Review &review, const ImportReport &report)
{
    QStringList lines;
    for (const BundleNews &news : report.bundles) {
        const QString sender = personWords(review, news.header.sender, news.header.senderName);
        lines += sayImport(QT_TRANSLATE_NOOP("Import", "%1: from %2, made %3."))
                     .arg(QFileInfo(news.path).fileName(), sender,
                          news.header.created.toString(u"yyyy-MM-dd HH:mm 'UTC'"_s));
        lines += describeSignature(review, news).split(u'\n');
    }
    return lines;
}

static QStringList describeCounts(const ImportReport &report, bool preview)
{
    QStringList lines;
    lines += preview ? sayImport(QT_TRANSLATE_N_NOOP("Import", "%n change(s) would be new here."),
                                 report.counts.transactions)
                     : sayImport(QT_TRANSLATE_N_NOOP("Import", "%n change(s) were taken in."), report.counts.transactions);
    if (report.counts.alreadyHere > 0)
        lines += sayImport(QT_TRANSLATE_N_NOOP("Import", "%n change(s) were here already."), report.counts.alreadyHere);
    if (report.counts.setAside > 0)
        lines += sayImport(QT_TRANSLATE_N_NOOP("Import", "%n change(s) could not be read and were set aside."),
                           report.counts.setAside);
    return lines;
}

static QStringList describeAuthors(const Review &review, const ImportReport &report)
{
    QStringList lines;
    for (const ImportAuthor &author : report.authors)
        lines += sayImport(QT_TRANSLATE_N_NOOP("Import", "%n change(s) by %1, %2 to %3."), author.changes)
                     .arg(personWords(review, author.person), author.first.toString(u"yyyy-MM-dd"_s),
                          author.last.toString(u"yyyy-MM-dd"_s));
    return lines;
}

QStringList describeImport(const Review &review, const ImportReport &report, bool preview)
{
    QStringList lines = describeBundles(review, report) + describeCounts(report, preview);
    lines += describeAuthors(review, report);
    for (const QString &name : report.newConflicts)
        lines += sayImport(QT_TRANSLATE_NOOP("Import",
                                             "%1 now holds several values; choose with: resolve FILE %1 --take N."))
                     .arg(name);
    for (const QString &name : report.settled)
        lines += sayImport(QT_TRANSLATE_NOOP("Import", "%1 is settled.")).arg(name);
    if (!report.touchedByBoth.isEmpty())
        lines += sayImport(QT_TRANSLATE_N_NOOP("Import", "%n record(s) were changed here and there and are worth reading "
                                                         "again."),
                           report.touchedByBoth.size());
    for (const Problem &problem : report.newProblems)
        lines += sayImport(QT_TRANSLATE_NOOP("Import", "New problem: %1")).arg(problem.sentence);
    for (const Problem &problem : report.goneProblems)
        lines += sayImport(QT_TRANSLATE_NOOP("Import", "No problem any more: %1")).arg(problem.sentence);
    for (const QString &name : report.left)
        lines += sayImport(QT_TRANSLATE_NOOP("Import", "%1 stays as it is, because others have gone on from it.")).arg(name);
    if (report.withoutContents > 0)
        lines += sayImport(QT_TRANSLATE_N_NOOP("Import", "%n attached file(s) came without their contents; ask somebody who "
                                                         "has them for a bundle with everything."),
                           report.withoutContents);
    for (const Gap &gap : report.gaps)
        lines += describeGap(review, gap);
    return lines;
}

} // namespace plumbline
