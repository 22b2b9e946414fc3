#pragma once

#include "ui/pages/listspage.h"

namespace plumbline {

/// What the review rests on: the Terms of Reference with their adoption, the scope, the people, and what became of the
/// previous review.
class PreparationPage : public ListsPage
{
    Q_OBJECT

public:
    explicit PreparationPage(Session &session, QWidget *parent = nullptr);

private:
    RecordPage *makeTerms();
    RecordPage *makeScope();
    RecordPage *makePeople();
    RecordPage *makePrior();
    RecordPage *makeRules();
};

} // namespace plumbline
