#include "ui/editors/restsonsection.h"

#include "core/domain/finding.h"
#include "core/domain/recordlinks.h"
#include "core/edits/linking.h"
#include "ui/editors/factlist.h"
#include "ui/editors/inputs.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/sectionheader.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

RestsOnSection::RestsOnSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Rests on"), this)),
      m_findings(new FactList(this)),
      m_picker(new ComboField(this))
{
    m_picker->setAccessibleName(tr("Add a finding"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_findings);
    column->addWidget(m_picker);
    connect(m_findings, &FactList::recordRequested, this, &RestsOnSection::recordRequested);
    connect(m_findings, &FactList::removalRequested, this, &RestsOnSection::removeFinding);
    connect(m_picker, &QComboBox::activated, this, [this] {
        const RecordId finding(m_picker->currentData().toUuid());
        if (!finding.isNull())
            addFinding(finding);
    });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::Link) || changes.concerns(Kind::Finding))
            refresh();
    });
}

void RestsOnSection::setRecord(RecordId recommendation)
{
    m_record = recommendation;
    refresh();
}

void RestsOnSection::refresh()
{
    const Review &review = m_session.review();
    QSet<RecordId> linked;
    QList<Fact> facts;
    for (const RecordLinks::Entry &entry : RecordLinks(review).to(m_record, LinkType::LeadsTo)) {
        if (review.kindOf(entry.other) != Kind::Finding)
            continue;
        linked += entry.other;
        const bool isGone = !review.find(entry.other);
        facts += {{},
                  entry.other,
                  recordWords(review, entry.other),
                  {},
                  isGone ? Severity::Warning : Severity::None};
    }
    m_header->setCount(facts.isEmpty() ? QString() : QLocale().toString(facts.size()));
    m_findings->setFacts(facts, tr("No finding yet. A recommendation without one is an opinion."));
    m_findings->setRemovable(m_session.isReadOnly() ? QString() : tr("Does not rest on it"));
    fillPicker(linked);
}

void RestsOnSection::fillPicker(const QSet<RecordId> &linked)
{
    const QSignalBlocker quiet(m_picker);
    m_picker->clear();
    m_picker->addItem(tr("Add a finding…"), QUuid());
    for (const Record *finding : m_session.review().list(Kind::Finding)) {
        if (!linked.contains(finding->id))
            m_picker->addItem(recordWords(m_session.review(), finding->id), finding->id.uuid);
    }
    m_picker->setEnabled(!m_session.isReadOnly() && !m_record.isNull());
}

bool RestsOnSection::commit(const ChangeSet &changes)
{
    const Result<Commit> done = m_session.commit(changes);
    if (!done)
        emit refused(done.error().sentence);
    return bool(done);
}

bool RestsOnSection::addFinding(RecordId finding)
{
    const Result<ChangeSet> changes = relate(m_session.context(), LinkType::LeadsTo, finding, m_record);
    if (!changes)
        emit refused(changes.error().sentence);
    return changes && commit(*changes);
}

bool RestsOnSection::removeFinding(RecordId finding)
{
    ChangeSet changes(m_session.review(), Cause::Edit);
    for (const RecordLinks::Entry &entry : RecordLinks(m_session.review()).to(m_record, LinkType::LeadsTo)) {
        if (entry.other == finding)
            changes.remove(Kind::Link, RecordId(entry.link.uuid));
    }
    return commit(changes);
}

} // namespace plumbline
