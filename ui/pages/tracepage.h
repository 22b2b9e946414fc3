#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/pageheader.h"

class QTableView;

namespace plumbline {

class ChainModel;
class ChoiceBar;
class EmptyState;
class FactList;
class FilterModel;

/// The chain from evidence over findings to recommendations, and below it what is missing, in sentences with who has to act.
class TracePage : public Page
{
    Q_OBJECT

public:
    explicit TracePage(Session &session, QWidget *parent = nullptr);

    RecordId currentRecord() const override;
    QPair<Severity, int> attention() const override;
    QTableView *table() const { return m_table; }
    FactList *gaps() const { return m_gaps; }
    ChainModel *model() const { return m_model; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void refresh();
    void activate(const QModelIndex &index);

    PageHeader *m_header;
    ChainModel *m_model;
    FilterModel *m_filtered;
    ChoiceBar *m_which;
    QTableView *m_table;
    EmptyState *m_empty;
    FactList *m_gaps;
};

} // namespace plumbline
