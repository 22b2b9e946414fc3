#pragma once

#include "ui/pages/recordpage.h"

class QStackedWidget;

namespace plumbline {

class ChoiceBar;

/// A page of several lists that belong together, of which one is shown; the choice between them stands in the head of each.
class ListsPage : public Page
{
    Q_OBJECT

public:
    bool showRecord(RecordId record) override;
    RecordId currentRecord() const override;
    bool wantsInspector() const override;
    /// The worst of what its lists say.
    QPair<Severity, int> attention() const override;

    /// Shows the list of that id; unknown ids are passed over.
    void showView(const QString &id);
    /// The id of the list that is shown.
    QString currentView() const;
    Page *page(const QString &id) const;
    /// The list of that id as a page of records; null for one that is none.
    RecordPage *view(const QString &id) const { return qobject_cast<RecordPage *>(page(id)); }

protected:
    explicit ListsPage(Session &session, QWidget *parent = nullptr);

    /// Adds a list with its choice; the first one is shown. To be called for all of them in the constructor, then finish().
    void addView(const QString &id, const QString &title, Page *page, PageHeader *header);
    void addView(const QString &id, const QString &title, RecordPage *page);
    void finish();

private:
    struct View {
        QString id;
        QString title;
        Page *page;
        PageHeader *header;
    };

    QStackedWidget *m_stack;
    QList<View> m_views;
    QList<ChoiceBar *> m_bars; ///< The same choices in the head of each list.
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
