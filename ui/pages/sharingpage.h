#pragma once

#include "ui/pages/page.h"

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace plumbline {

class ChoiceBar;
class ConflictsView;
class EmptyState;
class MessageBar;
class PageHeader;
class RereadList;
class SharingPeople;

/// Who has what of the review, what is missing, and the conflicts exchange has made; where changes are sent from and
/// received.
///
/// Two views: `people` and `conflicts`. Sending and receiving are asked for by signals; whoever has the window does them.
class SharingPage : public Page
{
    Q_OBJECT

public:
    explicit SharingPage(Session &session, QWidget *parent = nullptr);

    bool showRecord(RecordId record) override;
    RecordId currentRecord() const override;
    QPair<Severity, int> attention() const override;
    bool wantsInspector() const override { return false; }

    QString currentView() const;
    ConflictsView *conflicts() const { return m_conflicts; }
    SharingPeople *people() const { return m_people; }

public slots:
    /// `people` or `conflicts`.
    void showView(const QString &view);
    /// Goes to the conflict of a field, of a record for no field.
    void showConflict(plumbline::RecordId record, const QByteArray &field);
    /// Reads anew who has what, as after something was sent.
    void refresh();

signals:
    /// Something is to be written for @p person; null: for anybody.
    void sendRequested(plumbline::RecordId person);
    void receiveRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeHeader();
    QWidget *makePeople();
    void connectAll();
    void follow();
    void showGaps();
    void showCounts();

    PageHeader *m_header;
    ChoiceBar *m_views = nullptr;
    QPushButton *m_receive;
    QPushButton *m_send;
    QStackedWidget *m_stack;
    QVBoxLayout *m_gaps;
    EmptyState *m_empty;
    SharingPeople *m_people;
    RereadList *m_reread;
    ConflictsView *m_conflicts;
    int m_peopleCount = 0;
    qint64 m_missing = 0; ///< Changes of others that are missing here.
    bool m_stale = true;  ///< Something changed while the page was not to be seen.
};

} // namespace plumbline
