#include "ui/pages/recommendationspage.h"

#include "core/edits/linking.h"
#include "ui/dialogs/suspectdialog.h"
#include "ui/editors/consensussection.h"
#include "ui/editors/recommendationeditor.h"
#include "ui/models/recommendationlistmodel.h"
#include "ui/pages/listspage.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/pages/recommendationsections.h"
#include "ui/pages/relationssection.h"

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

RecordPageText recommendationsPageText()
{
    return {u"recommendations"_s,
            RecommendationsPage::tr("Recommendations"),
            RecommendationsPage::tr("New recommendation"),
            RecommendationsPage::tr(
                "A recommendation says who should do what, by when, and how it will be measured"),
            RecommendationsPage::tr(
                "For example: “ICANN org should give qualified researchers access to zone files "
                "within five working days of a complete request.” It rests on at least one "
                "finding."),
            RecommendationsPage::tr("Write the first recommendation"),
            RecommendationsPage::tr(
                "Ctrl+Shift+N · begin with an idea; what is missing is shown, never asked for"),
            {"title", "state", "category", "priority", "addressee", "group"}};
}

} // namespace

RecommendationsPage::RecommendationsPage(Session &session, QWidget *parent)
    : RecordPage(session, recommendationsPageText(), new RecommendationListModel(session),
                 new RecommendationEditor(session), parent)
{
    auto *editor = static_cast<RecommendationEditor *>(view());
    using Kinds = QList<Kind>;
    const auto relation = [&](const Relation &about) {
        addSection(this, editor, new RelationsSection(session, about));
    };
    relation({LinkType::LeadsTo, false, Kinds{Kind::Finding}, tr("Rests on"),
              tr("No finding yet. A recommendation without one is an opinion."), tr("Add a finding…"),
              tr("Does not rest on it")});
    relation({LinkType::Addresses, true, Kinds{Kind::ScopeItem}, tr("Addresses"),
              tr("It addresses no scope item yet."), tr("Add a scope item…"), tr("Does not address it")});
    relation({LinkType::DependsOn, true, Kinds{Kind::Recommendation}, tr("Depends on"),
              tr("It waits for no other recommendation."), tr("Add a recommendation…"),
              tr("Does not depend on it")});
    relation({LinkType::ConflictsWith, true, Kinds{Kind::Recommendation}, tr("Conflicts with"),
              tr("It conflicts with no other recommendation."), tr("Add a recommendation…"), tr("Does not conflict with it")});
    addSection(this, editor, new DocketSection(session));
    addSection(this, editor, new LineageSection(session));
    connect(editor->consensus(), &ConsensusSection::decisionRequested, this,
            [this] { askForDecision(this->session(), {currentRecord()}, this); });
    connect(editor->consensus(), &ConsensusSection::changesRequested, this, [this](RecordId decision) {
        const RecordId link = linkId(this->session().review(), LinkType::Decides, decision, currentRecord());
        SuspectDialog(this->session(), LinkId(link.uuid), this).exec();
    });
    updateHeader();
}

RecommendationListModel *RecommendationsPage::recommendations() const
{
    return static_cast<RecommendationListModel *>(model());
}

QList<PageHeader::Count> RecommendationsPage::counts() const
{
    const int total = session().review().count(Kind::Recommendation);
    if (total == 0)
        return RecordPage::counts();
    QList<PageHeader::Count> parts{{QLocale().toString(total)}};
    if (const int incomplete = recommendations()->incompleteCount())
        parts += {tr("%n incomplete", nullptr, incomplete), Severity::Warning};
    if (const int without = recommendations()->withoutLevelCount())
        parts += {tr("%n without level", nullptr, without)};
    return parts;
}

} // namespace plumbline
