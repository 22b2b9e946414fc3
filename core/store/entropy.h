#pragma once

#include <QByteArray>

#include <functional>

namespace plumbline {

/// Gives that many bytes nobody can foresee; passed in so that the example review is the same bytes
/// everywhere.
using Entropy = std::function<QByteArray(int)>;

/// Random bytes of the system.
Entropy systemEntropy();
/// Bytes that follow from @p seed alone: for the built-in example and for tests.
Entropy seededEntropy(const QByteArray &seed);

} // namespace plumbline
