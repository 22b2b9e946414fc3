#include "ui/window/inspectorhistory.h"

#include "core/edits/history.h"
#include "ui/dialogs/changewords.h"
#include "ui/dialogs/recordwords.h"
#include "ui/dialogs/textdiff.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int mostActions = 5;
constexpr int longValue = 40;   ///< From so many characters on, words are compared.
constexpr int longestNew = 160; ///< Characters shown of a text that had none before.

QString cut(const QString &text)
{
    return text.size() > longestNew ? text.left(longestNew).trimmed() + QChar(0x2026) : text;
}

} // namespace

bool InspectorHistory::fill(const Record &record, Kind)
{
    const QList<Action> actions = actionsOf(session().history(record.id));
    addHeading(tr("History"), actions.size());
    const bool all = m_unfolded == record.id || actions.size() <= mostActions + 1;
    for (const Action &action : actions.mid(0, all ? actions.size() : mostActions))
        addAction(action);
    if (!all) {
        auto *more = new LinkButton(tr("Show all %1").arg(QLocale().toString(actions.size())), this);
        connect(more, &LinkButton::clicked, this, [this] {
            m_unfolded = this->record();
            refill();
        });
        column()->addWidget(more, 0, Qt::AlignLeading);
    }
    return !actions.isEmpty();
}

void InspectorHistory::addAction(const Action &action)
{
    const HistoryEntry &first = action.first();
    QStringList head{longWhenWords(first.when, session().clock().now()),
                     personWords(session().review(), first.person, session().me())};
    if (first.cause == Cause::Undo)
        head += tr("undone");
    else if (first.cause == Cause::Redo)
        head += tr("repeated");
    else if (first.cause == Cause::Resolve)
        head += tr("settled a conflict");
    QuietLabel *caption = addWords(head.join(u" · "_s));
    caption->setType(Type::Caption);
    caption->setContentsMargins(0, 4, 0, 0);
    for (auto entry = action.crbegin(); entry != action.crend(); ++entry) {
        if (entry->field != "life")
            continue;
        // The values a record was created with are those it has; only what changed later is news.
        const bool lives = entry->after.toText() == "alive"_L1;
        addWords(!lives ? tr("Deleted") : entry->cause == Cause::Restore ? tr("Brought back") : tr("Added"));
        return;
    }
    for (auto entry = action.crbegin(); entry != action.crend(); ++entry) {
        if (!isBookkeeping(*entry))
            addEntry(*entry);
    }
}

void InspectorHistory::addEntry(const HistoryEntry &entry)
{
    const Field *field = describe(entry.kind).field(entry.field);
    if (!field)
        return;
    const QDate today = session().clock().today();
    const QString label = fieldLabel(entry.kind, entry.field);
    const QString before = valueWords(session().review(), *field, entry.before, today);
    const QString after = valueWords(session().review(), *field, entry.after, today);
    const bool isText = field->type == FieldType::Text || field->type == FieldType::Line;
    const bool isLong = before.size() > longValue || after.size() > longValue;
    QuietLabel *line = addWords({});
    line->setToken(&Theme::ink);
    if (isText && isLong && !before.isEmpty() && !after.isEmpty()) {
        const WordDiff diff = diffExcerpt(before, after);
        line->setTextFormat(Qt::RichText);
        line->setText(tr("%1: %2", "field and its values").arg(label.toHtmlEscaped(), wordDiffHtml(diff)));
        line->setAccessibleName(tr("%1: %2", "field and its values").arg(label, wordDiffSpoken(diff)));
        addRestores(entry);
        return;
    }
    QString values = before.isEmpty() ? cut(after)
                                      : tr("%1 → %2", "value before and after").arg(cut(before), cut(after));
    if (after.isEmpty())
        values = tr("“%1” was taken away", "a value").arg(cut(before));
    line->setText(tr("%1: %2", "field and its values").arg(label, values));
    addRestores(entry);
}

void InspectorHistory::addRestores(const HistoryEntry &entry)
{
    const Field *field = describe(entry.kind).field(entry.field);
    const Record *now = session().review().find(entry.record);
    if (!field || !now || session().isReadOnly() || session().review().conflict(entry.record, entry.field))
        return;
    const auto offer = [&](const QString &text, const Value &value, const QString &spoken) {
        if (field->get(*now) == value)
            return;
        auto *link = new LinkButton(text, this);
        link->setAccessibleName(spoken);
        connect(link, &LinkButton::clicked, this, [this, id = entry.record, name = entry.field, value] {
            commit(restoreValue(session().context(), id, name, value));
        });
        column()->addWidget(link, 0, Qt::AlignLeading);
    };
    const QDate today = session().clock().today();
    const auto words = [&](const Value &value) {
        const QString text = valueWords(session().review(), *field, value, today);
        return text.isEmpty() ? tr("no value") : cut(text);
    };
    offer(tr("Restore this value"), entry.after, tr("Restore %1").arg(words(entry.after)));
    if (entry.replaced.size() < 2)
        return;
    // It settled a conflict: the values that were not taken are not lost.
    for (const ConflictValue &lost : entry.replaced) {
        if (lost.value == entry.after)
            continue;
        addWords(tr("%1 wrote: %2", "a person and a value")
                     .arg(personWords(session().review(), lost.by, session().me()), words(lost.value)));
        offer(tr("Restore this one"), lost.value, tr("Restore %1").arg(words(lost.value)));
    }
}

} // namespace plumbline
