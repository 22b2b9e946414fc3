#include "ui/pages/evidencepage.h"

#include "core/domain/datarequest.h"
#include "core/domain/datasource.h"
#include "core/domain/message.h"
#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"
#include "ui/editors/attachmentssection.h"
#include "ui/editors/recordform.h"
#include "ui/models/fieldwords.h"
#include "ui/models/statechip.h"
#include "ui/pages/evidenceboard.h"
#include "ui/pages/evidencesections.h"
#include "ui/pages/relationssection.h"

#include "ui/widgets/icons.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// When it came, or else when it should: the word that matters most of a data source.
QString dateWords(const DataSource &source, const QDate &today)
{
    if (source.obtained)
        return EvidencePage::tr("obtained %1").arg(dateText(source.obtained, today));
    return source.expected ? EvidencePage::tr("expected %1").arg(dateText(source.expected, today))
                           : QString();
}

ChipText requestChip(const DataRequest &request, const QDate &today)
{
    const auto due = lastDay(request.due);
    const bool open = !request.answered && !request.state.is(RequestState::Answered) &&
                      !request.state.is(RequestState::Refused) && !request.state.is(RequestState::Withdrawn);
    if (open && due && *due < today)
        return {EvidencePage::tr("%n day(s) late", nullptr, int(due->daysTo(today))),
                ChipText::Tone::Warning};
    return stateChip(Kind::DataRequest, request);
}

} // namespace

EvidencePage::EvidencePage(Session &session, QWidget *parent) : ListsPage(session, parent)
{
    addView(u"sources"_s, tr("Data sources"), Kind::DataSource, [this] { return makeSources(); });
    addView(u"board"_s, tr("Board"), [this]() -> Made {
        auto *board = new EvidenceBoard(this->session());
        return {board, board->header()};
    });
    addView(u"requests"_s, tr("Requests"), Kind::DataRequest, [this] { return makeRequests(); });
    addView(u"messages"_s, tr("Mailing lists"), Kind::Message, [this] { return makeMessages(); });
    finish();
}

RecordPage *EvidencePage::makeSources()
{
    const RecordPageText text{
        u"evidence"_s,
        tr("Evidence"),
        tr("New data source"),
        tr("A data source is what findings rest on"),
        tr("For example: “Statistical Analysis of DNS Abuse in gTLDs, final report of 9 August 2017.” It "
           "says how much "
           "the review needs it, when it is expected, who may see it, and how far it can be relied on."),
        tr("Note the first data source"),
        tr("Ctrl+Shift+N · a request that was not answered yet belongs under Requests"),
        {"key", "title", "category", "provider", "need", "expected", "state"}};
    auto *form = new RecordForm(session(), Kind::DataSource);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::DataSource), form);
    addSection(page, form,
               new RelationsSection(session(), {LinkType::Supports,
                                                true,
                                                {Kind::Finding},
                                                tr("Findings that rest on it"),
                                                tr("No finding rests on it yet."),
                                                tr("Add a finding…"),
                                                tr("Does not rest on it")}));
    addSection(page, form, new FallSection(session()));
    addSection(page, form, new AttachmentsSection(session()));
    page->model()->setSummary([this](const Record &record) {
        const auto &source = static_cast<const DataSource &>(record);
        RowSummary summary;
        summary.chip = stateChip(Kind::DataSource, record);
        if (!source.need.isNone())
            summary.secondLine += choiceLabel(source.need);
        summary.corner = dateWords(source, session().clock().today());
        return summary;
    });
    return page;
}

RecordPage *EvidencePage::makeRequests()
{
    const RecordPageText text{u"send"_s,
                              tr("Data requests"),
                              tr("New request"),
                              tr("A data request asks for what the review does not have"),
                              tr("For example: “Reports of the emergency back-end exercises since 2013”, to "
                                 "the organisation, discussed at "
                                 "Plenary 20, due in June."),
                              tr("Write the first request"),
                              tr("Ctrl+Shift+N · the full team discusses it before it is sent"),
                              {"key", "title", "addressee", "discussed", "state", "sent", "due"}};
    auto *form = new RecordForm(session(), Kind::DataRequest);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::DataRequest), form);
    addSection(page, form,
               new RelationsSection(session(), {LinkType::LeadsTo,
                                                true,
                                                {Kind::DataSource},
                                                tr("Data sources it brought"),
                                                tr("It has brought no data source yet."),
                                                tr("Add a data source…"),
                                                tr("Did not bring it")}));
    addSection(page, form,
               new RelationsSection(session(), {LinkType::CallsFor,
                                                false,
                                                {Kind::DataSource, Kind::Finding},
                                                tr("Called for by"),
                                                tr("Nothing calls for it yet."),
                                                tr("Add what calls for it…"),
                                                tr("Does not call for it")}));
    addSection(page, form, new AttachmentsSection(session()));
    page->model()->setSummary([this](const Record &record) {
        const auto &request = static_cast<const DataRequest &>(record);
        const SubTeam *team = session().review().find(request.subteam);
        const QDate today = session().clock().today();
        RowSummary row;
        row.chip = requestChip(request, today);
        row.secondLine += session().review().shownKey(record);
        if (!request.recipient.isEmpty())
            row.secondLine += request.recipient;
        else if (!request.addressee.isNone())
            row.secondLine += choiceLabel(request.addressee);
        if (team)
            row.secondLine += session().review().shownKey(*team);
        row.corner = request.answered ? tr("answered %1").arg(dateText(request.answered, today))
                     : request.due    ? tr("due %1").arg(dateText(request.due, today))
                                      : QString();
        return row;
    });
    return page;
}

RecordPage *EvidencePage::makeMessages()
{
    const RecordPageText text{u"inbox"_s,
                              tr("Mailing lists"),
                              tr("New message"),
                              tr("The mail of every list, open to the full team"),
                              tr("For example: a message of 11 June 2018 that announces a delay. Any record "
                                 "can be linked with it."),
                              tr("Note a message"),
                              tr("The archive of a list is taken in as one file of the mbox format"),
                              {"key", "subject", "sender", "sent", "list"}};
    auto *form = new RecordForm(session(), Kind::Message);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::Message), form);
    addSection(page, form,
               new RelationsSection(session(), {LinkType::Concerns,
                                                true,
                                                {Kind::Recommendation, Kind::Finding, Kind::DataSource,
                                                 Kind::DataRequest, Kind::ScopeItem},
                                                tr("Is about"),
                                                tr("It is linked with nothing yet."),
                                                tr("Link it with…"),
                                                tr("Is not about it")}));
    page->model()->setSummary([](const Record &record) {
        const auto &message = static_cast<const Message &>(record);
        RowSummary row;
        row.secondLine += message.sender;
        row.corner = message.sent.left(10);
        return row;
    });
    if (!session().isReadOnly()) {
        auto *take = new QPushButton(icon("inbox"), tr("Import…"), page);
        take->setToolTip(tr("Take in the archive of a mailing list, a file of the mbox format"));
        connect(take, &QPushButton::clicked, this, &EvidencePage::mailImportRequested);
        page->header()->addAtEnd(take);
    }
    return page;
}

} // namespace plumbline
