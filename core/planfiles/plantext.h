#pragma once

#include <QByteArray>

#include <optional>

namespace plumbline {

/// The first line, from 1, that is not UTF-8 or holds a NUL; empty when there is none.
std::optional<qint64> badUtf8Line(const QByteArray &data);

} // namespace plumbline
