#include "ui/pages/decisionspage.h"

#include "core/domain/actionitem.h"
#include "core/domain/decision.h"
#include "core/domain/meeting.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"
#include "ui/editors/attachmentssection.h"
#include "ui/editors/recordform.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/meetingsections.h"
#include "ui/pages/recordpage.h"

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
    return {DecisionsPage::tr("%n day(s) late", nullptr, int(lastDay(item.due)->daysTo(today))),
            ChipText::Tone::Warning};
}

} // namespace

DecisionsPage::DecisionsPage(Session &session, QWidget *parent) : ListsPage(session, parent)
{
    addView(u"meetings"_s, tr("Meetings"), Kind::Meeting, [this] { return makeMeetings(); });
    addView(u"decisions"_s, tr("Decisions"), Kind::Decision, [this] { return makeDecisions(); });
    addView(u"actions"_s, tr("Action items"), Kind::ActionItem, [this] { return makeActions(); });
    finish();
}

RecordPage *DecisionsPage::makeMeetings()
{
    const RecordPageText text{u"calendar"_s,
                              tr("Meetings"),
                              tr("New meeting"),
                              tr("A meeting leaves who was there and what came of it"),
                              tr("For example: “Plenary 84” of 25 September 2019, its agenda, its roll, the "
                                 "decision to adopt the work "
                                 "plan and five action items."),
                              tr("Note the first meeting"),
                              tr("Ctrl+Shift+N · decisions and action items are typed below its minutes"),
                              {"key", "title", "category", "held", "subteam"}};
    auto *form = new RecordForm(session(), Kind::Meeting);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::Meeting), form);
    auto *roll = new RollCallSection(session());
    auto *outcome = new MeetingOutcome(session());
    addSection(page, form, outcome);
    addSection(page, form, roll);
    addSection(page, form, new AttachmentsSection(session()));
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
    const RecordPageText text{u"decisions"_s,
                              tr("Decisions"),
                              tr("New decision"),
                              tr("A decision says what was agreed, when and how firmly"),
                              tr("For example: “The updates of the work plan are adopted”, 25 September "
                                 "2019, in a meeting, by full "
                                 "consensus."),
                              tr("Record the first decision"),
                              tr("Ctrl+Shift+N · a later decision may take the place of this one"),
                              {"key", "text", "date", "meeting", "channel", "level"}};
    auto *form = new RecordForm(session(), Kind::Decision);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::Decision), form);
    auto *trail = new DecisionTrail(session());
    addSection(page, form, trail);
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
    const RecordPageText text{u"check"_s,
                              tr("Action items"),
                              tr("New action item"),
                              tr("An action item says who does what by when"),
                              tr("For example: “Staff: ask the organisation for the emergency back-end "
                                 "reports”, due 15 October 2019."),
                              tr("Note the first action item"),
                              tr("Ctrl+Shift+N · “late” stands beside what is open past its date"),
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

QPair<Severity, int> DecisionsPage::attention() const
{
    int late = 0;
    for (const ActionItem *item : session().review().all<ActionItem>())
        late += isOverdue(*item, session().clock().today());
    return {late > 0 ? Severity::Warning : Severity::None, late};
}

} // namespace plumbline
