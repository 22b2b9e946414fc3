#include "ui/dialogs/importedrecordsdialog.h"

#include "ui/dialogs/recordwords.h"
#include "ui/dialogs/textdiff.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/rowdelegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace plumbline {

static QString whatWords(ImportedRecord::What what)
{
    return what == ImportedRecord::New    ? ImportedRecordsDialog::tr("new", "a record")
           : what == ImportedRecord::Gone ? ImportedRecordsDialog::tr("withdrawn", "a record")
                                          : ImportedRecordsDialog::tr("changed", "a record");
}

static QString nameOf(const ImportedRecord &record)
{
    const QString key = record.key.isEmpty() ? kindLabel(record.kind) : record.key;
    const QString title = record.title();
    return title.isEmpty() ? key : u"%1  %2"_s.arg(key, title);
}

ImportedRecordsDialog::ImportedRecordsDialog(const Review &review, const ImportReport &report,
                                             const QSet<RecordId> &setAside, QWidget *parent)
    : DialogFrame(tr("Every change"), parent),
      m_review(review),
      m_records(report.records),
      m_conflicts(report.conflicts),
      m_list(new QListWidget(this)),
      m_head(new QuietLabel(this)),
      m_words(new QuietLabel(this))
{
    setHeading(tr("Every change"), tr("What you untick is taken in like the rest and set aside in the same step: nothing "
                                      "of it is lost, and undo brings it back."));
    m_list->setAccessibleName(tr("Records that change"));
    useRows(m_list);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_head->setType(Type::Section);
    m_head->setToken(&Theme::ink);
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    m_words->setToken(&Theme::ink);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *reading = new QWidget;
    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins(24, 0, 8, 0);
    column->addWidget(m_head);
    column->addWidget(m_words);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(reading);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({340, 500});
    splitter->setChildrenCollapsible(false);
    body()->addWidget(splitter, 1);

    auto *all = new LinkButton(tr("Tick &all"), this);
    auto *none = new LinkButton(tr("Tick n&one"), this);
    connect(all, &QPushButton::clicked, this, [this] { tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickAll(false); });
    addAtFoot(none);
    addAtFoot(all);
    setButtons(tr("Done"), tr("Cancel"));
    fill(setAside);
    connect(m_list, &QListWidget::currentRowChanged, this, &ImportedRecordsDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, &ImportedRecordsDialog::countTicks);
    m_list->setCurrentRow(0);
    m_list->setFocus();
    countTicks();
    resize(900, 600);
}

void ImportedRecordsDialog::fill(const QSet<RecordId> &setAside)
{
    for (const ImportedRecord &record : m_records) {
        const bool conflicts = std::any_of(m_conflicts.cbegin(), m_conflicts.cend(), [&](const Conflict &conflict) {
            return conflict.record == record.record;
        });
        const char *mark = conflicts                    ? "conflict"
            : record.what == ImportedRecord::New  ? "plus"
            : record.what == ImportedRecord::Gone ? "close"
                                                  : "edit";
        auto *item = new QListWidgetItem(icon(mark), nameOf(record), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(setAside.contains(record.record) ? Qt::Unchecked : Qt::Checked);
        item->setToolTip(nameOf(record).toHtmlEscaped());
        item->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(nameOf(record), conflicts ? tr("would conflict", "a record") : whatWords(record.what)));
    }
}

void ImportedRecordsDialog::tickAll(bool ticked)
{
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
}

QSet<RecordId> ImportedRecordsDialog::setAside() const
{
    QSet<RecordId> aside;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Unchecked)
            aside += m_records.at(i).record;
    }
    return aside;
}

void ImportedRecordsDialog::countTicks()
{
    const int aside = int(setAside().size());
    setFootnote(aside == 0 ? tr("Everything is taken.") : tr("%n record(s) are set aside.", nullptr, aside));
}

void ImportedRecordsDialog::showCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const ImportedRecord &record = m_records.at(row);
    m_head->setText(nameOf(record));
    m_words->setText(differences(record));
}

/// The value an import brings. Where it would stand against one that is here, the one here goes on being shown until somebody
/// decides; what matters now is the other.
Value ImportedRecordsDialog::valueComing(const ImportedRecord &imported, const Field &field) const
{
    const Value shown = field.get(*imported.shown);
    const Record *here = m_review.findAny(imported.record);
    for (const Conflict &conflict : here ? m_conflicts : QList<Conflict>()) {
        if (conflict.record != imported.record || conflict.field != field.name)
            continue;
        for (const ConflictValue &value : conflict.values) {
            if (value.value != field.get(*here))
                return value.value;
        }
    }
    return shown;
}

bool ImportedRecordsDialog::wouldConflict(const ImportedRecord &imported, const QByteArray &field) const
{
    return std::any_of(m_conflicts.cbegin(), m_conflicts.cend(), [&](const Conflict &conflict) {
        return conflict.record == imported.record && conflict.field == field;
    });
}

QString ImportedRecordsDialog::differences(const ImportedRecord &imported) const
{
    QString html = u"<p>%1%2</p>"_s.arg(
        whatWords(imported.what),
        imported.touchedByBoth ? tr(" · changed here as well since you last exchanged changes") : QString());
    if (imported.what == ImportedRecord::Gone)
        return html;
    const Record *record = imported.what == ImportedRecord::New ? nullptr : m_review.findAny(imported.record);
    for (const Field &field : imported.fields()) {
        if (field.name.startsWith('~'))
            continue;
        const QString before = record ? valueWords(m_review, field, field.get(*record)) : QString();
        const Value coming = valueComing(imported, field);
        const QString after = valueWords(m_review, field, coming);
        const bool isText = field.type == FieldType::Text || field.type == FieldType::Line;
        const WordDiff diff = before.isEmpty() ? WordDiff{{DiffOp::Same, after}}
            : isText                           ? shownDiff(before, after)
                     : WordDiff{{DiffOp::Deleted, before}, {DiffOp::Same, u" "_s}, {DiffOp::Inserted, after}};
        QString label = fieldLabel(imported.kind, field.name);
        if (wouldConflict(imported, field.name))
            label = tr("%1, in conflict with what stands here", "a field").arg(label);
        html += u"<p><b>%1</b><br>%2</p>"_s.arg(label.toHtmlEscaped(), wordDiffHtml(diff));
    }
    return html;
}

bool ImportedRecordsDialog::event(QEvent *event)
{
    const bool handled = DialogFrame::event(event);
    if (changesLook(*event))
        showCurrent(); // The colours of the words stand in their text.
    return handled;
}

} // namespace plumbline
