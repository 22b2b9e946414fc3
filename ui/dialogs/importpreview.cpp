#include "ui/dialogs/importpreview.h"

#include "ui/dialogs/linerow.h"
#include "ui/dialogs/recordwords.h"
#include "ui/dialogs/sharingwords.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMap>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int mostListed = 6; ///< Rows of each list; the rest is counted.
constexpr int figureRoom = 64; ///< Width of a column of figures, in pixels.
constexpr int keyRoom = 72;    ///< That of the keys of records, so that what follows begins at one place.

/// How many records of one kind are new, changed and gone.
struct KindCounts {
    int added = 0;
    int changed = 0;
    int gone = 0;
};

QMap<Kind, KindCounts> countsByKind(const QList<ImportedRecord> &records)
{
    QMap<Kind, KindCounts> counts;
    for (const ImportedRecord &record : records) {
        KindCounts &count = counts[record.kind];
        ++(record.what == ImportedRecord::New    ? count.added
           : record.what == ImportedRecord::Gone ? count.gone
                                                 : count.changed);
    }
    return counts;
}

QString figure(int count)
{
    return count == 0 ? u"—"_s : QLocale().toString(count);
}

QuietLabel *addFigure(LineRow *row, const QString &text)
{
    QuietLabel *label = row->addQuiet(text);
    label->setFixedWidth(figureRoom);
    label->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    return label;
}

} // namespace

ImportPreview::ImportPreview(const Review &review, const ImportReport &report, RecordId me, const QDateTime &now,
                             QWidget *parent)
    : QWidget(parent), m_review(review), m_report(report), m_me(me), m_now(now)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 8, 0, 0);
    columns->setSpacing(32);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(0);
        columns->addLayout(column, 1);
    }
    addKinds(left);
    addAuthors(left);
    addAlreadyHere(left);
    addConflicts(right);
    addChecks(right);
    addTouched(right);
    left->addStretch(1);
    right->addStretch(1);
}

void ImportPreview::addKinds(QVBoxLayout *column)
{
    column->addWidget(new SectionHeader(tr("What"), this));
    auto *head = new LineRow(this);
    head->addText({});
    for (const QString &title : {tr("new", "records"), tr("changed", "records"), tr("withdrawn", "records")})
        addFigure(head, title)->setType(Type::Caption);
    column->addWidget(head);
    const QMap<Kind, KindCounts> counts = countsByKind(m_report.records);
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        auto *row = new LineRow(this);
        row->addIcon(kindIcon(it.key()));
        row->addText(kindPlural(it.key()));
        for (const int count : {it->added, it->changed, it->gone})
            addFigure(row, figure(count))->setToken(&Theme::ink);
        row->setAccessibleName(tr("%1: %2 new, %3 changed, %4 withdrawn")
                                   .arg(kindPlural(it.key())).arg(it->added).arg(it->changed).arg(it->gone));
        column->addWidget(row);
    }
    column->addSpacing(20);
}

void ImportPreview::addAuthors(QVBoxLayout *column)
{
    column->addWidget(new SectionHeader(tr("By whom"), this));
    for (const ImportAuthor &author : m_report.authors.mid(0, mostListed)) {
        auto *row = new LineRow(this);
        row->addIcon(u"person"_s);
        row->addText(personWords(m_review, author.person, m_me));
        addFigure(row, QLocale().toString(author.changes))->setToken(&Theme::ink);
        QuietLabel *days = row->addQuiet(daySpan(author.first, author.last, m_now));
        days->setMinimumWidth(2 * figureRoom);
        days->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        column->addWidget(row);
    }
    addMore(column, m_report.authors.size() - mostListed);
}

void ImportPreview::addAlreadyHere(QVBoxLayout *column)
{
    if (m_report.counts.alreadyHere > 0)
        addNote(column, tr("%n more change(s) in it are here already.", nullptr, int(m_report.counts.alreadyHere)));
}

QString ImportPreview::sides(const Conflict &conflict) const
{
    const Record *record = m_review.findAny(conflict.record);
    const Field *field = describe(conflict.kind).field(conflict.field);
    if (conflict.field == "life")
        return tr("deleted by one, changed by another");
    if (!record || !field || conflict.values.size() != 2)
        return tr("%n value(s)", nullptr, int(conflict.values.size()));
    const bool firstIsHere = conflict.values.first().value == field->get(*record);
    const ConflictValue &here = conflict.values.at(firstIsHere ? 0 : 1);
    const ConflictValue &there = conflict.values.at(firstIsHere ? 1 : 0);
    if (field->type == FieldType::Choice || field->type == FieldType::Date || field->type == FieldType::Number)
        return tr("%1 here, %2 there", "values of a field").arg(valueWords(m_review, *field, here.value),
                                                                valueWords(m_review, *field, there.value));
    const QString when = whenWords(here.when, m_now);
    return here.by == m_me ? tr("yours %1, theirs %2", "dates").arg(when, whenWords(there.when, m_now))
                           : tr("%1 here, %2 there", "values of a field").arg(when, whenWords(there.when, m_now));
}

void ImportPreview::addConflicts(QVBoxLayout *column)
{
    auto *header = new SectionHeader(tr("Would conflict"), this);
    if (!m_report.newConflicts.isEmpty())
        header->setCount(tr("%n field(s)", nullptr, int(m_report.newConflicts.size())));
    column->addWidget(header);
    for (const Conflict &conflict : m_report.conflicts.mid(0, mostListed)) {
        const bool known = m_review.findAny(conflict.record);
        auto *row = new LineRow(this);
        row->addIcon(u"conflict"_s);
        QuietLabel *name = row->addQuiet(known ? keyWords(m_review, conflict.record) : tr("New"));
        name->setToken(&Theme::ink);
        name->setMinimumWidth(keyRoom);
        row->addTexts(fieldLabel(conflict.kind, conflict.field), sides(conflict));
        column->addWidget(row);
    }
    addMore(column, m_report.conflicts.size() - mostListed);
    addNote(column, m_report.newConflicts.isEmpty()
                        ? tr("Everything fits together with what is here.")
                        : tr("Both versions are kept until somebody decides. Your work goes on."));
    if (!m_report.settled.isEmpty())
        addNote(column, tr("%n conflict(s) would be settled.", nullptr, int(m_report.settled.size())));
    column->addSpacing(20);
}

void ImportPreview::addChecks(QVBoxLayout *column)
{
    QList<Problem> problems = m_report.newProblems;
    // What would conflict stands above, with its fields.
    problems.removeIf([](const Problem &problem) { return problem.check == "data.conflict"; });
    column->addWidget(new SectionHeader(tr("Checks that would change"), this));
    const auto add = [&](Severity severity, const QString &sentence) {
        auto *row = new LineRow(this);
        row->addIcon(severityIcon(severity));
        row->addText(sentence);
        column->addWidget(row);
    };
    for (const Problem &problem : problems.mid(0, mostListed))
        add(severityOf(problem.level), problem.sentence);
    addMore(column, problems.size() - mostListed);
    for (const Problem &problem : m_report.goneProblems.mid(0, mostListed))
        add(Severity::Good, tr("Goes away: %1").arg(problem.sentence));
    addMore(column, m_report.goneProblems.size() - mostListed);
    if (problems.isEmpty() && m_report.goneProblems.isEmpty())
        add(Severity::Good, tr("No check would say anything else than now."));
}

void ImportPreview::addTouched(QVBoxLayout *column)
{
    if (m_report.touchedByBoth.isEmpty())
        return;
    column->addSpacing(20);
    auto *header = new SectionHeader(tr("Changed here and there"), this);
    header->setCount(tr("%n record(s)", nullptr, int(m_report.touchedByBoth.size())));
    column->addWidget(header);
    for (const RecordId id : m_report.touchedByBoth.mid(0, mostListed)) {
        auto *row = new LineRow(this);
        row->addIcon(u"eye"_s);
        QuietLabel *name = row->addQuiet(keyWords(m_review, id));
        name->setToken(&Theme::ink);
        name->setMinimumWidth(keyRoom);
        row->addText(titleWords(m_review, id));
        column->addWidget(row);
    }
    addMore(column, m_report.touchedByBoth.size() - mostListed);
    addNote(column, tr("They will be listed to be read again: each change fits, but nobody has read the whole."));
}

void ImportPreview::addNote(QVBoxLayout *column, const QString &words)
{
    auto *note = new QuietLabel(words, this);
    note->setType(Type::Caption);
    note->setWordWrap(true);
    note->setContentsMargins(0, 8, 0, 0);
    column->addWidget(note);
}

void ImportPreview::addMore(QVBoxLayout *column, qsizetype hidden)
{
    if (hidden > 0)
        addNote(column, tr("and %n more", nullptr, int(hidden)));
}

} // namespace plumbline
