#include "ui/dialogs/importpreviewdialog.h"

#include "core/domain/person.h"
#include "ui/dialogs/linerow.h"
#include "ui/dialogs/recordwords.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// The header of the bundle that is shown.
BundleHeader headerOf(const ImportReport &report)
{
    return report.bundles.value(0).header;
}

constexpr int mostRows = 6; ///< Of each list; the rest is counted.

/// How many records of one kind are new, changed and gone.
struct KindCounts {
    int appeared = 0;
    int changed = 0;
    int vanished = 0;
};

QMap<Kind, KindCounts> countsByKind(const Changes &changes)
{
    QMap<Kind, KindCounts> counts;
    for (const Changes::Entry &entry : changes.records) {
        KindCounts &count = counts[entry.kind];
        ++(entry.appeared ? count.appeared : entry.vanished ? count.vanished : count.changed);
    }
    return counts;
}

void addMore(QVBoxLayout *column, qsizetype hidden)
{
    if (hidden > 0)
        column->addWidget(new QuietLabel(ImportPreviewDialog::tr("and %n more", nullptr, int(hidden))));
}

/// The record and the field of a conflict's name, `R-S2-04.text`, as far as they are known here.
struct NamedField {
    QString record;
    QString field;
    QString icon = u"conflict"_s;
};

NamedField namedField(const Review &review, const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString key = name.left(dot);
    const QByteArray field = name.mid(dot + 1).toLatin1();
    const auto id = review.byKey(key);
    const auto kind = id ? review.kindOf(*id) : std::nullopt;
    if (!kind)
        return {QUuid::fromString(key).isNull() ? key : ImportPreviewDialog::tr("A new record"),
                QString::fromLatin1(field)};
    return {shortName(review, *id), fieldLabel(*kind, field)};
}

} // namespace

ImportPreviewDialog::ImportPreviewDialog(const Review &review, const ImportReport &report, QWidget *parent,
                                         const QString &file)
    : DialogFrame(tr("Receive changes"), parent), m_review(review), m_report(report)
{
    const int changes = int(report.counts.transactions);
    const QString made = QLocale().toString(headerOf(report).created.toLocalTime(), u"d MMM yyyy HH:mm"_s);
    const QString when = tr("made %1 · nothing is stored yet").arg(made);
    setHeading(changes > 0 ? tr("%n change(s) from %1", nullptr, changes).arg(sender())
                           : tr("Nothing new from %1").arg(sender()),
               file.isEmpty() ? when : QFileInfo(file).fileName() + u" · "_s + when);
    addMessages();

    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(32);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(0);
        columns->addLayout(column, 1);
    }
    addCounts(left);
    addKinds(left);
    addConflicts(right);
    addProblems(right);
    left->addStretch(1);
    right->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addSpacing(8);
    body()->addWidget(scroll, 1);

    setButtons(tr("Take %n change(s)", nullptr, changes), tr("Not now"));
    setFootnote(tr("It was not altered since it was sent."));
    allow(changes > 0, tr("Everything in it is here already."));
    if (changes > 0)
        acceptButton()->setFocus();
    resize(870, 600);
}

QString ImportPreviewDialog::sender() const
{
    const Person *person = m_review.find(PersonId(headerOf(m_report).sender.uuid));
    const QString name = person ? person->name : headerOf(m_report).senderName;
    return name.isEmpty() ? tr("somebody who did not say their name") : name;
}

void ImportPreviewDialog::addMessages()
{
    for (const Gap &gap : m_report.gaps) {
        auto *bar = new MessageBar(this);
        bar->setNews(false);
        bar->showMessage(Severity::Warning,
                         tr("%n change(s) by %1 are missing: no. %2–%3.", nullptr, int(gap.last - gap.first + 1))
                             .arg(personWords(m_review, gap.person, {}))
                             .arg(gap.first)
                             .arg(gap.last),
                         tr("The others can be taken now. The missing ones fit in whenever they arrive."));
        body()->addWidget(bar);
    }
    if (m_report.counts.setAside > 0) {
        auto *bar = new MessageBar(this);
        bar->setNews(false);
        bar->showMessage(Severity::Warning,
                         tr("%n change(s) cannot be read by this version.", nullptr, int(m_report.counts.setAside)),
                         tr("They are kept as they came and passed on. A newer version may read them."));
        body()->addWidget(bar);
    }
}

void ImportPreviewDialog::addCounts(QVBoxLayout *column)
{
    column->addWidget(new SectionHeader(tr("How much"), this));
    const auto add = [&](const QString &text, qint64 count) {
        auto *row = new LineRow(this);
        row->addText(text);
        row->addQuiet(QLocale().toString(count))->setToken(&Theme::ink);
        column->addWidget(row);
    };
    add(tr("Changes that are new here"), m_report.counts.transactions);
    add(tr("Values they set"), m_report.counts.operations);
    add(tr("Changes that are here already"), m_report.counts.alreadyHere);
    column->addSpacing(16);
}

void ImportPreviewDialog::addKinds(QVBoxLayout *column)
{
    const QMap<Kind, KindCounts> counts = countsByKind(m_report.counts.changes);
    if (counts.isEmpty())
        return;
    column->addWidget(new SectionHeader(tr("What"), this));
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        QStringList words;
        if (it->appeared)
            words += tr("%n new", nullptr, it->appeared);
        if (it->changed)
            words += tr("%n changed", nullptr, it->changed);
        if (it->vanished)
            words += tr("%n withdrawn", nullptr, it->vanished);
        auto *row = new LineRow(this);
        row->addIcon(kindIcon(it.key()));
        row->addText(kindPlural(it.key()));
        row->addQuiet(words.join(tr(", ", "between counts")));
        column->addWidget(row);
    }
}

void ImportPreviewDialog::addConflicts(QVBoxLayout *column)
{
    auto *header = new SectionHeader(tr("Would conflict"), this);
    header->setCount(tr("%n field(s)", nullptr, int(m_report.newConflicts.size())));
    column->addWidget(header);
    for (const QString &name : m_report.newConflicts.mid(0, mostRows)) {
        const NamedField named = namedField(m_review, name);
        auto *row = new LineRow(this);
        row->addIcon(named.icon);
        row->addText(named.record);
        row->addQuiet(named.field);
        column->addWidget(row);
    }
    addMore(column, m_report.newConflicts.size() - mostRows);
    auto *kept = new QuietLabel(m_report.newConflicts.isEmpty()
                                    ? tr("Everything fits together with what is here.")
                                    : tr("Both versions are kept until somebody decides. Your work goes on."),
                                this);
    kept->setType(Type::Caption);
    kept->setWordWrap(true);
    kept->setContentsMargins(0, 8, 0, 16);
    column->addWidget(kept);
    if (!m_report.settled.isEmpty())
        column->addWidget(new QuietLabel(tr("%n conflict(s) would be settled.", nullptr,
                                            int(m_report.settled.size())), this));
}

void ImportPreviewDialog::addProblems(QVBoxLayout *column)
{
    QList<Problem> problems = m_report.newProblems;
    // What would conflict stands above, with its fields.
    problems.removeIf([](const Problem &problem) { return problem.check == "data.conflict"; });
    auto *header = new SectionHeader(tr("Problems that would be new"), this);
    header->setCount(QLocale().toString(problems.size()));
    column->addWidget(header);
    for (const Problem &problem : problems.mid(0, mostRows)) {
        auto *row = new LineRow(this);
        row->addIcon(severityIcon(severityOf(problem.level)));
        row->addText(problem.sentence);
        column->addWidget(row);
    }
    addMore(column, problems.size() - mostRows);
    if (problems.isEmpty()) {
        auto *row = new LineRow(this);
        row->addIcon(severityIcon(Severity::Good));
        row->addText(tr("No check would find anything new."));
        column->addWidget(row);
    }
}

Result<std::optional<ImportReport>> askAndImport(Session &session, const QString &path, QWidget *parent)
{
    const auto preview = previewImport(session.path(), session.clock(), {path});
    if (!preview)
        return preview.error();
    ImportPreviewDialog dialog(session.review(), *preview, parent, path);
    if (dialog.exec() != QDialog::Accepted)
        return std::optional<ImportReport>();
    const auto done = importBundles(session, {path});
    return done ? Result<std::optional<ImportReport>>(std::optional(*done)) : done.error();
}

} // namespace plumbline
