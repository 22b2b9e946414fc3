#pragma once

#include "ui/pages/recordpage.h"

namespace plumbline {

/// The evidence register: each data source with its state, how much it is needed, and when it is expected.
class EvidencePage : public RecordPage
{
    Q_OBJECT

public:
    explicit EvidencePage(Session &session, QWidget *parent = nullptr);
};

} // namespace plumbline
