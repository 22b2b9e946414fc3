#pragma once

#include "core/session/session.h"

#include <functional>

namespace plumbline {

class FactList;

/// Lets the records of a list be changed in a form of their own, and deleted. Nothing where the review is open for reading
/// only; what cannot be done is told to @p refuse.
void makeEditable(FactList *facts, Session &session, const std::function<void(const QString &)> &refuse);

} // namespace plumbline
