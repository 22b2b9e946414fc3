#pragma once

#include "ui/pages/recordpage.h"

namespace plumbline {

class RecommendationListModel;

/// The recommendations in the order of their numbers, and the editor of the current one.
class RecommendationsPage : public RecordPage
{
    Q_OBJECT

public:
    explicit RecommendationsPage(Session &session, QWidget *parent = nullptr);

    RecommendationListModel *recommendations() const;

protected:
    QList<PageHeader::Count> counts() const override;
};

} // namespace plumbline
