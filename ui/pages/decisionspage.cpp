#include "ui/pages/decisionspage.h"

#include "core/domain/actionitem.h"
#include "core/domain/decision.h"
#include "core/domain/meeting.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"
#include "ui/editors/recordform.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/meetingsections.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/choicebar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

bool isOverdue(const ActionItem &item, const QDate &today)
{
    const auto due = lastDay(item.due);
    return !item.done && due && *due < today;
}

ChipText actionChip(const ActionItem &item, const QDate &today)
{
    if (item.done)
        return {DecisionsPage::tr("Done"), ChipText::Tone::Good};
    if (!isOverdue(item, today))
        return {DecisionsPage::tr("Open"), ChipText::Tone::Plain};
    return {DecisionsPage::tr("%n day(s) late", nullptr, int(lastDay(item.due)->daysTo(today))), ChipText::Tone::Warning};
}

/// Follows the record of a page with a section below its form.
template<class Section>
void addSection(RecordPage *page, RecordForm *form, Section *section)
{
    form->addSection(section);
    QObject::connect(page, &Page::currentRecordChanged, section, &Section::setRecord);
    QObject::connect(section, &Section::refused, page,
                     [page](const QString &sentence) { emit page->message(Severity::Error, sentence, {}); });
}

} // namespace

DecisionsPage::DecisionsPage(Session &session, QWidget *parent) : Page(session, parent), m_stack(new QStackedWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    addView(u"meetings"_s, makeMeetings());
    addView(u"decisions"_s, makeDecisions());
    addView(u"actions"_s, makeActions());
    showView(u"meetings"_s);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::ActionItem))
            emit attentionChanged();
    });
}

RecordPage *DecisionsPage::makeMeetings()
{
    const RecordPageText text{u"calendar"_s, tr("Meetings"), tr("New meeting"), tr("A meeting leaves who was there and what came of it"),
                              tr("For example: “Plenary 84” of 25 September 2019, its agenda, its roll, the decision to adopt the work "
                                 "plan and five action items."),
                              tr("Note the first meeting"), tr("Ctrl+Shift+N · decisions and action items are typed below its minutes"),
                              {"key", "title", "category", "held", "subteam"}};
    auto *form = new RecordForm(session(), Kind::Meeting);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::Meeting), form);
    auto *roll = new RollCallSection(session());
    auto *outcome = new MeetingOutcome(session());
    addSection(page, form, outcome);
    addSection(page, form, roll);
    connect(outcome, &MeetingOutcome::recordRequested, page, &Page::recordRequested);
    page->model()->setSummary([this](const Record &record) {
        const auto &meeting = static_cast<const Meeting &>(record);
        const SubTeam *team = session().review().find(meeting.subteam);
        RowSummary row;
        row.secondLine += session().review().shownKey(record);
        if (!meeting.category.isNone())
            row.secondLine += choiceLabel(meeting.category);
        if (team)
            row.secondLine += session().review().shownKey(*team);
        row.corner = dateText(meeting.held, session().clock().today());
        return row;
    });
    return page;
}

RecordPage *DecisionsPage::makeDecisions()
{
    const RecordPageText text{u"decisions"_s, tr("Decisions"), tr("New decision"), tr("A decision says what was agreed, when and how firmly"),
                              tr("For example: “The updates of the work plan are adopted”, 25 September 2019, in a meeting, by full "
                                 "consensus."),
                              tr("Record the first decision"), tr("Ctrl+Shift+N · a later decision may take the place of this one"),
                              {"key", "text", "date", "meeting", "channel", "level"}};
    auto *form = new RecordForm(session(), Kind::Decision);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::Decision), form);
    auto *trail = new DecisionTrail(session());
    addSection(page, form, trail);
    connect(trail, &DecisionTrail::recordRequested, page, &Page::recordRequested);
    page->model()->setSummary([this](const Record &record) {
        const auto &decision = static_cast<const Decision &>(record);
        RowSummary row;
        row.secondLine += session().review().shownKey(record);
        row.secondLine += decision.level.isNone() ? tr("level not said") : choiceLabel(decision.level);
        row.corner = dateText(decision.date, session().clock().today());
        return row;
    });
    return page;
}

RecordPage *DecisionsPage::makeActions()
{
    const RecordPageText text{u"check"_s, tr("Action items"), tr("New action item"), tr("An action item says who does what by when"),
                              tr("For example: “Staff: ask the organisation for the emergency back-end reports”, due 15 October 2019."),
                              tr("Note the first action item"), tr("Ctrl+Shift+N · “late” stands beside what is open past its date"),
                              {"key", "text", "owner", "requested", "due", "progress", "done"}};
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::ActionItem),
                                new RecordForm(session(), Kind::ActionItem));
    page->model()->setSummary([this](const Record &record) {
        const auto &item = static_cast<const ActionItem &>(record);
        const QDate today = session().clock().today();
        RowSummary row;
        row.secondLine += session().review().shownKey(record);
        row.chip = actionChip(item, today);
        row.secondLine += item.owner.isEmpty() ? tr("no owner") : item.owner;
        row.corner = item.done ? dateText(item.done, today) : dateText(item.due, today);
        return row;
    });
    return page;
}

void DecisionsPage::addView(const QString &id, RecordPage *page)
{
    auto *bar = new ChoiceBar;
    bar->addChoice(u"meetings"_s, tr("Meetings"));
    bar->addChoice(u"decisions"_s, tr("Decisions"));
    bar->addChoice(u"actions"_s, tr("Action items"));
    page->header()->addAtEnd(bar);
    m_ids += id;
    m_views += page;
    m_bars += bar;
    m_stack->addWidget(page);
    connect(bar, &ChoiceBar::chosen, this, &DecisionsPage::showView);
    connect(page, &Page::currentRecordChanged, this, [this, page](RecordId record) {
        if (page == current())
            emit currentRecordChanged(record);
    });
    connect(page, &Page::recordRequested, this, &Page::recordRequested);
    connect(page, &Page::message, this, &Page::message);
    connect(page, &Page::pageRequested, this, &Page::pageRequested);
}

RecordPage *DecisionsPage::current() const
{
    return m_views.at(m_stack->currentIndex());
}

RecordPage *DecisionsPage::view(const QString &id) const
{
    return m_views.value(m_ids.indexOf(id));
}

void DecisionsPage::showView(const QString &id)
{
    const qsizetype index = m_ids.indexOf(id);
    if (index < 0)
        return;
    m_stack->setCurrentIndex(int(index));
    for (ChoiceBar *bar : std::as_const(m_bars))
        bar->setCurrent(id);
    setFocusProxy(current());
    emit currentRecordChanged(currentRecord());
}

bool DecisionsPage::showRecord(RecordId record)
{
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        if (!m_views.at(i)->showRecord(record))
            continue;
        showView(m_ids.at(i));
        return true;
    }
    return false;
}

RecordId DecisionsPage::currentRecord() const
{
    return current()->currentRecord();
}

bool DecisionsPage::wantsInspector() const
{
    return current()->wantsInspector();
}

QPair<Severity, int> DecisionsPage::attention() const
{
    int late = 0;
    for (const ActionItem *item : session().review().all<ActionItem>())
        late += isOverdue(*item, session().clock().today());
    return {late > 0 ? Severity::Warning : Severity::None, late};
}

} // namespace plumbline
