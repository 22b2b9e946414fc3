#include "ui/dialogs/sharingwords.h"

#include "core/domain/person.h"
#include "ui/dialogs/recordwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

struct SharingWords {
    Q_DECLARE_TR_FUNCTIONS(SharingWords)
};

constexpr int mostNames = 3; ///< Of people to ask; more would be no help.

/// Whether a file had the last change of the gap, and so all before it, when it last sent something.
bool hadIt(const Peer &peer, const Gap &gap)
{
    for (const StreamTip &tip : peer.have) {
        if (tip.stream == gap.stream && tip.seq >= gap.last)
            return true;
    }
    return false;
}

/// People a gap can be asked for, its author first.
QStringList whoHas(const Review &review, const Gap &gap, const QList<Peer> &peers, RecordId me)
{
    QStringList names;
    if (!gap.person.isNull() && gap.person != me)
        names += personWords(review, gap.person, {});
    for (const Peer &peer : peers) {
        const Person *person = review.find(PersonId(peer.person.uuid));
        const QString name = person ? person->name : peer.name;
        if (hadIt(peer, gap) && !name.isEmpty() && peer.person != me && !names.contains(name))
            names += name;
    }
    return names.mid(0, mostNames);
}

} // namespace

QString gapNumbers(const QList<Gap> &gaps)
{
    QStringList numbers;
    for (const Gap &gap : gaps)
        numbers += gap.first == gap.last
                       ? SharingWords::tr("no. %1").arg(gap.first)
                       : SharingWords::tr("no. %1–%2").arg(gap.first).arg(gap.last);
    return numbers.join(SharingWords::tr(", ", "between numbers of changes"));
}

qint64 gapCount(const QList<Gap> &gaps)
{
    qint64 count = 0;
    for (const Gap &gap : gaps)
        count += qint64(gap.last - gap.first + 1);
    return count;
}

QString gapSentence(const Review &review, const Gap &gap, RecordId me)
{
    const QString who = gap.person == me && !me.isNull() ? SharingWords::tr("you", "changes by you")
                                                         : personWords(review, gap.person, {});
    return SharingWords::tr("%n change(s) by %1 are missing: %2.", nullptr, int(gapCount({gap})))
        .arg(gap.person.isNull() ? SharingWords::tr("somebody") : who, gapNumbers({gap}));
}

QString gapAdvice(const Review &review, const Gap &gap, const QList<Peer> &peers, RecordId me)
{
    const QStringList names = whoHas(review, gap, peers, me);
    const QString fits = SharingWords::tr("What is missing fits in whenever it arrives.");
    if (names.isEmpty())
        return SharingWords::tr("Ask everybody who may have them for a new bundle. %1").arg(fits);
    if (names.size() == 1)
        return SharingWords::tr("Ask %1 or anyone who has them for a new bundle. %2").arg(names.first(), fits);
    const QString all = names.mid(0, names.size() - 1).join(SharingWords::tr(", ", "between names of people"));
    return SharingWords::tr("Ask %1 or %2 for a new bundle. %3").arg(all, names.last(), fits);
}

QString senderWords(const Review &review, const BundleHeader &header)
{
    const Person *person = review.find(PersonId(header.sender.uuid));
    const QString name = person ? person->name : header.senderName;
    return name.isEmpty() ? SharingWords::tr("somebody who did not say their name") : name;
}

ChipText signatureChip(const BundleNews &news)
{
    switch (news.signature) {
    case SignatureState::None:
        return {SharingWords::tr("not signed"), ChipText::Tone::Warning};
    case SignatureState::OtherKey:
        return {SharingWords::tr("signed by another key"), ChipText::Tone::Error};
    case SignatureState::New:
        return {SharingWords::tr("signed, first time"), ChipText::Tone::Accent};
    case SignatureState::Known:
        return {SharingWords::tr("signed, known key"), ChipText::Tone::Good};
    case SignatureState::Checked:
        return {SharingWords::tr("signed, key compared"), ChipText::Tone::Good};
    }
    return {};
}

QString daySpan(const QDateTime &first, const QDateTime &last, const QDateTime &now)
{
    const QDate from = first.toLocalTime().date();
    const QDate to = last.toLocalTime().date();
    const QLocale locale;
    const bool thisYear = to.year() == now.toLocalTime().date().year();
    const QString end = locale.toString(to, thisYear ? u"d MMM"_s : u"d MMM yyyy"_s);
    if (!from.isValid() || from == to)
        return end;
    const bool sameYear = from.year() == to.year();
    const QString begin = locale.toString(from, sameYear && from.month() == to.month() ? u"d"_s
                                                : sameYear                           ? u"d MMM"_s
                                                                                     : u"d MMM yyyy"_s);
    return SharingWords::tr("%1 – %2", "first and last day").arg(begin, end);
}

} // namespace plumbline
