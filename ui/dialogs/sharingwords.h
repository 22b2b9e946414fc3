#pragma once

#include "core/exchange/sharing.h"
#include "ui/widgets/chip.h"

namespace plumbline {

/// How bundles, gaps and signatures are said to people.

/// "no. 88–99", "no. 88" or several of them by commas.
QString gapNumbers(const QList<Gap> &gaps);
/// How many changes are missing in all of them.
qint64 gapCount(const QList<Gap> &gaps);

/// "12 changes by Member, DNS SSR are missing: no. 88–99."
QString gapSentence(const Review &review, const Gap &gap, RecordId me);

/// Whom to ask for a gap: the author, and those whose files had the changes when they last sent something. "Ask Member,
/// DNS SSR or Lead, SSR1. What is missing fits in whenever it arrives."
QString gapAdvice(const Review &review, const Gap &gap, const QList<Peer> &peers, RecordId me);

/// Who made a bundle: the name the review knows, else the one the bundle says; never empty.
QString senderWords(const Review &review, const BundleHeader &header);

/// What a signature says of the sender, as a chip: short, and red when it is wrong. describeSignature() says it whole.
ChipText signatureChip(const BundleNews &news);

/// "8 Nov", "1 – 8 Nov", "28 Oct – 8 Nov": the days from @p first to @p last, local time.
QString daySpan(const QDateTime &first, const QDateTime &last, const QDateTime &now);

} // namespace plumbline
