#pragma once

#include "ui/pages/listspage.h"

namespace plumbline {

/// The evidence register: data sources, data requests and the mailing lists, and the sources as a board by state.
class EvidencePage : public ListsPage
{
    Q_OBJECT

public:
    explicit EvidencePage(Session &session, QWidget *parent = nullptr);

signals:
    /// The user wants to take in the archive of a mailing list.
    void mailImportRequested();

private:
    RecordPage *makeSources();
    RecordPage *makeRequests();
    RecordPage *makeMessages();
};

} // namespace plumbline
