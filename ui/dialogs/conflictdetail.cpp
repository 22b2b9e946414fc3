#include "ui/dialogs/conflictdetail.h"

#include "ui/dialogs/mergedtextedit.h"
#include "ui/dialogs/placebar.h"
#include "ui/dialogs/recordwords.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int widestValue = 280; ///< Of a field for a date or a number, in pixels.

ConflictDetail::ConflictDetail(Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 16, 32, 24);
    auto *next = new QShortcut(Qt::Key_F8, this);
    next->setContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QShortcut::activated, this, &ConflictDetail::goToNextPlace);
}

void ConflictDetail::setConflict(const std::optional<Conflict> &conflict)
{
    if (conflict == m_conflict)
        return;
    m_conflict = conflict;
    build();
}

bool ConflictDetail::isText() const
{
    const Field *field = describe(m_conflict->kind).field(m_conflict->field);
    return field && (field->type == FieldType::Text || field->type == FieldType::Line);
}

bool ConflictDetail::canBeTyped() const
{
    const Field *field = describe(m_conflict->kind).field(m_conflict->field);
    return isText() || (field && (field->type == FieldType::Date || field->type == FieldType::Number));
}

bool ConflictDetail::isMine(const ConflictValue &value) const
{
    return !value.by.isNull() && value.by == m_session.me();
}

/// Places of the values in the order they are shown: one's own first, else as the log has them.
QList<int> ConflictDetail::order() const
{
    QList<int> order;
    for (int i = 0; i < m_conflict->values.size(); ++i)
        order.insert(isMine(m_conflict->values.at(i)) ? 0 : order.size(), i);
    return order;
}

QString ConflictDetail::words(const Value &value) const
{
    const Field *field = describe(m_conflict->kind).field(m_conflict->field);
    return field ? valueWords(m_session.review(), *field, value) : value.toText();
}

void ConflictDetail::build()
{
    if (m_content) {
        // Later, because one of its buttons may be what was pressed.
        m_content->hide(); // Else it could be shown once more, as a window of its own.
        m_content->setParent(nullptr);
        m_content->deleteLater();
    }
    m_merged = nullptr;
    m_use = nullptr;
    m_needed = nullptr;
    m_open = nullptr;
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    if (!m_conflict)
        return;
    QStringList versions;
    for (const ConflictValue &value : m_conflict->values)
        versions += words(value.value);
    m_differences = isText() ? differencesOf(words(m_conflict->base), versions) : TextDifferences();
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    addHead(layout);
    addVersions(layout);
    if (canBeTyped())
        addMerged(layout);
    addActs(layout);
    layout->addStretch(1);
    m_content->show();
    judge();
}

QString ConflictDetail::headline() const
{
    const auto name = [this](qsizetype i) {
        return personWords(m_session.review(), m_conflict->values.at(i).by, m_session.me());
    };
    if (m_conflict->field == "life")
        return tr("Deleted by one and changed by another");
    const qsizetype count = m_conflict->values.size();
    if (count != 2)
        return tr("%n people gave this field different values", nullptr, int(count));
    // "You" reads better first, wherever the order of the log puts it.
    const bool swap = m_conflict->values.at(1).by == m_session.me();
    const QString first = name(swap ? 1 : 0);
    const QString second = name(swap ? 0 : 1);
    return isText() ? tr("%1 and %2 changed the same text").arg(first, second)
                    : tr("%1 and %2 changed the same field").arg(first, second);
}

QString ConflictDetail::subline() const
{
    if (m_conflict->field == "life")
        return tr("It stays, struck through, until somebody decides.");
    const int all = int(m_differences.places.size());
    const int open = m_differences.toDecide();
    if (!isText() || all == 0 || m_conflict->base.isNull() || !m_conflict->proposal)
        return canBeTyped() ? tr("Take one of them or write another. The others stay in history.")
                            : tr("One of them can stand. The others stay in history.");
    if (open == 0)
        return tr("All differences fit together, but they stand in the same sentence: read it.");
    if (open == all)
        return tr("%n place(s) need(s) a decision.", nullptr, open);
    return tr("%1 of the %2 differences fit together.").arg(all - open).arg(all) + u' '
           + tr("%n place(s) need(s) a decision.", nullptr, open);
}

void ConflictDetail::addHead(QVBoxLayout *layout)
{
    const Review &review = m_session.review();
    QStringList place{keyWords(review, m_conflict->record), fieldLabel(m_conflict->kind, m_conflict->field)};
    if (const QString title = titleWords(review, m_conflict->record); !place.contains(title) && !title.isEmpty())
        place += title;
    auto *caption = new QuietLabel(place.join(u" · "_s), m_content);
    caption->setType(Type::Caption);
    caption->setTextFormat(Qt::PlainText);
    caption->setWordWrap(true);
    auto *open = new LinkButton(tr("&Open the record"), m_content);
    connect(open, &QPushButton::clicked, this, [this] { emit recordRequested(m_conflict->record); });
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(caption, 1);
    row->addWidget(open, 0, Qt::AlignTop);
    auto *title = new QuietLabel(headline(), m_content);
    title->setType(Type::Title);
    title->setToken(&Theme::ink);
    title->setWordWrap(true);
    auto *sub = new QuietLabel(subline(), m_content);
    sub->setWordWrap(true);
    layout->addLayout(row);
    layout->addWidget(title);
    layout->addWidget(sub);
    layout->addSpacing(16);
}

/// The version all started from, with who wrote it as far as history can tell.
ConflictValueColumn::Content ConflictDetail::before() const
{
    QString who = tr("what both started from");
    QString when;
    for (const HistoryEntry &entry : m_session.history(m_conflict->record, m_conflict->field)) {
        if (entry.after != m_conflict->base)
            continue;
        who = personWords(m_session.review(), entry.person, m_session.me());
        when = longWhenWords(entry.when, m_session.clock().now());
        break;
    }
    return {tr("Before"), who, when, {}, words(m_conflict->base), tr("&Keep as before"), false, u"history"_s};
}

/// Who deleted the record that is in dispute, or who changed it, and when; the newest as far as history can tell.
std::pair<QString, QString> ConflictDetail::whoDid(bool deleted) const
{
    const auto entries = m_session.history(m_conflict->record);
    for (const HistoryEntry &entry : entries) {
        const bool deletes = entry.field == "life" && entry.cause == Cause::Delete;
        if (deletes == deleted && (deleted || entry.field != "life"))
            return {personWords(m_session.review(), entry.person, m_session.me()),
                    longWhenWords(entry.when, m_session.clock().now())};
    }
    return {};
}

void ConflictDetail::addVersions(QVBoxLayout *layout)
{
    const Review &review = m_session.review();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(32);
    layout->addLayout(columns);
    layout->addSpacing(24);
    const auto add = [&](const ConflictValueColumn::Content &content) {
        auto *column = new ConflictValueColumn(content, m_content);
        columns->addWidget(column, 1);
        return column;
    };
    if (m_conflict->field == "life") {
        const auto [deletedBy, deletedWhen] = whoDid(true);
        const auto [changedBy, changedWhen] = whoDid(false);
        connect(add({tr("Deleted"), deletedBy, deletedWhen, {}, tr("The record goes to the trash."), tr("&Delete it"), false,
                     u"close"_s}),
                &ConflictValueColumn::taken, this, [this] { emit taken(1); });
        connect(add({tr("Changed"), changedBy, changedWhen, {}, tr("The record stays as it was changed."), tr("&Keep it"),
                     false, u"edit"_s}),
                &ConflictValueColumn::taken, this, [this] { emit taken(2); });
        return;
    }
    const QString base = words(m_conflict->base);
    if (canBeTyped() && !m_conflict->base.isNull())
        connect(add(before()), &ConflictValueColumn::taken, this, [this, base] { emit settled(base); });
    for (const int i : order()) {
        const ConflictValue &value = m_conflict->values.at(i);
        const int number = i + 1; // As the log has them, wherever they stand here.
        const bool mine = isMine(value);
        const bool pair = m_conflict->values.size() == 2;
        const QString name = personWords(review, value.by, {});
        const QString who = mine ? tr("%1 (you)").arg(name) : name;
        const QString title = mine ? tr("Yours") : pair ? tr("Theirs") : who;
        const QString take = mine ? tr("Take &yours") : pair ? tr("Take &theirs") : tr("Take &%1").arg(number);
        connect(add({title, who, longWhenWords(value.when, m_session.clock().now()), base, words(value.value),
                     take, isText(), mine ? u"person"_s : u"inbox"_s}),
                &ConflictValueColumn::taken, this, [this, number] { emit taken(number); });
    }
}

void ConflictDetail::addMerged(QVBoxLayout *layout)
{
    auto *header = new SectionHeader(m_conflict->proposal ? tr("Merged proposal")
                                     : isText()         ? tr("Another text")
                                                        : tr("Another value"), m_content);
    m_open = new Chip({}, m_content);
    header->addBesideTitle(m_open);
    header->setCount(isText() ? tr("edit freely; words are marked against “Before”") : QString());
    m_merged = new MergedTextEdit(m_content);
    m_merged->setAccessibleName(header->title());
    fillMerged();
    constexpr int lineLength = 90; // Characters, about; longer texts scroll.
    const int lines = isText() ? std::clamp(int(m_merged->toPlainText().size()) / lineLength + 2, 2, 7) : 1;
    if (!isText())
        m_merged->setMaximumWidth(widestValue);
    m_merged->setFixedHeight(lines * QFontMetrics(m_merged->font()).lineSpacing() + 28);
    layout->addWidget(header);
    layout->addSpacing(10);
    layout->addWidget(m_merged);
    layout->addSpacing(8);
    layout->addWidget(new PlaceBar(m_merged, m_content));
    layout->addSpacing(24);
    connect(m_merged, &MergedTextEdit::placesChanged, this, &ConflictDetail::judge);
}

/// What the edit begins with: the versions merged as far as they fit, else the value shown.
void ConflictDetail::fillMerged()
{
    const Value first = m_conflict->values.first().value;
    if (!isText())
        return m_merged->setPlainText(first.isNumber() ? QString::number(first.number()) : words(first));
    const QString base = words(m_conflict->base);
    if (!m_conflict->proposal || m_conflict->base.isNull())
        return m_merged->setMerged({words(m_conflict->proposal.value_or(first)), {}}, base);
    QStringList versions;
    for (const int i : order())
        versions += words(m_conflict->values.at(i).value);
    m_merged->setMerged(mergedText(base, versions), base);
}

void ConflictDetail::addActs(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    if (m_merged) {
        m_use = new QPushButton(m_conflict->proposal ? tr("Use the &merged text")
                                : isText()         ? tr("Use this te&xt")
                                                   : tr("Use this &value"), m_content);
        m_use->setAutoDefault(false);
        m_needed = new QuietLabel(m_content);
        connect(m_use, &QPushButton::clicked, this, [this] { emit settled(m_merged->toPlainText()); });
        row->addWidget(m_use);
        row->addWidget(m_needed);
    }
    auto *later = new QPushButton(tr("&Leave for later"), m_content);
    later->setAutoDefault(false);
    connect(later, &QPushButton::clicked, this, &ConflictDetail::leftForLater);
    row->addWidget(later);
    auto *note = new QuietLabel(tr("The version not taken stays in history; its author sees it in Recent changes."),
                                m_content);
    note->setType(Type::Caption);
    note->setWordWrap(true);
    note->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row->addSpacing(16);
    row->addWidget(note, 1);
    layout->addLayout(row);
}

void ConflictDetail::judge()
{
    if (!m_use)
        return;
    const QList<int> open = m_merged->openPlaces();
    m_use->setEnabled(open.isEmpty());
    m_needed->setText(open.isEmpty()     ? QString()
                      : open.size() == 1 ? tr("decide place %1 first").arg(open.first() + 1)
                                         : tr("decide the %n place(s) first", nullptr, int(open.size())));
    m_needed->setVisible(!open.isEmpty());
    m_open->setText({tr("%n place(s) to decide", nullptr, int(open.size())), ChipText::Tone::Warning});
    m_open->setVisible(!open.isEmpty());
}

void ConflictDetail::goToNextPlace()
{
    if (m_merged)
        m_merged->goToNextPlace();
}

} // namespace plumbline
