#include "ui/pages/historydetail.h"

#include "ui/dialogs/recordwords.h"
#include "ui/dialogs/textdiff.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

HistoryDetail::HistoryDetail(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(32, 16, 32, 16);
    m_column->setSpacing(8);
}

static QuietLabel *addWords(QVBoxLayout *column, const QString &text)
{
    auto *label = new QuietLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setToken(&Theme::ink);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
    return label;
}

void HistoryDetail::setEntry(const std::optional<HistoryEntry> &entry)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // It may be the button that was just pressed.
        delete item;
    }
    m_entry = entry.value_or(HistoryEntry());
    if (!entry)
        return;
    addHead();
    addValues();
    addReplaced();
    addButtons();
    m_column->addStretch(1);
}

void HistoryDetail::addHead()
{
    auto *title = new LinkButton(titleWords(m_session.review(), m_entry.record).isEmpty()
                                     ? shortName(m_session.review(), m_entry.record)
                                     : titleWords(m_session.review(), m_entry.record));
    connect(title, &LinkButton::clicked, this, [this] { emit recordRequested(m_entry.record); });
    m_column->addWidget(title, 0, Qt::AlignLeading);
    QStringList words{personWords(m_session.review(), m_entry.person, m_session.me()),
                      longWhenWords(m_entry.when, m_session.clock().now())};
    if (m_entry.import > 0)
        words += tr("came with import %1").arg(m_entry.import);
    auto *caption = addWords(m_column, words.join(u" · "_s));
    caption->setToken(&Theme::ink2);
    caption->setType(Type::Caption);
    if (m_entry.inFuture)
        addWords(m_column, tr("By the clock of its author it was made in the future."))->setToken(&Theme::amber);
    if (m_entry.beforeReplaced)
        addWords(m_column, tr("By the clocks of the authors it was made before what it replaces."))
            ->setToken(&Theme::amber);
}

void HistoryDetail::addValues()
{
    m_column->addWidget(new SectionHeader(fieldLabel(m_entry.kind, m_entry.field)));
    const Field *field = describe(m_entry.kind).field(m_entry.field);
    if (!field) {
        const QString word = m_entry.after.toText();
        addWords(m_column, word == "alive"_L1   ? (m_entry.before.isNull() ? tr("Added") : tr("Brought back"))
                           : word == "moved"_L1 ? tr("Moved to another audience")
                           : word == "withdrawn"_L1 ? tr("Withdrawn")
                                                    : tr("Deleted"));
        return;
    }
    const QDate today = m_session.clock().today();
    const WordDiff diff = shownDiff(valueWords(m_session.review(), *field, m_entry.before, today),
                                    valueWords(m_session.review(), *field, m_entry.after, today));
    QuietLabel *words = addWords(m_column, {});
    words->setType(Type::Reading);
    words->setTextFormat(Qt::RichText);
    words->setText(wordDiffHtml(diff));
    words->setAccessibleName(wordDiffSpoken(diff));
    words->setObjectName(u"diff"_s);
}

void HistoryDetail::addReplaced()
{
    const Field *field = describe(m_entry.kind).field(m_entry.field);
    if (!field || m_entry.replaced.isEmpty())
        return;
    m_column->addSpacing(8);
    m_column->addWidget(new SectionHeader(tr("It replaced %n value(s)", nullptr, int(m_entry.replaced.size()))));
    for (const ConflictValue &replaced : std::as_const(m_entry.replaced)) {
        const QString value = valueWords(m_session.review(), *field, replaced.value, m_session.clock().today());
        addWords(m_column, value.isEmpty() ? tr("no value") : value);
        auto *who = addWords(m_column, personWords(m_session.review(), replaced.by, m_session.me()) + u" · "_s +
                                           longWhenWords(replaced.when, m_session.clock().now()));
        who->setToken(&Theme::ink2);
        who->setType(Type::Caption);
        addRestore(m_entry.replaced.size() > 1 ? tr("Restore this one") : tr("Restore the value before"),
                   replaced.value);
    }
}

bool HistoryDetail::isShownNow(const Value &value) const
{
    const Record *record = m_session.review().find(m_entry.record);
    const Field *field = describe(m_entry.kind).field(m_entry.field);
    return record && field && field->get(*record) == value;
}

void HistoryDetail::addRestore(const QString &text, const Value &value)
{
    auto *button = new QPushButton(text);
    const bool gone = !m_session.review().find(m_entry.record);
    button->setEnabled(!m_session.isReadOnly() && !gone && !isShownNow(value));
    if (gone)
        button->setToolTip(tr("The record is deleted; bring it back first."));
    else if (isShownNow(value))
        button->setToolTip(tr("It is the value shown now."));
    connect(button, &QPushButton::clicked, this,
            [this, value] { emit restoreRequested(m_entry.record, m_entry.field, value); });
    m_column->addWidget(button, 0, Qt::AlignLeading);
}

void HistoryDetail::addButtons()
{
    m_column->addSpacing(8);
    if (m_entry.field != "life") {
        addRestore(tr("&Restore this value"), m_entry.after);
    } else if (!m_session.review().find(m_entry.record) && m_entry.after.toText() == "deleted"_L1) {
        auto *back = new QPushButton(tr("&Bring the record back"));
        back->setEnabled(!m_session.isReadOnly());
        connect(back, &QPushButton::clicked, this, [this] { emit bringBackRequested(m_entry.record); });
        m_column->addWidget(back, 0, Qt::AlignLeading);
    }
    if (m_entry.import == 0)
        return;
    auto *aside = new QPushButton(tr("&Set aside this import"));
    aside->setEnabled(!m_session.isReadOnly());
    aside->setToolTip(tr("Takes back everything this import brought. Undo brings it again."));
    connect(aside, &QPushButton::clicked, this, [this] { emit setAsideRequested(m_entry.import); });
    m_column->addWidget(aside, 0, Qt::AlignLeading);
}

} // namespace plumbline
