#pragma once

#include "ui/pages/listspage.h"

namespace plumbline {

/// The evidence register: data sources, data requests and the mailing lists, and the sources as a board by state.
class EvidencePage : public ListsPage
{
    Q_OBJECT

public:
    explicit EvidencePage(Session &session, QWidget *parent = nullptr);

private:
    RecordPage *makeSources();
    RecordPage *makeRequests();
    RecordPage *makeMessages();
};

} // namespace plumbline
