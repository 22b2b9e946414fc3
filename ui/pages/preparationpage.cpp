#include "ui/pages/preparationpage.h"

#include "core/checks/teamstate.h"
#include "core/domain/membership.h"
#include "core/domain/person.h"
#include "core/domain/priorrecommendation.h"
#include "core/domain/rule.h"
#include "core/domain/scopeitem.h"
#include "core/domain/torsection.h"
#include "ui/editors/recordform.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/preparationsections.h"
#include "ui/pages/relationssection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr qsizetype longestValue = 24; // Characters there is room for in the corner of a row.

/// Rules have no order of their own: by title, as people look for them.
class RuleModel : public RecordModel
{
public:
    explicit RuleModel(Session &session) : RecordModel(session, Kind::Rule) { setFilter({}); }

protected:
    std::vector<const Record *> records() const override
    {
        std::vector<const Record *> rules = RecordModel::records();
        std::sort(rules.begin(), rules.end(), [](const Record *a, const Record *b) {
            const auto &first = static_cast<const Rule &>(*a);
            const auto &second = static_cast<const Rule &>(*b);
            const int order = QString::localeAwareCompare(first.title, second.title);
            return order == 0 ? first.name < second.name : order < 0;
        });
        return rules;
    }
};

} // namespace

PreparationPage::PreparationPage(Session &session, QWidget *parent) : ListsPage(session, parent)
{
    addView(u"terms"_s, tr("Terms of Reference"), Kind::TorSection, [this] { return makeTerms(); });
    addView(u"scope"_s, tr("Scope"), Kind::ScopeItem, [this] { return makeScope(); });
    addView(u"people"_s, tr("People"), Kind::Person, [this] { return makePeople(); });
    addView(u"prior"_s, tr("Previous review"), Kind::PriorRecommendation, [this] { return makePrior(); });
    addView(u"rules"_s, tr("Rules"), Kind::Rule, [this] { return makeRules(); });
    finish();
}

RecordPage *PreparationPage::makeTerms()
{
    const RecordPageText text{u"report"_s,
                              tr("Terms of Reference"),
                              tr("New section"),
                              tr("The Terms of Reference say what the team was asked and how it works"),
                              tr("For example: “6 Decisions and levels of consensus”. The scope items stand "
                                 "in a list of their own."),
                              tr("Write the first section"),
                              tr("Ctrl+Shift+N · adopted as a whole, by a decision of the full team"),
                              {"key", "number", "title", "text"}};
    auto *form = new RecordForm(session(), Kind::TorSection);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::TorSection), form);
    addSection(page, form, new AdoptionSection(session()));
    page->model()->setSummary([](const Record &record) {
        const auto &section = static_cast<const TorSection &>(record);
        RowSummary row;
        row.number = section.number;
        const QString first = section.text.simplified();
        row.secondLine += first.isEmpty() ? tr("no text yet") : first.left(80);
        return row;
    });
    return page;
}

RecordPage *PreparationPage::makeScope()
{
    const RecordPageText text{
        u"check"_s,
        tr("Scope"),
        tr("New scope item"),
        tr("A scope item is one numbered part of the mandate"),
        tr("For example: “1 Security, operational stability and resiliency matters of the DNS”, mandated by "
           "the "
           "Bylaws."),
        tr("Note the first scope item"),
        tr("Ctrl+Shift+N · each is given to a sub-team, findings and recommendations address it"),
        {"key", "number", "title", "origin", "adopted"}};
    auto *form = new RecordForm(session(), Kind::ScopeItem);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::ScopeItem), form);
    addSection(page, form,
               new RelationsSection(session(), {LinkType::AssignedTo,
                                                true,
                                                {Kind::SubTeam},
                                                tr("Given to"),
                                                tr("No sub-team works on it yet."),
                                                tr("Give it to a sub-team…"),
                                                tr("Takes it back")}));
    addSection(page, form,
               new RelationsSection(session(), {LinkType::Addresses,
                                                false,
                                                {Kind::Finding, Kind::Recommendation},
                                                tr("Addressed by"),
                                                tr("No finding and no recommendation addresses it yet."),
                                                tr("Add a finding or recommendation…"),
                                                tr("Does not address it")}));
    page->model()->setSummary([](const Record &record) {
        const auto &item = static_cast<const ScopeItem &>(record);
        RowSummary row;
        row.number = item.number;
        row.secondLine += item.origin.isNone() ? tr("origin not said") : choiceLabel(item.origin);
        return row;
    });
    return page;
}

RecordPage *PreparationPage::makePeople()
{
    const RecordPageText text{u"person"_s,
                              tr("People"),
                              tr("New person"),
                              tr("Everybody who takes part, with roles and dates"),
                              tr("For example: a member sent by an advisory committee, who leads one "
                                 "sub-team and observes another."),
                              tr("Add the first person"),
                              tr("Ctrl+Shift+N · roles, statements of interest and recusals stand below"),
                              {"key", "name", "affiliation", "group", "country"}};
    auto *form = new RecordForm(session(), Kind::Person);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::Person), form);
    addSection(page, form, new PersonSections(session()));
    page->model()->setSummary([this](const Record &record) {
        const auto &person = static_cast<const Person &>(record);
        const QDate today = session().clock().today();
        RowSummary row;
        QStringList roles;
        for (const Membership *membership : session().review().all<Membership>()) {
            const QString role = choiceLabel(membership->role);
            if (membership->person.uuid == person.id.uuid && isCurrent(*membership, today) &&
                !roles.contains(role))
                roles += role;
        }
        row.secondLine += roles.isEmpty() ? tr("no role now") : QLocale().createSeparatedList(roles);
        row.corner = person.group;
        return row;
    });
    return page;
}

RecordPage *PreparationPage::makeRules()
{
    const RecordPageText text{u"check"_s,
                              tr("Rules"),
                              tr("New rule"),
                              tr("The rules of this review, with where each is laid down"),
                              tr("For example: the least number of days of public comment, the quorum of a decision, "
                                 "what each gate asks for. They were copied when the review was made."),
                              tr("Write a rule"),
                              tr("Ctrl+Shift+N · a rule the checks read has a fixed name, such as minCommentDays"),
                              {"name", "title", "value", "unit", "source"}};
    auto *form = new RecordForm(session(), Kind::Rule);
    auto *page = new RecordPage(session(), text, new RuleModel(session()), form);
    page->model()->setSummary([](const Record &record) {
        const auto &rule = static_cast<const Rule &>(record);
        RowSummary row;
        const QString value = rule.unit.isEmpty() ? rule.value : tr("%1 %2", "a value and its unit").arg(rule.value, rule.unit);
        row.secondLine += rule.name;
        row.corner = rule.value.isEmpty() ? tr("no value") : value.size() > longestValue ? QString() : value;
        return row;
    });
    return page;
}

RecordPage *PreparationPage::makePrior()
{
    const RecordPageText text{u"history"_s,
                              tr("Previous review"),
                              tr("New prior recommendation"),
                              tr("What the previous review recommended, and what became of it"),
                              tr("For example: “12 Make the risk framework public”: implemented in part, "
                                 "still relevant, repeat it with a "
                                 "measure."),
                              tr("Note the first prior recommendation"),
                              tr("Ctrl+Shift+N · implemented? effect? still relevant? what next"),
                              {"key", "number", "title", "implemented", "relevance", "next"}};
    auto *form = new RecordForm(session(), Kind::PriorRecommendation);
    auto *page = new RecordPage(session(), text, new RecordModel(session(), Kind::PriorRecommendation), form);
    addSection(page, form,
               new RelationsSection(session(), {LinkType::Supports,
                                                true,
                                                {Kind::Finding},
                                                tr("Findings about it"),
                                                tr("No finding rests on this assessment."),
                                                tr("Add a finding…"),
                                                tr("Is not about it")}));
    addSection(page, form,
               new RelationsSection(session(), {LinkType::LeadsTo,
                                                true,
                                                {Kind::Recommendation},
                                                tr("Taken up by"),
                                                tr("No recommendation takes it up."),
                                                tr("Add a recommendation…"),
                                                tr("Does not take it up")}));
    page->model()->setSummary([](const Record &record) {
        const auto &prior = static_cast<const PriorRecommendation &>(record);
        RowSummary row;
        row.number = prior.number;
        if (prior.implemented.isNone())
            row.chip = {tr("Not assessed"), ChipText::Tone::Warning};
        else
            row.chip = {choiceLabel(prior.implemented), prior.implemented.is(Implemented::Fully)
                                                            ? ChipText::Tone::Good
                                                            : ChipText::Tone::Plain};
        if (!prior.relevance.isNone())
            row.secondLine += choiceLabel(prior.relevance);
        return row;
    });
    return page;
}

} // namespace plumbline
