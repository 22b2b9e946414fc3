#pragma once

#include "core/session/session.h"

namespace plumbline {

/// The templates a review can be made from: `icann-specific-review`, `blank`.
QStringList templateNames();

/// Makes a review file from a template: its rules and, where the template has one, its milestone chain.
/// Errors: Refused when the file exists, NotFound when there is no such template, CannotWrite.
Status createReview(const QString &path, const QString &templateName, const QString &title,
                    const SessionOptions &options = {});

/// Makes the built-in example, the SSR2 review. Its ids and transactions are the same bytes wherever it is
/// made, so two examples are one review; the first edit of each mints streams of its own.
Status createSample(const QString &path);

/// The example's uuid: fixed, so that two examples are one review.
QUuid sampleUuid();

} // namespace plumbline
