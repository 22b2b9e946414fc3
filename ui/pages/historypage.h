#pragma once

#include "ui/pages/page.h"

class QStackedWidget;

namespace plumbline {

class ChoiceBar;
class HistoryChanges;
class HistoryCompare;
class HistoryTrash;
class PageHeader;

/// What became of the review: every change, what changed since a baseline, and what was deleted.
class HistoryPage : public Page
{
    Q_OBJECT

public:
    explicit HistoryPage(Session &session, QWidget *parent = nullptr);

    RecordId currentRecord() const override;
    /// It shows what became of the record itself, and needs the room.
    bool wantsInspector() const override { return false; }
    /// `changes`, `compare` or `trash`.
    void showView(const QString &id);

private:
    void showCounts();

    PageHeader *m_header;
    ChoiceBar *m_views;
    QStackedWidget *m_stack;
    HistoryChanges *m_changes;
    HistoryCompare *m_compare;
    HistoryTrash *m_trash;
};

} // namespace plumbline
