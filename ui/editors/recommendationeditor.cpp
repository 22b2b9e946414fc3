#include "ui/editors/recommendationeditor.h"

#include "core/checks/completeness.h"
#include "core/checks/waivers.h"
#include "core/checks/wordingrules.h"
#include "core/domain/numbers.h"
#include "core/domain/waiver.h"
#include "core/edits/waivers.h"
#include "ui/editors/choiceeditor.h"
#include "ui/editors/consensussection.h"
#include "ui/editors/growingtext.h"
#include "ui/editors/parteditors.h"
#include "ui/editors/qualitystrip.h"
#include "ui/editors/texteditor.h"
#include "ui/models/fieldwords.h"
#include "ui/models/recommendationlistmodel.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/sectionheader.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int columnGap = 24;
constexpr int groupGap = 8;       // Between groups, besides the spacing of the column.
constexpr int stripShare = 36;    // Of a hundred parts of the width.
constexpr int judgingPause = 400; // Milliseconds without a key, so that nothing moves while somebody types.

} // namespace

RecommendationEditor::RecommendationEditor(Session &session, QWidget *parent)
    : RecordView(session, Kind::Recommendation, parent),
      m_strip(new QualityStrip(content())),
      m_defer(new LinkButton(tr("or deferred, because…"), content())),
      m_consensus(new ConsensusSection(session, content()))
{
    build();
    connectParts();
    setRecord({});
}

void RecommendationEditor::add(QWidget *widget)
{
    column()->insertWidget(column()->count() - 1, widget);
}

void RecommendationEditor::add(QLayout *layout)
{
    column()->insertLayout(column()->count() - 1, layout);
}

void RecommendationEditor::build()
{
    const auto part = [this] { column()->insertSpacing(column()->count() - 1, groupGap); };
    addText();
    part();
    addPlacing();
    part();
    addMetric();
    part();
    add(editors().make("outcome", content()));
    addRow({"timeframe", "effort"});
    part();
    m_sections = new QVBoxLayout;
    m_sections->setSpacing(16);
    add(m_sections);
    part();
    add(m_consensus);
    part();
    add(new SectionHeader(tr("Place in the report"), content()));
    addRow({"state", "group"});
    addRow({"subteam", "form"});
    add(editors().make("source", content()));
}

void RecommendationEditor::addSection(QWidget *section)
{
    m_sections->addWidget(section);
}

void RecommendationEditor::addText()
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(12);
    m_text = static_cast<TextEditor *>(editors().make("text", content()));
    m_text->textInput()->setLines(4, 16);
    texts->addWidget(m_text);
    texts->addWidget(editors().make("rationale", content()));
    texts->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(columnGap);
    row->addLayout(texts, 100 - stripShare);
    row->addWidget(m_strip, stripShare);
    add(row);
}

void RecommendationEditor::addPlacing()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    auto *category = static_cast<TwoChoiceEditor *>(editors().make("category", content()));
    category->setShortLabels(
        {{u"direct"_s, shortCategory(Category::Direct)}, {u"policy"_s, shortCategory(Category::Policy)}});
    row->addWidget(category, 0, Qt::AlignTop);
    row->addWidget(editors().make("addressee", content()), 1, Qt::AlignTop);
    add(row);
    add(editors().make("priority", content()));
}

void RecommendationEditor::addMetric()
{
    m_metric = static_cast<PartsEditor *>(editors().make("metric", content()));
    m_metric->setLabelVisible(false);
    auto *header = new SectionHeader(fieldLabel(m_metric->field()), content());
    header->addBesideTitle(m_defer);
    auto *group = new QVBoxLayout;
    group->setSpacing(0);
    group->addWidget(header);
    group->addWidget(m_metric);
    add(group);
    add(editors().make("deferred", content()));
}

void RecommendationEditor::addRow(const QList<QByteArray> &fields)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(columnGap);
    for (const QByteArray &field : fields)
        row->addWidget(editors().make(field, content()), 1, Qt::AlignTop);
    add(row);
}

void RecommendationEditor::connectParts()
{
    m_judging.setSingleShot(true);
    m_judging.setInterval(judgingPause);
    connect(&m_judging, &QTimer::timeout, this, &RecommendationEditor::judgeTyped);
    connect(m_text, &FieldEditor::inputChanged, &m_judging, qOverload<>(&QTimer::start));
    connect(m_strip, &QualityStrip::leftBecause, this, &RecommendationEditor::leaveDemand);
    connect(m_defer, &LinkButton::clicked, this, [this] {
        m_deferring = true;
        updateMetric();
        editor("deferred")->setFocus();
    });
    connect(m_consensus, &ConsensusSection::recordRequested, this, &RecommendationEditor::recordRequested);
}

const Recommendation *RecommendationEditor::recommendation() const
{
    return session().review().find(RecommendationId(record().uuid));
}

void RecommendationEditor::setRecord(RecordId recommendation)
{
    m_deferring = false;
    m_consensus->setRecord(recommendation);
    RecordView::setRecord(recommendation);
}

QStringList RecommendationEditor::headWords(const Record &record) const
{
    const RecommendationNumber number =
        recommendationNumbers(session().review()).value(RecommendationId(record.id.uuid));
    QStringList words = RecordView::headWords(record);
    words.insert(1, number.group > 0 ? tr("draft number %1").arg(number.toText()) : tr("not numbered"));
    return words;
}

void RecommendationEditor::follow()
{
    RecordView::follow();
    updateMetric();
    judgeTyped();
    m_strip->setReadOnly(session().isReadOnly());
}

void RecommendationEditor::updateMetric()
{
    const Recommendation *shown = recommendation();
    const bool isDeferred = shown && !shown->deferred.isEmpty();
    const bool asks = isDeferred || m_deferring || editor("deferred")->hasUnsaved() ||
                      session().review().conflict(record(), "deferred");
    editor("deferred")->setVisible(asks);
    m_defer->setVisible(shown && !asks && !isComplete(shown->metric) && !session().isReadOnly());
    // A metric nobody began, with a reason to defer it, lacks nothing.
    m_metric->setDemanded(shown && !isDeferred && isStanding(*shown));
}

void RecommendationEditor::judgeTyped()
{
    m_judging.stop();
    const Recommendation *shown = recommendation();
    Recommendation typed = shown ? *shown : Recommendation();
    typed.text = m_text->text();
    const QList<Judgement> judgements =
        judge(typed, knownAcronyms(session().review().rule(u"knownAcronyms"_s)));
    const QHash<Demand, QString> left = leftDemands();
    m_strip->setJudgements(judgements, left);
    QStringList marked;
    for (const Judgement &judgement : judgements) {
        if (!left.contains(judgement.demand))
            marked += judgement.words;
    }
    m_text->textInput()->setMarkedWords(marked);
}

QHash<Demand, QString> RecommendationEditor::leftDemands() const
{
    QHash<Demand, QString> left;
    const Recommendation *recommendation = session().review().find(RecommendationId(record().uuid));
    for (const Waiver *waiver : session().review().all<Waiver>()) {
        if (!recommendation || waiver->on != record() || !waiverHolds(session().review(), *waiver))
            continue;
        for (int i = 0; i < demandCount; ++i) {
            if (waiver->check == demandCheck(Demand(i), *recommendation))
                left.insert(Demand(i), waiver->reason);
        }
    }
    return left;
}

void RecommendationEditor::leaveDemand(Demand demand, const QString &reason)
{
    const Recommendation *recommendation = session().review().find(RecommendationId(record().uuid));
    if (!recommendation)
        return;
    const Result<Commit> done =
        session().commit(waive(session().context(), demandCheck(demand, *recommendation), record(), reason));
    if (!done)
        emit refused(done.error().sentence);
}

} // namespace plumbline
