#pragma once

#include "ui/pages/page.h"

namespace plumbline {

class ConflictsView;
class PageHeader;

/// The fields that hold several values nobody has chosen between yet.
class ConflictsPage : public Page
{
    Q_OBJECT

public:
    explicit ConflictsPage(Session &session, QWidget *parent = nullptr);

    bool showRecord(RecordId record) override;
    RecordId currentRecord() const override;
    QPair<Severity, int> attention() const override;
    bool wantsInspector() const override { return false; }

private:
    void showCounts();

    PageHeader *m_header;
    ConflictsView *m_view;
};

} // namespace plumbline
