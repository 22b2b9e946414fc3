#include "ui/pages/findingspage.h"

#include "core/domain/finding.h"
#include "core/domain/subteam.h"
#include "ui/editors/recordform.h"
#include "ui/models/fieldwords.h"
#include "ui/models/statechip.h"
#include "ui/pages/findingsections.h"
#include "ui/pages/listspage.h"
#include "ui/pages/relationssection.h"

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

RecordPageText findingsPageText()
{
    return {u"findings"_s,
            FindingsPage::tr("Findings"),
            FindingsPage::tr("New finding"),
            FindingsPage::tr("A finding says what was established, and how"),
            FindingsPage::tr(
                "For example: “Zone file access was refused in 19 of 40 requests in 2017.” It rests on at "
                "least one data source, names the method, and leads to a recommendation, a suggestion, or "
                "nothing, with a reason."),
            FindingsPage::tr("Write the first finding"),
            FindingsPage::tr("Ctrl+Shift+N · the six parts of a finding can be filled in any order"),
            {"key", "statement", "subteam", "state", "source", "presented"}};
}

} // namespace

FindingsPage::FindingsPage(Session &session, QWidget *parent)
    : RecordPage(session, findingsPageText(), new RecordModel(session, Kind::Finding),
                 new RecordForm(session, Kind::Finding), parent)
{
    auto *form = static_cast<RecordForm *>(view());
    addSection(this, form,
               new RelationsSection(session, {LinkType::Supports,
                                              false,
                                              {Kind::DataSource, Kind::PriorRecommendation, Kind::Message},
                                              tr("Rests on"),
                                              tr("No data source yet. A finding without one is an opinion."),
                                              tr("Add a data source…"),
                                              tr("Does not rest on it")}));
    addSection(this, form,
               new RelationsSection(session, {LinkType::LeadsTo,
                                              true,
                                              {Kind::Recommendation},
                                              tr("Leads to"),
                                              tr("It leads to no recommendation yet."),
                                              tr("Add a recommendation…"),
                                              tr("Does not lead to it")}));
    addSection(this, form,
               new RelationsSection(session, {LinkType::Addresses,
                                              true,
                                              {Kind::ScopeItem},
                                              tr("Addresses"),
                                              tr("It addresses no scope item yet."),
                                              tr("Add a scope item…"),
                                              tr("Does not address it")}));
    addSection(this, form, new PresentationsSection(session));
    model()->setSummary([&session](const Record &record) {
        const auto &finding = static_cast<const Finding &>(record);
        const SubTeam *subTeam = session.review().find(finding.subteam);
        RowSummary summary;
        summary.chip = stateChip(Kind::Finding, record);
        summary.secondLine += session.review().shownKey(record);
        if (!finding.confidence.level.isNone())
            summary.secondLine += tr("confidence: %1").arg(choiceLabel(finding.confidence.level));
        summary.corner = subTeam ? subTeam->key : QString();
        return summary;
    });
}

} // namespace plumbline
