#pragma once

#include "ui/pages/recordpage.h"

#include <functional>

class QStackedWidget;

namespace plumbline {

class ChoiceBar;

/// A page of several lists that belong together, of which one is shown; the choice between them stands in the head of each.
///
/// A list is made when it is first shown: a window has a dozen of them, and most are never looked at.
class ListsPage : public Page
{
    Q_OBJECT

public:
    bool showRecord(RecordId record) override;
    RecordId currentRecord() const override;
    bool wantsInspector() const override;
    /// The problems on records of its lists, and the worst of them.
    QPair<Severity, int> attention() const override;

    /// Shows the list of that id; unknown ids are passed over.
    void showView(const QString &id);
    /// The id of the list that is shown.
    QString currentView() const { return m_current; }
    /// The list of that id, made now if need be; null for an unknown one.
    Page *page(const QString &id);
    /// The same as a page of records; null for one that is none.
    RecordPage *view(const QString &id) { return qobject_cast<RecordPage *>(page(id)); }

signals:
    /// See RecordPage.
    void conflictRequested(plumbline::RecordId record, const QByteArray &field);

protected:
    explicit ListsPage(Session &session, QWidget *parent = nullptr);

    struct Made {
        Page *page;
        PageHeader *header;
    };
    /// Adds a list of records of a kind. To be called for all of them in the constructor, and then finish().
    void addView(const QString &id, const QString &title, Kind kind, const std::function<RecordPage *()> &make);
    /// Adds a list that shows no single record, such as a board.
    void addView(const QString &id, const QString &title, const std::function<Made()> &make);
    /// Shows the first list, once the page itself is shown.
    void finish();

    void showEvent(QShowEvent *event) override;

private:
    struct View {
        QString id;
        QString title;
        std::optional<Kind> kind;
        std::function<Made()> make;
        Page *page = nullptr; ///< Null until it was asked for.
        ChoiceBar *bar = nullptr;
    };
    View *find(const QString &id);
    Page *current() const;
    void make(View &view);

    QStackedWidget *m_stack;
    QList<View> m_views;
    QString m_current;
};

/// Puts a section below the form of a list: it follows the current record, and what it refuses is said by the page.
template<class Form, class Section>
void addSection(RecordPage *page, Form *form, Section *section)
{
    form->addSection(section);
    QObject::connect(page, &Page::currentRecordChanged, section, &Section::setRecord);
    QObject::connect(section, &Section::refused, page,
                     [page](const QString &sentence) { emit page->message(Severity::Error, sentence, {}); });
    QObject::connect(section, &Section::recordRequested, page, &Page::recordRequested);
}

} // namespace plumbline
