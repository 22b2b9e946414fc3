#pragma once

#include "ui/pages/page.h"

class QStackedWidget;

namespace plumbline {

class ChoiceBar;
class RecordPage;

/// Meetings with their roll, decisions, and action items: three lists, of which one is shown.
class DecisionsPage : public Page
{
    Q_OBJECT

public:
    explicit DecisionsPage(Session &session, QWidget *parent = nullptr);

    bool showRecord(RecordId record) override;
    RecordId currentRecord() const override;
    /// Open action items past their date.
    QPair<Severity, int> attention() const override;
    bool wantsInspector() const override;

    /// Shows the list of that id: `meetings`, `decisions` or `actions`. Unknown ids are passed over.
    void showView(const QString &id);
    RecordPage *view(const QString &id) const;

private:
    void addView(const QString &id, RecordPage *page);
    RecordPage *makeMeetings();
    RecordPage *makeDecisions();
    RecordPage *makeActions();
    RecordPage *current() const;

    QStackedWidget *m_stack;
    QStringList m_ids;
    QList<RecordPage *> m_views;
    QList<ChoiceBar *> m_bars; ///< The same choices in the head of each list.
};

} // namespace plumbline
