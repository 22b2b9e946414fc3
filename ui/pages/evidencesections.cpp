#include "ui/pages/evidencesections.h"

#include "core/domain/trace.h"
#include "ui/editors/factlist.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/sectioncolumn.h"
#include "ui/widgets/sectionheader.h"


namespace plumbline {

FallSection::FallSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Would fall without it"), this)),
      m_facts(new FactList(this))
{
    QVBoxLayout *column = sectionColumn(this);
    column->addWidget(m_header);
    column->addWidget(m_facts);
    connect(m_facts, &FactList::recordRequested, this, &FallSection::recordRequested);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::Link) || changes.concerns(Kind::Finding) ||
            changes.concerns(Kind::Recommendation))
            refresh();
    });
}

void FallSection::setRecord(RecordId source)
{
    m_source = source;
    refresh();
}

void FallSection::refresh()
{
    const Review &review = m_session.review();
    const Fall fall = fallsWithout(review, RecordLinks(review), DataSourceId(m_source.uuid));
    QList<Fact> facts;
    for (const RecommendationId id : fall.recommendations)
        facts += {{}, RecordId(id.uuid), recordWords(review, RecordId(id.uuid)), {}, Severity::Hint};
    for (const FindingId id : fall.findings)
        facts += {{}, RecordId(id.uuid), recordWords(review, RecordId(id.uuid)), {}, Severity::None};
    m_header->setCount(facts.isEmpty() ? QString() : QLocale().toString(facts.size()));
    m_facts->setFacts(facts, tr("Everything that rests on it rests on something else too."));
}

} // namespace plumbline
