#pragma once

#include "core/base/result.h"

namespace plumbline {

/// The value of a result a test relies on; a failure ends the program with its sentence.
template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().sentence), qPrintable(result.error().detail));
    return std::move(*result);
}
inline void must(const Status &status)
{
    if (!status)
        qFatal("%s (%s)", qPrintable(status.error().sentence), qPrintable(status.error().detail));
}

} // namespace plumbline
