#pragma once

#include "ui/pages/recordpage.h"

namespace plumbline {

/// The findings of the review: what was established, and how.
class FindingsPage : public RecordPage
{
    Q_OBJECT

public:
    explicit FindingsPage(Session &session, QWidget *parent = nullptr);
};

} // namespace plumbline
