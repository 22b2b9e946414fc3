#include "ui/pages/recommendationsections.h"

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/implementabilityinput.h"
#include "core/domain/link.h"
#include "core/domain/materialhash.h"
#include "core/edits/recommendations.h"
#include "ui/dialogs/editdialog.h"
#include "ui/dialogs/suspectdialog.h"
#include "ui/editors/factlist.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/sectioncolumn.h"
#include "ui/widgets/choicebar.h"
#include "ui/widgets/sectionheader.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace plumbline {

DocketSection::DocketSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Implementability: Board and staff"), this)),
      m_inputs(new FactList(this))
{
    QVBoxLayout *column = sectionColumn(this);
    column->addWidget(m_header);
    column->addWidget(m_inputs);
    connect(m_header, &SectionHeader::actionTriggered, this, &DocketSection::ask);
    connect(m_inputs, &FactList::recordRequested, this, &DocketSection::answer);
    connect(m_inputs, &FactList::actionRequested, this, &DocketSection::act);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::ImplementabilityInput) || changes.concerns(Kind::Recommendation))
            refresh();
    });
}

void DocketSection::setRecord(RecordId recommendation)
{
    m_recommendation = recommendation;
    refresh();
}

static bool isStale(const ImplementabilityInput &input, const Recommendation &recommendation)
{
    return !input.askedtext.isEmpty() &&
           input.askedtext != materialHash(Kind::Recommendation, recommendation);
}

void DocketSection::refresh()
{
    const Review &review = m_session.review();
    const Recommendation *recommendation = review.find(RecommendationId(m_recommendation.uuid));
    const bool writable = recommendation && !m_session.isReadOnly();
    QList<Fact> facts;
    for (const ImplementabilityInput *input : review.all<ImplementabilityInput>()) {
        if (!recommendation || RecordId(input->recommendation.uuid) != m_recommendation)
            continue;
        Fact fact{choiceLabel(input->askedof), input->id, input->question.simplified(), {}, Severity::None};
        if (input->answer.trimmed().isEmpty()) {
            fact.rest = tr("asked %1, no answer yet").arg(dateText(input->asked));
            fact.severity = Severity::Hint;
            fact.action = writable ? tr("Answer…") : QString();
        } else {
            fact.rest = input->answer.simplified();
            if (!input->reaction.trimmed().isEmpty())
                fact.rest += u' ' + tr("Reaction: %1").arg(input->reaction.simplified());
            fact.severity = isStale(*input, *recommendation) ? Severity::Warning : Severity::Good;
            if (fact.severity == Severity::Warning) {
                fact.rest += u' ' + tr("Answered on a former text.");
                fact.action = writable ? tr("What changed?") : QString();
            }
        }
        facts += fact;
    }
    m_header->setAction(writable ? tr("Ask…") : QString());
    m_inputs->setFacts(facts, tr("Neither Board nor staff were asked how it can be carried out."));
}

void DocketSection::ask()
{
    EditDialog dialog(m_session, tr("Ask about implementability"),
                      tr("The text as it stands is remembered: when it changes, the answer is marked."),
                      tr("Ask"), this);
    auto *whom = new ChoiceBar(&dialog);
    for (const ChoiceWord &word : choiceWords<AskedOf>())
        whom->addChoice(QLatin1String(word.word),
                        choiceLabel(Choice<AskedOf>::fromWord(QLatin1String(word.word))));
    dialog.addWidget(tr("&Of"), whom);
    QPlainTextEdit *question = dialog.addText(tr("&Question"), tr("Say what is asked."));
    QLineEdit *day =
        dialog.addLine(tr("&Asked on"), formatDate(PartialDate::day(m_session.clock().today()), locale()));
    dialog.setEdit([&, this](const EditContext &context) -> Result<ChangeSet> {
        const auto asked = dialog.dayIn(day);
        if (!asked)
            return asked.error();
        return askImplementability(context, RecommendationId(m_recommendation.uuid),
                                   Choice<AskedOf>::fromWord(whom->current()).value.value_or(AskedOf::Staff),
                                   question->toPlainText(), *asked);
    });
    dialog.exec();
}

void DocketSection::answer(RecordId id)
{
    const ImplementabilityInputId key(id.uuid);
    const ImplementabilityInput *input = m_session.review().find(key);
    if (!input || m_session.isReadOnly())
        return;
    EditDialog dialog(m_session, tr("What was answered"), input->question, tr("Record it"), this);
    QPlainTextEdit *answer = dialog.addText(tr("&Answer"), tr("Say what the answer is."));
    answer->setPlainText(input->answer);
    QLineEdit *day = dialog.addLine(tr("A&nswered on"), dateText(input->answered));
    QPlainTextEdit *reaction = dialog.addText(tr("The team's &reaction"));
    reaction->setPlainText(input->reaction);
    dialog.setEdit([&](const EditContext &context) -> Result<ChangeSet> {
        const auto answered = dialog.dayIn(day);
        if (!answered)
            return answered.error();
        auto changes = answerImplementability(context, key, answer->toPlainText(), *answered);
        if (changes)
            changes->set<&ImplementabilityInput::reaction>(key, cleanText(reaction->toPlainText()).trimmed());
        return changes;
    });
    dialog.exec();
}

void DocketSection::act(RecordId id)
{
    const ImplementabilityInput *input = m_session.review().find(ImplementabilityInputId(id.uuid));
    if (!input || input->answer.trimmed().isEmpty())
        return answer(id);
    SuspectDialog(m_session, ImplementabilityInputId(id.uuid), this).exec();
}

LineageSection::LineageSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Where it comes from, what became of it"), this)),
      m_change(new QPushButton(tr("Change…"), this)),
      m_facts(new FactList(this))
{
    m_header->addAtEnd(m_change);
    QVBoxLayout *column = sectionColumn(this);
    column->addWidget(m_header);
    column->addWidget(m_facts);
    makeMenu();
    connect(m_facts, &FactList::recordRequested, this, &LineageSection::recordRequested);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::Link) || changes.concerns(Kind::Recommendation) ||
            changes.concerns(Kind::BaselineItem))
            refresh();
    });
}

void LineageSection::makeMenu()
{
    auto *menu = new QMenu(m_change);
    m_share = menu->addAction(tr("Share with the full team"), this, &LineageSection::share);
    menu->addSeparator();
    m_standing += menu->addAction(tr("Split…"), this, &LineageSection::split);
    m_standing += menu->addAction(tr("Merge into another…"), this, &LineageSection::mergeInto);
    m_standing += menu->addAction(tr("Replace by another…"), this, &LineageSection::replaceBy);
    menu->addSeparator();
    m_form = menu->addAction(tr("Make a suggestion of it…"), this, &LineageSection::changeForm);
    m_standing += m_form;
    m_standing += menu->addAction(tr("Withdraw…"), this, &LineageSection::withdraw);
    m_change->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &LineageSection::updateMenu);
}

const Recommendation *LineageSection::shown() const
{
    return m_session.review().find(id());
}

void LineageSection::updateMenu()
{
    const Recommendation *recommendation = shown();
    const bool stands = recommendation && isStanding(*recommendation);
    for (QAction *action : std::as_const(m_standing))
        action->setEnabled(stands);
    // Also what somebody else shared, so that the lead can do it.
    const PersonId me(m_session.me().uuid);
    m_share->setEnabled(stands && (recommendation->state.isNone() ||
                                   recommendation->state.is(RecommendationState::Idea) ||
                                   recommendation->state.is(RecommendationState::Draft) ||
                                   (recommendation->state.is(RecommendationState::Shared) && !me.isNull() &&
                                    recommendation->sharedby != me)));
    m_form->setText(recommendation && recommendation->form.is(RecommendationForm::Suggestion)
                        ? tr("Make a recommendation of it…")
                        : tr("Make a suggestion of it…"));
}

void LineageSection::setRecord(RecordId recommendation)
{
    m_recommendation = recommendation;
    refresh();
}

void LineageSection::refresh()
{
    const Review &review = m_session.review();
    QList<Fact> facts;
    const Recommendation *recommendation = shown();
    if (recommendation && !recommendation->sharedby.isNull())
        facts += {dateText(recommendation->shared),
                  {},
                  tr("Shared with the full team by %1")
                      .arg(recordWords(review, RecordId(recommendation->sharedby.uuid))),
                  {},
                  Severity::None};
    if (recommendation && !recommendation->reason.trimmed().isEmpty())
        facts += {{}, {}, tr("Reason: %1").arg(recommendation->reason.simplified()), {}, Severity::None};
    for (const Link *link : review.all<Link>()) {
        const bool from = link->from == m_recommendation;
        if (m_recommendation.isNull() || (!from && link->to != m_recommendation))
            continue;
        const RecordId other = from ? link->to : link->from;
        QString word;
        if (link->type.is(LinkType::SplitFrom))
            word = from ? tr("split from") : tr("a part of it");
        else if (link->type.is(LinkType::MergedInto))
            word = from ? tr("merged into") : tr("took over");
        else if (link->type.is(LinkType::Supersedes))
            word = from ? tr("replaces") : tr("replaced by");
        if (!word.isEmpty())
            facts += {word, other, recordWords(review, other), {}, Severity::None};
    }
    for (const BaselineItem *item : review.all<BaselineItem>()) {
        const Baseline *baseline = item->record == m_recommendation && !item->number.isEmpty()
                                       ? review.find(item->baseline)
                                       : nullptr;
        if (baseline)
            facts += {dateText(baseline->taken),
                      {},
                      tr("Number %1 in “%2”").arg(item->number, baseline->name),
                      {},
                      Severity::None};
    }
    m_change->setEnabled(recommendation && !m_session.isReadOnly());
    m_facts->setFacts(facts, tr("It has no history of its own yet."));
}

void LineageSection::share()
{
    const auto done = m_session.commit(shareRecommendation(m_session.context(), id(), {}, {}));
    if (!done)
        emit refused(done.error().sentence);
}

QList<RecordId> LineageSection::others() const
{
    QList<RecordId> ids;
    for (const Recommendation *other : m_session.review().all<Recommendation>()) {
        if (other->id != m_recommendation && isStanding(*other))
            ids += other->id;
    }
    return ids;
}

void LineageSection::split()
{
    EditDialog dialog(
        m_session, tr("Split the recommendation"),
        tr("Each part begins as a copy, with what it rests on. The old number leads to all of them."),
        tr("Split"), this);
    const QString title = shown() ? shown()->title : QString();
    QLineEdit *first = dialog.addLine(tr("&First part"), title, tr("Give each part a title."));
    QLineEdit *second = dialog.addLine(tr("&Second part"), {}, tr("Give each part a title."));
    QLineEdit *third = dialog.addLine(tr("&Third part, if any"));
    dialog.setEdit([&, this](const EditContext &context) {
        QStringList titles{first->text(), second->text()};
        if (!third->text().trimmed().isEmpty())
            titles += third->text();
        return splitRecommendation(context, id(), titles);
    });
    dialog.exec();
}

void LineageSection::mergeInto()
{
    EditDialog dialog(
        m_session, tr("Merge into another recommendation"),
        tr("The other one takes over what this one rests on; the number of this one leads to it."),
        tr("Merge"), this);
    QComboBox *into = dialog.addRecords(tr("&Into"), others(), {});
    dialog.setEdit([&, this](const EditContext &context) {
        return mergeRecommendations(context, {id()}, RecommendationId(into->currentData().toUuid()));
    });
    dialog.exec();
}

void LineageSection::replaceBy()
{
    EditDialog dialog(m_session, tr("Replace by another recommendation"),
                      tr("This one is withdrawn; its number leads to the other."), tr("Replace"), this);
    QComboBox *by = dialog.addRecords(tr("&By"), others(), {});
    dialog.setEdit([&, this](const EditContext &context) {
        return supersedeRecommendation(context, RecommendationId(by->currentData().toUuid()), id());
    });
    dialog.exec();
}

void LineageSection::withdraw()
{
    EditDialog dialog(m_session, tr("Withdraw the recommendation"),
                      tr("It stays on record with the reason, and is printed no more."), tr("Withdraw"),
                      this);
    QPlainTextEdit *reason = dialog.addText(tr("&Reason"), tr("Say why it is withdrawn."));
    dialog.setEdit([&, this](const EditContext &context) {
        return withdrawRecommendation(context, id(), reason->toPlainText());
    });
    dialog.exec();
}

void LineageSection::changeForm()
{
    const bool suggestion = shown() && shown()->form.is(RecommendationForm::Suggestion);
    EditDialog dialog(
        m_session, suggestion ? tr("Make a recommendation of it") : tr("Make a suggestion of it"),
        tr("A suggestion lies outside the mandate or needs no formal answer."), tr("Change"), this);
    QPlainTextEdit *reason = dialog.addText(tr("&Reason"), tr("Say why."));
    dialog.setEdit([&, this](const EditContext &context) {
        return plumbline::changeForm(
            context, id(), suggestion ? RecommendationForm::Recommendation : RecommendationForm::Suggestion,
            reason->toPlainText());
    });
    dialog.exec();
}

} // namespace plumbline
