// What stands where on a page of records. What it does is in recordpage.cpp.

#include "ui/editors/recordview.h"
#include "ui/models/filtermodel.h"
#include "ui/pages/recordpage.h"
#include "ui/pages/recordpagefilter.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/twolinedelegate.h"

#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int margin = 24;
constexpr int narrowestList = 264;
constexpr int usualList = 320;

/// A hairline across the page.
class Hairline : public QuietLabel
{
public:
    explicit Hairline(QWidget *parent) : QuietLabel(parent)
    {
        setFixedHeight(1);
        setAutoFillBackground(true);
        setBackgroundRole(QPalette::Mid);
    }
};

} // namespace

void RecordPage::build()
{
    m_asTable->setCheckable(true);
    m_asTable->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    m_asTable->setToolTip(tr("Sort, choose columns, copy and edit several rows (Ctrl+Shift+T)"));
    m_header->addAtEnd(m_asTable);
    m_header->addAtEnd(m_new);
    m_new->setEnabled(!session().isReadOnly());
    m_new->setToolTip(session().isReadOnly() ? tr("This review is open for reading only.") : m_text.newTitle);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"list-and-editor"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({usualList, 3 * usualList});
    m_stack->addWidget(splitter);
    m_stack->addWidget(makeEmpty());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(new Hairline(this));
    column->addWidget(m_stack, 1);
}

QWidget *RecordPage::makeList()
{
    useTwoLines(m_list);
    m_list->setModel(m_filtered);
    m_list->setModelColumn(std::max(0, m_model->columnOf(describe(m_model->kind()).title)));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(m_text.title);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_nothing->setToken(&Theme::ink3);
    m_nothing->setContentsMargins(16, 12, 16, 12);
    m_nothing->setWordWrap(true);
    m_nothing->hide();

    auto *side = new QWidget;
    side->setMinimumWidth(narrowestList);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    column->addWidget(new Hairline(side));
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    return side;
}

QWidget *RecordPage::makeEmpty()
{
    // The heads stay, so that a reader sees what will be asked of each record.
    auto *heads = new QTreeView;
    heads->setModel(new RecordModel(session(), m_model->kind(), m_text.columns, heads));
    useRows(heads);
    heads->setFocusPolicy(Qt::NoFocus);
    heads->setRootIsDecorated(false);
    heads->header()->setSectionResizeMode(QHeaderView::Stretch);
    heads->setFixedHeight(rowHeight(heads->fontMetrics()));
    auto *nothingToFilter = new RecordFilterBar(session(), m_model->kind());
    nothingToFilter->setEnabled(false);
    nothingToFilter->setMaximumWidth(usualList + margin);

    auto *empty = new EmptyState(m_text.iconName, m_text.sentence);
    empty->setExample(m_text.example);
    empty->setHint(session().isReadOnly() ? tr("This review is open for reading only.") : m_text.hint);
    if (!session().isReadOnly())
        connect(empty->setPrimary(m_text.firstOne), &QPushButton::clicked, this, &RecordPage::addRecord);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, margin);
    column->setSpacing(0);
    column->addWidget(nothingToFilter);
    column->addWidget(new Hairline(page));
    auto *inset = new QHBoxLayout; // The text of the first head stands on the margin of the page.
    inset->setContentsMargins(margin - 8, 0, margin - 8, 0);
    inset->addWidget(heads);
    column->addLayout(inset);
    column->addSpacing(96);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(empty);
    row->addStretch(2);
    column->addLayout(row);
    column->addStretch(1);
    return page;
}

} // namespace plumbline
