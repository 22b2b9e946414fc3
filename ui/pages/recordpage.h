#pragma once

#include "ui/models/recordmodel.h"
#include "ui/pages/page.h"
#include "ui/widgets/pageheader.h"

class QAction;
class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace plumbline {

class EmptyState;
class FilterModel;
class QuietLabel;
class RecordFilterBar;
class RecordTable;
class RecordView;

/// What a page of records says: its title and what it shows while there is nothing.
struct RecordPageText {
    QString iconName;
    QString title;             ///< "Findings".
    QString newTitle;          ///< "New finding", the title a new record begins with.
    QString sentence;          ///< What belongs here.
    QString example;           ///< A real example.
    QString firstOne;          ///< On the button that adds the first record.
    QString hint;              ///< What helps to know.
    QList<QByteArray> columns; ///< Fields whose heads stand above the empty page.
};

/// A page of the records of one kind: the list at the side, the editor of the current one beside it.
///
/// Shows only the records that the filter field and the sub-team chosen beside it let through. New records
/// belong to that sub-team. While the review has none of the kind the page says what belongs there.
class RecordPage : public Page
{
    Q_OBJECT

public:
    /// @p model and @p view become owned by the page.
    RecordPage(Session &session, const RecordPageText &text, RecordModel *model, RecordView *view,
               QWidget *parent = nullptr);

    bool showRecord(RecordId record) override;
    RecordId currentRecord() const override;
    QPair<Severity, int> attention() const override;
    bool wantsInspector() const override;

    RecordModel *model() const { return m_model; }
    RecordView *view() const { return m_view; }
    QListView *list() const { return m_list; }
    RecordFilterBar *filterBar() const { return m_filterBar; }
    PageHeader *header() const { return m_header; }
    /// The same records as a table, made when it is first asked for.
    RecordTable *table();
    /// Shows the table in place of the list and the editor, or these again.
    void setTableShown(bool shown);

public slots:
    /// Adds a record with a title to type over, for the whole team or one closed group.
    void addRecord() { addRecordTo(0); }
    void addRecordTo(int audience);
    /// Asks where the record is to be moved, and shows it there.
    void moveRecord(plumbline::RecordId record);
    /// Deletes the selected records in one step, which undo takes back.
    void deleteSelected();
    /// Puts the current record before or after its neighbour in the list; nothing where their order is not shown.
    void moveCurrentUp() { moveCurrent(-1); }
    void moveCurrentDown() { moveCurrent(1); }

signals:
    /// The user asks to choose between the values of a field in conflict; see RecordView.
    void conflictRequested(plumbline::RecordId record, const QByteArray &field);

protected:
    /// The parts of the sentence beside the title.
    virtual QList<PageHeader::Count> counts() const;
    /// Brings the sentence beside the title up to date; a subclass with counts of its own calls it once.
    void updateHeader();
    /// The problems on records of this page, and the worst of them.
    QPair<Severity, int> problems() const;

    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makeList();
    QWidget *makeEmpty();
    void makeActions();
    void fillNewMenu();
    void connectAll();
    void follow(const Changes &changes);
    void applyFilter();
    void moveCurrent(int step);
    RecordId siblingAt(int step) const;
    void showAll();
    int wantedView() const;
    void showCurrent();
    void setCurrent(RecordId record);
    bool selectFirst();

    RecordPageText m_text;
    RecordModel *m_model;
    RecordView *m_view;
    FilterModel *m_filtered;
    PageHeader *m_header;
    QPushButton *m_new;
    QPushButton *m_asTable;
    RecordTable *m_table = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QStackedWidget *m_stack;
    RecordFilterBar *m_filterBar;
    QListView *m_list;
    QuietLabel *m_nothing;
    RecordId m_shown;
};

} // namespace plumbline
