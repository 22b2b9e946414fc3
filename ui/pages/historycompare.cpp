#include "ui/pages/historycompare.h"

#include "core/domain/baseline.h"
#include "core/report/redlinereport.h"
#include "ui/dialogs/recordwords.h"
#include "ui/dialogs/textdiff.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/rowroles.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/twolinedelegate.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int pauseBeforeComparing = 400; // Milliseconds after the last change.

HistoryCompare::HistoryCompare(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_from(new QComboBox), m_to(new QComboBox), m_state(new QuietLabel),
      m_rows(new QStandardItemModel(this)), m_list(new QListView), m_detail(new QWidget),
      m_column(new QVBoxLayout(m_detail)),
      m_empty(new EmptyState(u"history"_s, tr("A comparison begins with a baseline."))), m_content(new QWidget)
{
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseBeforeComparing);
    connect(&m_soon, &QTimer::timeout, this, &HistoryCompare::compare);
    for (QComboBox *box : {m_from, m_to})
        connect(box, &QComboBox::currentIndexChanged, this, &HistoryCompare::compareSoon);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryCompare::showCurrent);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::Baseline))
            fillBaselines();
        compareSoon();
    });
    fillBaselines();
}

HistoryCompare::~HistoryCompare() = default;

void HistoryCompare::build()
{
    m_from->setAccessibleName(tr("Compare from"));
    m_to->setAccessibleName(tr("Compare with"));
    m_list->setModel(m_rows);
    m_list->setAccessibleName(tr("Records that changed"));
    useTwoLines(m_list);
    m_empty->setExample(tr("Take a baseline when a text or a plan goes out, such as “Draft report”. Afterwards this "
                           "shows word by word what became of it, and who changed it."));
    m_empty->setContentsMargins(32, 24, 32, 24);
    m_column->setContentsMargins(32, 16, 32, 16);
    m_column->setSpacing(8);
    auto *choice = new QHBoxLayout;
    choice->setContentsMargins(24, 6, 24, 6);
    choice->setSpacing(8);
    choice->addWidget(new QLabel(tr("From")));
    choice->addWidget(m_from);
    choice->addWidget(new QLabel(tr("to")));
    choice->addWidget(m_to);
    choice->addSpacing(16);
    choice->addWidget(m_state, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_detail);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *splitter = new QSplitter;
    splitter->addWidget(m_list);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({360, 840});
    splitter->setChildrenCollapsible(false);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addLayout(choice);
    content->addWidget(splitter, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_empty);
    all->addWidget(m_content, 1);
    setFocusProxy(m_list);
}

void HistoryCompare::fillBaselines()
{
    const QVariant from = m_from->currentData();
    const QVariant to = m_to->currentData();
    {
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        m_from->clear();
        m_to->clear();
        m_to->addItem(tr("now"), QUuid());
        for (const Baseline *baseline : m_session.review().all<Baseline>()) {
            m_from->addItem(baseline->name, baseline->id.uuid);
            m_to->addItem(baseline->name, baseline->id.uuid);
        }
        const int chosen = m_from->findData(from);
        m_from->setCurrentIndex(from.isValid() && chosen >= 0 ? chosen : m_from->count() - 1);
        m_to->setCurrentIndex(std::max(0, to.isValid() ? m_to->findData(to) : 0));
    }
    m_empty->setVisible(m_from->count() == 0);
    m_content->setVisible(m_from->count() > 0);
    compareSoon();
}

void HistoryCompare::compareSoon()
{
    m_stale = true;
    if (isVisible() && m_from->count() > 0 && !m_job)
        m_soon.start();
}

void HistoryCompare::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale && m_from->count() > 0 && !m_job)
        compare();
}

bool HistoryCompare::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event))
        showCurrent(); // The colours of the words stand in their text.
    return handled;
}

void HistoryCompare::compare()
{
    m_stale = false;
    m_state->setText(tr("Comparing…"));
    m_result = std::make_shared<std::optional<Result<report::Redline>>>();
    m_job = std::make_unique<Job>([path = m_session.path(), from = RecordId(m_from->currentData().toUuid()),
                                   to = RecordId(m_to->currentData().toUuid()), result = m_result](const Progress &) {
        const auto store = Store::open(path, Store::ReadOnly);
        *result = store ? report::redline(**store, from, to) : Result<report::Redline>(store.error());
    });
    connect(m_job.get(), &Job::finished, this, &HistoryCompare::takeResult);
    m_job->start();
}

void HistoryCompare::takeResult()
{
    m_job.release()->deleteLater(); // We are in its signal.
    const Result<report::Redline> &result = **m_result;
    m_redline = result ? *result : report::Redline();
    const int count = int(m_redline.records.size());
    m_state->setText(!result     ? result.error().sentence
                     : count > 0 ? tr("%n record(s) changed", nullptr, count)
                                 : tr("Nothing changed"));
    m_state->setToken(result ? &Theme::ink2 : &Theme::amber);
    fillList();
    emit compared();
    if (m_stale) // Something changed, or another baseline was chosen, while it was computed.
        compareSoon();
}

static QString whatWords(const report::RedlineRecord &record)
{
    return record.what == report::RedlineRecord::New    ? HistoryCompare::tr("new")
           : record.what == report::RedlineRecord::Gone ? HistoryCompare::tr("gone")
                                                        : HistoryCompare::tr("%n field(s)", nullptr, int(record.fields.size()));
}

void HistoryCompare::fillList()
{
    const RecordId current = currentRecord();
    int row = 0;
    m_rows->clear();
    for (const report::RedlineRecord &record : std::as_const(m_redline.records)) {
        auto *item = new QStandardItem(record.title.isEmpty() ? kindLabel(record.kind) : record.title);
        QStringList second{record.key.isEmpty() ? kindLabel(record.kind) : record.key, whatWords(record)};
        if (record.numberBefore != record.numberAfter && !record.numberBefore.isEmpty())
            second += tr("%1 → %2", "number before and after")
                          .arg(record.numberBefore, record.numberAfter.isEmpty() ? tr("none") : record.numberAfter);
        item->setData(second, RowRole::SecondLine);
        item->setData(record.record.uuid, Qt::UserRole);
        item->setData(u"%1: %2"_s.arg(item->text(), second.join(u", "_s)), Qt::AccessibleTextRole);
        item->setEditable(false);
        if (record.record == current)
            row = m_rows->rowCount();
        m_rows->appendRow(item);
    }
    m_list->setCurrentIndex(m_rows->index(row, 0));
    showCurrent();
}

RecordId HistoryCompare::currentRecord() const
{
    return RecordId(m_list->currentIndex().data(Qt::UserRole).toUuid());
}

void HistoryCompare::showCurrent()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const int row = m_list->currentIndex().row();
    if (row >= 0 && row < m_redline.records.size()) {
        const report::RedlineRecord &record = m_redline.records.at(row);
        auto *title = new LinkButton(record.title.isEmpty() ? kindLabel(record.kind) : record.title);
        connect(title, &LinkButton::clicked, this, [this, id = record.record] { emit recordRequested(id); });
        m_column->addWidget(title, 0, Qt::AlignLeading);
        for (const report::RedlineField &field : record.fields)
            addField(field);
        m_column->addStretch(1);
    }
    emit currentRecordChanged(currentRecord());
}

void HistoryCompare::addField(const report::RedlineField &field)
{
    m_column->addSpacing(8);
    m_column->addWidget(new SectionHeader(field.label));
    const WordDiff diff = shownDiff(field.before, field.after);
    auto *words = new QuietLabel(wordDiffHtml(diff));
    words->setType(Type::Reading);
    words->setToken(&Theme::ink);
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setAccessibleName(wordDiffSpoken(diff));
    m_column->addWidget(words);
    auto *who = new QuietLabel(report::authorWords(field.authors, QLocale()));
    who->setType(Type::Caption);
    who->setWordWrap(true);
    m_column->addWidget(who);
}

} // namespace plumbline
