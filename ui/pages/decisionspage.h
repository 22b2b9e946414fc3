#pragma once

#include "ui/pages/listspage.h"

namespace plumbline {

/// Meetings with their roll, decisions, and action items: three lists, of which one is shown.
class DecisionsPage : public ListsPage
{
    Q_OBJECT

public:
    explicit DecisionsPage(Session &session, QWidget *parent = nullptr);

    /// Open action items past their date.
    QPair<Severity, int> attention() const override;

private:
    RecordPage *makeMeetings();
    RecordPage *makeDecisions();
    RecordPage *makeActions();
};

} // namespace plumbline
