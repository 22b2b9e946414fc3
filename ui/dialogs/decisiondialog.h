#pragma once

#include "core/session/session.h"

class QWidget;

namespace plumbline {

/// Asks what the full team decided on some records, and records it. False when nothing was recorded.
bool askForDecision(Session &session, const QList<RecordId> &records, QWidget *parent);

} // namespace plumbline
