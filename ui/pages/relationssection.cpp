#include "ui/pages/relationssection.h"

#include "core/domain/linkstate.h"
#include "core/edits/linking.h"
#include "ui/dialogs/editdialog.h"
#include "ui/dialogs/suspectdialog.h"
#include "ui/editors/factlist.h"
#include "ui/editors/inputs.h"
#include "ui/models/fieldwords.h"
#include "ui/pages/sectioncolumn.h"
#include "ui/widgets/sectionheader.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>

using namespace Qt::StringLiterals;

namespace plumbline {

RelationsSection::RelationsSection(Session &session, const Relation &relation, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_relation(relation),
      m_header(new SectionHeader(relation.title, this)),
      m_list(new FactList(this)),
      m_picker(new RecordPicker(relation.add, this))
{
    QVBoxLayout *column = sectionColumn(this);
    column->addWidget(m_header);
    column->addWidget(m_list);
    column->addWidget(m_picker);
    m_picker->setVisible(!relation.add.isEmpty());
    connect(m_list, &FactList::recordRequested, this, &RelationsSection::recordRequested);
    connect(m_list, &FactList::removalRequested, this, &RelationsSection::remove);
    connect(m_list, &FactList::actionRequested, this, &RelationsSection::showSuspect);
    connect(m_list, &FactList::buttonPressed, this, &RelationsSection::askWhere);
    // Only of a source it is asked where in it something stands.
    if (relation.type == LinkType::Supports && !session.isReadOnly())
        m_list->setButton(u"quote"_s, tr("Excerpt and page…"));
    m_picker->setFill([this] { return candidates(); });
    connect(m_picker, &RecordPicker::picked, this, [this](const QUuid &other) { add(RecordId(other)); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        bool concerned =
            changes.concerns(Kind::Link) || changes.everything || changes.records.contains(m_record);
        for (const Kind kind : m_relation.kinds)
            concerned = concerned || changes.concerns(kind);
        if (concerned)
            refresh();
    });
}

void RelationsSection::setRecord(RecordId record)
{
    if (record == m_record)
        return;
    m_record = record;
    refresh();
}

LinkId RelationsSection::linkWith(RecordId other) const
{
    const RecordId from = m_relation.fromHere ? m_record : other;
    const RecordId to = m_relation.fromHere ? other : m_record;
    for (const Link *link : m_session.review().all<Link>()) {
        if (link->type.is(m_relation.type) && link->from == from && link->to == to)
            return LinkId(link->id.uuid);
    }
    return {};
}

void RelationsSection::refresh()
{
    const Review &review = m_session.review();
    QList<Fact> facts;
    for (const Link *link : review.all<Link>()) {
        const RecordId here = m_relation.fromHere ? link->from : link->to;
        const RecordId other = m_relation.fromHere ? link->to : link->from;
        if (m_record.isNull() || here != m_record || !link->type.is(m_relation.type))
            continue;
        const auto kind = review.kindOf(other);
        if (!kind || !m_relation.kinds.contains(*kind))
            continue;
        Fact fact;
        fact.record = other;
        fact.words = recordWords(review, other);
        if (!link->page.isEmpty())
            fact.rest = tr("page %1").arg(link->page);
        if (!link->passage.isEmpty())
            fact.rest += (fact.rest.isEmpty() ? QString() : u" · "_s) +
                         tr("“%1”").arg(link->passage.simplified().left(120));
        if (!review.find(other))
            fact.severity = Severity::Warning;
        if (linkState(review, *link) == LinkState::Suspect) {
            fact.severity = Severity::Warning;
            fact.action = tr("What changed?");
        }
        facts += fact;
    }
    m_header->setCount(facts.isEmpty() ? QString() : QLocale().toString(facts.size()));
    m_list->setFacts(facts, m_relation.whenEmpty);
    m_list->setRemovable(m_session.isReadOnly() || m_relation.add.isEmpty() ? QString() : m_relation.remove);
    m_picker->setEnabled(!m_session.isReadOnly() && !m_record.isNull());
}

QList<std::pair<QString, QUuid>> RelationsSection::candidates() const
{
    const Review &review = m_session.review();
    QSet<RecordId> linked{m_record};
    for (const Link *link : review.all<Link>()) {
        if (link->type.is(m_relation.type) && (m_relation.fromHere ? link->from : link->to) == m_record)
            linked.insert(m_relation.fromHere ? link->to : link->from);
    }
    QList<std::pair<QString, QUuid>> others;
    for (const Kind kind : m_relation.kinds) {
        for (const Record *other : review.list(kind)) {
            if (!linked.contains(other->id))
                others += {recordWords(review, other->id), other->id.uuid};
        }
    }
    return others;
}

bool RelationsSection::commit(const Result<ChangeSet> &changes)
{
    const Result<Commit> done = m_session.commit(changes);
    if (!done)
        emit refused(done.error().sentence);
    return bool(done);
}

bool RelationsSection::add(RecordId other)
{
    return commit(m_relation.fromHere ? relate(m_session.context(), m_relation.type, m_record, other)
                                      : relate(m_session.context(), m_relation.type, other, m_record));
}

bool RelationsSection::remove(RecordId other)
{
    return commit(m_relation.fromHere ? unrelate(m_session.context(), m_relation.type, m_record, other)
                                      : unrelate(m_session.context(), m_relation.type, other, m_record));
}

bool RelationsSection::cite(RecordId other, const QString &passage, const QString &page)
{
    return commit(citePassage(m_session.context(), linkWith(other), passage, page));
}

void RelationsSection::askWhere(RecordId other)
{
    const Link *link = m_session.review().find(linkWith(other));
    if (!link)
        return;
    EditDialog dialog(m_session, tr("Excerpt and page"), recordWords(m_session.review(), other), tr("Keep"), this);
    QPlainTextEdit *passage = dialog.addText(tr("&Excerpt, in the words of the source"));
    passage->setPlainText(link->passage);
    QLineEdit *page = dialog.addLine(tr("&Page"), link->page);
    dialog.setEdit([&](const EditContext &context) {
        return citePassage(context, LinkId(link->id.uuid), passage->toPlainText(), page->text());
    });
    dialog.exec();
}

void RelationsSection::showSuspect(RecordId other)
{
    SuspectDialog(m_session, linkWith(other), this).exec();
}

} // namespace plumbline
